/// Fills slots from a claim's own words, where it is sure of them.
///
/// A slot is filled only with a short run of words that reads well inside a question; everything else
/// stays empty.
struct SlotFilling {
  let phrase: Phrase
  let capitals: Capitals
  /// What the essay's thesis calls for: "tow every car".
  let thesis: String?
  /// Where the sentence begins after words that only join it to what stands before: "But", "In fact,".
  let leadIn: Int
  var tokens: [Phrase.Token] { phrase.tokens }

  init(_ phrase: Phrase, capitals: Capitals, thesis: String? = nil) {
    self.phrase = phrase
    self.capitals = capitals
    self.thesis = thesis
    leadIn = Self.leadIn(of: phrase.tokens)
  }

  /// The words for a slot.
  ///
  /// - Parameter cue: The tokens of the cue that gave the scheme away.
  /// - Returns: `nil` where they cannot be told for sure.
  func words(for slot: Slot, cue: Range<Int>) -> String? {
    switch slot {
    case .action: call(isNegated: false)?.words
    case .avoided: call(isNegated: true)?.words
    case .actor: (call(isNegated: false) ?? call(isNegated: true))?.actor
    case .passive: passiveCall()
    case .failed: failed()
    case .party: pursuit()?.party
    case .motive: pursuit()?.motive
    case .subject: prospect()?.subject
    case .patient: prospect()?.patient
    case .outcome: prospect()?.outcome
    case .ground: ground()
    case .loaded: loaded()
    case .amount: amount(cue)
    case .cause: causation()?.cause
    case .effect: causation()?.effect
    case .reason: reason()
    case .condition: condition()
    case .finding: finding()
    case .topic: description()?.topic
    case .copula: description()?.copula
    case .predicate: description()?.predicate
    case .label: label()
    case .likeness: likeness(cue)
    case .source: source()
    case .value: value()
    case .optionA: options()?.first
    case .optionB: options()?.second
    case .cue: phrase.string(cue).lowercased()
    case .milder: milder(cue)
    case .claim: mainClause()
    case .thesis: thesis
    }
  }

  /// The question with its slots filled, or `nil` where one is missing.
  func fill(_ question: String, cue: Range<Int>) -> String? {
    var text = ""
    var rest = question[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let slot = Slot(rawValue: String(rest[rest.index(after: open)..<close])),
        let words = words(for: slot, cue: cue)
      else { return nil }
      text += rest[..<open] + words
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  static let copulas: Set<String> = ["is", "are", "was", "were", "be"]
  static let pronouns: Set<String> = ["it", "they", "this", "that", "these", "those"]
  /// Pronouns as subjects and as objects.
  static let objects: [String: String] = [
    "it": "it", "they": "them", "he": "him", "she": "her", "we": "us", "this": "this",
    "that": "that", "these": "these", "those": "those",
  ]

  /// The words before `end` as a subject: a noun phrase, or a pronoun that opens its clause.
  func subject(endingAt end: Int) -> (nominative: String, objective: String)? {
    if end > 0, let object = Self.objects[tokens[end - 1].word], opensClause(end - 1) {
      return (tokens[end - 1].word, object)
    }
    return nounPhrase(endingAt: end).map { ($0, $0) }
  }

  /// Whether a clause begins at a token: the sentence's first, after a connective, after a mark.
  func opensClause(_ index: Int) -> Bool {
    if index == 0 || tokens[index].followsMark { return true }
    return index == leadIn
  }
}
