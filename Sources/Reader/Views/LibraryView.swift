internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// All essays: title, progress, claims answered, drafts, last read.
  func drawLibrary(on screen: inout Screen, geometry: Geometry) {
    if showsList { return drawList(on: &screen, geometry: geometry) }
    let columns = 2..<max(2, size.columns - 2)
    let title = library.words.map(Phrase.found) ?? Phrase.libraryTitle
    screen.write(
      [StyledText(title.shortened(columns: columns.count), .listHeading)], row: 0, columns: columns)
    guard !library.summaries.isEmpty else {
      if library.isListed {
        let lines = emptyLibraryText.wrapped(columns: columns.count)
        for (index, line) in lines.enumerated() {
          screen.write([StyledText(line, .listDetail)], row: 2 + index, columns: columns)
        }
      }
      return
    }
    let height = max(1, (geometry.status - 3) / 2)
    let first = max(0, min(library.chosen - height / 2, library.summaries.count - height))
    for (index, summary) in library.summaries.dropFirst(first).prefix(height).enumerated() {
      let row = 2 + index * 2
      let isChosen = first + index == library.chosen
      let style: Style = isChosen ? .listSelected : .listText
      let title = [summary.title, summary.author].compactMap(\.self).joined(separator: " · ")
      if isChosen { screen.fill(row: row, columns: columns, style: style.id) }
      screen.write(
        [StyledText((isChosen ? "▸ " : "  ") + title.shortened(columns: columns.count - 2), style)],
        row: row, columns: columns)
      screen.write(
        [
          StyledText("  " + details(of: summary).shortened(columns: columns.count - 2), .listDetail)
        ],
        row: row + 1, columns: columns)
    }
  }

  private var emptyLibraryText: String {
    guard let words = library.words else { return Phrase.emptyLibrary }
    return Phrase.noEssayHas(words, back: keyMap.notation(for: .closeLibrary, in: .library))
  }

  /// The essays that were named together; the open one is marked, and what could not be read.
  private func drawList(on screen: inout Screen, geometry: Geometry) {
    let columns = 2..<max(2, size.columns - 2)
    screen.write([StyledText(Phrase.listTitle, .listHeading)], row: 0, columns: columns)
    let height = max(1, geometry.status - 3)
    let first = max(0, min(list.chosen - height / 2, list.entries.count - height))
    for (index, entry) in list.entries.dropFirst(first).prefix(height).enumerated() {
      let row = 2 + index
      let isChosen = first + index == list.chosen
      let style: Style = isChosen ? .listSelected : .listText
      if isChosen { screen.fill(row: row, columns: columns, style: style.id) }
      let mark =
        first + index == list.current
        ? " · " + Phrase.openNow : entry.isUnreadable ? " · " + Phrase.notRead : ""
      let room = max(1, columns.count - 2 - mark.count)
      screen.write(
        [
          StyledText((isChosen ? "▸ " : "  ") + entry.name.shortened(columns: room), style),
          StyledText(mark, isChosen ? style : .listDetail),
        ], row: row, columns: columns)
    }
  }

  private func details(of summary: EssaySummary) -> String {
    var parts = [Phrase.read(Int((summary.progress * 100).rounded()))]
    parts.append(Phrase.count(summary.words, "word"))
    if summary.claimsAnswered > 0 {
      parts.append(Phrase.count(summary.claimsAnswered, "claim") + " answered")
    }
    if summary.drafts > 0 { parts.append(Phrase.count(summary.drafts, "draft")) }
    parts.append(Phrase.age(from: summary.lastRead, to: library.now))
    return parts.joined(separator: " · ")
  }
}
