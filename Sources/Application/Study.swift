internal import Analysis
public import RejoinderCore

/// An essay's sentences and claims, after the detector, the argument packs and the reader have had
/// their say.
public struct Study: Sendable {
  public let dossier: Dossier
  /// In order of the text, as the detector sees them.
  public let sentences: [Sentence]
  /// What the reader is shown.
  public let marking: Marking
  private let level: HighlightLevel
  private let analyzer = Analyzer()

  /// - Parameter level: How many of the detector's claims count.
  public init(of dossier: Dossier, level: HighlightLevel = .usual) {
    self.dossier = dossier
    self.level = level
    sentences = analyzer.sentences(of: dossier.essay)
    marking = Marking(
      sentences: sentences, packs: dossier.packs, annotations: dossier.resolved, level: level)
  }

  /// What its reader should know of how far claims were looked for.
  public var remark: String? {
    guard sentences.count == Sentence.most else { return nil }
    return "claims: \(dossier.essay.metadata.displayTitle): " + Sentence.mostNotice
  }

  /// A sentence as it stands after everybody's say.
  public struct Judgement: Sendable {
    public var role: Role
    /// Only claims and theses have one.
    public var kind: ClaimKind?
    /// The claim about the same words, as an index into ``Marking/claims``.
    public var claim: Int?
  }

  public func judgement(of sentence: Sentence) -> Judgement {
    if let index = marking.claimIndex(matching: sentence.passage) {
      let claim = marking.claims[index]
      return Judgement(role: claim.role, kind: claim.kind, claim: index)
    }
    if marking.premises(overlapping: sentence.passage).contains(where: {
      $0.matches(sentence.passage)
    }) {
      return Judgement(role: .premise)
    }
    if sentence.isHighlighted(at: level) || isRejected(sentence.passage) {
      return Judgement(role: .other)
    }
    return Judgement(role: sentence.role, kind: sentence.kind)
  }

  private func isRejected(_ passage: Passage) -> Bool {
    dossier.placements.contains { placement in
      guard case .decision(.rejected) = placement.annotation.body else { return false }
      return placement.resolution.passage?.matches(passage) == true
    }
  }

  /// The sentence about the same words as a passage, as an index into ``sentences``; where the
  /// passage is a part of a sentence, the one in which it begins.
  public func sentenceIndex(of passage: Passage) -> Int? {
    var index = sentences.partitionIndex { $0.passage.end > passage.start }
    guard index < sentences.count, sentences[index].passage.start < passage.end else { return nil }
    let first = index
    while index < sentences.count, sentences[index].passage.start < passage.end {
      if sentences[index].passage.matches(passage) { return index }
      index += 1
    }
    return first
  }

  public func schemes(in sentence: Sentence) -> [SchemeMatch] {
    analyzer.schemes(in: sentence.passage, of: dossier.essay)
  }

  /// The strongest signals for each of some sentences, in a reader's words.
  ///
  /// - Parameter sentences: In order of the text.
  public func reasons(for sentences: [Sentence]) -> [[String]] {
    analyzer.reasons(for: sentences, in: dossier.essay)
  }

  /// What supports what.
  public var outline: Outline { analyzer.outline(of: marking, in: dossier.essay) }

  /// Everything that is said against a claim, in the order in which it is shown.
  public func counterarguments(to claim: Claim) -> [Counterargument] {
    claim.counterarguments(
      questions: analyzer.questions(
        about: claim, among: neighbours(of: claim),
        keeping: dossier.resolved.judgedCounterarguments, in: dossier.essay),
      packs: dossier.packs, annotations: dossier.resolved)
  }

  /// The claims that can bear on what one is asked. All of a long text's claims cost each of them the
  /// time that it takes to make room for all.
  func neighbours(of claim: Claim) -> [Claim] {
    let claims = marking.claims
    let index = claims.partitionIndex { $0.passage >= claim.passage }
    // Of two claims in the same words the one with an even place chooses first.
    let lower = max(0, index - Claim.questionReach) / 2 * 2
    return Array(claims[lower..<min(claims.count, index + Claim.questionReach + 1)])
  }
}
