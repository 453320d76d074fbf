/// The address of a page: http or https, without what could be taken for something else.
public struct Address: Sendable, Hashable, CustomStringConvertible {
  /// As it is asked for: without a fragment, the scheme and the host in small letters.
  public let text: String
  public let host: String

  public var description: String { text }

  /// Whether a word of the command line is meant as an address.
  public static func isAddress(_ word: String) -> Bool {
    let start = word.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  public init(_ word: String) throws(FetchError) {
    func refusal(_ why: String) -> FetchError {
      // A password is not for the screen, nor for a log.
      FetchError(.usage, "\(word.split(separator: "@").last.map(String.init) ?? word): \(why)")
    }
    guard Self.isAddress(word), let colon = word.firstIndex(of: ":") else {
      throw refusal("is no http or https address; check it")
    }
    guard word.utf8.count <= 8_000 else { throw refusal("is too long for an address; check it") }
    guard !word.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
      throw refusal("holds white space or control characters; check it")
    }
    let scheme = word[..<colon].lowercased()
    let rest = word[colon...].dropFirst(3).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.contains("@") else {
      throw refusal("holds a name or password; leave it out, curl reads them from ~/.netrc")
    }
    guard !authority.isEmpty, !authority.hasPrefix(":") else {
      throw refusal("names no host; check it")
    }
    let host = authority.lowercased()
    let path = rest.dropFirst(authority.count)
    self.host = host
    text = scheme + "://" + host + (path.isEmpty ? "/" : path)
  }
}
