/// The beginning of an input, on which everything is decided that must not change when more of it
/// arrives: 64 lines with words or 64 KB, whichever is less.
struct EssayHead: Sendable {
  static let byteLimit = 65_536
  static let lineLimit = 64

  /// Its lines, blank ones included.
  let lines: [Line]
  /// False while the decisions could still change with more input.
  let isComplete: Bool
  /// Why the input is no text, if so.
  let objection: IngestError?

  init(of bytes: [UInt8], hasMore: Bool) {
    let limit = min(bytes.count, Self.byteLimit)
    objection = Self.objection(
      to: bytes[..<limit], judgesShare: !hasMore || limit == Self.byteLimit)
    var lines: [Line] = []
    var full = 0
    var cursor = LineCursor(bytes, upTo: limit)
    while full < Self.lineLimit, let line = cursor.next() {
      if !line.isTerminated, hasMore, bytes.count < Self.byteLimit { break }
      lines.append(line)
      if !line.isBlank { full += 1 }
    }
    self.lines = lines
    isComplete = !hasMore || full >= Self.lineLimit || bytes.count >= Self.byteLimit
  }

  /// - Parameter judgesShare: Whether `head` is long enough to say that a part of it is too large.
  private static func objection(to head: ArraySlice<UInt8>, judgesShare: Bool) -> IngestError? {
    if head.isEmpty { return IngestError(.empty, "it is empty") }
    if let name = otherKind(of: head) {
      return IngestError(.binary, "it is no text but \(name)")
    }
    var controls = 0
    let bytes = head.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x20, byte != 0x7F { continue }
      switch byte {
      case 0: return IngestError(.binary, "it is no text: it holds zero bytes")
      case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: break
      default: controls += 1
      }
    }
    guard judgesShare, controls * 10 > head.count else { return nil }
    return IngestError(.binary, "it is no text: it is full of control characters")
  }

  /// What a file is that begins as a text never does.
  private static func otherKind(of head: ArraySlice<UInt8>) -> String? {
    if head.starts(with: "%PDF-".utf8) { return "a PDF document" }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a ZIP archive" }
    if head.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
    return nil
  }
}
