extension Anchor {
  /// How many characters of context are kept on each side.
  public static let contextLength = 32

  /// Where the context is cut at the latest, in bytes: a letter may carry any number of marks.
  private static let contextBytes = 512

  /// Notes down the words of a passage and what stands around them.
  ///
  /// A passage that reaches beyond the text or cuts through a character's encoding is first clipped
  /// and widened to whole scalars, so that the quotation is always a part of the text.
  public init(of passage: Passage, in text: EssayText) {
    let start = text.utf8.scalarStart(at: passage.start)
    let end = text.utf8.scalarEnd(at: max(passage.start, passage.end))
    let position = Passage(start: start, end: end)
    let before = text.utf8.scalarEnd(at: start - Self.contextBytes)
    let after = text.utf8.scalarStart(at: end + Self.contextBytes)
    self.init(
      quote: text.string(position),
      prefix: String(
        text.string(Passage(start: before, end: start)).suffix(Self.contextLength)),
      suffix: String(text.string(Passage(start: end, end: after)).prefix(Self.contextLength)),
      position: position)
  }
}

extension Array where Element == UInt8 {
  /// The start of the scalar whose encoding holds the byte at `offset`; clipped to the array.
  func scalarStart(at offset: Int) -> Int {
    var index = Swift.min(Swift.max(0, offset), count)
    while index > 0, index < count, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// The end of the scalar whose encoding `offset` cuts, or `offset` where it cuts none; clipped to
  /// the array.
  func scalarEnd(at offset: Int) -> Int {
    var index = Swift.min(Swift.max(0, offset), count)
    while index < count, index > 0, self[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }
}
