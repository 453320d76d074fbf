/// What can be fed with bytes from anywhere. Each says what must hold whatever the bytes are; that
/// nothing traps, and that the sanitizer finds nothing, goes without saying.
public enum FuzzTarget: String, Sendable, CaseIterable {
  /// Bytes to an essay, whole and in part, in every format that is told by its content.
  case parser
  /// An essay's text to sentences, claims and questions.
  case splitter
  /// Text to rows and cells.
  case layout
  /// An argument pack.
  case pack
  /// The records of an essay, as a file of the library holds them.
  case records
  /// What a terminal sends.
  case keys
  /// What a terminal is sent of a text.
  case screening
  /// Addresses and pages.
  case pages
  /// Words to the reader in lines.
  case lines

  /// What is wrong with how the bytes were taken; `nil` if nothing is.
  public func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .parser: parserFault(in: bytes)
    case .splitter: splitterFault(in: bytes)
    case .layout: layoutFault(in: bytes)
    case .pack: packFault(in: bytes)
    case .records: recordsFault(in: bytes)
    case .keys: keysFault(in: bytes)
    case .screening: screeningFault(in: bytes)
    case .pages: pagesFault(in: bytes)
    case .lines: linesFault(in: bytes)
    }
  }
}
