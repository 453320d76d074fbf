import RejoinderCore

/// `annotations.json`: everything that the reader did to the text of one essay.
struct AnnotationFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var annotations: [Annotation] = []
  /// How many records were left out because they cannot be understood.
  var unreadable = 0

  /// What this version does not know, by record.
  private var unknown: [String: UnknownFields] = [:]
  private var unknownInFile = UnknownFields.none

  init() {}

  var isLarge: Bool { annotations.count > 1000 }

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, records
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    schemaVersion = try container.decode(Int.self, forKey: .schemaVersion)
    var records: [Annotation] = []
    for record in try container.decode([Readable<AnnotationRecord>].self, forKey: .records) {
      guard let record = record.value else {
        unreadable += 1
        continue
      }
      records.append(record.annotation)
      if record.unknown != .none { unknown[record.annotation.id] = record.unknown }
    }
    annotations = merge(records, [])
    unknownInFile = try UnknownFields(in: decoder, besides: ["schemaVersion", "records"])
  }

  func encode(to encoder: any Encoder) throws {
    try unknownInFile.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schemaVersion, forKey: .schemaVersion)
    let records = annotations.map { AnnotationRecord($0, unknown: unknown[$0.id] ?? .none) }
    try container.encode(records, forKey: .records)
  }
}

/// A record that may be damaged without the file being so.
struct Readable<Record: Decodable>: Decodable {
  /// `nil` where the record has a wrong shape.
  var value: Record?

  init(from decoder: any Decoder) throws {
    value = try? Record(from: decoder)
  }
}
