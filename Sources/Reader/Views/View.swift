internal import RejoinderCore
public import TerminalKit

extension Model {
  /// Draws the model. Pure: the same model gives the same screen.
  public func view() -> Screen {
    var screen = Screen(size: size)
    let geometry = geometry
    if geometry.isTooSmall {
      drawTooSmall(on: &screen)
      return screen
    }
    switch mode {
    case .help: drawHelp(on: &screen, geometry: geometry)
    case .library: drawLibrary(on: &screen, geometry: geometry)
    case .outline: drawOutline(on: &screen, geometry: geometry)
    case .records: drawRecords(on: &screen, geometry: geometry)
    case .reading, .margin, .selecting, .composing, .prompt:
      if reading == nil {
        drawLibrary(on: &screen, geometry: geometry)
      } else {
        drawEssay(on: &screen, geometry: geometry)
        drawComposer(on: &screen, geometry: geometry)
      }
    }
    drawStatus(on: &screen, geometry: geometry)
    return screen
  }

  /// Says how much room is needed, in as many rows as that takes.
  private func drawTooSmall(on screen: inout Screen) {
    let lines = Phrase.tooSmall(size: size, needed: Geometry.smallest)
      .wrapped(columns: max(1, size.columns))
    for (row, line) in lines.enumerated() {
      screen.write(line, row: row, column: 0, style: Style.plain.id)
    }
  }
}

extension Screen {
  func isBlank(row: Int) -> Bool { self.row(row).allSatisfy { $0 == Cell() } }

  /// Writes spans one after the other, up to `columns.upperBound`.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  mutating func write(_ spans: [StyledText], row: Int, columns: Range<Int>) -> Int {
    var column = columns.lowerBound
    for span in spans {
      column = write(
        span.text, row: row, column: column, limit: columns.upperBound, style: span.style.id)
    }
    return column
  }

  /// Writes `text` so that it ends before `column`.
  mutating func write(_ text: String, row: Int, endingAt column: Int, style: Style) {
    let width = DisplayWidth.columns(of: text)
    write(text, row: row, column: max(0, column - width), limit: column, style: style.id)
  }
}

extension Screen {
  /// Like `write`, but a tab reaches to the next tab stop, counted from `origin`.
  @discardableResult
  mutating func writeExpandingTabs(
    _ text: String, row: Int, column: Int, origin: Int, limit: Int, style: Style
  ) -> Int {
    let tab = UInt8(ascii: "\t")
    guard text.utf8.contains(tab) else {
      return write(text, row: row, column: column, limit: limit, style: style.id)
    }
    var column = column
    let parts = text.utf8.split(separator: tab, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let next = (column - origin) / LineBreaker.tabStop * LineBreaker.tabStop
        let stop = min(limit, origin + next + LineBreaker.tabStop)
        fill(row: row, columns: column..<max(column, stop), style: style.id)
        column = max(column, stop)
      }
      column = write(Substring(part), row: row, column: column, limit: limit, style: style.id)
    }
    return column
  }
}
