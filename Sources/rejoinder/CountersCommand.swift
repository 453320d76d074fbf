internal import Application
internal import ArgumentParser
internal import Reader
internal import RejoinderCore
internal import TerminalKit

/// What a command prints: for people, or for programs.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct CountersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counters", abstract: "List what is said against an essay's claims.",
    discussion: "Each counterargument shows where it comes from.")

  @OptionGroup var essay: EssayArgument

  @Option(help: ArgumentHelp("Only the claim of this number.", valueName: "n"))
  var claim: Int?

  @Option(help: "What to print.")
  var format = PlainFormat.text

  @Flag(help: "Say below each question what its scheme is; json always says so.")
  var explain = false

  func validate() throws {
    if explain, format != .text {
      throw ValidationError("--explain goes with --format text; json always explains")
    }
  }

  func run() throws {
    let study = Study(of: try essay.dossier(in: Process.environment))
    if let remark = study.remark { Failure.warn(remark) }
    let indices =
      if let claim { [try study.claimIndex(numbered: claim)] } else {
        Array(study.marking.claims.indices)
      }
    var output = Output()
    switch format {
    case .text: for index in indices { write(index, of: study, to: &output) }
    case .json: Self.json(of: indices, in: study).write(to: &output)
    }
    try output.finish()
  }

  private static func json(of indices: [Int], in study: Study) -> JSON {
    .object([
      ("schemaVersion", .int(1)),
      ("essay", study.dossier.json(withText: false)),
      (
        "claims",
        .elements(indices.count) { place in
          let index = indices[place]
          let claim = study.marking.claims[index]
          return .object([
            ("index", .int(index)),
            ("sentence", .optional(study.sentenceIndex(of: claim.passage))),
            ("text", .string(study.dossier.essay.text.string(claim.passage))),
            ("counterarguments", .array(study.counterarguments(to: claim).map(\.json))),
          ])
        }
      ),
    ])
  }

  private func write(_ index: Int, of study: Study, to output: inout Output) {
    let claim = study.marking.claims[index]
    output.line(
      "\(index + 1). [\(ClaimsText.label(claim.role, claim.kind))] "
        + study.words(of: claim.passage))
    for (number, answer) in study.counterarguments(to: claim).enumerated() {
      let source = answer.source.map { " (\($0.oneLine))" } ?? ""
      output.line("   \(number + 1). \(answer.label) \(answer.text.oneLine)\(source)")
      if explain, !answer.origin.summary.isEmpty { output.line("      " + answer.origin.summary) }
    }
  }
}

extension Study {
  /// The claim that the reader knows by `number`.
  func claimIndex(numbered number: Int) throws(Failure) -> Int {
    let count = marking.claims.count
    guard (1...max(1, count)).contains(number), count > 0 else {
      throw Failure(
        .usage,
        "wrong usage: --claim \(number): the essay has \(count.counted("claim")); rejoinder claims FILE "
          + "shows them")
    }
    return number - 1
  }
}

extension Counterargument {
  var json: JSON {
    .object([
      ("id", .string(id)),
      ("text", .string(text)),
      ("attack", .string(attack.rawValue)),
      (
        "origin",
        .object([
          ("kind", .string(origin.kind.rawValue)), ("label", .string(origin.label)),
          ("detail", .string(origin.detail)),
          ("summary", .optional(origin.summary.isEmpty ? nil : origin.summary)),
        ])
      ),
      ("source", .optional(source)),
      ("rating", .int(rating)),
      ("pinned", .bool(pinned)),
      ("dismissed", .bool(dismissed)),
    ])
  }
}
