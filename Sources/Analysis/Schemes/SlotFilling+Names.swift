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

  /// Everything before the verb where that is a subject with a clause of its own: "a lamp that shines on
  /// nobody".
  func longSubject(endingAt end: Int) -> String? {
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

  /// A vague number or frequency with its noun: "most voters", "increasingly".
  func amount(_ cue: Range<Int>) -> String? {
    guard !isOpenBracket(cue), mainClause.map({ holdsCue($0, cue) }) ?? true else { return nil }
    let next = cue.upperBound
    if Self.alone.contains(tokens[cue].last?.word ?? "") { return phrase.string(cue).lowercased() }
    guard next < tokens.count, !tokens[next].followsMark else { return nil }
    var end = next
    while end < tokens.count, end - next < 3, end == next || !tokens[end].followsMark,
      tokens[end].categories.isDisjoint(with: .function)
        || end == next && Self.determinersAfterOf.contains(tokens[end].word),
      !isFiniteWord(tokens[end]),
      !Self.verbs.contains(tokens[end].word), end == next || !tokens[end].form.contains(.endsInEd)
    {
      end += 1
    }
    // "Most nearby dive": what is not said to be plural may be anything.
    guard end > next, isSound(next..<end), end == tokens.count || tokens[end].word != "and",
      tokens[end - 1].form.contains(.endsInS)
        || Self.crowds.contains(tokens[end - 1].word) || tokens[cue].last?.word == "of",
      !tokens[end - 1].form.contains(.superlative)
    else {
      return nil
    }
    let words = phrase.string(cue.lowerBound..<end)
    return tokens[cue].first?.range == tokens.first?.range
      ? words.prefix(1).lowercased() + words.dropFirst() : words
  }

  private static let crowds: Set<String> = ["people", "women", "men", "children", "voters"]
  private static let verbs: Set<String> = [
    "contribute", "dive", "believe", "say", "see",
    "end", "come", "want", "live", "go", "work", "think",
  ]
  private static let alone: Set<String> = [
    "increasingly", "often", "rarely", "frequently", "seldom", "routinely", "widely",
  ]
  private static let determinersAfterOf: Set<String> = [
    "the", "its", "their", "our", "these", "those",
  ]

  private func isFiniteWord(_ token: Phrase.Token) -> Bool {
    !token.categories.isDisjoint(
      with: [.present, .pastVerb, .pastAuxiliary, .necessity, .future, .possibility, .preposition])
  }
}
