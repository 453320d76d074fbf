/// Whole clauses that a question can hand on after "that" or "if".
extension SlotFilling {
  /// The main clause of a claim, as it stands after "that": "the toll hurts the poor".
  ///
  /// Of "X, but Y" it is Y, of "X, because Y" it is X: what the author holds.
  func mainClauseWords() -> String? {
    guard let range = mainClause, isQuotable(range) else { return nil }
    return withLead(withoutAssurances(range))
  }

  func plainClause() -> String? {
    guard let range = mainClause, (5...30).contains(range.count), isQuotable(range),
      tokens[range].dropFirst().count(where: \.followsMark) < 3,
      !tokens[range].contains(where: { Self.unsure.contains($0.word) }),
      range.upperBound == tokens.count || !tokens[range.upperBound - 1].form.contains(.endsInLy)
    else { return nil }
    return withLead(withoutAssurances(range))
  }

  /// Words by which a clause says itself that it may be otherwise, or goes on from another.
  private static let unsure: Set<String> = [
    "therefore", "though", "too", "may", "might", "could", "perhaps", "probably", "however", "mean",
    "say", "because", "then", "indeed", "expected", "supposed", "hardly",
  ]

  /// The main clause where it holds the cue and not in a clause that hangs on it: only then is the
  /// question about what the claim says.
  func statement(holding cue: Range<Int>) -> String? {
    guard let range = mainClause, holdsCue(range, cue), isQuotable(range) else { return nil }
    return withLead(withoutAssurances(range))
  }

  /// The words of a clause without the "clearly" that a question about it cannot take over.
  private func withoutAssurances(_ range: Range<Int>) -> String? {
    guard var words = withoutSentenceCapital(range) else { return nil }
    let start = tokens[range.lowerBound].range.lowerBound
    for index in range.dropFirst().dropLast().reversed()
    where Self.dropped.contains(tokens[index].word) && !tokens[index].followsMark
      && !tokens[index + 1].followsMark && tokens[index - 1].word != "not"
    {
      let before = words.utf8.prefix(tokens[index].range.lowerBound - start)
      let after = words.utf8.dropFirst(tokens[index + 1].range.lowerBound - start)
      words = String(decoding: Array(before) + Array(after), as: UTF8.self)
    }
    return words
  }

  private static let dropped: Set<String> = [
    "clearly", "certainly", "surely", "undoubtedly", "obviously", "also", "really", "truly",
    "actually", "definitely", "plainly", "evidently", "unquestionably", "indeed", "doubtless",
  ]

  func holdsCue(_ range: Range<Int>, _ cue: Range<Int>) -> Bool {
    range.lowerBound <= cue.lowerBound && cue.upperBound <= range.upperBound
      && !tokens[range.lowerBound..<cue.lowerBound].dropFirst().contains {
        $0.isHanger || Self.subordinators.contains($0.word)
      }
  }

  /// Words with what stands before the main clause and belongs to it.
  func withLead(_ words: String?) -> String? {
    guard let lead else { return words }
    let opening = phrase.string(lead)
    return words.map { opening.prefix(1).lowercased() + opening.dropFirst() + ", " + $0 }
  }

  /// Whether a clause reads well after "that".
  func isQuotable(_ range: Range<Int>) -> Bool {
    let first = tokens[range.lowerBound].word
    return !["one", "that", "that's"].contains(first) && !Self.hangers.contains(first)
      && isWholeThought(range)
  }

  /// Whether nothing in a clause depends on what it was cut from or says only half: no "however" put in,
  /// no "not only", no "on the one hand".
  func isWholeThought(_ range: Range<Int>) -> Bool {
    !isFigurative(range) && !isPartedFromVerb(range)
      && !range.contains { index in
        let word = tokens[index].word
        if index > range.lowerBound, tokens[index].followsMark, Self.insertions.contains(word) {
          return true
        }
        guard index + 1 < range.upperBound else { return Self.trailing.contains(word) }
        let next = tokens[index + 1].word
        if Self.auxiliaries.contains(word), tokens[index + 1].followsMark { return true }
        return word == "not" && (Self.only.contains(next) || next == "so")
          || word == "only"
            && ["where", "when", "if", "after", "once", "then", "by"].contains(next)
          || word == "one" && next == "hand" || word == "other" && next == "hand"
          || word == "nothing" && next == "but" && index + 2 == range.upperBound
      }
  }

  /// Whether a lone comma parts subject and verb, "the lack of boats, could …": what it closes, or opens, is
  /// not told.
  private func isPartedFromVerb(_ range: Range<Int>) -> Bool {
    guard let verb = range.dropFirst().first(where: { isVerb($0) }), tokens[verb].followsMark else {
      return false
    }
    return tokens[range.lowerBound..<verb].dropFirst().allSatisfy { !$0.followsMark }
  }

