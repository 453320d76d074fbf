internal import Application
internal import ArgumentParser
internal import NcursesTerminal
internal import Reader
internal import TerminalKit

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show what the program goes by.",
    subcommands: [
      ConfigShow.self, ConfigPaths.self, ConfigKeys.self, ConfigManual.self,
    ])
}

struct ConfigPaths: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Print where the program keeps what is yours.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let environment = Process.environment
    var output = Output()
    output.line("library: " + environment.libraryFolder(chosen: options.store).visible)
    try output.finish()
  }
}

struct ConfigShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what the environment says, as the program understands it."
  )

  @OptionGroup var options: StoreOptions

  func run() throws {
    let environment = Process.environment
    let terminal = TerminalEnvironment(variable: environment.variable)
    let settings = [
      ("library", environment.libraryFolder(chosen: options.store)),
      ("editor", environment.editor),
      ("terminal", terminal.name),
      ("colour", terminal.refusesColour ? "no, for NO_COLOR" : "as the terminal has it"),
      ("characters", terminal.isUTF8 ? "UTF-8" : "ASCII"),
      ("width of text", String(TextCommand.columns(in: environment))),
    ]
    var output = Output()
    for (name, value) in settings { output.line("\(name): \(value.visible)") }
    try output.finish()
  }
}

struct ConfigKeys: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, man
  }

  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the reader's keys and commands.")

  @Option(help: "What to print.")
  var format = Format.text

  func run() throws {
    _ = try KeyMap(CommandEntry.table)
    var output = Output()
    output.write(KeyTable(CommandEntry.table).text(as: format))
    try output.finish()
  }
}

/// For those who build the program: prints `docs/rejoinder.1`.
struct ConfigManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws {
    let manual = try Manual(dump: RejoinderCommand._dumpHelp())
    var output = Output()
    output.write(
      manual.text(
        version: RejoinderCommand.configuration.version, keys: KeyTable(CommandEntry.table)))
    try output.finish()
  }
}
