import RejoinderCore

/// A canonical text while it is made: valid UTF-8, paragraphs parted by one blank line.
struct CanonicalText {
  private(set) var utf8: [UInt8] = []
  private(set) var paragraphs: [Paragraph] = []
  /// Bytes that were no UTF-8, or NUL, and became U+FFFD.
  private(set) var damagedBytes = 0
  /// Whether the last paragraph can still grow.
  private(set) var isOpen = false

  /// Whether bytes were left out at the limit.
  private(set) var isFull = false
  private let limit: Int

  /// - Parameters:
  ///   - capacity: How many bytes the text will have, about.
  ///   - limit: How many it may have: what stands for a damaged byte is three.
  init(capacity: Int, limit: Int = .max) {
    utf8.reserveCapacity(capacity)
    self.limit = limit
  }

  /// - Parameter quotations: How many surround the paragraph.
  mutating func openParagraph(_ kind: Paragraph.Kind, quotations: Int? = nil) {
    if !utf8.isEmpty { utf8 += [0x0A, 0x0A] }
    let nesting = Nesting(
      quotations: UInt8(clamping: quotations ?? (kind == .quotation ? 1 : 0)))
    paragraphs.append(
      Paragraph(Passage(start: utf8.count, end: utf8.count), kind: kind, nesting: nesting))
    isOpen = true
  }

  mutating func closeParagraph() {
    guard isOpen, let last = paragraphs.indices.last else { return }
    paragraphs[last].passage.end = utf8.count
    isOpen = false
    if paragraphs[last].passage.isEmpty { truncate(toParagraphs: last) }
  }

  /// Forgets the paragraphs from index `count` on.
  mutating func truncate(toParagraphs count: Int) {
    guard count < paragraphs.count else { return }
    paragraphs.removeLast(paragraphs.count - count)
    let end = paragraphs.last?.passage.end ?? 0
    utf8.removeLast(utf8.count - end)
    isOpen = false
  }

  /// Cuts the open paragraph before its last word, which may be incomplete, and closes it. Text
  /// without spaces, such as Chinese, stays as it is.
  mutating func closeBeforeLastWord() {
    guard isOpen, let start = paragraphs.last?.passage.start else { return }
    var end = utf8.count
    while end > start, !Self.isBlank(utf8[end - 1]) { end -= 1 }
    if utf8.count - end > 1_024 { end = utf8.count }
    while end > start, Self.isBlank(utf8[end - 1]) { end -= 1 }
    utf8.removeLast(utf8.count - end)
    closeParagraph()
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x0A || LineCursor.isSpace(byte)
  }

  mutating func append(_ byte: UInt8) {
    utf8.append(byte)
  }

  /// Removes the soft hyphen that the text ends with, if any.
  mutating func dropSoftHyphen() -> Bool {
    guard utf8.count >= 2, utf8[utf8.count - 2] == 0xC2, utf8[utf8.count - 1] == 0xAD else {
      return false
    }
    utf8.removeLast(2)
    return true
  }

  /// Appends input bytes; each one that belongs to no valid character becomes U+FFFD.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80, byte != 0 {
        index += 1
        continue
      }
      let length = UTF8Validation.characterLength(bytes, at: index, end: range.upperBound)
      if length > 0 {
        index += length
        continue
      }
      utf8 += bytes[start..<index]
      if utf8.count + 3 > limit {
        isFull = true
        return
      }
      utf8.append(0xEF)
      utf8.append(0xBF)
      utf8.append(0xBD)
      damagedBytes += 1
      index += 1
      start = index
    }
    utf8 += bytes[start..<range.upperBound]
  }
}

/// Well-formed UTF-8 byte sequences, as in table 3-7 of the Unicode Standard.
enum UTF8Validation {
  /// Whether all of a text is valid, and without NUL.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        if bytes[index] == 0 { return false }
        index += 1
      } else {
        let length = characterLength(bytes, at: index, end: bytes.count)
        if length == 0 { return false }
        index += length
      }
    }
    return true
  }

  /// - Returns: The number of bytes of the character of two or more bytes that starts at `index`, or
  ///   0 where none does.
  static func characterLength(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
    func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < end && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch bytes[index] {
    case 0xC2...0xDF:
      return continues(1) ? 2 : 0
    case 0xE0:
      return continues(1, 0xA0) && continues(2) ? 3 : 0
    case 0xED:
      return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF:
      return continues(1) && continues(2) ? 3 : 0
    case 0xF0:
      return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3:
      return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4:
      return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
    default:
      return 0
    }
  }
}
