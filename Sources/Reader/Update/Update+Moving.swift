internal import RejoinderCore
internal import TerminalKit

/// Moving through the essay, the focused note and the library.
extension Model {
  mutating func moveLines(_ distance: Int) {
    if mode == .selecting {
      moveSelection(byRows: distance)
    } else {
      scroll(by: distance)
    }
  }

  mutating func scroll(toPercent percent: Int?) {
    guard let percent, let reading else {
      notice = Notice(text: Phrase.percentNeedsCount(key))
      return
    }
    let offset = reading.text.count / 100 * min(100, percent)
    scroll(to: offset, atRow: 0)
  }

  /// Puts the cursor on a passage and shows it.
  mutating func focus(_ passage: Passage) {
    if reading?.cursor != passage {
      reading?.cursor = passage
      reading?.chosen = 0
      reading?.chosenOffset = 0
      reading?.unfolded = []
      holdTop()
    }
    prepareLayout()
    reveal(passage)
  }

  mutating func focusClaim(number: Int) {
    guard let claims = reading?.marking.claims, !claims.isEmpty else {
      notice = Notice(text: noClaimsYet)
      return
    }
    focus(claims[min(max(1, number), claims.count) - 1].passage)
  }

  /// From the cursor while it is on the page, else from the page's own claims: whoever scrolled away
  /// goes on from where they read.
  ///
  /// - Returns: False where there is no further claim, nor will be any.
  @discardableResult
  mutating func moveClaims(_ distance: Int) -> Bool {
    if mode == .outline {
      outline.moveClaims(by: distance)
      return true
    }
    guard let reading, !reading.marking.claims.isEmpty else {
      notice = Notice(text: noClaimsYet)
      return reading?.isAssessed == false
    }
    let claims = reading.marking.claims
    let from: Int
    if let cursor = reading.cursor, isOnPage(cursor) {
      from =
        distance > 0
        ? claims.partitionIndex { $0.passage.start > cursor.start } - 1
        : claims.partitionIndex { $0.passage.start >= cursor.start }
    } else {
      let index = claims.partitionIndex { $0.passage.start >= reading.topOffset }
      from = distance > 0 ? index - 1 : index
    }
    let target = from + distance
    guard claims.indices.contains(target) || abs(distance) > 1 else {
      notice = Notice(text: distance > 0 ? Phrase.lastClaim : Phrase.firstClaim)
      return !reading.isAssessed
    }
    focus(claims[min(max(0, target), claims.count - 1)].passage)
    return true
  }

  var noClaimsYet: String {
    guard let reading, reading.isAssessed else { return Phrase.looking }
    return reading.foreignLanguage.map { Phrase.foreign($0, key) } ?? Phrase.noClaims(key)
  }

  /// Whether a passage begins on the page.
  func isOnPage(_ passage: Passage) -> Bool {
    distance(to: passage.start, limit: geometry.page.count)
      .map { $0 >= 0 && $0 < geometry.page.count } ?? false
  }

  /// - Returns: False where there is no further sentence.
  @discardableResult
  mutating func moveSentences(_ distance: Int) -> Bool {
    if mode == .selecting {
      moveSelection(bySentences: distance)
      return true
    }
    guard let reading else { return true }
    let isForward = distance > 0
    var passage: Passage?
    var offset = reading.cursor.map { isOnPage($0) ? $0.start : nil } ?? nil
    for _ in 0..<abs(distance) {
      let from = offset ?? (isForward ? reading.topOffset - 1 : reading.topOffset)
      guard let next = sentencePassage(from: from, isForward: isForward) else { break }
      passage = next
      offset = next.start
    }
    if let passage { focus(passage) }
    return passage != nil
  }

  mutating func moveParagraphs(_ distance: Int) {
    if mode == .selecting { return moveSelection(byParagraphs: distance) }
    guard let reading, !reading.text.paragraphs.isEmpty else { return }
    let start = reading.cursor.flatMap { isOnPage($0) ? $0.start : nil } ?? reading.topOffset
    guard let from = reading.text.paragraphIndex(at: start) else { return }
    let paragraphs = reading.text.paragraphs
    // Going back from the middle of a paragraph leads to its own beginning first.
    let isInside = start > paragraphs[from].passage.start
    let target = from + distance + (distance < 0 && isInside ? 1 : 0)
    let passage = paragraphs[min(max(0, target), paragraphs.count - 1)].passage
    focus(sentencePassage(at: passage.start) ?? firstRow(of: passage))
  }

