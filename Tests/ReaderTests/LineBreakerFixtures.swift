import RejoinderCore

extension SplitMix64 {
  /// Neighbouring seeds of small tests give unlike numbers.
  init(seed: Int) {
    self.init(seed: UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15)
  }
}

/// Texts made of pieces that are awkward to lay out beside each other.
enum HardText {
  static let pieces = [
    "a", "b", "word", "claim", " ", " ", "  ", "\t", "\n", "-", "—", "–", "--", "1990", "-5", ",",
    ".", "(", ")", "“", "”", "’", "é", "e\u{301}", "\u{301}", "外交", "失敗", "。", "「", "」", "カ", "ー",
    "ッ", "\u{3000}", "\u{A0}", "\u{200B}", "👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "🇫", "❤️", "\u{200D}", "한국어", "क्षि",
    "\r\n", "\r", "\u{2028}", "ﷺ", "\u{7}", "supercalifragilistic", "ไทย", "x/y", "don't",
  ]

  static func make(_ count: Int, using generator: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<count {
      text += pieces.randomElement(using: &generator) ?? ""
    }
    return text
  }
}

/// Byte offsets at which `Character` sees a boundary, both ends of the text included.
func characterBoundaries(of text: String) -> [Int] {
  var offset = 0
  return [0]
    + text.map { character in
      offset += character.utf8.count
      return offset
    }
}
