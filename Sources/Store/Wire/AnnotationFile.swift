import FoundationEssentials
import RejoinderCore

/// `annotations.json`: everything that the reader did to the text of one essay.
struct AnnotationFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var annotations: [Annotation] = []
  /// How many records were left out because they cannot be understood, do not match their sum, or
  /// have the identifier of another one.
  var unreadable = 0

  /// What this version does not know, by record.
  private var unknown: [String: UnknownFields] = [:]
  private var unknownInFile = UnknownFields.none

  init() {}

  static let notesHandEdits = true

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
    if annotations.count < records.count { unreadable += Set(records).count - annotations.count }
    let names = Set(annotations.map(\.id))
    if names.count < annotations.count {
      // Words under the name of others get a name of their own.
      unreadable += annotations.count - names.count
      annotations = separated(annotations)
    }
    unknownInFile = try UnknownFields(
      in: decoder, besides: ["schemaVersion", Seal.list, Seal.field])
  }

  func encode(to encoder: any Encoder) throws {
    try unknownInFile.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schemaVersion, forKey: .schemaVersion)
    let records = annotations.map { AnnotationRecord($0, unknown: unknown[$0.id] ?? .none) }
    try container.encode(records, forKey: .records)
  }
}

extension AnnotationFile {
  static func salvaged(from bytes: [UInt8]) -> AnnotationFile? {
    let records = RecordSalvage.records(in: bytes)
    guard !records.isEmpty else { return nil }
    let file = JSONValue.object([
      "schemaVersion": .integer(Int64(currentSchemaVersion)), Seal.list: .array(records),
    ])
    return try? JSONDecoder().decode(AnnotationFile.self, from: Data(file.canonical))
  }

  static func restored(from rest: AnnotationFile?, _ previous: AnnotationFile?) -> AnnotationFile? {
    guard var file = rest, let previous else { return rest ?? previous }
    file.annotations = separated(merge(file.annotations, previous.annotations))
    file.unknown.merge(previous.unknown) { newer, _ in newer }
    file.unreadable = 0
    return file
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
