import RejoinderCore

/// The critical questions that can be asked of one claim.
struct QuestionWriting {
  /// How many schemes are told of a claim.
  private static let schemes = 3
  private static let leastStrength: Float = 0.45
  /// How much better a question is that speaks of the claim in its own words.
  private static let worthOfWords: Float = 0.3
  /// How much worse the next question of a scheme is.
  private static let stepDown: Float = 0.06
  /// How sure a question is that goes by the kind of claim alone.
  private static let generalStrength: Float = 0.36

  private let catalog: SchemeCatalog
  private let phrase: Phrase
  private let text: EssayText
  private let passage: Range<Int>
  /// The same for the same words, wherever they stand.
  let digest: String

  init(_ catalog: SchemeCatalog, _ passage: Range<Int>, of text: EssayText) {
    self.catalog = catalog
    phrase = Phrase(text.utf8, passage)
    self.text = text
    self.passage = passage
    digest = String(
      Fingerprint(of: phrase.tokens.map(\.word).joined(separator: " ")).digits.prefix(16))
  }

  /// The claim's schemes, surest first. One word that may belong to a scheme is not enough.
  private var found: some Collection<SchemeCatalog.Match> {
    catalog.matches(in: phrase).filter { $0.strength >= Self.leastStrength }.prefix(Self.schemes)
  }

  var matches: [SchemeMatch] {
    found.map { match in
      let scheme = catalog.schemes[match.scheme]
      return SchemeMatch(
        id: scheme.id, name: scheme.name, confidence: match.strength,
        cue: phrase.string(match.cue))
    }
  }

  /// A question that may be asked, and how good it is likely to be.
  struct Candidate {
    var question: Counterargument
    var aim: Aim
    var scheme: String
    /// Whether it goes by the kind of claim alone.
    var isGeneral: Bool
    /// Whether it goes by the claim's being a call for action.
    var asksOfCall: Bool { scheme == "general_" + ClaimKind.policy.rawValue }
    var worth: Float
    /// Whether it says the claim again, which is enough once.
    var repeatsClaim: Bool
  }

  /// Whether general questions make sense: not of what the author tells of himself or says to "you", and
  /// not of a plain report, in which nothing is judged, weighed, foretold or called for.
  ///
  /// - Parameter confidence: That it is a claim at all. What is surely one needs no word of stance.
  private func isArguable(
    _ kind: ClaimKind, confidence: Float, _ filling: SlotFilling
  ) -> Bool {
    let personal: Categories = [.singular, .reader]
    guard confidence >= Self.leastConfidence,
      phrase.tokens.allSatisfy({ $0.categories.isDisjoint(with: personal) }),
      !phrase.tokens.contains(where: { Self.reporting.contains($0.word) }),
      !filling.isAttributed
    else { return false }
    let range = filling.mainClause
    if let range, filling.isHeldWithTongs(range) { return false }
    if let range, range.count < Self.fewestWords { return false }
    if let range, let first = phrase.tokens[range].first {
      if Self.empty.contains(first.word) { return false }
      if first.word == "the", Self.announcing.contains(phrase.tokens[range.lowerBound + 1].word) {
        return false
      }
      if first.word == "we",
        !phrase.tokens[range].contains(where: { $0.categories.contains(.necessity) })
      {
        return false
      }
      // What is said of "it" or "them" needs more than to be short and plain.
      if Self.pointing.contains(first.word),
        !phrase.tokens[range].contains(where: { $0.categories.contains(.necessity) }),
        filling.isFinite(filling.tokens[range.lowerBound + 1]) || first.word.contains("'"),
        range.count < 9 || confidence < Self.sureConfidence,
        !phrase.tokens[range].contains(where: {
          !$0.form.isDisjoint(with: [.superlative, .adjective])
            || !$0.categories.isDisjoint(with: Self.judging) && $0.word != "just"
        })
      {
        return false
      }
    }
    if kind == .value || filling.charged() != nil { return true }
    let clause = filling.mainClause ?? phrase.tokens.indices
    let tells = tells(clause, filling)
    if tells == true, phrase.tokens[clause].contains(where: { $0.form.contains(.year) }) {
      return false
    }
    if confidence >= Self.sureConfidence, tells != true { return true }
    return phrase.tokens[clause].contains {
      $0.form.contains(.superlative)
        || !$0.categories.isDisjoint(with: tells == true ? Self.weighty : Self.stance)
          && $0.word != "as"
        || (tells != true || confidence >= Self.sureConfidence) && $0.form.contains(.adjective)
    }
  }

  /// Whether a clause tells what happened, or what is just going on: its verb stands in the past, in the
  /// perfect, or is something being done. `nil` where it has none that can be told.
  private func tells(_ clause: Range<Int>, _ filling: SlotFilling) -> Bool? {
    guard
      let verb = filling.predicate
        ?? clause.dropFirst().first(where: { filling.isFinite(filling.tokens[$0]) })
    else { return nil }
    let next = phrase.tokens[verb..<clause.upperBound].dropFirst().prefix(3)
    switch phrase.tokens[verb].word {
    case "has", "have":
      return next.contains {
        $0.form.contains(.endsInEd) || $0.word == "been" || $0.word == "become"
      }
    case "is", "are": return next.contains { $0.word == "being" }
    default:
      return !phrase.tokens[verb].categories.isDisjoint(with: [.pastVerb, .pastAuxiliary])
    }
  }

