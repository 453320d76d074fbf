internal import Application
internal import ArgumentParser
internal import Exchange
internal import RejoinderCore
internal import Store

struct LibraryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a library, an argument pack, Web Annotations or Hypothesis notes.",
    discussion: """
      What kind of file it is shows in the file. Nothing is overwritten: a text that differs from \
      yours is kept beside it. What cannot be read is refused by name, and the rest is taken. What came, \
      what was known and what was refused is said on standard error; ends with 65 where anything was.
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "The essay that annotations are about: its identifier or a beginning of it.",
      discussion: "Otherwise the one that came from the address that they name.", valueName: "essay"
    ))
  var to: String?

  @OptionGroup var options: StoreOptions

  private var name: String { file == "-" ? "standard input" : file }

  func run() throws {
    let environment = Process.environment
    let bytes = try WholeFile.read(file)
    let library = options.library(in: environment)
    let report = try take(bytes, into: library)
    for line in report.lines { Failure.warn(line) }
    // What could be taken was; who relies on it must know that it is not everything.
    if !report.refused.isEmpty { throw Failure(.data, nil) }
  }

  private func take(_ bytes: [UInt8], into library: any Library) throws -> ImportReport {
    let now = SystemClock.now()
    if LibraryImport.isExport(bytes) {
      do throws(LibraryError) {
        return try LibraryImport.take(bytes, into: library, at: now)
      } catch {
        guard error.kind == .damaged || error.kind == .newerVersion else { throw error }
        throw Failure(.data, "cannot import: \(name): \(error.description)")
      }
    }
    do {
      if Exchange.WebAnnotations.areIn(bytes) {
        return try take(try Exchange.WebAnnotations.read(bytes, at: now), into: library)
      }
      if HypothesisExport.isIn(bytes) {
        return try take(try HypothesisExport.read(bytes), into: library)
      }
    } catch let error as ForeignFormatError {
      throw Failure(
        .data, "cannot import: \(name): it \(error.description); nothing was changed")
    }
    return try takePack(bytes, into: library)
  }

  private func takePack(_ bytes: [UInt8], into library: any Library) throws -> ImportReport {
    let pack: ArgumentPack
    do {
      pack = try ArgumentPack(json: bytes)
    } catch {
      throw Failure(
        .data,
        "cannot import: \(name): it \(error.description); nothing was changed; give a library, a "
          + "pack or annotations")
    }
    var report = ImportReport()
    let isNew = try !library.packShelf().packs.contains(pack)
    if isNew { try library.add(pack) }
    report.note(.pack, isNew: isNew)
    return report
  }

  /// Annotations go to the essay that came from their address, or to the one that was named.
  private func take(
    _ foreign: ForeignAnnotations, into library: any Library
  ) throws -> ImportReport {
    var report = ImportReport()
    report.refused = foreign.refused
    let named = try to.map { try EssayName.summary(of: $0, in: library).id }
    for (source, annotations) in Dictionary(grouping: foreign.annotations, by: \.source)
      .sorted(by: { $0.key < $1.key })
    {
      guard let id = try named ?? essay(at: source, in: library) else {
        report.refused.append(
          "\(annotations.count.counted("annotation")) of \(source): the library has no essay from "
            + "there; open it first, or name one with --to")
        continue
      }
      let records = try records(of: annotations, for: id, in: library)
      report.join(try library.take(records, into: id))
    }
    return report
  }

  /// What says the same as the library's own version is a copy of that, whatever times it names. Times
  /// alone do not tell a copy from something that was written elsewhere meanwhile.
  private func records(
    of foreign: [ForeignAnnotation], for id: EssayID, in library: any Library
  ) throws -> ImportedRecords {
    let text = try library.essay(id).text
    let points = CodePoints(of: text)
    let stored = Dictionary(
      try library.records(of: id).annotations.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return ImportedRecords(
      annotations: foreign.map { foreign in
        if let known = stored[foreign.id], known.body == foreign.body { return known }
        return foreign.annotation(in: text, counted: points)
      })
  }

  private func essay(at address: String, in library: any Library) throws -> EssayID? {
    if let id = try library.find(source: .url(address)) { return id }
    return try library.summaries().map(\.id).first { id in
      guard let essay = try? library.essay(id) else { return false }
      return essay.metadata.source.iri(of: essay.text) == address
    }
  }
}

extension ImportReport {
  /// What came of the import, a line each.
  var lines: [String] {
    var lines = ["imported: " + (came.isEmpty ? "nothing new" : Self.list(came))]
    if !known.isEmpty { lines.append("known already: " + Self.list(known)) }
    if conflicts > 0 {
      lines.append(
        "kept twice: " + conflicts.counted("text") + " that differ from yours, beside yours")
    }
    if orphans > 0 {
      lines.append(
        "without a passage: " + orphans.counted("annotation")
          + "; kept, and :orphans in the reader attaches them")
    }
    return lines + refused.map { "refused: " + $0 }
  }

  private static func list(_ counts: [Kind: Int]) -> String {
    Kind.allCases.compactMap { kind in counts[kind].map { $0.counted(kind.rawValue) } }
      .joined(separator: ", ")
  }
}
