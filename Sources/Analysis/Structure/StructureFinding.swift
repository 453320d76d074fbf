internal import Glibc
import RejoinderCore

/// Finds what each premise and each claim supports.
///
/// Every statement has a few candidates: the thesis, and the claims near by. Each gets a score from
/// where it stands, from the words that open either of the two, and from the words they share; the
/// scores are turned into probabilities. Adjacency and connectives are what unlabelled text offers
/// (Stab and Gurevych 2017); the weights are set by hand and were tried on essays with marked relations.
struct StructureFinding {
  private let statements: [Outline.Statement]
  private let readings: [StatementReading]
  private let thesis: Int?
  /// How much a shared word says, by the number of its stem.
  private let rarity: [Float]

  private init(_ statements: [Outline.Statement], of text: EssayText) {
    var stems = StemNumbers()
    readings = statements.map {
      StatementReading(
        text.clipped($0.passage), paragraph: text.paragraphIndex(at: $0.passage.start) ?? 0,
        of: text, numbering: &stems)
    }
    thesis = statements.firstIndex { $0.role == .thesis }
    self.statements = statements
    rarity = stems.rarity(among: readings.count)
  }

  /// What supports what among the claims and premises of a marking.
  ///
  /// What was read of the statements is let go before the tree is made: of a book there is no room for
  /// both.
  static func outline(of marking: Marking, in text: EssayText) -> Outline {
    var statements = statements(of: marking)
    let supports = StructureFinding(statements, of: text).supports()
    for index in statements.indices { statements[index].support = supports[index] }
    return Outline(statements)
  }

  /// In order of the text.
  private static func statements(of marking: Marking) -> [Outline.Statement] {
    var statements: [Outline.Statement] = []
    statements.reserveCapacity(marking.claims.count + marking.premises.count)
    for (index, claim) in marking.claims.enumerated() {
      statements.append(
        Outline.Statement(
          passage: claim.passage, role: claim.role, kind: claim.kind, claim: index))
    }
    for premise in marking.premises {
      statements.append(Outline.Statement(passage: premise, role: .premise))
    }
    statements.sort { ($0.passage.start, $0.passage.end) < ($1.passage.start, $1.passage.end) }
    return statements
  }

  private func supports() -> [Outline.Support?] {
    statements.indices.map { statements[$0].role == .thesis ? nil : support(of: $0) }
  }

  /// How far to look, in statements on either side.
  private static let reach = 5

  private func support(of index: Int) -> Outline.Support? {
    var candidates: [(target: Int, score: Float)] = []
    let near = max(0, index - Self.reach)...min(statements.count - 1, index + Self.reach)
    for target in near where target != index && statements[target].role != .premise {
      let distance = abs(readings[target].paragraph - readings[index].paragraph)
      guard distance <= 1, target != thesis else { continue }
      if let score = score(index, target) { candidates.append((target, score)) }
    }
    if let thesis { candidates.append((thesis, scoreOfThesis(index, thesis))) }
    guard let best = candidates.max(by: { $0.score < $1.score }), best.score > Weights.least else {
      return nil
    }
    let total = candidates.reduce(expf(Weights.nothing)) {
      $0 + expf($1.score)
    }
    return Outline.Support(target: best.target, confidence: expf(best.score) / total)
  }

  private enum Weights {
    static let nothing: Float = 0
    /// Below this it is left open what a statement supports.
    static let least: Float = -1
    static let shared: Float = 2.5
    static let otherParagraph: Float = -1.6
    static let step: Float = -0.35
  }

  /// How much speaks for `index` supporting a claim near by.
  private func score(_ index: Int, _ target: Int) -> Float? {
    let from = readings[index]
    let to = readings[target]
    let isPremise = statements[index].role == .premise
    let isBefore = target < index
    let gap = abs(target - index) - 1
    var score = Weights.shared * similarity(index, target) + Weights.step * Float(gap)
    if from.paragraph != to.paragraph { score += Weights.otherParagraph }
    if isPremise {
      score += isBefore ? 1.2 : 1.0
      if isBefore, from.givesReason || from.reports { score += 0.4 }
      if isBefore, from.leans { score += 0.3 }
      if !isBefore, to.concludes || to.contrasts { score += 0.9 }
      if isBefore, from.contrasts { score -= 0.6 }
    } else {
      // A claim supports another one where a word says so, or where that one calls for something.
      score -= 0.6
      if isBefore, from.givesReason { score += 1.0 }
      if isBefore, from.leans, gap == 0 { score += 0.5 }
      if !isBefore, to.concludes, gap == 0 { score += 1.3 }
      if statements[target].kind == .policy, statements[index].kind != .policy { score += 0.7 }
      if statements[index].kind == .policy { score -= 1.2 }
      if from.contrasts || from.concludes { score -= 0.6 }
    }
    return score
  }

  private func scoreOfThesis(_ index: Int, _ thesis: Int) -> Float {
    let isPremise = statements[index].role == .premise
    let isNear = abs(thesis - index) == 1 && readings[thesis].paragraph == readings[index].paragraph
    return Weights.shared * similarity(index, thesis) + (isPremise ? 0.2 : 1.1) + (isNear ? 0.8 : 0)
  }

  /// 0 to 1: how much of what two statements say is said in the same rare words.
  private func similarity(_ one: Int, _ other: Int) -> Float {
    let (first, second) = (readings[one].words, readings[other].words)
    var sum: Float = 0
    var isShared = false
    var (left, right) = (0, 0)
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        sum += rarity[Int(first[left])]
        isShared = true
      }
      let step = (first[left] <= second[right], second[right] <= first[left])
      if step.0 { left += 1 }
      if step.1 { right += 1 }
    }
    return isShared ? sum / Float(first.count * second.count).squareRoot() : 0
  }
}
