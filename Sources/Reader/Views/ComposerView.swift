internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The composer: a title, then the text.
  func drawComposer(on screen: inout Screen, geometry: Geometry) {
    guard let composer, !geometry.composer.isEmpty else { return }
    let top = geometry.composer.lowerBound
    let left = composerLeft(geometry)
    screen.fill(row: top, columns: 0..<size.columns, style: Style.composerTitle.id)
    screen.write(
      [StyledText(composer.title.shortened(columns: size.columns - left), .composerTitle)],
      row: top, columns: left..<size.columns)

    let area = composerArea
    let view = composer.editor.view(in: area)
    for (index, passage) in view.rows.enumerated() {
      drawDraftRow(
        passage, of: composer.editor, selection: view.selection, on: &screen,
        row: top + 1 + index, columns: left..<(left + area.columns))
    }
    if mode == .composing {
      screen.cursor = Position(
        row: min(geometry.composer.upperBound - 1, top + 1 + view.cursor.row),
        column: min(size.columns - 1, left + view.cursor.column))
    }
  }

  /// The text stands under the essay's, where that leaves room.
  private func composerLeft(_ geometry: Geometry) -> Int {
    let left = geometry.text.lowerBound
    return left + composerArea.columns + 1 <= size.columns ? left : 2
  }

  private func drawDraftRow(
    _ passage: Passage, of editor: TextEditor, selection: Passage?, on screen: inout Screen,
    row: Int, columns: Range<Int>
  ) {
    let text = editor.string(passage)
    let base: Style = text.hasPrefix(">") ? .composerQuotation : .composerText
    var pieces: [(Passage, Style)] = [(passage, base)]
    if let selection, selection.overlaps(passage) {
      let start = max(passage.start, selection.start)
      let end = min(passage.end, selection.end)
      pieces = [
        (Passage(start: passage.start, end: start), base),
        (Passage(start: start, end: end), .composerSelection),
        (Passage(start: end, end: passage.end), base),
      ]
    }
    var column = columns.lowerBound
    for (piece, style) in pieces {
      column = screen.writeExpandingTabs(
        editor.string(piece), row: row, column: column, origin: columns.lowerBound,
        limit: columns.upperBound, style: style)
    }
  }
}
