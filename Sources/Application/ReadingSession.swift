internal import Fetch
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
    /// The rest of it.
    public var pending: PendingEssay
  }

  let library: any Library
  let environment: SessionEnvironment

  public init(library: any Library, environment: SessionEnvironment) {
    self.library = library
    self.environment = environment
  }

  // MARK: Opening

  /// Opens what a word of the command line stands for: a file, `-`, or a page's address.
  public func open(_ word: String) throws -> Opening {
    let format = environment.chosenFormat(of: word)
    guard Address.isAddress(word) else {
      return try open(EssayInput(path: word, folder: environment.folder, format: format))
    }
    let address = try Address(word)
    let source = EssaySource.url(address.text)
    // A copy was read in the format that the page had then.
    if format == nil,
      let kept = PageComparison(library: library, environment: environment).copy(of: source)
    {
      return Opening(essay: kept, place: place(of: kept), pending: PendingEssay(kept))
    }
    return Opening(
      essay: Self.nothingYet(of: source), place: nil,
      pending: PendingEssay(page: address, in: environment))
  }

  /// Reads the beginning of an input, or all of it when the last place lies further on or the
  /// beginning alone tells nothing.
  public func open(_ input: EssayInput) throws -> Opening {
    let parser = EssayParser()
    if input.isStream, !input.isWhole { return try openStream(input) }
    var head = try parser.essay(
      from: input.head, source: input.source, hint: input.hint, hasMore: !input.isWhole)
    head.parts = input.part(1)?.count ?? 1
    let place = place(of: head)
    if let place, let last = lastPart(of: head, besides: place) {
      let outcome = try PendingEssay(input, part: last).read { _ in }
      return Opening(
        essay: outcome.essay, place: self.place(of: outcome.essay),
        pending: PendingEssay(read: { _ in outcome }))
    }
    if input.isWhole { return Opening(essay: head, place: place, pending: PendingEssay(head)) }
    if !head.text.paragraphs.isEmpty, (place?.top ?? 0) < head.text.count {
      return Opening(essay: head, place: place, pending: PendingEssay(input))
    }
    let outcome = try PendingEssay(input).read { _ in }
    return Opening(
      essay: outcome.essay, place: place ?? self.place(of: outcome.essay),
      pending: PendingEssay(read: { _ in outcome }))
  }

  /// The part of a long text in which the reader was last; `nil` where that is the first one, in which
  /// they were at `place`.
  private func lastPart(of first: Essay, besides place: ReadingPlace) -> Int? {
    guard first.parts > 1, let path = first.metadata.source.path else { return nil }
    var latest: (part: Int?, seen: Timestamp) = (nil, place.seen)
    for number in 2...first.parts {
      guard let id = try? library.find(source: EssaySource(part: number, of: path)),
        let seen = try? library.place(of: id)?.seen, seen > latest.seen
      else { continue }
      latest = (number, seen)
    }
    return latest.part
  }

  private func openStream(_ input: EssayInput) throws -> Opening {
    let parser = EssayParser()
    // What is no text at all is refused at once.
    if !input.head.isEmpty {
      _ = try parser.essay(
        from: input.head, source: input.source, hint: input.hint, hasMore: true)
    }
    let essay = parser.growing(input.head, of: input) ?? Self.nothingYet(of: input.source)
    var pending = PendingEssay(input)
    if !essay.text.paragraphs.isEmpty { pending.beginning = essay }
    return Opening(essay: essay, place: nil, pending: pending)
  }

  private static func nothingYet(of source: EssaySource) -> Essay {
    Essay(metadata: EssayMetadata(source: source), text: .empty, isComplete: false)
  }

  public func openSample() throws -> Opening {
    let essay = try BuiltIn.essay()
    return Opening(essay: essay, place: place(of: essay), pending: PendingEssay(essay))
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
  ///   - opening: `nil` shows the list, and without one the library.
  ///   - seed: Differs from session to session; identifiers of records come from it.
  ///   - stop: Stops the process; called with the terminal given back.
  ///   - openTerminal: Takes the terminal. The session closes it.
  /// - Returns: The signal that ended it, if the reader did not: the process is to end by it too.
  @discardableResult
  public func run(
    _ opening: Opening?, list: ReadingList = ReadingList(), keyMap: KeyMap, seed: UInt64,
    clock: @escaping @Sendable () -> Timestamp, elapsed: @escaping () -> Timestamp,
    stop: @escaping () -> Void,
    queue: @escaping (String) -> WorkQueue = WorkQueue.background,
    openTerminal: () throws -> any Terminal
  ) throws -> TerminalSignal? {
    guard let mailbox = Mailbox() else {
      throw SessionError(.cannotBegin, "no file descriptors are left; close some programs")
    }
    let terminal = try openTerminal()
    defer { terminal.close() }
    let model = Model(
      size: terminal.size, keyMap: keyMap, seed: seed, essay: opening?.essay,
      place: opening?.place, list: list)
    let runner = LiveRunner(
      library: library, mailbox: mailbox, environment: environment, clock: clock,
      current: opening?.pending, queue: queue)
    let loop = EventLoop(
      model: model, mailbox: mailbox, runner: runner, clock: clock, elapsed: elapsed,
      stop: stop)
    defer { runner.finish() }
    let unkept = loop.run(on: terminal)
    if let unkept { throw SessionError(.notKept, unkept, signal: loop.endingSignal) }
    if let signal = loop.endingSignal { return signal }
    if let failure = loop.failedLoading ? runner.failure : nil { throw failure }
    return nil
  }
}

/// Why a session cannot begin, or what it could not keep.
public struct SessionError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Sendable { case cannotBegin, notKept }

  public var kind: Kind
  public var description: String
  /// The signal that ended the session.
  public var signal: TerminalSignal?

  init(_ kind: Kind, _ description: String, signal: TerminalSignal? = nil) {
    self.kind = kind
    self.description = description
    self.signal = signal
  }
}
