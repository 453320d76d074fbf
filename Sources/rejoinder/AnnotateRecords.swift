internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct AnnotateList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your records of an essay.",
    usage: "rejoinder annotate <file> list [--format <format>]")

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
        ("records", .array(dossier.placements.map(\.json))),
      ]).write(to: &output)
    case .text:
      for placement in dossier.placements {
        output.line(placement.line)
      }
    }
    try output.finish()
  }
}

struct AnnotateEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change one of your records.",
    usage:
      "rejoinder annotate <file> edit <id> [--text <text>] [--kind <kind>] [--attack <attack>]",
    discussion: "Without an option the words are handed to $VISUAL or $EDITOR.")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The record's identifier.")
  var id: String

  @Option(parsing: .unconditional, help: "New words; - reads standard input.")
  var text: String?

  @Option(help: "A marked claim's new kind.")
  var kind: ClaimKind?

  @Option(help: "A counterargument's new attack.")
  var attack: WrittenAttack?

  @Option(help: "A counterargument's new source.")
  var source: String?

  func run() throws {
    var environment = Process.environment
    environment.chosenLibrary = essay.options.store
    var records = try OpenRecords(essay, in: environment)
    var annotation = try records.annotation(id)
    let body = try changed(annotation.body, in: environment)
    guard body != annotation.body else { return }
    annotation.body = body
    try records.keep(records.touched(annotation))
  }

  private func changed(
    _ body: Annotation.Body, in environment: SessionEnvironment
  ) throws(Failure) -> Annotation.Body {
    let allowed: Set<String>
    let result: Annotation.Body
    switch body {
    case .mark(let old):
      allowed = ["--kind"]
      guard let kind else {
        throw Failure(.usage, "wrong usage: \(id): a marked claim has no words; change its --kind")
      }
      result = .mark(kind: kind == old ? old : kind)
    case .note(let old):
      allowed = ["--text"]
      result = .note(try words(instead: old, in: environment))
    case .counterargument(let oldAttack, let old, let oldSource):
      allowed = ["--text", "--attack", "--source"]
      let text =
        givenOptions.isEmpty || self.text != nil
        ? try words(instead: old, in: environment) : old
      result = .counterargument(
        attack: attack?.attack ?? oldAttack, text: text, source: source ?? oldSource)
    case .decision, .assessment:
      throw Failure(
        .usage, "wrong usage: \(id): a decision has no words; remove it, or decide anew")
    }
    if let stray = givenOptions.first(where: { !allowed.contains($0) }) {
      throw Failure(.usage, "wrong usage: \(stray): this record has nothing of the kind")
    }
    return result
  }

  private var givenOptions: [String] {
    [
      (text != nil, "--text"), (kind != nil, "--kind"), (attack != nil, "--attack"),
      (source != nil, "--source"),
    ].filter(\.0).map(\.1)
  }

  private func words(
    instead old: String, in environment: SessionEnvironment
  ) throws(Failure) -> String {
    guard let text else { return try GivenText.nonempty(GivenText.edited(old, in: environment)) }
    return try GivenText.nonempty(GivenText(text, besides: essay.file).value)
  }
}

struct AnnotateRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Delete one of your records.",
    usage: "rejoinder annotate <file> remove <id>")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The record's identifier.")
  var id: String

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    var annotation = records.touched(try records.annotation(id))
    annotation.isDeleted = true
    try records.keep(annotation)
  }
}

// MARK: - Records in words

extension AnchorResolution {
  var name: String {
    switch self {
    case .exact: "exact"
    case .moved: "moved"
    case .approximate: "approximate"
    case .orphaned: "orphaned"
    }
  }

  /// 1 for the same words; `nil` where none were found.
  var score: Double? {
    switch self {
    case .exact, .moved: 1
    case .approximate(_, let score): score
    case .orphaned: nil
    }
  }
}

extension Dossier.Placement {
  /// The passage as it stands now, or where it was when it can no longer be found.
  private var passage: Passage { resolution.passage ?? annotation.anchor.position }

  /// Where a lost record may belong.
  private var candidates: [(String, JSON)] {
    guard case .orphaned(let candidates) = resolution else { return [] }
    let passages = candidates.map { passage in
      JSON.object([("start", .int(passage.start)), ("end", .int(passage.end))])
    }
    return [("candidates", .array(passages))]
  }

  var line: String {
    let place = resolution.passage == nil ? "orphaned" : "\(passage.start)-\(passage.end)"
    let weak = if case .approximate = resolution { " approximate" } else { "" }
    let words = annotation.body.text.map { ": " + $0.oneLine } ?? ""
    return "\(annotation.id.visible) \(place)\(weak) [\(annotation.body.label)] "
      + "“\(annotation.anchor.quote.oneLine)”\(words)"
  }

  var json: JSON {
    .object(
      [
        ("id", .string(annotation.id)),
        ("as", .string(annotation.body.form)),
        ("start", .int(passage.start)),
        ("end", .int(passage.end)),
        ("quote", .string(annotation.anchor.quote)),
        ("kind", .optional(annotation.body.kind?.rawValue)),
        ("text", .optional(annotation.body.text)),
        ("anchor", .string(resolution.name)),
        ("score", resolution.score.map(JSON.decimal) ?? .null),
        ("created", .string(annotation.created.iso8601)),
        ("modified", .string(annotation.modified.iso8601)),
        ("conflictsWith", .optional(annotation.conflictsWith)),
      ] + candidates + annotation.body.particulars)
  }
}

extension Annotation.Body {
  fileprivate var form: String {
    switch self {
    case .mark: "claim"
    case .note: "note"
    case .counterargument: "counterargument"
    case .decision: "decision"
    case .assessment: "assessment"
    }
  }

  fileprivate var kind: ClaimKind? {
    switch self {
    case .mark(let kind), .decision(.retyped(_, let kind)): kind
    default: nil
    }
  }

  fileprivate var text: String? {
    switch self {
    case .note(let text), .counterargument(_, let text, _): text
    default: nil
    }
  }

  fileprivate var label: String {
    switch self {
    case .mark(let kind): "claim, \(kind.rawValue)"
    case .note: "note"
    case .counterargument(let attack, _, _): "counterargument, \(attack.rawValue)"
    case .decision(.accepted): "accepted"
    case .decision(.rejected): "rejected"
    case .decision(.retyped(let role, let kind)): "retyped, \(role.rawValue), \(kind.rawValue)"
    case .assessment: "assessment"
    }
  }

  /// What only some records have.
  fileprivate var particulars: [(String, JSON)] {
    switch self {
    case .mark, .note: []
    case .counterargument(let attack, _, let source):
      [("attack", .string(attack.rawValue)), ("source", .optional(source))]
    case .decision(.accepted): [("decision", .string("accepted"))]
    case .decision(.rejected): [("decision", .string("rejected"))]
    case .decision(.retyped(let role, _)):
      [("decision", .string("retyped")), ("role", .string(role.rawValue))]
    case .assessment(let assessment):
      [
        ("counterargument", .string(assessment.counterargument)),
        ("rating", .int(assessment.rating)), ("pinned", .bool(assessment.pinned)),
        ("dismissed", .bool(assessment.dismissed)),
      ]
    }
  }
}
