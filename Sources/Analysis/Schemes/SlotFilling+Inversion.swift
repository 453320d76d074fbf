/// The main clause turned into a question: "is the toll really fair" of "The toll is clearly fair".
extension SlotFilling {
  /// - Parameter cue: Where it is not empty it must stand in the main clause, and not in a clause that
  ///   hangs on it.
  /// - Returns: `nil` where subject and verb cannot be told for sure.
  func inverted(_ cue: Range<Int>) -> String? {
    guard let whole = mainClause, cue.isEmpty || holds(whole, cue) else { return nil }
    // What is said on a condition is not asked without it.
    if let opening = tokens.dropFirst(leadIn).first, whole.lowerBound > leadIn,
      Self.conditions.contains(opening.word)
    {
      return nil
    }
    let clause = withoutSecondVerb(withoutAdjunct(whole))
    guard (3...Self.longestInversion).contains(clause.count),
      !tokens[clause].contains(where: { $0.followsMark && Self.insertions.contains($0.word) })
    else { return nil }
    let first = tokens[clause.lowerBound]
    guard !["more", "less", "what", "one"].contains(first.word) else { return nil }
    if let (pronoun, auxiliary) = Self.contractions[first.word] {
      // "it's become" has "has" in it.
      guard auxiliary == "have" || !Self.participles.contains(tokens[clause.lowerBound + 1].word)
      else { return nil }
      return inverted(
        auxiliary, pronoun, adverbs: [], after: clause.lowerBound + 1, in: clause, base: nil)
    }
    guard !Self.inverting.contains(first.word),
      !["only", "such"].contains(first.word)
        || !isFinite(tokens[clause.lowerBound + 1])
          && tokens[clause.lowerBound + 1].categories.isDisjoint(with: [.preposition, .question])
          && !["then", "if", "when"].contains(tokens[clause.lowerBound + 1].word),
      let verb = mainVerb(of: clause),
      cue.isEmpty || !Self.modals.contains(tokens[cue.lowerBound].word) || verb == cue.lowerBound,
      !Self.loose.contains(tokens[clause.upperBound - 1].word),
      clause.upperBound == tokens.count
        || !tokens[clause.upperBound - 1].form.contains(.endsInLy), verb + 1 < clause.upperBound,
      isAlone(verb, in: clause)
    else { return nil }
    var end = verb
    var adverbs: [String] = []
    if end - 2 > clause.lowerBound, tokens[end - 1].word == "longer", tokens[end - 2].word == "no" {
      adverbs = ["no longer"]
      end -= 2
    }
    while end > clause.lowerBound + 1, isAdverb(tokens[end - 1]) {
      end -= 1
      if !Self.assurances.contains(tokens[end].word) { adverbs.insert(tokens[end].word, at: 0) }
    }
    // "now they are", "all too likely this will"
    let isPronoun = Self.nominatives.contains(tokens[end - 1].word)
    if isPronoun, end - 1 > clause.lowerBound,
      tokens[end - 2].categories.contains(.preposition) || tokens[end - 2].word == "of"
    {
      return nil
    }
    if !isPronoun, first.categories.contains(.preposition) { return nil }
    let subject = (isPronoun ? end - 1 : clause.lowerBound)..<end
    let closing =
      phrase.utf8[tokens[verb - 1].range.upperBound..<tokens[verb].range.lowerBound]
        .contains(UInt8(ascii: ",")) ? "," : ""
    guard
      let words = first.word == "there"
        ? "there" : withoutSentenceCapital(subject).map({ $0 + closing }),
      !Self.loose.contains(tokens[end - 1].word) || subject.count == 1
    else { return nil }
    let word = tokens[verb].word
    let isDenied = Self.negated[word] != nil || tokens[verb + 1].word == "not"
    if isDenied,
      tokens[(verb + 2)..<max(verb + 2, clause.upperBound)].contains(where: {
        $0.categories.contains(.negation)
      })
    {
      return nil
    }
    if let auxiliary = Self.negated[word] {
      guard adverbs.isEmpty else { return nil }
      return inverted(
        auxiliary, words, adverbs: ["not"] + adverbs, after: verb + 1, in: clause, base: nil)
    }
    if Self.auxiliaries.contains(word) {
      let helps = !["has", "have"].contains(word) || isPerfect(verb + 1, in: clause)
      // "do their best", "had a plan"
      if ["do", "does", "did", "had"].contains(word), tokens[verb + 1].word != "not" { return nil }
      if helps, verb + 2 < clause.upperBound || word != "be",
        !["expected", "supposed", "called", "named"].contains(tokens[verb + 1].word)
      {
        return inverted(word, words, adverbs: adverbs, after: verb + 1, in: clause, base: nil)
      }
      guard !helps,
        tokens[verb + 1].categories.contains(.article)
          || Self.objectWords.contains(tokens[verb + 1].word)
      else { return nil }
      return inverted(
        word == "has" ? "does" : "do", words, adverbs: adverbs, after: verb + 1, in: clause,
        base: "have")
    }
    guard tokens[verb + 1].word != "of", word != "am" else { return nil }
    let base = word.hasSuffix("s") ? Self.base(of: word) : word
    return inverted(
      word.hasSuffix("s") ? "does" : "do", words, adverbs: adverbs, after: verb + 1, in: clause,
      base: base)
  }

