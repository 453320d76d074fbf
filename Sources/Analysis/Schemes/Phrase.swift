/// A sentence's words for matching cues and filling slots.
struct Phrase: Sendable {
  struct Token: Sendable {
    /// In lower case, with straight apostrophes.
    var word: String
    /// In the text's bytes.
    var range: Range<Int>
    /// Whether a mark such as a comma, a dash or a quotation mark stands before it.
    var followsMark: Bool
    /// Whether it is a part of a word such as "state-led" that a hyphen ends before it.
    var followsHyphen: Bool
    /// Whether the mark before it parts clauses: a semicolon, a colon, a dash.
    var opensClause: Bool
    var isCapitalized: Bool
    var categories: Categories
    var form: Word.Form
    /// Whether it is a verb that a clause can have as its own, and whether it begins a clause that hangs on
    /// another. ``SlotFilling`` tells, once a sentence.
    var isFinite = false
    var isHanger = false
  }

  let tokens: [Token]
  let utf8: [UInt8]

  init(_ utf8: [UInt8], _ range: Range<Int>) {
    var words: [Word] = []
    _ = WordReader.read(utf8, range, with: .english, into: &words)
    self.utf8 = utf8
    var end = range.lowerBound
    tokens = words.map { word in
      let gap = utf8[end..<max(end, word.start)]
      let wordEnd = min(range.upperBound, word.start + Int(word.length))
      end = max(end, wordEnd)
      return Token(
        word: Self.lowered(utf8[word.start..<wordEnd]), range: word.start..<wordEnd,
        followsMark: gap.contains { !Self.joins($0) } && !Self.isPossessive(gap, in: utf8)
          || Self.partsClauses(gap),
        followsHyphen: gap.elementsEqual("-".utf8), opensClause: Self.partsClauses(gap),
        isCapitalized: word.form.contains(.capitalized), categories: word.categories,
        form: word.form)
    }
  }

  /// The text from the first to the last token of a range, as it stands, with the signs of money and of
  /// per cent at its ends.
  func string(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    var (start, end) = (first.range.lowerBound, last.range.upperBound)
    if let sign = Self.currencies.first(where: { utf8[..<start].suffix($0.count) == $0[...] }) {
      start -= sign.count
    }
    if end < utf8.count, utf8[end] == UInt8(ascii: "%") { end += 1 }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  private static let currencies = ["$", "£", "€"].map { Array($0.utf8) }

  /// The words of a cue. What lies in a long gap is left out: it would fill a margin and say nothing.
  func string(_ cue: CuePattern.Match) -> String {
    guard let gap = cue.gap, gap.count > Self.longestShownGap else { return string(cue.tokens) }
    return string(cue.tokens.lowerBound..<gap.lowerBound) + " … "
      + string(gap.upperBound..<cue.tokens.upperBound)
  }

  private static let longestShownGap = 2

  /// Whether no mark stands between the tokens of a range.
  func isUnbroken(_ range: Range<Int>) -> Bool {
    !tokens[range].dropFirst().contains { $0.followsMark }
  }

  private static func lowered(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
      .split(separator: "’", omittingEmptySubsequences: false).joined(separator: "'")
  }

  /// Whether a byte between words parts nothing: blanks, hyphens, stops, "&", "/", the signs of money and
  /// of per cent, and the byte with which marks beyond ASCII begin.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x09, 0xE2, 0xC2, 0x82, 0xAC, 0xA3: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "&"), UInt8(ascii: "/"),
      UInt8(ascii: "$"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// Whether what stands between two words is the apostrophe of "the states' rights".
  private static func isPossessive(_ gap: ArraySlice<UInt8>, in utf8: [UInt8]) -> Bool {
    guard gap.startIndex > 0, utf8[gap.startIndex - 1] | 0x20 == UInt8(ascii: "s"),
      gap.endIndex < utf8.count
    else { return false }
    return gap.elementsEqual("' ".utf8) || gap.elementsEqual("’ ".utf8)
  }

  private static func partsClauses(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains(UInt8(ascii: ";")) || gap.contains(UInt8(ascii: ":"))
      || gap.count >= 3 && gap.contains(0xE2)
        && gap.contains { $0 == 0x93 || $0 == 0x94 }
      || gap.count { $0 == UInt8(ascii: "-") } > 1
      || gap.elementsEqual(" - ".utf8)
  }
}
