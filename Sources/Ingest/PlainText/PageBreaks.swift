/// Takes the footers and headers out of a text that was laid out in pages, as the RFCs are, and joins
/// paragraphs that a page's end cut in two.
///
/// Sits between the lines of an input and what reads them; blank lines are held back until it is known
/// whether they belong to a page's end.
struct PageBreaks {
  private var hasBlank = false
  /// After a footer: blank lines, and one header, belong to the page's end.
  private var isBetweenPages = false
  private var hasSeenHeader = false
  private var lastEndsSentence = true

  /// - Returns: Whether a blank line is to be read now, and whether the line is.
  mutating func take(_ line: Line, of bytes: [UInt8]) -> (blank: Bool, line: Bool) {
    if line.isBlank {
      hasBlank = true
      return (false, false)
    }
    if Self.isFooter(bytes[line.text]) {
      isBetweenPages = true
      hasSeenHeader = false
      return (false, false)
    }
    if isBetweenPages, !hasSeenHeader, bytes.hasWideGap(line.text) {
      hasSeenHeader = true
      return (false, false)
    }
    // A page may end between two paragraphs or within one.
    let parts = hasBlank && !(isBetweenPages && !lastEndsSentence && bytes.beginsLower(line.text))
    isBetweenPages = false
    hasBlank = false
    lastEndsSentence = bytes.endsSentence(line.text)
    return (parts, true)
  }

  /// `Author          Standards Track          [Page 12]`
  private static func isFooter(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.count <= 100, words.last == UInt8(ascii: "]"),
      let start = words.lastIndex(of: UInt8(ascii: "["))
    else { return false }
    let inside = words[(start + 1)...].dropLast()
    return inside.starts(with: "Page ".utf8)
      && inside.dropFirst(5).allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
  }
}

extension [UInt8] {
  /// Whether parts of a line stand apart, as in a page's header.
  func hasWideGap(_ range: Range<Int>) -> Bool {
    range.count <= 100 && self[range].firstRange(of: Array(repeating: 0x20, count: 3)) != nil
  }

  func beginsLower(_ range: Range<Int>) -> Bool {
    range.lowerBound < range.upperBound && (0x61...0x7A).contains(self[range.lowerBound])
  }
}
