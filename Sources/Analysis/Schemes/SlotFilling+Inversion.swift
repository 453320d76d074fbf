/// The main clause turned into a question: "is the toll really fair" of "The toll is clearly fair".
extension SlotFilling {
  /// - Parameter cue: Where it is not empty it must stand in the main clause, and not in a clause that
  ///   hangs on it.
  /// - Returns: `nil` where subject and verb cannot be told for sure.
  func inverted(_ cue: Range<Int>) -> String? { withLead(turned(cue)) }

  /// The same without what stands before the main clause.
  private func turned(_ cue: Range<Int>) -> String? {
    guard let whole = mainClause, cue.isEmpty || holds(whole, cue), isWholeThought(whole),
      let clause = withoutSecondVerb(whole),
      (3...Self.longestInversion).contains(clause.count)
    else { return nil }
    let first = tokens[clause.lowerBound]
    guard !["more", "less", "what", "one"].contains(first.word),
      first.word != "most"
        || !tokens[clause.lowerBound + 1].form.contains(.adjective)
          && !tokens[clause.lowerBound + 1].form.contains(.endsInIng)
    else { return nil }
    if let (pronoun, auxiliary) = Self.contractions[first.word] {
      // "it's become" has "has" in it.
      guard auxiliary == "have" || !Self.beenDone.contains(tokens[clause.lowerBound + 1].word)
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
      clause.upperBound == tokens.count || !Self.loose.contains(tokens[clause.upperBound - 1].word),
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
    let closing = tokens[verb].followsMark ? "," : ""
    guard tokens[end - 1].word != "well" else { return nil }
    guard closing.isEmpty || gap(before: verb).elementsEqual(", ".utf8),
      closing.isEmpty || end == verb
    else { return nil }
    guard
      let words = first.word == "there"
        ? "there" : withoutSentenceCapital(subject).map({ $0 + closing }),
      !Self.loose.contains(tokens[end - 1].word) || subject.count == 1
    else { return nil }
    let word = tokens[verb].word
    let isDenied = Self.negated[word] != nil || tokens[verb + 1].word == "not"
    // "It could not be clearer", "it is clear to all that".
    if word == "could", tokens[verb + 1].word == "have" { return nil }
    // "They are not boats but wrecks."
    if isDenied, tokens[verb..<clause.upperBound].contains(where: { $0.word == "but" }) {
      return nil
    }
    if isDenied && ["could", "couldn't"].contains(word)
      || words == "it" && Self.evident.contains(tokens[verb + 1].word)
    {
      return nil
    }
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
      if word == "had", !isPerfect(verb + 1, in: clause), takesObject(verb + 1) {
        return inverted(
          "did", words, adverbs: adverbs, after: verb + 1, in: clause, base: "have")
      }
      // "do their best"
      if ["do", "does", "did", "had"].contains(word), tokens[verb + 1].word != "not",
        word != "had" || !isPerfect(verb + 1, in: clause)
      {
        return nil
      }
      if helps, verb + 2 < clause.upperBound || word != "be",
        !["expected", "supposed", "called", "named"].contains(tokens[verb + 1].word)
      {
        return inverted(word, words, adverbs: adverbs, after: verb + 1, in: clause, base: nil)
      }
      guard !helps, takesObject(verb + 1) else { return nil }
      return inverted(
        word == "has" ? "does" : "do", words, adverbs: adverbs, after: verb + 1, in: clause,
        base: "have")
    }
    guard tokens[verb + 1].word != "of", word != "am" else { return nil }
    if let base = Self.pasts[word] {
      return inverted("did", words, adverbs: adverbs, after: verb + 1, in: clause, base: base)
    }
    let base = word.hasSuffix("s") ? Self.base(of: word) : word
    return inverted(
      word.hasSuffix("s") ? "does" : "do", words, adverbs: adverbs, after: verb + 1, in: clause,
      base: base)
  }

  private func takesObject(_ index: Int) -> Bool {
    tokens[index].categories.contains(.article) || Self.objectWords.contains(tokens[index].word)
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
      ![
        "hardly", "why", "how", "what", "where", "when", "rather", "so", "said", "reported",
        "alleged", "rumoured",
      ].contains(tokens[start].word),
      base == nil || !Self.particles.contains(tokens[start].word)
    else { return nil }
    let words =
      [auxiliary, subject, "really"] + adverbs + (base.map { [$0] } ?? [])
      + [closed(start..<clause.upperBound)]
    return words.joined(separator: " ")
  }

  /// More words than these are hard to follow turned round.
  private static let longestInversion = 30

