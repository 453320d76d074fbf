/// Which claims somebody might dispute.
extension SlotFilling {
  /// Whether a clause judges, weighs, describes or denies what can be told, so that somebody might see it
  /// otherwise.
  func isDisputable(_ clause: Range<Int>, _ verb: Int, _ own: Range<Int>) -> Bool {
    let predicate = verb..<clause.upperBound
    let words = tokens[clause]
    guard predicate.count >= 3, clause.count >= 6,
      !tokens[predicate].contains(where: { $0.word == "because" }),
      !tokens[clause.lowerBound..<min(clause.upperBound, verb + 4)].contains(where: {
        Self.qualifying.contains($0.word)
      }), tokens[verb].word != "had",
      !tokens[predicate].prefix(6).contains(where: { Self.beyond.contains($0.word) }),
      !isBareCrowd(clause.lowerBound..<verb),
      !tokens[own].dropFirst().prefix(3).contains(where: {
        $0.form.contains(.endsInIng) && $0.categories.isDisjoint(with: [.good, .bad])
      })
    else { return false }
    let first = words.first?.word ?? ""
    if first == "none" { return false }
    // "A library is not a bank": nobody would say so.
    if verb + 2 < clause.upperBound, tokens[verb + 1].word == "not",
      ["a", "an"].contains(tokens[verb + 2].word)
    {
      return false
    }
    if first == "it", Self.being.contains(tokens[verb].word), verb + 2 < clause.upperBound,
      tokens[verb + 2].word == "that",
      [
        "wrong", "unfair", "unjust", "absurd", "shameful", "right", "fair", "dangerous",
        "outrageous",
      ]
      .contains(tokens[verb + 1].word)
    {
      return true
    }
    if Self.equating.contains(tokens[verb].word) || isClearlyJudged(own) { return true }
    // "It is the mayor who …": it could be another.
    if first == "it", Self.being.contains(tokens[verb].word),
      tokens[own].dropFirst().prefix(1).contains(where: {
        $0.isCapitalized || Self.articles.contains($0.word) && $0.word != "a"
      }), tokens[predicate].dropFirst(3).contains(where: { ["that", "who"].contains($0.word) })
    {
      return true
    }
    // "It is clear that", "There are signs": nobody would deny it.
    if first == "there" {
      return tokens[predicate].prefix(3).contains { ["no", "need", "nothing"].contains($0.word) }
    }
    let judges = tokens[predicate].contains {
      !$0.isCapitalized && $0.word != "as"
        && (!$0.categories.isDisjoint(with: Self.weighing) || $0.form.contains(.superlative))
    }
    let isDescription =
      Self.being.contains(tokens[verb].word) && verb + 1 < clause.upperBound
      && (tokens[verb + 1].categories.contains(.article) || tokens[verb + 1].word == "the")
    if first.hasPrefix("it"), Self.being.contains(tokens[verb].word),
      tokens[predicate].dropFirst().prefix(3).contains(where: { Self.evidentOf.contains($0.word) })
    {
      return false
    }
    if Self.objects[first] != nil && verb <= clause.lowerBound + 2 || first == "all" {
      return judges
        && ((isDescription || tokens[verb].word != "is") && predicate.count > 4
          || Self.effects.contains(tokens[verb].word)
          || ["has", "have"].contains(tokens[verb].word))
    }
    return judges || isDescription || isDenied(own)
  }

  /// Whether a predicate says outright that something was right or wrong to be, or came to nothing.
  private func isClearlyJudged(_ own: Range<Int>) -> Bool {
    let words = tokens[own].dropFirst().prefix(4).map(\.word)
    return words.prefix(2).elementsEqual(["no", "longer"])
      || own.lowerBound > 1
        && tokens[(own.lowerBound - 2)..<own.lowerBound].map(\.word) == ["no", "longer"]
      || ["has", "have"].contains(tokens[own.lowerBound].word)
        && words.prefix(3).contains {
          ["power", "capacity", "right", "record", "ability"].contains($0)
        }
      || words.contains { ["rightly", "wrongly", "unfairly", "needlessly"].contains($0) }
      || words.prefix(2).elementsEqual(["done", "nothing"])
      || words.prefix(2).elementsEqual(["done", "little"])
      || tokens[own.lowerBound].word == "should" && words.first == "have"
  }

  private static let equating: Set<String> = [
    "amounts", "amount", "constitutes", "constitute", "equates", "boils", "concedes", "concede",
  ]

  /// Whether a subject is a plural and hardly more, of which anything may be said: "fathers", "good fathers".
  func isBareCrowd(_ subject: Range<Int>) -> Bool {
    if subject.upperBound + 1 < tokens.count, tokens[subject.upperBound + 1].word == "the",
      Self.copulas.contains(tokens[subject.upperBound].word)
    {
      return false
    }
    return subject.count <= 2 && tokens[subject].last.map { $0.form.contains(.endsInS) } ?? false
      && !Self.articles.contains(tokens[subject.lowerBound].word)
      && !["these", "those", "its", "their", "our", "his", "her"].contains(
        tokens[subject.lowerBound].word)
  }

  /// Words after which a predicate is beyond dispute: "not the only", "no doubt", "comes at".
  private static let beyond: Set<String> = [
    "only", "dispute", "doubt", "secret", "wonder", "surprise", "coincidence", "surprising", "felt",
    "hopeful", "comes", "come", "easy", "gets", "origins", "origin", "situated", "supports",
    "intended",
    "explicit", "interested", "notable", "first", "latest", "hope", "hopes", "final", "preoccupied",
    "already", "located", "busy",
  ]

  /// Words with which a clause takes back what it says, adds to what was said, or says what everybody knows.
  private static let qualifying: Set<String> = [
    "some", "likely", "may", "might", "tend", "tends", "often", "sometimes", "certain", "another",
    "other", "others", "considered", "known", "called", "seen", "remember", "possible", "seem",
    "seems", "appear", "appears", "exactly", "question", "questions", "unclear", "continue",
    "continues", "including", "similar", "one",
  ]
  private static let evidentOf: Set<String> = [
    "clear", "easy", "hard", "difficult", "obvious", "evident", "true", "not", "far", "interesting",
    "ironic", "worth", "unfortunate", "time", "no", "important", "now", "up", "about",
  ]

  private static let weighing: Categories = [
    .good, .bad, .universal, .effect, .issue, .principle, .conclusion, .comparison, .booster,
  ]
}
