import RejoinderCore
import Testing

@testable import Analysis

/// What is lifted out of a claim for its questions.
@Suite struct SlotFillingTests {
  private func filling(_ claim: String, before: String = "") -> SlotFilling {
    let text = Array((before + claim + "\n\nThe tolls, the boats and the residents are many.").utf8)
    let range = before.utf8.count..<before.utf8.count + claim.utf8.count
    return SlotFilling(Phrase(text, range), capitals: Capitals(text, around: range))
  }

  // MARK: The main clause turned round

  @Test(arguments: [
    ("The toll is clearly fair.", "is the toll really fair"),
    ("The toll isn't fair to the poor.", "is the toll really not fair to the poor"),
    ("It's a heavy burden for the town.", "is it really a heavy burden for the town"),
    (
      "They have turned the square into a car park.",
      "have they really turned the square into a car park"
    ),
    ("The island has a school of its own.", "does the island really have a school of its own"),
    ("The town has to wait for the ferry.", "does the town really have to wait for the ferry"),
    ("The town needs to wait for the ferry.", "does the town really need to wait for the ferry"),
    ("This carries the mail to the island.", "does this really carry the mail to the island"),
    ("The boats never carry the mail.", "do the boats really never carry the mail"),
    ("The boats no longer carry the mail.", "do the boats really no longer carry the mail"),
    (
      "The residents who are here want a new bridge.",
      "do the residents who are here really want a new bridge"
    ),
    (
      "The ferry, once the pride of the town, is a wreck.",
      "is the ferry, once the pride of the town, really a wreck"
    ),
    ("The toll is high and clearly hurts the poor.", "is the toll really high"),
    ("In the winter, the ferry is a danger.", "is the ferry really a danger"),
    ("There is no boat in the harbour.", "is there really no boat in the harbour"),
    ("The boats embody the hopes of the town.", "do the boats really embody the hopes of the town"),
  ])
  func theMainClauseIsTurnedRound(_ claim: String, _ question: String) {
    #expect(filling(claim).inverted(0..<0) == question)
  }

  @Test(arguments: [
    // Not an auxiliary; twice denied; on a condition; only possible; a verb that is not told.
    "They do their best for the town.", "The toll does not come without a price.",
    "If it rains, the bridge will be shut.", "The town may lose its school.",
    "The mayor went to the harbour.", "Whether the boats are blue is not known.",
    // "it's become" is short for "it has become".
    "It's become a habit of the town.",
  ])
  func whatCannotBeToldIsNotTurnedRound(_ claim: String) {
    #expect(filling(claim).inverted(0..<0) == nil)
  }

  @Test func aCueInAHangingClauseIsNotTheClaims() {
    let claim = filling("The toll is a gift that would save the bridge.")
    let cue = claim.tokens.indices.filter { claim.tokens[$0].word == "would" }
    #expect(cue.count == 1 && claim.inverted(cue[0]..<cue[0] + 1) == nil)
    #expect(claim.statement(holding: cue[0]..<cue[0] + 1) == nil)
    let other = filling("The toll would save the bridge.")
    #expect(other.inverted(2..<3) == "would the toll really save the bridge")
  }

  // MARK: The main clause

  @Test(arguments: [
    ("But in the end the toll is a burden.", "in the end the toll is a burden"),
    ("The toll is low, the roads are empty and the shops are shut.", "the toll is low"),
    ("The toll is a burden - a heavy one - for the poor.", "the toll is a burden"),
    (
      "The toll hurts the shops, the boats and the schools.",
      "the toll hurts the shops, the boats and the schools"
    ),
    ("Perhaps the boats are a burden to the town.", "the boats are a burden to the town"),
    ("The toll is a burden, a thing that nobody wants.", "the toll is a burden"),
    ("The mayor calls the toll \"a gift\".", "the mayor calls the toll \"a gift\""),
  ])
  func theMainClauseIsFound(_ claim: String, _ clause: String) {
    let filling = filling(claim)
    #expect(filling.mainClause.flatMap(filling.withoutSentenceCapital) == clause)
  }

  @Test(arguments: [
    // Cut there, the clause would end in the middle of a list or of a thought.
    "The town needs a new, equally bold plan.", "It leads a hard, yet happy life.",
    "The toll is not just a burden, but a theft.",
  ])
  func aClauseIsNotCutShort(_ claim: String) {
    #expect(filling(claim).mainClause == nil)
  }

  /// A closing quotation mark at the end of the paragraph before passed for one that opens the sentence.
  @Test(arguments: ["\"They left.\"\n\n", "“They left.” ", ""])
  func aQuotationBeforeTheSentenceIsNotItsOwn(_ before: String) {
    #expect(filling("The toll is a burden to the town.", before: before).mainClause == 0..<8)
  }

  // MARK: Parties and verdicts

  @Test(arguments: [
    ("The council has misled the residents.", "the council"),
    ("The police are guilty of neglect.", "the police"),
  ])
  func whoIsAccusedIsTold(_ claim: String, _ party: String) {
    #expect(filling(claim).charged() == party)
  }

  @Test(arguments: [
    // Denied; done to the party; no party; no accusation.
    "The council has not misled the residents.", "The council was misled by the residents.",
    "The toll has betrayed the residents.", "The council has paid the residents.",
  ])
  func nobodyIsAccusedWithoutACharge(_ claim: String) {
    #expect(filling(claim).charged() == nil)
  }

  @Test func aVerdictNamesWhatIsJudged() {
    func verdict(_ claim: String) -> [String?] {
      let verdict = filling(claim).verdict()
      return [verdict?.topic, verdict?.predicate]
    }
    #expect(verdict("It was a grave mistake.") == ["it", "a grave mistake"])
    #expect(verdict("They are a danger that nobody sees.") == ["them", "a danger"])
    #expect(verdict("The toll is not a mistake.") == [nil, nil])
    #expect(verdict("The toll is the result of neglect.") == [nil, nil])
    #expect(verdict("It is wrong to raise the toll.") == [nil, nil])
  }
}
