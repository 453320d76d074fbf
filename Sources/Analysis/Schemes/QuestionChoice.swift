import RejoinderCore

/// Chooses what is asked of each claim of an essay, so that no two questions of a claim are alike and
/// none is asked again of the next claim.
///
/// Of two neighbours the one whose words have the smaller digest chooses first, and the other does
/// without what it took. So a claim's questions depend on a few claims around it and not on where it
/// stands: a claim that is rejected far away changes nothing here.
struct QuestionChoice {
  /// More than these nobody reads.
  static let most = 3
  private static let mostOfOneScheme = 2
  /// General questions make up for what schemes do not ask, no more; but a call for action bears two.
  private static let mostWithGeneral = 1
  private static let mostWithGeneralOfCalls = 2
  /// What is worth less is not asked unless there is nothing else.
  private static let leastWorth: Float = 0.5

  /// In order of the text.
  private let claims: [Claim]
  /// Identifiers of questions that the reader judged: these are asked whatever the others are.
  private let kept: Set<String>
  private let write: (Claim) -> QuestionWriting
  /// What has been worked out for each claim: neighbours ask for it again.
  private var writings: [QuestionWriting?]
  private var asked: [[Counterargument]?]

  init(
    claims: [Claim], kept: Set<String>,
    writing: @escaping (Claim) -> QuestionWriting
  ) {
    self.claims = claims
    self.kept = kept
    write = writing
    writings = Array(repeating: nil, count: claims.count)
    asked = Array(repeating: nil, count: claims.count)
  }

  mutating func questions(about index: Int) -> [Counterargument] {
    if let known = asked[index] { return known }
    let own = writing(index)
    let claim = claims[index]
    let candidates = own.candidates(
      kind: claim.kind, confidence: claim.standing == .detected ? claim.confidence : 1,
      isThesis: claim.role == .thesis)
    // A question that says its claim again is asked of no other in other words.
    let mayClash = candidates.contains { !$0.repeatsClaim }
    var taken: Set<String> = []
    for neighbour in [index - 1, index + 1] where claims.indices.contains(neighbour) {
      let digest = writing(neighbour).digest
      // Of claims in the same words, one after another, every other one chooses first.
      let isFirst =
        digest == own.digest ? (neighbour - startOfRun(index)) % 2 == 0 : digest < own.digest
      if isFirst, mayClash || digest == own.digest {
        taken.formUnion(questions(about: neighbour).map(\.text))
      }
    }
    let questions = choose(candidates, without: taken)
    asked[index] = questions
    return questions
  }

  /// The first of the claims that follow one another in the same words as this one. Counted from there,
  /// and not from the first of the claims at hand, a claim's turn is the same whichever are at hand.
  private mutating func startOfRun(_ index: Int) -> Int {
    var start = index
    while start > 0, writing(start - 1).digest == writing(index).digest { start -= 1 }
    return start
  }

  private mutating func writing(_ index: Int) -> QuestionWriting {
    if let known = writings[index] { return known }
    let writing = write(claims[index])
    writings[index] = writing
    return writing
  }

  private func choose(
    _ candidates: [QuestionWriting.Candidate], without taken: Set<String>
  ) -> [Counterargument] {
    var chosen = candidates.filter { kept.contains($0.question.id) }
    for candidate in candidates where chosen.count < Self.most {
      guard !taken.contains(candidate.question.text),
        candidate.worth >= Self.leastWorth || chosen.isEmpty,
        !chosen.contains(where: {
          $0.aim == candidate.aim || $0.question.text == candidate.question.text
            || $0.repeatsClaim && candidate.repeatsClaim
        }),
        chosen.count(where: { $0.scheme == candidate.scheme }) < Self.mostOfOneScheme,
        !candidate.isGeneral
          || chosen.count
            < (candidate.asksOfCall ? Self.mostWithGeneralOfCalls : Self.mostWithGeneral)
      else { continue }
      chosen.append(candidate)
    }
    return chosen.map(\.question)
  }
}
