/// How a passage is found again: quotation, context and position (the TextQuoteSelector and
/// TextPositionSelector of the W3C Web Annotation Data Model).
public struct Anchor: Sendable, Hashable {
  /// The passage's own words.
  public var quote: String
  /// Up to 32 characters before and after it.
  public var prefix: String
  public var suffix: String
  /// Where it lay when it was made, in UTF-8 bytes of the canonical text.
  public var position: Passage

  public init(quote: String, prefix: String, suffix: String, position: Passage) {
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
    self.position = position
  }
}

/// What became of an anchor in a text.
public enum AnchorResolution: Sendable, Hashable {
  /// Same words at the same place.
  case exact(Passage)
  /// Same words elsewhere.
  case moved(Passage)
  /// Similar words; `score` is 0 to 1, 1 for equal ones.
  case approximate(Passage, score: Double)
  /// Not found, or found in several places that cannot be told apart. The candidates are for a person
  /// to choose from, the likeliest first; none of them is certain enough.
  case orphaned(candidates: [Passage])

  public var passage: Passage? {
    switch self {
    case .exact(let passage), .moved(let passage), .approximate(let passage, _): passage
    case .orphaned: nil
    }
  }

  /// How alike the words there are to those that were recorded, 0 to 1.
  public var likeness: Double {
    switch self {
    case .exact, .moved: 1
    case .approximate(_, let score): score
    case .orphaned: 0
    }
  }
}
