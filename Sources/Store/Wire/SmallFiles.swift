import RejoinderCore

/// `place.json`: where the reader was. Read before the first frame, so it is kept small.
struct PlaceFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var top: Int
  var focus: Int?
  var furthest: Int
  /// How many claims are highlighted; missing stands for the usual number.
  var level: Int?
  /// ISO 8601.
  var seen: String

  init(_ place: ReadingPlace) {
    top = place.top
    focus = place.focus
    furthest = place.furthest
    level = place.level == .usual ? nil : place.level.rawValue
    seen = place.seen.iso8601
  }

  /// `nil` when the time is none, or an offset is negative.
  var place: ReadingPlace? {
    guard let seen = Timestamp(iso8601: seen), top >= 0, furthest >= 0, focus ?? 0 >= 0 else {
      return nil
    }
    return ReadingPlace(
      top: top, focus: focus, furthest: furthest,
      level: level.flatMap(HighlightLevel.init) ?? .usual, seen: seen)
  }
}

/// `sources/<fingerprint of the key>.json` and `texts/<fingerprint>.json`: which essay is meant.
struct PointerFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var essay: String
  /// The source's key; texts have none.
  var key: String?
}

/// `summary.json`: what the list of essays shows and would cost too much to count each time. It can
/// be made again from the records.
struct SummaryFile: StoredFile, Equatable {
  var schemaVersion = currentSchemaVersion
  /// Claims that the reader has argued against, as pairs of start and end.
  var countered: [[Int]]
  /// Claims that a reply cites, as pairs of start and end.
  var cited: [[Int]]
  var drafts: Int
}
