/// Where the main clause begins, and what stands before it.
extension SlotFilling {
  /// The main clause and what stands before it and belongs to what it says.
  struct Proposition {
    var clause: Range<Int>
    var lead: Range<Int>?
  }

  func findProposition() -> Proposition? {
    guard leadIn < tokens.count else { return nil }
    for index in tokens.indices.dropFirst(leadIn + 1)
    where tokens[index].followsMark && ["but", "yet"].contains(tokens[index].word) {
      // What is granted before a "but" is not what the author holds.
      return proposition(from: index + 1, lead: nil)
    }
    if !leadsIn(tokens[leadIn]), let found = proposition(from: leadIn, lead: nil) { return found }
    return leads.lazy.compactMap { proposition(from: $0.start, lead: $0.kept) }.first
  }

  /// Whether what was taken for one clause is more or less than one: "Polls show women are …", "…, and in
  /// May it's …", "… but dare not …", "All too likely it will …".
  func hidesAnotherClause(_ clause: Range<Int>, before verb: Int?) -> Bool {
    let opening = tokens[clause].prefix(2).map(\.word)
    if ["dare", "dares", "dared"].contains(opening[0]) || opening == ["all", "too"] {
      return true
    }
    var isJoined = false
    for index in clause.dropFirst() {
      let token = tokens[index]
      isJoined = isJoined || token.followsMark && ["and", "or", "but", "yet"].contains(token.word)
      if isJoined, Self.contracted.contains(token.word) { return true }
    }
    guard let verb else { return false }
    let subject = tokens[clause.lowerBound..<verb]
    return subject.indices.dropFirst().contains { index in
      Self.tellings.contains(tokens[index].word)
        && tokens[index - 1].categories.isDisjoint(with: [.article, .preposition])
        && !tokens[index - 1].form.contains(.adjective)
        && !subject[..<index].contains { ["who", "that", "which"].contains($0.word) }
    }
  }

  /// What hands on a statement without a "that".
  private static let tellings: Set<String> = [
    "show", "shows", "showed", "suggest", "suggests", "say", "says", "said", "believe", "believes",
    "think", "thinks", "know", "knows", "find", "finds", "found", "argue", "argues", "insist",
    "insists",
  ]

  private func proposition(from start: Int, lead: Range<Int>?) -> Proposition? {
    guard let clause = clauseRange(from: start, limit: Self.longestClause),
      withoutSentenceCapital(clause) != nil
    else { return nil }
    return Proposition(clause: clause, lead: lead)
  }

  /// Whether a sentence that opens with a token has words before its main clause, with a comma after them.
  private func leadsIn(_ first: Phrase.Token) -> Bool {
    guard Self.keptLeads.contains(first.word) || Self.droppedLeads.contains(first.word) else {
      return false
    }
    let verb = tokens.indices.dropFirst(leadIn + 1).first { isVerb($0) } ?? tokens.count
    return tokens[leadIn..<min(verb + 1, tokens.count)].dropFirst().contains {
      $0.followsMark && !$0.opensClause
    }
  }

  /// Where the main clause may begin after "While …,", "In 2008,", "If it rains,", and which of those
  /// words it cannot do without.
  private var leads: [(start: Int, kept: Range<Int>?)] {
    guard leadIn + 1 < tokens.count else { return [] }
    let first = tokens[leadIn]
    // "Today it has the will": no comma.
    if Self.times.contains(first.word), Self.starters.contains(tokens[leadIn + 1].word) {
      return [(leadIn + 1, leadIn..<leadIn + 1)]
    }
    if first.word == "if", let then = tokens.firstIndex(where: { $0.word == "then" }) {
      return isLead(leadIn..<then) ? [(then + 1, leadIn..<then)] : []
    }
    let commas = tokens.indices.dropFirst(leadIn + 1).filter {
      tokens[$0].followsMark && !tokens[$0].opensClause
        && gap(before: $0).contains(UInt8(ascii: ","))
    }
    guard let comma = commas.first else { return [] }
    let lead = leadIn..<comma
    if isDropped(lead) {
      return commas.filter {
        $0 == comma ? !startsList($0) : Self.statementStarters.contains(tokens[$0].word)
      }.map { ($0, nil) }
    }
    guard Self.keptLeads.contains(first.word), isLead(lead), !startsList(comma) else { return [] }
    return [(comma, lead)]
  }

