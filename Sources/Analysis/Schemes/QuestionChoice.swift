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
  /// General questions make up for what schemes do not ask, no more.
  private static let mostWithGeneral = 2
  /// What is worth less is not asked unless there is nothing else.
  private static let leastWorth: Float = 0.5

  /// In order of the text.
  private let claims: [Claim]
  /// What the essay argues for.
  private let thesis: Claim?
  /// Identifiers of questions that the reader judged: these are asked whatever the others are.
  private let kept: Set<String>
  private let write: (Claim) -> QuestionWriting
  /// What has been worked out for each claim: neighbours ask for it again.
  private var writings: [QuestionWriting?]
  private var asked: [[Counterargument]?]
  private lazy var call = thesis.flatMap { write($0).call }

  init(
    claims: [Claim], thesis: Claim?, kept: Set<String>,
    writing: @escaping (Claim) -> QuestionWriting
  ) {
    self.claims = claims
    self.thesis = thesis
    self.kept = kept
    write = writing
    writings = Array(repeating: nil, count: claims.count)
    asked = Array(repeating: nil, count: claims.count)
  }

  mutating func questions(about index: Int) -> [Counterargument] {
    if let known = asked[index] { return known }
    let own = writing(index)
    var taken: Set<String> = []
    for neighbour in [index - 1, index + 1] where claims.indices.contains(neighbour) {
      let digest = writing(neighbour).digest
      // Of claims in the same words every other one chooses first.
      let isFirst = digest == own.digest ? neighbour % 2 == 0 : digest < own.digest
      if isFirst { taken.formUnion(questions(about: neighbour).map(\.text)) }
    }
    let claim = claims[index]
    let questions = choose(
      own.candidates(kind: claim.kind, thesis: claim == thesis ? nil : call), without: taken)
    asked[index] = questions
    return questions
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
        !candidate.isGeneral || chosen.count < Self.mostWithGeneral
      else { continue }
      chosen.append(candidate)
    }
    return chosen.map(\.question)
  }
}
