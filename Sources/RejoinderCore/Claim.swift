/// What a sentence does in an argument.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
  case thesis, claim, premise, other
}

/// What a claim is about: how things are, what is good, what should be done.
public enum ClaimKind: String, Sendable, Hashable, Codable, CaseIterable {
  case fact, value, policy
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
  /// Whether the reader is shown it as a claim.
  public var highlighted: Bool

  public init(
    passage: Passage, paragraph: Int, role: Role = .other, kind: ClaimKind? = nil,
    confidence: Float = 0, highlighted: Bool = false
  ) {
    self.passage = passage
    self.paragraph = paragraph
    self.role = role
    self.kind = kind
    self.confidence = confidence
    self.highlighted = highlighted
  }
}

/// A highlighted passage: a contestable assertion, whoever marked it.
public struct Claim: Sendable, Hashable {
  /// Who says that this is a claim. The reader's word stands above a pack's, a pack's above the
  /// detector's.
  public enum Standing: String, Sendable, Hashable, Codable {
    /// Found by the detector.
    case detected
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
  /// 0 to 1; 1 where the reader decided.
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
