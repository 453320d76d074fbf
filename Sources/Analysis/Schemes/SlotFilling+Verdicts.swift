/// Who is accused, and what is judged to be what.
extension SlotFilling {
  /// The party that the main clause accuses: "the ministry" of "The ministry has misled the towns".
  func charged() -> String? {
    guard let clause = mainClause,
      let verb = clause.dropFirst().first(where: { isPredicate($0) }),
      clause.lowerBound < verb, verb - clause.lowerBound <= Self.longestParty,
      isParty(clause.lowerBound..<verb),
      clause[verb...].contains(where: { accuses($0, from: verb) })
    else { return nil }
    return nounPhrase(endingAt: verb)
  }

  private static let longestParty = 7

  /// Who should do something, where it is somebody who can have been kept from it.
  func doer() -> String? {
    guard let actor = call()?.actor else { return nil }
    return isDoer(actor) ? actor : nil
  }

  /// Whether a subject is somebody who can do or leave something.
  func isDoer(_ actor: String) -> Bool {
    if Self.persons.contains(actor.lowercased()) { return true }
    let words = actor.split(separator: " ").map { $0.lowercased() }
    guard let last = words.last else { return false }
    let isNamed =
      tokens.dropFirst().contains { $0.word == last && $0.isCapitalized }
      || tokens.first?.word == last && capitals.use(of: last) == .name
    return isNamed || Self.parties.contains(last) || Self.plurals.contains(last)
      || Self.personal.contains(where: last.hasSuffix) || Capitals.names.contains(last)
  }

  private static let persons: Set<String> = ["we", "they", "he", "she", "everyone", "everybody"]

  private func isPredicate(_ index: Int) -> Bool {
    isFinite(tokens[index])
      || !tokens[index].followsMark && Self.accusations.contains(tokens[index].word)
        && tokens[index].form.isDisjoint(with: [.endsInIng])
  }

  private func isParty(_ range: Range<Int>) -> Bool {
    guard let last = tokens[range].last else { return false }
    if Self.parties.contains(last.word) { return true }
    return last.isCapitalized && !last.word.hasSuffix("'s")
      && last.form.isDisjoint(with: [.abstractNoun, .number])
      && (range.count > 1 || capitals.use(of: last.word) == .name)
      && !tokens[range].contains { $0.categories.contains(.time) }
  }

  private static let parties: Set<String> = [
    "government", "governments", "administration", "authorities", "council", "minister",
    "ministers", "ministry", "president", "party", "parties", "police", "court", "courts",
    "company", "companies", "corporations", "corporation", "media", "press", "leaders",
    "leadership", "officials", "politicians", "lawmakers", "regime", "army", "military", "state",
    "states", "banks", "bank", "church", "board", "university", "universities", "union", "unions",
    "city", "cities", "town", "towns", "village", "parish", "school", "schools", "country",
    "nation", "society",
    "library", "libraries", "museum", "museums", "newspaper", "newspapers", "journalists",
    "critics", "opponents", "supporters", "activists",
    "executives", "employers", "republicans", "democrats", "liberals", "conservatives", "left",
    "right", "west", "elites", "elite", "establishment", "agency", "agencies", "senators",
    "prosecutors", "judges", "commission", "committee", "congress", "parliament", "senate",
    "officers", "lobby", "industry", "campaign", "movement", "community", "academics", "scholars",
    "donors", "organisations", "organizations", "institutions", "secretary", "mayor", "governor",
    "director", "coalition", "opposition", "jury", "network", "networks", "team",
  ]

  /// Whether a word of the predicate that begins at `verb` accuses: what is denied, and what is done to
  /// the subject, does not.
  private func accuses(_ index: Int, from verb: Int) -> Bool {
    let token = tokens[index]
    let before = tokens[max(verb, index - 3)..<index]
    guard !before.contains(where: { $0.categories.contains(.negation) }) else { return false }
    if Self.faults.contains(token.word) { return index - verb <= 5 }
    return Self.accusations.contains(token.word) && index - verb <= 3
      && !before.contains { Self.passives.contains($0.word) }
      && !before.contains { ["to", "that", "who", "which", "of"].contains($0.word) }
  }

