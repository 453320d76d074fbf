import RejoinderCore
import Testing

/// A marking that is brought up to date is the one that would be made anew.
@Suite struct MarkingRefreshTests {
  private let text = EssayText(
    canonical: (0..<40).map { "Sentence number \($0) is here." }.joined(separator: " "))

  private var sentences: [Sentence] {
    var start = 0
    return (0..<40).map { number in
      let length = "Sentence number \(number) is here.".utf8.count
      defer { start += length + 1 }
      var sentence = Sentence(
        passage: Passage(start: start, end: start + length), paragraph: 0,
        role: number % 3 == 0 ? .claim : number % 3 == 1 ? .premise : .other, confidence: 0.7,
        highlighted: number % 3 == 0)
      if number % 9 == 0 { sentence.level = .few }
      return sentence
    }
  }

  private func annotation(_ id: Int, using generator: inout SplitMix64) -> ResolvedAnnotation {
    let sentences = sentences
    let first = Int.random(in: 0..<sentences.count, using: &generator)
    var passage = sentences[first].passage
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: passage.end = min(text.count, passage.end + Int.random(in: 1...60, using: &generator))
    case 1: passage.start += Int.random(in: 0..<(passage.count - 1), using: &generator)
    default: break
    }
    let bodies: [Annotation.Body] = [
      .decision(.accepted), .decision(.rejected), .decision(.retyped(role: .premise, kind: .fact)),
      .decision(.retyped(role: .thesis, kind: .value)), .mark(kind: .policy), .note("So be it."),
      .counterargument(attack: .undercut, text: "So what?", source: nil),
    ]
    return ResolvedAnnotation(
      annotation: Annotation(
        id: "a\(id)", anchor: Anchor(of: passage, in: text),
        body: bodies.randomElement(using: &generator) ?? .note(""),
        created: Timestamp(milliseconds: Int64(id)), modified: Timestamp(milliseconds: Int64(id))),
      passage: passage)
  }

  @Test(arguments: 0..<60)
  func refreshingIsMakingAnew(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let sentences = sentences
    let pack = ArgumentPack(
      title: "Answers", author: "Somebody", essay: EssayReference(),
      claims: [
        PackClaim(
          quote: "Sentence number 7 is here.", role: .claim, kind: .value, scheme: nil,
          counterarguments: []),
        PackClaim(
          quote: "Sentence number 9 is here.", role: .premise, kind: nil, scheme: nil,
          counterarguments: []),
      ])
    let packs = [try #require(pack.match(in: text))]
    let level = HighlightLevel.allCases[seed % HighlightLevel.allCases.count]
    var annotations: [ResolvedAnnotation] = []
    let answered = [4, 8, 15].map { sentences[$0].passage }
    var marking = Marking(
      sentences: sentences, packs: packs, annotations: annotations, level: level,
      answered: answered)
    for step in 0..<30 {
      let changed: Passage
      if !annotations.isEmpty, Bool.random(using: &generator) {
        let gone = Int.random(in: annotations.indices, using: &generator)
        changed = annotations.remove(at: gone).passage
      } else {
        let new = annotation(step, using: &generator)
        annotations.append(new)
        changed = new.passage
      }
      marking.refresh(
        around: changed, sentences: sentences, packs: packs, annotations: annotations, level: level,
        answered: answered)
      let anew = Marking(
        sentences: sentences, packs: packs, annotations: annotations, level: level,
        answered: answered)
      #expect(marking == anew, "step \(step)")
    }
  }

  @Test func whatIsFarAwayIsNotTouched() {
    let sentences = sentences
    var marking = Marking(sentences: sentences, packs: [], annotations: [])
    // A mark that only the old marking has stays, if it is elsewhere.
    marking.claims[0].confidence = 0.123
    marking.refresh(
      around: sentences[30].passage, sentences: sentences, packs: [], annotations: [])
    #expect(marking.claims[0].confidence == 0.123)
    marking.refresh(around: sentences[0].passage, sentences: sentences, packs: [], annotations: [])
    #expect(marking.claims[0].confidence == 0.7)
  }
}
