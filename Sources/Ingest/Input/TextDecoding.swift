/// Bytes of a text as UTF-8, whatever they were.
///
/// A byte order mark decides, then what was declared, then evidence: text that is valid UTF-8 is
/// UTF-8; otherwise the encoding with one byte a character in which the text reads most like a
/// language.
struct TextDecoding {
  /// UTF-8 without a mark; invalid bytes of a UTF-8 input are still in it.
  let utf8: [UInt8]
  /// Units of the input that stood for no character and are U+FFFD already.
  let replaced: Int

  /// The evidence is looked for in so many bytes, so that a beginning and the whole agree.
  static let evidenceLimit = EssayHead.byteLimit

  init(_ bytes: [UInt8], declared: String?) {
    let encoding = TextEncoding(of: bytes, declared: declared)
    switch encoding {
    case .utf8:
      utf8 = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      replaced = 0
    case .utf16(let isBigEndian):
      let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
      let body = bytes.starts(with: mark) ? bytes.dropFirst(2) : bytes[...]
      (utf8, replaced) = Self.decode(utf16: body, isBigEndian: isBigEndian)
    case .bytes(let table):
      (utf8, replaced) = table.decode(bytes)
    }
  }

  private static func decode(
    utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool
  ) -> ([UInt8], Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var replaced = 0
    func unit(_ index: Int) -> UInt32? {
      guard index + 1 < bytes.endIndex else { return nil }
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = bytes.startIndex
    while let value = unit(index) {
      index += 2
      var scalar = Unicode.Scalar(value)
      if (0xD800...0xDBFF).contains(value), let low = unit(index), (0xDC00...0xDFFF).contains(low) {
        scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        index += 2
      }
      if scalar == nil || value == 0 {
        replaced += 1
        scalar = "\u{FFFD}"
      }
      if let scalar { utf8 += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    }
    if index < bytes.endIndex {
      replaced += 1
      utf8 += Array(UTF8.encodedReplacementCharacter)
    }
    return (utf8, replaced)
  }
}

/// How a text's characters are written down.
enum TextEncoding: Sendable {
  case utf8
  case utf16(isBigEndian: Bool)
  case bytes(ByteEncoding)

  init(of bytes: [UInt8], declared: String?) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: true)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isBigEndian: false)
    } else if let declared, let named = Self.named(declared, of: bytes) {
      self = named
    } else if let isBigEndian = Self.looksLikeUTF16(bytes) {
      self = .utf16(isBigEndian: isBigEndian)
    } else {
      self = Self.guess(bytes)
    }
  }

  /// `nil` for unknown names. A text that is called UTF-8 and is not is judged by its bytes.
  private static func named(_ label: String, of bytes: [UInt8]) -> TextEncoding? {
    let label = label.lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": return guess(bytes)
    case "utf-16", "utf-16le", "ucs-2", "unicode":
      return looksLikeUTF16(bytes).map { .utf16(isBigEndian: $0) }
    case "utf-16be": return looksLikeUTF16(bytes).map { .utf16(isBigEndian: $0) }
    default:
      guard let encoding = ByteEncoding(label: label) else { return nil }
      // Pages are converted more often than their labels are.
      let evidence = UTF8Evidence(bytes.prefix(TextDecoding.evidenceLimit))
      if evidence.characters > 2, evidence.invalid == 0 { return .utf8 }
      return .bytes(encoding)
    }
  }

  /// Text in which zeros stand at every other byte only, and few different bytes beside them: the
  /// upper halves of characters, most of which are from one alphabet.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(1_024)
    guard head.count >= 4, head.contains(0) else { return nil }
    var zeros = [0, 0]
    var occurs = [[Bool]](repeating: Array(repeating: false, count: 256), count: 2)
    for (index, byte) in head.enumerated() {
      if byte == 0 { zeros[index % 2] += 1 }
      occurs[index % 2][Int(byte)] = true
    }
    let values = occurs.map { $0.count(where: \.self) }
    for upper in [0, 1] where zeros[upper] > 0 && zeros[1 - upper] == 0 {
      let few = values[upper]
      if zeros[upper] * 10 >= head.count / 2 * 7 || few <= 4 && few * 2 < values[1 - upper] {
        return upper == 0
      }
    }
    return nil
  }

  private static func guess(_ bytes: [UInt8]) -> TextEncoding {
    let head = bytes.prefix(TextDecoding.evidenceLimit)
    let evidence = UTF8Evidence(head)
    // Bytes of other encodings form characters of UTF-8 by chance only.
    if evidence.invalid == 0 || evidence.characters * 10 >= evidence.invalid { return .utf8 }
    return ByteEncoding.likeliest(for: head).map { .bytes($0) } ?? .utf8
  }
}

/// How well bytes fit UTF-8.
struct UTF8Evidence {
  /// Characters of two or more bytes.
  private(set) var characters = 0
  private(set) var invalid = 0

  init(_ slice: ArraySlice<UInt8>) {
    let bytes = Array(slice)
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Validation.characterLength(bytes, at: index, end: bytes.count)
      if length > 0 {
        characters += 1
        index += length
      } else {
        // The end may cut a character.
        if index + 4 <= bytes.count { invalid += 1 }
        index += 1
      }
    }
  }
}
