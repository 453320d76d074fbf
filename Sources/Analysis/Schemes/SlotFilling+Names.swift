/// What things are called, likened to, said by.
extension SlotFilling {
  /// What is put after "it is" in "not X; it is Y", or after "amounts to" and "is nothing but"; else
  /// what the main clause says that its subject is.
  func label() -> String? {
    for index in tokens.indices.dropFirst() where tokens[index].opensClause {
      if Self.pronouns.contains(tokens[index].word), index + 2 < tokens.count,
        Self.copulas.contains(tokens[index + 1].word)
      {
        return nounDescription(from: index + 2)
      }
    }
    let links: [[String]] = [
      ["amounts", "to"], ["amount", "to"], ["nothing", "but"], ["nothing", "less", "than"],
      ["nothing", "more", "than"], ["nothing", "short", "of"], ["tantamount", "to"],
    ]
    for index in tokens.indices {
      for link in links where tokens[index...].prefix(link.count).map(\.word) == link {
        return nounDescription(from: index + link.count)
      }
    }
    // "This is why X is …" says of X what it is.
    let start = tokens.prefix(3).map(\.word).dropFirst().elementsEqual(["is", "why"]) ? 3 : 0
    guard
      let verb = tokens[start...].indices.first(where: { Self.copulas.contains(tokens[$0].word) }),
      tokens[verb].word == "is" || tokens[verb].word == "are",
      !tokens[start..<verb].contains(where: { Self.subordinators.contains($0.word) })
    else { return nil }
    return nounDescription(from: verb + 1)
  }

  static let subordinators: Set<String> = [
    "if", "when", "while", "although", "though", "because", "as", "what", "whether", "who", "which",
    "where", "how", "there",
  ]

  /// A noun phrase with an article: what something is called.
  private func nounDescription(from start: Int) -> String? {
    guard start < tokens.count, Self.articles.contains(tokens[start].word),
      !tokens[start].followsMark
    else { return nil }
    let end = endOfPhrase(from: start, limit: 7)
    guard end - start >= 2, isSound(start..<end), endsClause(end) else { return nil }
    return phrase.string(start..<end)
  }

  /// What the main clause says of its subject: "homework", "is", "a theft of their evenings".
  func description() -> (topic: String, copula: String, predicate: String)? {
    guard
      let verb = tokens.indices.first(where: { ["is", "are"].contains(tokens[$0].word) }),
      verb > 0, let topic = subject(endingAt: verb)?.nominative ?? longSubject(endingAt: verb)
    else { return nil }
    var start = verb + 1
    if start < tokens.count, tokens[start].word == "not" { start += 1 }
    guard start < tokens.count, !tokens[start].followsMark else { return nil }
    let end = endOfPhrase(from: start, limit: 8)
    guard end > start, endsClause(end), isSound(start..<end), isPredicate(start..<end) else {
      return nil
    }
    return (topic, tokens[verb].word, phrase.string((verb + 1)..<end))
  }

  /// Everything before the verb where that is a subject with a clause of its own: "a lamp that shines on
  /// nobody".
  private func longSubject(endingAt end: Int) -> String? {
    guard leadIn < end else { return nil }
    let range = leadIn..<end
    guard (2...10).contains(range.count), phrase.isUnbroken(range), let first = tokens[range].first,
      Self.articles.contains(first.word) || ["every", "no", "this", "these"].contains(first.word),
      isSoundSubject(range)
    else { return nil }
    return withoutSentenceCapital(range)
  }

  private func isSoundSubject(_ range: Range<Int>) -> Bool {
    guard let last = tokens[range].last, !Self.loose.contains(last.word) else { return false }
    return !tokens[range].contains {
      Self.subordinators.contains($0.word) && !["who", "which"].contains($0.word)
        || ["but", "and", "or", "so"].contains($0.word)
        || !$0.categories.isDisjoint(with: [.singular, .reader])
    }
  }

  /// Whether words say what something is like: a noun phrase with an article, or an adjective.
  private func isPredicate(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first else { return false }
    if Self.articles.contains(first.word) { return range.count > 1 }
    let words = tokens[range]
    let head = Self.degrees.contains(first.word) ? words.dropFirst() : words
    guard let adjective = head.first else { return false }
    if Self.judgements.contains(adjective.word) { return true }
    return range.count <= 5 && !adjective.form.contains(.endsInEd)
      && !adjective.form.contains(.endsInIng)
      && (adjective.form.contains(.adjective)
        || !adjective.categories.isDisjoint(with: [.good, .bad]))
      && !head.contains { $0.word == "to" }
  }