  private static let insertions: Set<String> = [
    "however", "though", "then", "therefore", "thus", "nevertheless", "nonetheless", "moreover",
    "indeed", "instead", "by", "too",
  ]
  private static let trailing: Set<String> = ["too", "though", "however", "either", "also"]

  /// What stands after "because" or ", since".
  func reason() -> String? {
    for index in tokens.indices.dropLast(2) {
      let word = tokens[index].word
      guard word == "because" || word == "since" && tokens[index].followsMark,
        tokens[index + 1].word != "of"
      else { continue }
      return clauseRange(from: index + 1, limit: Self.longestClause).flatMap {
        isStory($0) ? nil : withoutSentenceCapital($0)
      }
    }
    return nil
  }

  /// Whether the sentence says what it gives the reason for. "This is because it rains", "Because it
  /// rains." give one for what another sentence says.
  var saysWhatFollows: Bool {
    guard let index = tokens.firstIndex(where: { $0.word == "because" }) else { return true }
    if index > leadIn {
      let before = tokens[index - 1].word
      return !Self.copulas.contains(before) && !["that's", "it's"].contains(before)
    }
    return mainClause != nil
  }

  /// Whether a clause only tells what happened: in the past, and nothing in it is judged.
  func isStory(_ range: Range<Int>) -> Bool {
    guard let verb = range.dropFirst().first(where: { isFinite(tokens[$0]) }) else { return false }
    return !tokens[verb].categories.isDisjoint(with: [.pastVerb, .pastAuxiliary])
      && tokens[range].allSatisfy {
        $0.categories.isDisjoint(with: [.good, .bad, .universal, .effect, .principle])
      }
  }

  /// What something is said to show.
  func finding() -> String? {
    for index in tokens.indices.dropLast(2) where Self.showing.contains(tokens[index].word) {
      guard tokens[index + 1].word == "that" else { continue }
      // What somebody suggests is no evidence.
      if tokens[index].word.hasPrefix("suggest"), index > 0,
        tokens[index - 1].isCapitalized && index > 1
          || ["he", "she", "they", "who", "critics"].contains(tokens[index - 1].word)
          || index == 1 && capitals.use(of: tokens[0].word) == .name
      {
        return nil
      }
      // "The outline of their position is that": what others hold is not shown by anything.
      if tokens[..<index].contains(where: { Self.held.contains($0.word) }) { return nil }
      // "Nothing shows that", "there is no sign that"
      if tokens[..<index].contains(where: { $0.categories.contains(.negation) }) { return nil }
      return clauseRange(from: index + 2, limit: Self.longestClause, isSure: true).flatMap {
        isStory($0) ? nil : withoutSentenceCapital($0)
      }
    }
    return nil
  }

  private static let held: Set<String> = [
    "position", "view", "argument", "theory", "contention", "stance", "belief", "opinion",
  ]
  private static let showing: Set<String> = [
    "is",
    "shows", "show", "showed", "demonstrated", "proved", "confirmed", "confirms", "suggests",
    "suggest", "indicates", "indicate", "demonstrates",
    "demonstrate", "proves", "prove", "reveals", "means", "sign", "signs", "evidence", "proof",
  ]

