/// The numbers of ``LinearDetector``.
enum ClaimWeights {
  /// How a score and those around it make up a log-odds.
  struct Context: Sendable {
    var bias: Float
    var own: Float
    var previous: Float
    var next: Float
    var beyond: Float
    var mean: Float
  }

  /// How much a sentence carries the argument; set by hand.
  static let carrying = LinearScore(
    bias: 0,
    [
      (.thisIsWhy, 1.2), (.opensWithConclusion, 0.8), (.inReality, 0.7), (.notBut, 1.4),
      (.necessity, 0.7), (.evaluativeCopula, 0.6), (.issueIs, 0.5), (.opensParagraph, 0.5),
      (.closesParagraph, 0.2), (.onlyWay, 0.5), (.bad, 0.3), (.good, 0.2), (.centrality, 1.2),
      (.semicolon, 0.2), (.meansThat, 0.4), (.callsFor, 0.3), (.motive, 0.5), (.copula, 0.4),
      (.closesEssay, 0.5), (.veryShort, -1.5), (.short, -0.4), (.anaphor, -0.5),
      (.firstSingular, -0.4), (.question, -1.5), (.quoted, -0.3), (.fullyQuoted, -2),
      (.speechVerb, -0.6), (.accordingTo, -2), (.number, -0.3), (.year, -0.4), (.example, -0.5),
      (.thirdPerson, -0.4), (.addressesReader, -0.6), (.signpost, -3), (.advocates, 2.2),
      (.maxim, 1.8), (.denial, 1), (.leansBack, -0.6), (.concedes, -1), (.leadsOver, -3),
      (.attributed, -2), (.boilerplate, -3), (.pastShare, -1),
    ])

  /// How well a sentence would do as the thesis; set by hand.
  static let thesis = LinearScore(
    bias: 0,
    [
      (.thisIsWhy, 1.5), (.necessity, 0.2), (.opensWithConclusion, 0.8), (.evaluativeCopula, 0.6),
      (.centrality, 1.5), (.opensParagraph, 0.7), (.late, 0.5), (.early, 0.3), (.closesEssay, 0.4),
      (.bad, 0.3), (.good, 0.3), (.notBut, 0.3), (.conditional, 0.3), (.long, 0.3),
      (.veryShort, -2), (.short, -1), (.anaphor, -0.8), (.pastShare, -1), (.number, -0.5),
      (.question, -2), (.quoted, -0.5), (.speechVerb, -1), (.signpost, -3), (.example, -1),
      (.advocates, 2), (.opensEssay, 0.6), (.leansBack, -1.2), (.opensWithConditional, -0.8),
      (.advocatesAtEnds, 1), (.concedes, -1.5),
    ])
}
