import RejoinderCore
import Testing

/// Who has the last word about what is a claim.
@Suite struct MarkingTests {
  private let text = EssayText(
    canonical: "Lamps burn all night. Nobody walks there. We should put them out. It is late.")

  private func passage(_ words: String) throws -> Passage {
    try #require(text.firstPassage(of: words))
  }

  private func sentence(
    _ words: String, _ role: Role = .claim, kind: ClaimKind = .fact, highlighted: Bool = true
  ) throws -> Sentence {
    Sentence(
      passage: try passage(words), paragraph: 0, role: role, kind: kind, confidence: 0.7,
      highlighted: highlighted)
  }

  private func detected() throws -> [Sentence] {
    [
      try sentence("Lamps burn all night."),
      try sentence("Nobody walks there.", .premise, highlighted: false),
      try sentence("We should put them out.", .thesis, kind: .policy),
      try sentence("It is late.", .other, highlighted: false),
    ]
  }

  private func resolved(_ body: Annotation.Body, on words: String, at order: Int64 = 1) throws
    -> ResolvedAnnotation
  {
    let passage = try passage(words)
    return ResolvedAnnotation(
      annotation: Annotation(
        id: "a\(order)-\(passage.start)", anchor: Anchor(of: passage, in: text), body: body,
        created: Timestamp(milliseconds: order), modified: Timestamp(milliseconds: order)),
      passage: passage)
  }

  private func pack(_ quote: String, _ role: Role, kind: ClaimKind? = nil) throws -> PackMatch {
    let pack = ArgumentPack(
      title: "Answers", author: "Somebody", essay: EssayReference(),
      claims: [PackClaim(quote: quote, role: role, kind: kind, scheme: nil, counterarguments: [])])
    return try #require(pack.match(in: text))
  }

  private func marking(
    packs: [PackMatch] = [], _ annotations: [ResolvedAnnotation] = []
  ) throws -> Marking {
    Marking(sentences: try detected(), packs: packs, annotations: annotations)
  }

  private func claim(_ words: String, in marking: Marking) throws -> Claim? {
    marking.claimIndex(matching: try passage(words)).map { marking.claims[$0] }
  }

  // MARK: The order of words

  @Test func theDetectorIsShownAsItIs() throws {
    let marking = try marking()
    #expect(marking.claims.map(\.standing) == [.detected, .detected])
    #expect(marking.claims.map(\.role) == [.claim, .thesis])
    #expect(marking.premises == [try passage("Nobody walks there.")])
  }

  @Test func aPackOverrulesTheDetector() throws {
    let more = try marking(packs: [try pack("It is late.", .claim, kind: .value)])
    #expect(try claim("It is late.", in: more)?.standing == .pack)
    let other = try marking(packs: [try pack("Lamps burn all night.", .premise)])
    #expect(try claim("Lamps burn all night.", in: other) == nil)
    #expect(other.premises.count == 2)
    let kept = try marking(packs: [try pack("We should put them out.", .claim)])
    #expect(try claim("We should put them out.", in: kept)?.kind == .policy)
  }

  @Test func theReaderOverrulesThePack() throws {
    let pack = try pack("It is late.", .thesis, kind: .value)
    let rejected = try marking(
      packs: [pack], [try resolved(.decision(.rejected), on: "It is late.")])
    #expect(try claim("It is late.", in: rejected) == nil)
    let retyped = try marking(
      packs: [pack],
      [try resolved(.decision(.retyped(role: .claim, kind: .fact)), on: "It is late.")])
    let claim = try claim("It is late.", in: retyped)
    #expect(claim?.role == .claim && claim?.kind == .fact && claim?.standing == .accepted)
  }

  @Test func theReaderOverrulesTheDetector() throws {
    let words = "Lamps burn all night."
    let accepted = try claim(
      words, in: try marking([try resolved(.decision(.accepted), on: words)]))
    #expect(accepted?.standing == .accepted && accepted?.confidence == 1)
    let premise = try marking([
      try resolved(.decision(.retyped(role: .premise, kind: .fact)), on: words)
    ])
    #expect(try claim(words, in: premise) == nil)
    #expect(premise.premises == [try passage(words), try passage("Nobody walks there.")])
    let other = try marking([
      try resolved(.decision(.retyped(role: .other, kind: .fact)), on: "Nobody walks there.")
    ])
    #expect(other.claims.count == 2)
  }

