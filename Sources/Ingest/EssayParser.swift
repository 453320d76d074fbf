public import RejoinderCore

/// Turns bytes into an essay.
public struct EssayParser: Sendable {
  /// In order: the first format that recognises the input reads it. Plain text recognises all.
  private let formats: [any EssayFormat]

  public init() {
    formats = [PlainText()]
  }

  /// - Parameters:
  ///   - bytes: The input, or its beginning.
  ///   - source: Where it came from.
  ///   - hasMore: Whether `bytes` is only the beginning. The partial essay's text is then a prefix of
  ///     the whole one's, paragraph for paragraph, and ends with a whole paragraph where there is
  ///     one. It is empty while ``EssayHead`` is not yet complete, because the layout cannot be told
  ///     before; 64 KB of input always suffice.
  public func essay(from bytes: [UInt8], source: EssaySource, hasMore: Bool = false)
    throws(IngestError) -> Essay
  {
    let head = EssayHead(of: bytes, hasMore: hasMore)
    if let error = head.objection { throw error }
    let empty = Essay(metadata: EssayMetadata(source: source), text: .empty, isComplete: false)
    guard head.isComplete, let format = formats.first(where: { $0.recognizes(head) }) else {
      return empty
    }
    var essay = try format.essay(from: bytes, head: head, source: source, hasMore: hasMore)
    if essay.text.paragraphs.isEmpty, !hasMore { throw .nothingToRead }
    essay.text = essay.text.cuttingLongParagraphs()
    return essay
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

  static let nothingToRead = IngestError(.empty, "there is no text in it: nothing but white space")
}
