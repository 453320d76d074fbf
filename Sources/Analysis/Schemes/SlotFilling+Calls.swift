/// Who should do what, who is after what, what would do what.
extension SlotFilling {
  /// A call for action.
  struct Call {
    var words: String
    var actor: String?
    /// The actor as an object.
    var agent: String?
  }

  func call() -> Call? {
    for index in tokens.indices where Self.modals.contains(tokens[index].word) {
      guard let start = afterModal(index), !isNoun(modal: index) else { continue }
      // What a clause calls for that hangs on the main one is not the claim's call.
      if let clause = mainClause, clause.contains(index), let predicate, index != predicate {
        return nil
      }
      if mainClause == nil, tokens[..<index].dropFirst(leadIn + 1).contains(where: \.isHanger) {
        return nil
      }
      var verb = start
      var negation = index > 0 && tokens[index - 1].categories.contains(.negation)
      if verb < tokens.count, ["not", "never"].contains(tokens[verb].word) {
        negation = true
        verb += 1
      }
      // Only the first call for action is surely the claim's own.
      guard !negation, let words = verbPhrase(from: skippingAdverbs(verb)) else {
        return nil
      }
      let subject = subject(endingAt: index)
      let actor = subject?.nominative
      // "Nobody should" calls for the opposite.
      if let first = actor?.split(separator: " ").first?.lowercased(), Self.nobody.contains(first) {
        return nil
      }
      if isSubordinate(index) || index > 0 && tokens[index - 1].word == "one" {
        return nil
      }
      return Call(words: words, actor: actor, agent: subject?.objective)
    }
    for index in tokens.indices.dropFirst() where tokens[index].word == "time" {
      guard index + 2 < tokens.count, tokens[index + 1].word == "to",
        Self.copulas.contains(tokens[index - 1].word) || tokens[index - 1].word == "it's"
      else { continue }
      return verbPhrase(from: index + 2).map { Call(words: $0) }
    }
    return nil
  }

  /// Whether the modal stands in a clause that hangs on another: "something that we should let pass",
  /// "how they ought to respond".
  private func isSubordinate(_ modal: Int) -> Bool {
    for index in (max(min(leadIn, modal), modal - 6)..<modal).reversed() {
      if Self.relatives.contains(tokens[index].word) { return index > leadIn }
      if tokens[index].followsMark { return false }
    }
    return false
  }

  private static let relatives: Set<String> = [
    "that", "which", "who", "what", "how", "why", "when", "whether", "where", "whom", "if",
    "because", "since", "while", "although", "until", "than",
  ]
  private static let nobody: Set<String> = ["no", "nobody", "nothing", "none", "neither"]
  /// No "has to": it tells of what is so more often than it calls for it.
  private static let modals: Set<String> = ["should", "must", "ought", "needs", "need"]
  private static let semiModals: Set<String> = ["ought", "needs", "need"]

  /// Whether "need" is a noun: "the media's need to tell a story".
  func isNoun(modal index: Int) -> Bool {
    guard index > 0, tokens[index].word.hasPrefix("need") else { return false }
    let before = tokens[index - 1]
    return before.categories.contains(.article) || before.word.hasSuffix("'s")
      || isPossessive(index - 1) || before.form.contains(.adjective)
  }

  /// The token after "should", "has to" and the like.
  private func afterModal(_ index: Int) -> Int? {
    guard Self.semiModals.contains(tokens[index].word) else { return index + 1 }
    guard index + 1 < tokens.count, tokens[index + 1].word == "to" else { return nil }
    return index + 2
  }

  /// "residents being asked, lane by lane" of "Residents must be asked, lane by lane".
  func passiveCall() -> String? {
    guard let index = tokens.firstIndex(where: { Self.modals.contains($0.word) }),
      let start = afterModal(index), start + 1 < tokens.count, tokens[start].word == "be",
      let subject = nounPhrase(endingAt: index)
    else { return nil }
    let participle = tokens[start + 1]
    guard participle.form.contains(.endsInEd) || Self.participles.contains(participle.word) else {
      return nil
    }
    return wholePhrase(from: start + 1).map { subject + " being " + $0 }
  }