  private static let degrees: Set<String> = [
    "so", "too", "very", "far", "deeply", "simply", "merely", "more", "less", "hardly", "both",
    "quite", "rather", "utterly", "equally", "no",
  ]
  private static let judgements: Set<String> = [
    "exaggerated", "misguided", "flawed", "overrated", "justified", "unjustified", "outdated",
    "misplaced", "biased", "broken", "doomed", "overdue", "wrong", "right", "unfair", "absurd",
    "essential", "naive", "cruel", "unwise", "false", "true", "immoral", "unacceptable",
  ]

  /// What comes after "like", or the description that holds the cue.
  func likeness(_ cue: Range<Int>) -> String? {
    for index in tokens.indices where ["like", "akin", "resembles"].contains(tokens[index].word) {
      let start = tokens[index].word == "akin" ? index + 2 : index + 1
      if let words = nounDescription(from: start) { return words }
    }
    guard let words = label(), words.contains(phrase.string(cue)) else { return nil }
    return words
  }

  func source() -> String? {
    for index in tokens.indices.dropLast(2)
    where tokens[index].word == "according" && tokens[index + 1].word == "to" {
      return nounPhrase(from: index + 2)
    }
    for index in tokens.indices.dropFirst()
    where ["says", "argues", "said", "argued", "claims"].contains(tokens[index].word) {
      if let name = nounPhrase(endingAt: index) { return name }
    }
    return nil
  }

  func options() -> (first: String, second: String)? {
    guard let either = tokens.firstIndex(where: { $0.word == "either" }),
      let or = tokens[either...].firstIndex(where: { $0.word == "or" })
    else { return nil }
    let first = (either + 1)..<or
    guard (1...5).contains(first.count), phrase.isUnbroken(first), isSound(first),
      let second = nounPhrase(from: or + 1),
      Self.articles.contains(tokens[first.lowerBound].word)
        == Self.articles.contains(tokens[or + 1].word)
    else { return nil }
    return (phrase.string(first), second)
  }

  /// The value that is named: "justice", "freedom of speech".
  func value() -> String? {
    guard let index = tokens.firstIndex(where: { Self.values.contains($0.word) }) else {
      return nil
    }
    let word = tokens[index].word
    guard index + 1 < tokens.count, tokens[index + 1].word == "of" else { return word }
    return nounPhrase(from: index + 2).map { word + " of " + $0 }
  }

  private static let values: Set<String> = [
    "justice", "freedom", "liberty", "fairness", "dignity", "equality", "solidarity", "democracy",
  ]

  /// A word that claims less than the sweeping one that is the cue.
  func milder(_ cue: Range<Int>) -> String? {
    Self.milderWords[tokens[cue].map(\.word).joined(separator: " ")]
  }

  private static let milderWords: [String: String] = [
    "always": "often", "never": "seldom", "everyone": "most people", "everybody": "most people",
    "nobody": "few people", "no one": "few people", "everything": "much", "nothing": "little",
    "everywhere": "in many places", "invariably": "usually",
  ]

  /// The words in which the author judges: "completely ineffective", "a reckless plan".
  func loaded() -> String? {
    var best: (range: Range<Int>, weight: Int)?
    var index = 0
    while index < tokens.count {
      var end = index
      while end < tokens.count, end == index || !tokens[end].followsMark, isDegree(tokens[end]) {
        end += 1
      }
      guard end < tokens.count, end == index || !tokens[end].followsMark, isJudging(tokens[end])
      else {
        index += 1
        continue
      }
      let degrees = end - index
      end += 1
      // An adjective takes its noun along.
      let last = tokens[end - 1]
      while isAdjective(last), end < tokens.count, end - index - degrees < 3,
        !tokens[end].followsMark,
        isNoun(end), end - index - degrees < 2 || modifiesNoun(tokens[end - 1])
      {
        end += 1
      }
      let weight = 2 * degrees + (end - index)
      if weight > best?.weight ?? 1, !isOpenBracket(index..<end),
        end - index > 1 || degrees > 0
          || Self.judgements.contains(last.word) || last.form.contains(.superlative)
      {
        if !modifiesNoun(tokens[end - 1]) || end - index - degrees == 1 {
          best = (index..<end, weight)
        }
      }
      index = end
    }
    return best.map { phrase.string($0.range) }
  }

  private func isDegree(_ token: Phrase.Token) -> Bool {
    !token.isCapitalized
      && (Self.degreeWords.contains(token.word)
        || token.form.contains(.endsInLy) && !Self.notDegrees.contains(token.word))
  }

