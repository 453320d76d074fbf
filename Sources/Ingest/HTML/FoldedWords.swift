/// Words in lower case with one space between them, as the comparisons of titles and labels want them.
enum FoldedWords {
  /// Folds text of ASCII and of the punctuation that goes with it, byte by byte: most text, and
  /// Unicode's rules take a hundred times as long.
  ///
  /// - Returns: `nil` for other text.
  static func plainly(_ words: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(words.utf8.count)
    var hasSpace = false
    var rest = 0
    for byte in words.utf8 {
      switch byte {
      case 0x20, 0x09...0x0D:
        guard rest == 0 else { return nil }
        hasSpace = true
        continue
      case 0xE2 where rest == 0: rest = 2
      case 0x80 where rest == 2: rest = 1
      // Dashes, quotation marks, bullets and the ellipsis.
      case 0x90...0xA7 where rest == 1: rest = 0
      default: guard byte < 0x80, rest == 0 else { return nil }
      }
      if hasSpace, !folded.isEmpty { folded.append(0x20) }
      hasSpace = false
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return rest == 0 ? String(decoding: folded, as: UTF8.self) : nil
  }

  /// Whether one folded text occurs in another.
  static func contains(_ words: String, _ part: String) -> Bool {
    guard words.utf8.allSatisfy({ $0 < 0x80 }), part.utf8.allSatisfy({ $0 < 0x80 }) else {
      return words.contains(part)
    }
    let (bytes, wanted) = (Array(words.utf8), Array(part.utf8))
    guard let first = wanted.first else { return true }
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == first, bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return true
      }
      index += 1
    }
    return false
  }
}
