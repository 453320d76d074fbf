public import Reader
public import RejoinderCore
public import TerminalKit

/// Joins model, terminal and effects: takes what happens, updates, draws, waits.
///
/// Single-threaded on purpose. It blocks while nothing happens and draws only after something has.
public final class EventLoop {
  private var model: Model
  private let mailbox: Mailbox
  private let runner: any EffectRunner
  private let clock: () -> Timestamp
  private let elapsed: () -> Timestamp
  private let stop: () -> Void
  /// Few, and no dictionary: making its type would cost the first frame more than all the rest of it.
  private var timers: [(name: TimerName, due: Timestamp)] = []
  /// When a frame is drawn that waits for more results.
  private var frameDue: Timestamp?
  private var isDone = false
  /// Whether the end was not the reader's choice.
  private var isForced = false
  /// The signal that ended the loop; a terminal that went away counts as hung up.
  public private(set) var endingSignal: TerminalSignal?
  private var hasWarned = false

  /// - Parameters:
  ///   - clock: The present time, for records.
  ///   - elapsed: Time that nobody sets back, for timers.
  ///   - stop: Stops the process until it is continued; called with the terminal given back.
  public init(
    model: Model, mailbox: Mailbox, runner: any EffectRunner,
    clock: @escaping () -> Timestamp, elapsed: @escaping () -> Timestamp,
    stop: @escaping () -> Void
  ) {
    self.model = model
    self.mailbox = mailbox
    self.runner = runner
    self.clock = clock
    self.elapsed = elapsed
    self.stop = stop
  }

  /// Runs until the reader leaves or the terminal goes away; everything begun is finished then.
  ///
  /// The first frame comes before any effect: on few processors whatever runs beside it makes it late.
  ///
  /// - Returns: What the store said, if something could not be kept in the end.
  public func run(on terminal: any Terminal) -> String? {
    var effects = model.start(at: clock())
    effects += model.update(.resized(terminal.size), at: clock())
    terminal.present(model.view())
    carryOut(effects, on: terminal)
    repeat {
      turn(on: terminal)
      finish(on: terminal)
    } while shallStay(on: terminal)
    terminal.close()
    return model.failure
  }

  /// Waits for everything that was begun. What comes of it may bring records about that are not kept yet;
  /// an answer to those brings no others.
  private func finish(on terminal: any Terminal) {
    var left: [Effect] = []
    repeat {
      carryOut(left, on: terminal)
      runner.finish()
      left = mailbox.collect().flatMap { model.update($0, at: clock()) }.filter(\.keepsRecords)
    } while !left.isEmpty
  }

  /// Whether the reader had to leave because nothing came of the essay.
  public var failedLoading: Bool { model.hasNothingToShow }

  /// Leaving with something unsaved is asked about once for each failure, if there is still somebody to ask.
  private func shallStay(on terminal: any Terminal) -> Bool {
    guard model.failure != nil, !isForced, !hasWarned else { return false }
    hasWarned = true
    isDone = false
    model.warnOfLoss()
    terminal.ring()
    terminal.present(model.view())
    return true
  }

  /// Takes what happens until the reader leaves or has to.
  private func turn(on terminal: any Terminal) {
    while !isDone {
      let events = terminal.wait(timeout: timeout(), wakeDescriptor: mailbox.descriptor)
      let messages = dueTimers() + events.flatMap(messages(from:))
      for message in messages where !isDone {
        carryOut(model.update(message, at: clock()), on: terminal)
      }
      // What fails from now on is something else to be asked about.
      if model.failure == nil { hasWarned = false }
      if !isDone { drawIfDue(after: events, changed: !messages.isEmpty, on: terminal) }
    }
  }

  /// Draws at once what the reader did, but for a moment in which its notes may come. Results of effects
  /// come in flocks, so the first waits a moment for the others: one frame instead of several.
  private func drawIfDue(
    after events: [TerminalEvent], changed: Bool, on terminal: any Terminal
  ) {
    let isPatient = events.isEmpty || events == [.woken] || model.awaitsNotes
    let isQuiet = events.isEmpty && frameDue != nil
    if changed, isPatient, frameDue == nil, model.awaitsResults {
      frameDue = elapsed().advanced(by: Self.patience)
    } else if (changed && !(isPatient && model.awaitsResults)) || isQuiet
      || frameDue.map({ $0 <= elapsed() }) == true
    {
      frameDue = nil
      terminal.present(model.view())
    }
  }

  /// Milliseconds that results wait for one another; a fraction of what an eye notices.
  private static let patience: Int64 = 4

  private func messages(from event: TerminalEvent) -> [Message] {
    switch event {
    case .key(let key): [.key(key)]
    case .paste(let text): [.pasted(text)]
    case .resized(let size): [.resized(size)]
    case .signal(let signal): signalled(signal)
    case .woken: mailbox.collect()
    case .closed: forced(.disconnected, by: .hangup)
    }
  }

  private func signalled(_ signal: TerminalSignal) -> [Message] {
    switch signal {
    case .interrupt, .terminate, .hangup: forced(.signalled(signal), by: signal)
    case .stop, .resume: [.signalled(signal)]
    }
  }

  private func forced(_ message: Message, by signal: TerminalSignal) -> [Message] {
    isForced = true
    endingSignal = endingSignal ?? signal
    return [message]
  }

  // MARK: Timers

  private func timeout() -> Int? {
    guard let next = (timers.map(\.due) + [frameDue].compactMap(\.self)).min() else {
      return nil
    }
    return max(0, Int(next.milliseconds - elapsed().milliseconds))
  }

  private func dueTimers() -> [Message] {
    guard !timers.isEmpty else { return [] }
    let now = elapsed()
    let due = timers.filter { $0.due <= now }.sorted { $0.due < $1.due }
    timers.removeAll { $0.due <= now }
    return due.map { .timer($0.name) }
  }

  // MARK: Effects

  private func carryOut(_ effects: [Effect], on terminal: any Terminal) {
    for effect in effects {
      switch effect {
      case .setTimer(let name, let milliseconds):
        timers.removeAll { $0.name == name }
        timers.append((name, elapsed().advanced(by: Int64(milliseconds))))
      case .ring:
        terminal.ring()
      case .redraw:
        terminal.lend(to: {})
      case .suspend:
        runner.pause()
        terminal.lend(to: stop)
      case .quit:
        isDone = true
      case .load, .stopLoading, .abandon, .follow, .checkPage, .assess, .examine, .outline, .record,
        .recordReply,
        .recordPlace,
        .listLibrary, .searchLibrary, .lookForNews, .listRevisions, .completePath,
        .offerToClipboard, .write:
        runner.run(effect, on: terminal)
      case .editExternally:
        runner.run(effect, on: terminal)
        // The text is taken back before anything else that happened meanwhile: it is nowhere else.
        for message in mailbox.collect() {
          carryOut(model.update(message, at: clock()), on: terminal)
        }
      }
    }
  }
}
