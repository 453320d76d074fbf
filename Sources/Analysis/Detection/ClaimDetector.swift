public import RejoinderCore

/// What a detector makes of one sentence.
public struct ClaimEstimate: Sendable, Hashable {
  /// Calibrated probability, 0 to 1, that the sentence is a claim: a contestable assertion.
  public var confidence: Float
  /// How much the sentence carries the essay's argument. Only the order within one call has a
  /// meaning.
  public var weight: Float
  /// How well it would do as the essay's thesis. Only the order within one call has a meaning.
  public var centrality: Float
  public var kind: ClaimKind
  /// Whether the sentence offers evidence: an example, a number, somebody's words, what happened.
  public var isEvidence: Bool
  /// Whether the author says what should be done: a claim that readers look for before all others.
  public var isCall: Bool
  /// Whether it may be shown as a claim. Signposts, other people's views and questions may not.
  public var isEligible: Bool

  public init(
    confidence: Float, weight: Float, centrality: Float, kind: ClaimKind, isEvidence: Bool,
    isCall: Bool = false, isEligible: Bool
  ) {
    self.confidence = confidence
    self.weight = weight
    self.centrality = centrality
    self.kind = kind
    self.isEvidence = isEvidence
    self.isCall = isCall
    self.isEligible = isEligible
  }
}

/// Tells which sentences of an essay are claims. A value: the same text gives the same answers.
public protocol ClaimDetector: Sendable {
  /// Changes whenever the same text could get other answers.
  var version: String { get }

  /// Judges the sentences of one stretch of text.
  ///
  /// - Parameters:
  ///   - sentences: Consecutive ones; only their passages and paragraphs count.
  ///   - text: The text that they are from.
  /// - Returns: One estimate a sentence.
  func estimates(of sentences: ArraySlice<Sentence>, in text: EssayText) -> [ClaimEstimate]

  /// The signals that speak most for the estimate of the sentence at `index`, strongest first, in a
  /// reader's words; at most four.
  func reasons(for index: Int, of sentences: ArraySlice<Sentence>, in text: EssayText) -> [String]
}
