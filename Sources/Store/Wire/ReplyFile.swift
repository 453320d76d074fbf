import RejoinderCore

/// `replies/<identifier>.json`: one reply.
struct ReplyFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var reply: Reply
  private var unknown = UnknownFields.none

  static let notesHandEdits = true

  init(_ reply: Reply) {
    self.reply = reply
  }

  /// The same file with another reply in it.
  func holding(_ reply: Reply) -> ReplyFile {
    var file = self
    file.reply = reply
    return file
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case schemaVersion, id, text, claims, created, modified, deleted, receipts, versions,
      conflictsWith
  }

  private struct ReceiptRecord: Codable {
    var destination: String
    var detail: String
    var sent: String
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    schemaVersion = try container.decode(Int.self, forKey: .schemaVersion)
    let receipts = try container.decodeIfPresent([ReceiptRecord].self, forKey: .receipts) ?? []
    reply = Reply(
      id: try container.decode(String.self, forKey: .id),
      text: try container.decode(String.self, forKey: .text),
      claims: try (container.decodeIfPresent([AnchorRecord].self, forKey: .claims) ?? [])
        .map(\.anchor),
      created: try container.timestamp(forKey: .created),
      modified: try container.timestamp(forKey: .modified),
      isDeleted: try container.decodeIfPresent(Bool.self, forKey: .deleted) ?? false,
      receipts: try receipts.map { record in
        guard let sent = Timestamp(iso8601: record.sent) else {
          throw DecodingError.dataCorruptedError(
            forKey: .receipts, in: container, debugDescription: "not a time: \(record.sent)")
        }
        return Receipt(destination: record.destination, detail: record.detail, sent: sent)
      },
      versions: try container.versionVector(forKey: .versions),
      conflictsWith: try container.decodeIfPresent(String.self, forKey: .conflictsWith))
    unknown = try UnknownFields(
      in: decoder, besides: Set(CodingKeys.allCases.map(\.rawValue) + [Seal.field]))
  }

  func encode(to encoder: any Encoder) throws {
    try unknown.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schemaVersion, forKey: .schemaVersion)
    try container.encode(reply.id, forKey: .id)
    try container.encode(reply.text, forKey: .text)
    try container.encode(reply.claims.map(AnchorRecord.init), forKey: .claims)
    try container.encode(reply.created.iso8601, forKey: .created)
    try container.encode(reply.modified.iso8601, forKey: .modified)
    if reply.isDeleted { try container.encode(true, forKey: .deleted) }
    try container.encode(reply.versions, forKey: .versions)
    try container.encodeIfPresent(reply.conflictsWith, forKey: .conflictsWith)
    let receipts = reply.receipts.map {
      ReceiptRecord(destination: $0.destination, detail: $0.detail, sent: $0.sent.iso8601)
    }
    try container.encode(receipts, forKey: .receipts)
  }
}
