internal import RejoinderCore

/// Choosing a passage by keys.
extension Model {
  /// Begins to select, or changes the unit of a selection.
  mutating func select(_ unit: Selection.Unit) {
    guard let reading, reading.text.count > 0 else { return }
    if mode == .selecting, let selection = reading.selection {
      self.reading?.selection?.unit = unit
      if unit == .sentences {
        let anchor = sentencePassage(at: selection.anchor.start) ?? selection.anchor
        let head = sentencePassage(at: selection.head.start) ?? selection.head
        self.reading?.selection = Selection(unit: unit, anchor: anchor, head: head)
      }
      return
    }
    let start = reading.cursor.flatMap { isOnPage($0) ? $0 : nil }?.start ?? reading.topOffset
    let passage =
      unit == .sentences ? sentencePassage(at: start) ?? grapheme(at: start) : grapheme(at: start)
    self.reading?.selection = Selection(unit: unit, anchor: passage, head: passage)
    mode = .selecting
  }

  mutating func cancelSelection() {
    reading?.selection = nil
    mode = .reading
  }

  mutating func swapSelectionEnds() {
    guard let selection = reading?.selection else { return }
    reading?.selection?.anchor = selection.head
    reading?.selection?.head = selection.anchor
    reveal(selection.anchor)
  }

  /// Ends the selection and hands it over.
  mutating func takeSelection() -> Passage? {
    guard mode == .selecting, let passage = reading?.selection?.passage else { return nil }
    cancelSelection()
    return trimmed(passage)
  }

  /// Without white space at its ends.
  private func trimmed(_ passage: Passage) -> Passage? {
    guard let text = reading?.text else { return nil }
    func isSpace(_ index: Int) -> Bool {
      [0x20, 0x0A, 0x09].contains(text.utf8[index])
    }
    var start = passage.start
    var end = min(passage.end, text.count)
    while start < end, isSpace(start) { start += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    return start < end ? Passage(start: start, end: end) : nil
  }

  private func grapheme(at offset: Int) -> Passage {
    guard let text = reading?.text, text.count > 0 else { return Passage(start: 0, end: 0) }
    let start = Graphemes.boundary(atOrBefore: min(offset, text.count - 1), in: text.utf8)
    return Passage(start: start, end: Graphemes.next(after: start, in: text.utf8))
  }

  private mutating func setHead(_ passage: Passage) {
    reading?.selection?.head = passage
    prepareLayout()
    if !isOnPage(passage) { reveal(passage) }
  }

  private mutating func setHead(atOffset offset: Int) {
    guard let count = reading?.text.count, let unit = reading?.selection?.unit else { return }
    let offset = min(max(0, offset), max(0, count - 1))
    let grapheme = grapheme(at: offset)
    setHead(unit == .sentences ? sentencePassage(at: offset) ?? grapheme : grapheme)
  }

  mutating func moveSelection(byCharacters distance: Int) {
    guard let reading, let selection = reading.selection else { return }
    var offset = selection.head.start
    for _ in 0..<abs(distance) {
      offset =
        distance > 0
        ? Graphemes.next(after: offset, in: reading.text.utf8)
        : Graphemes.previous(before: offset, in: reading.text.utf8)
    }
    setHead(atOffset: offset)
  }

  mutating func moveSelection(byWords distance: Int, toEnd: Bool) {
    guard let reading, let selection = reading.selection else { return }
    var offset = selection.head.start
    for _ in 0..<abs(distance) {
      if distance < 0 {
        offset = Words.start(before: offset, in: reading.text.utf8)
      } else if toEnd {
        offset = Words.end(after: offset, in: reading.text.utf8)
      } else {
        offset = Words.start(after: offset, in: reading.text.utf8)
      }
    }
    setHead(atOffset: offset)
  }

  mutating func moveSelection(byRows distance: Int) {
    guard let reading, let selection = reading.selection else { return }
    let from = address(of: selection.head.start)
    let rows = rows(from: from, count: 1)
    guard let row = rows.first?.passage else { return }
    let column = LineBreaker.columns(
      of: Passage(start: row.start, end: max(row.start, selection.head.start)),
      in: reading.text.utf8)
    var target = from
    var passage: Passage?
    for _ in 0..<abs(distance) {
      repeat {
        let next = address(target, movedBy: distance > 0 ? 1 : -1)
        if next == target { break }
        target = next
        passage = self.rows(from: target, count: 1).first?.passage
      } while passage == nil
    }
    guard let passage else { return }
    setHead(
      atOffset: min(
        LineBreaker.offset(atColumn: column, of: passage, in: reading.text.utf8),
        max(passage.start, passage.end - 1)))
  }

  mutating func moveSelection(bySentences distance: Int) {
    guard let selection = reading?.selection else { return }
    var passage: Passage?
    var offset = selection.head.start
    for _ in 0..<abs(distance) {
      guard let next = sentencePassage(from: offset, isForward: distance > 0) else { break }
      passage = next
      offset = next.start
    }
    guard let passage else { return }
    if selection.unit == .sentences {
      setHead(passage)
    } else {
      setHead(atOffset: distance > 0 ? passage.end - 1 : passage.start)
    }
  }

  mutating func moveSelection(byParagraphs distance: Int) {
    guard let reading, let selection = reading.selection,
      let index = reading.text.paragraphIndex(at: selection.head.start)
    else { return }
    let paragraphs = reading.text.paragraphs
    let current = paragraphs[index].passage
    if distance > 0 {
      let atEnd = selection.head.end >= current.end
      let target = min(paragraphs.count - 1, index + distance - (atEnd ? 0 : 1))
      setHead(atOffset: paragraphs[target].passage.end - 1)
    } else {
      let atStart = selection.head.start <= current.start
      let target = max(0, index + distance + (atStart ? 0 : 1))
      setHead(atOffset: paragraphs[target].passage.start)
    }
  }

  mutating func moveSelectionInRow(toEnd: Bool) {
    guard let selection = reading?.selection,
      let row = rows(from: address(of: selection.head.start), count: 1).first?.passage
    else { return }
    setHead(atOffset: toEnd ? max(row.start, row.end - 1) : row.start)
  }
}