  private static let participles: Set<String> = [
    "made", "given", "taken", "held", "kept", "left", "told", "built", "brought", "sent", "seen",
    "done", "put", "set", "cut", "shut", "paid", "spent", "taught", "met", "let", "fought", "won",
  ]

  /// What somebody failed or refused to do.
  func failed() -> String? {
    let verbs: Set<String> = ["failed", "fails", "fail", "failure", "failing"]
    for index in tokens.indices.dropLast(2)
    where verbs.contains(tokens[index].word) && tokens[index + 1].word == "to" {
      let start = index + 2
      let verb = tokens[start].form.contains(.endsInLy) ? start + 1 : start
      return verbPhrase(from: verb)
    }
    return nil
  }

  /// Who is after something in the main clause, as an object.
  func pursuer(_ cue: Range<Int>) -> String? {
    guard let clause = mainClause, clause.contains(cue.lowerBound) else { return nil }
    var verb = cue.lowerBound
    while verb > clause.lowerBound, tokens[verb - 1].form.contains(.endsInLy) { verb -= 1 }
    return subject(endingAt: verb)?.objective
  }

  /// What would, will or could do something.
  func prospect(_ cue: Range<Int>) -> (subject: String, patient: String, outcome: String)? {
    let near = max(0, cue.lowerBound - 4)..<min(tokens.count, cue.upperBound + 1)
    for index in near where Self.prospects.contains(tokens[index].word) {
      if index + 1 < tokens.count, tokens[index + 1].categories.contains(.negation) { continue }
      guard let outcome = verbPhrase(from: skippingAdverbs(index + 1)),
        let subject = subject(endingAt: index)
      else { continue }
      return (subject.nominative, subject.objective, outcome)
    }
    return nil
  }

  private static let prospects: Set<String> = ["would", "will", "could", "may", "might"]

  /// What something is put down to: the words after "because of", "due to".
  func ground() -> String? {
    let links: [[String]] = [
      ["because", "of"], ["due", "to"], ["thanks", "to"], ["caused", "by"], ["driven", "by"],
      ["result", "of"], ["product", "of"], ["stems", "from"], ["stem", "from"], ["comes", "from"],
      ["cause", "of"],
    ]
    for index in tokens.indices {
      for link in links where tokens[index...].prefix(2).map(\.word) == link {
        let start = index + 2
        guard start < tokens.count, !tokens[start].followsMark else { continue }
        let end = endOfPhrase(from: start, limit: 10)
        guard end > start, isSound(start..<end),
          tokens[start].categories.isDisjoint(with: .function)
            || tokens[start].categories.contains(.article)
            || Self.articles.contains(tokens[start].word),
          end == tokens.count || tokens[end].followsMark
            || !["of", "than", "by", "and", "or", "that", "which", "who"].contains(tokens[end].word)
        else { continue }
        return phrase.string(start..<end)
      }
    }
    return nil
  }

  func causation() -> (cause: String, effect: String)? {
    let links: [(words: [String], causeFirst: Bool)] = [
      (["leads", "to"], true), (["lead", "to"], true), (["led", "to"], true),
      (["results", "in"], true), (["resulted", "in"], true), (["causes"], true),
      (["comes", "from"], false), (["come", "from"], false), (["stems", "from"], false),
      (["is", "caused", "by"], false), (["was", "caused", "by"], false),
      (["are", "caused", "by"], false), (["is", "the", "result", "of"], false),
      (["is", "driven", "by"], false), (["is", "due", "to"], false), (["are", "due", "to"], false),
    ]
    for index in tokens.indices {
      for link in links where tokens[index...].prefix(link.words.count).map(\.word) == link.words {
        guard let before = nounPhrase(endingAt: index),
          let after = nounPhrase(from: index + link.words.count)
        else { continue }
        return link.causeFirst ? (before, after) : (after, before)
      }
    }
    return nil
  }
}
