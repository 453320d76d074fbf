internal import Glibc
public import Reader
internal import Synchronization

/// Brings messages from other threads to the loop's, and wakes it.
public final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let readEnd: Int32
  private let writeEnd: Int32

  /// Readable while messages wait; for ``Terminal/wait(timeout:wakeDescriptor:)``.
  public var descriptor: Int32 { readEnd }

  /// - Returns: `nil` when the system has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    _ = close(readEnd)
    _ = close(writeEnd)
  }

  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var byte: UInt8 = 1
    // A full pipe wakes the loop just as well.
    _ = write(writeEnd, &byte, 1)
  }

  /// All messages that arrived, in order.
  public func collect() -> [Message] {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(readEnd, &bytes, bytes.count) > 0 {}
    return messages.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }
}
