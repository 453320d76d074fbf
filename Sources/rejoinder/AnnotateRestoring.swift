internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store

struct AnnotateDeleted: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deleted", abstract: "List the records that can be brought back.",
    usage: "rejoinder annotate <file> deleted [--format <format>]",
    discussion: "What was deleted is kept for \(Tombstone.daysKept) days.")

  @OptionGroup var essay: EssayArgument

  @Option(help: "What to print.")
  var format = PlainFormat.text

  func run() throws {
    let records = try OpenRecords(essay, in: Process.environment)
    let deleted = records.deleted
    let placements = zip(deleted, resolve(deleted.map(\.anchor), in: records.dossier.essay.text))
      .map { Dossier.Placement(annotation: $0, resolution: $1) }
    var output = Output()
    switch format {
    case .json:
      JSON.object([
        ("schemaVersion", .int(1)), ("essay", records.dossier.json(withText: false)),
        ("records", .array(placements.map(\.json))),
      ]).write(to: &output)
    case .text: for placement in placements { output.line(placement.line) }
    }
    try output.finish()
  }
}

struct AnnotateRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a deleted record back.",
    usage: "rejoinder annotate <file> restore <id>")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The record's identifier.")
  var id: String

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    guard let deleted = records.deleted.first(where: { $0.id == id }) else {
      throw Failure(
        .noInput,
        "cannot find the record: \(id): nothing of that name can be brought back; "
          + "rejoinder annotate FILE deleted shows what can")
    }
    var annotation = records.touched(deleted)
    annotation.isDeleted = false
    try records.keep(annotation)
  }
}

struct AnnotateAttach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Give a record another passage, such as one that lost its own.",
    usage: "rejoinder annotate <file> attach <id> --start <n> --end <n>")

  @OptionGroup var essay: EssayArgument

  @Argument(help: "The record's identifier.")
  var id: String

  @Option(help: ArgumentHelp("First byte of the passage in the essay's text.", valueName: "n"))
  var start: Int

  @Option(help: ArgumentHelp("The byte after its last.", valueName: "n"))
  var end: Int

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    let text = records.dossier.essay.text
    let passage = try Passage(words: start, end, in: text)
    var annotation = records.touched(try records.annotation(id))
    annotation.anchor = Anchor(of: passage, in: text)
    try records.keep(annotation)
  }
}

extension OpenRecords {
  /// What was deleted and can be brought back, in order of making.
  fileprivate var deleted: [Annotation] {
    dossier.records.annotations.filter { $0.canBeRestored(at: now) }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }
}
