internal import RejoinderCore
internal import TerminalKit

/// Rows of the page: which there are, where the page begins, how it moves.
extension Model {
  /// The rows of one block; none for a paragraph that does not exist.
  func block(_ paragraph: Int) -> [PageRow] {
    guard let reading else { return [] }
    if paragraph == RowAddress.header { return reading.layout.header(of: reading.essay.metadata) }
    let text = reading.text
    guard text.paragraphs.indices.contains(paragraph) else { return [] }
    var rows = reading.layout.rows(of: paragraph, in: text)
      .map { PageRow.text(paragraph: paragraph, passage: $0) }
    if let (end, note) = noteBelow(in: paragraph) {
      let index = rows.lastIndex { ($0.passage?.start ?? .max) < end } ?? rows.count - 1
      rows.insert(contentsOf: note.map(PageRow.note), at: min(rows.count, index + 1))
    }
    if paragraph < text.paragraphs.count - 1, !text.paragraphs[paragraph + 1].nesting.isTight {
      rows.append(.gap)
    }
    return rows
  }

  /// The focused claim's note, when it stands under its claim and the claim ends in `paragraph`.
  private func noteBelow(in paragraph: Int) -> (end: Int, rows: [NoteRow])? {
    let geometry = geometry
    guard geometry.notes == .below, let reading, let cursor = reading.cursor,
      reading.text.paragraphIndex(at: max(cursor.start, cursor.end - 1)) == paragraph
    else { return nil }
    let room = noteRoom
    let rows = focusedNoteRows(columns: room.columns, height: room.rows)
    return rows.isEmpty ? nil : (cursor.end, rows)
  }

  // MARK: Addresses

  /// The address `distance` rows on, or back where negative; stops at the essay's ends.
  func address(_ address: RowAddress, movedBy distance: Int) -> RowAddress {
    guard let last = reading.map({ $0.text.paragraphs.count - 1 }) else { return address }
    var result = address
    var rest = distance
    while rest > 0 {
      let count = block(result.paragraph).count
      if result.row + rest < count {
        result.row += rest
        return result
      }
      guard result.paragraph < last else {
        result.row = max(0, count - 1)
        return result
      }
      rest -= max(0, count - result.row)
      result = RowAddress(paragraph: result.paragraph + 1, row: 0)
    }
    while rest < 0 {
      if result.row + rest >= 0 {
        result.row += rest
        return result
      }
      guard result.paragraph > RowAddress.header else {
        result.row = 0
        break
      }
      rest += result.row + 1
      let count = block(result.paragraph - 1).count
      result = RowAddress(paragraph: result.paragraph - 1, row: count - 1)
    }
    result.row = max(0, result.row)
    return result
  }

  /// The row that shows the byte at `offset`, or the nearest before it.
  func address(of offset: Int) -> RowAddress {
    guard let paragraph = reading?.text.paragraphIndex(at: offset) else {
      return RowAddress(paragraph: RowAddress.header, row: 0)
    }
    let rows = block(paragraph)
    let row = rows.lastIndex { ($0.passage?.start ?? .max) <= offset } ?? 0
    return RowAddress(paragraph: paragraph, row: row)
  }

  /// The page's rows, from its top down; fewer than the page has where the essay ends.
  func pageRows() -> [PageRow] {
    guard let reading else { return [] }
    return rows(from: reading.top, count: geometry.page.count)
  }

  func rows(from top: RowAddress, count: Int) -> [PageRow] {
    guard let reading else { return [] }
    var rows: [PageRow] = []
    var paragraph = top.paragraph
    var skipped = max(0, top.row)
    while rows.count < count, paragraph < reading.text.paragraphs.count {
      rows += block(paragraph).dropFirst(skipped).prefix(count - rows.count)
      skipped = 0
      paragraph += 1
    }
    return rows
  }

  /// How many rows below the page's top the row of `offset` stands; negative above it.
  ///
  /// - Returns: `nil` when it is further away than `limit` rows.
  func distance(to offset: Int, limit: Int) -> Int? {
    guard let top = reading?.top else { return nil }
    let target = address(of: offset)
    return target < top
      ? rows(between: target, and: top, limit: limit).map { -$0 }
      : rows(between: top, and: target, limit: limit)
  }

  /// How many rows `second` stands below `first`, which must not come after it.
  private func rows(between first: RowAddress, and second: RowAddress, limit: Int) -> Int? {
    var distance = -first.row
    var paragraph = first.paragraph
    while paragraph < second.paragraph {
      distance += block(paragraph).count
      guard distance <= limit else { return nil }
      paragraph += 1
    }
    distance += second.row
    return distance <= limit ? distance : nil
  }

  // MARK: Moving

  /// The furthest top: the essay's last row stands in the page's last.
  private var lastTop: RowAddress {
    guard let reading else { return RowAddress(paragraph: 0, row: 0) }
    let last = reading.text.paragraphs.count - 1
    let end = RowAddress(paragraph: last, row: max(0, block(last).count - 1))
    return address(end, movedBy: -(max(1, geometry.page.count) - 1))
  }

