/// The header of a mail message at the beginning of a text.
struct MailHeader {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  /// How many lines the header has, with the blank one that ends it.
  private(set) var lineCount = 0
  /// Where the message itself begins, in bytes.
  private(set) var end = 0

  private static let names: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references",
    "reply-to", "received", "return-path", "mime-version", "content-type", "sender", "user-agent",
    "content-transfer-encoding", "delivered-to", "list-id", "list-post", "list-archive", "x-mailer",
    "precedence", "newsgroups", "path", "organization", "lines", "nntp-posting-host",
  ]

  /// `nil` where the text does not begin with one.
  init?(_ lines: [Line], of bytes: [UInt8]) {
    var names: Set<String> = []
    for (index, line) in lines.enumerated() {
      if line.isBlank {
        guard names.isSuperset(of: ["from", "subject"]) else { return nil }
        lineCount = index + 1
        end = line.text.upperBound
        return
      }
      let words = bytes[line.text]
      // A field goes on in lines that stand in.
      if line.indent > 0, !names.isEmpty { continue }
      if index == 0, words.starts(with: "From ".utf8) { continue }
      guard let colon = words.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let name = String(decoding: words[..<colon], as: UTF8.self).lowercased()
      guard Self.names.contains(name) || name.hasPrefix("x-") else { return nil }
      names.insert(name)
      let value = String(
        decoding: words[(colon + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
      switch name {
      case "subject": title = value.isEmpty ? nil : value
      case "from": author = Self.name(value)
      case "date": date = WrittenDate.inMail(value) ?? value
      default: break
      }
    }
    return nil
  }

  /// The name beside an address, or the address.
  private static func name(_ value: String) -> String? {
    if let bracket = value.firstIndex(of: "<") {
      let name = value[..<bracket].filter { $0 != "\"" }.split(separator: " ")
        .joined(separator: " ")
      if !name.isEmpty { return name }
    }
    if let open = value.firstIndex(of: "("), let close = value.lastIndex(of: ")"), open < close {
      return String(value[value.index(after: open)..<close])
    }
    return value.isEmpty ? nil : value.filter { $0 != "<" && $0 != ">" }
  }
}

extension WrittenDate {
  /// Reads `Tue, 1 Dec 2020 09:14:02 +0100`.
  static func inMail(_ text: String) -> String? {
    var words = text.split { $0 == " " || $0 == "," }[...]
    if let first = words.first, Int(first) == nil { words = words.dropFirst() }
    return iso(words.prefix(3).joined(separator: " "))
  }
}
