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
      "The council should therefore repair the bridge, pay for it in instalments, and give the ferry a pier.",
      "What would happen if the council did not repair the bridge, pay for it in instalments, and give the ferry a pier?"
    ),
    (
      "The council should repair the bridge.",
      "What would happen if the council did not repair the bridge?"
    ),
    (
      "The council should repair the bridge.",
      "What reasons could the council have not to repair the bridge?"
    ),
    // Where the words for it end is not told.
    (
      "The council should stop that which it began in the long and weary years of the old mayor's rule.",
      "What would happen if the council did not do so?"
    ),
    (
      "The council must not sell the bridge.",
      "What reasons could the council have to sell the bridge all the same?"
    ),
    (
      "The town would be foolish to sell the bridge.",
      "What reasons could the town have to sell the bridge all the same?"
    ),
    (
      "It is time to sell the bridge.", "What reason could there be not to sell the bridge?"
    ),
    (
      "Abolish the toll on the bridge.",
      "What reason could there be not to abolish the toll on the bridge?"
    ),
    (
      "It is foolish to sell the bridge.",
      "What reason could there be to sell the bridge all the same?"
    ),
    (
      "It is time for the town to sell the bridge.",
      "What would happen if the town did not sell the bridge?"
    ),
    ("Residents must be asked, lane by lane.", "What would happen if residents were not asked?"),
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
      "What reasons could we have not to repair it before it falls?"
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
      "What would have to happen for them not to continue to leave the town?"
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
      "Even though the toll helps the poor, the shops are empty.",
      "Why should it not weigh more that the toll helps the poor?"
    ),
    (
      "The toll helps the poor, but the shops are empty.",
      "Why should it not weigh more that the toll helps the poor?"
    ),
    (
      "The toll is not a tax; it is a fine.",
      "What could be said for calling it a tax all the same?"
    ),
    (
      "The mayor is not mending the road; she is trying to win time.",
      "What else could the mayor be after?"
    ),
    (
      "The main threat to the harbour is the toll.",
      "Is the main threat to the harbour really the toll, or does something else matter more?"
    ),
    (
      "The quarrel amounts to a war on the harbour.",
      "On what grounds could one dispute that the quarrel amounts to a war on the harbour?"
    ),
    (
      "It is the mayor who has harmed the harbour.",
      "On what grounds could one dispute that it is the mayor who has harmed the harbour?"
    ),
    (
      "It is wrong that the toll should cost more than the ferry.",
      "On what grounds could one dispute that it is wrong that the toll should cost more than the ferry?"
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
      "Is a clipped lawn really the emptiest place in a village, and by which measure?"
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
      "What could be said against calling the boats in the harbour useless?"
    ),
    (
      "The shops are shut because the rents are high.",
      "Are the shops really shut because the rents are high, or for another reason?"
    ),
    (
      "Voters distrust the new council.",
      "Do voters really distrust the new council, and how is it known?"
    ),
    (
      "The mayor wants to keep the bridge.",
      "Does the mayor really want to keep the bridge, and how is it known?"
    ),
    (
      "The new ferry is safer and cheaper than the old one.",
      "Is the new ferry really safer and cheaper than the old one, and by which measure?"
    ),
    (
      "The repair requires a new council.",
      "Does the repair really require a new council, or is there another way?"
    ),
    (
      "The toll is an unfair burden on the town.",
      "What could be said against calling the toll an unfair burden on the town?"
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
    // A negated duty, an aside, a verb that is nothing done, a relative clause, what is too vague to come of
    // anything, what all are to do.
    "The council does not have to repair the bridge.",
    "The council does not need to repair the bridge.", "He thinks that they want to win it.",
    "The mayor, they say, would do this.", "We should remember the bridge.",
    "It is a thing that we should let pass.", "Nobody should repair the bridge.",
    "This is how we ought to repair it.", "The council should look at the bridge.",
    "The council must act with care.", "Every town should mend its bridge.",
    "The council should do so without delay.",
  ])
  func noCallIsMadeWhereThereIsNone(_ claim: String) {
    for question in questions(about: claim) {
      #expect(!question.text.hasPrefix("What would it cost"), "\(question.text)")
      #expect(!question.text.hasPrefix("What would happen if"), "\(question.text)")
      #expect(!question.text.hasPrefix("What reasons could"), "\(question.text)")
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

  /// What a claim says in jest, in a figure or in others' words, and what nobody weighs: the general question
  /// would be of no help.
  @Test(arguments: [
    "The harbour is a great success!", "The \"harbour of a hundred ferries\" is a great success.",
    "The harbour is the elephant in the room.", "The harbour is widely seen as a success.",
    "Critics argue that the harbour is useless.", "The harbour has been painted.",
    "The boats in the harbour are blue.",
  ])
  func nothingIsAskedInGeneralWhereItIsOfNoHelp(_ claim: String) {
    let essay = essay(claim)
    let writing = QuestionWriting(.builtIn, 0..<claim.utf8.count, of: essay.text)
    let asked = writing.candidates(kind: .fact).map(\.question.text)
    #expect(asked.allSatisfy { !$0.hasPrefix("On what grounds") }, "\(asked)")
  }

  /// One word that the author holds with tongs does not make the claim another's.
  @Test func oneWordInTongsLeavesTheClaimTheAuthors() {
    let asked = questions(
      about: "The toll is the habit that makes a “visit” a burden for all."
    )
    .map(\.text)
    #expect(
      asked.contains { $0.hasPrefix("On what grounds could one dispute that the toll is") },
      "\(asked)")
  }

  /// What is beyond dispute, or was never held by anybody, is not asked who would dispute it.
  @Test(arguments: [
    "There are signs of hope in the harbour.",
    "It is unclear whether the harbour is a burden to us.",
    "A library is not a bank with a bad view.", "The toll is not the only burden on the harbour.",
    "Good ferries are an honest joy to all.", "This is a burden to us.",
    "The harbour had been a burden to the town.", "It is easy to laugh about the useless harbour.",
    "A cap on tolls is a number, whereas a cap on boats is an honest quarrel.",
  ])
  func nothingBeyondDisputeIsDisputed(_ claim: String) {
    let essay = essay(claim)
    let writing = QuestionWriting(.builtIn, 0..<claim.utf8.count, of: essay.text)
    for kind in [ClaimKind.fact, .value] {
      let asked = writing.candidates(kind: kind).map(\.question.text)
      #expect(asked.allSatisfy { !$0.hasPrefix("On what grounds") }, "\(asked)")
    }
  }

  /// What is granted in passing, was only so, is left open or grants nothing, cannot tip the scales.
  @Test(arguments: [
    "Although the toll is low, the shops are empty.",
    "The toll may help us, but the shops are empty.",
    "That is not a help but a burden.", "The toll will help us, but the shops are empty.",
    "While the toll was raised, the shops were shut.",
  ])
  func whatCannotTipTheScalesIsNotWeighed(_ claim: String) {
    #expect(questions(about: claim).allSatisfy { !$0.text.hasPrefix("Why should it not weigh") })
  }

  /// Each of these was asked a question with these words, which did not fit.
  @Test(arguments: [
    ("The council should be more precise about the bridge.", "what speaks against it?"),
    ("The council should look at the bridge.", "what speaks against it?"),
    // "Just" belongs to what is to be done, a condition is no judgement, a
    // judgement is not likely, what might come is not called for.
    ("We just need to turn the ferry into a bridge.", "What would happen if"),
    ("The harbour is good if it serves the town.", "What could be said against calling"),
    ("This would be the height of folly.", "what makes that likely?"),
    (
      "The ferry and the bank stand ready to help the town in case panic should spread.",
      "what speaks against it?"
    ),
    ("So parents must play these games with the children.", "What would happen if"),
    ("So parents must play these games with the children.", "What reasons could parents have"),
    ("In selling the ferry the mayor has set a dangerous precedent.", "What could stop it"),
    ("No one disputes that the bridge is old.", "What shows that so many believe it"),
    ("Our democracy is at stake.", "What speaks against putting democracy first"),
    // Parts of two clauses are none.
    ("The mayor mocks the ferry, but dare not harm the bridge.", "dare"),
    ("Polls show women are more useful to the town than men.", "really"),
    ("All too likely this will prove a costly burden on the town.", "really"),
    (
      "No one but the mayor created the bad harbour, and in May it's time to tell the town of it.",
      "behind it?"
    ),
    ("We should respect the views of all as long as they harm nobody.", "What would happen if"),
    (
      "In his column Miller suggests that the poor live on a burden of tolls.",
      "Does it really show"
    ),
    ("No one should mock the ferry.", "what speaks against it?"),
    ("All this amounts to a burden on the town.", "are there exceptions?"),
    ("The views of the town are not always heard.", "are there exceptions?"),
    ("Every boat has been a burden on the town.", "are there exceptions?"),
    ("There is no better way to the island than the ferry.", "by which measure?"),
    ("Ferries are among the most useful boats of the town.", "by which measure?"),
    ("The mayor is struggling with key appointments.", "does something else matter more?"),
    ("The town must be made to understand that we fear it.", "how is it known?"),
    ("So far, the town has paid for the ferry.", "the town has paid for the ferry?"),
    ("Boats are likely to help the town.", "what makes that likely?"),
  ])
  func wordsAreAskedOnlyWhereTheyFit(_ claim: String, _ words: String) {
    let essay = essay(claim)
    let writing = QuestionWriting(.builtIn, 0..<claim.utf8.count, of: essay.text)
    for kind in ClaimKind.allCases {
      let asked = writing.candidates(kind: kind).map(\.question.text)
      #expect(asked.allSatisfy { !$0.contains(words) }, "\(asked)")
    }
  }

  /// "the US" was taken for the pronoun, and nothing that it should do was asked about.
  @Test func aCountryIsNoPronoun() {
    let asked = questions(
      about: "The US could sell the bridge, and the ferry rots, says the mayor."
    )
    .map(\.text)
    #expect(asked.contains("How likely is it that the US will sell the bridge?"), "\(asked)")
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

  @Test func theThesisIsAskedAboutWhereItCanBeDisputed() {
    func asked(_ text: String, isThesis: Bool) -> [String] {
      let essay = essay(text)
      return QuestionWriting(.builtIn, 0..<essay.text.count, of: essay.text)
        .candidates(kind: .fact, confidence: 0.5, isThesis: isThesis).map(\.question.text)
    }
    let thesis = "The boats in the harbour are a burden."
    #expect(asked(thesis, isThesis: false).isEmpty)
    #expect(
      asked(thesis, isThesis: true)
        == ["On what grounds could one dispute that the boats in the harbour are a burden?"])
    #expect(asked("There are blue boats in the harbour.", isThesis: true).isEmpty)
  }

  @Test func withoutACueTheKindDecides() {
    let asked = questions(about: "The boats in the harbour are an insult.")
    #expect(!asked.isEmpty && asked.allSatisfy { $0.origin.label == "General question" })
    #expect(
      asked.allSatisfy { $0.origin.detail.isEmpty && $0.id.hasPrefix("scheme:general_value:") })
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
