/// Puts the scorer's arithmetic into words.
enum Reasons {
  /// The strongest contributions to a score, in a reader's words.
  ///
  /// A contribution is what a feature adds to the score beyond what it adds to an average sentence's,
  /// summed over the features that one reason stands for.
  ///
  /// - Parameter claims: Whether to tell what speaks for a claim, or what speaks against it.
  static func strongest(for vector: FeatureVector, claims: Bool) -> [String] {
    var sums: [(words: String, sum: Float)] = []
    for (words, features) in claims ? pro : contra {
      var sum: Float = 0
      for feature in features {
        sum +=
          (vector[feature] - ClaimWeights.typical.weights[feature.rawValue])
          * (0.8 * ClaimWeights.contestable.weights[feature.rawValue]
            + ClaimWeights.carrying.weights[feature.rawValue])
      }
      let signed = claims ? sum : -sum
      if signed > 0.1 { sums.append((words, signed)) }
    }
    sums.sort { $0.sum > $1.sum }
    return sums.prefix(4).map(\.words)
  }

  /// Every feature that some reason stands for.
  static var allFeatures: [Feature] { (pro + contra).flatMap(\.1) }

  /// Each feature stands in one group only, so that no signal is told twice.
  private static let pro: [(String, [Feature])] = [
    ("says what should be done", [.advocates, .necessity, .necessities, .callsFor]),
    ("judges", [.evaluativeCopula, .bad, .bads, .good, .goods, .adjectives, .superlative]),
    ("draws a conclusion", [.thisIsWhy, .opensWithConclusion, .conclusionWord, .meansThat]),
    ("contrasts: not X but Y", [.notBut, .denial]),
    ("sets appearance against reality", [.inReality, .opensWithContrast, .contrastWord]),
    ("opens its paragraph", [.opensParagraph]),
    ("closes its paragraph", [.closesParagraph]),
    ("closes the essay", [.closesEssay]),
    ("comes towards the end", [.late]),
    ("speaks of what the essay keeps returning to", [.centrality]),
    ("claims that one thing brings about another", [.effect, .effects, .because]),
    ("states how things are", [.copula, .present, .presents, .issueIs, .issue, .issues]),
    ("generalises", [.maxim, .universal, .generic, .abstractNouns]),
    ("leaves no room for doubt", [.booster, .boosters, .onlyWay, .adverbs]),
    ("says what will or may happen", [.future, .possibility, .conditional]),
    ("hedges", [.hedge, .hedges]),
    ("tells what somebody wants", [.motive]),
    ("denies something", [.negation, .negations]),
    ("speaks for the author", [.thought, .firstPlural]),
    ("compares", [.comparison]),
    ("appeals to a principle", [.principle]),
  ]

  private static let contra: [(String, [Feature])] = [
    (
      "reports what somebody said",
      [
        .attributed, .speechVerb, .speechVerbs, .said, .othersView, .accordingTo, .speechNearStart,
        .speechNearEnd, .titledPerson,
      ]
    ),
    ("quotes", [.quoted, .quotedShare, .opensWithQuote, .fullyQuoted, .previousQuoted]),
    (
      "tells what happened",
      [.pastShare, .pastVerb, .pastAuxiliary, .endsInEd, .event, .thirdPerson]
    ),
    ("gives figures", [.number, .numbers, .percent, .currency, .quantity, .study, .year]),
    ("says when or where", [.time, .times, .opensWithDate, .opensWithPreposition, .midCapitals]),
    ("gives an example", [.example]),
    ("asks", [.question, .previousQuestion]),
    ("points to what follows", [.leadsOver, .signpost, .veryShort, .short, .colon, .logLength]),
    ("leans on the sentence before it", [.anaphor, .opensWithDemonstrative]),
    ("speaks of the author", [.firstSingular, .opensWithI, .person]),
    ("addresses the reader", [.addressesReader]),
    ("grants the other side something", [.concedes]),
    ("belongs to the page", [.boilerplate]),
  ]
}
