import RejoinderCore

/// `revisions/<reply>.json`: earlier texts of one reply, newest first.
struct RevisionFile: StoredFile, Equatable {
  var schemaVersion = currentSchemaVersion
  /// The reply's identifier.
  var id: String
  private var records: [Record]

  private struct Record: Codable, Equatable {
    var text: String
    /// ISO 8601.
    var modified: String
    /// Missing stands for 0.
    var corrected: Int?
  }

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, id
    case records = "revisions"
  }

  init(_ revisions: [Revision], of id: String) {
    self.id = id
    records = revisions.map {
      Record(
        text: $0.text, modified: $0.modified.iso8601,
        corrected: $0.corrected == 0 ? nil : $0.corrected)
    }
  }

  /// Those whose time cannot be read count as the oldest.
  var revisions: [Revision] {
    records.map { record in
      Revision(
        text: record.text, modified: Timestamp(iso8601: record.modified) ?? .zero,
        corrected: max(0, record.corrected ?? 0))
    }
  }
}

extension RevisionFile {
  /// The texts of a damaged file, one of which may not be as it was.
  static func salvaged(from bytes: [UInt8]) -> RevisionFile? {
    if let file = JSONCoding.decodeUnsealed(RevisionFile.self, from: bytes) { return file }
    var id = ""
    var time = Timestamp.zero
    var revisions: [Revision] = []
    for (name, value) in BrokenJSON.strings(in: bytes) {
      switch name {
      case "id": id = value
      case "modified": time = Timestamp(iso8601: value) ?? time
      case "sum": continue
      default: revisions.append(Revision(text: value, modified: time))
      }
    }
    return revisions.isEmpty ? nil : RevisionFile(revisions, of: id)
  }

  /// What the revision before still has is as it was; the rest is better than nothing.
  static func restored(from rest: RevisionFile?, _ previous: RevisionFile?) -> RevisionFile? {
    guard let rest, let previous else { return rest ?? previous }
    let times = Set(previous.revisions.map(\.modified))
    let texts = Set(previous.revisions.map { Array($0.text.utf8) })
    let others = rest.revisions.filter {
      !times.contains($0.modified) && !texts.contains(Array($0.text.utf8))
    }
    return RevisionFile(previous.revisions.joined(with: others), of: previous.id)
  }
}
