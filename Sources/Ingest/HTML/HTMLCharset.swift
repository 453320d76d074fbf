/// The encoding that a page names in its head.
enum HTMLCharset {
  /// As browsers do, only the beginning is looked at.
  private static let limit = 4_096

  /// In lower case; `nil` for what is no page, and for pages that name none.
  static func declared(in bytes: [UInt8]) -> String? {
    let start = bytes.prefix(64).firstIndex { $0 > 0x20 } ?? 0
    guard bytes.indices.contains(start), bytes[start] == UInt8(ascii: "<") else { return nil }
    let head = bytes.prefix(limit)
    if begins(head, with: "<?xml"), let end = head.firstIndex(of: UInt8(ascii: ">")),
      let label = value(after: "encoding=", in: head[..<end])
    {
      return label
    }
    return value(after: "charset=", in: head)
  }

  private static func value(after name: StaticString, in head: ArraySlice<UInt8>) -> String? {
    var rest = head
    while !begins(rest, with: name) {
      guard !rest.isEmpty else { return nil }
      rest = rest.dropFirst()
    }
    let label = rest.dropFirst(name.utf8CodeUnitCount)
      .drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20 }
      .prefix(while: isPartOfLabel)
    return label.isEmpty ? nil : String(decoding: label.map(lowered), as: UTF8.self)
  }

  private static func isPartOfLabel(_ byte: UInt8) -> Bool {
    switch lowered(byte) {
    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// - Parameter words: In lower case.
  private static func begins(_ bytes: ArraySlice<UInt8>, with words: StaticString) -> Bool {
    words.withUTF8Buffer { words in
      bytes.count >= words.count && zip(bytes, words).allSatisfy { lowered($0) == $1 }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