  /// Moves the page; it stops with the essay's first and last rows in view.
  mutating func scroll(by distance: Int) {
    guard let reading else { return }
    setTop(address(reading.top, movedBy: distance))
  }

  /// Puts the row of `offset` at row `row` of the page.
  mutating func scroll(to offset: Int, atRow row: Int) {
    setTop(address(address(of: offset), movedBy: -row))
  }

  mutating func scrollToStart() {
    setTop(firstTop)
  }

  mutating func scrollToEnd() {
    setTop(lastTop)
  }

  private mutating func setTop(_ top: RowAddress) {
    let limit = limited(top)
    reading?.top = limit
    noteTopOffset()
  }

  /// The top itself while the page below it is full. The essay's end is not laid out to find that out:
  /// before the first frame it is of no use yet.
  private func limited(_ top: RowAddress) -> RowAddress {
    let height = max(1, geometry.page.count)
    return rows(from: top, count: height).count == height ? top : min(top, lastTop)
  }

  private var firstTop: RowAddress { RowAddress(paragraph: RowAddress.header, row: 0) }

  /// Remembers the first byte on the page, by which the place is found again at another width.
  private mutating func noteTopOffset() {
    guard let reading else { return }
    let first = rows(from: reading.top, count: geometry.page.count + 1).lazy.compactMap(\.passage)
      .first
    self.reading?.topOffset =
      reading.top.paragraph == RowAddress.header ? 0 : first?.start ?? reading.text.count
    let put = PagePlace(top: reading.top, shape: shape)
    self.reading?.put = put
  }

  /// What the rows of the page depend on now.
  var shape: PageShape {
    let geometry = geometry
    return PageShape(
      columns: geometry.text.count, height: geometry.page.count, notes: geometry.notes)
  }

  /// Keeps the first text on the page where it is while a note between the lines above it opens,
  /// closes or grows.
  mutating func holdTop() {
    showFirstNote()
    showRestoredFocus()
    guard geometry.notes == .below, let reading, reading.put.shape == shape,
      reading.top == reading.put.top,
      reading.top.paragraph != RowAddress.header
    else { return }
    let first = rows(from: reading.top, count: geometry.page.count + 1).lazy.compactMap(\.passage)
      .first
    let isRow = reading.top.row < block(reading.top.paragraph).count
    guard first?.start != reading.topOffset || !isRow else { return }
    setTop(address(of: reading.topOffset))
  }

  /// Scrolls as little as makes a passage readable with some context; not at all when it is.
  mutating func reveal(_ passage: Passage) {
    let height = geometry.page.count
    guard height > 0 else { return }
    let first = distance(to: passage.start, limit: height)
    let last = distance(to: max(passage.start, passage.end - 1), limit: height)
    let note = noteHeight(below: passage)
    guard let first, let last, first >= 0, last < height else {
      let span = rows(
        between: address(of: passage.start), and: address(of: max(passage.start, passage.end - 1)),
        limit: height)
      let rows = (span ?? height) + 1 + note
      return scroll(to: passage.start, atRow: max(0, min(height / 3, height - rows)))
    }
    // A note between the lines is shown whole, as far as its claim's beginning leaves it room.
    let hidden = last + note + 1 - height
    if hidden > 0 { scroll(by: min(first, hidden)) }
  }

  /// Scrolls so that the note between the lines is on the page, with as much of its claim before it
  /// as there is room for; not at all when it is there already.
  mutating func revealNote() {
    if let top = topShowingNote() { setTop(top) }
    prepareLayout()
  }

  /// Where the page has to begin for the note between the lines to be on it; `nil` when it is, or
  /// stands elsewhere.
  private func topShowingNote() -> RowAddress? {
    guard let reading, let cursor = reading.cursor, let (first, last) = noteAddresses else {
      return nil
    }
    let height = max(1, geometry.page.count)
    if first >= reading.top, last <= address(reading.top, movedBy: height - 1) { return nil }
    return max(address(last, movedBy: 1 - height), min(first, address(of: cursor.start)))
  }

  /// Whether less of the note between the lines is on the page than its beginning.
  private var hidesNote: Bool {
    guard let reading, let (first, last) = noteAddresses else { return false }
    let end = min(last, address(first, movedBy: 2))
    return first < reading.top || end > address(reading.top, movedBy: geometry.page.count - 1)
  }

  /// The first and the last row of the note between the lines.
  private var noteAddresses: (first: RowAddress, last: RowAddress)? {
    guard geometry.notes == .below, let reading, let cursor = reading.cursor,
      let paragraph = reading.text.paragraphIndex(at: max(cursor.start, cursor.end - 1))
    else { return nil }
    let rows = block(paragraph)
    guard let first = rows.firstIndex(where: \.isNote), let last = rows.lastIndex(where: \.isNote)
    else { return nil }
    return (
      RowAddress(paragraph: paragraph, row: first), RowAddress(paragraph: paragraph, row: last)
    )
  }

