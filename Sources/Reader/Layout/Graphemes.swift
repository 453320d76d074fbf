/// Where graphemes begin and end in UTF-8 bytes.
///
/// Texts are stored as bytes and addressed by byte offsets, so boundaries are found in the bytes
/// themselves: a `String` would have to be made, copied and indexed anew for every step. Boundaries
/// are those of `Character`. Bytes that are not UTF-8 count as one grapheme each; nothing traps.
///
/// `Unicode._CharacterRecognizer` is the standard library's own breaking automaton. It is used
/// because it takes one scalar at a time, which keeps every walk linear, a base with a million
/// marks included.
public enum Graphemes {
  /// The end of the grapheme that starts at `start`, a grapheme boundary.
  ///
  /// - Returns: At most `limit`; `limit` itself where `start` has reached it.
  public static func end(from start: Int, in utf8: Span<UInt8>, limit: Int) -> Int {
    guard start < limit else { return limit }
    let first = utf8[start]
    if first < 0x80 {
      guard start + 1 < limit else { return limit }
      let second = utf8[start + 1]
      if second < 0x80 { return first == 0x0D && second == 0x0A ? start + 2 : start + 1 }
    }
    let scalar = Self.scalar(at: start, in: utf8, limit: limit)
    var recognizer = Unicode._CharacterRecognizer()
    _ = recognizer.hasBreak(before: scalar.value)
    var index = start + scalar.length
    while index < limit {
      let next = Self.scalar(at: index, in: utf8, limit: limit)
      if recognizer.hasBreak(before: next.value) { return index }
      index += next.length
    }
    return limit
  }

  /// The first boundary after `offset`; the text's length at its end.
  public static func next(after offset: Int, in utf8: [UInt8]) -> Int {
    let start = boundary(atOrBefore: offset, in: utf8)
    return end(from: start, in: utf8.span, limit: utf8.count)
  }

  /// The last boundary before `offset`; 0 at the text's start.
  public static func previous(before offset: Int, in utf8: [UInt8]) -> Int {
    boundary(atOrBefore: min(offset, utf8.count) - 1, in: utf8)
  }

  /// `offset` where it is a boundary, else the start of the grapheme that it cuts through. Offsets
  /// outside the text are clipped.
  public static func boundary(atOrBefore offset: Int, in utf8: [UInt8]) -> Int {
    guard offset > 0 else { return 0 }
    guard offset < utf8.count else { return utf8.count }
    let bytes = utf8.span
    var start = certainBoundary(atOrBefore: offset, in: bytes)
    while true {
      let end = end(from: start, in: bytes, limit: bytes.count)
      if end > offset { return start }
      start = end
    }
  }

  /// The scalar at `index` and its length in bytes; U+FFFD and 1 for a byte that starts none.
  static func scalar(
    at index: Int, in utf8: Span<UInt8>, limit: Int
  ) -> (value: Unicode.Scalar, length: Int) {
    let first = utf8[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= limit else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for place in 1..<length {
      let byte = utf8[index + place]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isOverlong = value < (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80)
    guard !isOverlong, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}

/// Walks the starts of the graphemes before an offset, last first, in linear time as a whole, which
/// single steps back through a run of flags would not take.
struct GraphemesBackward: IteratorProtocol {
  private let utf8: [UInt8]
  private var starts: [Int] = []
  private var reached: Int

  /// - Parameter offset: A grapheme boundary.
  init(before offset: Int, in utf8: [UInt8]) {
    self.utf8 = utf8
    reached = min(max(0, offset), utf8.count)
  }

  mutating func next() -> Int? {
    if starts.isEmpty { refill() }
    return starts.popLast()
  }

  private mutating func refill() {
    guard reached > 0 else { return }
    let limit = reached
    // The span borrows from a constant of its own, so that `self` can be changed meanwhile.
    let text = utf8
    let bytes = text.span
    let first = Graphemes.certainBoundary(atOrBefore: limit - 1, in: bytes)
    var index = first
    while index < limit {
      starts.append(index)
      index = Graphemes.end(from: index, in: bytes, limit: limit)
    }
    reached = first
  }
}

extension Graphemes {
  /// A boundary at or before `offset` that holds whatever stands before it.
  ///
  /// Between most scalars the two alone decide. Only after a joiner, a mark or half a flag does
  /// the answer depend on what came earlier, and there the search goes on.
  fileprivate static func certainBoundary(atOrBefore offset: Int, in utf8: Span<UInt8>) -> Int {
    var next = scalarStart(atOrBefore: offset, in: utf8)
    while next > 0 {
      let before = scalarStart(atOrBefore: next - 1, in: utf8)
      if isCertainBoundary(
        between: scalar(at: before, in: utf8, limit: next).value,
        and: scalar(at: next, in: utf8, limit: utf8.count).value)
      {
        return next
      }
      next = before
    }
    return 0
  }

  private static func isCertainBoundary(
    between left: Unicode.Scalar, and right: Unicode.Scalar
  ) -> Bool {
    if left.isASCII && right.isASCII { return !(left == "\r" && right == "\n") }
    guard breaks(between: left, and: right) else { return false }
    if (0x1F1E6...0x1F1FF).contains(left.value) { return false }
    return left.isASCII || breaks(between: "a", and: left)
  }

  /// Whether the two, standing alone, are two graphemes.
  private static func breaks(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    var recognizer = Unicode._CharacterRecognizer()
    _ = recognizer.hasBreak(before: left)
    return recognizer.hasBreak(before: right)
  }

  /// The start of the scalar that holds the byte at `offset`; a stray byte is its own start.
  private static func scalarStart(atOrBefore offset: Int, in utf8: Span<UInt8>) -> Int {
    guard offset < utf8.count, utf8[offset] & 0xC0 == 0x80 else { return min(offset, utf8.count) }
    for start in stride(from: offset - 1, through: max(0, offset - 3), by: -1)
    where utf8[start] & 0xC0 != 0x80 {
      let found = scalar(at: start, in: utf8, limit: utf8.count)
      return start + found.length > offset ? start : offset
    }
    return offset
  }
}
