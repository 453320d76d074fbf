import RejoinderCore
import ScreenFaults
import Synchronization
import TerminalKit

/// The time in a scenario: it passes only where the script says so.
final class ScriptedClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_790_000_000_000)

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock(\.self)) }

  func pass(_ interval: Int) {
    milliseconds.withLock { $0 += Int64(interval) }
  }
}

/// Plays the steps of one session on an ``InMemoryTerminal``, each after everything that the one
/// before has set going is done.
final class ScriptedTerminal: Terminal {
  private let memory: InMemoryTerminal
  private let clock: ScriptedClock
  private var steps: ArraySlice<Step>
  /// What is left of the step that lets time pass.
  private var waiting = 0
  /// The screens that were asked for, in order.
  private(set) var shots: [(name: String, screen: Screen)] = []
  /// What is wrong with frames that were shown.
  private(set) var faults: [String] = []

  init(size: Size, steps: ArraySlice<Step>, clock: ScriptedClock) {
    memory = InMemoryTerminal(size: size)
    self.steps = steps
    self.clock = clock
  }

  var size: Size { memory.size }
  var capabilities: TerminalCapabilities { memory.capabilities }
  /// Control sequences that were sent past the screen.
  var sent: [[UInt8]] { memory.sent }

  func present(_ screen: Screen) {
    memory.present(screen)
    faults += screen.faults(expecting: memory.size)
  }

  func wait(timeout: Int?, wakeDescriptor: Int32?) -> [TerminalEvent] {
    let results = memory.wait(timeout: 0, wakeDescriptor: wakeDescriptor)
    guard results.isEmpty else { return results }
    if waiting > 0 { return pass(upTo: timeout) }
    while let step = steps.popFirst() {
      switch step {
      case .key(let key): return report(.key(key))
      case .paste(let text): return report(.paste(text))
      case .resize(let size): return report(.resized(size))
      case .shot(let name): shots.append((name, memory.screen))
      case .wait(let interval):
        waiting = interval
        return pass(upTo: timeout)
      case .restart, .restartEdited:
        break
      }
    }
    return report(.signal(.terminate))
  }

  private func report(_ event: TerminalEvent) -> [TerminalEvent] {
    clock.pass(1)
    memory.enqueue([event])
    return memory.wait(timeout: 0, wakeDescriptor: nil)
  }

  /// Lets time pass until the next timer rings or the step is over.
  private func pass(upTo timeout: Int?) -> [TerminalEvent] {
    let interval = min(waiting, timeout ?? waiting)
    clock.pass(interval)
    waiting -= interval
    return []
  }

  func send(_ controlSequence: [UInt8]) { memory.send(controlSequence) }
  func ring() { memory.ring() }
  func lend(to body: () -> Void) { memory.lend(to: body) }
  func close() { memory.close() }
}
