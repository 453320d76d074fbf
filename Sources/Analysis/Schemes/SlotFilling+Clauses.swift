/// Whole clauses that a question can hand on after "that" or "if".
extension SlotFilling {
  /// The main clause of a short claim, as it stands after "that": "the toll hurts the poor".
  ///
  /// Of "X, but Y" it is Y, of "X, because Y" it is X: what the author holds.
  func mainClause() -> String? {
    var starts: [Int] = []
    for index in tokens.indices.dropFirst()
    where tokens[index].followsMark && ["but", "yet", "so"].contains(tokens[index].word) {
      starts.append(index + 1)
    }
    starts.append(leadIn)
    starts += startsAfterLeadingWords
    for start in starts {
      if let clause = clause(from: start, limit: Self.longestClause) { return clause }
    }
    return nil
  }

  /// Where the main clause may begin after "While …,", "In 2008,", "Having lost it,".
  private var startsAfterLeadingWords: [Int] {
    guard leadIn < tokens.count else { return [] }
    let first = tokens[leadIn]
    guard
      Self.leadingWords.contains(first.word) || first.form.contains(.endsInIng)
        || first.form.contains(.endsInLy)
    else { return [] }
    return tokens.indices.dropFirst(leadIn + 1).filter {
      tokens[$0].followsMark && !tokens[$0].opensClause
    }
  }

  private static let leadingWords: Set<String> = [
    "while", "although", "though", "when", "since", "as", "if", "because", "after", "before",
    "once", "until", "unless", "whereas", "in", "by", "for", "with", "without", "on", "at", "from",
    "under", "during", "despite", "given", "instead", "unlike", "like", "beyond", "across",
    "among", "over", "through", "throughout", "until", "whether", "even", "rather", "like",
  ]

  /// What stands after "because" or ", since".
  func reason() -> String? {
    for index in tokens.indices.dropLast(2) {
      let word = tokens[index].word
      guard word == "because" || word == "since" && tokens[index].followsMark,
        tokens[index + 1].word != "of"
      else { continue }
      return clause(from: index + 1, limit: Self.longestClause, isSure: true)
    }
    return nil
  }

  /// What stands after "if".
  func condition() -> String? {
    for index in tokens.indices.dropLast(2) where tokens[index].word == "if" {
      if index > 0, ["even", "only", "as", "what"].contains(tokens[index - 1].word) { return nil }

      let start = index + 1
      let mark = tokens[start...].indices.first { tokens[$0].followsMark && !isQuoted($0) }
      // Before a main clause the comma tells where the condition ends.
      if index <= leadIn + 1, mark == nil { return nil }
      let end = mark ?? tokens.count
      guard isClause(start..<end, limit: Self.longestClause, isSure: true),
        tokens[start..<end].count(where: { ["is", "are", "was", "were"].contains($0.word) }) < 2
      else { return nil }
      return phrase.string(start..<end)
    }
    return nil
  }

  /// What something is said to show.
  func finding() -> String? {
    for index in tokens.indices.dropLast(2) where Self.showing.contains(tokens[index].word) {
      guard tokens[index + 1].word == "that" else { continue }
      return clause(from: index + 2, limit: Self.longestClause, isSure: true)
    }
    return nil
  }

  private static let showing: Set<String> = [
    "shows", "show", "showed", "suggests", "suggest", "indicates", "indicate", "demonstrates",
    "demonstrate", "proves", "prove", "reveals", "means", "sign", "signs", "evidence", "proof",
  ]

  /// More words than these are hard to follow inside a question.
  private static let longestClause = 22

  static func leadIn(of tokens: [Phrase.Token]) -> Int {
    var index = 0
    while index < 4, let length = connective(of: tokens, at: index) { index += length }
    return index
  }

