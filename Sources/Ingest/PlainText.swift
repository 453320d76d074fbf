import RejoinderCore

/// Text without marks: one paragraph a line, or wrapped by hand with blank lines between paragraphs.
struct PlainText: EssayFormat {
  func recognizes(_ head: EssayHead) -> Bool { true }

  func essay(from bytes: [UInt8], head: EssayHead, source: EssaySource, hasMore: Bool)
    throws(IngestError) -> Essay
  {
    let front = FrontMatter(head.lines, of: bytes)
    let layout = PlainTextLayout(Array(head.lines.dropFirst(front.lineCount)), of: bytes)
    var assembler = BlockAssembler(bytes, layout: layout)
    var cursor = LineCursor(bytes, from: front.end)
    var unfinished: Line?
    while let line = cursor.next() {
      if hasMore, !line.isTerminated {
        unfinished = line
        break
      }
      assembler.take(line)
    }
    if hasMore { assembler.finishPart(unfinished) } else { assembler.finish() }

    var text = assembler.text
    var offers = assembler.offers
    if hasMore {
      Boilerplate.withholdTail(of: &text)
    } else {
      offers += Boilerplate.removeTail(of: &text)
    }
    var metadata = EssayMetadata(
      title: front.title, author: front.author, date: front.date, source: source)
    metadata.language = LanguageGuess.of(text.utf8[...])?.code
    return Essay(
      metadata: metadata, text: EssayText(utf8: text.utf8, paragraphs: text.paragraphs),
      offers: hasMore ? [] : offers, isComplete: !hasMore)
  }
}