  @Test func whatNobodyDetectedCanBeMarked() throws {
    let marking = try marking([try resolved(.mark(kind: .value), on: "Nobody walks")])
    let claim = try claim("Nobody walks", in: marking)
    #expect(claim?.standing == .yours && claim?.kind == .value)
    #expect(marking.claims.map(\.passage) == marking.claims.map(\.passage).sorted())
  }

  @Test func aNoteMarksNothing() throws {
    let marking = try marking([try resolved(.note("hm"), on: "It is late.")])
    #expect(marking == (try self.marking()))
  }

  /// A claim that a later version of the detector dropped once took its counterargument out of sight.
  @Test func whatHasACounterargumentStaysAClaim() throws {
    let answer = try resolved(
      .counterargument(attack: .rebuttal, text: "no", source: nil), on: "It is late.", at: 2)
    let kept = try claim("It is late.", in: try marking([answer]))
    #expect(kept?.standing == .answered && kept?.confidence == 0.7, "nobody has accepted it")
    let detected = try resolved(
      .counterargument(attack: .rebuttal, text: "no", source: nil), on: "Lamps burn all night.")
    #expect(try marking([detected]) == (try self.marking()), "it is the detector's as before")
    for order: Int64 in [1, 3] {
      let rejected = try resolved(.decision(.rejected), on: "It is late.", at: order)
      let both = order == 1 ? [rejected, answer] : [answer, rejected]
      #expect(try claim("It is late.", in: try marking(both)) == nil, "the reader has decided")
    }
  }

  /// Of two records about one passage the later made holds.
  @Test func theLaterDecisionHolds() throws {
    let words = "Lamps burn all night."
    let marking = try marking([
      try resolved(.decision(.rejected), on: words, at: 1),
      try resolved(.decision(.accepted), on: words, at: 2),
    ])
    #expect(try claim(words, in: marking)?.standing == .accepted)
  }

  // MARK: Another detector

  /// The next version cuts the sentences otherwise: the reader's word on the same words holds.
  @Test(arguments: [
    "Lamps burn all night", "burn all night.", "Lamps burn all night. Nobody",
  ])
  func aDecisionHoldsWhereSentencesAreCutOtherwise(now words: String) throws {
    let sentences = [
      try sentence(words), try sentence("We should put them out.", .thesis, kind: .policy),
    ]
    let rejection = try resolved(.decision(.rejected), on: "Lamps burn all night.")
    let rejected = Marking(sentences: sentences, packs: [], annotations: [rejection])
    #expect(rejected.claims.map(\.role) == [.thesis])
    let acceptance = try resolved(.decision(.accepted), on: "Lamps burn all night.")
    let accepted = Marking(sentences: sentences, packs: [], annotations: [acceptance])
    #expect(accepted.claims.first?.standing == .accepted)
    #expect(accepted.claims.count == 2)
  }

  /// A sentence that swallows the decided one is another assertion.
  @Test func aDecisionDoesNotSpreadToMuchLongerSentences() throws {
    let long = try sentence("Lamps burn all night. Nobody walks there. We should put them out.")
    let rejection = try resolved(.decision(.rejected), on: "Nobody walks there.")
    let marking = Marking(sentences: [long], packs: [], annotations: [rejection])
    #expect(marking.claims.count == 1)
  }

  /// The reader accepted what a later detector no longer finds: it stays a claim.
  @Test func anAcceptedClaimOutlivesItsDetection() throws {
    let acceptance = try resolved(.decision(.accepted), on: "Lamps burn all night.")
    let marking = Marking(sentences: [], packs: [], annotations: [acceptance])
    #expect(marking.claims.map(\.standing) == [.accepted])
  }

  // MARK: Looking up

  @Test(arguments: 0..<200)
  func lookingUpFindsEveryClaimThatOverlaps(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var start = 0
    let claims = (0..<20).map { _ in
      start += Int.random(in: 0...9, using: &generator)
      let passage = Passage(start: start, end: start + Int.random(in: 1...8, using: &generator))
      start = passage.end
      return Claim(
        passage: passage, role: .claim, kind: .fact, confidence: 1, standing: .detected)
    }
    let premises = claims.map(\.passage)
    let marking = Marking(claims: claims, premises: premises)
    let from = Int.random(in: 0...start, using: &generator)
    let window = Passage(start: from, end: from + Int.random(in: 0...12, using: &generator))
    let expected = claims.indices.filter { claims[$0].passage.overlaps(window) }
    #expect(marking.claimIndices(overlapping: window) == expected)
    #expect(Array(marking.premises(overlapping: window)) == premises.filter { $0.overlaps(window) })
  }
}
