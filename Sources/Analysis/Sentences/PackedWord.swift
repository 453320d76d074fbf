/// A short lower-case ASCII word in one number, for tables that are asked about every full stop.
struct PackedWord: Hashable, Sendable {
  let value: UInt64

  /// - Returns: `nil` for an empty range, more than eight bytes, or anything but letters and
  ///   apostrophes.
  init?(_ utf8: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 8 else { return nil }
    var value: UInt64 = 0
    for byte in utf8[range] {
      let lower = byte | 0x20
      guard (0x61...0x7A).contains(lower) else { return nil }
      value = value << 8 | UInt64(lower)
    }
    self.value = value
  }

  /// The words of a list, parted by spaces; those that do not fit are left out.
  static func words(_ list: String) -> Set<PackedWord> {
    let bytes = Array(list.utf8)
    var words: Set<PackedWord> = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: " ") {
      if let word = PackedWord(bytes, start..<index) { words.insert(word) }
      start = index + 1
    }
    return words
  }
}
