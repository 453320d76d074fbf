/// Who should do what, who is after what, what would do what.
extension SlotFilling {
  /// A call for action.
  struct Call {
    var words: String
    var actor: String?
  }

  func call() -> Call? {
    for index in tokens.indices where Self.modals.contains(tokens[index].word) {
      guard let start = afterModal(index), !isNoun(modal: index) else { continue }
      // What a clause calls for that hangs on the main one is not the claim's call.
      if let clause = mainClause, clause.contains(index), let predicate, index != predicate {
        return nil
      }
      let opening = tokens[..<index].lastIndex { $0.followsMark } ?? 0
      if mainClause == nil,
        tokens[max(opening, min(leadIn + 1, index))..<index].contains(where: \.isHanger)
      {
        return nil
      }
      var verb = start
      var negation = index > 0 && tokens[index - 1].categories.contains(.negation)
      if verb < tokens.count, ["not", "never"].contains(tokens[verb].word) {
        negation = true
        verb += 1
      }
      // Only the first call for action is surely the claim's own.
      let action = skippingAdverbs(verb)
      guard !negation, action < tokens.count, !isVague(action) else { return nil }
      let subject = subject(endingAt: index)
      guard let words = verbPhrase(from: action) ?? (subject == nil ? nil : deed(from: action))
      else {
        return nil
      }
      // What holds as long as something else does is not called for without that.
      if tokens.indices.dropFirst(action).contains(where: {
        tokens[$0].word == "unless" || tokens[$0].word == "long" && tokens[$0 - 1].word == "as"
      }) {
        return nil
      }
      let actor = subject?.nominative
      // "We just need to": without it not just that would be left undone.
      if index > 0, Self.restricting.contains(tokens[index - 1].word) { return nil }
      // "So parents must": they are forced to, and nobody calls for it.
      if tokens[index].word == "must", leadIn > 0, tokens[0].word == "so" { return nil }
      // "Nobody should" calls for the opposite; "if every town did not" would ask for all but one.
      if let first = actor?.split(separator: " ").first?.lowercased(), Self.nobody.contains(first) {
        return nil
      }
      if isSubordinate(index) || index > 0 && tokens[index - 1].word == "one" {
        return nil
      }
      return Call(words: words, actor: actor)
    }
    for index in tokens.indices.dropFirst() where tokens[index].word == "time" {
      guard index + 2 < tokens.count,
        Self.copulas.contains(tokens[index - 1].word) || tokens[index - 1].word == "it's"
      else { continue }
      if tokens[index + 1].word == "to" {
        return verbPhrase(from: index + 2).map { Call(words: $0) }
      }
      // "time for the town to"
      guard tokens[index + 1].word == "for",
        let to = tokens[(index + 2)...].prefix(6).firstIndex(where: { $0.word == "to" }),
        to + 1 < tokens.count, !isVague(to + 1), let actor = nounPhrase(from: index + 2, to: to),
        let words = verbPhrase(from: to + 1) ?? deed(from: to + 1)
      else { return nil }
      return Call(words: words, actor: actor)
    }
    return nil
  }

  private static let restricting: Set<String> = ["just", "only", "simply", "merely"]

  /// "do so", where it is clear that something is to be done and not where the words for it end.
  private func deed(from start: Int) -> String? {
    isDeed(start) && start + 2 < tokens.count && !tokens[start + 1].followsMark ? "do so" : nil
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
  private static let nobody: Set<String> = [
    "no", "nobody", "nothing", "none", "neither", "every", "each", "everyone", "everybody", "many",
    "some", "all", "most", "few", "any", "anyone", "others", "both", "there", "whoever",
  ]
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
      !isVague(start + 1), let subject = nounPhrase(endingAt: index)
    else { return nil }
    let participle = tokens[start + 1]
    guard participle.form.contains(.endsInEd) || Self.participles.contains(participle.word) else {
      return nil
    }
    return wholePhrase(from: start + 1).map { subject + " being " + $0 }
  }

