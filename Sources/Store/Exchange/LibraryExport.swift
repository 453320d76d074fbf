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
    let origins = try library.origins(of: Set(chosen.map(\.id)))
    for summary in chosen.sorted(by: { $0.id.rawValue < $1.id.rawValue }) {
      do throws(LibraryError) {
        entries.append(
          try entry(
            for: summary, from: origins[summary.id] ?? EssayOrigin(), of: library,
            problems: &problems))
      } catch {
        problems.append(error.description)
      }
    }
    let shelf = try library.packShelf()
    problems += shelf.problems
    return try LibraryFile(
      exported: now.iso8601, essays: entries, packs: shelf.packs.map(ArgumentPackFile.init)
    ).bytes()
  }

  private static func entry(
    for summary: EssaySummary, from origin: EssayOrigin, of library: any Library,
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
    let own = essay.metadata.source.key.map { [$0] } ?? []
    let keys = own + origin.sourceKeys.filter { !own.contains($0) }
    let isPlain = essay.text == EssayText(canonical: essay.text.utf8)
    var file = EssayFile(
      essay, fingerprint: Fingerprint(of: essay.text.utf8), sourceKeys: keys,
      added: origin.added)
    file.fingerprint = fingerprint
    let texts = origin.texts.map(\.digits).filter { $0 != fingerprint }
    return EssayEntry(
      id: id.rawValue, essay: file,
      text: String(decoding: essay.text.utf8, as: UTF8.self),
      layout: isPlain ? nil : LayoutFile(essay.text), texts: texts.isEmpty ? nil : texts,
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
    let file = try members(of: bytes)
    var report = ImportReport()
    for (index, value) in (file["essays"]?.elements ?? []).enumerated() {
      guard let entry = EssayEntry(value, number: index + 1, refused: &report.refused) else {
        continue
      }
      do throws(LibraryError) {
        report.join(try take(entry, into: library, at: now))
      } catch {
        report.refused.append("essay \(entry.id.prefix(12)): \(error.description)")
      }
    }
    var known = try library.packShelf().packs
    for (index, value) in (file["packs"]?.elements ?? []).enumerated() {
      let name = "pack " + (value.members["title"]?.text.map { "“\($0)”" } ?? "\(index + 1)")
      do throws(PartFault) {
        let pack: ArgumentPackFile = try Part(value).decoded()
        if let fault = pack.fault { throw PartFault(reason: fault) }
        let isNew = !known.contains(pack.pack)
        if isNew {
          do throws(LibraryError) {
            try library.add(pack.pack)
          } catch {
            throw PartFault(reason: "was not added: \(error.description)")
          }
          known.append(pack.pack)
        }
        report.note(.pack, isNew: isNew)
      } catch {
        report.refused.append("\(name): it \(error.reason)")
      }
    }
    return report
  }

  private static func members(of bytes: [UInt8]) throws(LibraryError) -> JSONFields {
    switch JSONCoding.decode(Mark.self, from: bytes) {
    case .good(let mark) where mark.kind == LibraryFile.kind:
      guard let members = JSONValue(parsing: bytes)?.members, case .array? = members["essays"]
      else {
        throw LibraryError(
          .damaged, "it names no essays; nothing was changed; give a file of library export")
      }
      return members
    case .newer(_, let version), .misdated(_, let version):
      throw LibraryError(
        .newerVersion,
        "it was written by a newer version of Rejoinder (schema \(version)); nothing was changed; "
          + "use that version")
    case .damaged(let reason, _):
      throw LibraryError(
        .damaged, "it \(reason); nothing was changed; give a file of library export")
    case .good:
      throw LibraryError(
        .damaged, "it is no library; nothing was changed; give a file of library export")
    case .missing: throw LibraryError(.damaged, "it is missing; nothing was changed")
    }
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
      comments: entry.essay.comments ?? [], replacedBytes: entry.essay.replacedBytes ?? 0,
      cut: entry.essay.cut, isComplete: entry.essay.isComplete ?? true)
    essay.parts = max(1, entry.essay.parts ?? 1)
    let records = entry.records
    let known = try known(essay, with: records, in: library)
    let added = Timestamp(iso8601: entry.essay.added) ?? now
    let id = if let known { known } else { try library.register(essay, as: nil, at: added) }
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
