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
    ("In the winter, the ferry is a danger.", "in the winter, is the ferry really a danger"),
    ("If it rains, the bridge will be shut.", "if it rains, will the bridge really be shut"),
    ("If it rains then the bridge is shut.", "if it rains, is the bridge really shut"),
    ("Unless it rains, the bridge is safe.", "unless it rains, is the bridge really safe"),
    ("Although it rains, the bridge is safe.", "is the bridge really safe"),
    ("Despite the rain, the bridge is safe.", "is the bridge really safe"),
    ("As the boats come in, the bridge is shut.", "is the bridge really shut"),
    ("More importantly, the bridge is safe.", "is the bridge really safe"),
    ("However, the bridge is safe.", "is the bridge really safe"),
    ("There is no bridge in the town, however.", "is there really no bridge in the town"),
    ("This is why the toll is a theft.", "is the toll really a theft"),
    // What says why, on what condition or in comparison with what is kept.
    (
      "The shops are shut because the rents are high.",
      "are the shops really shut because the rents are high"
    ),
    (
      "The ferry is a danger unless the crew is paid.",
      "is the ferry really a danger unless the crew is paid"
    ),
    (
      "The town loses its ferry, unless the toll falls.",
      "does the town really lose its ferry, unless the toll falls"
    ),
    ("The ferry is as old as the town.", "is the ferry really as old as the town"),
    (
      "They keep the toll as a means of control.",
      "do they really keep the toll as a means of control"
    ),
    // Marks that part nothing.
    ("The boats & the ferry are a danger.", "are the boats & the ferry really a danger"),
    ("The boats' crews are a danger.", "are the boats' crews really a danger"),
    ("The boats’ crews are a danger.", "are the boats’ crews really a danger"),
    ("The toll is 40% of the fare.", "is the toll really 40% of the fare"),
    (
      "The ferry needs a new, equally capable crew.",
      "does the ferry really need a new, equally capable crew"
    ),
    // Verbs of the past that say what came of something.
    (
      "The toll undermined the trust of the town.",
      "did the toll really undermine the trust of the town"
    ),
    (
      "The council had no plan for the bridge.",
      "did the council really have no plan for the bridge"
    ),
    ("The money lost in the flood is a burden.", "is the money lost in the flood really a burden"),
    (
      "We ought to run the ferry, with a bell, on every day that the bridge is shut.",
      "ought we really to run the ferry, with a bell, on every day that the bridge is shut"
    ),
    // A second verb goes along where it can.
    (
      "The boats will carry the mail and serve the island.",
      "will the boats really carry the mail and serve the island"
    ),
    (
      "The town is able to pay the toll and keep the ferry.",
      "is the town really able to pay the toll and keep the ferry"
    ),
    ("There is no boat in the harbour.", "is there really no boat in the harbour"),
    ("The boats embody the hopes of the town.", "do the boats really embody the hopes of the town"),
  ])
  func theMainClauseIsTurnedRound(_ claim: String, _ question: String) {
    #expect(filling(claim).inverted(0..<0) == question)
  }

  @Test(arguments: [
    // Not an auxiliary; twice denied; only possible; a verb that is not told.
    "They do their best for the town.", "The toll does not come without a price.",
    "The town may lose its school.",
    "The mayor went to the harbour.", "Whether the boats are blue is not known.",
    // "it's become" is short for "it has become".
    "It's become a habit of the town.",
    // Half a thought, or what another half is put in.
    "The toll is not only a burden.", "The toll is not merely a burden but a theft.",
    "The toll, however, is a burden.", "On the one hand the toll is a burden.",
    "The ferry is slow but is an important link.", "The lack of boats, will harm the town.",
    "The toll could not be lower than it is.", "It is clear to all that the toll is a burden.",
    "The toll is high and acts as a wall.", "Because it rains, the bridge is shut.",
    "In Lowe, Dale today, it is easy to pay the toll.",
    // Figures taken at their word.
    "The toll is the elephant in the room.", "The ferry is like a house of cards.",
    "The council has crossed a red line.",
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
    "It leads a hard, yet happy life.", "To deny a town useful, cheap boats costs it its shops.",
    "The result is that for the ferry, it will be late.",
    "The toll is not just a burden, but a theft.",
    "The toll is a burden - a heavy one - for the poor.", "The toll is a burden - unfair.",
    "The toll is a burden (and a theft) that, they say, hurts the poor (and the old",
    "The ferry is slow, but it may.", "The toll is a theft, according to the mayor.",
    "The toll is a theft, even if the boats are many, they say.", "The question is this: who pays?",
    // "Long" opens no subject.
    "Long gone are the boats of the town.",
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
