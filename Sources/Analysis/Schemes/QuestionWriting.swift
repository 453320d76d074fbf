import RejoinderCore

/// Asks the critical questions of one claim.
struct QuestionWriting {
  /// More than these nobody reads.
  private static let most = 4
  private static let schemes = 3
  private static let leastStrength: Float = 0.45

  private let catalog: SchemeCatalog
  private let phrase: Phrase
  private let filling: SlotFilling
  private let found: [SchemeCatalog.Match]
  /// The same for the same words, wherever they stand.
  private let digest: String

  init(_ catalog: SchemeCatalog, _ passage: Range<Int>, of text: EssayText) {
    self.catalog = catalog
    phrase = Phrase(text.utf8, passage)
    // One word that may belong to a scheme is not enough to ask its questions.
    found = catalog.matches(in: phrase).filter { $0.strength >= Self.leastStrength }
    filling = SlotFilling(phrase, capitals: Capitals(text.utf8, around: passage))
    digest = String(
      Fingerprint(of: phrase.tokens.map(\.word).joined(separator: " ")).digits.prefix(16))
  }

  var matches: [SchemeMatch] {
    found.prefix(Self.schemes).map { match in
      let scheme = catalog.schemes[match.scheme]
      return SchemeMatch(
        id: scheme.id, name: scheme.name, confidence: match.strength,
        cue: phrase.string(match.tokens))
    }
  }

  /// - Parameter kind: What the claim is about, for when no scheme shows.
  func questions(kind: ClaimKind) -> [Counterargument] {
    let found = self.found.prefix(Self.schemes)
    guard !found.isEmpty else { return generalQuestions(kind) }
    var asked: [Counterargument] = []
    for (rank, match) in found.enumerated() {
      let scheme = catalog.schemes[match.scheme]
      // The surest scheme asks two, the others one each.
      let questions = ask(scheme, cue: match.tokens, most: rank == 0 ? 2 : 1)
      asked += questions.filter { question in !asked.contains { $0.text == question.text } }
    }
    return Array(asked.prefix(Self.most))
  }

  private func generalQuestions(_ kind: ClaimKind) -> [Counterargument] {
    guard let scheme = catalog.scheme("general_" + kind.rawValue) else { return [] }
    return ask(scheme, cue: nil, most: 2)
  }

  private func ask(_ scheme: Scheme, cue: Range<Int>?, most: Int) -> [Counterargument] {
    let slots = filling.fill(scheme.slots, cue: cue ?? 0..<0)
    var filled: [(number: Int, text: String)] = []
    var plain: [(number: Int, text: String)] = []
    for (number, question) in scheme.questions.enumerated() {
      if question.needs.isEmpty {
        plain.append((number, question.text))
      } else if let text = Self.fill(question, slots) {
        filled.append((number, text))
      } else if let text = question.generic {
        plain.append((number, text))
      }
    }
    // Questions that say nothing of the claim's own words would be the same beside every claim of
    // the kind: where they begin goes by the claim.
    let turn =
      plain.isEmpty ? 0 : digest.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % plain.count
    let order = filled.prefix(1) + (plain[turn...] + plain[..<turn]) + filled.dropFirst()
    return order.prefix(most).map { number, text in
      Counterargument(
        id: "scheme:\(scheme.id):\(number):\(digest)", text: text, attack: .question,
        origin: Origin(
          kind: .scheme, label: scheme.name, detail: cue.map { phrase.string($0) } ?? ""))
    }
  }

  /// The question with its slots filled, or `nil` where one is missing.
  private static func fill(_ question: Scheme.Question, _ slots: [Slot: String]) -> String? {
    var text = ""
    var rest = question.text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let slot = Slot(rawValue: String(rest[rest.index(after: open)..<close])),
        let words = slots[slot]
      else { return nil }
      text += rest[..<open] + words
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
