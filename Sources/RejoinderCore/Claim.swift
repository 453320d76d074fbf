/// What a sentence does in an argument.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
  case thesis, claim, premise, other
}

/// What a claim is about: how things are, what is good, what should be done.
public enum ClaimKind: String, Sendable, Hashable, Codable, CaseIterable {
  case fact, value, policy
}

/// What a premise offers in support (after Al-Khatib et al., COLING 2016).
public enum PremiseKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// What happened, or what somebody saw.
  case example
  case statistics
  /// What somebody said.
  case testimony
  /// What everybody grants.
  case commonGround
}

/// How much of an essay is highlighted. Whatever a level shows, the next one shows too.
public enum HighlightLevel: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// The few claims that carry the argument.
  case fewest = 1
  case few
  case usual
  case more
  /// Everything that is likelier a claim than not and may be shown as one.
  case all

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One sentence as the detector sees it. Small, because an essay may have half a million.
public struct Sentence: Sendable, Hashable {
  public var passage: Passage
  /// Index into the text's paragraphs.
  public var paragraph: Int
  public var role: Role
  /// Only claims and theses have one.
  public var kind: ClaimKind?
  /// Calibrated probability, 0 to 1, that the sentence is a claim.
  public var confidence: Float
  /// How much the sentence carries the argument, 0 to 1: the detector's estimate that a careful editor
  /// would count it among the essay's main claims.
  public var importance: Float = 0
  /// What it offers in support; only premises have one.
  public var premise: PremiseKind?
  /// The least level at which it is shown as a claim, `nil` where it never is.
  public var level: HighlightLevel?

  /// How many of one essay are looked at: half as many again as ten million words have.
  public static let most = 1_200_000

  /// Said where an essay has more.
  public static let mostNotice = "only the first \(most) sentences are looked at for claims"

  /// Whether the reader is shown it as a claim, unless they asked for more or fewer.
  public var highlighted: Bool { isHighlighted(at: .usual) }

  public func isHighlighted(at level: HighlightLevel) -> Bool {
    self.level.map { $0 <= level } ?? false
  }

  public init(
    passage: Passage, paragraph: Int, role: Role = .other, kind: ClaimKind? = nil,
    confidence: Float = 0, highlighted: Bool = false
  ) {
    self.passage = passage
    self.paragraph = paragraph
    self.role = role
    self.kind = kind
    self.confidence = confidence
    level = highlighted ? .usual : nil
  }
}

/// A highlighted passage: a contestable assertion, whoever marked it.
public struct Claim: Sendable, Hashable {
  /// Who says that this is a claim. The reader's word stands above a pack's, a pack's above the
  /// detector's.
  public enum Standing: String, Sendable, Hashable, Codable {
    /// Found by the detector.
    case detected
    /// Answered, whether or not the detector would show it: it has a counterargument or a reply.
    case answered
    /// Listed in an argument pack.
    case pack
    /// Detected, and accepted or retyped by the reader.
    case accepted
    /// Marked by the reader.
    case yours
  }

  public var passage: Passage
  public var role: Role
  public var kind: ClaimKind
  /// 0 to 1; 1 where the reader decided, 0 where nobody has said anything about it.
  public var confidence: Float
  public var standing: Standing

  public init(
    passage: Passage, role: Role, kind: ClaimKind, confidence: Float, standing: Standing
  ) {
    self.passage = passage
    self.role = role
    self.kind = kind
    self.confidence = confidence
    self.standing = standing
  }
}

/// A recognised argument scheme and the words that gave it away.
public struct SchemeMatch: Sendable, Hashable {
  public var id: String
  public var name: String
  /// 0 to 1.
  public var confidence: Float
  /// The words of the sentence that triggered it.
  public var cue: String

  public init(id: String, name: String, confidence: Float, cue: String) {
    self.id = id
    self.name = name
    self.confidence = confidence
    self.cue = cue
  }
}
