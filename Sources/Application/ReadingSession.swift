internal import Ingest
public import Reader
public import RejoinderCore
internal import Runtime
public import Store
public import TerminalKit

/// One run of the reader: from an essay, or from none, to the key that leaves it.
public struct ReadingSession {
  /// What the session begins with.
  public struct Opening: Sendable {
    /// The essay, or as much of it as the first frame needs.
    public var essay: Essay
    /// Where the reader was the last time.
    public var place: ReadingPlace?
    /// Reads the whole essay.
    public var whole: @Sendable () throws -> Essay
  }

  let library: any Library
  let environment: SessionEnvironment

  public init(library: any Library, environment: SessionEnvironment) {
    self.library = library
    self.environment = environment
  }

  // MARK: Opening

  /// Reads the beginning of an input, or all of it when the last place lies further on or the
  /// beginning alone tells nothing.
  public func open(_ input: EssayInput) throws -> Opening {
    let parser = EssayParser()
    let (source, hint) = (input.source, input.hint)
    let whole: @Sendable () throws -> Essay = {
      try parser.essay(from: try input.readAll(), source: source, hint: hint)
    }
    let head = try parser.essay(
      from: input.head, source: source, hint: hint, hasMore: !input.isWhole)
    if input.isWhole { return Opening(essay: head, place: place(of: head), whole: { head }) }
    let place = place(of: head)
    if !head.text.paragraphs.isEmpty, (place?.top ?? 0) < head.text.count {
      return Opening(essay: head, place: place, whole: whole)
    }
    let essay = try whole()
    return Opening(essay: essay, place: place ?? self.place(of: essay), whole: { essay })
  }

  public func openSample() throws -> Opening {
    let essay = try BuiltIn.essay()
    return Opening(essay: essay, place: place(of: essay), whole: { essay })
  }

  /// A library that cannot be read has no places; what is wrong with it is said when the essay is
  /// registered.
  private func place(of essay: Essay) -> ReadingPlace? {
    do {
      // Of a part only the source is known; its text's name is the whole text's.
      let known =
        essay.isComplete
        ? try library.find(essay) : try library.find(source: essay.metadata.source)
      return try known.flatMap { try library.place(of: $0) }
    } catch {
      return nil
    }
  }

  // MARK: Running

  /// Runs until the reader leaves.
  ///
  /// - Parameters:
  ///   - opening: `nil` shows the library.
  ///   - seed: Differs from session to session; identifiers of records come from it.
  ///   - stop: Stops the process; called with the terminal given back.
  ///   - openTerminal: Takes the terminal, while the essay is being read and analysed already. The
  ///     session closes it.
  public func run(
    _ opening: Opening?, keyMap: KeyMap, seed: UInt64,
    clock: @escaping @Sendable () -> Timestamp, elapsed: @escaping () -> Timestamp,
    stop: @escaping () -> Void,
    queue: (String) -> WorkQueue = WorkQueue.background,
    openTerminal: () throws -> any Terminal
  ) throws {
    guard let mailbox = Mailbox() else {
      throw SessionError(.cannotBegin, "no file descriptors are left; close some programs")
    }
    let model = Model(
      size: Self.usualSize, keyMap: keyMap, seed: seed, essay: opening?.essay,
      place: opening?.place)
    let runner = LiveRunner(
      library: library, mailbox: mailbox, environment: environment, clock: clock,
      current: opening?.whole, queue: queue)
    let loop = EventLoop(
      model: model, mailbox: mailbox, runner: runner, clock: clock, elapsed: elapsed,
      stop: stop)
    loop.start()
    defer { runner.finish() }
    let terminal = try openTerminal()
    defer { terminal.close() }
    if let failure = loop.run(on: terminal) { throw SessionError(.notKept, failure) }
  }

  /// Assumed until the terminal tells its own.
  private static let usualSize = Size(columns: 80, rows: 24)
}

/// Why a session cannot begin, or what it could not keep.
public struct SessionError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Sendable { case cannotBegin, notKept }

  public var kind: Kind
  public var description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