  private func inverted(
    _ auxiliary: String, _ subject: String, adverbs: [String], after index: Int,
    in clause: Range<Int>, base: String?
  ) -> String? {
    var start = index
    while start + 1 < clause.upperBound, Self.assurances.contains(tokens[start].word),
      !tokens[start].followsMark, tokens[start + 1].word != "to"
    {
      start += 1
    }
    guard start < clause.upperBound, !tokens[start].followsMark,
      !["hardly", "why", "how", "what", "where", "when"].contains(tokens[start].word),
      base == nil || !Self.particles.contains(tokens[start].word)
    else { return nil }
    let words =
      [auxiliary, subject, "really"] + adverbs + (base.map { [$0] } ?? [])
      + [closed(start..<clause.upperBound)]
    return words.joined(separator: " ")
  }

  /// More words than these are hard to follow turned round.
  private static let longestInversion = 32

  /// The verb of the main clause: the first one, or the next where a clause with one of its own hangs on
  /// the subject.
  private func mainVerb(of clause: Range<Int>) -> Int? {
    let verbs = clause.dropFirst().filter {
      isVerbForm(tokens[$0]) || isVerbByPlace($0) || isVerbAfterPronoun($0)
    }
    guard var verb = verbs.first else { return nil }
    if tokens[clause.lowerBound...verb].dropFirst().contains(where: \.followsMark),
      let closing = verbs.first(where: { tokens[$0].followsMark }),
      isAside(before: closing, from: clause.lowerBound)
    {
      return closing
    }
    let links = (clause.lowerBound..<verb).filter { Self.links.contains(tokens[$0].word) }
    if let link = links.first {
      let noun = tokens[max(clause.lowerBound, link - 1)]
      guard links.count == 1, link > clause.lowerBound, verbs.count > 1,
        !noun.form.contains(.endsInEd), !isFinite(noun),
        !Self.nominatives.contains(noun.word) || ["those", "these"].contains(noun.word),
        !["we", "they", "it", "he", "she"].contains(tokens[clause.lowerBound].word),
        ["that", "who", "which"].contains(tokens[link].word),
        !tokens[verb..<verbs[1]].contains(where: {
          Self.links.contains($0.word) || $0.categories.contains(.coordinator)
        })
      else { return nil }
      verb = verbs[1]
    }
    guard
      !tokens[clause.lowerBound..<verb].contains(where: {
        ["may", "might"].contains($0.word)
          || $0.categories.contains(.coordinator) && $0.word != "and"
      })
    else { return nil }
    let marks = tokens[clause.lowerBound...verb].dropFirst().indices.filter {
      tokens[$0].followsMark
    }
    if marks.isEmpty || isAside(before: verb, from: clause.lowerBound) { return verb }
    // "the influx, the deaths and the crowds are"
    guard !tokens[verb].followsMark, let last = marks.last,
      tokens[last..<verb].contains(where: { $0.word == "and" }),
      !marks.contains(where: { tokens[$0].opensClause }),
      !tokens[clause.lowerBound].categories.contains(.preposition)
    else { return nil }
    return verb
  }

  private static let conditions: Set<String> = [
    "if", "when", "once", "unless", "where", "until", "without", "given",
  ]

  private static let particles: Set<String> = ["too", "once", "of", "up"]

  private static let nominatives: Set<String> = [
    "it", "they", "he", "she", "we", "this", "that", "these", "those", "there",
  ]
  /// Words after which the verb comes first.
  private static let inverting: Set<String> = [
    "little", "nor", "neither", "so", "never", "rarely", "seldom", "not", "hardly",
  ]
  private static let modals: Set<String> = ["will", "would", "can", "cannot", "can't", "won't"]

  private static let insertions: Set<String> = ["however", "though", "then", "therefore", "by"]

