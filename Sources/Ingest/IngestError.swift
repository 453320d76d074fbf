/// Why bytes are no essay, in a sentence for the reader.
public struct IngestError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case empty, binary, damaged, protected
  }

  public var kind: Kind
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  static let nothingToRead = IngestError(.empty, "there is no text in it: nothing but white space")
  static let onlyScript = IngestError(
    .empty,
    "the page holds no text, only a script that would fetch it; save it from a browser and open that"
  )
  static let outOfMemory = IngestError(.damaged, "there is not enough memory to read it")
}
