internal import RejoinderCore
internal import TerminalKit

/// The rows of a draft at one width, kept up to date edit by edit, and the part that is shown.
struct EditorLayout: Sendable, Equatable {
  private(set) var area: Size
  /// At least one; a line feed at the text's end opens an empty last row.
  private(set) var rows: [Passage]
  /// The index of the first row that is shown.
  private(set) var top = 0

  init(_ utf8: [UInt8], in area: Size) {
    self.area = area
    rows = Self.complete(
      LineBreaker(columns: area.columns).rows(of: Self.all(utf8), in: utf8), utf8)
  }

  /// Lays out anew where the width has changed; the cursor stays at its height.
  mutating func fit(_ utf8: [UInt8], in area: Size, cursor: Int) {
    guard area != self.area else { return }
    if area.columns != self.area.columns {
      let height = row(at: cursor) - top
      self = EditorLayout(utf8, in: area)
      top = row(at: cursor) - height
    }
    self.area = area
    show(cursor)
  }

  /// Scrolls as little as it takes to show `offset`, and never past the last row.
  mutating func show(_ offset: Int) {
    let height = max(1, area.rows)
    let row = row(at: offset)
    top = min(max(top, row - height + 1), row)
    top = max(0, min(top, rows.count - height))
  }

  /// Follows an edit: rows are made anew from shortly before it until they meet the old ones.
  ///
  /// - Parameters:
  ///   - old: What was replaced, in the text before.
  ///   - count: The bytes that stand there now.
  ///   - utf8: The text after.
  mutating func replace(_ old: Range<Int>, by count: Int, in utf8: [UInt8]) {
    // A shorter word may move up a row; what it leaves cannot matter further up than one more.
    let first = max(0, row(at: old.lowerBound) - 2)
    let shift = count - old.count
    let editEnd = old.lowerBound + count
    var meeting = row(at: old.upperBound) + 1
    var hasMet = false
    let passage = Passage(start: rows[first].start, end: utf8.count)
    let fresh = LineBreaker(columns: area.columns).rows(of: passage, in: utf8) { start in
      guard start > editEnd else { return false }
      while meeting < rows.count, rows[meeting].start + shift < start { meeting += 1 }
      hasMet = meeting < rows.count && rows[meeting].start + shift == start
      return hasMet
    }
    guard hasMet else {
      rows.replaceSubrange(first..., with: Self.complete(fresh, utf8))
      return
    }
    if shift != 0 {
      for index in meeting..<rows.count {
        rows[index].start += shift
        rows[index].end += shift
      }
    }
    rows.replaceSubrange(first..<meeting, with: fresh)
  }

  private static func all(_ utf8: [UInt8]) -> Passage { Passage(start: 0, end: utf8.count) }

  private static func complete(_ rows: [Passage], _ utf8: [UInt8]) -> [Passage] {
    let end = utf8.count
    guard utf8.last == UInt8(ascii: "\n"), rows.last?.start != end else { return rows }
    return rows + [Passage(start: end, end: end)]
  }
}

extension EditorLayout {
  /// The index of the row in which an offset lies; white space at a break counts with the row before.
  func row(at offset: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Counted from the first row of the text. The column is at most the width: the cursor stands
  /// there behind a full row.
  func position(of offset: Int, in utf8: [UInt8]) -> Position {
    let index = row(at: offset)
    let before = Passage(start: rows[index].start, end: offset)
    let column = LineBreaker.columns(of: before, in: utf8)
    return Position(row: index, column: min(column, max(1, area.columns)))
  }

  /// The offset at a column of a row, or the last place on the row where it is shorter. A row
  /// outside the text is clipped.
  func offset(row: Int, column: Int, in utf8: [UInt8]) -> Int {
    let index = min(max(0, row), rows.count - 1)
    let offset = LineBreaker.offset(atColumn: column, of: rows[index], in: utf8)
    let isNextRows = index + 1 < rows.count && rows[index + 1].start == offset
    return isNextRows && offset > rows[index].start
      ? Graphemes.previous(before: offset, in: utf8) : offset
  }
}
