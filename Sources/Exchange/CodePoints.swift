public import RejoinderCore

/// Which byte of a text each Unicode code point begins at, and the other way round. Counting costs one
/// reading of the text; each question after that a few hundred bytes.
public struct CodePoints: Sendable {
  private let utf8: [UInt8]
  /// How many code points begin before each ``stride`` bytes.
  private let marks: [Int]
  private static let stride = 256

  public init(of text: EssayText) {
    utf8 = text.utf8
    var marks: [Int] = []
    var count = 0
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 { marks.append(count) }
      count += byte & 0xC0 == 0x80 ? 0 : 1
    }
    self.marks = marks
  }

  /// The byte at which a code point begins; the text's end for those beyond it.
  public func offset(of number: Int) -> Int {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] <= number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    var count = marks[low - 1]
    for offset in ((low - 1) * Self.stride)..<utf8.count where utf8[offset] & 0xC0 != 0x80 {
      if count == number { return offset }
      count += 1
    }
    return utf8.count
  }

  /// How many code points begin before a byte.
  public func count(before offset: Int) -> Int {
    let end = min(max(0, offset), utf8.count)
    guard end > 0 else { return 0 }
    let mark = (end - 1) / Self.stride
    return marks[mark] + utf8[(mark * Self.stride)..<end].count { $0 & 0xC0 != 0x80 }
  }
}
