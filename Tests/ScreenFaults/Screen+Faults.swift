public import TerminalKit

extension Screen {
  /// What no frame may show, whatever happened before: half a wide glyph, a cursor outside, another
  /// size than asked for. Empty for a sound frame.
  public func faults(expecting expected: Size) -> [String] {
    var faults: [String] = []
    if size != expected {
      faults.append("the frame is \(size.columns)x\(size.rows)")
    }
    if cells.count != max(0, size.columns) * max(0, size.rows) {
      faults.append("\(cells.count) cells")
    }
    if let cursor,
      !(0..<size.rows).contains(cursor.row)
        || !(0..<size.columns).contains(cursor.column)
    {
      faults.append("the cursor is at \(cursor.row):\(cursor.column)")
    }
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        if let fault = fault(row: row, column: column) {
          faults.append("\(fault) at \(row):\(column)")
        }
      }
    }
    return faults
  }

  private func fault(row: Int, column: Int) -> String? {
    switch self[row, column].width {
    case 0:
      column > 0 && self[row, column - 1].width == 2 ? nil : "the right half of nothing"
    case 1: nil
    case 2:
      column + 1 < size.columns && self[row, column + 1].width == 0
        ? nil : "the left half of a wide glyph"
    case let width: "a glyph of \(width) columns"
    }
  }
}
