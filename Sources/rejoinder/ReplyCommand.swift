internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct ReplyCommand: ParsableCommand {
  static let subcommands: [any ParsableCommand.Type] = [
    ReplyNew.self, ReplyList.self, ReplyShow.self, ReplyEdit.self, ReplyCheck.self, ReplySend.self,
    ReplyRemove.self, ReplyDeleted.self, ReplyRevisions.self, ReplyRestore.self,
  ]
  static var verbs: [String] { subcommands.compactMap { $0.configuration.commandName } }

  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Write, check and send replies to an essay.",
    usage: "rejoinder reply <file> <subcommand>", subcommands: subcommands)
}

extension OpenRecords {
  /// The replies that are not deleted, in order of making.
  var replies: [Reply] { dossier.replies }

  func reply(_ id: String) throws(Failure) -> Reply {
    guard let reply = replies.first(where: { $0.id == id }) else {
      throw Failure(
        .noInput,
        "cannot find the reply: \(id): this essay has none of that name; "
          + "rejoinder reply FILE list shows them")
    }
    return reply
  }

  /// Keeps a reply that was made from `base`, or a new one.
  ///
  /// When this returns the reply is on disk. Should another session have changed it meanwhile, its
  /// version is kept as a reply of its own, and that is said.
  mutating func keep(_ reply: Reply, replacing base: Reply?) throws(LibraryError) {
    let id = try dossier.register(in: library, at: now)
    var reply = reply
    if let base { reply.modified = max(now, base.modified.advanced(by: 1)) }
    reply.versions = reply.versions.noting(session, at: reply.modified)
    for conflict in try library.record(reply, in: id).conflicts {
      Failure.warn(
        "another session changed the reply too: \(reply.id.visible): its version is kept as \(conflict.id.visible)"
      )
    }
  }
}

extension Dossier {
  /// The replies that are not deleted, in order of making.
  var replies: [Reply] {
    records.replies.filter { !$0.isDeleted }.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }
}

struct ReplyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a reply.",
    usage: "rejoinder reply <file> new [--claim <n> [--counter <n>]] [--text <text>]",
    discussion: "Prints the new reply's identifier.")

  @OptionGroup var essay: EssayArgument

  @Option(help: ArgumentHelp("Quote and cite the claim of this number.", valueName: "n"))
  var claim: Int?

  @Option(
    help: ArgumentHelp("Bring along the claim's counterargument of this number.", valueName: "n"))
  var counter: Int?

  @Option(parsing: .unconditional, help: "What to write; - reads standard input.")
  var text: String?

  func validate() throws {
    if counter != nil, claim == nil {
      throw ValidationError("--counter: of which claim? Give its number with --claim")
    }
  }

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    var reply = Reply(
      id: OpenRecords.newID("r"), text: "", claims: [], created: records.now, modified: records.now)
    if let claim {
      let study = Study(of: records.dossier)
      let cited = study.marking.claims[try study.claimIndex(numbered: claim)]
      let anchor = Anchor(of: cited.passage, in: records.dossier.essay.text)
      reply.claims = [anchor]
      reply.text = Quotation.markdown(
        anchor.quote, from: records.dossier.essay.metadata,
        bringing: try counter.map { number throws(Failure) in
          try Self.counterargument(number, to: cited, numbered: claim, in: study)
        })
    }
    if let text { reply.text += try GivenText(text, besides: essay.file).value }
    try records.keep(reply, replacing: nil)
    try OpenRecords.announce(reply.id)
  }

  private static func counterargument(
    _ number: Int, to claim: Claim, numbered claimNumber: Int, in study: Study
  ) throws(Failure) -> Counterargument {
    let all = study.counterarguments(to: claim)
    guard all.indices.contains(number - 1) else {
      throw Failure(
        .usage,
        "wrong usage: --counter \(number): claim \(claimNumber) has "
          + "\(all.count.counted("counterargument")); "
          + "rejoinder counters FILE shows them")
    }
    return all[number - 1]
  }
}

struct ReplyList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your replies to an essay.",
    usage: "rejoinder reply <file> list [--format <format>]")

  @OptionGroup var essay: EssayArgument

  @Option(help: "What to print.")
  var format = PlainFormat.text

  func run() throws {
    let dossier = try essay.dossier(in: Process.environment)
    var output = Output()
    switch format {
    case .json:
      JSON.object([
        ("schemaVersion", .int(1)),
        ("essay", dossier.json(withText: false)),
        ("replies", .array(dossier.replies.map { Self.json($0, in: dossier.essay.text) })),
      ]).write(to: &output)
    case .text:
      for reply in dossier.replies {
        let words = reply.text.utf8.wordCount.counted("word")
        let sent = reply.receipts.isEmpty ? "" : ", sent \(reply.receipts.count)×"
        let opening = reply.text.oneLine.prefix(60)
        output.line("\(reply.id.visible) [\(words), \(reply.claims.count) cited\(sent)] \(opening)")
      }
    }
    try output.finish()
  }

  private static func json(_ reply: Reply, in text: EssayText) -> JSON {
    .object([
      ("id", .string(reply.id)),
      ("text", .string(reply.text)),
      ("claims", .array(zip(reply.claims, resolve(reply.claims, in: text)).map(json))),
      ("created", .string(reply.created.iso8601)),
      ("modified", .string(reply.modified.iso8601)),
      (
        "receipts",
        .array(
          reply.receipts.map { receipt in
            .object([
              ("destination", .string(receipt.destination)), ("detail", .string(receipt.detail)),
              ("sent", .string(receipt.sent.iso8601)),
            ])
          })
      ),
    ])
  }

  private static func json(_ anchor: Anchor, _ resolution: AnchorResolution) -> JSON {
    let passage = resolution.passage ?? anchor.position
    return .object([
      ("quote", .string(anchor.quote)), ("start", .int(passage.start)), ("end", .int(passage.end)),
      ("anchor", .string(resolution.name)), ("score", resolution.score.map(JSON.decimal) ?? .null),
    ])
  }
}

struct ReplyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a reply.", usage: "rejoinder reply <file> show <id>")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  func run() throws {
    let records = try OpenRecords(essay, in: Process.environment)
    var output = Output()
    output.reply(try records.reply(id).text)
    try output.finish()
  }
}

struct ReplyEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a reply.",
    usage: "rejoinder reply <file> edit <id> [--text <text>]",
    discussion: "Without --text the reply is handed to $VISUAL or $EDITOR.")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  @Option(parsing: .unconditional, help: "The whole new text; - reads standard input.")
  var text: String?

  func run() throws {
    var environment = Process.environment
    environment.chosenLibrary = essay.options.store
    var records = try OpenRecords(essay, in: environment)
    let before = try records.reply(id)
    var reply = before
    if let text {
      reply.text = try GivenText(text, besides: essay.file).value
    } else {
      reply.text = try GivenText.edited(before.text, in: environment)
    }
    guard reply.text != before.text else { return }
    try records.keep(reply, replacing: before)
  }
}

extension Output {
  /// A reply's text: whole lines, and nothing that a terminal would obey.
  mutating func reply(_ text: String) {
    write(text.visibleLines)
    if !text.isEmpty, !text.hasSuffix("\n") { line() }
  }
}
