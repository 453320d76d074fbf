/// Puts the ranking's arithmetic into words.
///
/// A signal is a group of features that one reason stands for, or the wording. What it adds is the sum
/// of what its features add to the rank beyond what they add to an average sentence's.
struct Reasons {
  private let model: ClaimModel

  init(_ model: ClaimModel) {
    self.model = model
  }

  /// The strongest signals, in a reader's words.
  ///
  /// - Parameters:
  ///   - words: Of the same sentence, with places in `utf8`.
  ///   - claims: Whether to tell what speaks for a claim, or what speaks against it.
  func strongest(
    for vector: FeatureVector, words: ArraySlice<Word>, in utf8: [UInt8], claims: Bool
  ) -> [String] {
    var sums: [(words: String, sum: Float)] = []
    func note(_ words: String, _ sum: Float) {
      let signed = claims ? sum : -sum
      if signed > 0 { sums.append((words, signed)) }
    }
    for (words, features) in claims ? Self.pro : Self.contra {
      note(words, features.reduce(0) { $0 + share(of: $1, in: vector) })
    }
    let telling = tellingWords(words, in: utf8, claims: claims)
    if !telling.isEmpty {
      let quoted = telling.map { "“\($0)”" }.joined(separator: ", ")
      note("is worded like a \(claims ? "claim" : "report"): \(quoted)", share(of: words))
    }
    sums.sort { $0.sum > $1.sum }
    // A weak signal is told only where there is none that is stronger.
    let strong = sums.prefix(4).prefix { $0.sum > Self.least }
    return (strong.isEmpty ? sums.prefix(1) : strong).map(\.words)
  }

  /// What a feature adds to the rank.
  func share(of feature: Feature, in vector: FeatureVector) -> Float {
    (vector[feature] - model.typical[feature.rawValue])
      * (model.carrying[feature] + model.carryingContestability * model.contestable[feature])
  }

  /// What the wording adds to the rank.
  func share(of words: ArraySlice<Word>) -> Float {
    model.carryingContestability * (model.wording(words) - model.typicalWording)
  }

  /// The one or two words that say most, in order of the text.
  private func tellingWords(
    _ words: ArraySlice<Word>, in utf8: [UInt8], claims: Bool
  ) -> [String] {
    let shares = model.wording.shares(of: words).map { claims ? $0 : -$0 }
    return shares.indices
      .filter { index in
        let word = words[words.startIndex + index]
        return shares[index] > Self.leastOfWord && word.length > 3
          && word.categories.isDisjoint(with: .function)
          && !words.prefix(index).contains { $0.hash == word.hash }
      }
      .sorted { (shares[$0], $1) > (shares[$1], $0) }
      .prefix(2).sorted()
      .map { index in
        let word = words[words.startIndex + index]
        return String(decoding: utf8[word.start..<(word.start + Int(word.length))], as: UTF8.self)
      }
  }

  /// Signals that add less are weak.
  private static let least: Float = 0.1
  private static let leastOfWord: Float = 0.1

  /// Every feature that some reason stands for.
  static var allFeatures: [Feature] { (pro + contra).flatMap(\.1) }

  /// Each feature stands in one group only, so that no signal is told twice.
  private static let pro: [(String, [Feature])] = [
    ("says what should be done", [.advocates, .necessity, .necessities, .callsFor]),
    (
      "judges",
      [.evaluativeCopula, .judgesAtEnds, .bad, .bads, .good, .goods, .adjectives, .superlative]
    ),
    ("draws a conclusion", [.thisIsWhy, .opensWithConclusion, .conclusionWord, .meansThat]),
    ("contrasts: not X but Y", [.notBut, .denial, .completesDenial]),
    ("sets appearance against reality", [.inReality, .opensWithContrast, .contrastWord]),
    ("opens its paragraph", [.opensParagraph]),
    ("closes its paragraph", [.closesParagraph]),
    ("closes the essay", [.closesEssay]),
    ("comes towards the end", [.late]),
    ("speaks of what the essay keeps returning to", [.centrality]),
    ("takes up the title", [.sharesTitle]),
    ("returns at the other end of the essay", [.echoesEnd]),
    ("answers the other side", [.answersOthers, .previousAttributed]),
    ("is followed by evidence", [.nextEvidence]),
    ("claims that one thing brings about another", [.effect, .effects, .because]),
    ("states how things are", [.copula, .present, .presents, .issueIs, .issue, .issues]),
    ("generalises", [.maxim, .universal, .generic, .abstractNouns]),
    ("leaves no room for doubt", [.booster, .boosters, .onlyWay, .adverbs]),
    ("says what will or may happen", [.future, .possibility, .conditional]),
    ("hedges", [.hedge, .hedges]),
    ("tells what somebody wants", [.motive]),
    ("denies something", [.negation, .negations]),
    ("speaks for the author", [.declares, .thought, .firstPlural]),
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
    ("stands among evidence", [.previousEvidence]),
    ("points to what follows", [.leadsOver, .signpost, .colon]),
    ("says little", [.veryShort, .short, .logLength]),
    ("leans on the sentence before it", [.anaphor, .opensWithDemonstrative]),
    ("speaks of the author", [.firstSingular, .opensWithI, .person]),
    ("addresses the reader", [.addressesReader]),
    ("grants the other side something", [.concedes]),
    ("belongs to the page", [.boilerplate]),
  ]
}
