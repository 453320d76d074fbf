/// The encoding that a page names in its head.
enum HTMLCharset {
  /// As browsers do, only the beginning is looked at.
  private static let limit = 4_096

  /// `nil` for what is no page, and for pages that name none.
  static func declared(in bytes: [UInt8]) -> String? {
    let start = bytes.prefix(64).firstIndex { $0 > 0x20 } ?? 0
    guard bytes.indices.contains(start), bytes[start] == UInt8(ascii: "<") else { return nil }
    let head = String(decoding: bytes.prefix(limit), as: UTF8.self).lowercased()
    if head.hasPrefix("<?xml"), let end = head.firstIndex(of: ">"),
      let label = value(after: "encoding=", in: head[..<end])
    {
      return label
    }
    return value(after: "charset=", in: head[...])
  }

  private static func value(after name: String, in head: Substring) -> String? {
    guard let found = head.firstRange(of: name) else { return nil }
    let label = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
    return label.isEmpty ? nil : String(label)
  }
}
