public import RejoinderCore

/// A whole library, or some of its essays, as the bytes of one file.
public enum LibraryExport {
  /// - Parameters:
  ///   - ids: The essays to export, with the packs; `nil` for all.
  ///   - problems: A sentence for each thing that could not be read; the rest is exported. Of an essay
  ///     without its text these are the records.
  public static func json(
    of library: any Library, essays ids: [EssayID]? = nil, at now: Timestamp,
    problems: inout [String]
  ) throws(LibraryError) -> [UInt8] {
    var entries: [EssayEntry] = []
    let all = try library.summaries()
    let chosen = ids.map { ids in all.filter { ids.contains($0.id) } } ?? all
    for summary in chosen.sorted(by: { $0.id.rawValue < $1.id.rawValue }) {
      do throws(LibraryError) {
        entries.append(try entry(for: summary, of: library, at: now, problems: &problems))
      } catch {
        problems.append(error.description)
      }
    }
    let shelf = try library.packShelf()
    problems += shelf.problems
    return try JSONCoding.encode(
      LibraryFile(
        exported: now.iso8601, essays: entries, packs: shelf.packs.map(ArgumentPackFile.init)))
  }

  private static func entry(
    for summary: EssaySummary, of library: any Library, at now: Timestamp,
    problems: inout [String]
  ) throws(LibraryError) -> EssayEntry {
    let id = summary.id
    var essay = Essay(
      metadata: EssayMetadata(
        title: summary.title, author: summary.author, source: summary.source),
      text: EssayText(canonical: ""))
    var fingerprint = id.rawValue
    do throws(LibraryError) {
      essay = try library.essay(id)
      fingerprint = Fingerprint(of: essay.text.utf8).digits
    } catch {
      problems.append(error.description + "; its records are exported without it")
    }
    let records = try library.records(of: id)
    problems += records.problems
    var revisions: [RevisionFile] = []
    for reply in records.replies {
      let known = try library.revisions(of: reply.id, in: id)
      if !known.isEmpty { revisions.append(RevisionFile(known, of: reply.id)) }
    }
    let keys = essay.metadata.source.key.map { [$0] } ?? []
    let isPlain = essay.text == EssayText(canonical: essay.text.utf8)
    var file = EssayFile(
      essay, fingerprint: Fingerprint(of: essay.text.utf8), sourceKeys: keys, added: now)
    file.fingerprint = fingerprint
    return EssayEntry(
      id: id.rawValue, essay: file,
      text: String(decoding: essay.text.utf8, as: UTF8.self),
      layout: isPlain ? nil : LayoutFile(essay.text),
      annotations: records.annotations.map { AnnotationRecord($0) },
      replies: records.replies.map(ReplyFile.init), revisions: revisions,
      place: records.place.map(PlaceFile.init))
  }
}

/// Brings an export into a library, which keeps all that it has.
public enum LibraryImport {
  /// Whether the bytes are an export, whole or damaged.
  public static func isExport(_ bytes: [UInt8]) -> Bool {
    guard case .good(let mark) = JSONCoding.decode(Mark.self, from: bytes) else {
      // A newer one is refused by name.
      return (JSONCoding.version(of: bytes) ?? 0) > currentSchemaVersion
    }
    return mark.kind == LibraryFile.kind
  }

  private struct Mark: StoredFile {
    var schemaVersion: Int
    var kind: String?

    static var isSealed: Bool { false }
  }

  public static func take(
    _ bytes: [UInt8], into library: any Library, at now: Timestamp
  ) throws(LibraryError) -> ImportReport {
    let file: LibraryFile
    switch JSONCoding.decode(LibraryFile.self, from: bytes) {
    case .good(let read): file = read
    case .newer(_, let version), .misdated(_, let version):
      throw LibraryError(
        .newerVersion,
        "it was written by a newer version of Rejoinder (schema \(version)); nothing was changed; "
          + "use that version")
    case .damaged(let reason, _):
      throw LibraryError(
        .damaged, "it \(reason); nothing was changed; give a file of library export")
    case .missing: throw LibraryError(.damaged, "it is missing; nothing was changed")
    }
    var report = ImportReport()
    for entry in file.essays {
      do throws(LibraryError) {
        report.join(try take(entry, into: library, at: now))
      } catch {
        report.refused.append("essay \(entry.id): \(error.description)")
      }
    }
    for pack in file.packs {
      if let fault = pack.fault {
        report.refused.append("pack “\(pack.title)”: it \(fault)")
        continue
      }
      let isNew = try !library.packShelf().packs.contains(pack.pack)
      if isNew { try library.add(pack.pack) }
      report.note(.pack, isNew: isNew)
    }
    return report
  }

  private static func take(
    _ entry: EssayEntry, into library: any Library, at now: Timestamp
  ) throws(LibraryError) -> ImportReport {
    let bytes = Array(entry.text.utf8)
    if entry.isWithoutText { return try takeRecords(of: entry, into: library) }
    guard Fingerprint(of: bytes).digits == entry.essay.fingerprint else {
      throw LibraryError(.damaged, "its text does not match its fingerprint; it was not taken")
    }
    let text = entry.layout?.text(of: bytes) ?? EssayText(canonical: bytes)
    var essay = Essay(
      metadata: entry.essay.metadata, text: text, offers: entry.essay.offers,
      isComplete: entry.essay.isComplete ?? true)
    essay.parts = max(1, entry.essay.parts ?? 1)
    let records = entry.records
    let known = try known(essay, with: records, in: library)
    let id = if let known { known } else { try library.register(essay, as: nil, at: now) }
    var report = ImportReport()
    report.note(.essay, isNew: known == nil)
    report.join(try library.take(records, into: id))
    if let place = entry.place?.place { try library.record(place, in: id) }
    return report
  }

  /// Records of an essay whose text could not be exported; they need one that the library has.
  private static func takeRecords(
    of entry: EssayEntry, into library: any Library
  ) throws(LibraryError) -> ImportReport {
    let same = try library.summaries().map(\.id).first { $0.rawValue == entry.id }
    let known =
      if let same { same } else {
        try library.find(source: entry.essay.metadata.source)
      }
    guard let id = known else {
      throw LibraryError(
        .unknown,
        "its text could not be exported, and the library has none; it was not taken; open the essay "
          + "first, then import again")
    }
    var report = ImportReport()
    report.note(.essay, isNew: false)
    report.join(try library.take(entry.records, into: id))
    if let place = entry.place?.place { try library.record(place, in: id) }
    return report
  }

  /// The essay of the library that this one is: the one with the same text, else the one that came
  /// from the same place, if most of the records find their passages in it.
  private static func known(
    _ essay: Essay, with records: ImportedRecords, in library: any Library
  ) throws(LibraryError) -> EssayID? {
    if let same = try library.find(fingerprint: Fingerprint(of: essay.text.utf8)) { return same }
    let source = essay.metadata.source
    guard let id = try library.find(source: source) else { return nil }
    let anchors = records.annotations.filter { !$0.isDeleted }.map(\.anchor)
    let found = resolve(anchors, in: try library.essay(id).text).count { $0.passage != nil }
    guard found * 2 >= anchors.count else {
      throw LibraryError(
        .damaged,
        "another essay of yours came from the same place (\(source.name)); it was not taken, and "
          + "yours is unchanged")
    }
    return id
  }
}
