internal import Glibc

/// A terminal without a device: plays scripted events and keeps what was shown.
///
/// Time does not pass in it: a wait with a timeout and nothing scripted runs out at once.
public final class InMemoryTerminal: Terminal {
  public private(set) var size: Size
  public let capabilities: TerminalCapabilities

  /// The frame that is shown.
  public private(set) var screen: Screen
  /// Frames that differed from the one before, oldest first.
  public private(set) var frames: [Screen] = []
  /// Control sequences in the order in which they were sent.
  public private(set) var sent: [[UInt8]] = []
  public private(set) var bellCount = 0
  /// How often the terminal was lent and given back.
  public private(set) var loanCount = 0
  public private(set) var isClosed = false

  /// Called at the start of every wait with its timeout in milliseconds. A test can let its clock
  /// jump here, or enqueue events that answer to what is shown.
  public var onWait: ((_ timeout: Int?) -> Void)?
  private var batches: [[TerminalEvent]] = []

  public init(
    size: Size,
    capabilities: TerminalCapabilities = TerminalCapabilities(
      isUTF8: true, depth: .indexed256, name: "memory")
  ) {
    self.size = size
    self.capabilities = capabilities
    screen = Screen(size: size)
  }

  /// Adds events that one later wait reports together.
  public func enqueue(_ events: [TerminalEvent]) {
    if !events.isEmpty { batches.append(events) }
  }

  /// Adds key presses, each for a wait of its own.
  public func enqueue(keys: [Key]) {
    for key in keys { enqueue([.key(key)]) }
  }

  public func present(_ screen: Screen) {
    guard !isClosed, screen != self.screen || frames.isEmpty else { return }
    self.screen = screen
    frames.append(screen)
  }

  /// Reports ``TerminalEvent/woken`` while the wake descriptor is readable, so that results of
  /// earlier keys come before the next key. Then the next batch of events. Without one: nothing if
  /// there is a timeout, else ``TerminalEvent/closed``, since nobody is left to type.
  public func wait(timeout: Int?, wakeDescriptor: Int32?) -> [TerminalEvent] {
    guard !isClosed else { return [.closed] }
    onWait?(timeout)
    if let wakeDescriptor, isReadable(wakeDescriptor) { return [.woken] }
    guard !batches.isEmpty else { return timeout == nil ? [.closed] : [] }
    let batch = batches.removeFirst()
    for case .resized(let size) in batch { self.size = size }
    return batch
  }

  public func send(_ controlSequence: [UInt8]) {
    if !isClosed { sent.append(controlSequence) }
  }

  public func ring() {
    if !isClosed { bellCount += 1 }
  }

  public func lend(to body: () -> Void) {
    body()
    loanCount += 1
  }

  public func close() {
    isClosed = true
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }
}
