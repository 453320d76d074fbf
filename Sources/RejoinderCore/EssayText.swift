/// An essay's canonical text: valid UTF-8, paragraphs parted by one blank line.
///
/// Every record about an essay refers to it by byte offsets into this text, so the same input must
/// give the same bytes on every machine. A single line feed inside a paragraph is a line break that
/// the author wanted (verse, lists, code); elsewhere lines are the reader's business.
public struct EssayText: Sendable, Equatable {
  /// The text itself.
  public let utf8: [UInt8]
  /// The paragraphs in order, without the blank lines between them; none is empty.
  public let paragraphs: [Paragraph]
  /// Emphasis, links and the like, ascending by where they start; none crosses a paragraph's edge.
  public let spans: [TextSpan]
  /// What the links lead to: number 1 is the first.
  public let references: [Reference]

  /// - Precondition for meaning, not checked: `utf8` is valid UTF-8 and `paragraphs` are ascending,
  ///   disjoint and inside it, and so are `spans`, which may nest. Ingest is the only maker of texts outside tests.
  public init(
    utf8: [UInt8], paragraphs: [Paragraph], spans: [TextSpan] = [], references: [Reference] = []
  ) {
    self.utf8 = utf8
    self.paragraphs = paragraphs
    self.spans = spans
    self.references = references
  }

  /// Splits at blank lines; for texts that are canonical already, such as a stored copy.
  public init(canonical text: String) {
    self.init(canonical: Array(text.utf8))
  }

  /// Splits at blank lines; for texts that are canonical already, such as a stored copy.
  public init(canonical utf8: [UInt8]) {
    let lineFeed = UInt8(ascii: "\n")
    var paragraphs: [Paragraph] = []
    var start = 0
    var index = 0
    while index < utf8.count {
      if utf8[index] == lineFeed, index + 1 < utf8.count, utf8[index + 1] == lineFeed {
        if start < index { paragraphs.append(Paragraph(Passage(start: start, end: index))) }
        while index < utf8.count, utf8[index] == lineFeed { index += 1 }
        start = index
      } else {
        index += 1
      }
    }
    var end = utf8.count
    while end > start, utf8[end - 1] == lineFeed { end -= 1 }
    if start < end { paragraphs.append(Paragraph(Passage(start: start, end: end))) }
    self.init(utf8: utf8, paragraphs: paragraphs)
  }

  public static let empty = EssayText(utf8: [], paragraphs: [])

  public var count: Int { utf8.count }

  /// The words of a passage; offsets outside the text are clipped, and a character that the passage
  /// cuts through is shown as U+FFFD.
  public func string(_ passage: Passage) -> String {
    let lower = min(max(0, passage.start), utf8.count)
    let upper = min(max(lower, passage.end), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }

  /// The paragraph that holds `offset`, or the last one that starts before it.
  ///
  /// - Returns: An index into ``paragraphs``, or `nil` when the text has none.
  public func paragraphIndex(at offset: Int) -> Int? {
    guard !paragraphs.isEmpty else { return nil }
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].passage.start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The spans that begin in a paragraph or another passage whose edges none crosses.
  public func spans(in passage: Passage) -> ArraySlice<TextSpan> {
    guard !spans.isEmpty else { return [] }
    return spans[
      firstSpan {
        $0.passage.start >= passage.start
      }..<firstSpan { $0.passage.start >= passage.end }]
  }

  /// The text without its first paragraph.
  public func droppingFirstParagraph() -> EssayText {
    guard paragraphs.count > 1 else { return .empty }
    let start = paragraphs[1].passage.start
    func moved(_ passage: Passage) -> Passage {
      Passage(start: passage.start - start, end: passage.end - start)
    }
    return EssayText(
      utf8: Array(utf8[start...]),
      paragraphs: paragraphs.dropFirst().map {
        Paragraph(moved($0.passage), kind: $0.kind, nesting: $0.nesting)
      },
      spans: spans.filter { $0.passage.start >= start }.map {
        TextSpan(moved($0.passage), $0.kind)
      },
      references: references)
  }

  private func firstSpan(where isReached: (TextSpan) -> Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(spans[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
