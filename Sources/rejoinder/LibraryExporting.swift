internal import Application
internal import ArgumentParser
internal import Exchange
internal import RejoinderCore
internal import Store

struct LibraryExportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case library, w3c, pack, markdown, argdown
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the library, or one essay of it, as one file.",
    usage: """
      rejoinder library export [<essay>]
      rejoinder library export <essay> --format <format>
      """,
    discussion: """
      The format library holds everything and can be imported again; w3c holds notes, \
      counterarguments and marks as Web Annotations; pack holds claims and counterarguments to share; \
      markdown and argdown are for people.
      """)

  @Argument(
    help: "The essay's identifier, or a beginning of it that no other has; else all essays.")
  var essay: String?

  @Option(help: "What to write.")
  var format = Format.library

  @Option(help: "The author that a pack names.")
  var author: String?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    if format != .library, essay == nil {
      throw ValidationError("--format \(format.rawValue): name the essay")
    }
    if format == .pack, author == nil {
      throw ValidationError("--format pack: a pack names its author; give --author")
    }
    if format != .pack, author != nil { throw ValidationError("--author: goes with --format pack") }
  }

  func run() throws {
    let environment = Process.environment
    let library = options.library(in: environment)
    let id = try essay.map { try EssayName.summary(of: $0, in: library).id }
    var problems: [String] = []
    let bytes = try contents(of: library, id, problems: &problems)
    var output = Output()
    output.append(bytes)
    try output.finish()
    for problem in problems { Failure.warn(problem) }
    // All that could be read was written; who relies on it must know that it is not everything.
    if !problems.isEmpty { throw Failure(.data, nil) }
  }

  private func contents(
    of library: any Library, _ id: EssayID?, problems: inout [String]
  ) throws -> [UInt8] {
    guard format != .library, let id else {
      return try LibraryExport.json(
        of: library, essays: id.map { [$0] }, at: SystemClock.now(), problems: &problems)
    }
    let dossier = Dossier(of: try library.essay(id), in: library)
    problems += dossier.problems
    let study = Study(of: dossier)
    var written = Output(isHeld: true)
    switch format {
    case .library: break
    case .w3c:
      return try Exchange.WebAnnotations.json(
        of: dossier.placements.map(\.annotation), on: dossier.essay,
        source: dossier.essay.metadata.source.iri(of: dossier.essay.text),
        title: "Records of " + dossier.essay.metadata.displayTitle)
    case .pack: return try pack(of: study).json()
    case .markdown: ClaimsMarkdown(of: study).write(to: &written)
    case .argdown: ClaimsArgdown(of: study).write(to: &written)
    }
    return written.held
  }

  /// What the reader marked as claims and said against claims.
  private func pack(of study: Study) -> ArgumentPack {
    let essay = study.dossier.essay
    let claims = study.marking.claims.compactMap { claim -> PackClaim? in
      let own = study.dossier.resolved.compactMap { resolved in
        resolved.passage.matches(claim.passage) ? Counterargument(resolved.annotation) : nil
      }
      guard claim.standing == .yours || claim.standing == .accepted || !own.isEmpty else {
        return nil
      }
      return PackClaim(
        quote: essay.text.string(claim.passage), role: claim.role, kind: claim.kind, scheme: nil,
        counterarguments: own.map {
          PackCounterargument(text: $0.text, attack: $0.attack, source: $0.source)
        })
    }
    return ArgumentPack(
      title: "Arguments about " + essay.metadata.displayTitle, author: author ?? "",
      essay: EssayReference(
        title: essay.metadata.title, author: essay.metadata.author,
        fingerprint: Fingerprint(of: essay.text.utf8).digits),
      claims: claims)
  }
}
