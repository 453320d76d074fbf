internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The line that is being typed, and what it could become.
  func drawPrompt(_ prompt: Prompt, on screen: inout Screen, row: Int) {
    let column = screen.write(
      [StyledText(" " + prompt.label(columns: size.columns - 2), .prompt)], row: row,
      columns: 0..<size.columns)
    guard prompt.kind != .retype else { return }
    let end = drawLine(prompt.editor, on: &screen, row: row, columns: column..<size.columns)
    let hint = promptHint(prompt)
    let room = size.columns - end - 3
    if !hint.isEmpty, room > 8 {
      screen.write(
        hint.shortened(columns: room), row: row, endingAt: size.columns - 1, style: .listDetail)
    }
  }

  /// A line being edited; it moves to the left where it is longer than its room.
  ///
  /// - Returns: The column after the text.
  func drawLine(
    _ editor: TextEditor, on screen: inout Screen, row: Int, columns: Range<Int>
  ) -> Int {
    let utf8 = editor.utf8
    let room = max(1, columns.count - 1)
    let end = min(utf8.count, editor.cursor)
    // From the cursor back, as far as there is room: what is further away is not looked at.
    var start = end
    var width = 0
    var graphemes = GraphemesBackward(before: end, in: utf8)
    while let first = graphemes.next() {
      width += DisplayWidth.columns(of: editor.string(Passage(start: first, end: start)))
      if width > room - 1 { break }
      start = first
    }
    let cursor = screen.write(
      editor.string(Passage(start: start, end: end)), row: row, column: columns.lowerBound,
      limit: columns.upperBound, style: Style.promptText.id)
    screen.cursor = Position(row: row, column: min(cursor, columns.upperBound - 1))
    // Four times the room, as a tab is counted as a stop but drawn as one mark.
    let rest = LineBreaker.offset(
      atColumn: columns.count * LineBreaker.tabStop, of: Passage(start: end, end: utf8.count),
      in: utf8)
    return screen.write(
      editor.string(Passage(start: end, end: rest)), row: row, column: cursor,
      limit: columns.upperBound, style: Style.promptText.id)
  }

  /// The help of the command that is typed, else the names that begin alike.
  private func promptHint(_ prompt: Prompt) -> String {
    guard prompt.kind == .command else { return "" }
    let text = prompt.editor.text
    let paths = prompt.completedNames
    if !paths.isEmpty { return paths.joined(separator: "  ") }
    if prompt.hasTooManyNames { return Phrase.tooManyNames }
    let name = text.split(separator: " ").first.map(String.init) ?? ""
    let entries = typeableEntries(in: prompt.origin)
    if let entry = entries.first(where: { $0.name == name }) {
      return (entry.argument.map { $0 + ": " } ?? "") + entry.help
    }
    let names = entries.map(\.name).filter { $0.hasPrefix(name) }.sorted()
    if names.isEmpty { return Phrase.noSuchCommand }
    return text.isEmpty
      ? Phrase.typeAName(complete: keyMap.notation(for: .complete, in: .prompt) ?? "")
      : names.joined(separator: "  ")
  }
}
