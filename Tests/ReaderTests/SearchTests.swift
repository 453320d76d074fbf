import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct SearchTests {
  private func matches(_ words: String, in text: String) -> [String] {
    let essay = EssayText(canonical: text)
    return Search.matches(
      of: Search.folded(words), in: essay, within: Passage(start: 0, end: essay.count)
    ).map { essay.string($0) }
  }

  @Test func asciiLettersMatchInEitherCase() {
    #expect(matches("Lamp", in: "lamp LAMP lAmP lam") == ["lamp", "LAMP", "lAmP"])
    #expect(matches("[\\]{|}^_", in: "[\\]{|}^_ {|}") == ["[\\]{|}^_"])
    #expect(matches("@", in: "`@") == ["@"])
  }

  @Test func plainSignsMatchTypographicOnes() {
    #expect(
      matches("nobody's", in: "Nobody’s, nobody‘s, nobody's") == [
        "Nobody’s", "nobody‘s", "nobody's",
      ])
    #expect(matches("\"so\"", in: "“so” \"so\"") == ["“so”", "\"so\""])
    #expect(matches("a-b", in: "a-b a–b a—b a‑b a−b") == ["a-b", "a–b", "a—b", "a‑b"])
  }

  @Test func aSpaceMatchesALineBreak() {
    #expect(
      matches("two words", in: "two\nwords two words two  words") == ["two\nwords", "two words"])
  }

  @Test func matchesDoNotOverlap() {
    #expect(matches("aa", in: "aaaaa") == ["aa", "aa"])
  }

  @Test func beyondAsciiBytesMatchAsTheyAre() {
    #expect(matches("雪国", in: "雪国の雪国") == ["雪国", "雪国"])
    #expect(matches("é", in: "É é") == ["é"])
  }

  @Test func nothingMatchesNothing() {
    #expect(matches("", in: "words").isEmpty)
    #expect(matches("words", in: "").isEmpty)
    #expect(matches("longer than it", in: "longer").isEmpty)
    #expect(matches("'", in: "\u{2018}").count == 1)
  }

  @Test func theLastMatchBeginsInsideThePassage() {
    let text = EssayText(canonical: "one two one two")
    let pattern = Search.folded("one")
    #expect(
      Search.lastMatch(of: pattern, in: text, within: Passage(start: 0, end: 8))
        == Passage(start: 0, end: 3))
    #expect(
      Search.lastMatch(of: pattern, in: text, within: Passage(start: 0, end: 15))
        == Passage(start: 8, end: 11))
    #expect(Search.lastMatch(of: pattern, in: text, within: Passage(start: 1, end: 8)) == nil)
  }

  /// The search looks at 32 bytes at a time; where a match lies among them must not matter.
  @Test(arguments: 0..<70) func aMatchIsFoundWhereverItLies(offset: Int) {
    let before = String(repeating: "n", count: offset)
    for after in ["", " ", String(repeating: "o", count: 70)] {
      for (words, shown) in [
        ("nobody's", "Nobody’s"), ("'tis", "’tis"), ("-", "—"), ("o b", "O\nb"), ("é", "é"),
      ] {
        let text = EssayText(canonical: before + "." + shown + after)
        let match = Passage(start: offset + 1, end: offset + 1 + shown.utf8.count)
        let pattern = Search.folded(words)
        let whole = Passage(start: 0, end: text.count)
        #expect(Search.firstMatch(of: pattern, in: text, within: whole) == match)
        #expect(Search.lastMatch(of: pattern, in: text, within: whole) == match)
        let cut = Passage(start: 0, end: match.end - 1)
        #expect(Search.firstMatch(of: pattern, in: text, within: cut) == nil)
      }
    }
  }

  /// Forwards and backwards agree with a comparison byte by byte.
  @Test(arguments: 0..<200) func findsWhatAPlainComparisonFinds(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("aAbB ".utf8)
    func random(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
    }
    let bytes = random(Int.random(in: 0...6_000, using: &generator))
    let pattern = random(Int.random(in: 1...9, using: &generator)).map { $0 | 0x20 }
    let text = EssayText(canonical: String(decoding: bytes, as: UTF8.self))
    let lowered = bytes.map { $0 | 0x20 }
    let starts = lowered.indices.filter { lowered[$0...].starts(with: pattern) }
    let whole = Passage(start: 0, end: text.count)
    let first = Search.firstMatch(of: pattern, in: text, within: whole)?.start
    let last = Search.lastMatch(of: pattern, in: text, within: whole)?.start
    #expect(first == starts.first && last == starts.last)
  }

  // MARK: In the reader

  @Test func goingOnAndBackLeadsRound() throws {
    var model = try ReaderFixtures.model(essay: ReaderFixtures.essay("A cat. A dog. A cat, a cat."))
    func current() -> Int? { model.reading?.search?.current?.start }
    _ = model.press(keys: "/")
    model.type("cat")
    _ = model.press(keys: "Enter")
    #expect(current() == 2)
    _ = model.press(keys: "n")
    #expect(current() == 16)
    _ = model.press(keys: "n")
    #expect(current() == 23 && model.notice == nil)
    _ = model.press(keys: "n")
    #expect(current() == 2 && model.notice != nil, "it says that it went round")
    _ = model.press(keys: "N")
    #expect(current() == 23 && model.notice != nil)
    _ = model.press(keys: "N")
    #expect(current() == 16 && model.notice == nil)
  }

  @Test func aMatchIsBroughtIntoSight() throws {
    for (columns, rows) in [(40, 12), (80, 24)] {
      var model = try ReaderFixtures.model(Size(columns: columns, rows: rows))
      _ = model.press(keys: "/")
      model.type("belongs to everybody")
      _ = model.press(keys: "Enter")
      let match = try #require(model.reading?.search?.current)
      #expect(model.isOnPage(match))
      let shown = model.view().cells.count { $0.style == Style.matchCurrent.id }
      #expect(shown >= "belongs to everybody".count - 2)
    }
  }

  @Test func whatIsNotThereMovesNothing() throws {
    var model = try ReaderFixtures.model()
    let top = model.reading?.top
    _ = model.press(keys: "/")
    model.type("gaslight")
    _ = model.press(keys: "Enter")
    #expect(model.reading?.top == top)
    #expect(model.notice?.isError == true)
  }
}
