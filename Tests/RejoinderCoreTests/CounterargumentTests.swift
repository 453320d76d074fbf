import RejoinderCore
import Testing

/// What is said against a claim: from everybody, in a fixed order, with its origin.
@Suite struct CounterargumentTests {
  private let text = EssayText(canonical: "Lamps burn all night. Nobody walks there.")
  private let claim = Claim(
    passage: Passage(start: 0, end: 21), role: .claim, kind: .fact, confidence: 1,
    standing: .detected)
  private let question = Counterargument(
    id: "q", text: "Is that so everywhere?", attack: .question,
    origin: Origin(kind: .scheme, label: "Argument from example", detail: "all night"))

  private var pack: [PackMatch] {
    let pack = ArgumentPack(
      title: "Answers", author: "Somebody", essay: EssayReference(),
      claims: [
        PackClaim(
          quote: "Lamps burn all night.", role: .claim, kind: .fact, scheme: nil,
          counterarguments: [
            PackCounterargument(text: "Not on Mondays.", attack: .rebuttal),
            PackCounterargument(
              text: "Counting lamps proves nothing.", attack: .undercut, source: "Survey, 2019"),
          ])
      ])
    return [pack.match(in: text)].compactMap(\.self)
  }

  private func annotation(
    _ id: String, _ body: Annotation.Body, passage: Passage = Passage(start: 0, end: 21)
  ) -> ResolvedAnnotation {
    ResolvedAnnotation(
      annotation: Annotation(
        id: id, anchor: Anchor(of: passage, in: text), body: body, created: .zero,
        modified: .zero), passage: passage)
  }

  private func assessed(
    _ id: String, rating: Int = 0, pinned: Bool = false, dismissed: Bool = false
  ) -> ResolvedAnnotation {
    annotation(
      "of-" + id,
      .assessment(
        Assessment(counterargument: id, rating: rating, pinned: pinned, dismissed: dismissed)))
  }

  private func all(_ annotations: [ResolvedAnnotation] = []) -> [Counterargument] {
    claim.counterarguments(questions: [question], packs: pack, annotations: annotations)
  }

  private let own: Annotation.Body = .counterargument(
    attack: .undermining, text: "The lamps are switched.", source: nil)

  @Test func yoursComesBeforeThePacksBeforeQuestions() {
    let found = all([annotation("mine", own)])
    #expect(found.map(\.origin.kind) == [.yours, .pack, .pack, .scheme])
    #expect(found.map(\.attack) == [.undermining, .rebuttal, .undercut, .question])
    #expect(found[1].origin.detail == "Somebody" && found[2].source == "Survey, 2019")
  }

  @Test func pinsAndRatingsAndDismissalsChangeTheOrder() {
    let packs = all().filter { $0.origin.kind == .pack }.map(\.id)
    #expect(Set(packs).count == 2, "each has an identifier of its own")
    #expect(all([assessed("q", pinned: true)]).first?.id == "q")
    #expect(all([assessed(packs[1], rating: 2)]).map(\.id).prefix(2) == [packs[1], packs[0]])
    #expect(all([assessed(packs[0], rating: -1)]).last?.id == packs[0])
    let dismissed = all([assessed(packs[0], pinned: true, dismissed: true)])
    #expect(dismissed.last?.id == packs[0] && dismissed.last?.dismissed == true)
    #expect(dismissed.count == 3, "what is dismissed is still there")
  }

  @Test func equalsKeepTheirOrder() {
    let several = (0..<5).map { annotation("mine\($0)", own) }
    #expect(all(several).prefix(5).map(\.id) == (0..<5).map { "mine\($0)" })
  }

  @Test func whatIsSaidAboutOtherWordsStaysThere() {
    let elsewhere = annotation("other", own, passage: Passage(start: 22, end: 41))
    #expect(!all([elsewhere]).contains { $0.id == "other" })
    let nearly = annotation("nearly", own, passage: Passage(start: 0, end: 14))
    #expect(all([nearly]).contains { $0.id == "nearly" })
  }

  /// Ratings refer to identifiers, so these must be the same in the next session.
  @Test func identifiersOfPacksAreStable() {
    #expect(all().map(\.id) == all().map(\.id))
    #expect(all()[0].id.hasPrefix("pack:"))
  }

  @Test func aPackForAnotherEssayIsNotShown() {
    let foreign = ArgumentPack(
      title: "Other", author: "Somebody", essay: EssayReference(),
      claims: ["Cats sleep.", "Dogs bark.", "Lamps burn all night."].map {
        PackClaim(quote: $0, role: .claim, kind: nil, scheme: nil, counterarguments: [])
      })
    #expect(foreign.match(in: text) == nil, "one claim of three")
    var half = foreign
    half.claims.removeFirst()
    #expect(half.match(in: text)?.passages == [nil, Passage(start: 0, end: 21)])
    half.claims = []
    #expect(half.match(in: text) == nil)
  }
}