  private static let shortestClause = 3
  /// More words than these are hard to follow inside a question.
  static let longestClause = 34

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
      return coordinators.contains(connective[0]) || ["that", "why"].contains(connective.last)
        || tokens[next].followsMark
    }?.count
  }

  private static let coordinators: Set<String> = [
    "but", "and", "so", "yet", "or", "perhaps", "no", "thus", "indeed", "maybe",
  ]
  private static let connectives: [[String]] = [
    ["on", "the", "contrary"], ["sure", "enough"], ["that's", "why"],
    ["it", "is", "important", "to", "remember", "that"],
    ["one", "should", "not", "forget", "that"],
    ["perhaps"], ["maybe"], ["otherwise"], ["similarly"], ["likewise"], ["conversely"],
    ["consequently"],
    ["again"], ["equally"], ["admittedly"], ["even", "so"], ["instead"], ["in", "addition"],
    ["above", "all"],
    ["at", "best"], ["to", "be", "sure"], ["what", "is", "more"], ["for", "one", "thing"],
    ["so", "far"], ["thus", "far"], ["as", "such"], ["at", "the", "same", "time"], ["but"], ["and"],
    ["so"], ["yet"], ["or"], ["still"],
    ["indeed"], ["moreover"], ["however"],
    ["therefore"], ["thus"], ["hence"], ["clearly"], ["meanwhile"], ["finally"], ["besides"],
    ["furthermore"], ["nevertheless"], ["nonetheless"], ["ultimately"], ["first"], ["second"],
    ["third"], ["rather"], ["sadly"], ["unfortunately"], ["of", "course"], ["in", "fact"],
    ["in", "truth"], ["in", "short"], ["after", "all"], ["in", "reality"],
    ["in", "other", "words"],
    ["for", "example"], ["for", "instance"], ["i", "think", "that"], ["i", "believe", "that"],
    ["the", "truth", "is", "that"], ["the", "fact", "is", "that"], ["the", "point", "is", "that"],
    ["there", "is", "no", "doubt", "that"], ["it", "is", "safe", "to", "say", "that"],
    ["it", "is", "clear", "that"], ["it", "seems", "that"],
    ["there", "can", "be", "little", "doubt", "that"],
    ["we", "need", "to", "be", "honest", "with", "ourselves"],
    ["it", "must", "be", "said", "that"], ["it", "is", "no", "surprise", "that"],
    ["this", "is", "why"], ["that", "is", "why"], ["it", "turns", "out", "that"],
    ["it", "is", "safe", "to", "assume", "that"],
    ["it", "is", "true", "that"], ["it", "is", "evident", "that"], ["this", "means", "that"],
    ["it", "is", "no", "secret", "that"], ["there", "is", "little", "doubt", "that"],
    ["the", "reality", "is", "that"], ["the", "problem", "is", "that"], ["and", "yet"],
    ["it", "is", "obvious", "that"], ["no", "wonder"], ["no", "doubt"], ["as", "a", "result"],
  ]

  /// The clause that begins at `start` and goes to the next mark or the word that begins another one;
  /// `nil` where it may not end there.
  ///
  /// - Parameter isSure: Whether the word before tells that a clause begins.
  func clauseRange(from start: Int, limit: Int, isSure: Bool = false) -> Range<Int>? {
    guard start < tokens.count else { return nil }
    var end = start + 1
    while end < tokens.count, end - start <= limit {
      if endsStatement(end, from: start), !isInside(end, from: start) { break }
      end += 1
    }
    guard (Self.shortestClause...limit).contains(end - start), mayEnd(start..<end),
      isClause(start..<end, limit: limit, isSure: isSure)
    else { return nil }
    return start..<end
  }

  static let only: Set<String> = ["just", "only", "merely", "simply", "solely", "necessarily"]

  static let nextClause: Set<String> = [
    "and", "but", "yet", "so", "because", "since", "while", "whereas", "although", "though",
    "unless", "if", "when", "nor", "for",
  ]

  /// What follows a comma and may be left off where nothing follows it.
  static let asides: Set<String> = [
    "which", "who", "where", "not", "including", "particularly", "especially", "with", "without",
    "thus", "as", "even", "or", "whose", "despite", "rather", "instead", "according",
  ]

  /// Whether a statement that began at `start` has ended before a token.
  func endsStatement(_ index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    if token.followsMark { return true }
    if ["although", "though", "whereas"].contains(token.word) { return true }
    if token.word == "and", tokens[max(0, start)..<index].contains(where: { $0.word == "both" }) {
      return false
    }
    guard ["and", "but"].contains(token.word), index - start >= 4, index + 2 < tokens.count,
      hasFiniteVerb(max(0, start)..<index)
    else { return false }
    if ["while", "although", "if", "so", "yet"].contains(tokens[index + 1].word) { return true }
    guard Self.statementStarters.contains(tokens[index + 1].word) else { return false }
    let rest = tokens[(index + 2)...].prefix(6).prefix { !$0.followsMark }
    return rest.contains(where: isFinite)
  }

  static let statementStarters: Set<String> = [
    "it", "they", "he", "she", "we", "this", "its", "their", "the", "there", "these", "that", "our",
    "his", "her", "no", "some", "many", "most", "a", "an", "those", "all", "yet",
  ]

  /// Whether words are a statement that can be understood beside its sentence.
  func isStatement(_ range: Range<Int>) -> Bool { isClause(range, limit: Self.longestClause) }

  private func isClause(_ range: Range<Int>, limit: Int, isSure: Bool = false) -> Bool {
    guard (Self.shortestClause...limit).contains(range.count), let first = tokens[range].first,
      let last = tokens[range].last,
      range.upperBound == tokens.count || !Self.loose.contains(last.word),
      !tokens[range].contains(where: {
        !$0.categories.isDisjoint(with: [.singular, .reader]) || $0.word == "let's"
      }),
      range.dropFirst().allSatisfy({
        !tokens[$0].followsMark || isInside($0, from: range.lowerBound)
      }),
      !isQuoted(range.lowerBound),
      range.upperBound == tokens.count || !isQuoted(range.upperBound),
      !endsInQuotation(range) || hasOpenQuotation(range)
    else { return false }
    return (isBalanced(range) || endsInQuotation(range)) && beginsWithSubject(range, first)
      && (isSure || hasFiniteVerb(range) || isWholeSentence(range))
  }

  /// Whether words are all there is of a sentence, so that a verb is among them even where it is one that
  /// no list holds.
  private func isWholeSentence(_ range: Range<Int>) -> Bool {
    range.upperBound == tokens.count && range.lowerBound == leadIn && range.count >= 6
      && !tokens[range].contains { $0.isHanger }
      && tokens[range].dropFirst().contains {
        !$0.isCapitalized && !$0.form.isDisjoint(with: [.endsInS, .endsInEd])
      }
  }

  private func beginsWithSubject(_ range: Range<Int>, _ first: Phrase.Token) -> Bool {
    if ["more", "most", "less"].contains(first.word),
      tokens[range.lowerBound + 1].form.contains(.endsInLy)
    {
      return false
    }
    if Self.starters.contains(first.word) { return true }
    if Self.leadingWords.contains(first.word) { return false }
    // "fears of boats are", "fears about boats are"
    let next = tokens[range.lowerBound + 1]
    if isFinite(first), next.word != "of",
      !(first.form.contains(.endsInS) && next.categories.contains(.preposition))
    {
      return false
    }
    if first.categories.contains(.pastVerb) { return false }
    if first.form.contains(.allCapitals) { return true }
    // "Armed groups have", "Failed politics has"
    if first.form.contains(.endsInEd), next.categories.isDisjoint(with: .function), !isFinite(next)
    {
      return range.dropFirst(2).prefix(3).contains { isFinite(tokens[$0]) }
    }
    // "Defaulting on debt is no strategy", but not "Having lost, it …".
    if first.form.contains(.endsInIng), first.word.utf8.count > 5 {
      let verb = range.dropFirst().first { isFinite(tokens[$0]) && tokens[$0 - 1].word != "to" }
      return verb.map { verb in
        !tokens[range.lowerBound...verb].dropFirst().contains {
          $0.followsMark || $0.isHanger
        }
      } ?? false
    }
    guard first.categories.isDisjoint(with: .function),
      !first.form.contains(.endsInEd), !first.form.contains(.endsInLy),
      !Self.commands.contains(first.word)
    else { return false }
    if first.form.contains(.number) || first.isCapitalized || first.form.contains(.endsInS) {
      return true
    }
    // "economic analysts who"
    if first.form.contains(.adjective), next.form.contains(.endsInS),
      next.categories.isDisjoint(with: .function), !isFinite(next)
    {
      return true
    }
    // "government spending has fallen"
    return range.dropFirst().prefix(5).first {
      isFinite(tokens[$0]) || tokens[$0].isHanger
        || tokens[$0].categories.contains(.preposition)
    }.map { isFinite(tokens[$0]) } ?? false
  }

  /// Words that open commands more often than statements.
  private static let commands: Set<String> = [
    "consider", "take", "imagine", "look", "think", "let", "forget", "ask", "call", "see", "add",
    "remember", "note", "please", "thank", "just", "maybe", "perhaps", "not", "never", "sure",
  ]

  static let starters: Set<String> = [
    "the", "a", "an", "this", "these", "those", "it", "they", "he", "she", "we", "there",
    "his", "her", "its", "their", "our", "no", "every", "each", "all", "some", "many", "most",
    "few", "nobody", "nothing", "everyone", "everybody", "everything", "in", "on", "at",
    "under", "any", "much", "little", "people", "one", "both", "others", "another", "neither",
    "such", "more", "much",
    "what", "only", "several", "other", "that", "that's", "most", "those", "it's", "that's",
    "there's", "he's", "she's",
    "they're", "we're", "they've", "we've",
  ]

  /// Whether a quotation mark or a bracket stands before a token.
  func isQuoted(_ index: Int) -> Bool {
    // The quotation that ended before the sentence is not its own.
    let end = tokens[index].range.lowerBound
    let start =
      index > 0
      ? tokens[index - 1].range.upperBound
      : phrase.utf8[max(0, end - 3)..<end].lastIndex { $0 == 0x20 || $0 == 0x0A }.map { $0 + 1 }
        ?? max(0, end - 3)
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
