/// The formats that essays can be in.
public enum FormatName: String, Sendable, Hashable, CaseIterable {
  case text, markdown, html, epub
}

/// What is known of an input beside its bytes.
public struct InputHint: Sendable, Hashable {
  /// Overrules what the content looks like.
  public var format: FormatName?
  /// The character set that a server or the reader named; a byte order mark overrules it.
  public var encoding: String?
  /// What the file's name or the server says of the format; the content overrules it where it is
  /// sure.
  public var supposed: FormatName?

  public init(format: FormatName? = nil, encoding: String? = nil, supposed: FormatName? = nil) {
    self.format = format
    self.encoding = encoding
    self.supposed = supposed
  }

  /// - Parameter name: A file's name or an address, by whose ending the format can be supposed.
  public init(name: String, format: FormatName? = nil) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    var parts = file.prefix { $0 != "?" && $0 != "#" }.lowercased().split(separator: ".")
    if parts.last == "gz" { parts.removeLast() }
    self.init(format: format, supposed: parts.count > 1 ? parts.last.flatMap(Self.format) : nil)
  }

  /// - Parameter contentType: As HTTP gives it, such as `text/html; charset=utf-8`.
  public init(contentType: String) {
    let parts = contentType.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
    let supposed: FormatName? =
      switch parts.first {
      case "text/html", "application/xhtml+xml": .html
      case "text/markdown", "text/x-markdown": .markdown
      case "text/plain": .text
      case "application/epub+zip": .epub
      default: nil
      }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }?.dropFirst(8)
    self.init(
      encoding: charset.map { $0.filter { $0 != "\"" && $0 != "'" } }, supposed: supposed)
  }

  private static func format(_ ending: Substring) -> FormatName? {
    switch ending {
    case "md", "markdown", "mdown", "mkd": .markdown
    case "txt", "text": .text
    case "html", "htm", "xhtml": .html
    case "epub": .epub
    default: nil
    }
  }
}
