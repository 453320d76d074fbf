import RejoinderCore
import Testing

@testable import TerminalKit

/// Width and glyphs must be the same everywhere: one column of difference shifts a whole row.
@Suite struct DisplayWidthTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var text: String
    var columns: Int
    var shown: String
    var testDescription: String { text.debugDescription }
  }

  static let samples: [Sample] = [
    Sample(text: "", columns: 0, shown: ""),
    Sample(text: "war", columns: 3, shown: "war"),
    Sample(text: "é", columns: 1, shown: "é"),
    Sample(text: "e\u{301}", columns: 1, shown: "e\u{301}"),
    Sample(text: "ที่", columns: 1, shown: "ที่"),
    Sample(text: "外交", columns: 4, shown: "外交"),
    Sample(text: "ｱ", columns: 1, shown: "ｱ"),
    Sample(text: "한", columns: 2, shown: "한"),
    Sample(text: "\u{1112}\u{1161}\u{11AB}", columns: 2, shown: "\u{1112}\u{1161}\u{11AB}"),
    // Ambiguous width is one column.
    Sample(text: "§±…“”", columns: 5, shown: "§±…“”"),
    // Emoji sequences: the first scalar.
    Sample(text: "👨‍👩‍👧‍👦", columns: 2, shown: "👨"),
    Sample(text: "👍🏽", columns: 2, shown: "👍"),
    Sample(text: "👩🏽‍⚕️.", columns: 3, shown: "👩."),
    Sample(text: "❤️", columns: 1, shown: "❤"),
    Sample(text: "1️⃣", columns: 1, shown: "1\u{20E3}"),
    Sample(text: "🏳️‍🌈", columns: 1, shown: "🏳"),
    Sample(text: "🏴󠁧󠁢󠁥󠁮󠁧󠁿", columns: 2, shown: "🏴"),
    Sample(text: "🇫🇷", columns: 2, shown: "🇫🇷"),
    Sample(text: "🇫🇷🇩🇪🇫", columns: 5, shown: "🇫🇷🇩🇪🇫"),
    Sample(text: "🫩", columns: 2, shown: "🫩"),
    Sample(text: "🏽", columns: 2, shown: "🏽"),
    // A character of several glyphs.
    Sample(text: "क्षि", columns: 3, shown: "क्षि"),
    // What must not act, or hide, is seen.
    Sample(text: "a\u{1B}[31m", columns: 6, shown: "a␛[31m"),
    Sample(text: "\t\r\n\0", columns: 4, shown: "␉␍␊␀"),
    Sample(text: "\u{7F}", columns: 1, shown: "␡"),
    Sample(text: "\u{9B}31m", columns: 4, shown: "\u{FFFD}31m"),
    Sample(text: "a\u{202E}b\u{2066}", columns: 4, shown: "a\u{FFFD}b\u{FFFD}"),
    Sample(text: "\u{2028}", columns: 1, shown: "\u{FFFD}"),
    Sample(text: "con\u{AD}fi\u{200B}dent\u{FEFF}", columns: 12, shown: "con·fi·dent·"),
    Sample(text: "x\u{E0041}", columns: 2, shown: "x\u{FFFD}"),
    Sample(text: "\u{200D}x", columns: 2, shown: "·x"),
    Sample(text: "می\u{200C}خواهم", columns: 7, shown: "میخواهم"),
    Sample(text: "\u{E000}\u{378}\u{FFFF}", columns: 3, shown: "\u{FFFD}\u{FFFD}\u{FFFD}"),
    Sample(text: "a\u{A0}b\u{202F}c", columns: 5, shown: "a b c"),
    Sample(text: "\u{301}", columns: 1, shown: "\u{25CC}\u{301}"),
    Sample(text: "\n\u{301}", columns: 2, shown: "␊\u{25CC}\u{301}"),
    Sample(
      text: "o\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}x", columns: 3,
      shown: "o\u{301}\u{302}\u{303}\u{304}\u{FFFD}x"),
    // A joiner, a selector or a tag that has nothing to do where it stands hides something.
    Sample(text: "pay\u{200D}pal", columns: 7, shown: "pay·pal"),
    Sample(text: "pay\u{200C}pal", columns: 7, shown: "pay·pal"),
    Sample(text: "a\u{FE0F}", columns: 2, shown: "a·"),
    Sample(text: "😀\u{E0141}\u{E0142}", columns: 4, shown: "😀··"),
    Sample(text: "葛\u{E0100}", columns: 2, shown: "葛"),
    Sample(text: "क्\u{200D}", columns: 1, shown: "क्"),
    Sample(
      text: "🏴\u{E0061}\u{E0062}\u{E0063}\u{E0064}\u{E0065}\u{E0066}\u{E007F}\u{E0067}", columns: 3,
      shown: "🏴\u{FFFD}"),
  ]

  @Test(arguments: samples)
  func isShownAndCounted(_ sample: Sample) {
    let glyphs = Array(GlyphSequence(sample.text))
    #expect(
      glyphs.map(\.glyph.string).joined().unicodeScalars.elementsEqual(
        sample.shown.unicodeScalars))
    #expect(glyphs.reduce(0) { $0 + $1.width } == sample.columns)
    #expect(DisplayWidth.columns(of: sample.text) == sample.columns)
    #expect(DisplayWidth.columns(ofUTF8: Array(sample.text.utf8)[...]) == sample.columns)
  }

  /// Nothing that a terminal obeys, or counts otherwise, may come out of the assembler.
  @Test func everyScalarIsSafe() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var assembler = GlyphAssembler()
      let early = assembler.append(value)
      guard early == nil, let (glyph, width) = assembler.finish() else { continue }
      let base = Unicode.Scalar(glyph.base)
      guard let base, DisplayWidth.columns(of: base) == width, base.value >= 0x20,
        !(0x7F..<0xA0).contains(base.value)
      else {
        Issue.record("U+\(String(value, radix: 16)) \(scalar) is shown as \(glyph)")
        return
      }
    }
  }

  /// What a terminal obeys is never printed, and what is drawn as itself is no control.
  @Test func controlsAreThoseThatAreNeverDrawn() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: #expect(scalar.isControl)
      default:
        if properties.isBidiControl { #expect(scalar.isControl, "U+\(String(value, radix: 16))") }
      }
      guard scalar.isControl else { continue }
      let shown = GlyphSequence(String(scalar)).map(\.glyph.string)
      let mark = value == 0x7F ? 0x2421 : value < 0x20 ? 0x2400 + value : 0xFFFD
      #expect(shown == Unicode.Scalar(mark).map { [String($0)] })
    }
  }

  /// The count that the reader is told.
  @Test(arguments: [
    ("", 0), ("war\n\tpeace", 0), ("con\u{AD}fident", 0), ("外交 é 👨‍👩‍👧 🇫🇷", 0),
    ("\u{301}e", 0), ("a\u{1B}[31m", 1), ("\r\u{7F}\u{9B}", 3), ("pay\u{200D}pal", 1),
    ("o\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", 2), ("x\u{E0041}\u{E0042}", 2),
    ("\u{202E}abc\u{202C}", 2), ("\u{FEFF}a\u{200B}b", 2),
  ])
  func hiddenCharactersAreCounted(text: String, count: Int) {
    #expect(HiddenCharacters.count(inUTF8: Array(text.utf8)) == count)
    let around = "é" + text + "\n" + text
    #expect(HiddenCharacters.count(inUTF8: Array(around.utf8)) == 2 * count)
  }

  /// Drawing goes by glyphs, layout by bytes.
  @Test func bytesAndGlyphsAgree() {
    var random = SplitMix64(seed: 7)
    let alphabet = Self.samples.flatMap { Array($0.text.unicodeScalars) }
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if let scalar = alphabet.randomElement(using: &random) { text.append(scalar) }
      }
      let string = String(text)
      let shown = GlyphSequence(string).reduce(0) { $0 + $1.width }
      #expect(DisplayWidth.columns(of: string) == shown, "\(string.debugDescription)")
      let limit = Int.random(in: 0...8, using: &random)
      let (bytes, columns) = DisplayWidth.prefix(ofUTF8: string.utf8, fitting: limit)
      #expect(columns <= limit)
      let prefix = Array(string.utf8.prefix(bytes))
      #expect(DisplayWidth.columns(ofUTF8: prefix) == columns, "\(string.debugDescription)")
      #expect(limit < shown || bytes == string.utf8.count)
    }
  }

  @Test func prefixIsTheLongest() {
    #expect(DisplayWidth.prefix(ofUTF8: "外交a".utf8, fitting: 3) == (3, 2))
    #expect(DisplayWidth.prefix(ofUTF8: "外交a".utf8, fitting: 4) == (6, 4))
    #expect(DisplayWidth.prefix(ofUTF8: "abc".utf8, fitting: 2) == (2, 2))
    #expect(DisplayWidth.prefix(ofUTF8: "abe\u{301}".utf8, fitting: 3) == (5, 3))
    #expect(DisplayWidth.prefix(ofUTF8: "ab🇫🇷".utf8, fitting: 3) == (2, 2))
    #expect(DisplayWidth.prefix(ofUTF8: "ab".utf8, fitting: 0) == (0, 0))
  }

  @Test func invalidBytesCountAsReplacements() {
    #expect(DisplayWidth.columns(ofUTF8: [0x61, 0xFF, 0xC3, 0x61, 0xE2, 0x80]) == 6)
    // An overlong space, a surrogate, a value too great.
    #expect(DisplayWidth.columns(ofUTF8: [0xC0, 0xA0]) == 2)
    #expect(DisplayWidth.columns(ofUTF8: [0xED, 0xA0, 0x80]) == 3)
    #expect(DisplayWidth.columns(ofUTF8: [0xF4, 0x90, 0x80, 0x80]) == 4)
  }
}
