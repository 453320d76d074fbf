import Reader
import RejoinderCore
import Testing

/// What must hold for any text at any width.
@Suite struct LineBreakerPropertyTests {
  private struct Case {
    let text: String
    let utf8: [UInt8]
    let breaker: LineBreaker
    let rows: [Passage]

    init(seed: Int) {
      var generator = SplitMix64(seed: seed)
      text = HardText.make(Int.random(in: 0...60, using: &generator), using: &generator)
      utf8 = Array(text.utf8)
      breaker = LineBreaker(columns: Int.random(in: 1...24, using: &generator))
      rows = breaker.rows(of: Passage(start: 0, end: utf8.count), in: utf8)
    }
  }

  private static let space: Set<Character> = [
    " ", "\t", "\n", "\r\n", "\u{3000}", "\u{200B}",
  ]

  @Test(arguments: 0..<400)
  func rowsAscendOnGraphemeBoundariesAndLoseOnlyWhiteSpace(seed: Int) {
    let sample = Case(seed: seed)
    let boundaries = Set(characterBoundaries(of: sample.text))
    var reached = 0
    for row in sample.rows + [Passage(start: sample.utf8.count, end: sample.utf8.count)] {
      #expect(row.start >= reached)
      #expect(boundaries.contains(row.start) && boundaries.contains(row.end))
      let skipped = String(decoding: sample.utf8[reached..<max(reached, row.start)], as: UTF8.self)
      #expect(skipped.allSatisfy(Self.space.contains), "lost \(skipped.debugDescription)")
      reached = row.end
    }
  }

  @Test(arguments: 0..<400)
  func noRowIsTooWide(seed: Int) {
    let sample = Case(seed: seed)
    for row in sample.rows {
      let width = LineBreaker.columns(of: row, in: sample.utf8)
      let single = Graphemes.next(after: row.start, in: sample.utf8) == row.end
      #expect(width <= sample.breaker.columns || single)
    }
  }

  @Test(arguments: 0..<400)
  func aRowIsNotBrokenAgain(seed: Int) {
    let sample = Case(seed: seed)
    for row in sample.rows {
      #expect(sample.breaker.rows(of: row, in: sample.utf8) == [row])
    }
  }

  @Test(arguments: 0..<400)
  func aPrefixHasTheSameRows(seed: Int) {
    let sample = Case(seed: seed)
    for (index, row) in sample.rows.enumerated() {
      // A word that was cut for its length is a shorter word in the prefix, and may move up.
      let isCut = index + 1 < sample.rows.count && sample.rows[index + 1].start == row.end
      if isCut { continue }
      let prefix = Passage(start: 0, end: row.end)
      // A row without bytes after a line feed cannot be seen from the prefix that ends before it.
      let expected = row.isEmpty && index > 0 ? sample.rows[..<index] : sample.rows[...index]
      #expect(sample.breaker.rows(of: prefix, in: sample.utf8) == Array(expected))
    }
  }

  @Test(arguments: 0..<400)
  func rowsCanBeMadeAnewFromAnyRowOn(seed: Int) {
    let sample = Case(seed: seed)
    for (index, row) in sample.rows.enumerated() {
      let rest = Passage(start: row.start, end: sample.utf8.count)
      #expect(sample.breaker.rows(of: rest, in: sample.utf8) == Array(sample.rows[index...]))
    }
  }

  @Test(arguments: 0..<200)
  func bytesThatAreNotTextAreLaidOutToo(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let bytes: [UInt8] = (0..<80).map { _ in
      [0x20, 0x61, 0x80, 0xC3, 0xA9, 0xE2, 0xF0, 0xFF, 0xED, 0xA0, 0x0A].randomElement(
        using: &generator) ?? 0x20
    }
    let breaker = LineBreaker(columns: Int.random(in: 1...12, using: &generator))
    let start = Int.random(in: -3...85, using: &generator)
    let end = Int.random(in: -3...85, using: &generator)
    let rows = breaker.rows(of: Passage(start: start, end: end), in: bytes)
    #expect(rows == rows.sorted())
    #expect(rows.allSatisfy { 0 <= $0.start && $0.end <= bytes.count })
    for offset in -2...82 {
      let next = Graphemes.next(after: offset, in: bytes)
      let previous = Graphemes.previous(before: offset, in: bytes)
      #expect(next > min(offset, bytes.count - 1))
      #expect(previous < max(offset, 1))
    }
  }

  @Test func hostileWordsAreBroken() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
    let rows = LineBreaker(columns: 10).rows(of: Passage(start: 0, end: long.count), in: long)
    #expect(rows.count == 100_000)

    let marks = Array(("e" + String(repeating: "\u{301}", count: 20_000) + "x").utf8)
    let two = LineBreaker(columns: 1).rows(of: Passage(start: 0, end: marks.count), in: marks)
    #expect(two.map(\.count) == [40_001, 1])
    #expect(Graphemes.boundary(atOrBefore: 30_000, in: marks) == 0)
  }
}
