internal import Glibc

/// Standard output, collected into large pieces.
///
/// What cannot be written is noticed once and reported by ``finish()``; what follows it is dropped.
struct Output: TextOutputStream {
  private var pending: [UInt8] = []
  private var failure: Int32?
  private static let capacity = 1 << 16

  /// Whether nothing is written until somebody asks for it.
  private let isHeld: Bool

  /// - Parameter isHeld: Keeps everything, for ``held``, instead of writing it.
  init(isHeld: Bool = false) {
    self.isHeld = isHeld
    pending.reserveCapacity(Self.capacity)
  }

  /// What was written so far and kept.
  var held: [UInt8] { pending }

  mutating func write(_ string: String) {
    append(string.utf8)
  }

  mutating func line(_ string: String = "") {
    append(string.utf8)
    append(CollectionOfOne(UInt8(ascii: "\n")))
  }

  mutating func append(_ bytes: some Collection<UInt8>) {
    pending.append(contentsOf: bytes)
    if !isHeld, pending.count >= Self.capacity { drain() }
  }

  /// Writes what there is by now; whoever reads it waits for it.
  mutating func flush() {
    drain()
  }

  /// Writes what is left.
  ///
  /// - Throws: When anything could not be written. Nobody is told of a pipe whose reader went away.
  mutating func finish() throws(Failure) {
    drain()
    guard let failure else { return }
    guard failure != EPIPE else { throw Failure(.inputOutput, nil) }
    let advice = failure == ENOSPC ? "free some space" : "check where it goes"
    throw Failure(
      .inputOutput,
      "cannot write: standard output: \(String(cString: strerror(failure)).lowercased()); \(advice)"
    )
  }

  private mutating func drain() {
    var written = 0
    while failure == nil, written < pending.count {
      let count = pending[written...].withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno != EINTR { failure = errno }
      } else {
        written += count
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
