internal import Application
internal import ArgumentParser
internal import Fetch
internal import Glibc
internal import NcursesTerminal
internal import Reader
internal import RejoinderCore
internal import Store

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open an essay, or the library, in the reader.",
    discussion:
      "When standard output is no terminal, the essay is printed as `text` prints it. With --linear, "
      + "and where TERM=dumb, it is read in lines: words on standard input, answers on standard output."
  )

  @Argument(
    help: "A file, a page's address, or - for standard input; without it the library is shown.",
    completion: .file())
  var file: String?

  @Flag(help: "Open the essay that comes with the program.")
  var sample = false

  @Flag(help: "Read in lines: nothing is drawn, and words do what keys do.")
  var linear = false

  @Option(
    help: ArgumentHelp(
      "Columns to fill with --linear or as text; otherwise $COLUMNS, else 80.", valueName: "n"))
  var width: Int?

  @OptionGroup var options: StoreOptions

  func validate() throws {
    if let width, width < 1 { throw ValidationError("--width \(width): it must be at least 1") }
    if sample, file != nil { throw ValidationError("--sample: a file was named too; choose one") }
  }

  func run() throws {
    try Self.read(
      sample ? .sample : file.map(Subject.file) ?? .library, store: options.store,
      isLinear: linear, width: width)
  }

  /// What is to be read.
  enum Subject {
    case library, sample
    case file(String)

    var isStandardInput: Bool {
      if case .file("-") = self { return true }
      return false
    }

    /// What errors call it that do not say it themselves.
    var name: String {
      switch self {
      case .library: "the library"
      case .sample: "the essay"
      case .file(let file): file == "-" ? "standard input" : file
      }
    }

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
  static func read(
    _ subject: Subject, store: String?, isLinear: Bool = false, width: Int? = nil
  ) throws {
    let environment = Process.environment
    let library = environment.library(chosen: store)
    if case .library = subject, let absent = library as? AbsentLibrary { throw absent.absence }
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let isLinear = isLinear || isTerminal && environment.variables["TERM"] == "dumb"
    guard isTerminal || isLinear else {
      return try print(subject, in: environment, library: library, width: width)
    }
    let session = ReadingSession(library: library, environment: environment)
    let opening = try open(subject, in: session)
    do {
      if isLinear {
        guard let opening else { return try LibraryList.print(try library.summaries(), as: .text) }
        try LinearReading.run(
          opening, in: session, columns: width ?? TextCommand.columns(in: environment),
          isEssayGiven: subject.isStandardInput)
      } else {
        try run(session, opening, environment: environment)
      }
    } catch let error as FetchError where error.kind == .cancelled {
      return
    } catch let error as InputError where error.kind == .cancelled {
      return
    } catch {
      throw Failure(describing: error, about: subject.name) ?? error
    }
  }

  private static func open(
    _ subject: Subject, in session: ReadingSession
  ) throws -> ReadingSession.Opening? {
    switch subject {
    case .library: return nil
    case .sample: return try session.openSample()
    case .file(let file):
      if subject.isStandardInput, isatty(STDIN_FILENO) == 1 {
        throw Failure(
          .usage, "wrong usage: standard input is the terminal; name a file, or pipe an essay in")
      }
      do {
        return try session.open(file)
      } catch {
        throw Failure(describing: error, about: subject.name) ?? error
      }
    }
  }

  private static func run(
    _ session: ReadingSession, _ opening: ReadingSession.Opening?, environment: SessionEnvironment
  ) throws {
    try session.run(
      opening, keyMap: try KeyMap(), seed: UInt64.random(in: .min ... .max),
      clock: SystemClock.now, elapsed: SystemClock.elapsed, stop: Process.stop
    ) {
      try NcursesTerminal(
        palette: Style.palette, environment: TerminalEnvironment(variables: environment.variables))
    }
  }

  /// What `text` prints; of the library, what `library list` does.
  private static func print(
    _ subject: Subject, in environment: SessionEnvironment, library: any Library, width: Int?
  ) throws {
    let essay: Essay
    switch subject {
    case .library: return try LibraryList.print(try library.summaries(), as: .text)
    case .sample: essay = try BuiltIn.essay()
    case .file(let file):
      essay = try EssayArgument.essay(file, in: environment, library: library)
    }
    let dossier = Dossier(of: essay, in: library)
    for problem in dossier.problems { Failure.warn(problem) }
    try TextCommand.print(dossier, columns: width ?? TextCommand.columns(in: environment))
  }
}
