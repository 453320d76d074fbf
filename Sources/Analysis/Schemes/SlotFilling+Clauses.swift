/// Whole clauses that a question can hand on after "that" or "if".
extension SlotFilling {
  /// The main clause of a claim, as it stands after "that": "the toll hurts the poor".
  ///
  /// Of "X, but Y" it is Y, of "X, because Y" it is X: what the author holds.
  func mainClauseWords() -> String? {
    guard let range = mainClause, isQuotable(range) else { return nil }
    return withoutSentenceCapital(range)
  }

  func plainClause() -> String? {
    guard let range = mainClause, (6...30).contains(range.count), isQuotable(range),
      range.dropFirst().first(where: { isFinite(tokens[$0]) }).map({
        tokens[$0].categories.isDisjoint(with: [.pastVerb, .pastAuxiliary])
      }) ?? true,
      tokens[range].dropFirst().count(where: \.followsMark) < 2,
      !tokens[range].contains(where: {
        [
          "therefore", "though", "too", "may", "might", "could", "perhaps", "probably", "however",
          "mean", "say",
        ].contains($0.word)
      }),
      range.upperBound == tokens.count || !tokens[range.upperBound - 1].form.contains(.endsInLy)
    else { return nil }
    return withoutSentenceCapital(range)
  }

  /// The main clause where it holds the cue and not in a clause that hangs on it: only then is the
  /// question about what the claim says.
  func statement(holding cue: Range<Int>) -> String? {
    guard let range = mainClause,
      range.lowerBound <= cue.lowerBound && cue.upperBound <= range.upperBound,
      !tokens[range.lowerBound..<cue.lowerBound].dropFirst().contains(where: {
        $0.isHanger || Self.subordinators.contains($0.word)
      }), isQuotable(range)
    else { return nil }
    return withoutSentenceCapital(range)
  }

  /// Whether a clause reads well after "that".
  private func isQuotable(_ range: Range<Int>) -> Bool {
    let first = tokens[range.lowerBound].word
    return !["one", "that", "that's"].contains(first) && !Self.hangers.contains(first)
  }

  func findMainClause() -> Range<Int>? {
    var starts: [Int] = []
    for index in tokens.indices.dropFirst()
    where tokens[index].followsMark && ["but", "yet", "so"].contains(tokens[index].word) {
      starts.append(index + 1)
    }
    starts.append(leadIn)
    starts += startsAfterLeadingWords
    for start in starts {
      if let range = clauseRange(from: start, limit: Self.longestClause),
        withoutSentenceCapital(range) != nil
      {
        return range
      }
    }
    return nil
  }

  /// Where the main clause may begin after "While …,", "In 2008,", "Having lost it,", "Manners aside,".
  private var startsAfterLeadingWords: [Int] {
    guard leadIn + 1 < tokens.count else { return [] }
    let first = tokens[leadIn]
    // "Today it has the will": no comma.
    if ["today", "now", "then"].contains(first.word),
      Self.starters.contains(tokens[leadIn + 1].word)
    {
      return [leadIn + 1]
    }
    let commas = tokens.indices.dropFirst(leadIn + 1).filter {
      tokens[$0].followsMark && !tokens[$0].opensClause
    }
    if first.word == "if", let then = tokens.firstIndex(where: { $0.word == "then" }) {
      return [then + 1]
    }
    guard
      Self.leadingWords.contains(first.word) || first.form.contains(.endsInIng)
        || first.form.contains(.endsInLy)
    else { return [] }
    return commas.filter {
      Self.starters.contains(tokens[$0].word)
        || !tokens[leadIn..<$0].dropFirst().contains(where: \.followsMark)
    }
  }

  static let leadingWords: Set<String> = [
    "while", "although", "though", "when", "since", "as", "if", "because", "after", "before",
    "once", "until", "unless", "whereas", "in", "by", "for", "with", "without", "on", "at", "from",
    "under", "during", "despite", "given", "instead", "unlike", "like", "beyond", "across",
    "among", "over", "through", "throughout", "until", "whether", "even", "rather", "like",
    "today", "now", "here", "absent", "aside", "well", "yes", "no", "so", "not", "then", "second",
    "third", "add", "thus", "hence", "later", "soon", "once", "worse", "better", "true", "to",
    "amid", "above", "more", "most", "far", "far-reaching", "last",
  ]

