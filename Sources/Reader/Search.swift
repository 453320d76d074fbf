internal import RejoinderCore

/// Looking for words. Letters of ASCII match whatever their case; a typographic quotation mark or
/// dash matches its plain form, because few keyboards have the others.
extension Search {
  /// The form in which words are compared, byte by byte.
  static func folded(_ words: String) -> [UInt8] {
    words.utf8.map(lowercased)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// All matches of a folded pattern in a part of the text, in order; they do not overlap.
  static func matches(
    of pattern: [UInt8], in text: EssayText, within passage: Passage, limit: Int = .max
  ) -> [Passage] {
    var found: [Passage] = []
    var start = max(0, passage.start)
    let end = min(text.count, passage.end)
    while found.count < limit,
      let match = firstMatch(of: pattern, in: text, within: Passage(start: start, end: end))
    {
      found.append(match)
      start = match.end
    }
    return found
  }

  /// The first match that lies in `passage`.
  static func firstMatch(of pattern: [UInt8], in text: EssayText, within passage: Passage)
    -> Passage?
  {
    let start = Start(of: pattern)
    return text.utf8.withUnsafeBufferPointer { bytes in
      let end = min(passage.end, bytes.count)
      var index = max(0, passage.start)
      while let next = start.next(in: bytes, from: index, to: end) {
        if let matchEnd = matchEnd(of: pattern, at: next, in: bytes), matchEnd <= passage.end {
          return Passage(start: next, end: matchEnd)
        }
        index = next + 1
      }
      return nil
    }
  }

  /// The last match that begins in `passage`.
  static func lastMatch(of pattern: [UInt8], in text: EssayText, within passage: Passage)
    -> Passage?
  {
    let start = Start(of: pattern)
    let pieceLength = 4096
    return text.utf8.withUnsafeBufferPointer { bytes in
      // In pieces from the end on, each searched forwards.
      let lower = max(0, passage.start)
      var upper = min(passage.end, bytes.count)
      while lower < upper {
        let from = max(lower, upper - pieceLength)
        var last: Passage?
        var index = from
        while let next = start.next(in: bytes, from: index, to: upper) {
          if let end = matchEnd(of: pattern, at: next, in: bytes) {
            last = Passage(start: next, end: end)
          }
          index = next + 1
        }
        if let last { return last }
        upper = from
      }
      return nil
    }
  }

  /// Places where a match can begin, by the first two bytes that a match can have.
  ///
  /// It looks at many bytes at a time: a search must not keep the reader waiting in the longest text.
  private struct Start {
    /// The bytes that one byte of a pattern stands for: both cases of a letter, both kinds of white
    /// space, a sign and the first byte of the typographic ones.
    private struct Choice {
      var one: UInt8
      var other: UInt8

      init(_ byte: UInt8) {
        one = byte
        switch byte {
        case 0x61...0x7A: other = byte & 0xDF
        case UInt8(ascii: " "): other = UInt8(ascii: "\n")
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "-"): other = 0xE2
        default: other = byte
        }
      }

      /// Whether the text's byte for it is always one byte long.
      var isSingle: Bool { other != 0xE2 || one == 0xE2 }

      func holds(_ byte: UInt8) -> Bool { byte == one || byte == other }

      func mask(_ chunk: SIMD32<UInt8>) -> SIMDMask<SIMD32<Int8>> {
        (chunk .== SIMD32(repeating: one)) .| (chunk .== SIMD32(repeating: other))
      }
    }

    private let first: Choice?
    private let second: Choice?

    init(of pattern: [UInt8]) {
      first = pattern.first.map(Choice.init)
      second = first?.isSingle == true ? pattern.dropFirst().first.map(Choice.init) : nil
    }

    /// The first such place from `index` on and before `end`, or `nil`.
    func next(in text: UnsafeBufferPointer<UInt8>, from index: Int, to end: Int) -> Int? {
      guard let first, let base = text.baseAddress else { return nil }
      let bytes = UnsafeRawPointer(base)
      var index = index
      while index + 33 <= text.count, index < end {
        var mask = first.mask(bytes.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self))
        if let second {
          let next = bytes.loadUnaligned(fromByteOffset: index + 1, as: SIMD32<UInt8>.self)
          mask .&= second.mask(next)
        }
        if any(mask) {
          for lane in 0..<32 where mask[lane] { return index + lane < end ? index + lane : nil }
        }
        index += 32
      }
      while index < end {
        if first.holds(text[index]) { return index }
        index += 1
      }
      return nil
    }
  }

  /// Where a match that begins at `start` ends, or `nil`.
  private static func matchEnd(
    of pattern: [UInt8], at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard !pattern.isEmpty else { return nil }
    var index = start
    for byte in pattern {
      guard index < text.count else { return nil }
      if byte == UInt8(ascii: " ") && text[index] == UInt8(ascii: "\n") {
        index += 1
      } else if lowercased(text[index]) == byte {
        index += 1
      } else if let width = typographicWidth(of: byte, at: index, in: text) {
        index += width
      } else {
        return nil
      }
    }
    return index
  }

  /// The length of a typographic sign at `index` that stands for the plain one, or `nil`.
  private static func typographicWidth(
    of plain: UInt8, at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80 else { return nil }
    let last = text[index + 2]
    return switch plain {
    case UInt8(ascii: "'") where last == 0x98 || last == 0x99: 3
    case UInt8(ascii: "\"") where last == 0x9C || last == 0x9D: 3
    case UInt8(ascii: "-") where (0x90...0x95).contains(last): 3
    default: nil
    }
  }
}
