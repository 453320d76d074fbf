import RejoinderCore

/// Text without marks: one paragraph a line, or wrapped by hand with blank lines between paragraphs.
struct PlainText: EssayFormat {
  static let name = FormatName.text
  static let needsWhole = false
  /// Each takes room of its own, however short it is.
  var paragraphLimit = 1_000_000

  func recognizes(_ head: EssayHead, in bytes: [UInt8]) -> Bool { true }

  func essay(from bytes: [UInt8], head: EssayHead, source: EssaySource, hasMore: Bool)
    throws(IngestError) -> Essay
  {
    let opening = PlainTextOpening(head.lines, of: bytes)
    let layout = PlainTextLayout(opening.lines, of: bytes)
    return essay(
      from: bytes, at: opening.end, opening: opening, layout: layout, source: source,
      hasMore: hasMore)
  }

  /// One part of a long text.
  ///
  /// - Parameters:
  ///   - bytes: All bytes of the part; of the first one those of `head` come first.
  ///   - head: The text's beginning, which tells how the whole of it is laid out.
  func essay(
    from bytes: [UInt8], part: TextPart, head: EssayHead, of beginning: [UInt8],
    source: EssaySource
  ) -> Essay {
    let opening = PlainTextOpening(head.lines, of: beginning)
    let layout = PlainTextLayout(opening.lines, of: beginning)
    return essay(
      from: bytes, at: part.isFirst ? opening.end : 0, opening: opening, layout: layout,
      source: source, hasMore: false, endsText: part.isLast)
  }

  /// - Parameters:
  ///   - start: Where the text begins in the bytes; `nil` for their beginning, without a mark.
  ///   - endsText: Whether nothing follows, so that what stands around an essay may be looked for.
  private func essay(
    from bytes: [UInt8], at start: Int?, opening: PlainTextOpening, layout: PlainTextLayout,
    source: EssaySource, hasMore: Bool, endsText: Bool = true
  ) -> Essay {
    var assembler = BlockAssembler(bytes, layout: layout)
    var pages = PageBreaks()
    var cursor = LineCursor(bytes, from: start)
    var unfinished: Line?
    var hasMore = hasMore
    var cut: String?
    while let line = cursor.next() {
      if assembler.text.paragraphs.count >= paragraphLimit {
        cut = cutNotice
        break
      }
      if hasMore, !line.isTerminated {
        unfinished = line
        break
      }
      if opening.isFramed, GutenbergFrame.isEnd(bytes[line.text]) {
        hasMore = false
        break
      }
      let part = pages.take(line, of: bytes)
      if part.blank { assembler.endBlock() }
      if part.line { assembler.take(line) }
    }
    if hasMore { assembler.finishPart(unfinished) } else { assembler.finish() }

    var text = assembler.takeText()
    if text.isFull { cut = Self.damageNotice }
    var offers = assembler.offers
    if hasMore {
      Boilerplate.withholdTail(of: &text)
    } else if endsText {
      offers += Boilerplate.removeTail(of: &text)
    }
    let metadata = EssayMetadata(
      title: opening.title, author: opening.author, date: opening.date, source: source)
    return Essay(
      metadata: metadata, text: EssayText(utf8: text.utf8, paragraphs: text.paragraphs),
      offers: hasMore ? [] : offers, replacedBytes: text.damagedBytes,
      cut: cut, isComplete: !hasMore)
  }

  private static let damageNotice =
    "The text is damaged in so many places that a part of it is left out"
  private var cutNotice: String {
    "The text has more than \(paragraphLimit) paragraphs; only what comes before is here"
  }
}
