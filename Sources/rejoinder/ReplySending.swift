internal import Application
internal import ArgumentParser
internal import Delivery
internal import Glibc
internal import RejoinderCore
internal import TerminalKit

struct ReplyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold a reply's quotations and citations against the essay.",
    usage: "rejoinder reply <file> check <id>",
    discussion: "Ends with 1 when something quoted or cited is not in the essay.")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  func run() throws {
    let records = try OpenRecords(essay, in: Process.environment)
    let reply = try records.reply(id)
    let review = ReplyReview(of: reply, against: records.dossier.essay)
    var output = Output()
    for quotation in review.unfoundQuotations {
      output.line("not in the essay: “\(quotation.oneLine)”")
    }
    for anchor in review.lostClaims {
      output.line("cited claim not found: “\(anchor.quote.oneLine)”")
    }
    for anchor in review.changedClaims {
      output.line("cited claim was changed: “\(anchor.quote.oneLine)”")
    }
    output.line(
      "\(review.words.counted("word")), \(review.ownWords) of them yours; "
        + "\(review.quotations.counted("quotation")), \(reply.claims.count.counted("cited claim"))")
    try output.finish()
    if !review.isFair { throw Failure(.objection, nil) }
  }
}

/// A place that a reply is sent to.
enum SendingTarget: ExpressibleByArgument {
  case clipboard, standardOutput
  case file(String)

  init?(argument: String) {
    switch argument {
    case "-": self = .standardOutput
    case Destination.clipboard.name: self = .clipboard
    default:
      let prefix = Destination.file.name + ":"
      guard argument.hasPrefix(prefix), argument != prefix else { return nil }
      self = .file(String(argument.dropFirst(prefix.count)))
    }
  }
}

struct ReplySend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send a reply, and note the receipt.",
    usage: "rejoinder reply <file> send <id> --to <target> [--overwrite]")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("clipboard, file:PATH, or - for standard output.", valueName: "target"))
  var to: SendingTarget

  @Flag(help: "Replace a file that is there.")
  var overwrite = false

  func run() throws {
    var environment = Process.environment
    environment.chosenLibrary = essay.options.store
    var records = try OpenRecords(essay, in: environment)
    let before = try records.reply(id)
    guard !before.text.isEmpty else {
      throw Failure(.data, "cannot send: \(id): the reply is empty; write it with reply edit")
    }
    let receipt = try send(before.text, in: environment)
    var reply = before
    reply.receipts.append(
      Receipt(destination: receipt.destination, detail: receipt.detail, sent: SystemClock.now()))
    try records.keep(reply, replacing: before)
    if case .standardOutput = to { return }
    Failure.warn(receipt.detail)
  }

  private func send(
    _ text: String, in environment: SessionEnvironment
  ) throws -> (destination: String, detail: String) {
    switch to {
    case .standardOutput:
      var output = Output()
      output.reply(text)
      try output.finish()
      return ("-", "written to standard output")
    case .file(let path):
      switch try ReplyFile.write(text, to: path, overwrite: overwrite, home: environment.home) {
      case .written(let path, let bytes):
        return (Destination.file.name, "wrote \(bytes) bytes to \(path)")
      case .exists(let path):
        throw Failure(
          .cannotCreate,
          "cannot write: \(path): it is there already and was left alone; --overwrite replaces it")
      }
    case .clipboard:
      return (Destination.clipboard.name, try Self.offer(text, in: environment))
    }
  }

  /// - Returns: What was done.
  private static func offer(_ text: String, in environment: SessionEnvironment) throws -> String {
    let text = text.visibleLines
    let multiplexer = Multiplexer(environment: environment.variables)
    if multiplexer == .tmux, environment.variable("TMUX") != nil {
      return try TmuxBuffer.load(
        text, environment: environment.variables, folder: environment.editingFolder)
    }
    let offer = ClipboardOffer(text, through: multiplexer)
    let terminal = open("/dev/tty", O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else {
      throw Failure(
        .unavailable,
        "cannot send: clipboard: there is no terminal that has one; send it to file:PATH")
    }
    defer { _ = close(terminal) }
    var rest = offer.sequence[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Failure(.inputOutput, "cannot send: clipboard: the terminal takes nothing; try again")
      }
      rest = rest.dropFirst(count)
    }
    return offer.receipt
  }
}
