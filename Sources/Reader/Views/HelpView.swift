internal import TerminalKit

extension Model {
  func drawHelp(on screen: inout Screen, geometry: Geometry) {
    let columns = 2..<max(2, size.columns - 2)
    screen.write([StyledText(Phrase.helpTitle, .listHeading)], row: 0, columns: columns)
    let label = screen.write([StyledText(Phrase.helpSearch, .listDetail)], row: 1, columns: columns)
    _ = drawLine(help.editor, on: &screen, row: 1, columns: label..<columns.upperBound)

    let rows = helpRows(columns: columns.count)
    let height = max(0, geometry.status - 3)
    let first = min(help.scroll, max(0, rows.count - height))
    for (index, row) in rows.dropFirst(first).prefix(height).enumerated() {
      screen.write(row, row: 3 + index, columns: columns)
    }
  }

  /// The table of commands as rows: those that hold every word that is searched for.
  func helpRows(columns: Int) -> [[StyledText]] {
    let words = help.editor.text.lowercased().split(separator: " ")
    let keyColumns = 16
    var rows: [[StyledText]] = []
    for chapter in CommandEntry.Chapter.allCases {
      let entries = keyMap.entries.filter { entry in
        guard entry.chapter == chapter, !entry.keys.isEmpty else { return false }
        let haystack =
          (entry.name + " " + entry.help + " " + chapter.rawValue + " "
          + entry.keys.map(\.notation).joined(separator: " ")).lowercased()
        return words.allSatisfy { haystack.contains($0) }
      }
      guard !entries.isEmpty else { continue }
      if !rows.isEmpty { rows.append([]) }
      rows.append([StyledText(chapter.rawValue, .listHeading)])
      for entry in entries {
        let shown = keys(of: entry, columns: keyColumns - 1)
        let padding = String(
          repeating: " ", count: max(1, keyColumns - DisplayWidth.columns(of: shown)))
        let texts = "\(entry.help) (:\(entry.name))"
          .wrapped(columns: max(10, columns - keyColumns))
        rows.append([StyledText(shown + padding, .listKey), StyledText(texts[0], .listText)])
        for text in texts.dropFirst() {
          rows.append([
            StyledText(String(repeating: " ", count: keyColumns), .listText),
            StyledText(text, .listText),
          ])
        }
      }
    }
    return rows.isEmpty ? [[StyledText(Phrase.nothingFound, .listDetail)]] : rows
  }

  /// As many of a command's keys as fit, the usual one first and none cut.
  private func keys(of entry: CommandEntry, columns: Int) -> String {
    var text = ""
    for key in entry.keys.map(\.notation) {
      let more = text.isEmpty ? key : text + "  " + key
      if DisplayWidth.columns(of: more) > columns { break }
      text = more
    }
    return text
  }
}
