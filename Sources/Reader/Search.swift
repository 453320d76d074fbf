internal import RejoinderCore

/// Looking for words. Letters of ASCII match whatever their case; a typographic quotation mark or
/// dash matches its plain form, because few keyboards have the others.
extension Search {
  /// The form in which words are compared, byte by byte.
  static func folded(_ words: String) -> [UInt8] {
    words.utf8.map(lowercased)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// All matches of a folded pattern in a part of the text, in order; they do not overlap.
  static func matches(
    of pattern: [UInt8], in text: EssayText, within passage: Passage, limit: Int = .max
  ) -> [Passage] {
    var found: [Passage] = []
    var start = max(0, passage.start)
    let end = min(text.count, passage.end)
    while found.count < limit,
      let match = firstMatch(of: pattern, in: text, within: Passage(start: start, end: end))
    {
      found.append(match)
      start = match.end
    }
    return found
  }

  /// The first match that lies in `passage`.
  static func firstMatch(of pattern: [UInt8], in text: EssayText, within passage: Passage)
    -> Passage?
  {
    text.utf8.withUnsafeBufferPointer { bytes in
      var index = max(0, passage.start)
      while index < min(passage.end, bytes.count) {
        if let end = matchEnd(of: pattern, at: index, in: bytes), end <= passage.end {
          return Passage(start: index, end: end)
        }
        index += 1
      }
      return nil
    }
  }

  /// The last match that begins in `passage`.
  static func lastMatch(of pattern: [UInt8], in text: EssayText, within passage: Passage)
    -> Passage?
  {
    text.utf8.withUnsafeBufferPointer { bytes in
      var index = min(passage.end, bytes.count) - 1
      while index >= max(0, passage.start) {
        if let end = matchEnd(of: pattern, at: index, in: bytes) {
          return Passage(start: index, end: end)
        }
        index -= 1
      }
      return nil
    }
  }

  /// Where a match that begins at `start` ends, or `nil`.
  private static func matchEnd(
    of pattern: [UInt8], at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard !pattern.isEmpty else { return nil }
    var index = start
    for byte in pattern {
      guard index < text.count else { return nil }
      if byte == UInt8(ascii: " ") && text[index] == UInt8(ascii: "\n") {
        index += 1
      } else if lowercased(text[index]) == byte {
        index += 1
      } else if let width = typographicWidth(of: byte, at: index, in: text) {
        index += width
      } else {
        return nil
      }
    }
    return index
  }

  /// The length of a typographic sign at `index` that stands for the plain one, or `nil`.
  private static func typographicWidth(
    of plain: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80 else { return nil }
    let last = text[index + 2]
    return switch plain {
    case UInt8(ascii: "'") where last == 0x98 || last == 0x99: 3
    case UInt8(ascii: "\"") where last == 0x9C || last == 0x9D: 3
    case UInt8(ascii: "-") where (0x90...0x95).contains(last): 3
    default: nil
    }
  }
}
