internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The tree: the thesis, below each statement what supports it, and how sure that is. The chosen one
  /// stands there in full.
  func drawOutline(on screen: inout Screen, geometry: Geometry) {
    let columns = 1..<max(1, size.columns - 1)
    let title = Phrase.outlineTitle
    let end = screen.write([StyledText(title, .listHeading)], row: 0, columns: columns)
    let room = columns.upperBound - end - 2
    if let explanation = Phrase.outlineExplanations.first(fitting: room) {
      screen.write(
        [StyledText("  " + explanation, .listDetail)], row: 0, columns: end..<columns.upperBound)
    }
    guard let reading else { return }
    let first = 2
    let height = max(1, geometry.status - first)
    guard outline.source != nil else {
      screen.write([StyledText(Phrase.outlining, .listDetail)], row: first, columns: columns)
      return
    }
    let chosen = outlineRows(
      at: outline.chosen, in: reading, columns: columns.count, height: height)
    // Every other statement takes one row, so what is shown is found without counting the rest.
    let above = min(outline.chosen, max(0, (height - chosen.count) / 2))
    let below = height - chosen.count - above
    let rest = outline.rows.count - outline.chosen - 1
    let from = max(0, outline.chosen - above - max(0, below - rest))
    var row = first
    for index in from..<outline.rows.count where row < geometry.status {
      let lines =
        index == outline.chosen
        ? chosen : outlineRows(at: index, in: reading, columns: columns.count, height: 1)
      for line in lines where row < geometry.status {
        if index == outline.chosen {
          screen.fill(row: row, columns: columns, style: Style.listSelected.id)
        }
        screen.write(line, row: row, columns: columns)
        row += 1
      }
    }
  }

  /// One statement: number, text, confidence at the right edge.
  private func outlineRows(
    at index: Int, in reading: Reading, columns: Int, height: Int
  ) -> [[StyledText]] {
    guard let statement = outline.statement(at: index) else { return [] }
    let isChosen = index == outline.chosen
    let depth = outline.rows[index].depth
    let indent = String(repeating: " ", count: min(depth * 2, columns / 4))
    let mark = statement.claim.map { "\($0 + 1) " } ?? "· "
    let confidence = statement.support?.percent ?? ""
    // "100%" and a space before it.
    let room = max(1, columns - indent.count - mark.count - 5)
    let words = reading.text.string(statement.passage)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let lines =
      isChosen
      ? words.shortened(columns: room, rows: max(1, min(height, Self.shownInFull)))
      : [words.shortened(columns: room)]
    return lines.enumerated().map { number, line in
      let style: Style = isChosen ? .listSelected : statement.style
      let lead =
        number == 0 ? indent + mark : String(repeating: " ", count: indent.count + mark.count)
      guard number == 0 else { return [StyledText(lead + line, style)] }
      let width = DisplayWidth.columns(of: lead + line)
      let gap = max(1, columns - width - confidence.count)
      return [
        StyledText(lead + line, style),
        StyledText(
          String(repeating: " ", count: gap) + confidence, isChosen ? .listSelected : .listDetail),
      ]
    }
  }

  /// How many rows the chosen statement may take.
  private static let shownInFull = 6
}

extension [String] {
  /// The first that fits.
  func first(fitting columns: Int) -> String? {
    first { DisplayWidth.columns(of: $0) <= columns }
  }
}

extension Outline.Statement {
  fileprivate var style: Style {
    switch role {
    case .thesis: .thesis
    case .claim: .claim
    case .premise, .other: .premise
    }
  }
}
