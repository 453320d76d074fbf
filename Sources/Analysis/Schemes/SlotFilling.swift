/// Fills slots from a claim's own words, where it is sure of them.
///
/// A slot is filled only with a short run of words without marks, pronouns or a second clause, so
/// that it reads well inside a question; everything else stays empty.
struct SlotFilling {
  private let phrase: Phrase
  private let capitals: Capitals
  private var tokens: [Phrase.Token] { phrase.tokens }

  init(_ phrase: Phrase, capitals: Capitals) {
    self.phrase = phrase
    self.capitals = capitals
  }

  /// - Parameter cue: The tokens of the cue that gave the scheme away.
  func fill(_ slots: [Slot], cue: Range<Int>) -> [Slot: String] {
    var filled: [Slot: String] = [:]
    let wanted = Set(slots)
    if wanted.contains(.action) { fillAction(&filled) }
    if wanted.contains(.motive) { fillMotive(&filled) }
    if wanted.contains(.effect), wanted.contains(.subject) { fillEffect(&filled) }
    if wanted.contains(.cause) { fillCause(&filled) }
    if wanted.contains(.label) { filled[.label] = label() }
    if wanted.contains(.likeness) { filled[.likeness] = likeness(cue) }
    if wanted.contains(.source) { filled[.source] = source() }
    if wanted.contains(.value) { filled[.value] = value(cue) }
    if wanted.contains(.optionA) { fillOptions(&filled) }
    if wanted.contains(.cue) { filled[.cue] = phrase.string(cue) }
    return filled
  }

  private static let values: Set<String> = [
    "justice", "freedom", "liberty", "fairness", "dignity", "equality", "solidarity", "democracy",
  ]

  /// The cue where it names a value: "justice", "freedom of speech".
  private func value(_ cue: Range<Int>) -> String? {
    guard cue.count == 1, let token = tokens[cue].first, Self.values.contains(token.word) else {
      return nil
    }
    guard cue.upperBound < tokens.count, tokens[cue.upperBound].word == "of" else {
      return token.word
    }
    guard let object = nounPhrase(from: cue.upperBound + 1) else { return nil }
    return token.word + " of " + object
  }

  // MARK: Who should do what

  private func fillAction(_ filled: inout [Slot: String]) {
    for index in tokens.indices where Self.modals.contains(tokens[index].word) {
      var start = index + 1
      let isSemiModal = Self.semiModals.contains(tokens[index].word)
      if isSemiModal {
        guard start < tokens.count, tokens[start].word == "to" else { continue }
        start += 1
      }
      start = skippingAdverbs(start)
      // Only the first call for action is surely the claim's own.
      let isNegated = index > 0 && tokens[index - 1].categories.contains(.negation)
      guard !isNegated, let action = verbPhrase(from: start) else { return }
      let actor = nounPhrase(endingAt: index)
      // "have to" stands in many a relative clause that calls for nothing.
      if Self.possessives.contains(tokens[index].word), actor == nil { return }
      filled[.action] = action
      filled[.actor] = actor
      return
    }
    for index in tokens.indices where tokens[index].word == "time" {
      guard index + 2 < tokens.count, tokens[index + 1].word == "to",
        index > 0, Self.copulas.contains(tokens[index - 1].word) || tokens[index - 1].word == "it's"
      else { continue }
      filled[.action] = verbPhrase(from: index + 2)
      return
    }
  }

  private static let modals: Set<String> = [
    "should", "must", "ought", "needs", "need", "has", "have",
  ]
  private static let semiModals: Set<String> = ["ought", "needs", "need", "has", "have"]
  private static let possessives: Set<String> = ["has", "have"]
  private static let copulas: Set<String> = ["is", "are", "was", "were", "be"]