  /// Shows the note of the claim that is focused of itself at the beginning, where it fits the page
  /// together with its claim and the reader has not moved meanwhile.
  private mutating func showFirstNote() {
    guard let reading else { return }
    if reading.keptCursor == nil, reading.cursor != nil, reading.top == firstTop {
      self.reading?.firstFocus = reading.cursor
    }
    guard let cursor = self.reading?.firstFocus else { return }
    guard mode == .reading, reading.top == firstTop, reading.cursor == cursor else {
      self.reading?.firstFocus = nil
      return
    }
    // It grows until its claim has been examined.
    guard focusedNote?.isExamined == true else { return }
    self.reading?.firstFocus = nil
    if let top = topShowingNote(), top <= address(of: cursor.start) { setTop(top) }
  }

  /// Brings what had the focus at the last visit on the page, and its note once that is known, where the
  /// screen has another size now and the reader has not moved meanwhile.
  private mutating func showRestoredFocus() {
    guard let (focus, top) = reading?.restored else { return }
    guard let reading, reading.top == top, mode == .reading,
      reading.cursor.map({ $0.contains(focus) }) ?? true
    else {
      self.reading?.restored = nil
      return
    }
    let height = geometry.page.count
    guard height > 0 else { return }
    let start = reading.cursor?.start ?? focus
    prepareLayout()
    let isShown = distance(to: start, limit: height).map { (0..<height).contains($0) } ?? false
    if !isShown { scroll(to: start, atRow: height / 3) }
    // It grows until its claim has been examined.
    if reading.cursor != nil, focusedNote?.isExamined ?? true {
      if hidesNote, let top = topShowingNote() { setTop(min(top, address(of: start))) }
      self.reading?.restored = nil
    } else {
      let top = self.reading?.top ?? top
      self.reading?.restored?.top = top
    }
    prepareLayout()
  }

  /// How many rows the focused note takes under its claim.
  private func noteHeight(below passage: Passage) -> Int {
    guard passage == reading?.cursor,
      let paragraph = reading?.text.paragraphIndex(at: max(passage.start, passage.end - 1))
    else { return 0 }
    return noteBelow(in: paragraph)?.rows.count ?? 0
  }

  /// Whether the essay's last row is on the page.
  var isAtEnd: Bool {
    let height = max(1, geometry.page.count)
    return reading.map { rows(from: $0.top, count: height + 1).count <= height } ?? true
  }

  // MARK: Layout

  /// Finds the place again after the width, or the arrangement of notes, has changed.
  mutating func reflow() {
    let columns = geometry.text.count
    guard var reading else { return }
    _ = reading.layout.resize(columns: columns)
    self.reading = reading
    let top = placeOfTop(reading)
    self.reading?.top = top
    let limit = limited(top)
    self.reading?.top = limit
    prepareLayout()
  }

  /// The row that the reader put at the top, in the present layout.
  private func placeOfTop(_ reading: Reading) -> RowAddress {
    let put = reading.put
    if put.shape == shape { return put.top }
    guard put.top.paragraph == RowAddress.header else { return address(of: reading.topOffset) }
    let count = block(RowAddress.header).count
    return RowAddress(paragraph: RowAddress.header, row: min(put.top.row, max(0, count - 1)))
  }

  /// Brings the cursor back into sight after the page has changed its shape, until the page returns
  /// to where the reader put it.
  mutating func keepCursorInSight() {
    showFirstNote()
    showRestoredFocus()
    if mode == .margin, let top = topShowingNote() {
      let limit = lastTop
      reading?.top = min(top, limit)
      prepareLayout()
      return
    }
    guard let cursor = reading?.cursor, reading?.showedCursor == true, !geometry.page.isEmpty,
      !isOnPage(cursor)
    else { return }
    let target = address(address(of: cursor.start), movedBy: -(geometry.page.count / 3))
    let limit = lastTop
    reading?.top = min(target, limit)
    prepareLayout()
  }

  /// Breaks the paragraphs that the page and the next one show.
  mutating func prepareLayout() {
    guard let reading else { return }
    let height = geometry.page.count
    self.reading?.layout.prepare(
      around: reading.top.paragraph, rows: 2 * height, of: reading.essay)
  }

  /// Takes the place of the last visit.
  mutating func restore(_ place: ReadingPlace) {
    guard var reading else { return }
    reading.furthest = min(place.furthest, reading.text.count)
    reading.topOffset = max(0, min(place.top, reading.text.count))
    reading.wantedFocus = place.focus
    reading.level = place.level
    self.reading = reading
    if place.top > 0 {
      let top = min(address(of: reading.topOffset), lastTop)
      self.reading?.top = top
      self.reading?.put = PagePlace(top: top)
    }
    // Whoever had left the focused claim behind comes back to where they read.
    if let focus = place.focus, focus >= place.top, let top = self.reading?.top {
      self.reading?.restored = (focus, top)
      showRestoredFocus()
    }
  }
}
