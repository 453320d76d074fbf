import RejoinderCore
import TerminalKit
import Testing

@Suite struct ScreenTests {
  @Test func dumpShowsBothPlanes() {
    var screen = Screen(size: Size(columns: 10, rows: 3))
    screen.write("▸ 外交 é", row: 0, column: 0, style: StyleID(rawValue: 2))
    screen.fill(row: 2, columns: 0..<10, style: StyleID(rawValue: 1))
    screen.write("READ", row: 2, column: 0, style: StyleID(rawValue: 1))
    screen.cursor = Position(row: 0, column: 2)
    let dump = ScreenDump(screen) { style in
      style.rawValue == 1 ? ("s", "status") : ("c", "counterText")
    }
    #expect(
      dump.description == """
        size 10x3 cursor 0:2
        -- text
        |▸ 外交 é  |
        |          |
        |READ      |
        -- style
        |ccc>c>cc..|
        |..........|
        |ssssssssss|
        -- legend: c counterText  s status

        """)
  }

  /// Half a wide glyph must never stay.
  @Test func wideGlyphsStayWhole() {
    var random = SplitMix64(seed: 5)
    let texts = ["外", "交a", "x", "yz", "🇫🇷", "e\u{301}", "कि"]
    var screen = Screen(size: Size(columns: 7, rows: 1))
    for _ in 0..<4000 {
      let column = Int.random(in: -2...8, using: &random)
      screen.write(texts.randomElement(using: &random) ?? "", row: 0, column: column)
      if Bool.random(using: &random) {
        let limit = Int.random(in: 0...7, using: &random)
        screen.write("外外外", row: 0, column: 0, limit: limit)
      }
      var index = 0
      while index < 7 {
        let cell = screen[0, index]
        #expect(cell.width != 0)
        if cell.width == 2 { #expect(index + 1 < 7 && screen[0, index + 1].width == 0) }
        index += Int(max(1, cell.width))
      }
      #expect(index == 7)
    }
  }

  @Test func writeStopsAtTheLimit() {
    var screen = Screen(size: Size(columns: 6, rows: 1))
    #expect(screen.write("abcdef", row: 0, column: 1, limit: 4) == 4)
    #expect(screen[0, 4] == Cell())
    #expect(screen.write("a外", row: 0, column: 0, limit: 2) == 2)
    #expect(screen[0, 1].glyph == .blank)
  }

  @Test(arguments: [
    ("“Déjà vu” — l’été…", "\"Deja vu\" - l'ete~"), ("─│┌┼═", "-|++="), ("• ▸ →", "* > >"),
    ("Łódź ß æ Ø ı", "Lodz s a O i"), ("ＡＢ", "A B "), ("外", "? "), ("α☃", "??"), ("a~b", "a~b"),
  ])
  func asciiFallbackKeepsTheColumns(_ text: String, _ expected: String) {
    var shown = ""
    for (glyph, width) in GlyphSequence(text) {
      shown.unicodeScalars.append(Unicode.Scalar(glyph.asciiFallback))
      if width == 2 { shown += " " }
    }
    #expect(shown == expected)
  }

  /// In ASCII the thesis once looked like a question, a shortened line like a whole one, and the
  /// reader's own claim and note like something unknown.
  @Test func asciiFallbackTellsMarksApart() {
    let marks: KeyValuePairs = [
      "◆": "#", "▸": ">", "✓": "v", "✚": "+", "▏": "|", "✎": "\"", "·": ".", "▲": "^", "▼": "v",
      "…": "~",
    ]
    for (mark, expected) in marks {
      let shown = GlyphSequence(mark).map { Character(Unicode.Scalar($0.glyph.asciiFallback)) }
      #expect(String(shown) == expected, "\(mark)")
    }
    // What can stand in one place of the gutter, and what opens or ends a row of a note.
    for group in ["◆▸✓✚▏·", "✎◆▸", "…·?", "▲▼"] {
      let shown = GlyphSequence(group).map(\.glyph.asciiFallback)
      #expect(Set(shown).count == shown.count, "\(group)")
    }
  }
}
