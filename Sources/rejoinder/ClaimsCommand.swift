internal import Application
internal import ArgumentParser
internal import RejoinderCore

struct ClaimsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, w3c, argdown
  }

  /// ``HighlightLevel`` by its names.
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case fewest, few, usual, more, all

    var level: HighlightLevel {
      switch self {
      case .fewest: .fewest
      case .few: .few
      case .usual: .usual
      case .more: .more
      case .all: .all
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "List an essay's claims.",
    discussion: "What the reader accepted, rejected, retyped or marked is respected.")

  @OptionGroup var essay: EssayArgument

  @Flag(help: "List every sentence; only json and text can show that.")
  var all = false

  @Option(help: "How many claims count.")
  var level = Level.usual

  @Option(help: "What to print.")
  var format = Format.text

  func validate() throws {
    if all, format != .json, format != .text {
      throw ValidationError("--all goes with --format text or json, not \(format.rawValue)")
    }
  }

  /// Why the list is empty.
  private static func nothing(in study: Study) -> String {
    let essay = study.dossier.essay
    let language = LanguageGuess.of(essay.text.utf8[...])
    let why =
      language.map { $0.code == "en" ? nil : "it looks like \($0.name), and" } ?? nil
    return "claims: \(essay.metadata.displayTitle): "
      + (why.map { $0 + " claims are found in English only" } ?? "no claims were found")
      + "; annotate marks one"
  }

  func run() throws {
    let study = Study(
      of: try essay.dossier(in: Process.environment), level: level.level)
    if let remark = study.remark { Failure.warn(remark) }
    var output = Output()
    switch format {
    case .text: ClaimsText(of: study, isAll: all).write(to: &output)
    case .json: ClaimsJSON(of: study, isAll: all).json.write(to: &output)
    case .markdown: ClaimsMarkdown(of: study).write(to: &output)
    case .w3c: ClaimAnnotations(of: study).json.write(to: &output)
    case .argdown: ClaimsArgdown(of: study).write(to: &output)
    }
    try output.finish()
    if format == .text, study.marking.claims.isEmpty { Failure.warn(Self.nothing(in: study)) }
  }
}