  private func holds(_ clause: Range<Int>, _ cue: Range<Int>) -> Bool {
    clause.lowerBound <= cue.lowerBound && cue.upperBound <= clause.upperBound
      && !tokens[clause.lowerBound..<cue.lowerBound].dropFirst().contains {
        Self.links.contains($0.word)
      }
  }

  /// Words that begin a clause that hangs on another.
  private static let links: Set<String> = [
    "that", "which", "who", "what", "how", "whether", "if", "when", "why", "where", "whose",
    "while",
    "because", "although", "though", "whatever", "whoever", "however", "than", "since",
  ]

  /// A clause without words such as "In the end," that stand before its subject.
  private func withoutAdjunct(_ clause: Range<Int>) -> Range<Int> {
    guard let first = tokens[clause].first,
      first.categories.contains(.preposition) || Self.openers.contains(first.word)
        || first.form.contains(.endsInLy),
      let comma = clause.dropFirst().first(where: { tokens[$0].followsMark }),
      !clause.prefix(upTo: comma).dropFirst().contains(where: { isFinite(tokens[$0]) }),
      first.word != "without",
      Self.starters.contains(tokens[comma].word) || tokens[comma].isCapitalized
        || !clause.suffix(from: comma).prefix(while: { !isVerbForm(tokens[$0]) }).contains(where: {
          tokens[$0].word == "and" || $0 > comma && tokens[$0].followsMark
        })
    else { return clause }
    return comma..<clause.upperBound
  }

  /// A clause without what the same subject does besides: "the toll is high and hurts the poor".
  private func withoutSecondVerb(_ clause: Range<Int>) -> Range<Int> {
    for index in clause.dropFirst(4) where ["and", "but", "or"].contains(tokens[index].word) {
      var next = index + 1
      while next < clause.upperBound,
        isAdverb(tokens[next]) || ["no", "longer"].contains(tokens[next].word)
      {
        next += 1
      }
      if tokens[index].word == "but" && clause.contains(next) || next > index + 1 {
        return clause.lowerBound..<index
      }
      if next < clause.upperBound, isVerbForm(tokens[next]), tokens[next].word != "be",
        clause.lowerBound..<index ~= (clause.first { isVerbForm(tokens[$0]) } ?? index)
      {
        return clause.lowerBound..<index
      }
    }
    return clause
  }

  private static let objectWords: Set<String> = [
    "a", "an", "the", "no", "every", "more", "less", "much", "many", "few", "little", "some", "any",
    "all", "their", "its", "our", "his", "her", "nothing", "something", "two", "three", "good",
    "to", "great", "real", "such", "enough", "difficult",
  ]

  private static let openers: Set<String> = [
    "to", "of", "despite", "unlike", "like", "today", "now", "sometimes", "often", "too", "beyond",
    "at", "more", "most", "over", "amid", "until", "throughout", "instead", "rather", "despite",
  ]

  private func isVerbForm(_ token: Phrase.Token) -> Bool {
    Self.auxiliaries.contains(token.word) || Self.negated[token.word] != nil
      || isLexical(token)
  }

  /// "it sounds", "this lies in": after a pronoun even those words are verbs.
  private func isVerbAfterPronoun(_ index: Int) -> Bool {
    let token = tokens[index]
    return Self.nominatives.contains(tokens[index - 1].word) && isFinite(token)
      && !token.followsMark && !token.word.contains("'")
      && token.categories.isDisjoint(
        with: [.pastVerb, .pastAuxiliary, .future, .possibility, .necessity])
  }

  /// A verb of the present that needs "do" and is no noun as well.
  private func isLexical(_ token: Phrase.Token) -> Bool {
    (isFinite(token) || token.word == "needs" || token.word == "need")
      && token.categories.isDisjoint(
        with: [.pastVerb, .pastAuxiliary, .future, .possibility])
      && (token.categories.isDisjoint(with: .necessity) || token.word.hasPrefix("need"))
      && !token.isCapitalized && !Self.nouns.contains(token.word)
      && !token.word.contains("'") && token.word.allSatisfy { $0.isLetter }
  }

  /// Words that the lists hold as verbs and that are nouns as often.
  private static let nouns: Set<String> = [
    "lies", "lie", "fears", "fear", "works", "runs", "starts", "matters", "presents", "respects",
    "serves", "shapes", "falls", "rises", "turns", "leads", "leaves", "faces", "fuels", "gains",
    "looks", "sounds", "shows", "struggle", "pay", "lack", "lacks", "mean", "means", "live",
    "lives",
    "rests", "stems", "feeds", "fails", "trusts", "worries", "compounds", "appeals", "captures",
    "puts", "says", "say", "tells", "tell", "see", "sees", "go", "come", "get", "take", "give",
    "bring", "am", "became", "raises",
  ]

