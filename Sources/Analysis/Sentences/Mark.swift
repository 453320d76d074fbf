/// A run of full stops, question and exclamation marks, with the quotation marks and brackets that
/// close after it.
struct Mark {
  enum Kind {
    case period, ellipsis
    /// A question or exclamation mark is in the run.
    case shout
  }

  /// The first byte of the run.
  let start: Int
  /// After the closing marks.
  private(set) var end: Int
  private(set) var kind = Kind.period
  private(set) var hasQuote = false
  private(set) var closesParenthesis = false
  /// A mark of Chinese or Japanese, after which no space is needed.
  private(set) var isWide = false

  init?(_ utf8: [UInt8], at index: Int, end limit: Int) {
    start = index
    end = index
    var dots = 0
    while let length = Self.length(utf8, at: end, limit) {
      switch utf8[end] {
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "!"), UInt8(ascii: "?"): kind = .shout
      case 0xE2: dots += 3
      default: isWide = true
      }
      end += length
      if Self.isSpacedDot(utf8, at: end, limit), utf8[end - 1] == UInt8(ascii: ".") { end += 1 }
    }
    guard end > start else { return nil }
    if kind != .shout, dots > 1 { kind = .ellipsis }
    takeClosers(utf8, limit)
  }

  /// Whether a space stands there and another full stop after it, as in ". . .".
  private static func isSpacedDot(_ utf8: [UInt8], at index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, utf8[index] == 0x20, utf8[index + 1] == UInt8(ascii: ".") else {
      return false
    }
    // ".NET", ".5"
    return index + 2 == limit || utf8[index + 2] <= 0x20 || utf8[index + 2] == UInt8(ascii: ".")
  }

  /// The length of the terminator at `index`, or `nil`.
  private static func length(_ utf8: [UInt8], at index: Int, _ limit: Int) -> Int? {
    guard index < limit else { return nil }
    switch utf8[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
    case 0xE2:
      return index + 2 < limit && utf8[index + 1] == 0x80 && utf8[index + 2] == 0xA6 ? 3 : nil
    case 0xE3:
      return index + 2 < limit && utf8[index + 1] == 0x80 && utf8[index + 2] == 0x82 ? 3 : nil
    case 0xEF:
      guard index + 2 < limit, utf8[index + 1] == 0xBC else { return nil }
      return utf8[index + 2] == 0x81 || utf8[index + 2] == 0x9F ? 3 : nil
    default: return nil
    }
  }

  private mutating func takeClosers(_ utf8: [UInt8], _ limit: Int) {
    while end < limit {
      switch utf8[end] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        hasQuote = true
        end += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        closesParenthesis = true
        end += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"),
        UInt8(ascii: "_"):
        end += 1
      case UInt8(ascii: "["):
        guard let length = Self.footnoteLength(utf8, at: end, limit) else { return }
        end += length
      case 0xE2:
        // ’ 99, ” 9D
        guard end + 2 < limit, utf8[end + 1] == 0x80, utf8[end + 2] == 0x99 || utf8[end + 2] == 0x9D
        else { return }
        hasQuote = true
        end += 3
      case 0xC2:
        // »
        guard end + 1 < limit, utf8[end + 1] == 0xBB else { return }
        hasQuote = true
        end += 2
      default: return
      }
    }
  }

  /// The length of a reference such as "[12]".
  private static func footnoteLength(_ utf8: [UInt8], at index: Int, _ limit: Int) -> Int? {
    var end = index + 1
    while end < limit, end - index < 5, (0x30...0x39).contains(utf8[end]) { end += 1 }
    guard end > index + 1, end < limit, utf8[end] == UInt8(ascii: "]") else { return nil }
    return end + 1 - index
  }
}

/// What follows a mark: the first word after white space and opening marks.
struct NextWord {
  /// Where the white space ends.
  let gapEnd: Int
  /// The word's letters; empty where no ASCII letter follows.
  let range: Range<Int>
  let word: PackedWord?
  let isLower: Bool
  let isDigit: Bool

  /// `nil` where no white space follows the mark, unless the mark needs none.
  init?(_ utf8: [UInt8], after mark: Mark, end: Int) {
    var index = mark.end
    while index < end {
      // A wanted line break ends the sentence by itself.
      if utf8[index] == 0x0A { return nil }
      if utf8[index] == 0x20 || utf8[index] == 0x09 {
        index += 1
      } else if utf8[index] == 0xC2, index + 1 < end, utf8[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    guard index > mark.end || mark.isWide, index < end else { return nil }
    gapEnd = index
    index = Self.skipOpeners(utf8, from: index, end: end)
    range = Self.letters(utf8, from: index, end: end)
    word = PackedWord(utf8, range)
    let byte = index < end ? utf8[index] : 0
    isDigit = (0x30...0x39).contains(byte)
    // "iPhone" and "eBay" are written so at the beginning of a sentence too.
    let isCamel = index + 1 < end && (0x41...0x5A).contains(utf8[index + 1])
    isLower =
      (0x61...0x7A).contains(byte) && !isCamel
      || byte >= 0xC3 && Self.isLowerScalar(utf8, index, end)
  }

  static func letters(_ utf8: [UInt8], from index: Int, end: Int) -> Range<Int> {
    var upper = index
    while upper < end, (0x61...0x7A).contains(utf8[upper] | 0x20) { upper += 1 }
    return index..<upper
  }

  private static func skipOpeners(_ utf8: [UInt8], from index: Int, end: Int) -> Int {
    var index = index
    while index < end {
      switch utf8[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x20:
        index += 1
      case 0xE2:
        // Dashes 93–95, ‘ 98, “ 9C.
        guard index + 2 < end, utf8[index + 1] == 0x80, (0x93...0x9C).contains(utf8[index + 2])
        else { return index }
        index += 3
      case 0xC2:
        guard index + 1 < end, utf8[index + 1] == 0xAB || utf8[index + 1] == 0xA0 else {
          return index
        }
        index += 2
      default: return index
      }
    }
    return index
  }

  private static func isLowerScalar(_ utf8: [UInt8], _ index: Int, _ end: Int) -> Bool {
    let bytes = utf8[index..<min(end, index + 4)]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.properties.isLowercase
      ?? false
  }
}
