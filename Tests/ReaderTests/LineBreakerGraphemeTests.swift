import Reader
import RejoinderCore
import Testing

@Suite struct LineBreakerGraphemeTests {
  @Test(arguments: 0..<300)
  func boundariesAreThoseOfCharacters(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let text = HardText.make(40, using: &generator)
    let utf8 = Array(text.utf8)
    let boundaries = characterBoundaries(of: text)
    for offset in 0...utf8.count {
      let start = boundaries.last { $0 <= offset }
      #expect(Graphemes.boundary(atOrBefore: offset, in: utf8) == start)
      let before = boundaries.last { $0 < offset } ?? 0
      #expect(Graphemes.previous(before: offset, in: utf8) == before)
      let after = boundaries.first { $0 > offset } ?? utf8.count
      #expect(Graphemes.next(after: offset, in: utf8) == after)
    }
  }
}