  /// Where there are no sentences, a paragraph's first row stands for it.
  private func firstRow(of paragraph: Passage) -> Passage {
    guard let reading, let index = reading.text.paragraphIndex(at: paragraph.start),
      let row = reading.layout.rows(of: index, in: reading.text).first
    else { return paragraph }
    return row
  }

  mutating func showFocus() {
    guard let cursor = reading?.cursor else {
      moveClaims(1)
      return
    }
    scroll(to: cursor.start, atRow: geometry.page.count / 3)
  }

  mutating func goToMatch(isForward: Bool) {
    guard let reading, let search = reading.search else {
      notice = Notice(text: Phrase.nothingSearched(key))
      return
    }
    let pattern = Search.folded(search.words)
    let text = reading.text
    let found: Passage?
    if isForward {
      let from = search.current?.end ?? reading.topOffset
      let after = Search.firstMatch(
        of: pattern, in: text, within: Passage(start: from, end: text.count))
      found =
        after
        ?? Search.firstMatch(
          of: pattern, in: text,
          within: Passage(start: 0, end: min(text.count, from + pattern.count * 3)))
      if after == nil, found != nil { notice = Notice(text: Phrase.searchWrappedToStart) }
    } else {
      let from = search.current?.start ?? reading.topOffset
      let before = Search.lastMatch(of: pattern, in: text, within: Passage(start: 0, end: from))
      found =
        before
        ?? Search.lastMatch(of: pattern, in: text, within: Passage(start: from, end: text.count))
      if before == nil, found != nil { notice = Notice(text: Phrase.searchWrappedToEnd) }
    }
    guard let found else {
      notice = Notice(
        text: Phrase.notFound(search.words, isPart: reading.essay.parts > 1), isError: true)
      return
    }
    self.reading?.search?.current = found
    prepareLayout()
    reveal(found)
  }

  // MARK: The margin

  mutating func enterMargin() {
    guard let reading, let cursor = reading.cursor, focusedNote != nil else {
      notice = Notice(text: Phrase.noNote(key))
      return
    }
    if geometry.notes == .none {
      notice = Notice(text: Phrase.notesHidden(key))
      return
    }
    mode = .margin
    if !isOnPage(cursor) { showFocus() }
    revealNote()
  }

  mutating func unfoldChosen() {
    guard let id = chosenCounterargument?.id else { return }
    if reading?.unfolded.remove(id) == nil { reading?.unfolded.insert(id) }
    revealNote()
  }

  /// Another counterargument of the note, or another essay of the library.
  mutating func moveItems(_ distance: Int) {
    switch mode {
    case .library:
      if showsList { list.move(by: distance) } else { library.move(by: distance) }
    case .outline:
      outline.move(by: distance)
    case .records:
      records?.move(by: distance)
    case .margin:
      let count = focusedNote?.counterarguments.count ?? 0
      guard count > 0, let reading else { return }
      // A long one is read to its end, and back to its beginning, before another is chosen.
      let overflow = chosenOverflow
      let page = max(1, Note.room(in: noteRoom.rows) - 1)
      let offset = min(max(0, reading.chosenOffset + distance.signum() * page), overflow)
      if abs(distance) == 1, offset != reading.chosenOffset {
        self.reading?.chosenOffset = offset
        return
      }
      self.reading?.chosen = min(max(0, reading.chosen + distance), count - 1)
      self.reading?.chosenOffset = 0
      revealNote()
    case .reading, .selecting, .composing, .prompt, .help:
      break
    }
  }

  mutating func cycleLayout() {
    let all = NoteLayout.allCases
    let index = all.firstIndex(of: notes) ?? 0
    setLayout(all[(index + 1) % all.count])
  }

  mutating func setLayout(_ layout: NoteLayout) {
    notes = layout
    if layout == .none, mode == .margin { mode = .reading }
    let standing = geometry.notes
    notice = Notice(
      text: standing == layout
        ? Phrase.layout(layout.rawValue)
        : Phrase.layoutNeedsRoom(layout.rawValue, columns: Geometry.sideBySide))
  }
}
