public import RejoinderCore

/// What a detector makes of one sentence.
public struct ClaimEstimate: Sendable, Hashable {
  /// Calibrated probability, 0 to 1, that the sentence is a claim: a contestable assertion.
  public var confidence: Float
  /// How much the sentence carries the essay's argument, as a log-odds.
  public var weight: Float
  /// How well it would do as the essay's thesis. Only the order within one call has a meaning.
  public var centrality: Float
  public var kind: ClaimKind
  /// What it would offer in support, were it a premise.
  public var premise: PremiseKind
  /// Whether the author says what should be done: a claim that readers look for before all others.
  public var isCall: Bool
  public var use: Use

  /// What a sentence can be in an argument, whatever the scores say.
  public enum Use: Sendable, Hashable {
    case claim
    /// Somebody else's view, or somebody else's words: support, or what is argued against.
    case report
    /// A question, a signpost, what belongs to the page, a heading, no prose.
    case aside
  }

  /// Whether it may be shown as a claim.
  public var isEligible: Bool { use == .claim }

  public init(
    confidence: Float, weight: Float, centrality: Float, kind: ClaimKind,
    premise: PremiseKind, isCall: Bool = false, use: Use
  ) {
    self.confidence = confidence
    self.weight = weight
    self.centrality = centrality
    self.kind = kind
    self.premise = premise
    self.isCall = isCall
    self.use = use
  }
}

/// Tells which sentences of an essay are claims. A value: the same text gives the same answers.
public protocol ClaimDetector: Sendable {
  /// Changes whenever the same text could get other answers.
  var version: String { get }

  /// Judges the sentences of one stretch of an essay.
  ///
  /// - Parameter sentences: Consecutive ones; only their passages and paragraphs count.
  /// - Returns: One estimate a sentence.
  func estimates(of sentences: ArraySlice<Sentence>, in essay: Essay) -> [ClaimEstimate]

  /// Reads a stretch so that reasons can be asked for, now and later.
  ///
  /// - Parameter sentences: The ones that were judged together.
  func reading(of sentences: ArraySlice<Sentence>, in essay: Essay) -> any StretchReading
}

/// A stretch of an essay as a detector has read it.
public protocol StretchReading: Sendable {
  /// The signals that speak most for the estimate of a sentence, strongest first, in a reader's words;
  /// at most four.
  ///
  /// - Parameters:
  ///   - offset: The sentence's place in the stretch, from 0; there is nothing to say of any other.
  ///   - role: What the sentence was taken for. Of premises and other sentences it is told what speaks
  ///     against a claim.
  func reasons(at offset: Int, as role: Role) -> [String]
}
