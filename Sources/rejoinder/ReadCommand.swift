internal import Application
internal import ArgumentParser
internal import Glibc
internal import NcursesTerminal
internal import Reader
internal import RejoinderCore
internal import Store

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open an essay, or the library, in the reader.",
    discussion: "When standard output is no terminal, the essay is printed as `text` prints it.")

  @Argument(
    help: "A file, or - for standard input; without it the library is shown.", completion: .file())
  var file: String?

  @Flag(help: "Open the essay that comes with the program.")
  var sample = false

  @OptionGroup var options: StoreOptions

  func validate() throws {
    if sample, file != nil { throw ValidationError("--sample: a file was named too; choose one") }
  }

  func run() throws {
    try Self.read(sample ? .sample : file.map(Subject.file) ?? .library, store: options.store)
  }

  /// What is to be read.
  enum Subject {
    case library, sample
    case file(String)

    /// Understands the calls that are made all day, `rejoinder`, `rejoinder FILE` and
    /// `rejoinder read FILE`, without the parser, which takes longer than the essay.
    ///
    /// - Parameter arguments: Without the program's name.
    /// - Returns: `nil` for everything else: options, commands.
    init?(plain arguments: some Collection<String>) {
      let names =
        RejoinderCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + [
          "help"
        ]
      var rest = arguments[...]
      if rest.first == "read", rest.count == 2 { rest = rest.dropFirst() }
      guard let file = rest.first else {
        self = .library
        return
      }
      let isName = rest.count == arguments.count && names.contains(file)
      guard rest.count == 1, file == "-" || !file.hasPrefix("-"), !isName else { return nil }
      self = .file(file)
    }
  }

  /// Opens the reader; where standard output is no terminal, prints the subject instead.
  static func read(_ subject: Subject, store: String?) throws {
    let environment = Process.environment
    let library = environment.library(chosen: store)
    if case .library = subject, let absent = library as? AbsentLibrary { throw absent.absence }
    guard isatty(STDOUT_FILENO) == 1 else {
      return try print(subject, in: environment, library: library)
    }
    let session = ReadingSession(library: library, environment: environment)
    var opening: ReadingSession.Opening?
    switch subject {
    case .library: break
    case .sample: opening = try session.openSample()
    case .file(let file):
      let name = file == "-" ? "standard input" : file
      do {
        opening = try session.open(EssayInput(path: file, folder: environment.folder))
      } catch {
        throw Failure(describing: error, about: name) ?? error
      }
    }
    try session.run(
      opening, keyMap: .standard, seed: UInt64.random(in: .min ... .max),
      clock: SystemClock.now, elapsed: SystemClock.elapsed, stop: Process.stop
    ) {
      try NcursesTerminal(
        palette: Style.palette, environment: TerminalEnvironment(variables: environment.variables))
    }
  }

  /// What `text` prints; of the library, what `library list` does.
  private static func print(
    _ subject: Subject, in environment: SessionEnvironment, library: any Library
  ) throws {
    let essay: Essay
    switch subject {
    case .library: return try LibraryList.print(try library.summaries(), as: .text)
    case .sample: essay = try BuiltIn.essay()
    case .file(let file): essay = try EssayArgument.essay(file, folder: environment.folder)
    }
    let dossier = Dossier(of: essay, in: library)
    for problem in dossier.problems { Failure.warn(problem) }
    try TextCommand.print(dossier, columns: TextCommand.columns(in: environment))
  }
}
