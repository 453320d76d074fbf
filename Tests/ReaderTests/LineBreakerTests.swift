import Reader
import RejoinderCore
import Testing

@Suite struct LineBreakerTests {
  private func rows(_ text: String, _ columns: Int) -> [String] {
    let utf8 = Array(text.utf8)
    return LineBreaker(columns: columns)
      .rows(of: Passage(start: 0, end: utf8.count), in: utf8)
      .map { String(decoding: utf8[$0.range], as: UTF8.self) }
  }

  @Test func breaksAtSpacesAndDropsThem() {
    #expect(rows("All wars are avoidable", 10) == ["All wars", "are", "avoidable"])
    #expect(rows("one    two", 5) == ["one", "two"])
    #expect(rows("exact fit", 5) == ["exact", "fit"])
    #expect(rows("ends in spaces   ", 80) == ["ends in spaces"])
  }

  @Test func breaksAWordLongerThanARow() {
    #expect(rows("abcdefgh", 3) == ["abc", "def", "gh"])
    #expect(rows("ab cdefghijk", 5) == ["ab", "cdefg", "hijk"])
  }

  @Test func keepsLeadingWhiteSpace() {
    #expect(rows("  indented words", 10) == ["  indented", "words"])
    #expect(rows("      word", 4) == ["    ", "word"])
    #expect(rows("   abcdef", 6) == ["   abc", "def"])
  }

  @Test func endsARowAtEveryLineFeed() {
    #expect(rows("one\ntwo\n\nfour", 10) == ["one", "two", "", "four"])
    #expect(rows("one\r\ntwo", 10) == ["one", "two"])
    #expect(rows("one\n", 10) == ["one"])
    #expect(rows("\n", 10) == [""])
    #expect(rows("", 10) == [""])
  }

  @Test func breaksAfterAHyphenBetweenLettersOnly() {
    #expect(rows("well-known", 6) == ["well-", "known"])
    #expect(rows("pages 10-20", 9) == ["pages", "10-20"])
    #expect(rows("minus -five", 8) == ["minus", "-five"])
    #expect(rows("minus -5", 7) == ["minus", "-5"])
    #expect(rows("this—that", 6) == ["this—", "that"])
    #expect(rows("this.—“That", 7) == ["this.—", "“That"])
    #expect(rows("war--peace", 6) == ["war--", "peace"])
  }

  /// `fits` is as much as one row holds, so that the test does not depend on the width table.
  @Test(arguments: [
    ("外交失敗", "外交", ["外交", "失敗"]),
    ("外交。失", "外交", ["外", "交。", "失"]),
    ("外「交」", "外「交", ["外", "「交」"]),
    ("カキャッ", "カキャ", ["カ", "キャッ"]),
    ("失外\u{A0}交", "失外\u{A0}", ["失", "外\u{A0}交"]),
    ("外ab交", "外a", ["外", "ab", "交"]),
    ("外\u{3000}交", "外", ["外", "交"]),
  ])
  func breaksBetweenIdeographs(text: String, fits: String, expected: [String]) {
    let piece = Array(fits.utf8)
    let columns = LineBreaker.columns(of: Passage(start: 0, end: piece.count), in: piece)
    #expect(rows(text, columns) == expected)
  }

  @Test func neverBreaksAtANoBreakSpace() {
    #expect(rows("of 10\u{A0}km", 6) == ["of", "10\u{A0}km"])
    #expect(rows("of 10\u{202F}km", 6) == ["of", "10\u{202F}km"])
  }

  @Test func expandsTabsToTheRowsStops() {
    #expect(rows("\tab cd", 8) == ["\tab", "cd"])
    #expect(rows("a\tb", 5) == ["a\tb"])
    #expect(rows("a\tb", 4) == ["a", "b"])
    #expect(rows("\tab", 2) == ["\t", "ab"])
    let utf8 = Array("ab\tc".utf8)
    #expect(LineBreaker.columns(of: Passage(start: 0, end: 4), in: utf8) == 5)
    #expect(LineBreaker.columns(of: Passage(start: 2, end: 4), in: utf8, startingAt: 2) == 3)
  }

  @Test func findsTheGraphemeAtAColumn() {
    let utf8 = Array("a\te\u{301}x".utf8)
    let row = Passage(start: 0, end: utf8.count)
    let offsets = (0..<8).map { LineBreaker.offset(atColumn: $0, of: row, in: utf8) }
    #expect(offsets == [0, 1, 1, 1, 2, 5, 6, 6])
  }

  @Test func aColumnLessRequestIsOneColumn() {
    #expect(LineBreaker(columns: 0).columns == 1)
    #expect(rows("ab", -3) == ["a", "b"])
  }
}
