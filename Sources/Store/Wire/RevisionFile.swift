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
  }

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, id
    case records = "revisions"
  }

  init(_ revisions: [Revision], of id: String) {
    self.id = id
    records = revisions.map { Record(text: $0.text, modified: $0.modified.iso8601) }
  }

  /// Those whose time can be read.
  var revisions: [Revision] {
    records.compactMap { record in
      Timestamp(iso8601: record.modified).map { Revision(text: record.text, modified: $0) }
    }
  }
}