  /// What stands after "because" or ", since".
  func reason() -> String? {
    for index in tokens.indices.dropLast(2) {
      let word = tokens[index].word
      guard word == "because" || word == "since" && tokens[index].followsMark,
        tokens[index + 1].word != "of"
      else { continue }
      return clause(from: index + 1, limit: Self.longestClause)
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

  /// The main clause after a condition: "the island will lose its school".
  func consequent() -> String? {
    guard let range = mainClause, range.lowerBound > leadIn,
      tokens.indices.contains(leadIn), tokens[leadIn].word == "if",
      !tokens[range].contains(where: {
        !$0.categories.isDisjoint(with: [.necessity]) || $0.word == "can"
      })
    else { return nil }
    if let modal = range.first(where: { ["could", "may", "might"].contains(tokens[$0].word) }) {
      return foreseen(modal..<modal + 1)
    }
    return withoutSentenceCapital(range)
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
    "is",
    "shows", "show", "showed", "suggests", "suggest", "indicates", "indicate", "demonstrates",
    "demonstrate", "proves", "prove", "reveals", "means", "sign", "signs", "evidence", "proof",
  ]

  private static let shortestClause = 3
  /// More words than these are hard to follow inside a question.
  private static let longestClause = 34

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

  private static let coordinators: Set<String> = ["but", "and", "so", "yet", "or", "perhaps", "no"]
  private static let connectives: [[String]] = [
    ["perhaps"], ["otherwise"], ["similarly"], ["likewise"], ["conversely"], ["consequently"],
    ["again"], ["equally"], ["admittedly"], ["even", "so"], ["in", "addition"], ["above", "all"],
    ["at", "best"], ["to", "be", "sure"], ["what", "is", "more"], ["for", "one", "thing"],
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
    ["it", "is", "obvious", "that"], ["no", "wonder"], ["no", "doubt"], ["as", "a", "result"],
  ]

  /// The clause that begins at `start` and goes to the next mark or the word that begins another one.
  ///
  /// - Parameter isSure: Whether the word before tells that a clause begins.
  private func clause(from start: Int, limit: Int, isSure: Bool = false) -> String? {
    clauseRange(from: start, limit: limit, isSure: isSure).flatMap(withoutSentenceCapital)
  }

  private func clauseRange(from start: Int, limit: Int, isSure: Bool = false) -> Range<Int>? {
    guard start < tokens.count else { return nil }
    var end = start + 1
    var cut: Int?
    while end < tokens.count, end - start <= limit {
      if endsStatement(end, from: start), !isInside(end, from: start) { break }
      // "On the one hand X and on the other hand, Y" says X.
      if tokens[end].word == "and",
        tokens[end...].dropFirst().prefix(3).map(\.word) == ["on", "the", "other"]
      {
        break
      }
      if Self.droppable.contains(tokens[end].word), end - start >= 6, !tokens[end].followsMark {
        cut = end
      }
      end += 1
    }
    // Of a clause that is too long a last relative clause can be left off.
    if end - start > limit, let cut, hasFiniteVerb(start..<cut) { end = cut }
    guard end - start >= Self.shortestClause else { return nil }
    // After a plain comma a list or an aside may go on, without which the clause is not whole.
    if end < tokens.count, tokens[end].followsMark {
      let isAside = isBracketed(end) || tokens[end].opensClause && isDashAside(end)
      guard isAside ? isComplete(start..<end) : true,
        isAside || tokens[end].opensClause || Self.nextClause.contains(tokens[end].word)
          || Self.asides.contains(tokens[end].word)
            && !(Self.inserted.contains(tokens[end].word)
              && tokens[(end + 1)...].contains(where: \.followsMark))
          || hasFiniteVerb(start..<end)
            && (opensApposition(end) && isComplete(start..<end)
              || tokens[end].form.contains(.endsInIng) || endsInFragment(from: end))
      else { return nil }
      if tokens[end].word == "if", end + 1 < tokens.count, tokens[end + 1].word == "not" {
        return nil
      }
      // "a new, equally good plan"
      if tokens[end - 1].form.contains(.adjective)
        || Self.plainAdjectives.contains(tokens[end - 1].word),
        !Self.asides.contains(tokens[end].word)
      {
        return nil
      }
      // "a hard, but happy life"
      if ["and", "but", "yet", "so", "or"].contains(tokens[end].word),
        !tokens[end...].dropFirst().prefix(12).contains(where: isFinite),
        tokens[end - 1].form.contains(.adjective) || tokens[end - 1].form.contains(.endsInIng)
          || ["a", "an", "the"].contains(tokens[end - 2].word) && tokens[end].word == "yet"
      {
        return nil
      }
      // "not just X, but Y", "the more …, the more …"
      let before = tokens[start..<end].map(\.word)
      if zip(before, before.dropFirst()).contains(where: { $0 == "not" && Self.only.contains($1) })
        || before.prefix(2).elementsEqual(["the", "more"])
      {
        return nil
      }
    }
    guard isClause(start..<end, limit: limit, isSure: isSure) else { return nil }
    return start..<end
  }

  /// Whether what follows a comma is a last aside without a verb: ", useful in some cases."
  private func endsInFragment(from index: Int) -> Bool {
    (tokens[index].categories.contains(.preposition)
      || !tokens[index].form.isDisjoint(with: [.adjective, .endsInLy, .endsInEd])
        && index + 1 < tokens.count && tokens[index + 1].categories.contains(.preposition))
      && !tokens[index...].contains(where: isFinite)
      && !tokens[index...].dropFirst().contains(where: \.followsMark)
  }

  /// Whether what follows a comma is said of what stands before it, "…, a thing that nobody wants", or is
  /// a statement of its own, "…, the boats are gone".
  private func opensApposition(_ index: Int) -> Bool {
    if ["a", "an", "something", "one"].contains(tokens[index].word) { return true }
    return Self.statementStarters.contains(tokens[index].word)
      && tokens[index...].dropFirst().prefix(5).contains(where: isFinite)
  }

  private static let plainAdjectives: Set<String> = [
    "new", "good", "short", "long", "paying", "loving",
  ]

  private static let droppable: Set<String> = [
    "who", "which", "where", "whose", "while", "when", "as", "because", "since", "although", "so",
  ]

  private static let only: Set<String> = ["just", "only", "merely", "simply"]

  static let nextClause: Set<String> = [
    "and", "but", "yet", "so", "because", "since", "while", "whereas", "although", "though",
    "unless", "if", "when", "nor", "for",
  ]

  /// What follows a comma and may be left off where nothing follows it.
  static let asides: Set<String> = [
    "which", "who", "where", "not", "including", "particularly", "especially", "with", "without",
    "thus", "as", "even", "or", "whose", "despite", "rather", "instead", "according",
  ]

  /// Those that are put in between more often than at the end: "as poor boys, especially these, leave".
  static let inserted: Set<String> = [
    "though", "however",
    "including", "particularly", "especially", "as", "even", "or", "not",
  ]

  /// What is granted before the main clause: what follows "although" or "while" at the beginning.
  func granted() -> String? {
    let first = tokens.indices[min(leadIn, tokens.count)...].first
    guard var start = first, start + 2 < tokens.count else { return nil }
    if tokens[start].word == "even" { start += 1 }
    guard ["although", "though", "while"].contains(tokens[start].word),
      !tokens[start + 1].form.contains(.endsInIng), mainClause != nil
    else { return nil }
    let end = tokens.indices[(start + 1)...].dropFirst().first { tokens[$0].followsMark }
    guard let end, isClause(start + 1..<end, limit: Self.longestClause),
      !tokens[end].opensClause
    else { return nil }
    return phrase.string(start + 1..<end)
  }

  /// Whether a statement that began at `start` has ended before a token.
  func endsStatement(_ index: Int, from start: Int) -> Bool {
    let token = tokens[index]
    if token.followsMark { return true }
    if ["because", "although", "though", "whereas"].contains(token.word) { return true }
    if token.word == "and", index + 1 < tokens.count,
      ["while", "although", "if"].contains(tokens[index + 1].word)
    {
      return true
    }
    // "X has done this and its rival has done that", "X will do this as it must do that".
    if token.word == "and", index - start >= 4, index + 3 < tokens.count,
      tokens[index + 1].form.contains(.endsInIng), hasFiniteVerb(max(0, start)..<index),
      tokens[(index + 2)...].prefix(6).contains(where: {
        ["is", "are", "was", "were"].contains($0.word)
      })
    {
      return true
    }
    guard ["and", "but", "as"].contains(token.word), index - start >= 4, index + 2 < tokens.count,
      Self.statementStarters.contains(tokens[index + 1].word), hasFiniteVerb(max(0, start)..<index)
    else { return false }
    let rest = tokens[(index + 2)...].prefix(6).prefix { !$0.followsMark }
    return rest.contains(where: isFinite)
  }

  static let statementStarters: Set<String> = [
    "it", "they", "he", "she", "we", "this", "its", "their", "the", "there", "these", "that", "our",
    "his", "her", "no", "some", "many", "most", "a", "an", "those", "all", "yet",
  ]

  /// Whether words are a statement that can be understood beside its sentence.
  private func isClause(_ range: Range<Int>, limit: Int, isSure: Bool = false) -> Bool {
    guard (Self.shortestClause...limit).contains(range.count), let first = tokens[range].first,
      let last = tokens[range].last, !Self.loose.contains(last.word),
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
    if isFinite(first), tokens[range.lowerBound + 1].word != "of" { return false }
    if first.categories.contains(.pastVerb) { return false }
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
    // "government spending has fallen"
    return range.dropFirst().prefix(4).first {
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
    "under", "any", "people", "one", "both", "others", "another", "neither", "such", "more", "much",
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
