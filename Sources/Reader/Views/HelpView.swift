internal import TerminalKit

extension Model {
  func drawHelp(on screen: inout Screen, geometry: Geometry) {
    let columns = 2..<max(2, size.columns - 2)
    screen.write([StyledText(help.subject.heading, .listHeading)], row: 0, columns: columns)
    let label = screen.write([StyledText(Phrase.helpSearch, .listDetail)], row: 1, columns: columns)
    _ = drawLine(help.editor, on: &screen, row: 1, columns: label..<columns.upperBound)

    let rows = helpRows(columns: columns.count)
    let first = min(help.scroll, lastHelpScroll)
    for (index, row) in rows.dropFirst(first).prefix(helpHeight).enumerated() {
      screen.write(row, row: 3 + index, columns: columns)
    }
  }

  private var helpHeight: Int { max(0, geometry.status - 3) }

  /// How far the help scrolls: until its last row stands in the last one that it has.
  private var lastHelpScroll: Int {
    max(0, helpRows(columns: max(0, size.columns - 4)).count - helpHeight)
  }

  /// Whether there are rows below those on the screen.
  var helpGoesOn: Bool { help.scroll < lastHelpScroll }

  /// Scrolls the help; it stops with its first and last rows in view.
  mutating func scrollHelp(by distance: Int) {
    let limit = lastHelpScroll
    help.scroll = min(max(0, min(help.scroll, limit) + distance), limit)
  }

  /// What is shown, as rows: the parts that hold every word that is searched for.
  func helpRows(columns: Int) -> [[StyledText]] {
    let words = help.editor.text.lowercased().split(separator: " ")
    let rows =
      switch help.subject {
      case .commands: commandRows(holding: words, columns: columns)
      case .comments: commentRows(holding: words, columns: columns)
      case .references: referenceRows(holding: words, columns: columns)
      }
    return rows.isEmpty ? [[StyledText(Phrase.nothingFound, .listDetail)]] : rows
  }

  private func commandRows(holding words: [Substring], columns: Int) -> [[StyledText]] {
    let keyColumns = 16
    var rows: [[StyledText]] = []
    for chapter in CommandEntry.Chapter.allCases {
      let entries = keyMap.entries.filter { entry in
        guard entry.chapter == chapter, !entry.keys.isEmpty else { return false }
        let haystack =
          (entry.name + " " + entry.help + " " + chapter.rawValue + " "
          + entry.notations.joined(separator: " ")).lowercased()
        return words.allSatisfy { haystack.contains($0) }
      }
      guard !entries.isEmpty else { continue }
      if !rows.isEmpty { rows.append([]) }
      rows.append([StyledText(chapter.rawValue, .listHeading)])
      for entry in entries {
        let keys = keyRows(of: entry, columns: keyColumns - 1)
        let texts = "\(entry.help) (:\(entry.name))"
          .wrapped(columns: max(10, columns - keyColumns))
        for row in 0..<max(keys.count, texts.count) {
          let shown = row < keys.count ? keys[row] : ""
          let padding = String(
            repeating: " ", count: max(1, keyColumns - DisplayWidth.columns(of: shown)))
          rows.append([
            StyledText(shown + padding, .listKey),
            StyledText(row < texts.count ? texts[row] : "", .listText),
          ])
        }
      }
    }
    return rows
  }

  /// All keys of a command, the usual one first and none cut.
  private func keyRows(of entry: CommandEntry, columns: Int) -> [String] {
    var rows: [String] = []
    for key in entry.notations {
      if let last = rows.last, DisplayWidth.columns(of: last + "  " + key) <= columns {
        rows[rows.count - 1] = last + "  " + key
      } else {
        rows.append(String(key))
      }
    }
    return rows
  }
}
