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

  /// What the claim calls for, in words that fit after "to".
  var call: String? {
    let filling = SlotFilling(phrase, capitals: Capitals(text.utf8, around: passage))
    let call = filling.call(isNegated: false)
    return call?.actor == nil ? nil : call?.words
  }

  /// A question that may be asked, and how good it is likely to be.
  struct Candidate {
    var question: Counterargument
    var aim: Aim
    var scheme: String
    /// Whether it goes by the kind of claim alone.
    var isGeneral: Bool
    var worth: Float
    /// Whether it says the claim again, which is enough once.
    var repeatsClaim: Bool
  }

  /// Whether general questions make sense: not of what the author tells of himself or says to "you", and
  /// not of a plain report, in which nothing is judged, weighed, foretold or called for.
  private func isArguable(_ kind: ClaimKind) -> Bool {
    let personal: Categories = [.singular, .reader]
    let stance: Categories = [
      .good, .bad, .booster, .universal, .effect, .issue, .principle, .conclusion, .negation,
      .future, .possibility, .necessity, .hedge, .comparison,
    ]
    return phrase.tokens.allSatisfy { $0.categories.isDisjoint(with: personal) }
      && (kind == .value
        || phrase.tokens.contains {
          !$0.form.isDisjoint(with: [.superlative, .adjective])
            || !$0.categories.isDisjoint(with: stance) && $0.word != "as"
        })
      && !phrase.tokens.contains { Self.reporting.contains($0.word) }
  }

  private static let reporting: Set<String> = [
    "said", "told", "announced", "reported", "explained", "replied", "recalled",
  ]

  /// All questions that may be asked of the claim, best first; none where it is not the kind of
  /// sentence that can be asked about.
  ///
  /// - Parameters:
  ///   - kind: What the claim is about; its general questions come along.
  ///   - thesis: What the essay calls for, if it does and the claim is another one.
  func candidates(kind: ClaimKind, thesis: String?) -> [Candidate] {
    let filling = SlotFilling(
      phrase, capitals: Capitals(text.utf8, around: passage), thesis: thesis)
    var candidates: [Candidate] = []
    for match in found {
      candidates += ask(
        catalog.schemes[match.scheme], match.cue, strength: match.strength, filling)
    }
    let isCall = phrase.tokens.contains { $0.categories.contains(.necessity) }
    let asked = kind == .policy && !isCall ? ClaimKind.fact : kind
    if isArguable(asked), let general = catalog.scheme("general_" + asked.rawValue) {
      candidates += ask(general, nil, strength: Self.generalStrength, filling)
    }
    return candidates.enumerated()
      .sorted { ($0.element.worth, $1.offset) > ($1.element.worth, $0.offset) }
      .map(\.element)
  }

  private func ask(
    _ scheme: Scheme, _ cue: CuePattern.Match?, strength: Float, _ filling: SlotFilling
  ) -> [Candidate] {
    scheme.questions.enumerated().compactMap { number, question in
      let speaks = question.text.contains("{")
      let filled = filling.fill(question.text, cue: cue?.tokens ?? 0..<0)
      guard let text = filled ?? question.generic else { return nil }
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
        repeatsClaim: filled != nil && question.text.contains("{claim}"))
    }
  }
}
