/// What the scorer looks at. Each is 0 where it is absent and about 1 where it is strong.
enum Feature: Int, CaseIterable, Sendable {
  // Size
  case logLength, veryShort, short, long, veryLong, commas, semicolon, colon, dash, brackets
  // Place
  case opensEssay, early, late, closesEssay, opensParagraph, closesParagraph
  case aloneInParagraph, longParagraph
  // Quotation and attribution
  case quoted, quotedShare, opensWithQuote, fullyQuoted, shortQuote, speechVerb, speechVerbs
  case said, accordingTo, titledPerson, speechNearStart, speechNearEnd
  // Person
  case firstSingular, firstPlural, addressesReader, thirdPerson, person, opensWithI
  // Figures and facts
  case number, numbers, year, currency, percent, study, quantity, time, times, event, opensWithDate
  case midCapitals, capitalShare, allCapitals
  // Tense
  case pastAuxiliary, pastVerb, endsInEd, participle, pastShare, present, presents, perfect, copula,
    infinitive
  // Stance
  case necessity, necessities, possibility, future, hedge, hedges, booster, boosters, bad, bads
  case good, goods, thought, negation, negations, comparison, superlative, issue, issues
  case issueIs, principle, conditional, universal, generic, effect, effects, motive
  case adjectives, adverbs, abstractNouns, evaluativeCopula
  // Shape
  case contrastWord, opensWithContrast, opensWithConclusion, conclusionWord, because
  case opensWithDemonstrative, opensWithThe, opensWithPreposition, opensWithCoordinator
  case opensWithConditional, opensWithPronounThird, opensWithWe, opensWithCapital, opensWithIng
  case opensWithAdverb, opensWithQuestionWord, opensWithThere
  case question, exclamation, notBut, thisIsWhy, inReality, example
  case regret, othersView, anaphor, meansThat, callsFor, onlyWay
  // Context
  case centrality, previousQuestion, previousQuoted
  // A sentence that only points at the next
  case signpost
  // Whose view it gives, and what it is for
  case attributed, advocates, advocatesAtEnds, atEnds, maxim, denial, concedes, leansBack, leadsOver
  case declares
  case boilerplate
  // What it has to do with the title, the essay's ends and its neighbours
  case sharesTitle, echoesEnd, answersOthers, completesDenial, judgesAtEnds
  case previousEvidence, nextEvidence, previousAttributed, nextAnaphor
}

/// The values of all features for one sentence.
struct FeatureVector: Sendable {
  private(set) var values = [Float](repeating: 0, count: Feature.allCases.count)

  subscript(feature: Feature) -> Float {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  mutating func set(_ feature: Feature, _ condition: Bool) {
    if condition { self[feature] = 1 }
  }

  /// Up to three of something, in thirds.
  mutating func count(_ feature: Feature, _ number: Int) {
    self[feature] = Float(min(number, 3)) / 3
  }

  mutating func reset() {
    for index in values.indices { values[index] = 0 }
  }
}
