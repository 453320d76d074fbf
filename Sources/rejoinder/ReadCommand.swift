internal import Application
internal import ArgumentParser
internal import Glibc
internal import NcursesTerminal
internal import Reader
internal import Store

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open an essay, or the library, in the reader.")

  @Argument(help: "A file, or - for standard input; without it the library is shown.")
  var file: String?

  @Flag(help: "Open the essay that comes with the program.")
  var sample = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    let environment = Process.environment
    let library = JSONLibrary(root: options.root(in: environment))
    let session = ReadingSession(library: library, environment: environment)
    var opening: ReadingSession.Opening?
    if sample {
      opening = try session.openSample()
    } else if let file {
      opening = try session.open(EssayInput(path: file, folder: environment.folder))
    }
    let terminal = try NcursesTerminal(
      palette: Style.palette, environment: TerminalEnvironment(variables: environment.variables))
    defer { terminal.close() }
    try session.run(
      opening, on: terminal, keyMap: try KeyMap(),
      seed: UInt64.random(in: .min ... .max), clock: SystemClock.now, stop: Process.stop)
  }
}
