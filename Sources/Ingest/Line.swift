/// One line of an input, as ranges of its bytes.
struct Line: Sendable, Hashable {
  /// Without white space at either end; empty for a blank line.
  var text: Range<Int>
  /// Columns of white space before the text, a tab reaching to the next multiple of four.
  var indent: Int
  /// Whether its end was seen, so that more input cannot change it.
  var isTerminated: Bool

  var isBlank: Bool { text.isEmpty }
}

/// Walks over lines that end with LF, CR LF, CR or a form feed.
struct LineCursor {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int

  /// - Parameter limit: Where to stop; a line that reaches it counts as not terminated.
  init(_ bytes: [UInt8], from start: Int? = nil, upTo limit: Int? = nil) {
    self.bytes = bytes
    end = min(bytes.count, limit ?? bytes.count)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    position = start ?? (bytes.starts(with: mark) ? 3 : 0)
  }

  mutating func next() -> Line? {
    while position < end {
      let start = position
      var index = start
      while index < end, !Self.endsLine(bytes[index]) { index += 1 }
      let isTerminated = index < end
      let isFormFeed = isTerminated && bytes[index] == 0x0C
      position = isTerminated ? index + 1 : index
      if isTerminated, bytes[index] == 0x0D, position < end, bytes[position] == 0x0A {
        position += 1
      }
      let line = line(start..<index, isTerminated: isTerminated)
      // A page break between two lines is no blank line.
      if isFormFeed, line.isBlank { continue }
      return line
    }
    return nil
  }

  private func line(_ range: Range<Int>, isTerminated: Bool) -> Line {
    var lower = range.lowerBound
    var upper = range.upperBound
    var indent = 0
    while lower < upper, Self.isSpace(bytes[lower]) {
      indent = bytes[lower] == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
      lower += 1
    }
    while upper > lower, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
    return Line(text: lower..<upper, indent: indent, isTerminated: isTerminated)
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte <= 0x0D && (byte == 0x0A || byte == 0x0D || byte == 0x0C)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B }
}
