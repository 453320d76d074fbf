internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "List, search and tidy the essays that you have read.",
    subcommands: [
      LibraryList.self, LibrarySearch.self, LibraryShow.self, LibraryRemove.self,
      LibraryCheck.self, LibraryRepair.self, LibraryExportCommand.self, LibraryImportCommand.self,
    ])
}

struct LibraryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the essays, last read first.")

  @Option(help: "What to print.")
  var format = PlainFormat.text

  @OptionGroup var options: StoreOptions

  func run() throws {
    try Self.print(
      try options.library(in: Process.environment).summaries(), as: format)
  }

  static func print(_ summaries: [EssaySummary], as format: PlainFormat) throws(Failure) {
    var output = Output()
    switch format {
    case .text: for summary in summaries { output.line(summary.line) }
    case .json:
      JSON.object([
        ("schemaVersion", .int(1)), ("essays", .array(summaries.map { .object($0.members) })),
      ]).write(to: &output)
    }
    try output.finish()
  }
}

struct LibrarySearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "List the essays in which all the words occur.",
    discussion:
      "Title, author, text, your notes, counterarguments and replies are searched; case does not "
      + "matter.")

  @Argument(help: "Words, or parts of words.")
  var words: [String]

  @Option(help: "What to print.")
  var format = PlainFormat.text

  @OptionGroup var options: StoreOptions

  func run() throws {
    let found = try options.library(in: Process.environment).search(words)
    try LibraryList.print(found, as: format)
  }
}

/// One essay of the library, named by its identifier or by enough of its beginning.
struct EssayName: ParsableArguments {
  @Argument(help: "The essay's identifier, or a beginning of it that no other has.")
  var id: String

  @OptionGroup var options: StoreOptions

  func summary(in library: any Library) throws -> EssaySummary {
    try Self.summary(of: id, in: library)
  }

  static func summary(of id: String, in library: any Library) throws -> EssaySummary {
    let found = try library.summaries().filter { $0.id.rawValue.hasPrefix(id) }
    guard let first = found.first, !id.isEmpty else {
      throw Failure(
        .noInput,
        "cannot find the essay: \(id): the library has none of that name; "
          + "rejoinder library list shows them")
    }
    guard found.count == 1 else {
      throw Failure(
        .usage, "wrong usage: \(id): \(found.count) essays begin like that; give more of it")
    }
    return first
  }
}

struct LibraryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what the library knows of an essay.")

  @OptionGroup var name: EssayName

  @Option(help: "What to print.")
  var format = PlainFormat.text

  func run() throws {
    let library = name.options.library(in: Process.environment)
    let summary = try name.summary(in: library)
    let records = try library.records(of: summary.id)
    for problem in records.problems { Failure.warn(problem) }
    let members =
      [("schemaVersion", JSON.int(1))] + summary.members + [
        ("annotations", .int(records.annotations.count { !$0.isDeleted })),
        ("replies", .int(records.replies.count { !$0.isDeleted })),
        ("isReadOnly", .bool(records.isReadOnly)),
      ]
    var output = Output()
    switch format {
    case .json: JSON.object(members).write(to: &output)
    case .text:
      for (name, value) in members.dropFirst() {
        if let words = value.words { output.line("\(name): \(words)") }
      }
    }
    try output.finish()
  }
}

struct LibraryRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget an essay with all your notes and replies to it.",
    discussion: "The essay's own file is left alone.")

  @OptionGroup var name: EssayName

  func run() throws {
    let library = name.options.library(in: Process.environment)
    try library.remove(try name.summary(in: library).id)
  }
}

extension EssaySummary {
  fileprivate var line: String {
    let byline = author.map { ", \($0.oneLine)" } ?? ""
    let percent = Int((progress * 100).rounded())
    return "\(id.rawValue.prefix(12)) \(title.oneLine)\(byline) "
      + "[\(percent)% read, \(claimsAnswered) answered, \(drafts.counted("draft"))]"
  }

  fileprivate var members: [(String, JSON)] {
    [
      ("id", .string(id.rawValue)), ("title", .string(title)), ("author", .optional(author)),
      ("source", .string(source.address)), ("words", .int(words)),
      ("progress", .decimal(progress)), ("claimsAnswered", .int(claimsAnswered)),
      ("drafts", .int(drafts)), ("lastRead", .string(lastRead.iso8601)),
    ]
  }
}

extension JSON {
  /// A plain value for people; `nil` for nothing and for lists.
  fileprivate var words: String? {
    switch self {
    case .bool(let value): value ? "yes" : "no"
    case .int(let value): String(value)
    case .decimal(let value): String((value * 100).rounded() / 100)
    case .string(let text): text.oneLine
    case .null, .text, .object, .array, .elements: nil
    }
  }
}
