internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The line that is being typed, and what it could become.
  func drawPrompt(_ prompt: Prompt, on screen: inout Screen, row: Int) {
    let column = screen.write(
      [StyledText(" " + prompt.label, .prompt)], row: row, columns: 0..<size.columns)
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
    let before = editor.string(Passage(start: 0, end: editor.cursor))
    let after = editor.string(Passage(start: editor.cursor, end: editor.utf8.count))
    let room = max(1, columns.count - 1)
    var shown = Substring(before)
    while DisplayWidth.columns(of: shown) > room - 1 { shown = shown.dropFirst() }
    let cursor = screen.write(
      shown, row: row, column: columns.lowerBound, limit: columns.upperBound,
      style: Style.promptText.id)
    screen.cursor = Position(row: row, column: min(cursor, columns.upperBound - 1))
    return screen.write(
      after, row: row, column: cursor, limit: columns.upperBound, style: Style.promptText.id)
  }

  /// The help of the command that is typed, else the names that begin alike.
  private func promptHint(_ prompt: Prompt) -> String {
    guard prompt.kind == .command else { return "" }
    let text = prompt.editor.text
    let name = text.split(separator: " ").first.map(String.init) ?? ""
    let entries = typeableEntries(in: prompt.origin)
    if let entry = entries.first(where: { $0.name == name }) {
      return (entry.argument.map { $0 + ": " } ?? "") + entry.help
    }
    let names = entries.map(\.name).filter { $0.hasPrefix(name) }.sorted()
    if names.isEmpty { return Phrase.noSuchCommand }
    return text.isEmpty ? Phrase.typeAName : names.joined(separator: "  ")
  }
}
