internal import Glibc

/// Lines from a descriptor, as they come, until a signal asks the program to end: what was begun is kept
/// then, as at the end of the lines.
final class LineInput {
  private let descriptor: Int32
  private let isOwned: Bool
  /// From the first line on: before it there is nothing to keep, and an essay may be long in coming.
  private lazy var signals = EndingSignals()
  private var pending: [UInt8] = []
  private var hasEnded = false

  /// A line that is longer is cut into several: nobody typed it.
  private static let limit = 1 << 20

  private init(_ descriptor: Int32, isOwned: Bool) {
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  static func standardInput() -> LineInput { LineInput(STDIN_FILENO, isOwned: false) }

  /// The terminal that the process belongs to, for when standard input is the essay.
  static func terminal() throws(Failure) -> LineInput {
    let descriptor = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      throw Failure(
        .unavailable,
        "cannot read on: standard input: it is the essay, and there is no terminal for commands; "
          + "rejoinder text - prints the essay")
    }
    return LineInput(descriptor, isOwned: true)
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The next line without its end; `nil` when there is none.
  func next() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeSubrange(...end) }
        return Self.text(pending[..<end])
      }
      if hasEnded || pending.count >= Self.limit {
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return Self.text(pending[...])
      }
      let (canRead, isOver) = signals.wait(for: descriptor)
      // What had come before the signal counts, as far as it is read at once.
      if isOver { hasEnded = true }
      guard canRead else { continue }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { hasEnded = true } else { pending += chunk[..<count] }
    }
  }

  /// Whether a signal ended the lines.
  var hasHeardSignal: Bool { signals.hasHeard }

  /// Ends the process as the signal would have that ended the lines, if one did.
  func obeySignal() { signals.obey() }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
  }
}