  private static let degreeWords: Set<String> = [
    "so", "too", "very", "quite", "utterly", "deeply", "highly",
  ]
  private static let notDegrees: Set<String> = [
    "only", "early", "likely", "family", "supply", "reply", "apply", "july", "italy", "daily",
    "simply", "nearly", "recently", "currently", "finally", "really", "probably", "especially",
    "particularly", "actually", "exactly", "precisely", "merely", "possibly", "usually", "mostly",
    "largely", "partly", "previously", "formerly", "newly", "unlikely", "assembly", "ally", "rally",
    "rely", "fly",
  ]

  private func isJudging(_ token: Phrase.Token) -> Bool {
    !token.isCapitalized && !token.form.contains(.endsInLy)
      && (!token.categories.isDisjoint(with: [.good, .bad]) || Self.judgements.contains(token.word))
      && !Self.plainWords.contains(token.word)
  }

  /// Words that judge in some places and only name things in more.
  private static let plainWords: Set<String> = [
    "security", "peace", "free", "freedom", "justice", "democracy", "democratic", "poverty",
    "violence", "violent", "risk", "risks", "cost", "costs", "problem", "problems", "crisis",
    "threat", "threats", "fear", "fears", "doubt", "lack", "better", "best", "able", "right",
    "real", "clear", "central", "key", "necessary", "progress", "opportunity", "opportunities",
    "hope", "value", "decline", "damage", "suffering", "responsible", "responsibility", "sense",
    "danger", "failed", "fail", "failing", "fails", "hurt", "harm", "lie", "lies", "like", "waste",
    "solution", "strong", "easy", "true", "truth", "truly", "burden", "unable", "welcome", "safe",
    "important", "great", "good", "bad", "wrong", "worse", "worst", "poor", "significant", "just",
    "fair", "serious", "benefit", "benefits", "success", "powerful", "stability", "failure",
    "collapse", "hatred", "abuse", "destroy", "undermine", "undermines", "conflict", "blame",
    "critical", "essential", "weak", "strength", "dignity", "inequality", "positive", "threaten",
    "threatens", "effective", "stronger", "safer", "succeed", "required", "guilty", "evil",
    "weaker",
  ]

  private func isAdjective(_ token: Phrase.Token) -> Bool {
    token.form.contains(.adjective) || Self.judgements.contains(token.word)
      || Self.adjectives.contains(token.word)
  }

  private static let adjectives: Set<String> = [
    "bad", "dangerous", "corrupt", "unfair", "unjust", "cruel", "brutal", "absurd", "foolish",
    "reckless", "useless", "pointless", "terrible", "awful", "tragic", "immoral", "inadequate",
    "insufficient", "false", "radical", "costly", "sad", "stupid", "arrogant", "severe", "grim",
    "dire", "wise", "honest", "brave", "excellent", "genuine", "sincere", "noble", "decent",
  ]

  /// "illegal Mexican" and "honest foreign" want their noun.
  private func modifiesNoun(_ token: Phrase.Token) -> Bool {
    token.isCapitalized || token.form.contains(.adjective) || token.word == "foreign"
  }

  private func isNoun(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.categories.isDisjoint(with: .function) && !token.form.contains(.endsInLy)
      && !token.form.contains(.endsInIng) && !isFiniteWord(token) && !isPossessive(index)
  }

  private func isFiniteWord(_ token: Phrase.Token) -> Bool {
    !token.categories.isDisjoint(
      with: [.present, .pastVerb, .pastAuxiliary, .necessity, .future, .possibility, .preposition])
  }

  /// A vague number or frequency with its noun: "most voters", "increasingly".
  func amount(_ cue: Range<Int>) -> String? {
    guard !isOpenBracket(cue) else { return nil }
    let next = cue.upperBound
    if Self.alone.contains(tokens[cue].last?.word ?? "") { return phrase.string(cue).lowercased() }
    guard next < tokens.count, !tokens[next].followsMark else { return nil }
    var end = next
    while end < tokens.count, end - next < 3, end == next || !tokens[end].followsMark,
      tokens[end].categories.isDisjoint(with: .function)
        || end == next && Self.determinersAfterOf.contains(tokens[end].word),
      !isFiniteWord(tokens[end]),
      end == next || !tokens[end].form.contains(.endsInEd) && !Self.verbs.contains(tokens[end].word)
    {
      end += 1
    }
    guard end > next, isSound(next..<end) else { return nil }
    let words = phrase.string(cue.lowerBound..<end)
    return tokens[cue].first?.range == tokens.first?.range
      ? words.prefix(1).lowercased() + words.dropFirst() : words
  }

  private static let verbs: Set<String> = ["end", "come", "want", "live", "go", "work", "think"]
  private static let alone: Set<String> = [
    "increasingly", "often", "rarely", "frequently", "seldom", "routinely", "widely",
  ]
  private static let determinersAfterOf: Set<String> = [
    "the", "its", "their", "our", "these", "those",
  ]
}
