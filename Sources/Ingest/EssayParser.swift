public import RejoinderCore

/// Turns bytes into an essay.
public struct EssayParser: Sendable {
  public init() {}

  /// - Parameters:
  ///   - bytes: The input, or its beginning.
  ///   - source: Where it came from.
  ///   - hasMore: Whether `bytes` is only the beginning. The partial essay's text is then a prefix of
  ///     the whole one's, and ends with a whole paragraph where there is one.
  public func essay(from bytes: [UInt8], source: EssaySource, hasMore: Bool = false)
    throws(IngestError) -> Essay
  {
    Essay(
      metadata: EssayMetadata(source: source), text: EssayText(canonical: bytes),
      isComplete: !hasMore)
  }
}

/// Why bytes are no essay, in a sentence for the reader.
public struct IngestError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case empty, binary
  }

  public var kind: Kind
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