  /// The verb of the main clause: the first one, or the next where a clause with one of its own hangs on
  /// the subject.
  func mainVerb(of clause: Range<Int>) -> Int? {
    var verbs = clause.dropFirst().filter {
      isVerbForm(tokens[$0]) || isVerbByPlace($0) || isVerbAfterPronoun($0)
    }
    // "The money lost in the flood is gone": what looks like a past may hang on its noun.
    if let verb = verbs.first, Self.pasts[tokens[verb].word] != nil,
      let next = verbs.first(where: { Self.pasts[tokens[$0].word] == nil }),
      !tokens[verb..<next].contains(where: { Self.links.contains($0.word) })
    {
      verbs.removeAll { $0 < next }
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

  private static let evident: Set<String> = ["clear", "obvious", "evident", "true", "safe"]
  private static let particles: Set<String> = ["too", "once", "of", "up"]

  private static let nominatives: Set<String> = [
    "it", "they", "he", "she", "we", "this", "that", "these", "those", "there",
  ]
  /// Words after which the verb comes first.
  private static let inverting: Set<String> = [
    "little", "nor", "neither", "so", "never", "rarely", "seldom", "not", "hardly",
  ]
  private static let modals: Set<String> = ["will", "would", "can", "cannot", "can't", "won't"]

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
    "because", "although", "though", "whatever", "whoever", "however", "than", "since", "unless",
    "until", "lest",
  ]

  /// A clause without what the same subject does besides, "the toll is high and hurts the poor", where
  /// that cannot be taken along; `nil` where a cut would leave half a thought.
  private func withoutSecondVerb(_ clause: Range<Int>) -> Range<Int>? {
    guard let verb = predicate else { return clause }
    let takesBase = isBase(verb)
    for index in (verb + 1)..<max(verb + 1, clause.upperBound - 1)
    where ["and", "but", "or"].contains(tokens[index].word) {
      var next = index + 1
      while next + 1 < clause.upperBound,
        isAdverb(tokens[next]) || ["no", "longer"].contains(tokens[next].word)
      {
        next += 1
      }
      let isLinked = tokens[verb..<index].contains { Self.links.contains($0.word) }
      switch following(next, in: clause, base: takesBase || hasInfinitive(verb..<index)) {
      case .same: continue
      case .other where isLinked && tokens[index].word == "and": continue
      case .other
      where tokens[index].word == "and" && index - verb >= 2 && mayEnd(clause.lowerBound..<index):
        return clause.lowerBound..<index
      default: return nil
      }
    }
    return clause
  }

  private enum Following { case same, other, unsure }

  /// What comes after "and": a part of the same predicate, or another verb of the subject.
  private func following(_ index: Int, in clause: Range<Int>, base: Bool) -> Following {
    let token = tokens[index]
    if token.isCapitalized || token.form.contains(.endsInIng) { return .same }
    if Self.auxiliaries.contains(token.word) || Self.negated[token.word] != nil { return .other }
    let next = index + 1 < clause.upperBound ? tokens[index + 1] : nil
    let takesObject =
      next.map {
        $0.categories.contains(.article) || Self.articles.contains($0.word)
          || Self.objectWords.contains($0.word) && $0.word != "to"
      } ?? false
    if Self.pasts[token.word] != nil, takesObject { return .other }
    if token.form.contains(.endsInS), token.word.utf8.count > 3, !token.word.hasSuffix("ss") {
      if takesObject { return .other }
      if isLexical(token) { return .other }
      if isAfterAdverb(index)
        || next.map({
          ["as", "to", "at"].contains($0.word) || $0.form.contains(.endsInLy)
        }) ?? false
      {
        return .unsure
      }
      return .same
    }
    if isLexical(token) { return base ? .same : .other }
    // "are less sure and clearly show their fear"
    if !base, token.form.isDisjoint(with: [.endsInEd, .adjective]),
      takesObject || isAfterAdverb(index)
    {
      return .unsure
    }
    return .same
  }

  private func isAfterAdverb(_ index: Int) -> Bool {
    isAdverb(tokens[index - 1]) && tokens[index].categories.isDisjoint(with: [.good, .bad])
  }

  /// Whether the verb stands in its base form after "do", "will" and the like when it is turned round.
  private func isBase(_ verb: Int) -> Bool {
    let word = tokens[verb].word
    if ["will", "would", "can", "could", "should", "must", "cannot", "do", "does", "did"].contains(
      word)
      || ["won't", "can't", "don't", "doesn't", "didn't"].contains(word)
    {
      return true
    }
    return !Self.auxiliaries.contains(word) && Self.negated[word] == nil
      && !tokens[verb].form.contains(.endsInS) && Self.pasts[word] == nil
  }

  private func hasInfinitive(_ range: Range<Int>) -> Bool {
    tokens[range].dropLast().contains { $0.word == "to" }
  }

  private static let objectWords: Set<String> = [
    "a", "an", "the", "no", "every", "more", "less", "much", "many", "few", "little", "some", "any",
    "all", "their", "its", "our", "his", "her", "nothing", "something", "two", "three", "good",
    "to", "great", "real", "such", "enough", "difficult",
  ]

  private func isVerbForm(_ token: Phrase.Token) -> Bool {
    guard !token.followsHyphen, token.isFinite || !Self.auxiliaries.contains(token.word) else {
      return false
    }
    return Self.auxiliaries.contains(token.word) || Self.negated[token.word] != nil
      || isLexical(token) || Self.pasts[token.word] != nil && !token.isCapitalized
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
    guard
      !((verb + 1)..<end).contains(where: {
        Self.auxiliaries.contains(tokens[$0].word) && !["have", "do"].contains(tokens[$0].word)
          || tokens[$0].categories.contains(.pastVerb) && Self.pasts[tokens[$0].word] != nil
            && !Self.beenDone.contains(tokens[$0].word)
      })
    else { return false }
    // "The toll is high and shops are shut": another statement after "and".
    guard end < clause.upperBound, !Self.links.contains(tokens[end].word) else { return true }
    let others = tokens[end..<clause.upperBound].prefix { !Self.links.contains($0.word) }
    return !others.contains {
      Self.auxiliaries.contains($0.word) && !["have", "do", "need"].contains($0.word)
        && !isBase(verb)
    } && !others.dropFirst(2).contains { $0.form.contains(.endsInS) && isLexical($0) }
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
      if token.form.contains(.endsInEd) || Self.beenDone.contains(token.word) { return true }
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
  static let assurances: Set<String> = [
    "really", "clearly", "certainly", "surely", "undoubtedly", "indeed", "truly", "simply",
    "actually", "obviously", "therefore", "thus", "also", "definitely", "evidently", "plainly",
    "unquestionably", "likely", "rightly", "inevitably", "arguably", "perhaps", "probably",
    "already",
  ]
  static let auxiliaries: Set<String> = [
    "ought",
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
  static let beenDone: Set<String> = [
    "been", "become", "made", "given", "taken", "held", "kept", "left", "told", "built", "brought",
    "sent", "seen", "done", "put", "set", "cut", "paid", "spent", "taught", "met", "let", "fought",
    "won", "lost", "gone", "come", "grown", "shown", "begun", "found", "had", "led", "broken",
    "chosen", "fallen", "risen", "driven", "forgotten", "hidden", "stolen", "thrown", "written",
    "spoken", "known", "drawn", "born", "borne", "sold", "thought", "felt", "heard", "said", "run",
    "turned", "gotten", "got", "proven", "sought", "bought", "caught", "understood", "stood",
  ]

  /// Verbs of the past that judge or say what came of something, with their base forms. What only tells
  /// a story is not turned round.
  private static let pasts: [String: String] = [
    "failed": "fail", "made": "make", "led": "lead", "caused": "cause", "undermined": "undermine",
    "destroyed": "destroy", "created": "create", "helped": "help", "brought": "bring",
    "gave": "give", "lost": "lose", "won": "win", "proved": "prove", "showed": "show",
    "became": "become", "changed": "change", "turned": "turn", "ignored": "ignore",
    "weakened": "weaken", "strengthened": "strengthen", "deserved": "deserve",
    "represented": "represent", "marked": "mark", "reflected": "reflect", "revealed": "reveal",
    "exposed": "expose", "allowed": "allow", "forced": "force", "needed": "need",
    "wanted": "want", "believed": "believe", "feared": "fear", "hoped": "hope", "knew": "know",
    "served": "serve", "produced": "produce", "reduced": "reduce", "improved": "improve",
    "threatened": "threaten", "encouraged": "encourage", "enabled": "enable",
    "prevented": "prevent", "contributed": "contribute", "saved": "save", "harmed": "harm",
    "benefited": "benefit", "betrayed": "betray", "demonstrated": "demonstrate",
    "confirmed": "confirm", "remained": "remain", "seemed": "seem", "meant": "mean",
    "offered": "offer", "required": "require", "depended": "depend", "played": "play",
    "refused": "refuse", "supported": "support", "fuelled": "fuel", "fueled": "fuel",
    "triggered": "trigger", "sparked": "spark", "drove": "drive", "began": "begin",
    "broke": "break", "took": "take", "violated": "violate", "succeeded": "succeed",
    "suffered": "suffer", "increased": "increase", "worsened": "worsen", "eroded": "erode",
    "set": "set", "saw": "see", "found": "find", "cost": "cost", "paved": "pave",
    "transformed": "transform", "shaped": "shape", "inspired": "inspire", "provoked": "provoke",
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
