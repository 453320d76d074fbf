/// What may stand in a draft: text with line feeds and tabs, and no other control character.
enum EditableText {
  /// The bytes of `text` as they are inserted: CR and CRLF become LF, control characters are dropped.
  static func bytes(of text: String) -> [UInt8] {
    let source = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      let next = index + 1 < source.count ? source[index + 1] : 0
      index += 1
      switch byte {
      case UInt8(ascii: "\r"):
        if next != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        result.append(byte)
      case 0..<0x20, 0x7F:
        break
      case 0xC2 where (0x80..<0xA0).contains(next):
        index += 1
      default:
        result.append(byte)
      }
    }
    return result
  }

  /// How many words start at an offset in `range`, words being what white space parts.
  ///
  /// The sum over a text is its word count, and an edit changes only its own share.
  static func wordStarts(in range: ClosedRange<Int>, of utf8: [UInt8]) -> Int {
    let bytes = utf8.span
    var count = 0
    var isAfterSpace = range.lowerBound == 0 || isSpace(bytes[range.lowerBound - 1])
    for index in range.lowerBound..<min(range.upperBound + 1, bytes.count) {
      let isSpace = isSpace(bytes[index])
      if isAfterSpace && !isSpace { count += 1 }
      isAfterSpace = isSpace
    }
    return count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }
}