  /// Whether what follows a comma before the next verb is broken by another: "In Lima, Peru today, it is".
  private func startsList(_ comma: Int) -> Bool {
    guard !Self.pronouns.contains(tokens[comma].word) else { return false }
    let rest = tokens.indices[comma...].dropFirst()
    guard let verb = rest.first(where: { isVerb($0) }) else { return true }
    return tokens[(comma + 1)..<verb].contains(where: \.followsMark)
      && !["the", "a", "an"].contains(tokens[comma].word)
  }

  /// Whether words before a comma only grant something or lead over from what stands before.
  private func isDropped(_ lead: Range<Int>) -> Bool {
    let first = tokens[lead.lowerBound]
    if first.word == "even", lead.count > 1 { return tokens[lead.lowerBound + 1].word == "though" }
    if Self.granting.contains(first.word) {
      return lead.count > 1
        && (first.word == "despite" || !tokens[lead.lowerBound + 1].form.contains(.endsInIng))
    }
    if Self.droppedLeads.contains(first.word) {
      return lead.count == 1 || tokens[lead.lowerBound + 1].form.contains(.endsInLy)
    }
    if first.word == "having" { return true }
    if lead.count <= 3, lead.contains(where: { tokens[$0].form.contains(.endsInLy) }) {
      return true
    }
    // "As the talks begin, …": what goes on meanwhile, or who says so.
    if first.word == "as" {
      return lead.contains { isVerb($0) }
        && !tokens[lead].dropFirst().contains { ["as", "long", "soon"].contains($0.word) }
    }
    if let last = tokens[lead].last, lead.count == 2, ["that", "this"].contains(last.word) {
      return true
    }
    return lead.count <= 5 && tokens[lead].contains { Self.discourse.contains($0.word) }
      && !tokens[lead].contains { ["one", "other"].contains($0.word) }
  }

  /// Whether words before a comma can be said before a question.
  private func isLead(_ lead: Range<Int>) -> Bool {
    guard lead.count <= Self.longestLead, let last = tokens[lead].last,
      !Self.loose.contains(last.word), !isAdjective(last),
      !tokens[lead].dropFirst().contains(where: \.followsMark),
      !isOpenBracket(lead), !isQuoted(lead.lowerBound),
      lead.upperBound == tokens.count || !isQuoted(lead.upperBound),
      !tokens[lead].contains(where: {
        !$0.categories.isDisjoint(with: [.singular, .reader])
          || ["one", "other"].contains($0.word) && last.word == "hand"
      })
    else { return false }
    switch tokens[lead.lowerBound].word {
    case "since": return !lead.contains { isVerb($0) }
    case "as":
      return lead.count > 2 && ["long", "soon"].contains(tokens[lead.lowerBound + 1].word)
    case "of": return false
    default: return true
    }
  }

  private static let longestLead = 16
  private static let times: Set<String> = ["today", "now"]

  /// Words that open what a statement cannot do without: where, when and on what condition it holds.
  private static let keptLeads: Set<String> = [
    "in", "on", "at", "by", "for", "from", "under", "during", "across", "among", "over", "through",
    "throughout", "after", "before", "once", "until", "unless", "if", "when", "whenever", "without",
    "with", "given", "unlike", "like", "beyond", "amid", "within", "between", "against", "to",
    "even",
    "behind", "around", "far", "outside", "inside", "near", "along", "due",
    "instead", "since", "as", "where", "wherever", "today", "now", "here", "sometimes", "often",
    "absent", "above",
  ]

  /// Words that open what is granted.
  private static let granting: Set<String> = [
    "while", "although", "though", "whereas", "despite", "whatever", "regardless",
    "notwithstanding",
    "aside",
  ]
  /// Those, and words that only lead on.
  private static let droppedLeads: Set<String> = granting.union([
    "worse", "better", "true", "yes", "well", "second", "third", "then", "thus", "hence", "also",
    "again", "firstly", "secondly", "thirdly", "alas", "more", "most",
  ])

  /// Nouns of phrases that only lead on: "in other words", "at the same time".
  private static let discourse: Set<String> = [
    "end", "fact", "words", "context", "hand", "heart", "core", "same", "meantime", "contrast",
    "addition", "sense", "particular", "short", "sum", "conclusion", "reality", "truth", "course",
    "result", "least", "view", "matter", "doubt", "point", "reason",
  ]

  /// Words that no statement begins with but those of ``starters``.
  static let leadingWords: Set<String> = keptLeads.union(droppedLeads).union([
    "because", "whether", "rather", "add", "later", "soon", "far", "far-reaching", "last", "not",
    "so", "long", "gone", "lost", "missing", "rare", "hard", "small", "only", "too",
  ])
}
