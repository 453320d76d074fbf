internal import CTerminal
internal import TerminalKit

/// Turns a row of a screen into what the terminal is told.
struct RowEncoder {
  let isUTF8: Bool
  /// Whether a blank in a style looks like a blank in any other: no background, no line under it.
  let isBare: (StyleID) -> Bool

  /// - Returns: Cells of `columns` columns at most, one for each glyph: the right halves of wide
  ///   glyphs are left out, a flag becomes its two letters.
  func encode(_ cells: ArraySlice<Cell>, columns: Int) -> [rj_cell] {
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
    for index in cells.indices.dropFirst().dropLast()
    where isBareBlank(cells[index]) && !isBareBlank(cells[index + 1])
      && !isBareBlank(cells[index - 1])
    {
      let before = StyleID(rawValue: cells[index - 1].style)
      if isBare(before) { cells[index].style = before.rawValue }
    }
  }

  private func isBareBlank(_ cell: rj_cell) -> Bool {
    cell.base == Glyph.blank.base && cell.marks.0 == 0
      && isBare(StyleID(rawValue: cell.style))
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