  private static let passives: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "by", "gets", "got",
  ]
  /// What somebody does who is to be blamed.
  private static let accusations: Set<String> = [
    "failed", "fails", "fail", "failing", "refused", "refuses", "refuse", "refusing", "ignored",
    "ignores", "ignore", "ignoring", "neglected", "neglects", "abandoned", "abandons", "betrayed",
    "betrays", "betraying", "lied", "deceived", "deceives", "misled", "misleads", "abused",
    "exploited", "exploits", "exploiting", "violated", "violates", "violating", "forgot",
    "forgotten", "pretends", "pretend", "pretending", "manipulated", "manipulates", "undermined",
    "undermines", "undermining", "destroyed", "destroys", "destroying", "wasted", "wastes",
    "wasting", "squandered", "hides", "hid", "hidden", "stole", "steals", "oppressed", "oppresses",
    "incites", "incited", "distorts", "distorted", "distorting", "exaggerates", "exaggerated",
    "underestimated", "underestimates", "overlooked", "overlooks", "mishandled", "botched",
    "provoked", "provokes", "tolerates", "tolerated", "condones", "condoned", "sabotaged",
    "sabotages", "weakened", "weakens", "punishes", "punished", "demonises", "demonizes",
    "demonised", "demonized", "misunderstood", "misunderstands", "misunderstand", "subjected",
    "mislead", "dismisses", "dismissed", "blames", "blamed", "exploit", "suppresses", "suppressed",
    "silences", "silenced", "tortured", "invaded", "occupies", "occupied", "harasses",
    "discriminates", "scuppered", "hijacked", "conceals", "concealed", "conceal", "stigmatises",
    "stigmatizes", "alienated", "alienates", "panders", "pander", "scapegoats", "bullies",
    "colluded",
    "clings", "resorted", "resorts", "whitewashed", "trampled", "tramples", "bowed",
  ]
  /// What such a party is.
  private static let faults: Set<String> = [
    "guilty", "complicit", "corrupt", "incompetent", "hypocritical", "hypocrites", "racist",
    "dishonest", "reckless", "irresponsible", "cowardly", "cynical", "arrogant", "cruel", "brutal",
    "shameful", "illegally", "unlawful", "blame", "wrong", "mistaken", "blind", "naive",
    "indifferent", "unwilling", "incapable", "hypocrisy", "cowardice", "incompetence", "ignorant",
    "deaf", "disgraceful", "immoral", "culpable", "selfish", "greedy",
  ]

  /// The main clause as something that will be: "the tax will go" of "The tax could go".
  ///
  /// Where the whole clause cannot be told, who and what alone.
  func foreseen(_ cue: Range<Int>) -> String? {
    withLead(foreseenClause(cue))
      ?? prospect(cue).flatMap {
        ["we", "one"].contains($0.subject) || cue.count > 1
          ? nil : $0.subject + " will " + $0.outcome
      }
  }

  /// The same without what stands before it.
  func foreseenClause(_ cue: Range<Int>) -> String? {
    guard let clause = mainClause, holdsCue(clause, cue), isQuotable(clause), clause.count > 4,
      tokens[clause.lowerBound].word != "we",
      let words = withoutSentenceCapital(clause), cue.lowerBound > clause.lowerBound
    else { return nil }
    let modal = cue.lowerBound
    var next = modal + 1
    while next < clause.upperBound, Self.assurances.contains(tokens[next].word) { next += 1 }
    guard
      !(clause.lowerBound + 1..<max(modal, clause.lowerBound + 1)).contains(where: {
        isFinite(tokens[$0]) || tokens[$0].followsMark
      }), Self.possible.contains(tokens[modal].word), next < clause.upperBound,
      !["have", "not", "well", "as", "also", "then", "never", "be"].contains(tokens[next].word)
        || tokens[next].word == "be" && tokens[modal].word == "could",
      !tokens[next..<clause.upperBound].contains(where: { Self.possible.contains($0.word) })
    else { return nil }
    let start = tokens[clause.lowerBound].range.lowerBound
    let before = words.utf8.prefix(tokens[modal].range.lowerBound - start)
    let after = words.utf8.dropFirst(tokens[next].range.lowerBound - start)
    return String(decoding: Array(before), as: UTF8.self) + "will "
      + String(decoding: Array(after), as: UTF8.self)
  }

  private static let possible: Set<String> = ["could", "may", "might"]

  /// How words for people end.
  private static let personal = [
    "ers", "ors", "ists", "ians", "cans", "ents", "ees", "als", "ates", "nials", "mans", "lims",
    "lics", "sians", "inians", "peans", "blacks", "fathers", "countries", "nations",
  ]
  private static let plurals: Set<String> = ["people", "women", "men", "children"]

  /// What is said to be good or bad, as an object, and what it is called.
  func verdict() -> (topic: String, predicate: String)? {
    // On a condition it may be called what it is not otherwise.
    guard !tokens.contains(where: { Self.conditional.contains($0.word) }) else { return nil }
    guard
      let verb = tokens.indices.dropFirst(leadIn).first(where: {
        Self.being.contains(tokens[$0].word) || Self.contractions[tokens[$0].word] != nil
      }), verb + 1 < tokens.count, mainClause.map({ $0.contains(verb) }) ?? true
    else { return nil }
    // "Long gone are the boats."
    guard !["long", "gone", "most", "more"].contains(tokens[leadIn].word) else { return nil }
    let topic: String
    if let pronoun = Self.contractions[tokens[verb].word] {
      guard opensClause(verb) else { return nil }
      topic = pronoun
    } else {
      // "There is" says of nothing named what it is.
      guard verb > leadIn, tokens[verb - 1].word != "there",
        let subject = subject(endingAt: verb)?.objective ?? longSubject(endingAt: verb)
      else { return nil }
      topic = subject
    }
    var start = verb + 1
    while start + 1 < tokens.count, Self.timely.contains(tokens[start].word) { start += 1 }
    guard tokens[start].categories.isDisjoint(with: .negation), !tokens[start].followsMark else {
      return nil
    }
    let end = endOfPhrase(from: start, limit: 9)
    guard end > start, isSound(start..<end),
      endsClause(end)
        || end < tokens.count && Self.articles.contains(tokens[start].word)
          && Self.relatives.contains(tokens[end].word)
          && !tokens[end - 1].form.contains(.adjective),
      end == tokens.count || !isQuoted(end), isVerdict(start..<end)
    else { return nil }
    // Of "this" or "that" it is said what the sentence before calls so.
    if ["this", "that", "these", "those"].contains(topic),
      !Self.articles.contains(tokens[start].word)
    {
      return nil
    }
    // "It is wrong to …" says it of what comes after.
    if topic == "it",
      tokens[start..<end].contains(where: { $0.word == "to" })
        || end < tokens.count && tokens[end].word == "that"
          && !Self.articles.contains(tokens[start].word)
    {
      return nil
    }
    return (topic, phrase.string(start..<end))
  }

  private static let conditional: Set<String> = ["if", "unless", "provided", "whenever"]

  private static let contractions: [String: String] = [
    "it's": "it", "that's": "that", "they're": "them", "he's": "him", "she's": "her",
    "we're": "us",
  ]

  static let being: Set<String> = [
    "is", "are", "was", "were", "remains", "remain", "became", "becomes",
  ]
  private static let relatives: Set<String> = ["that", "which", "who", "whose", "where", "by"]

  private static let timely: Set<String> = [
    "now", "also", "still", "therefore", "thus", "clearly", "certainly", "simply", "indeed", "in",
  ]

  private func isVerdict(_ range: Range<Int>) -> Bool {
    let words = tokens[range]
    guard let first = words.first, words.allSatisfy({ !Self.neutral.contains($0.word) }) else {
      return false
    }
    let judges = words.contains {
      !$0.categories.isDisjoint(with: [.bad, .good]) && !$0.isCapitalized
        || $0.form.contains(.superlative) || Self.accusedOf($0.word)
        || Self.brands.contains($0.word)
    }
    if Self.articles.contains(first.word) { return judges && words.count > 1 }
    guard words.count <= 5, !words.contains(where: { $0.word == "to" }), let last = words.last
    else { return false }
    return judges
      && (Self.accusedOf(last.word) || last.form.contains(.adjective)
        || !last.categories.isDisjoint(with: [.bad, .good]))
  }

  /// Nouns that judge what they are said of.
  private static let brands: Set<String> = [
    "crime", "contradiction", "joke", "duty", "privilege", "luxury", "distraction", "ruse", "ploy",
    "tragedy", "irony", "betrayal", "victory", "defeat", "triumph", "miracle", "nightmare", "dream",
    "game", "lottery", "business", "religion", "weapon", "poison", "cure", "remedy", "priority",
    "necessity", "mess", "mystery", "milestone", "turning", "curse", "blessing", "gift",
    "embarrassment",
    "travesty", "monster", "enemy", "enemies", "hero", "heroes", "model", "symbol", "paradox",
  ]

  private static func accusedOf(_ word: String) -> Bool { faults.contains(word) }

  /// Descriptions that hold these say how things hang together, not how good they are.
  private static let neutral: Set<String> = [
    "result", "reason", "reasons", "fact", "case", "time", "same", "part", "product", "cause",
    "question", "number", "example", "first", "able", "likely", "due", "here", "moment", "year",
    "day",
    "name", "line", "opportunity", "chance", "news", "tragic", "sad", "risky", "great", "name",
    "step",
    "gone", "clear", "key", "real", "hard", "easy", "wonderful", "beautiful", "unfortunate",
    "place",
  ]
}
