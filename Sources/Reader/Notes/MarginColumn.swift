internal import RejoinderCore

/// Which rows of notes stand beside which rows of the page.
struct MarginColumn: Sendable {
  /// How a row is joined to the text.
  enum Joint: Sendable, Hashable {
    case none
    /// The focused note runs along here.
    case along
    /// The focused claim begins here.
    case claim
    /// The focused claim is above the page, or below it.
    case above, below
  }

  struct Row: Sendable, Hashable {
    var content: NoteRow
    var joint: Joint = .none
  }

  /// One entry for each row of the page.
  private(set) var rows: [Row?]

  /// A claim that is not focused, and the row of the page where it begins.
  struct Line {
    var row: Int
    var content: NoteRow
  }

  /// The focused claim's note; `row` counts from the page's first row and may lie outside the page.
  struct Opened {
    var row: Int
    var content: [NoteRow]
  }

  /// Places notes beside a page of `height` rows.
  ///
  /// Every note wants the row of its claim. The focused one gets it, unless it would stick out below:
  /// then it is moved up. It is never pushed by others. Lines before it are pushed down by one
  /// another and, at the last, up by it; lines after it are pushed down. What then lies outside the
  /// page is left out.
  init(height: Int, lines: [Line], opened: Opened?) {
    rows = Array(repeating: nil, count: max(0, height))
    guard let opened, (0..<rows.count).overlaps(opened.row..<(opened.row + opened.content.count))
    else {
      place(lines, from: 0, to: rows.count)
      return
    }
    let first = min(opened.row, height - opened.content.count)
    let start = opened.row < 0 ? opened.row : max(0, first)
    for (index, content) in opened.content.enumerated() {
      let row = start + index
      guard rows.indices.contains(row) else { continue }
      rows[row] = Row(content: content, joint: row == opened.row ? .claim : .along)
    }
    let end = min(height, start + opened.content.count)
    // Where there is room for some only, those nearest to the focused claim stay.
    let before = lines.filter { $0.row < opened.row }.suffix(max(0, start))
    let after = lines.filter { $0.row >= opened.row }.prefix(max(0, height - end))
    place(Array(before), from: 0, to: max(0, start))
    place(Array(after), from: end, to: height)
  }

  /// Says in `row` where the focused claim is when it has left the page.
  mutating func point(_ content: NoteRow, isAbove: Bool, row: Int) {
    if rows.indices.contains(row) {
      rows[row] = Row(content: content, joint: isAbove ? .above : .below)
    }
  }

  private mutating func place(_ lines: [Line], from lower: Int, to upper: Int) {
    guard lower < upper else { return }
    var placed: [(row: Int, content: NoteRow)] = []
    var free = lower
    for line in lines {
      placed.append((max(free, line.row), line.content))
      free = max(free, line.row) + 1
    }
    var limit = upper - 1
    for index in placed.indices.reversed() {
      placed[index].row = min(placed[index].row, limit)
      limit = placed[index].row - 1
    }
    for (row, content) in placed where (lower..<upper).contains(row) {
      rows[row] = Row(content: content)
    }
  }
}
