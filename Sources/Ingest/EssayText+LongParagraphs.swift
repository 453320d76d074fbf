import RejoinderCore

extension EssayText {
  /// The text with paragraphs that can be laid out and analysed one at a time without a wait: one
  /// that is longer than ``longest`` is several, which follow one another without a blank row. The
  /// bytes stay as they are. Where it is cut depends on nothing that comes later.
  func cuttingLongParagraphs() -> EssayText {
    guard paragraphs.contains(where: { $0.passage.count > Self.longest }) else { return self }
    var pieces: [Paragraph] = []
    for paragraph in paragraphs {
      var rest = paragraph
      while rest.passage.count > Self.longest {
        let cut = cut(of: rest.passage)
        var piece = rest
        piece.passage.end = cut.lowerBound
        pieces.append(piece)
        rest.passage.start = cut.upperBound
        rest.nesting.isTight = true
        rest.nesting.item?.isContinued = true
      }
      if !rest.passage.isEmpty { pieces.append(rest) }
    }
    return EssayText(utf8: utf8, paragraphs: pieces, spans: spans, references: references)
  }

  /// Bytes of the longest paragraph that is left whole: ten pages of a book.
  static let longest = 32 * 1024
  /// How far back a gap between words is looked for.
  private static let reach = 4 * 1024

  /// What is left out between two pieces: the white space after a sentence, a line or a word, or
  /// nothing between two characters.
  private func cut(of passage: Passage) -> Range<Int> {
    let end = passage.start + Self.longest
    let window = (end - Self.reach)..<end
    var gap: Int? = window.last(where: { isBlank(utf8[$0]) && endsSentence(utf8[$0 - 1]) })
    if gap == nil { gap = window.last(where: { utf8[$0] == 0x0A }) }
    if gap == nil { gap = window.last(where: { isBlank(utf8[$0]) }) }
    guard let gap else {
      var index = end
      while index > passage.start + 1, utf8[index] & 0xC0 == 0x80 { index -= 1 }
      return index..<index
    }
    var start = gap
    while start > passage.start + 1, isBlank(utf8[start - 1]) { start -= 1 }
    var next = gap + 1
    while next < passage.end, isBlank(utf8[next]) { next += 1 }
    return start..<next
  }

  private func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
