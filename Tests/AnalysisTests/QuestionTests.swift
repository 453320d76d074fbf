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
      "What would happen if the council did not repair the bridge?"
    ),
    (
      "The council should repair the bridge.",
      "What has kept the council from doing so already?"
    ),
    (
      "The council should repair the bridge.",
      "What would it cost to repair the bridge, and who would pay?"
    ),
    (
      "If winter comes early, the council must close the road.",
      "What would it cost to close the road, and who would pay?"
    ),
    (
      "We must repair it before it falls.",
      "What has kept us from doing so already?"
    ),
    (
      "Residents must be asked before the vote.",
      "Who could object to residents being asked before the vote, and with what reason?"
    ),
    (
      "The town needs to mend its only bridge.",
      "Does the town really need to mend its only bridge, and what speaks against it?"
    ),
    (
      "The tax would only hurt the poor.",
      "How likely is it that the tax would hurt the poor, and could that be prevented?"
    ),
    (
      "But they will continue to leave the town.",
      "Will they really continue to leave the town, and what could still prevent it?"
    ),
    (
      "The harbour will sell its boats.",
      "What would have to happen for the harbour not to sell its boats?"
    ),
    (
      "The toll would save the bridge.",
      "What would have to go right for the toll to save the bridge?"
    ),
    (
      "The toll could empty the shops.",
      "How likely is it that the toll will empty the shops?"
    ),
    (
      "The mayor is trying to win time.",
      "What else could the mayor be after?"
    ),
    (
      "The council has refused to publish the count.",
      "How would the council answer this charge?"
    ),
    (
      "The delay comes from a quarrel.",
      "Could something other than a quarrel explain the delay?"
    ),
    (
      "The school was shut because of a leak in the roof.",
      "What else could explain this, besides a leak in the roof?"
    ),
    (
      "The toll failed, because nobody could find the machine.",
      "Suppose it is true that nobody could find the machine: does the rest follow from that alone?"
    ),
    (
      "If the ferry stops, the island will lose its school.",
      "Even if the ferry stops, is it certain that the island will lose its school?"
    ),
    (
      "If the ferry stops, the island could lose its school.",
      "Even if the ferry stops, is it certain that the island will lose its school?"
    ),
    (
      "Even though the toll is low, the shops are empty.",
      "Why does it not weigh more that the toll is low?"
    ),
    (
      "The count suggests that the ferry has lost its riders.",
      "Does it really show that the ferry has lost its riders, or could it be explained otherwise?"
    ),
    (
      "That is not a plan; it is a wish.",
      "Which facts do not fit the words “a wish”?"
    ),
    (
      "A clipped lawn is the emptiest place in a village.",
      "What could be said against calling a clipped lawn the emptiest place in a village?"
    ),
    (
      "According to the auditor, the toll failed.",
      "Is the auditor in a position to know exactly this?"
    ),
    (
      "The ban offends freedom of speech.",
      "What speaks against putting freedom of speech first here?"
    ),
    (
      "A budget is like a corset.",
      "Where does the comparison with “a corset” break down, and does that matter here?"
    ),
    (
      "Most shopkeepers stayed at home.",
      "What count or estimate does “most shopkeepers” rest on?"
    ),
    (
      "The ferry is always late.",
      "Is the ferry really always late, or are there exceptions?"
    ),
    (
      "The boats in the harbour are useless, which nobody planned.",
      "Are the boats in the harbour really useless, and what shows it?"
    ),
    (
      "The shops are shut because the rents are high.",
      "Are the shops really shut because the rents are high, or for another reason?"
    ),
    (
      "Voters distrust the new council.",
      "Do voters really distrust the new council, or only some of them?"
    ),
    (
      "The mayor wants to keep the bridge.",
      "Does the mayor really want to keep the bridge, and how is it known?"
    ),
    (
      "The new ferry is safer and cheaper.",
      "Is the new ferry really safer and cheaper, and by which measure?"
    ),
    (
      "The ban undermines the trust of the town.",
      "Does the ban really undermine the trust of the town, and in what way?"
    ),
    (
      "The repair requires a new council.",
      "Does the repair really require a new council, or is there another way?"
    ),
    (
      "The toll is the cause of the quarrel.",
      "Is the toll really the cause of the quarrel, or is something else behind it?"
    ),
    (
      "The toll is an unfair burden on the town.",
      "Is the toll really an unfair burden on the town, and by which standard?"
    ),
    (
      "It is important to mend the bridge.",
      "Is it really important to mend the bridge, and what would be lost otherwise?"
    ),
    (
      "All tolls are an unfair burden.",
      "Are all tolls really an unfair burden, or are there exceptions?"
    ),
  ])
  func slotsAreFilledFromTheClaim(_ claim: String, _ question: String) {
    let essay = essay(claim + "\n\nThe tolls, the boats and the residents are many.")
    let writing = QuestionWriting(.builtIn, 0..<claim.utf8.count, of: essay.text)
    let texts = ClaimKind.allCases.flatMap { writing.candidates(kind: $0) }
      .map(\.question.text)
    #expect(texts.contains(question), "\(texts)")
  }

  @Test(arguments: [
    // A phrase too long, a negated duty, an aside, a verb that is nothing done, a relative clause.
    "The council should stop that which it began in the long and weary years of the old mayor's rule.",
    "The council does not have to repair the bridge.",
    "The council does not need to repair the bridge.", "He thinks that they want to win it.",
    "The mayor, they say, would do this.", "We should remember the bridge.",
    "It is a thing that we should let pass.", "Nobody should repair the bridge.",
    "This is how we ought to repair it.",
  ])
  func noCallIsMadeWhereThereIsNone(_ claim: String) {
    for question in questions(about: claim) {
      #expect(!question.text.hasPrefix("What would it cost"), "\(question.text)")
      #expect(!question.text.hasPrefix("What would happen if"), "\(question.text)")
      #expect(!question.text.hasPrefix("What has kept"), "\(question.text)")
    }
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

  @Test func originTellsSchemeCueAndWhatTheSchemeIs() throws {
    let question = try #require(questions(about: "The council should repair the bridge.").first)
    #expect(question.attack == .question)
    #expect(
      question.origin
        == Origin(
          kind: .scheme, label: "Practical reasoning", detail: "should",
          summary: "Something should be done because it serves a goal."))
    #expect(question.source == nil)
  }

  /// What a claim says "really" of in jest, in a figure or of others' words, what the next sentence shows,
  /// and what nobody weighs: the general question would be of no help.
  @Test(arguments: [
    ("The harbour is a great success!", ""), ("The \"harbour\" is a great success.", ""),
    ("The harbour is the elephant in the room.", ""),
    ("The harbour is widely seen as a success.", ""),
    ("Critics argue that the harbour is useless.", ""), ("The harbour has been painted.", ""),
    ("The harbour is useless to the boats.", "In 2013, 41 of them left it."),
    ("The harbour is useless to the boats.", "For example, the ferry left it."),
    ("The boats in the harbour are blue.", ""),
  ])
  func nothingIsAskedInGeneralWhereItIsOfNoHelp(_ claim: String, _ next: String) {
    let essay = essay(claim + (next.isEmpty ? "" : " " + next))
    let writing = QuestionWriting(.builtIn, 0..<claim.utf8.count, of: essay.text)
    let asked = writing.candidates(kind: .fact).map(\.question.text)
    #expect(asked.allSatisfy { !$0.contains("what shows it") }, "\(asked)")
  }

  /// There is no rest that could follow.
  @Test(arguments: [
    "This is because the toll is a burden.", "Because the toll is a burden, which nobody wants.",
  ])
  func aBareReasonIsNotSaidToProveTheRest(_ claim: String) {
    let asked = questions(about: claim).map(\.text)
    #expect(asked.contains { $0.hasPrefix("What shows that the toll") }, "\(asked)")
    #expect(!asked.contains { $0.hasPrefix("Suppose") })
  }

  @Test func theThesisIsAskedAboutWhereverItsClauseIsTold() {
    let essay = essay("The boats in the harbour are blue.")
    let writing = QuestionWriting(.builtIn, 0..<essay.text.count, of: essay.text)
    #expect(writing.candidates(kind: .fact, confidence: 0.5).isEmpty)
    #expect(
      writing.candidates(kind: .fact, confidence: 0.5, isThesis: true).first?.question.text
        == "Are the boats in the harbour really blue, and who would see it otherwise?")
  }

  @Test func withoutACueTheKindDecides() {
    let asked = questions(about: "The boats in the harbour are not blue.")
    #expect(!asked.isEmpty && asked.allSatisfy { $0.origin.label == "General question" })
    #expect(
      asked.allSatisfy { $0.origin.detail.isEmpty && $0.id.hasPrefix("scheme:general_fact:") })
  }

  @Test(arguments: [
    "I remember the boats in the harbour, and I never liked them much.",
    "You will find the boats in the harbour.", "The boats left the harbour on Monday.",
    "The mayor said that the boats were useless.",
  ])
  func whatTellsOrReportsIsAskedNothingGeneral(_ sentence: String) {
    #expect(questions(about: sentence).allSatisfy { $0.origin.label != "General question" })
  }

  @Test func identifiersGoByTheWordsAlone() {
    let claim = "The council should repair the bridge."
    let moved = essay("An opening.\n\n" + claim)
    let asked = Analyzer().questions(
      about: Passage(start: 13, end: 13 + claim.utf8.count), in: moved)
    #expect(asked.map(\.id) == questions(about: claim).map(\.id))
    #expect(questions(about: "The council should repair the road.").map(\.id) != asked.map(\.id))
  }

  /// Words that the slots look for, in any order: nothing may trap, and what is asked is one question
  /// without braces.
  @Test(arguments: 1...10) func anyWordsMakeSoundQuestions(_ seed: UInt64) {
    let words =
      "but and if the a an it they we is are not should must have to be never , ; : — “ ” ( ) ' - . "
      + "council bridge because of that which who mayor's repair asked being only way either or "
      + "would will shows suggests most often more than like according says in fact 4 5% U.S. nobody"
    let pool = words.split(separator: " ").map(String.init)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<30 {
      let count = Int.random(in: 1...24, using: &generator)
      let text = (0..<count).map { _ in pool[Int.random(in: 0..<pool.count, using: &generator)] }
        .joined(separator: " ")
      let essay = essay(text)
      let writing = QuestionWriting(.builtIn, 0..<essay.text.count, of: essay.text)
      for kind in ClaimKind.allCases {
        for candidate in writing.candidates(kind: kind) {
          #expect(candidate.question.text.hasSuffix("?"), "\(candidate.question.text)")
          #expect(!candidate.question.text.contains { "{}".contains($0) })
        }
      }
    }
  }
}
