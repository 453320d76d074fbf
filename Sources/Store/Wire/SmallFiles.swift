import RejoinderCore

/// `place.json`: where the reader was. Read before the first frame, so it is kept small.
struct PlaceFile: StoredFile, Hashable {
  var schemaVersion = currentSchemaVersion
  var top: Int
  var focus: Int?
  var furthest: Int
  /// How many claims are highlighted; missing stands for the usual number.
  var level: Int?
  /// ISO 8601.
  var seen: String

  private init(
    schemaVersion: Int, top: Int, focus: Int?, furthest: Int, level: Int?, seen: String
  ) {
    self.schemaVersion = schemaVersion
    self.top = top
    self.focus = focus
    self.furthest = furthest
    self.level = level
    self.seen = seen
  }

  init(_ place: ReadingPlace) {
    top = place.top
    focus = place.focus
    furthest = place.furthest
    level = place.level == .usual ? nil : place.level.rawValue
    seen = place.seen.iso8601
  }

  static func read(_ members: JSONFields) -> PlaceFile? {
    func number(_ name: String) -> Int? {
      guard case .integer(let value)? = members[name] else { return nil }
      return Int(exactly: value)
    }
    func isNumberOrMissing(_ name: String) -> Bool {
      switch members[name] {
      case nil, .null?: true
      case .integer(let value)?: Int(exactly: value) != nil
      case .boolean?, .number?, .string?, .array?, .object?: false
      }
    }
    guard let version = number("schemaVersion"), let top = number("top"),
      let furthest = number("furthest"), case .string(let seen)? = members["seen"],
      isNumberOrMissing("focus"), isNumberOrMissing("level")
    else { return nil }
    return PlaceFile(
      schemaVersion: version, top: top, focus: number("focus"), furthest: furthest,
      level: number("level"), seen: seen)
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

/// `sources/<fingerprint of the key>.json` and `texts/<fingerprint>.json`: which essay is meant. The
/// one of a text is read before the first frame.
struct PointerFile: StoredFile, Hashable {
  var schemaVersion = currentSchemaVersion
  var essay: String
  /// The source's key; texts have none.
  var key: String?

  static func read(_ members: JSONFields) -> PointerFile? {
    guard case .integer(let number)? = members["schemaVersion"], let version = Int(exactly: number),
      case .string(let essay)? = members["essay"]
    else { return nil }
    switch members["key"] {
    case nil, .null?: return PointerFile(schemaVersion: version, essay: essay)
    case .string(let key)?: return PointerFile(schemaVersion: version, essay: essay, key: key)
    case .boolean?, .integer?, .number?, .array?, .object?: return nil
    }
  }
}
