/// The elements of an XML file in order, each with its attributes and the text after its start tag.
///
/// Enough for the small files that describe a book; nesting is known by end tags.
struct XMLScan {
  struct Element {
    /// Without its prefix.
    var name: String
    /// By name without prefix.
    var attributes: [String: String]
    /// The text up to the next tag, white space collapsed.
    var text: String
    /// How many elements are open around it.
    var depth: Int
  }

  private(set) var elements: [Element] = []
  private static let limit = 100_000

  init(_ bytes: [UInt8]) {
    var depth = 0
    for piece in bytes.split(separator: UInt8(ascii: "<")).dropFirst(bytes.first == 0x3C ? 0 : 1) {
      guard elements.count < Self.limit, let first = piece.first else { return }
      if first == UInt8(ascii: "/") {
        depth = max(0, depth - 1)
        continue
      }
      guard (0x61...0x7A).contains(first | 0x20),
        let end = piece.firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      var tag = piece[..<end]
      let isEmpty = tag.last == UInt8(ascii: "/")
      if isEmpty { tag = tag.dropLast() }
      let name = tag.prefix { $0 > 0x20 }
      elements.append(
        Element(
          name: Self.local(name), attributes: Self.attributes(tag[name.endIndex...]),
          text: Self.text(piece[(end + 1)...]), depth: depth))
      if !isEmpty { depth += 1 }
    }
  }

  private static func local(_ name: ArraySlice<UInt8>) -> String {
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }

  private static func attributes(_ words: ArraySlice<UInt8>) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = words
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].filter { $0 > 0x20 }
      let value = rest[(equals + 1)...].drop { $0 <= 0x20 }
      guard let quote = value.first, quote == 0x22 || quote == 0x27,
        let end = value.dropFirst().firstIndex(of: quote)
      else { return attributes }
      attributes[local(name[...])] = text(value[(value.startIndex + 1)..<end])
      rest = rest[(end + 1)...]
    }
    return attributes
  }

  /// Text with its references resolved.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let words = String(decoding: bytes, as: UTF8.self)
    guard words.contains("&") else { return PageMetadata.collapsed(words) }
    var result = ""
    var parts = words.split(separator: "&", omittingEmptySubsequences: false)[...]
    result += parts.popFirst() ?? ""
    for part in parts {
      guard let end = part.firstIndex(of: ";"), let value = value(of: part[..<end]) else {
        result += "&" + part
        continue
      }
      result += value + part[part.index(after: end)...]
    }
    return PageMetadata.collapsed(result)
  }

  private static func value(of reference: Substring) -> String? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard reference.hasPrefix("#") else { return nil }
      let digits = reference.dropFirst()
      let number =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}
