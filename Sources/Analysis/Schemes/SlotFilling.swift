/// Fills slots from a claim's own words, where it is sure of them.
///
/// A slot is filled only with a short run of words that reads well inside a question; everything else
/// stays empty.
struct SlotFilling {
  let phrase: Phrase
  let capitals: Capitals
  /// Where the sentence begins after words that only join it to what stands before: "But", "In fact,".
  let leadIn: Int
  /// The clause that says what the author holds; `nil` where it cannot be told for sure.
  private(set) var mainClause: Range<Int>?
  /// What stands before the main clause and belongs to what it says: "in the winter", "if it rains".
  private(set) var lead: Range<Int>?
  /// The verb of the main clause.
  private(set) var predicate: Int?
  let tokens: [Phrase.Token]
  /// Whether the word at an index is a verb.
  private(set) var verbs: [Bool] = []
  /// How the text uses the word that begins the sentence, where that has to be known: a look through all
  /// that stands around it.
  private(set) var useOfFirst: Capitals.Use?

  init(_ phrase: Phrase, capitals: Capitals) {
    self.phrase = phrase
    self.capitals = capitals
    tokens = Self.told(phrase.tokens)
    leadIn = Self.leadIn(of: phrase.tokens)
    verbs = tokens.indices.map(tellsVerb)
    if let first = tokens.first, mayBeName(first) {
      useOfFirst = capitals.use(of: Self.owner(first.word))
    }
    let proposition = findProposition()
    mainClause = proposition?.clause
    lead = proposition?.lead
    predicate = mainClause.flatMap(mainVerb)
    if let clause = mainClause, hidesAnotherClause(clause, before: predicate) {
      (mainClause, lead, predicate) = (nil, nil, nil)
    }
  }

  /// The words for a slot.
  ///
  /// - Parameter cue: The tokens of the cue that gave the scheme away.
  /// - Returns: `nil` where they cannot be told for sure.
  func words(for slot: Slot, cue: Range<Int>) -> String? {
    switch slot {
    case .action: call()?.words
    case .deed:
      call().map { $0.words.count { $0 == " " } > Self.longestRepeated ? "do so" : $0.words }
    case .actor: call()?.actor
    case .doer: doer()
    case .passive: passiveCall()
    case .undone: undone()
    case .pursuer: pursuer(cue)
    case .charged: charged()
    case .subject: prospect(cue)?.subject
    case .patient: prospect(cue)?.patient
    case .outcome: prospect(cue)?.outcome
    case .ground: ground()
    case .amount: amount(cue)
    case .cause: causation()?.cause
    case .effect: causation()?.effect
    case .reason: reason()
    case .finding: finding()
    case .judged: verdict()?.topic
    case .verdict: verdict()?.predicate
    case .granted: granted()
    case .warned: warning()?.actor
    case .warning: warning()?.words
    case .denied: denied()?.words
    case .renamed: denied()?.topic
    case .duty: duty()
    case .misdeed: misdeed()
    case .label: label()
    case .likeness: likeness(cue)
    case .source: source()
    case .value: value()
    case .cue: phrase.string(cue).lowercased()
    case .claim: mainClauseWords()
    case .statement: statement(holding: cue)
    case .foreseen: foreseen(cue)
    case .inverted: inverted(cue)
    case .plain: plainClause()
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

  /// More blanks than these are not asked about twice in the same words.
  private static let longestRepeated = 9

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
    return (nounPhrase(endingAt: end) ?? clauseSubject(endingAt: end)).map { ($0, $0) }
  }

  /// All that stands before the verb of the main clause.
  private func clauseSubject(endingAt end: Int) -> String? {
    guard let clause = mainClause, let predicate, (end...end + 1).contains(predicate),
      (2...Self.longestSubject).contains(end - clause.lowerBound),
      !tokens[clause.lowerBound..<end].contains(where: {
        $0.isHanger || $0.followsMark && $0.range != tokens[clause.lowerBound].range
      }),
      Self.objects[tokens[clause.lowerBound].word] == nil || tokens[clause.lowerBound].word != "it",
      !Self.loose.contains(tokens[end - 1].word), !tokens[end - 1].form.contains(.endsInLy)
    else { return nil }
    return withoutSentenceCapital(clause.lowerBound..<end)
  }

  private static let longestSubject = 12

  /// Whether a clause begins at a token: the sentence's first, after a connective, after a mark.
  func opensClause(_ index: Int) -> Bool {
    if index == 0 || tokens[index].followsMark { return true }
    return index == leadIn
  }
}
