/// Runs of words that can be lifted out of a sentence.
extension SlotFilling {
  static let articles: Set<String> = ["the", "a", "an"]

  /// Words after which a phrase has ended.
  private static let stops: Set<String> = [
    "if", "unless", "because", "while", "whereas", "although", "though", "when", "before", "after",
    "until", "since", "who", "whose", "whom", "which", "that", "so", "but", "where", "as", "than",
    "and", "or", "nor", "yet", "rather", "instead", "even", "is", "are", "was", "were", "should",
    "would", "will", "can", "could", "may", "might", "must", "has", "have", "had", "do", "does",
    "did", "not", "whether", "how", "why", "what", "then", "once", "lest", "anyway", "without",
    "just", "only", "by",
  ]

  /// Words that point to something outside the phrase; what only points out its noun ("their rule")
  /// is understood beside the claim.
  private static let pointers: Set<String> = [
    "it", "they", "them", "theirs", "he", "she", "him", "hers", "i", "me", "my", "we", "us", "ours",
    "you", "your", "itself", "themselves", "himself", "herself", "ourselves", "there", "here", "so",
    "also", "too", "again", "now", "others", "former", "latter", "else", "i'm", "it's", "they're",
    "we're", "don't",
  ]

  /// Words that no phrase may end with.
  static let loose: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "about", "into",
    "over", "under", "between", "among", "against", "through", "during", "very", "most", "some",
    "any", "every", "all", "no", "not", "up", "out", "off", "toward", "towards", "within", "upon",
    "simply", "be", "being", "like", "many", "much", "few", "its", "their", "our", "his", "her",
    "these", "whose", "whether", "how", "what", "that", "than", "as", "and", "or", "is", "are",
  ]

  /// Words that are no verb in the base form, or none of something that is done.
  private static let notDoing: Set<String> = [
    "be", "have", "not", "never", "been", "always", "no", "a", "an", "the", "all", "in", "on", "at",
    "of", "for", "to", "or", "and", "only", "ever", "come", "remain", "seem", "matter", "possess",
    "entail", "include", "contain", "mean", "involve", "reflect", "happen", "exist", "depend",
    "apply", "stay", "know", "understand", "remember", "recognise", "recognize", "realise",
    "realize", "note", "wonder", "believe", "think", "bear", "expect", "forget", "see", "say",
    "remind", "cause", "rest", "lose", "appear", "feel", "worry", "deserve", "surprise", "it",
    "this", "that", "they", "already", "still", "better", "just", "first", "fear", "soon", "well",
  ]

  private static let continuations: Set<String> = [
    "that", "what", "who", "which", "how", "whether", "why", "where", "than", "as", "by", "whose",
    "so", "is", "are", "was", "were", "not", "rather", "if", "unless", "until", "when", "before",
    "after", "while", "since", "without", "instead", "even", "just", "only", "or", "but", "yet",
    "nor", "then", "once", "lest",
  ]

  /// Whether a phrase that began at `start` may end before a mark: what follows is neither the next item
  /// of a list nor a condition.
  private func mayFollow(_ end: Int, from start: Int) -> Bool {
    if tokens[end].opensClause { return true }
    guard gap(before: end).elementsEqual(", ".utf8) else { return false }
    let next = tokens[end]
    // A noun may be the next item of a list whose "and" stands far off.
    guard
      !next.categories.isDisjoint(with: .function) || next.form.contains(.endsInIng)
        || next.form.contains(.endsInLy) || Self.asides.contains(next.word)
        || Self.nextClause.contains(next.word) || next.isCapitalized
    else { return false }
    return !isListItem(end) && !(isDeed(end, isListed: true) && isFinite(next))
      && !["or", "if", "unless", "not", "but"].contains(tokens[end].word)
      && !(tokens[end].word == "and" && endsList(end, from: start))
  }

  func skippingAdverbs(_ index: Int) -> Int {
    let adverbs: Set<String> = ["instead", "also", "now", "simply", "therefore", "at", "once"]
    guard index < tokens.count else { return index }
    if tokens[index].word == "at" { return index }
    return adverbs.contains(tokens[index].word) || tokens[index].form.contains(.endsInLy)
      ? index + 1 : index
  }

  /// Where a phrase that starts at `start` ends: at a mark, a stop word, or after `limit` words.
  /// Equal to `start` where it would run past the limit.
  func endOfPhrase(from start: Int, limit: Int) -> Int {
    var end = start
    while end < tokens.count {
      if end > start, tokens[end].followsMark { break }
      if Self.stops.contains(tokens[end].word) { break }
      end += 1
      if end - start > limit { return start }
    }
    return end
  }

  /// Whether what ends before a token is complete: the sentence ends, a mark stands there, or a word
  /// that begins another clause.
  func endsClause(_ end: Int) -> Bool {
    if end > 0, isPossessive(end - 1) { return false }
    if end == tokens.count || tokens[end].followsMark { return true }
    return ["because", "if", "unless", "when", "while", "although", "though", "but", "so", "since"]
      .contains(tokens[end].word)
  }

  func isSound(_ range: Range<Int>) -> Bool {
    guard let last = tokens[range].last else { return false }
    return !Self.loose.contains(last.word) && !last.form.contains(.endsInLy)
      && !isPossessive(range.upperBound - 1) && !isOpenBracket(range)
      && !tokens[range].contains { Self.pointers.contains($0.word) }
  }

  /// Whether an apostrophe follows a token: "the States' history" must not end there.
  func isPossessive(_ index: Int) -> Bool {
    let end = tokens[index].range.upperBound
    guard end + 1 < phrase.utf8.count else { return false }
    let next = phrase.utf8[end]
    return next == 0x27 && phrase.utf8[end + 1] == 0x20
      || phrase.utf8[end..<min(phrase.utf8.count, end + 3)].elementsEqual([0xE2, 0x80, 0x99])
        && index + 1 < tokens.count && !tokens[index + 1].opensClause && hasLetterAfter(end + 3)
  }

  private func hasLetterAfter(_ end: Int) -> Bool {
    end + 1 < phrase.utf8.count && phrase.utf8[end] == 0x20 && phrase.utf8[end + 1] | 0x20 >= 0x61
  }

  /// Whether a quotation mark or a bracket opens inside words or just before them.
  func isOpenBracket(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, let last = tokens[range].last else { return false }
    let text = phrase.utf8[max(0, first.range.lowerBound - 1)..<last.range.upperBound]
    return text.contains { [0x22, 0x28, 0x29, 0x5B, 0x5D].contains($0) }
      || text.indices.dropFirst().contains {
        text[$0 - 1] == 0x80 && [0x9C, 0x9D].contains(text[$0])
      }
  }

  /// A verb in its base form with what belongs to it: all that follows where that is short, else
  /// what makes a phrase by itself.
  func verbPhrase(from start: Int) -> String? {
    isDeed(start) ? wholePhrase(from: start) ?? shortVerbPhrase(from: start) : nil
  }

  /// Whether a word where a verb in its base form must stand may be one of something that is done.
  ///
  /// - Parameter isListed: Whether a comma may stand before it.
  func isDeed(_ index: Int, isListed: Bool = false) -> Bool {
    guard index < tokens.count else { return false }
    let verb = tokens[index]
    return (isListed || !verb.followsMark) && !verb.isCapitalized
      && !Self.notDoing.contains(verb.word)
      && verb.form.isDisjoint(with: [.endsInIng, .endsInEd, .endsInLy, .number])
      && !verb.word.hasSuffix("n't")
  }

  /// The noun phrase between two words, where it is one.
  func nounPhrase(from start: Int, to end: Int) -> String? {
    start < end ? nounPhrase(start..<end) : nil
  }

  /// Everything up to the end of the sentence where that is a list of things to do: "repair the bridge, close
  /// the road, and tell the town".
  private func listedVerbs(from start: Int) -> String? {
    let range = start..<tokens.count
    let marks = range.dropFirst().filter { tokens[$0].followsMark }
    guard let last = marks.last, marks.count >= 2, range.count <= Self.longestList, isWhole(range),
      tokens[last].word == "and", isDeed(last + 1),
      marks.dropLast().allSatisfy({ isDeed($0, isListed: true) && isFinite(tokens[$0]) }),
      marks.allSatisfy({ gap(before: $0).elementsEqual(", ".utf8) }),
      !tokens[range].contains(where: \.isHanger)
    else { return nil }
    return phrase.string(range)
  }

  private static let longestList = 26

  /// Everything up to the end of the clause.
  func wholePhrase(from start: Int) -> String? {
    if let list = listedVerbs(from: start) { return list }
    let end =
      tokens[(start + 1)...].indices.first {
        endsStatement($0, from: start - 4) || Self.adjuncts.contains(tokens[$0].word)
      } ?? tokens.count
    guard (2...Self.longestVerbPhrase).contains(end - start), isWhole(start..<end),
      end == tokens.count || !tokens[end].followsMark
        || tokens[end].opensClause && !isDashAside(end)
        || Self.adjuncts.contains(tokens[end].word) || tokens[end].word == "and"
    else { return nil }
    return phrase.string(start..<end)
  }

  private static let longestVerbPhrase = 20

  /// Words that begin what can be left off.
  private static let adjuncts: Set<String> = [
    "because", "although", "though", "whereas", "so", "which",
  ]

  /// Whether words can stand in a question although they may point to what the claim says.
  private func isWhole(_ range: Range<Int>) -> Bool {
    guard let last = tokens[range].last else { return false }
    return !Self.loose.contains(last.word) && !isPossessive(range.upperBound - 1)
      && !isOpenBracket(range)
      && !tokens[range].contains {
        !$0.categories.isDisjoint(with: [.singular, .reader]) || Self.elsewhere.contains($0.word)
      }
  }

  private static let elsewhere: Set<String> = ["too", "also", "himself", "herself", "otherwise"]

  private func shortVerbPhrase(from start: Int) -> String? {
    let end = endOfPhrase(from: start, limit: 9)
    // What goes on after these belongs to the phrase, which would be cut short.
    if end < tokens.count, !tokens[end].followsMark, Self.continuations.contains(tokens[end].word) {
      return nil
    }
    if end < tokens.count, tokens[end].followsMark, !mayFollow(end, from: start) { return nil }
    // "and", "or" may join a second object that the phrase cannot do without: "between A and B".
    if end < tokens.count, isQuoted(end) { return nil }
    let joins = end < tokens.count && !tokens[end].followsMark && tokens[end].word == "and"
    if joins,
      tokens[end - 1].form.contains(.adjective)
        || tokens[end - 1].isCapitalized && end + 1 < tokens.count && tokens[end + 1].isCapitalized
        || tokens[start..<end].contains(where: { ["between", "both"].contains($0.word) })
    {
      return nil
    }
    guard end - start >= 2, isSound(start..<end) else { return nil }
    return phrase.string(start..<end)
  }

  /// The noun phrase that begins at `start`.
  func nounPhrase(from start: Int) -> String? {
    guard start < tokens.count, !tokens[start].followsMark else { return nil }
    let end = endOfPhrase(from: start, limit: 6)
    // A phrase that goes on after a stop word, as in "the idea that", would be cut short.
    if end < tokens.count, !tokens[end].followsMark,
      ["of", "that", "than", "who", "which", "whose", "and", "or"].contains(tokens[end].word)
    {
      return nil
    }
    return nounPhrase(start..<end)
  }

  /// The noun phrase that makes up a clause from its beginning to `end`.
  func nounPhrase(endingAt end: Int) -> String? {
    var start = end
    while start > leadIn, end - start <= Self.longestNoun {
      if start < end, tokens[start].followsMark { break }
      start -= 1
    }
    if start > leadIn, !tokens[start].opensClause, !isAfterLeadingClause(start) { return nil }
    return nounPhrase(start..<end)
  }

  /// Whether a comma at `start` ends a clause such as "If it fails, …" rather than a list.
  private func isAfterLeadingClause(_ start: Int) -> Bool {
    guard tokens[start].followsMark, let first = tokens.first else { return false }
    let opens: Set<String> = [
      "if", "when", "while", "although", "though", "because", "since", "after", "before", "in",
      "by", "instead", "therefore", "meanwhile", "but", "yet", "unless", "until", "as", "for", "to",
      "first", "second", "finally", "still", "however", "just",
    ]
    return opens.contains(first.word) && !tokens[1..<start].contains { $0.followsMark }
  }

  private static let longestNoun = 9

  private func nounPhrase(_ range: Range<Int>) -> String? {
    guard (1...Self.longestNoun).contains(range.count), phrase.isUnbroken(range), isSound(range),
      let first = tokens[range].first
    else { return nil }
    let words = tokens[range]
    guard !words.contains(where: { Self.stops.contains($0.word) }) else { return nil }
    let isArticle = Self.articles.contains(first.word)
    if !isArticle {
      guard
        first.categories.isDisjoint(with: [.function, .pastVerb, .pastAuxiliary, .necessity])
          || Self.determiners.contains(first.word) && range.count > 1,
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
    return withoutSentenceCapital(range)
  }

  private static let determiners: Set<String> = [
    "this", "these", "those", "its", "their", "our", "his", "her", "such", "some", "many", "most",
    "all", "every", "each",
  ]

  /// The words as they stand inside a sentence, or `nil` where it cannot be told whether a capital
  /// belongs to a name.
  func withoutSentenceCapital(_ range: Range<Int>) -> String? {
    guard let first = tokens[range].first else { return nil }
    let words = closed(range)
    guard first.isCapitalized, first.range == tokens.first?.range else { return words }
    let word = Self.owner(first.word)
    if Capitals.names.contains(word) { return words }
    if !Capitals.ordinaryWords.contains(first.word) {
      if first.form.contains(.allCapitals) { return words }
      // "President Obama"
      let next = range.lowerBound + 1
      if next < tokens.count, tokens[next].isCapitalized, !tokens[next].followsMark,
        !first.form.contains(.endsInIng)
      {
        return words
      }
      switch useOfFirst ?? .unknown {
      case .name: return words
      case .unknown where !isOrdinary(first, before: next): return nil
      case .unknown, .ordinary: break
      }
    }
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// "cuba" of "cuba's".
  static func owner(_ word: String) -> String {
    word.hasSuffix("'s") ? String(word.dropLast(2)) : word
  }

  /// Whether the text around has to tell if the sentence's first word is a name.
  func mayBeName(_ first: Phrase.Token) -> Bool {
    guard first.isCapitalized, !Capitals.names.contains(Self.owner(first.word)),
      !Capitals.ordinaryWords.contains(first.word), !first.form.contains(.allCapitals)
    else { return false }
    return tokens.count < 2 || !tokens[1].isCapitalized || tokens[1].followsMark
      || first.form.contains(.endsInIng)
  }

  /// Whether a word that stands nowhere else can hardly be a name, by its ending and what the lexicon
  /// knows of it.
  private func isOrdinary(_ token: Phrase.Token, before next: Int) -> Bool {
    let word = token.word
    if !token.categories.isDisjoint(with: [.bad, .good, .issue, .study, .principle, .person]) {
      return true
    }
    guard next < tokens.count, word.utf8.count > 5 else { return false }
    // "Sterling is" may be a name; what goes on with its object is a verb.
    if token.form.contains(.endsInIng), !isFinite(tokens[next]), word.utf8.count > 5 { return true }
    if Self.nounEndings.contains(where: word.hasSuffix) { return true }
    // "Portugal is", but "Cultural change is".
    return Self.adjectiveEndings.contains(where: word.hasSuffix)
      && tokens[next].categories.isDisjoint(with: .function)
  }

  private static let nounEndings = [
    "tion", "tions", "ment", "ments", "ness", "ship", "ities", "ance", "ences", "isation", "acy",
    "hood", "ability",
  ]
  private static let adjectiveEndings = ["al", "ive", "ous", "ful", "less", "able", "ible", "ary"]
}
