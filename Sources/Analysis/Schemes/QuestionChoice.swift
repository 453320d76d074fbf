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
  let claims: [Claim]
  /// Identifiers of questions that the reader judged: these are asked whatever the others are.
  let kept: Set<String>
  let writing: (Claim) -> QuestionWriting

  func questions(about index: Int) -> [Counterargument] {
    var known: [Int: Asked] = [:]
    return asked(index, &known).questions
  }

  private struct Asked {
    var questions: [Counterargument] = []
    var texts: Set<String> { Set(questions.map(\.text)) }
  }

  private func asked(_ index: Int, _ known: inout [Int: Asked]) -> Asked {
    if let asked = known[index] { return asked }
    let own = writing(claims[index])
    let claim = claims[index]
    let candidates = own.candidates(
      kind: claim.kind, confidence: claim.standing == .detected ? claim.confidence : 1)
    // A question that says its claim again is asked of no other in other words.
    let mayClash = candidates.contains { !$0.repeatsClaim }
    var taken: Set<String> = []
    for neighbour in [index - 1, index + 1] where claims.indices.contains(neighbour) {
      guard mayClash || isAsLong(claims[neighbour], as: claim) else { continue }
      let digest = writing(claims[neighbour]).digest
      // Of claims in the same words every other one chooses first.
      let isFirst = digest == own.digest ? neighbour % 2 == 0 : digest < own.digest
      if isFirst, mayClash || digest == own.digest {
        taken.formUnion(asked(neighbour, &known).texts)
      }
    }
    let asked = Asked(questions: choose(candidates, without: taken))
    known[index] = asked
    return asked
  }

  /// Whether two claims may be in the same words, which are as long but for their marks.
  private func isAsLong(_ one: Claim, as other: Claim) -> Bool {
    abs(one.passage.range.count - other.passage.range.count) < 8
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
