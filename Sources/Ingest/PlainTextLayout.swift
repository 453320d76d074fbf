/// How a plain text uses line ends, judged by its head.
enum PlainTextLayout: Sendable, Hashable {
  /// Every line is a paragraph; blank lines between them are optional.
  case paragraphPerLine
  /// Lines end at about `width` columns and blank lines part the paragraphs.
  case wrapped(width: Int)

  /// A line longer than this was not wrapped by hand.
  private static let longestWrapped = 120

  init(_ lines: [Line], of bytes: [UInt8]) {
    var longBytes = 0
    var allBytes = 0
    var widths: [Int] = []
    for line in lines where !line.isBlank {
      let width = line.indent + bytes.columns(line.text)
      allBytes += width
      if width > Self.longestWrapped { longBytes += width } else { widths.append(width) }
    }
    widths.sort()
    let width = widths.isEmpty ? 0 : widths[(widths.count - 1) * 95 / 100]
    if longBytes * 2 > allBytes || width < 20 {
      self = .paragraphPerLine
      return
    }
    let evidence = Evidence(lines, of: bytes, width: width)
    // Lines of which every one ends with a sentence are paragraphs, however alike in length.
    let isWrapped =
      evidence.pairs > 0 && !(evidence.pairs >= 2 && evidence.endsSentence == evidence.pairs)
      && (evidence.full * 2 >= evidence.pairs || evidence.endsSentence * 2 < evidence.pairs)
    self = isWrapped ? .wrapped(width: width) : .paragraphPerLine
  }

  /// What neighbouring lines show.
  private struct Evidence {
    /// Lines directly followed by another.
    var pairs = 0
    /// Those to which the next line's first word could not have been added.
    var full = 0
    /// Those that end like a sentence.
    var endsSentence = 0

    init(_ lines: [Line], of bytes: [UInt8], width: Int) {
      for (line, next) in zip(lines, lines.dropFirst())
      where !line.isBlank && !next.isBlank && ListMarker(bytes, next.text) == nil {
        pairs += 1
        if line.isFull(before: next, of: bytes, width: width - 4) { full += 1 }
        if bytes.endsSentence(line.text) { endsSentence += 1 }
      }
    }
  }
}

extension Line {
  /// Whether the first word of the next line would have gone past `width`.
  func isFull(before next: Line, of bytes: [UInt8], width: Int) -> Bool {
    let word = bytes[next.text].prefix { !LineCursor.isSpace($0) }
    let columns = bytes.columns(word.startIndex..<word.endIndex)
    return indent + bytes.columns(text) + 1 + columns > width
  }
}

extension [UInt8] {
  /// Characters in a range, near enough to columns to judge a layout.
  func columns(_ range: Range<Int>) -> Int {
    self[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// Whether a range ends with a full stop, question or exclamation mark, inside quotation marks or
  /// brackets too.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = self[end - 1]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "*"), UInt8(ascii: "_"):
        end -= 1
      default:
        // The last bytes of ’ (99), ” (9D) and … (A6), all of which begin E2 80.
        guard end - range.lowerBound >= 3, self[end - 3] == 0xE2, self[end - 2] == 0x80 else {
          return false
        }
        if byte == 0xA6 { return true }
        guard byte == 0x99 || byte == 0x9D else { return false }
        end -= 3
      }
    }
    return false
  }
}

/// What stands before a list item: a bullet or a number.
struct ListMarker: Sendable, Hashable {
  /// Bytes from the line's first to the item's first.
  var length: Int

  /// `nil` where the line begins with neither.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    func byte(_ index: Int) -> UInt8 { index < range.upperBound ? bytes[index] : 0 }
    switch byte(index) {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      index += 1
    case 0xE2 where byte(index + 1) == 0x80 && byte(index + 2) == 0xA2:
      index += 3
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index - range.lowerBound < 3, (0x30...0x39).contains(byte(index)) { index += 1 }
      guard byte(index) == UInt8(ascii: ".") || byte(index) == UInt8(ascii: ")") else {
        return nil
      }
      index += 1
    default:
      return nil
    }
    guard LineCursor.isSpace(byte(index)) else { return nil }
    while LineCursor.isSpace(byte(index)) { index += 1 }
    guard index < range.upperBound else { return nil }
    length = index - range.lowerBound
    // A row of marks, as in "* * *", parts sections and lists nothing.
    let rest = bytes[index..<range.upperBound]
    if rest.allSatisfy({ !Self.isWordByte($0) }) { return nil }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
