import Analysis

/// What an editor expects of the features before anything is learned. There are too few marked essays
/// to learn all weights from them alone, so that the weights are pulled to these.
enum Expectation {
  /// How much a sentence carries the argument.
  static let carrying = columns([
    "thisIsWhy": 1.2, "opensWithConclusion": 0.8, "inReality": 0.7, "notBut": 1.4,
    "necessity": 0.7, "evaluativeCopula": 0.6, "issueIs": 0.5, "opensParagraph": 0.5,
    "closesParagraph": 0.2, "onlyWay": 0.5, "bad": 0.3, "good": 0.2, "centrality": 1.2,
    "semicolon": 0.2, "meansThat": 0.4, "callsFor": 0.3, "motive": 0.5, "copula": 0.4,
    "closesEssay": 0.5, "veryShort": -1.5, "short": -0.4, "anaphor": -0.5, "firstSingular": -0.4,
    "question": -1.5, "quoted": -0.3, "fullyQuoted": -2, "speechVerb": -0.6, "accordingTo": -2,
    "number": -0.3, "year": -0.4, "example": -0.5, "thirdPerson": -0.4, "addressesReader": -0.6,
    "signpost": -3, "advocates": 2.2, "maxim": 1.8, "denial": 1, "leansBack": -0.6,
    "concedes": -1, "leadsOver": -3, "attributed": -2, "boilerplate": -3, "pastShare": -1,
    "sharesTitle": 1, "echoesEnd": 0.5, "answersOthers": 1.2, "completesDenial": 1, "declares": 1,
  ])

  /// How well a sentence would do as the thesis.
  static let thesis = columns([
    "thisIsWhy": 2, "necessity": 0.2, "opensWithConclusion": 0.8, "evaluativeCopula": 0.6,
    "centrality": 1.5, "opensParagraph": 0.7, "late": 0.5, "early": 0.3, "closesEssay": 0.4,
    "bad": 0.3, "good": 0.3, "notBut": 0.3, "long": 0.3, "veryShort": -2,
    "short": -1.5, "anaphor": -0.8, "pastShare": -1, "number": -0.5, "question": -2, "quoted": -0.5,
    "speechVerb": -1, "signpost": -3, "example": -1, "advocates": 2, "opensEssay": 0.6,
    "leansBack": -2, "opensWithConditional": -2, "advocatesAtEnds": 1, "concedes": -1.5,
    "sharesTitle": 1.5, "echoesEnd": 1, "judgesAtEnds": 1.5, "declares": 2.5,
  ])

  /// One number for each of the detector's features, in their order.
  private static func columns(_ weights: [String: Double]) -> [Double] {
    FeatureTable.names.map { weights[$0] ?? 0 }
  }
}
