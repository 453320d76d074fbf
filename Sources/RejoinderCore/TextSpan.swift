/// A piece of a paragraph that the author set apart.
public struct TextSpan: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case emphasis, strong, code, struck
    /// Leads to the reference with this number, counted from 1.
    case link(Int)
    /// Refers to the footnote with this number; the passage is what it stands behind.
    case note(Int)
  }

  public var passage: Passage
  public var kind: Kind

  public init(_ passage: Passage, _ kind: Kind) {
    self.passage = passage
    self.kind = kind
  }

  /// What is shown behind the passage and is no part of the text.
  public var mark: String? {
    switch kind {
    case .emphasis, .strong, .code, .struck: nil
    case .link(let number): "[\(number)]"
    case .note(let number): "^\(number)"
    }
  }
}

/// What a link or an image in the text leads to.
public struct Reference: Sendable, Hashable, Codable {
  public var address: String

  public init(_ address: String) {
    self.address = address
  }
}
