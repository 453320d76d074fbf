internal import Application
internal import ArgumentParser
internal import Glibc
internal import NcursesTerminal
internal import Reader
internal import Store

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open an essay, or the library, in the reader.",
    discussion: "When standard output is no terminal, the essay is printed as `text` prints it.")

  @Argument(help: "A file, or - for standard input; without it the library is shown.")
  var file: String?

  @Flag(help: "Open the essay that comes with the program.")
  var sample = false

  @OptionGroup var options: StoreOptions

  func run() throws {
    let environment = Process.environment
    guard isatty(STDOUT_FILENO) == 1 else { return try print(in: environment) }
    let session = ReadingSession(
      library: options.library(in: environment), environment: environment)
    var opening: ReadingSession.Opening?
    if sample {
      opening = try session.openSample()
    } else if let file {
      let name = file == "-" ? "standard input" : file
      do {
        opening = try session.open(EssayInput(path: file, folder: environment.folder))
      } catch {
        throw Failure(describing: error, about: name) ?? error
      }
    }
    let terminal = try NcursesTerminal(
      palette: Style.palette, environment: TerminalEnvironment(variables: environment.variables))
    defer { terminal.close() }
    try session.run(
      opening, on: terminal, keyMap: try KeyMap(),
      seed: UInt64.random(in: .min ... .max), clock: SystemClock.now, stop: Process.stop)
  }

  /// What `text` prints; of the library, what `library list` does.
  private func print(in environment: SessionEnvironment) throws {
    let library = options.library(in: environment)
    let essay =
      if sample {
        try BuiltIn.essay()
      } else if let file {
        try EssayArgument.essay(file, folder: environment.folder)
      } else {
        throw Failure(.usage, "wrong usage: nothing to print: name an essay")
      }
    let dossier = Dossier(of: essay, in: library)
    for problem in dossier.problems { Failure.warn(problem) }
    try TextCommand.print(dossier, columns: TextCommand.columns(in: environment))
  }
}
