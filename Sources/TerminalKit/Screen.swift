/// A frame: every cell of the terminal and where its cursor stands.
public struct Screen: Sendable, Hashable {
  public let size: Size
  /// Row by row; `size.columns * size.rows` cells.
  public private(set) var cells: [Cell]
  /// `nil` hides the cursor.
  public var cursor: Position?

  public init(size: Size) {
    let clipped = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = clipped
    cells = Array(repeating: Cell(), count: clipped.columns * clipped.rows)
  }

  /// Outside the screen a blank cell is read, and nothing is written.
  public subscript(row: Int, column: Int) -> Cell {
    get { contains(row, column) ? cells[row * size.columns + column] : Cell() }
    set { if contains(row, column) { cells[row * size.columns + column] = newValue } }
  }

  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }
}

extension Screen {
  /// Writes `text` from `column` on, never past `limit` (the screen's edge when `nil`).
  ///
  /// The text is made safe on the way: see ``GlyphIterator``. A wide glyph that would stick out over
  /// the limit is replaced by a blank; half a wide glyph never stays on the screen.
  ///
  /// - Returns: The column after the last cell written.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, limit: Int? = nil, style: StyleID = .plain
  ) -> Int {
    write(text[...], row: row, column: column, limit: limit, style: style)
  }

  /// As ``write(_:row:column:limit:style:)-(String,_,_,_,_)``.
  @discardableResult
  public mutating func write(
    _ text: Substring, row: Int, column: Int, limit: Int? = nil, style: StyleID = .plain
  ) -> Int {
    var column = column
    let limit = min(limit ?? size.columns, size.columns)
    let plain = writePlain(text, row: row, column: column, limit: limit, style: style)
    column += plain
    if plain == text.utf8.count || column >= limit { return column }
    let rest = text.utf8.dropFirst(plain)
    for (glyph, width) in GlyphSequence(String(decoding: rest, as: UTF8.self)) {
      guard column < limit else { break }
      guard column + width <= limit else {
        put(Cell(style: style), row: row, column: column)
        return column + 1
      }
      put(Cell(glyph: glyph, width: UInt8(width), style: style), row: row, column: column)
      column += width
    }
    return column
  }

  /// Writes the beginning of `text` that needs no care: printable ASCII, up to a character that
  /// something beyond ASCII could combine with, over cells that are no part of a wide glyph.
  ///
  /// - Returns: How many bytes, which are as many cells.
  private mutating func writePlain(
    _ text: Substring, row: Int, column: Int, limit: Int, style: StyleID
  ) -> Int {
    guard (0..<size.rows).contains(row), column >= 0, column < limit else { return 0 }
    let start = row * size.columns + column
    let room = limit - column
    let written = text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      while count < min(room, bytes.count) {
        let byte = bytes[count]
        let isFollowedByASCII = count + 1 >= bytes.count || bytes[count + 1] < 0x80
        guard byte >= 0x20, byte < 0x7F, isFollowedByASCII, cells[start + count].width == 1 else {
          break
        }
        cells[start + count] = Cell(glyph: Glyph(base: UInt32(byte)), style: style)
        count += 1
      }
      return count
    }
    return written ?? 0
  }

  /// Puts one cell, and repairs the wide glyphs that it cuts through.
  public mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard contains(row, column) else { return }
    let width = Int(cell.width)
    if self[row, column].width == 0 { self[row, column - 1].blank() }
    let last = column + max(1, width) - 1
    if self[row, last].width == 2 { self[row, last + 1].blank() }
    self[row, column] = cell
    if width == 2 {
      guard last < size.columns else {
        self[row, column] = Cell(style: cell.style)
        return
      }
      self[row, column + 1] = Cell(glyph: .blank, width: 0, style: cell.style)
    }
  }

  /// Fills part of a row with blanks of one style.
  public mutating func fill(row: Int, columns: Range<Int>, style: StyleID) {
    for column in columns.clamped(to: 0..<size.columns) {
      put(Cell(style: style), row: row, column: column)
    }
  }
}

extension Cell {
  fileprivate mutating func blank() {
    glyph = .blank
    width = 1
  }
}