  /// How many tokens a connective takes that stands at `index`, or `nil`.
  private static func connective(of tokens: [Phrase.Token], at index: Int) -> Int? {
    connectives.first { connective in
      let next = index + connective.count
      guard next < tokens.count,
        tokens[index..<next].map(\.word) == connective
      else { return false }
      return coordinators.contains(connective[0]) || connective.last == "that"
        || tokens[next].followsMark
    }?.count
  }

  private static let coordinators: Set<String> = ["but", "and", "so", "yet", "or"]
  private static let connectives: [[String]] = [
    ["but"], ["and"], ["so"], ["yet"], ["or"], ["still"], ["indeed"], ["moreover"], ["however"],
    ["therefore"], ["thus"], ["hence"], ["clearly"], ["meanwhile"], ["finally"], ["besides"],
    ["furthermore"], ["nevertheless"], ["nonetheless"], ["ultimately"], ["first"], ["second"],
    ["third"], ["rather"], ["sadly"], ["unfortunately"], ["of", "course"], ["in", "fact"],
    ["in", "truth"], ["in", "short"], ["after", "all"], ["in", "reality"],
    ["in", "other", "words"],
    ["for", "example"], ["for", "instance"], ["i", "think", "that"], ["i", "believe", "that"],
    ["the", "truth", "is", "that"], ["the", "fact", "is", "that"], ["the", "point", "is", "that"],
    ["there", "is", "no", "doubt", "that"], ["it", "is", "safe", "to", "say", "that"],
    ["it", "is", "true", "that"], ["it", "is", "clear", "that"], ["it", "seems", "that"],
    ["there", "can", "be", "little", "doubt", "that"],
    ["we", "need", "to", "be", "honest", "with", "ourselves"],
    ["it", "must", "be", "said", "that"], ["it", "is", "no", "surprise", "that"],
    ["the", "reality", "is", "that"], ["the", "problem", "is", "that"], ["and", "yet"],
    ["it", "is", "obvious", "that"], ["no", "wonder"], ["as", "a", "result"],
  ]

  /// The clause that begins at `start` and goes to the next mark or the word that begins another one.
  ///
  /// - Parameter isSure: Whether the word before tells that a clause begins.
  private func clause(from start: Int, limit: Int, isSure: Bool = false) -> String? {
    guard start < tokens.count else { return nil }
    let end =
      tokens[(start + 1)...].indices.first { endsStatement($0, from: start) } ?? tokens.count
    // After a plain comma a list or an aside may go on, without which the clause is not whole.
    if end < tokens.count, tokens[end].followsMark, !tokens[end].opensClause,
      !Self.nextClause.contains(tokens[end].word)
    {
      guard Self.asides.contains(tokens[end].word) || tokens[end].form.contains(.endsInIng),
        !tokens[(end + 1)...].contains(where: \.followsMark)
      else { return nil }
    }
    guard isClause(start..<end, limit: limit, isSure: isSure) else { return nil }
    return withoutSentenceCapital(start..<end)
  }

  private static let nextClause: Set<String> = [
    "and", "but", "yet", "so", "because", "since", "while", "whereas", "although", "though",
    "unless", "if", "when", "nor",
  ]

  /// What follows a comma and may be left off where nothing follows it.
  private static let asides: Set<String> = [
    "which", "who", "where", "not", "including", "particularly", "especially", "with", "without",
    "thus", "as", "even", "or",
  ]

  /// Whether a statement that began at `start` has ended before a token.
  func endsStatement(_ index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    if token.followsMark { return true }
    if ["because", "although", "though", "whereas"].contains(token.word) { return true }
    // "X has done this and its rival has done that", "X will do this as it must do that".
    guard ["and", "but", "as"].contains(token.word), index - start >= 4, index + 2 < tokens.count,
      Self.statementStarters.contains(tokens[index + 1].word), hasFiniteVerb(max(0, start)..<index)
    else { return false }
    let rest = tokens[(index + 2)...].prefix(6).prefix { !$0.followsMark }
    return rest.contains(where: isFinite)
  }