  private func fillMotive(_ filled: inout [Slot: String]) {
    for index in tokens.indices.dropLast(2)
    where Self.seeking.contains(tokens[index].word) && tokens[index + 1].word == "to" {
      let verb = index > 0 && Self.copulas.contains(tokens[index - 1].word) ? index - 1 : index
      if verb == index, tokens[index].form.contains(.endsInIng) { continue }
      guard let motive = verbPhrase(from: index + 2), let actor = nounPhrase(endingAt: verb) else {
        continue
      }
      filled[.motive] = motive
      filled[.actor] = actor
      return
    }
  }

  private static let seeking: Set<String> = [
    "trying", "attempting", "seeking", "wants", "want", "determined", "eager", "intends",
    "designed",
    "hoping", "hopes", "seeks", "tries",
  ]

  // MARK: What does what

  private func fillEffect(_ filled: inout [Slot: String]) {
    for index in tokens.indices where ["would", "will", "could"].contains(tokens[index].word) {
      guard let effect = verbPhrase(from: skippingAdverbs(index + 1)),
        let subject = nounPhrase(endingAt: index)
      else { continue }
      filled[.effect] = effect
      filled[.subject] = subject
      return
    }
  }

  private func fillCause(_ filled: inout [Slot: String]) {
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
        filled[.cause] = link.causeFirst ? before : after
        filled[.effect] = link.causeFirst ? after : before
        return
      }
    }
  }

  // MARK: Names for things

  /// What is put after "it is" in "not X; it is Y", or after "amounts to" and "is nothing but"; else
  /// what the main clause says that its subject is.
  private func label() -> String? {
    for index in tokens.indices.dropFirst() where tokens[index].opensClause {
      if Self.pronouns.contains(tokens[index].word), index + 2 < tokens.count,
        Self.copulas.contains(tokens[index + 1].word)
      {
        return description(from: index + 2)
      }
    }
    let links: [[String]] = [
      ["amounts", "to"], ["amount", "to"], ["nothing", "but"], ["nothing", "less", "than"],
      ["nothing", "more", "than"], ["nothing", "short", "of"], ["tantamount", "to"],
    ]
    for index in tokens.indices {
      for link in links where tokens[index...].prefix(link.count).map(\.word) == link {
        return description(from: index + link.count)
      }
    }
    // "This is why X is …" says of X what it is.
    let start = tokens.prefix(3).map(\.word).dropFirst().elementsEqual(["is", "why"]) ? 3 : 0
    guard
      let verb = tokens[start...].indices.first(where: { Self.copulas.contains(tokens[$0].word) }),
      tokens[verb].word == "is" || tokens[verb].word == "are",
      !tokens[start..<verb].contains(where: { Self.subordinators.contains($0.word) })
    else { return nil }
    return description(from: verb + 1)
  }

  private static let pronouns: Set<String> = ["it", "they", "this", "that", "these", "those"]
  private static let subordinators: Set<String> = [
    "if", "when", "while", "although", "though", "because", "as", "what", "whether", "who", "which",
    "where", "how", "there",
  ]

  /// A noun phrase with an article: what something is called.
  private func description(from start: Int) -> String? {
    guard start < tokens.count, ["a", "an", "the"].contains(tokens[start].word),
      !tokens[start].followsMark
    else { return nil }
    let end = endOfPhrase(from: start, limit: 7)
    guard end - start >= 2, isSound(start..<end) else { return nil }
    return phrase.string(start..<end)
  }

  /// What comes after "like", or the description that holds the cue.
  private func likeness(_ cue: Range<Int>) -> String? {
    for index in tokens.indices where ["like", "akin", "resembles"].contains(tokens[index].word) {
      let start = tokens[index].word == "akin" ? index + 2 : index + 1
      if let words = description(from: start) { return words }
    }
    guard let words = label(), words.contains(phrase.string(cue)) else { return nil }
    return words
  }

  private func source() -> String? {
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

  private func fillOptions(_ filled: inout [Slot: String]) {
    guard let either = tokens.firstIndex(where: { $0.word == "either" }),
      let or = tokens[either...].firstIndex(where: { $0.word == "or" })
    else { return }
    let first = (either + 1)..<or
    guard (1...5).contains(first.count), phrase.isUnbroken(first), isSound(first),
      let second = nounPhrase(from: or + 1),
      ["a", "an", "the"].contains(tokens[first.lowerBound].word)
        == ["a", "an", "the"].contains(tokens[or + 1].word)
    else { return }
    filled[.optionA] = phrase.string(first)
    filled[.optionB] = second
  }
}