  /// "residents were not asked, lane by lane" of "Residents must be asked, lane by lane".
  func undone() -> String? {
    guard let index = tokens.indices.first(where: { Self.modals.contains(tokens[$0].word) }),
      let start = afterModal(index), start + 1 < tokens.count, tokens[start].word == "be",
      !isSubordinate(index), !isNoun(modal: index),
      let subject = subject(endingAt: index)?.nominative,
      !Self.nobody.contains(subject.prefix { $0 != " " }.lowercased()), !isVague(start + 1)
    else { return nil }
    let participle = tokens[start + 1]
    guard participle.form.contains(.endsInEd) || Self.participles.contains(participle.word) else {
      return nil
    }
    // "asked" of "asked, lane by lane"
    let next = start + 2
    let isAlone = next == tokens.count || tokens[next].followsMark
    return (isAlone ? phrase.string(start + 1..<next) : wholePhrase(from: start + 1)).map {
      subject + " were not " + $0
    }
  }

  /// Who should not do something, and what: "The council must not wait", "The council would be foolish to wait".
  func warning() -> (actor: String, words: String)? {
    guard let verb = predicate else { return nil }
    var start = verb + 1
    switch tokens[verb].word {
    case "should", "must":
      guard start < tokens.count, tokens[start].word == "not" else { return nil }
      start += 1
    case "shouldn't", "mustn't": break
    case "would", "is", "are":
      let modal = tokens[verb].word == "would"
      guard modal ? start < tokens.count && tokens[start].word == "be" : true,
        let to = tokens.indices[start...].prefix(4).first(where: { tokens[$0].word == "to" }),
        Self.dissuading.contains(tokens[to - 1].word)
      else { return nil }
      start = to + 1
    default: return nil
    }
    guard start < tokens.count, !isVague(start), let actor = subject(endingAt: verb)?.nominative,
      isDoer(actor), let words = verbPhrase(from: start)
    else { return nil }
    return (actor, words)
  }

  private static let participles: Set<String> = [
    "made", "given", "taken", "held", "kept", "left", "told", "built", "brought", "sent", "seen",
    "done", "put", "set", "cut", "shut", "paid", "spent", "taught", "met", "let", "fought", "won",
  ]

  /// Who is after something in the main clause, as an object.
  func pursuer(_ cue: Range<Int>) -> String? {
    guard let clause = mainClause else { return nil }
    var verb = cue.lowerBound
    while verb > 0, tokens[verb - 1].form.contains(.endsInLy) { verb -= 1 }
    if clause.contains(cue.lowerBound) { return subject(endingAt: verb)?.objective }
    // "The mayor is not mending the road; she is trying to …": who has just been named.
    guard verb == clause.upperBound + 1, tokens[clause.upperBound].opensClause,
      Self.objects[tokens[clause.upperBound].word] != nil, let predicate
    else { return nil }
    return subject(endingAt: predicate)?.objective
  }

  /// What would, will or could do something.
  func prospect(_ cue: Range<Int>) -> (subject: String, patient: String, outcome: String)? {
    let near = max(0, cue.lowerBound - 4)..<min(tokens.count, cue.upperBound + 1)
    for index in near where Self.prospects.contains(tokens[index].word) {
      if index + 1 < tokens.count, tokens[index + 1].categories.contains(.negation) { continue }
      if isSubordinate(index) || isHangingOn(index) { continue }
      guard let outcome = verbPhrase(from: skippingAdverbs(index + 1)),
        let subject = subject(endingAt: index)
      else { continue }
      return (subject.nominative, subject.objective, outcome)
    }
    return nil
  }

  /// Whether a verb stands in a clause that hangs on the main one, where that is told.
  private func isHangingOn(_ index: Int) -> Bool {
    guard let clause = mainClause, let predicate else { return false }
    return clause.contains(index) && index != predicate
      && tokens[clause.lowerBound..<index].contains { $0.isHanger }
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
