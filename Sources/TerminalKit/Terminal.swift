/// Something that shows screens and reports what its user does.
///
/// Contract, checked for every implementation by one test suite: `present` shows exactly the given
/// screen; events come in the order in which they happened; after `close` nothing is written and the
/// terminal is as it was found.
public protocol Terminal: AnyObject {
  var size: Size { get }
  var capabilities: TerminalCapabilities { get }

  /// Shows a frame. Sends only what differs from the frame before.
  func present(_ screen: Screen)

  /// Waits until something happens, at most until `timeout` milliseconds have passed (`nil`: for as
  /// long as it takes; 0: looks only).
  ///
  /// - Parameter wakeDescriptor: A file descriptor whose readiness ends the wait too; it is reported
  ///   as ``TerminalEvent/woken`` and not read.
  /// - Returns: What happened, in order; empty when the time ran out.
  func wait(timeout: Int?, wakeDescriptor: Int32?) -> [TerminalEvent]

  /// Sends bytes that are no part of a frame, such as an OSC 52 sequence. They must not move the
  /// cursor or print.
  func send(_ controlSequence: [UInt8])

  /// Rings the bell.
  func ring()

  /// Gives the terminal back to the shell, runs `body` with it, takes it again and repaints. Used to
  /// stop the process and to run an editor.
  func lend(to body: () -> Void)

  /// Restores the terminal. Can be called more than once.
  func close()
}

public struct TerminalCapabilities: Sendable, Hashable {
  /// Whether characters beyond ASCII can be shown.
  public var isUTF8: Bool
  public var depth: ColourDepth
  /// The terminal's name, as in `TERM`.
  public var name: String

  public init(isUTF8: Bool, depth: ColourDepth, name: String) {
    self.isUTF8 = isUTF8
    self.depth = depth
    self.name = name
  }
}

public enum TerminalEvent: Sendable, Hashable {
  case key(Key)
  /// Text pasted in one go; line ends are line feeds.
  case paste(String)
  case resized(Size)
  case signal(TerminalSignal)
  /// The wake descriptor is readable.
  case woken
  /// The terminal is gone; nothing can be shown any more.
  case closed
}

/// Signals that the application answers.
public enum TerminalSignal: Sendable, Hashable {
  /// SIGINT from outside; `^C` arrives as a key.
  case interrupt
  /// SIGTERM
  case terminate
  /// SIGHUP: the line is gone.
  case hangup
  /// SIGTSTP from outside; `^Z` arrives as a key.
  case stop
  /// SIGCONT: the process runs again.
  case resume
}