// MARK: - Phrases

extension SlotFilling {
  /// Words after which a phrase has ended.
  private static let stops: Set<String> = [
    "if", "unless", "because", "while", "whereas", "although", "though", "when", "before", "after",
    "until", "since", "who", "whose", "whom", "which", "that", "so", "but", "where", "as", "than",
    "and", "or", "nor", "yet", "rather", "instead", "even", "is", "are", "was", "were", "should",
    "would", "will", "can", "could", "may", "might", "must", "has", "have", "had", "do", "does",
    "did", "not", "whether", "how", "why", "what", "then", "once", "lest", "anyway", "without",
    "just", "only", "by",
  ]

  /// Words that point to something outside the phrase.
  private static let pointers: Set<String> = [
    "it", "they", "them", "their", "theirs", "this", "that", "these", "those", "he", "she", "him",
    "his", "her", "hers", "its", "i", "me", "my", "we", "us", "our", "ours", "you", "your",
    "itself",
    "themselves", "himself", "herself", "ourselves", "one", "there", "here", "such", "so", "same",
    "both", "either", "neither", "also", "too", "again", "now", "today", "more", "another", "other",
    "others", "former", "latter", "else", "i'm", "it's", "they're", "we're", "don't",
  ]

  /// Words that no phrase may end with.
  private static let loose: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "about", "into",
    "over", "under", "between", "among", "against", "through", "during", "very", "most", "some",
    "any", "every", "all", "no", "not", "up", "out", "off", "toward", "towards", "within", "upon",
    "simply", "be", "being", "like", "many", "much", "few",
  ]

  private static let notVerbs: Set<String> = [
    "be", "have", "not", "never", "been", "always", "no", "a", "an", "the", "all", "in", "on", "at",
    "of", "for", "to", "or", "and", "only", "ever", "come", "remain", "seem", "matter",
  ]

  private static let continuations: Set<String> = [
    "that", "what", "who", "which", "how", "whether", "why", "where", "than", "as", "by", "whose",
    "so", "is", "are", "was", "were", "not", "rather",
  ]

  private func skippingAdverbs(_ index: Int) -> Int {
    let adverbs: Set<String> = ["instead", "also", "now", "simply", "therefore", "at", "once"]
    guard index < tokens.count else { return index }
    if tokens[index].word == "at" { return index }
    return adverbs.contains(tokens[index].word) || tokens[index].form.contains(.endsInLy)
      ? index + 1 : index
  }

  /// Where a phrase that starts at `start` ends: at a mark, a stop word, or after `limit` words.
  /// Equal to `start` where it would run past the limit.
  private func endOfPhrase(from start: Int, limit: Int) -> Int {
    var end = start
    while end < tokens.count {
      if end > start, tokens[end].followsMark { break }
      if Self.stops.contains(tokens[end].word) { break }
      end += 1
      if end - start > limit { return start }
    }
    return end
  }

  private func isSound(_ range: Range<Int>) -> Bool {
    guard let last = tokens[range].last else { return false }
    return !Self.loose.contains(last.word) && !last.form.contains(.endsInLy)
      && !tokens[range].contains { Self.pointers.contains($0.word) }
  }

  /// A verb in its base form with what belongs to it.
  private func verbPhrase(from start: Int) -> String? {
    guard start < tokens.count else { return nil }
    let verb = tokens[start]
    let form = verb.form
    guard !verb.followsMark, !verb.isCapitalized, !Self.notVerbs.contains(verb.word),
      !form.contains(.endsInIng), !form.contains(.endsInEd), !form.contains(.endsInLy),
      !form.contains(.number), !verb.word.hasSuffix("n't")
    else { return nil }
    let end = endOfPhrase(from: start, limit: 9)
    // What goes on after these belongs to the phrase, which would be cut short.
    if end < tokens.count, !tokens[end].followsMark, Self.continuations.contains(tokens[end].word) {
      return nil
    }
    // "and", "or" may join a second object that the phrase cannot do without: "between A and B".
    let joins = end < tokens.count && !tokens[end].followsMark && tokens[end].word == "and"
    if joins, tokens[start..<end].contains(where: { ["between", "both"].contains($0.word) }) {
      return nil
    }
    guard end - start >= 2, isSound(start..<end) else { return nil }
    return phrase.string(start..<end)
  }

  /// The noun phrase that begins at `start`.
  private func nounPhrase(from start: Int) -> String? {
    guard start < tokens.count, !tokens[start].followsMark else { return nil }
    let end = endOfPhrase(from: start, limit: 6)
    // A phrase that goes on after a stop word, as in "the idea that", would be cut short.
    if end < tokens.count, !tokens[end].followsMark,
      ["of", "that", "than"].contains(tokens[end].word)
    {
      return nil
    }
    return nounPhrase(start..<end)
  }

  /// The noun phrase that makes up a clause from its beginning to `end`.
  private func nounPhrase(endingAt end: Int) -> String? {
    var start = end
    while start > 0, end - start <= 6 {
      if start < end, tokens[start].followsMark { break }
      start -= 1
    }
    if start > 0, !tokens[start].opensClause, !isAfterLeadingClause(start) { return nil }
    return nounPhrase(start..<end)
  }

  /// Whether a comma at `start` ends a clause such as "If it fails, …" rather than a list.
  private func isAfterLeadingClause(_ start: Int) -> Bool {
    guard tokens[start].followsMark, let first = tokens.first else { return false }
    let opens: Set<String> = [
      "if", "when", "while", "although", "though", "because", "since", "after", "before", "in",
      "by",
      "instead", "therefore", "meanwhile", "but", "yet", "unless", "until", "as", "for", "to",
      "first", "second", "finally", "still", "however",
    ]
    return opens.contains(first.word) && !tokens[1..<start].contains { $0.followsMark }
  }

  private func nounPhrase(_ range: Range<Int>) -> String? {
    guard (1...6).contains(range.count), phrase.isUnbroken(range), isSound(range),
      let first = tokens[range].first
    else { return nil }
    let articles: Set<String> = ["the", "a", "an"]
    let words = tokens[range]
    guard !words.contains(where: { Self.stops.contains($0.word) }) else { return nil }
    let isArticle = articles.contains(first.word)
    if !isArticle {
      guard first.categories.isDisjoint(with: [.function, .pastVerb, .pastAuxiliary]),
        !first.form.contains(.endsInIng), !first.form.contains(.endsInEd),
        !first.form.contains(.endsInLy)
      else { return nil }
    }
    if isArticle, range.count < 2 { return nil }
    // A verb inside would make it a clause.
    guard
      !words.dropFirst().contains(where: {
        !$0.categories.isDisjoint(with: [.present, .pastVerb, .necessity, .future])
      })
    else { return nil }
    return withoutSentenceCapital(phrase.string(range), first, isArticle: isArticle)
  }

  /// The words as they stand inside a sentence, or `nil` where it cannot be told whether a capital
  /// belongs to a name.
  private func withoutSentenceCapital(
    _ words: String, _ first: Phrase.Token, isArticle: Bool
  ) -> String? {
    guard first.isCapitalized, first.range == tokens.first?.range else { return words }
    if !isArticle, !first.form.contains(.allCapitals) {
      switch capitals.use(of: first.word) {
      case .name: return words
      case .unknown: return nil
      case .ordinary: break
      }
    } else if !isArticle {
      return words
    }
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
