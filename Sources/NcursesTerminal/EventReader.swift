internal import CTerminal
internal import TerminalKit

/// Waits for input and signals and turns them into events.
struct EventReader {
  /// Milliseconds after which an ESC that nothing follows is a key. Enough for the rest of a sequence
  /// over a slow line, too short to be felt.
  private static let escapeGrace = 25
  /// Milliseconds after which a paste that does not end is taken for ended.
  private static let pasteGrace = 1000

  private var decoder: KeyDecoder
  private var lastInput: Int64 = 0
  private var waiting: [TerminalEvent] = []
  private var isGone = false

  init(isUTF8: Bool) {
    decoder = KeyDecoder(isUTF8: isUTF8)
  }

  /// Adds an event that the next wait reports first.
  mutating func add(_ event: TerminalEvent) {
    waiting.append(event)
  }

  /// See ``Terminal/wait(timeout:wakeDescriptor:)``.
  ///
  /// - Parameter answer: What a signal means; called for each in order.
  mutating func wait(
    timeout: Int?, wakeDescriptor: Int32?, answer: (rj_signal) -> TerminalEvent?
  ) -> [TerminalEvent] {
    let start = rj_terminal_milliseconds()
    while true {
      if isGone { return waiting + [.closed] }
      let now = rj_terminal_milliseconds()
      let limits = [
        timeout.map { max(0, start + Int64($0) - now) },
        grace.map { max(0, lastInput + $0 - now) },
        waiting.isEmpty ? nil : 0,
      ]
      let limit = limits.compactMap { $0 }.min() ?? -1
      let ready = Int(rj_terminal_wait(Int32(clamping: limit), wakeDescriptor ?? -1))
      var events = waiting
      waiting = []
      let signals = ready & Int(RJ_SIGNAL.rawValue) != 0 ? signals(answer) : []
      let isEnding = signals.contains(where: \.ends)
      events += signals.filter { !$0.ends }
      events += ready & Int(RJ_INPUT.rawValue) != 0 || isEnding ? input() : lateKeys()
      // What was typed before counts, the beginning of a paste too: nothing after this is heard.
      if isEnding, !isGone { events += decoder.flush() }
      events += signals.filter(\.ends)
      if ready & Int(RJ_WAKE.rawValue) != 0 { events.append(.woken) }
      if !events.isEmpty { return events }
      if let timeout, rj_terminal_milliseconds() - start >= Int64(timeout) { return [] }
    }
  }

  /// How long what is pending may wait for more.
  private var grace: Int64? {
    guard decoder.isPending else { return nil }
    return Int64(decoder.isPasting ? Self.pasteGrace : Self.escapeGrace)
  }

  private func signals(_ answer: (rj_signal) -> TerminalEvent?) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while true {
      let signal = rj_terminal_next_signal()
      if signal == RJ_NO_SIGNAL { return events }
      if let event = answer(signal) { events.append(event) }
    }
  }

  /// Reads all that was typed.
  private mutating func input() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = rj_terminal_read(&buffer, buffer.count)
      if count == 0 { return events }
      if count < 0 {
        isGone = true
        return events + decoder.flush() + [.closed]
      }
      lastInput = rj_terminal_milliseconds()
      events += decoder.feed(buffer.prefix(count))
    }
  }

  private mutating func lateKeys() -> [TerminalEvent] {
    guard let grace, rj_terminal_milliseconds() >= lastInput + grace else { return [] }
    return decoder.flush()
  }
}

extension TerminalEvent {
  /// Whether the program ends after it.
  fileprivate var ends: Bool {
    switch self {
    case .signal(.interrupt), .signal(.terminate), .signal(.hangup), .closed: true
    default: false
    }
  }
}
