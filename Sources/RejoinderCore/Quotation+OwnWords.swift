extension Quotation {
  /// How many words of a reply are its writer's own: words that stand neither in a quoted line nor in the
  /// citation below one, as ``markdown(_:author:title:bringing:)`` writes them.
  public static func ownWordCount(of text: [UInt8]) -> Int {
    ownWordCount(of: text, around: 0..<text.count)
  }

  /// The share of the words that an edit of a range may change: what it is before the edit less what it is
  /// after it is what the count of the whole changes by.
  public static func ownWordCount(of text: [UInt8], around range: Range<Int>) -> Int {
    let bytes = text.span
    var line = lineStart(at: range.lowerBound, of: bytes)
    var isBelowQuotation = isQuotation(lineBefore: line, of: bytes)
    var count = 0
    while line <= bytes.count {
      let end = lineEnd(at: line, of: bytes)
      let words = wordCount(line..<end, of: bytes)
      let isQuoted = line < end && bytes[line] == UInt8(ascii: ">")
      let isCitation = isBelowQuotation && hasDash(line..<end, of: bytes)
      if !isQuoted, !isCitation { count += words }
      if words > 0 {
        isBelowQuotation = isQuoted
        // Of the lines behind the edit only the next that says something may be a citation.
        if line > range.upperBound { break }
      }
      line = end + 1
    }
    return count
  }

  private static func lineStart(at index: Int, of bytes: Span<UInt8>) -> Int {
    var start = index
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private static func lineEnd(at index: Int, of bytes: Span<UInt8>) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// Whether the last line with a word before the one that starts at an index is quoted.
  private static func isQuotation(lineBefore start: Int, of bytes: Span<UInt8>) -> Bool {
    var end = start
    while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
    let line = lineStart(at: end, of: bytes)
    return line < end && bytes[line] == UInt8(ascii: ">")
  }

  private static func wordCount(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    var count = 0
    var isAfterSpace = true
    for index in range {
      let isSpace = isSpace(bytes[index])
      if isAfterSpace, !isSpace { count += 1 }
      isAfterSpace = isSpace
    }
    return count
  }

  private static func hasDash(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let dash = Array("— ".utf8)
    return range.count >= dash.count
      && dash.indices.allSatisfy { bytes[range.lowerBound + $0] == dash[$0] }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
