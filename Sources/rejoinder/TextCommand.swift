internal import Application
internal import ArgumentParser
internal import RejoinderCore

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print an essay as plain text with its claims marked.",
    discussion:
      "Every claim opens with its number and kind in brackets. What is said against it can follow "
      + "its paragraph, or stand together at the end.")

  @OptionGroup var essay: EssayArgument

  @Option(help: ArgumentHelp("Columns to fill; otherwise $COLUMNS, else 80.", valueName: "n"))
  var width: Int?

  @Option(help: "Where counterarguments stand.")
  var counters = TextPage.CountersPlace.none

  func validate() throws {
    if let width, width < 1 { throw ValidationError("--width \(width): it must be at least 1") }
  }

  func run() throws {
    let environment = Process.environment
    try Self.print(
      try essay.dossier(in: environment), columns: width ?? Self.columns(in: environment),
      counters: counters)
  }

  static func print(
    _ dossier: Dossier, columns: Int, counters: TextPage.CountersPlace = .none
  ) throws(Failure) {
    let study = Study(of: dossier)
    if let remark = study.remark { Failure.warn(remark) }
    var output = Output()
    TextPage(of: study, columns: columns, counters: counters).write(to: &output)
    try output.finish()
  }

  static func columns(in environment: SessionEnvironment) -> Int {
    environment.variable("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }
}
