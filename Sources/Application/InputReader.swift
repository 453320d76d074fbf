internal import Glibc
internal import RejoinderCore

/// Reads from a descriptor: as far as a limit, for as long as is of use.
struct InputReader {
  /// Why reading returned.
  enum End: Sendable, Hashable {
    /// There is nothing after what was read.
    case ended
    /// There is more than was to be read.
    case full
    /// Nothing came for a while.
    case late
    /// There are more lines than are read.
    case lines
    /// Nothing but zeros follows; they are left out.
    case zeros
    case cancelled
  }

  struct Failure: Error {
    var text: String
  }

  private(set) var bytes: [UInt8]
  private let descriptor: Int32
  private let waits: Bool
  private let cancel: Int32
  private var lines: Int

  /// Three times as many as ten million words have when they are broken at 60 columns.
  static let lineLimit = 3_000_000
  /// More zeros in a row than any text has that can be read at all.
  private static let zeroLimit = 1 << 16

  /// - Parameters:
  ///   - waits: Whether the descriptor is to be waited for, as a pipe's is.
  ///   - cancel: Readable when reading shall stop.
  init(_ descriptor: Int32, waits: Bool, cancel: Int32, bytes: [UInt8] = []) {
    self.descriptor = descriptor
    self.waits = waits
    self.cancel = cancel
    self.bytes = bytes
    lines = bytes.count { $0 == UInt8(ascii: "\n") }
  }

  /// Makes room for as many bytes, so that none are moved while more of them come.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  /// Reads until `limit` bytes are there or something else ends it.
  ///
  /// - Parameter patience: Milliseconds that may pass; `nil` for as many as it takes.
  mutating func read(upTo limit: Int, patience: Int?) throws(Failure) -> End {
    let end = patience.map { Self.now() + Int64($0) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while bytes.count < limit {
      if waits {
        switch wait(until: end) {
        case .ready: break
        case .late: return .late
        case .cancelled: return .cancelled
        }
      }
      let count = Glibc.read(descriptor, chunk.baseAddress, min(chunk.count, limit - bytes.count))
      if count == 0 { return .ended }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        throw Failure(text: String(cString: strerror(errno)))
      }
      let piece = UnsafeRawBufferPointer(rebasing: chunk[..<count])
      bytes.append(contentsOf: piece)
      lines += Self.lines(in: piece)
      if lines > Self.lineLimit { return .lines }
      if chunk[count - 1] == 0, dropZeros() { return .zeros }
    }
    return try isAtEnd() ? .ended : .full
  }

  private static func lines(in piece: UnsafeRawBufferPointer) -> Int {
    guard var next = piece.baseAddress else { return 0 }
    let end = next + piece.count
    var lines = 0
    while let found = memchr(next, 0x0A, end - next) {
      lines += 1
      next = UnsafeRawPointer(found) + 1
    }
    return lines
  }

  /// Whether nothing follows; at most one byte is lost by asking, past the limit.
  private func isAtEnd() throws(Failure) -> Bool {
    if waits { return false }
    var byte: UInt8 = 0
    let count = Glibc.pread(descriptor, &byte, 1, off_t(bytes.count))
    return count == 0
  }

  /// Removes zeros from the end where there are too many to be part of a text.
  private mutating func dropZeros() -> Bool {
    let start = (bytes.lastIndex { $0 != 0 } ?? -1) + 1
    guard bytes.count - start >= Self.zeroLimit else { return false }
    // Of nothing but zeros the parser says what they are.
    if start > 0 { bytes.removeLast(bytes.count - start) }
    return true
  }

  private enum Waiting { case ready, late, cancelled }

  private func wait(until end: Int64?) -> Waiting {
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: cancel, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let rest = end.map { max(0, $0 - Self.now()) }
      let count = poll(&polled, 2, rest.map { Int32(clamping: $0) } ?? -1)
      if count < 0, errno == EINTR { continue }
      if polled[1].revents != 0 { return .cancelled }
      return count == 0 ? .late : .ready
    }
  }

  private static func now() -> Int64 { SystemClock.elapsed().milliseconds }
}
