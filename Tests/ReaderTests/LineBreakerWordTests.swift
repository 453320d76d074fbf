import Reader
import RejoinderCore
import Testing

@Suite struct LineBreakerWordTests {
  private func walk(_ text: String, _ step: (Int, [UInt8]) -> Int, from start: Int) -> [Int] {
    let utf8 = Array(text.utf8)
    var offsets: [Int] = []
    var index = start
    while true {
      let next = step(index, utf8)
      if next == index { return offsets }
      offsets.append(next)
      index = next
    }
  }

  @Test func walksUnitsAsViDoes() {
    let text = "war, we’re told — is won't"
    let starts = [3, 5, 13, 18, 22, 25, 30]
    #expect(walk(text, { Words.start(after: $0, in: $1) }, from: 0) == starts)
    let ends = [3, 4, 12, 17, 21, 24, 30]
    #expect(walk(text, { Words.end(after: $0, in: $1) }, from: 0) == ends)
    let back = [25, 22, 18, 13, 5, 3, 0]
    #expect(walk(text, { Words.start(before: $0, in: $1) }, from: 30) == back)
  }

  @Test func scriptsWithoutSpacesAreRunsOfTheirOwn() {
    #expect(walk("外交はダメ。", { Words.start(after: $0, in: $1) }, from: 0) == [6, 9, 15, 18])
  }

  @Test func combiningMarksStayWithTheirLetter() {
    #expect(walk("e\u{301}e\u{301} x", { Words.end(after: $0, in: $1) }, from: 0) == [6, 8])
  }

  @Test(arguments: 0..<200)
  func everyMotionEndsOnAGraphemeBoundary(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let text = HardText.make(30, using: &generator)
    let utf8 = Array(text.utf8)
    let boundaries = Set(characterBoundaries(of: text))
    for offset in -1...(utf8.count + 1) {
      for end in [
        Words.start(after: offset, in: utf8), Words.start(before: offset, in: utf8),
        Words.end(after: offset, in: utf8),
      ] {
        #expect(boundaries.contains(end))
      }
    }
  }
}
