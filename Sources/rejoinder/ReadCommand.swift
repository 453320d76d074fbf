internal import Application
internal import ArgumentParser
internal import Fetch
internal import Glibc
internal import Ingest
internal import NcursesTerminal
internal import Reader
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open an essay, or the library, in the reader.",
    discussion:
      "When standard output is no terminal, the essay is printed as `text` prints it. With --linear, "
      + "and where TERM=dumb, it is read in lines: words on standard input, answers on standard output."
  )

  @Argument(
    help:
      "Files, folders, addresses of pages, or - for standard input; several are a reading list.",
    completion: .file())
  var files: [String] = []

  @Flag(help: "Open the essay that comes with the program.")
  var sample = false

  @Flag(help: "Read in lines: nothing is drawn, and words do what keys do.")
  var linear = false

  @Option(
    help: ArgumentHelp(
      "Columns to fill with --linear or as text; otherwise $COLUMNS, else 80.", valueName: "n"))
  var width: Int?

  @OptionGroup var formats: FormatOptions

  @OptionGroup var options: StoreOptions

  func validate() throws {
    if let width, width < 1 { throw ValidationError("--width \(width): it must be at least 1") }
    if sample, !files.isEmpty {
      throw ValidationError("--sample: a file was named too; choose one")
    }
    if formats.format != nil, files.isEmpty {
      throw ValidationError("--input-format: of which essay? Name a file")
    }
  }

  func run() throws {
    try Self.read(
      try sample ? .sample : Subject(words: files), store: options.store,
      isLinear: linear, width: width, format: formats.format)
  }

  /// What is to be read.
  enum Subject {
    case library, sample
    case file(String)
    case list([String])

    /// What the words of a command line name: a folder stands for the files in it.
    init(words: [String]) throws(Failure) {
      var files: [String] = []
      for word in words {
        do throws(InputError) {
          files += EssayFolder.isFolder(word) ? try EssayFolder.files(in: word) : [word]
        } catch {
          throw Failure(describing: error) ?? Failure(.noInput, "\(error)")
        }
      }
      let isFolder = words.count == 1 && files != words
      if files.count > 1, files.contains("-") {
        throw Failure(
          .usage,
          "wrong usage: -: standard input cannot be one of several essays; see rejoinder read --help"
        )
      }
      self = isFolder || files.count > 1 ? .list(files) : files.first.map(Subject.file) ?? .unnamed
    }

    /// Without a name: what is piped or led into the program, as for other readers, else the library.
    /// Where nothing is to be shown on a screen, a pipe may be one that never ends.
    static var unnamed: Subject {
      var status = stat()
      guard fstat(STDIN_FILENO, &status) == 0 else { return .library }
      let isFile = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
      let isPipe = status.st_mode & S_IFMT == S_IFIFO && isatty(STDOUT_FILENO) == 1
      return isFile || isPipe ? .file("-") : .library
    }

    /// The words that name essays.
    var words: [String] {
      switch self {
      case .library, .sample: []
      case .file(let file): [file]
      case .list(let files): files
      }
    }

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
      case .list: "the reading list"
      }
    }

    /// Understands the calls that are made all day, `rejoinder`, `rejoinder FILE` and
    /// `rejoinder read FILE`, without the parser, which takes longer than the essay.
    ///
    /// - Parameter arguments: Without the program's name.
    /// - Returns: `nil` for everything else: options, commands.
    init?(plain arguments: some Collection<String>) {
      var rest = arguments[...]
      if rest.first == "read", rest.count == 2 { rest = rest.dropFirst() }
      guard let file = rest.first else {
        self = .unnamed
        return
      }
      let isName = rest.count == arguments.count && RejoinderCommand.isName(file)
      guard rest.count == 1, file == "-" || !file.hasPrefix("-"), !isName,
        !EssayFolder.isFolder(file)
      else { return nil }
      self = .file(file)
    }
  }

  /// Opens the reader; where standard output is no terminal, prints the subject instead.
  static func read(
    _ subject: Subject, store: String?, isLinear: Bool = false, width: Int? = nil,
    format: FormatName? = nil
  ) throws {
    var environment = Process.environment.reading(subject.words, as: format)
    environment.chosenLibrary = store
    let library = environment.library(chosen: store)
    if case .library = subject, let absent = library as? AbsentLibrary { throw absent.absence }
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let isLinear = isLinear || isTerminal && environment.variable("TERM") == "dumb"
    guard isTerminal || isLinear else {
      return try print(subject, in: environment, library: library, width: width)
    }
    let session = ReadingSession(library: library, environment: environment)
    var list = ReadingList()
    var subject = subject
    if case .list(let files) = subject {
      list = ReadingList(files, current: isLinear ? 0 : nil)
      subject = isLinear ? files.first.map(Subject.file) ?? .library : .library
    }
    let opening = try open(subject, in: session)
    do {
      if isLinear {
        guard let opening else { return try LibraryList.print(try library.summaries(), as: .text) }
        try LinearReading.run(
          opening, list: list, in: session, columns: width ?? TextCommand.columns(in: environment),
          isEssayGiven: subject.isStandardInput)
      } else {
        let signal = try run(session, opening, list: list, environment: environment)
        if let signal { EndingSignals.end(by: signal) }
      }
    } catch let error as SessionError where error.signal != nil {
      if let message = Failure(describing: error)?.message { Failure.warn(message) }
      if let signal = error.signal { EndingSignals.end(by: signal) }
      throw Failure(.inputOutput, nil)
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
    case .library, .list: return nil
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
    _ session: ReadingSession, _ opening: ReadingSession.Opening?, list: ReadingList,
    environment: SessionEnvironment
  ) throws -> TerminalSignal? {
    try session.run(
      opening, list: list, keyMap: .standard, seed: UInt64.random(in: .min ... .max),
      clock: SystemClock.now, elapsed: SystemClock.elapsed, stop: Process.stop
    ) {
      try NcursesTerminal(
        palette: Style.palette, environment: TerminalEnvironment(variable: environment.variable))
    }
  }

  /// What `text` prints; of the library, what `library list` does; of a list, every essay in turn.
  private static func print(
    _ subject: Subject, in environment: SessionEnvironment, library: any Library, width: Int?
  ) throws {
    let columns = width ?? TextCommand.columns(in: environment)
    switch subject {
    case .library: try LibraryList.print(try library.summaries(), as: .text)
    case .sample: try print(try BuiltIn.essay(), in: library, columns: columns)
    case .file(let file):
      let essay = try EssayArgument.essay(file, in: environment, library: library)
      try print(essay, in: library, columns: columns)
    case .list(let files):
      var failure: Failure?
      for (index, file) in files.enumerated() {
        do throws(Failure) {
          let essay = try EssayArgument.essay(file, in: environment, library: library)
          if index > 0 { try blankLine() }
          try print(essay, in: library, columns: columns)
        } catch {
          // The others are printed all the same.
          guard let message = error.message, error.status != .inputOutput else { throw error }
          Failure.warn(message)
          failure = failure ?? error
        }
      }
      if let failure { throw Failure(failure.status, nil) }
    }
  }

  private static func print(
    _ essay: Essay, in library: any Library, columns: Int
  ) throws(Failure) {
    let dossier = Dossier(of: essay, in: library)
    for problem in dossier.problems { Failure.warn(problem) }
    try TextCommand.print(dossier, columns: columns)
  }

  private static func blankLine() throws(Failure) {
    var output = Output()
    output.line()
    try output.finish()
  }
}
