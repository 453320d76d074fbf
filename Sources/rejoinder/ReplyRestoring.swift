internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct ReplyRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Delete a reply.",
    usage: "rejoinder reply <file> remove <id>",
    discussion: "It can be brought back for \(Tombstone.daysKept) days.")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    let before = try records.reply(id)
    var reply = before
    reply.isDeleted = true
    try records.keep(reply, replacing: before)
  }
}

struct ReplyDeleted: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deleted", abstract: "List the replies that can be brought back.",
    usage: "rejoinder reply <file> deleted")

  @OptionGroup var essay: EssayArgument

  func run() throws {
    let records = try OpenRecords(essay, in: Process.environment)
    var output = Output()
    for reply in records.deletedReplies {
      let words = reply.text.utf8.wordCount.counted("word")
      output.line("\(reply.id.visible) [\(words)] \(reply.text.oneLine.prefix(60))")
    }
    try output.finish()
  }
}

struct ReplyRevisions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions", abstract: "List earlier texts of a reply, newest first.",
    usage: "rejoinder reply <file> revisions <id> [--format <format>]")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  @Option(help: "What to print.")
  var format = PlainFormat.text

  func run() throws {
    let records = try OpenRecords(essay, in: Process.environment)
    _ = try records.reply(id)
    let revisions = try records.revisions(of: id)
    var output = Output()
    switch format {
    case .json:
      JSON.object([
        ("schemaVersion", .int(1)), ("essay", records.dossier.json(withText: false)),
        ("id", .string(id)),
        (
          "revisions",
          .array(
            revisions.enumerated().map { index, revision in
              .object([
                ("number", .int(index + 1)), ("modified", .string(revision.modified.iso8601)),
                ("text", .string(revision.text)),
              ])
            })
        ),
      ]).write(to: &output)
    case .text:
      for (index, revision) in revisions.enumerated() {
        let words = revision.text.utf8.wordCount.counted("word")
        output.line(
          "\(index + 1) \(revision.modified.iso8601) [\(words)] \(revision.text.oneLine.prefix(60))"
        )
      }
    }
    try output.finish()
  }
}

struct ReplyRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a deleted reply or an earlier text of it back.",
    usage: "rejoinder reply <file> restore <id> [--revision <n>]")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The reply's identifier.")
  var id: String

  @Option(
    help: ArgumentHelp("The number of an earlier text, as reply revisions has it.", valueName: "n"))
  var revision: Int?

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    guard let revision else {
      guard let deleted = records.deletedReplies.first(where: { $0.id == id }) else {
        throw Failure(
          .noInput,
          "cannot find the reply: \(id): nothing of that name can be brought back; "
            + "rejoinder reply FILE deleted shows what can")
      }
      var reply = deleted
      reply.isDeleted = false
      return try records.keep(reply, replacing: deleted)
    }
    let before = try records.reply(id)
    let revisions = try records.revisions(of: id)
    guard revisions.indices.contains(revision - 1) else {
      throw Failure(
        .usage,
        "wrong usage: --revision \(revision): the reply has "
          + "\(revisions.count.counted("earlier text")); rejoinder reply FILE revisions \(id) shows them"
      )
    }
    var reply = before
    reply.text = revisions[revision - 1].text
    try records.keep(reply, replacing: before)
  }
}

extension OpenRecords {
  /// What was deleted and can be brought back, in order of making.
  fileprivate var deletedReplies: [Reply] {
    dossier.records.replies.filter { $0.canBeRestored(at: now) }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }

  fileprivate func revisions(of id: String) throws(LibraryError) -> [Revision] {
    guard let essay = dossier.id else { return [] }
    return try library.revisions(of: id, in: essay)
  }
}
