internal import CTerminal
internal import TerminalKit

/// Turns a row of a screen into what the terminal is told.
struct RowEncoder {
  let isUTF8: Bool
  /// Whether a blank in a style looks like a blank in any other, by the style's number: no
  /// background, no line under it.
  private let bareness: [Bool]

  /// - Parameter appearances: Looks of the styles, by their numbers; other styles look plain.
  init(isUTF8: Bool, appearances: [Appearance]) {
    self.isUTF8 = isUTF8
    bareness = appearances.map {
      $0.background == nil && $0.attributes.isDisjoint(with: [.underline, .reverse])
    }
  }

  /// - Returns: Cells of `columns` columns at most, one for each glyph: the right halves of wide
  ///   glyphs are left out, a flag becomes its two letters. Plain blanks at the end are left out too:
  ///   in the first frame, before anything stands in the margin, they are half of all cells.
  func encode(_ cells: ArraySlice<Cell>, columns: Int) -> [rj_cell] {
    let blank = Cell()
    let end = cells.lastIndex { $0 != blank }.map { $0 + 1 } ?? cells.startIndex
    let cells = cells[..<end]
    var encoded: [rj_cell] = []
    encoded.reserveCapacity(min(cells.count, columns))
    var column = 0
    var index = cells.startIndex
    while index < cells.endIndex, column < columns {
      let cell = cells[index]
      let isWide = cell.width == 2 && column + 2 <= columns && index + 1 < cells.endIndex
      if isWide {
        append(wide: cell, to: &encoded)
      } else {
        encoded.append(narrow(cell.width == 1 ? cell.glyph : .blank, style: cell.style))
      }
      column += isWide ? 2 : 1
      index += isWide ? 2 : 1
    }
    joinBlanks(in: &encoded)
    return encoded
  }

  /// Lets a single blank between words keep the style before it where that cannot be seen: changing
  /// the colour for a space and back costs up to 22 bytes. Longer gaps stay as they are, so that a gap
  /// between two columns does not change with what stands before it.
  private func joinBlanks(in cells: inout [rj_cell]) {
    guard cells.count > 2 else { return }
    var isBlankBefore = isBareBlank(cells[0])
    var isBlank = isBareBlank(cells[1])
    for index in 1..<(cells.count - 1) {
      let isBlankAfter = isBareBlank(cells[index + 1])
      if isBlank, !isBlankBefore, !isBlankAfter, isBare(cells[index - 1].style) {
        cells[index].style = cells[index - 1].style
      }
      isBlankBefore = isBlank
      isBlank = isBlankAfter
    }
  }

  private func isBareBlank(_ cell: rj_cell) -> Bool {
    cell.base == Glyph.blank.base && cell.marks.0 == 0 && isBare(cell.style)
  }

  private func isBare(_ style: UInt8) -> Bool {
    Int(style) >= bareness.count || bareness[Int(style)]
  }

  private func append(wide cell: Cell, to encoded: inout [rj_cell]) {
    let first = cell.glyph.marks.first
    if !isUTF8 {
      encoded.append(narrow(cell.glyph, style: cell.style))
      encoded.append(narrow(.blank, style: cell.style))
    } else if (0x1F1E6...0x1F1FF).contains(first) {
      encoded.append(narrow(Glyph(base: cell.glyph.base), style: cell.style))
      encoded.append(narrow(Glyph(base: first), style: cell.style))
    } else {
      encoded.append(shown(cell.glyph, width: 2, style: cell.style))
    }
  }

  private func narrow(_ glyph: Glyph, style: StyleID) -> rj_cell {
    let glyph = isUTF8 ? glyph : Glyph(base: UInt32(glyph.asciiFallback))
    return shown(glyph, width: 1, style: style)
  }

  private func shown(_ glyph: Glyph, width: UInt8, style: StyleID) -> rj_cell {
    let marks = glyph.marks
    return rj_cell(
      base: glyph.base, marks: (marks.first, marks.second, marks.third, marks.fourth),
      width: width, style: style.rawValue)
  }
}
