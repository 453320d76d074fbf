internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// A list of records, and below it what the chosen one says.
  func drawRecords(on screen: inout Screen, geometry: Geometry) {
    guard let records else { return }
    let columns = 2..<max(2, size.columns - 2)
    let room = geometry.status - 3
    screen.write(
      [StyledText(Phrase.title(of: records.kind), .listHeading)], row: 0, columns: columns)
    let height = max(1, min(records.entries.count, room / 2))
    let first = max(0, min(records.chosen - height / 2, records.entries.count - height))
    for (index, entry) in records.entries.dropFirst(first).prefix(height).enumerated() {
      let isChosen = first + index == records.chosen
      let style: Style = isChosen ? .listSelected : .listText
      let row = 2 + index
      if isChosen { screen.fill(row: row, columns: columns, style: style.id) }
      screen.write(
        [
          StyledText(
            (isChosen ? "▸ " : "  ") + entry.title.shortened(columns: columns.count - 2), style)
        ],
        row: row, columns: columns)
    }
    let top = 2 + height
    screen.write(
      [StyledText(String(repeating: "─", count: columns.count), .rule)], row: top, columns: columns)
    drawPreview(records.chosenEntry?.preview ?? [], on: &screen, rows: (top + 1)..<geometry.status)
  }

  private func drawPreview(_ preview: [StyledText], on screen: inout Screen, rows: Range<Int>) {
    let columns = 2..<max(2, size.columns - 2)
    let measure = min(columns.count, Geometry.measure)
    var lines: [StyledText] = []
    for part in preview where lines.count < rows.count {
      for line in part.text.split(separator: "\n", omittingEmptySubsequences: false) {
        let wrapped = line.isEmpty ? [""] : String(line).wrapped(columns: measure)
        lines += wrapped.map { StyledText($0, part.style) }
      }
    }
    for (row, line) in zip(rows, lines) { screen.write([line], row: row, columns: columns) }
  }
}