  private static let statementStarters: Set<String> = [
    "it", "they", "he", "she", "we", "this", "its", "their", "the", "there", "these", "that",
  ]

  /// Whether words are a statement that can be understood beside its sentence.
  private func isClause(_ range: Range<Int>, limit: Int, isSure: Bool = false) -> Bool {
    guard (3...limit).contains(range.count), let first = tokens[range].first,
      let last = tokens[range].last, !Self.loose.contains(last.word),
      !tokens[range].contains(where: {
        !$0.categories.isDisjoint(with: [.singular, .reader]) || $0.word == "let's"
      }),
      range.dropFirst().allSatisfy({ !tokens[$0].followsMark }), !isQuoted(range.lowerBound),
      range.upperBound == tokens.count || !isQuoted(range.upperBound), !endsInQuotation(range)
    else { return false }
    return beginsWithSubject(range, first) && (isSure || hasFiniteVerb(range))
  }

  private func beginsWithSubject(_ range: Range<Int>, _ first: Phrase.Token) -> Bool {
    if Self.starters.contains(first.word) { return true }
    guard first.categories.isDisjoint(with: .function), !first.form.contains(.endsInIng),
      !first.form.contains(.endsInEd), !first.form.contains(.endsInLy)
    else { return false }
    if first.form.contains(.number) || !first.isCapitalized || range.lowerBound > 0 {
      return first.form.contains(.endsInS) || first.isCapitalized
        || isFinite(tokens[range.lowerBound + 1])
    }
    return first.form.contains(.endsInS) || isFinite(tokens[range.lowerBound + 1])
      || capitals.use(of: first.word) == .name
  }

  private static let starters: Set<String> = [
    "the", "a", "an", "this", "these", "those", "it", "they", "he", "she", "we", "there",
    "his", "her", "its", "their", "our", "no", "every", "each", "all", "some", "many", "most",
    "few", "nobody", "nothing", "everyone", "everybody", "everything", "in", "on", "at",
    "under", "any", "people", "one",
  ]

  /// Whether there is a finite verb besides those of clauses that hang on others: "the idea that it is
  /// so" has none.
  private func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    let hanging = range.dropFirst().count { Self.hangers.contains(tokens[$0].word) }
    return range.dropFirst().count(where: isVerb) > hanging
  }

  private static let hangers: Set<String> = [
    "that", "which", "who", "what", "how", "whether", "if", "when", "why", "where", "whose",
  ]

  private func isVerb(_ index: Int) -> Bool {
    isFinite(tokens[index])
      || !tokens[index].categories.isDisjoint(with: [.effect, .motive, .speech])
        && (tokens[index].form.contains(.endsInS) || tokens[index].form.contains(.endsInEd))
  }

  private func isFinite(_ token: Phrase.Token) -> Bool {
    !token.categories.isDisjoint(
      with: [.present, .pastVerb, .pastAuxiliary, .necessity, .future, .possibility])
      && !["not", "perhaps", "possibly", "maybe", "been", "being"].contains(token.word)
  }

  /// Whether a quotation mark or a bracket stands before a token.
  private func isQuoted(_ index: Int) -> Bool {
    let start =
      index > 0 ? tokens[index - 1].range.upperBound : max(0, tokens[index].range.lowerBound - 3)
    return phrase.utf8[start..<tokens[index].range.lowerBound].contains {
      [0x22, 0x28, 0x5B, 0x9C, 0x98].contains($0)
    }
  }

  private func endsInQuotation(_ range: Range<Int>) -> Bool {
    guard let last = tokens[range].last else { return false }
    let end = last.range.upperBound
    return phrase.utf8[end..<min(phrase.utf8.count, end + 4)].prefix { $0 != 0x20 && $0 != 0x0A }
      .contains { [0x22, 0x29, 0x9D].contains($0) }
  }
}
