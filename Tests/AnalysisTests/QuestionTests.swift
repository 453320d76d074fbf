import RejoinderCore
import Testing

@testable import Analysis

@Suite struct QuestionTests {
  private func questions(about text: String, after context: String = "") -> [Counterargument] {
    let essay = essay(text + (context.isEmpty ? "" : "\n\n" + context))
    return Analyzer().questions(
      about: Passage(start: 0, end: text.utf8.count), in: essay)
  }

  @Test(arguments: [
    (
      "The council should repair the bridge.",
      "What would it cost to repair the bridge, and who would pay?"
    ),
    (
      "If winter comes early, the council must close the road.",
      "What would it cost to close the road, and who would pay?"
    ),
    (
      "The tax would only hurt the poor.",
      "How likely is it that the tax would hurt the poor, and who has estimated it?"
    ),
    (
      "The mayor is trying to win time.",
      "What shows, apart from what the mayor might gain, that the aim is to win time?"
    ),
    (
      "The delay comes from a quarrel.",
      "Could something other than a quarrel explain the delay?"
    ),
    (
      "That is not a plan; it is a wish.",
      "By what test is “a wish” the right description, and would the other side accept that test?"
    ),
    (
      "According to the auditor, the toll failed.",
      "Is the auditor in a position to know exactly this?"
    ),
    (
      "The ban offends freedom of speech.",
      "Would everyone concerned put freedom of speech first here?"
    ),
    (
      "We can have either a bridge or a ferry.",
      "Is there a third way besides a bridge and a ferry?"
    ),
    (
      "A budget is like a corset.",
      "Where does the comparison with “a corset” break down, and does that matter here?"
    ),
  ])
  func slotsAreFilledFromTheClaim(_ claim: String, _ question: String) {
    #expect(questions(about: claim).map(\.text).contains(question))
  }

  @Test(arguments: [
    // A pronoun, a passive, a clause that goes on, a phrase too long, a negated duty.
    "It should repair them before they fall.", "The bridge should be repaired.",
    "The council should admit that the ferry pays.",
    "The council should stop that which it began in the long and weary years of the old mayor's rule.",
    "The council does not have to repair the bridge.",
    "The council does not need to repair the bridge.", "He thinks that they want to win it.",
    "The mayor, they say, would do this.",
  ])
  func nothingIsFilledWhereItIsNotSure(_ claim: String) {
    let table = Set(
      SchemeCatalog.builtIn.schemes.flatMap(\.questions)
        .flatMap { [$0.needs.isEmpty ? $0.text : "", $0.generic ?? ""] })
    for question in questions(about: claim) { #expect(table.contains(question.text)) }
  }

  @Test func aCapitalIsKeptOnlyWhereItBelongsToAName() {
    let claim = "Missiles would destroy the port."
    func first(_ context: String) -> String? {
      questions(about: claim, after: context).map(\.text).first {
        $0.hasPrefix("How likely is it that")
      }
    }
    #expect(first("Nobody wants missiles here.")?.contains("that missiles would destroy") == true)
    #expect(first("They fear the Missiles here.")?.contains("that Missiles would destroy") == true)
    #expect(first("Nobody knows.") == nil)
  }

  @Test func originTellsSchemeAndCue() throws {
    let question = try #require(questions(about: "The council should repair the bridge.").first)
    #expect(question.attack == .question)
    #expect(
      question.origin == Origin(kind: .scheme, label: "Practical reasoning", detail: "should"))
    #expect(question.source == nil)
  }

  @Test func withoutACueTheKindDecides() {
    let asked = questions(about: "The boats in the harbour are blue.")
    #expect(!asked.isEmpty && asked.allSatisfy { $0.origin.label == "General question" })
    #expect(
      asked.allSatisfy { $0.origin.detail.isEmpty && $0.id.hasPrefix("scheme:general_fact:") })
  }

  @Test func atMostFourAndNoTwoAlike() {
    let claims = [
      "History shows that the council should pay, because justice is at stake, experts say.",
      "The tax would only hurt the poor, and everyone knows that it must go.",
      "Everyone always wants to win, never to lose.",
    ]
    for claim in claims {
      let asked = questions(about: claim)
      #expect((1...4).contains(asked.count))
      #expect(Set(asked.map(\.text)).count == asked.count)
      #expect(Set(asked.map(\.id)).count == asked.count)
    }
  }

  @Test func identifiersGoByTheWordsAlone() {
    let claim = "The council should repair the bridge."
    let moved = essay("An opening.\n\n" + claim)
    let asked = Analyzer().questions(
      about: Passage(start: 13, end: 13 + claim.utf8.count), in: moved)
    #expect(asked.map(\.id) == questions(about: claim).map(\.id))
    #expect(questions(about: "The council should repair the road.").map(\.id) != asked.map(\.id))
  }
}
