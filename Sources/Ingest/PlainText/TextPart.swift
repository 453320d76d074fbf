/// One of the parts that a long plain text is read in, each as an essay of its own.
///
/// Where a part begins depends on the bytes around its nominal beginning and on nothing else, so that
/// any one can be read without those before it and has the same text on every machine. What is added
/// to a file changes its last part alone.
public struct TextPart: Sendable, Hashable {
  /// From 1.
  public let number: Int
  public let count: Int
  let length: Int

  /// Bytes of a part, about: more than the longest novels have.
  public static let length = 4 << 20
  /// How far behind its nominal beginning a part's first byte is looked for.
  public static let window = 64 << 10

  /// - Parameters:
  ///   - number: Is clamped to the parts that there are.
  ///   - size: Of the text, in bytes.
  ///   - length: How long a part is, at least four times ``window``.
  public init(_ number: Int, ofBytes size: Int, length: Int = Self.length) {
    // A rest of less than a quarter belongs to the part before.
    count = max(1, (size + length / 4 * 3) / length)
    self.number = min(max(1, number), count)
    self.length = length
  }

  public var isFirst: Bool { number == 1 }
  public var isLast: Bool { number == count }

  /// Where the bytes begin from which it is told where the part begins; see ``cut(in:)``.
  public var nominalStart: Int { (number - 1) * length }
  /// The same for the part that follows.
  public var nominalEnd: Int { number * length }

  /// Where a part begins: behind the first blank line, else behind the first line, else behind the
  /// first gap after a sentence or a word, else at the first character.
  ///
  /// - Parameter bytes: As many as ``window`` of the text, from the nominal beginning on.
  /// - Returns: An index into them.
  public static func cut(in bytes: [UInt8]) -> Int {
    var lineEnd: Int?
    var wordEnd: Int?
    var sentenceEnd: Int?
    var isBlank = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        if isBlank { return index + 1 }
        lineEnd = lineEnd ?? index + 1
        isBlank = true
      case 0x20, 0x09, 0x0D, 0x0B:
        if byte == 0x20, wordEnd == nil { wordEnd = index + 1 }
        if byte == 0x20, sentenceEnd == nil, index > 0, bytes[index - 1] == UInt8(ascii: ".") {
          sentenceEnd = index + 1
        }
      default:
        isBlank = false
      }
    }
    return lineEnd ?? sentenceEnd ?? wordEnd ?? bytes.prefix(4).firstIndex { $0 & 0xC0 != 0x80 }
      ?? 0
  }
}
