internal import Glibc

/// A word from one thread to another that waits in `poll`: enough.
final class Cancellation: Sendable {
  /// Becomes readable, and stays so; -1 where the system has no descriptors left.
  let descriptor: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
    if writeEnd >= 0 { _ = close(writeEnd) }
  }

  func cancel() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }
}
