internal import Dispatch
internal import Glibc
internal import TerminalKit

/// The signals that ask a program to end. Once this is there they wait to be heard, so that none ends the
/// program in the middle of something; but the second one does not wait.
final class EndingSignals {
  private let heardEnd: Int32
  private var heard: Int32?

  init() {
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for signal in [SIGHUP, SIGINT, SIGTERM] { sigaddset(&wanted, signal) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      heardEnd = -1
      return
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    heardEnd = ends[0]
    pthread_sigmask(SIG_BLOCK, &wanted, nil)
    // One thread waits for the signals: a handler could not say where to.
    let (signals, end) = (wanted, ends[1])
    DispatchQueue(label: "rejoinder.signals").async {
      var signals = signals
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { return }
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(end, &byte, 1)
      guard sigwait(&signals, &number) == 0 else { return }
      Self.end(by: number, blocked: signals)
    }
  }

  /// Waits until there is something to be read, or its end, or a signal.
  func wait(for input: Int32) -> (canRead: Bool, isOver: Bool) {
    var polled = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: heardEnd, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&polled, 2, -1) < 0, errno == EINTR {}
    var byte: UInt8 = 0
    if polled[1].revents != 0, read(heardEnd, &byte, 1) == 1 { heard = Int32(byte) }
    return (polled[0].revents != 0, heard != nil)
  }

  var hasHeard: Bool { heard != nil }

  /// Lets the signal that was heard do what it does by itself.
  func obey() {
    guard let heard else { return }
    var blocked = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, heard)
    Self.end(by: heard, blocked: blocked)
  }

  /// Ends the process as a signal does that nobody catches, so that whoever waits for the process sees it:
  /// a shell gives 128 and the signal's number as the status. Returns only for signals that end nothing.
  static func end(by signal: TerminalSignal) {
    let number: Int32? =
      switch signal {
      case .interrupt: SIGINT
      case .terminate: SIGTERM
      case .hangup: SIGHUP
      case .stop, .resume: nil
      }
    guard let number else { return }
    var wanted = sigset_t()
    sigemptyset(&wanted)
    sigaddset(&wanted, number)
    end(by: number, blocked: wanted)
  }

  private static func end(by number: Int32, blocked: sigset_t) -> Never {
    var blocked = blocked
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &blocked, nil)
    raise(number)
    // The first process of a container is not ended by what it sends itself.
    _exit(128 + number)
  }
}