  /// Whether no other verb of its own follows before another clause begins.
  private func isAlone(_ verb: Int, in clause: Range<Int>) -> Bool {
    let rest = (verb + 1)..<clause.upperBound
    let end =
      rest.first {
        Self.links.contains(tokens[$0].word) || tokens[$0].followsMark
          || ["and", "but", "or"].contains(tokens[$0].word)
      } ?? clause.upperBound
    // "the way they are taught offers a lesson"
    if Self.being.contains(tokens[verb].word),
      ((verb + 1)..<end).contains(where: {
        tokens[$0].form.contains(.endsInS) && isLexical(tokens[$0])
      })
    {
      return false
    }
    return !((verb + 1)..<end).contains {
      Self.auxiliaries.contains(tokens[$0].word)
        && !(["be", "been", "have", "has", "had", "do"].contains(tokens[$0].word))
    }
  }

  /// Whether an aside between two commas stands between the subject and its verb, and no other mark.
  private func isAside(before verb: Int, from start: Int) -> Bool {
    let marks = (start + 1...verb).filter { tokens[$0].followsMark }
    return (2...3).contains(marks.count) && marks.last == verb && !tokens[verb].opensClause
      && marks[0] - start >= 1 && !["and", "or"].contains(tokens[marks[0]].word)
      && !tokens[marks[0]].opensClause
  }

  private func isPerfect(_ index: Int, in clause: Range<Int>) -> Bool {
    for next in index..<min(index + 4, clause.upperBound) {
      let token = tokens[next]
      if token.form.contains(.endsInEd) || Self.participles.contains(token.word) { return true }
      guard isAdverb(token) || ["not", "to", "since", "long", "both"].contains(token.word) else {
        return false
      }
      if token.word == "to" { return false }
    }
    return false
  }

  private func isAdverb(_ token: Phrase.Token) -> Bool {
    token.form.contains(.endsInLy) && !token.isCapitalized && token.word.utf8.count > 4
      && !["family", "early", "italy", "ally", "daily"].contains(token.word)
      || Self.adverbs.contains(token.word) || Self.assurances.contains(token.word)
  }

  private static let adverbs: Set<String> = [
    "still", "now", "never", "always", "often", "also", "seldom", "rarely", "already", "too",
    "thus", "soon", "even", "only", "just", "not",
  ]
  /// What a question leaves out, since it asks about just that.
  private static let assurances: Set<String> = [
    "really", "clearly", "certainly", "surely", "undoubtedly", "indeed", "truly", "simply",
    "actually", "obviously", "therefore", "thus", "also", "definitely", "evidently", "plainly",
    "unquestionably", "likely", "rightly", "inevitably", "arguably", "perhaps", "probably",
    "already",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "has", "have", "can", "could", "will", "would", "should", "must",
    "had", "does", "do", "did",
  ]
  private static let negated: [String: String] = [
    "isn't": "is", "aren't": "are", "wasn't": "was", "weren't": "were", "don't": "do",
    "doesn't": "does", "didn't": "did", "hasn't": "has", "haven't": "have", "won't": "will",
    "wouldn't": "would", "can't": "can", "cannot": "can", "couldn't": "could",
    "shouldn't": "should",
  ]
  private static let contractions: [String: (String, String)] = [
    "it's": ("it", "is"), "they're": ("they", "are"), "he's": ("he", "is"),
    "she's": ("she", "is"), "we're": ("we", "are"), "they've": ("they", "have"),
    "we've": ("we", "have"), "there's": ("there", "is"), "that's": ("that", "is"),
  ]
  private static let participles: Set<String> = [
    "been", "become", "made", "given", "taken", "held", "kept", "left", "told", "built", "brought",
    "sent", "seen", "done", "put", "set", "cut", "paid", "spent", "taught", "met", "let", "fought",
    "won", "lost", "gone", "come", "grown", "shown", "begun", "found", "had", "led", "broken",
    "chosen", "fallen", "risen", "driven", "forgotten", "hidden", "stolen", "thrown", "written",
    "spoken", "known", "drawn", "born", "borne", "sold", "thought", "felt", "heard", "said", "run",
    "turned", "gotten", "got", "proven", "sought", "bought", "caught", "understood", "stood",
  ]

  /// "carry" of "carries".
  static func base(of verb: String) -> String {
    if verb.hasSuffix("ies"), verb.utf8.count > 4 { return verb.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where verb.hasSuffix(ending) {
      return String(verb.dropLast(2))
    }
    return String(verb.dropLast())
  }
}
