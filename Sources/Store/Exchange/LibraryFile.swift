import RejoinderCore

/// A whole library as one file: what `docs/file-format.md` calls an export.
struct LibraryFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  /// Tells such a file from a pack.
  var kind = Self.kind
  /// ISO 8601.
  var exported: String
  var essays: [EssayEntry]
  var packs: [ArgumentPackFile]

  static let kind = "rejoinder library"

  /// Each text has its fingerprint; the rest is merged record by record.
  static var isSealed: Bool { false }
}

/// One essay with everything that was done to it.
struct EssayEntry: Codable {
  var id: String
  var essay: EssayFile
  /// Empty where it could not be read; see ``isWithoutText``.
  var text: String
  var layout: LayoutFile?
  var annotations: [AnnotationRecord]
  var replies: [ReplyFile]
  var revisions: [RevisionFile]
  var place: PlaceFile?

  /// Whether only records are here: the fingerprint that `essay` names is that of a text which could not
  /// be read.
  var isWithoutText: Bool { text.isEmpty && essay.fingerprint != Fingerprint(of: "").digits }

  var records: ImportedRecords {
    ImportedRecords(
      annotations: annotations.map(\.annotation), replies: replies.map(\.reply),
      revisions: Dictionary(
        revisions.map { ($0.id, $0.revisions) }, uniquingKeysWith: { $0.joined(with: $1) }))
  }
}
