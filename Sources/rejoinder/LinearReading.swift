internal import Application
internal import Reader
internal import RejoinderCore
internal import Store

/// The reader in lines, on standard output and standard input.
enum LinearReading {
  /// - Parameter isEssayGiven: Whether standard input is the essay, so that commands come from the
  ///   terminal.
  static func run(
    _ opening: ReadingSession.Opening, list: ReadingList, in session: ReadingSession, columns: Int,
    isEssayGiven: Bool
  ) throws {
    let input = isEssayGiven ? try LineInput.terminal() : LineInput.standardInput()
    var output = Output()
    // What could not be kept is said, whatever ended the lines.
    let outcome = Result {
      try session.runInLines(
        opening, list: list, keyMap: .standard, seed: UInt64.random(in: .min ... .max),
        columns: columns,
        clock: SystemClock.now,
        nextLine: { isText in
          if input.isTerminal {
            output.write(isText ? "" : "> ")
            output.flush()
          }
          return input.next()
        },
        print: { lines in
          for line in lines { output.line(line) }
          output.flush()
        })
      try output.finish()
    }
    if case .failure(let error) = outcome, input.hasHeardSignal,
      let message = Failure(describing: error)?.message
    {
      Failure.warn(message)
    }
    input.obeySignal()
    try outcome.get()
  }
}