  /// Whether what comes next in the paragraph gives an example, a figure or somebody's word for the claim:
  /// to ask what shows it would ask for what the next line tells.
  private var isShownNext: Bool {
    let rest = text.utf8[passage.upperBound...].prefix(Self.glance)
      .prefix { $0 != UInt8(ascii: "\n") }
    let digits = rest.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits >= 2
      || Self.showing.contains { words in
        rest.indices.contains { rest[$0...].starts(with: words) }
      }
  }

  private static let glance = 160
  private static let showing = [
    "or example", "or instance", "ccording to", "onsider ", "Take ", "ecause ", " said", " says",
  ].map { Array($0.utf8) }

  /// A shorter clause says too little to ask about in general.
  private static let fewestWords = 5
  /// What is less likely a claim is a report more often than not.
  private static let leastConfidence: Float = 0.62
  private static let sureConfidence: Float = 0.8

  private static let pointing: Set<String> = [
    "it", "they", "this", "these", "those", "he", "she", "it's", "they're", "he's", "she's",
  ]
  /// What leads on to the claim rather than makes one.
  private static let announcing: Set<String> = ["answer", "question", "point", "list", "following"]
  private static let empty: Set<String> = ["one", "what", "another"]

  private static let judging: Categories = [
    .good, .bad, .universal, .effect, .principle, .negation, .conclusion,
  ]
  private static let weighty: Categories = [.good, .bad, .universal, .effect, .principle]
  private static let stance: Categories = [
    .good, .bad, .booster, .universal, .effect, .issue, .principle, .conclusion, .negation,
    .future, .possibility, .necessity, .hedge, .comparison,
  ]

  private static let reporting: Set<String> = [
    "said", "told", "announced", "reported", "explained", "replied", "recalled",
  ]

  /// All questions that may be asked of the claim, best first; none where it is not the kind of
  /// sentence that can be asked about.
  ///
  /// - Parameters:
  ///   - kind: What the claim is about; its general questions come along.
  ///   - confidence: That it is a claim.
  ///   - isThesis: Whether it is what the essay holds above all, which is asked something wherever its
  ///     clause can be told.
  func candidates(
    kind: ClaimKind, confidence: Float = 1, isThesis: Bool = false
  ) -> [Candidate] {
    let filling = SlotFilling(phrase, capitals: Capitals(text.utf8, around: passage))
    // What is called out is meant to be felt, not weighed.
    if text.utf8[passage].contains(UInt8(ascii: "!")) { return [] }
    var candidates: [Candidate] = []
    for match in found {
      candidates += ask(
        catalog.schemes[match.scheme], match.cue, strength: match.strength, filling)
    }
    let isCall = isCall(filling, kind)
    let asked = kind == .policy && !isCall ? ClaimKind.fact : kind
    if isArguable(asked, confidence: confidence, filling),
      let general = catalog.scheme("general_" + asked.rawValue)
    {
      candidates += ask(general, nil, strength: Self.generalStrength, filling)
    }
    if isThesis, candidates.isEmpty, let general = catalog.scheme("general_thesis") {
      candidates += ask(general, nil, strength: Self.generalStrength, filling)
    }
    return candidates.enumerated()
      .sorted { ($0.element.worth, $1.offset) > ($1.element.worth, $0.offset) }
      .map(\.element)
  }

  /// Whether the main clause calls for something: "needs to", "must", "it is time to".
  private func isCall(_ filling: SlotFilling, _ kind: ClaimKind) -> Bool {
    if filling.duty() != nil { return true }
    let clause = filling.mainClause ?? phrase.tokens.indices
    let verb = filling.predicate
    return clause.contains { index in
      if phrase.tokens[clause].prefix(8).contains(where: {
        $0.word == "doesn't" || $0.word == "don't"
      }) {
        return false
      }
      guard verb == nil || verb.map({ ($0...$0 + 1).contains(index) }) ?? false else {
        return false
      }
      let token = phrase.tokens[index]
      switch token.word {
      case "need": return !filling.isNoun(modal: index)
      case "have", "has":
        return index + 1 < clause.upperBound && phrase.tokens[index + 1].word == "to"
      case "time":
        return kind == .policy && index > 0
          && SlotFilling.copulas.contains(phrase.tokens[index - 1].word)
      default: return token.categories.contains(.necessity)
      }
    }
  }

  private func ask(
    _ scheme: Scheme, _ cue: CuePattern.Match?, strength: Float, _ filling: SlotFilling
  ) -> [Candidate] {
    let isShown = cue == nil && isShownNext
    return scheme.questions.enumerated().compactMap { number, question in
      if question.trait.map({ !filling.has($0) }) ?? false { return nil }
      if isShown, question.aim == .evidence { return nil }
      let speaks = question.text.contains("{")
      let filled = filling.fill(question.text, cue: cue?.tokens ?? 0..<0)
      guard let text = filled ?? question.generic,
        question.requirement.map({
          filling.words(for: $0, cue: cue?.tokens ?? 0..<0) != nil
        }) ?? true
      else { return nil }
      return Candidate(
        question: Counterargument(
          id: "scheme:\(scheme.id):\(question.aim.rawValue):\(digest)", text: text,
          attack: .question,
          origin: Origin(
            kind: .scheme, label: scheme.name, detail: cue.map { phrase.string($0) } ?? "",
            summary: scheme.summary)),
        aim: question.aim, scheme: scheme.id, isGeneral: cue == nil,
        worth: strength - Float(number) * Self.stepDown
          + (speaks && filled != nil ? Self.worthOfWords : 0),
        repeatsClaim: filled != nil
          && (question.text.contains("{claim}") || question.text.contains("{statement}")
            || question.text.contains("{inverted}") || question.text.contains("{plain}")
            || question.text.contains("{foreseen}")
            || question.text.contains("{outcome}"))
      )
    }
  }
}
