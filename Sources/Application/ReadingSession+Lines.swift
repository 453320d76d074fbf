public import Reader
public import RejoinderCore
internal import Runtime
internal import TerminalKit

extension ReadingSession {
  /// Runs the reader in lines until the reader leaves or the lines end.
  ///
  /// Everything is done before the next line is asked for, so the same lines give the same words.
  ///
  /// - Parameters:
  ///   - columns: Where lines are broken.
  ///   - nextLine: The reader's next line, without its end; `nil` when there is none. The argument
  ///     tells whether it is part of a text.
  ///   - print: Takes lines to be shown.
  public func runInLines(
    _ opening: Opening, list: ReadingList = ReadingList(), keyMap: KeyMap, seed: UInt64,
    columns: Int,
    clock: @escaping @Sendable () -> Timestamp, nextLine: (_ isText: Bool) -> String?,
    print: ([String]) throws -> Void
  ) throws {
    guard let mailbox = Mailbox() else {
      throw SessionError(.cannotBegin, "no file descriptors are left; close some programs")
    }
    let outcome = try opening.pending.read { _ in }
    let model = Model(
      size: Size(columns: 80, rows: 24), keyMap: keyMap, seed: seed, essay: outcome.essay,
      place: opening.place, list: list)
    let runner = LiveRunner(
      library: library, mailbox: mailbox, environment: environment, clock: clock,
      current: PendingEssay(read: { _ in outcome }), queue: { _ in .immediate })
    var reader = LinearReader(model, columns: columns)
    var isDone = false

    func carryOut(_ effects: [Effect]) {
      for effect in effects {
        if effect.isQuit { isDone = true }
        runner.begin(effect)
      }
      for message in mailbox.collect() { carryOut(reader.take(message, at: clock())) }
    }

    carryOut(reader.start(at: clock()))
    reader.introduce()
    while !isDone {
      try print(reader.takeLines())
      if let line = nextLine(reader.isWriting) {
        carryOut(reader.obey(line, at: clock()))
      } else {
        carryOut(reader.end(at: clock()))
        isDone = true
      }
      carryOut(reader.take(.timer(.retry), at: clock()))
      // Another essay may be open by now.
      reader.introduce()
    }
    runner.finish()
    try print(reader.takeLines())
    if let failure = reader.failure { throw SessionError(.notKept, failure) }
  }
}
