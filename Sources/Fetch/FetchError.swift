/// Why a page was not fetched, in a sentence for the reader.
public struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// The address is none.
    case usage
    /// There is no such page.
    case missing
    /// It wants a login, or refuses.
    case forbidden
    /// No `curl`, no network, or the host does not work.
    case unavailable
    /// It may come later: the connection broke, or took too long.
    case tryAgain
    /// The other side does not keep to the protocol.
    case protocolBroken
    /// What came is no page with text.
    case unreadable
    /// The reader stopped it.
    case cancelled
  }

  public var kind: Kind
  /// `which: why, and what to do`
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// Whether an earlier copy of the page is a help: the page could not be asked for, or its host is
  /// in trouble.
  public var isPassing: Bool {
    switch kind {
    case .unavailable, .tryAgain, .protocolBroken, .cancelled: true
    case .usage, .missing, .forbidden, .unreadable: false
    }
  }
}
