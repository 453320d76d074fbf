internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The last row: a prompt, else a notice, else where the reader is and what is possible now.
  func drawStatus(on screen: inout Screen, geometry: Geometry) {
    let row = geometry.status
    let columns = 0..<size.columns
    if mode == .prompt, let prompt {
      drawPrompt(prompt, on: &screen, row: row)
      return
    }
    screen.fill(row: row, columns: columns, style: Style.status.id)
    if let notice {
      let style: Style = notice.isError ? .statusError : .statusMessage
      screen.fill(row: row, columns: columns, style: style.id)
      screen.write(
        [StyledText(notice.text.shortened(columns: size.columns - 2), style)], row: row,
        columns: 1..<size.columns)
      return
    }
    var column = screen.write(
      [StyledText(" \(modeName) ", .statusMode)], row: row, columns: columns)
    let room = size.columns - column - 2
    let state = stateText(columns: room)
    column = screen.write(
      [StyledText(" " + state + " ", .status)], row: row, columns: column..<size.columns)
    let hints = hints(columns: size.columns - column - 2)
    screen.write(hints, row: row, endingAt: size.columns - 1, style: .statusHint)
  }

  private var modeName: String {
    switch mode {
    case .reading: "READ"
    case .margin: "MARGIN"
    case .selecting: "SELECT"
    case .composing: "WRITE"
    case .prompt: "COMMAND"
    case .help: "HELP"
    case .library: "LIBRARY"
    }
  }

  /// Where the reader is.
  private func stateText(columns: Int) -> String {
    if !pendingKeys.isEmpty || count != nil {
      return (count.map(String.init) ?? "") + pendingKeys.map(\.notation).joined(separator: " ")
    }
    switch mode {
    case .help: return ""
    case .library: return Phrase.count(library.summaries.count, "essay")
    case .composing: return composer?.state ?? ""
    case .reading, .margin, .selecting, .prompt: break
    }
    guard let reading else { return "" }
    let claims = reading.marking.claims.count
    let number = reading.focusedClaim.map { "\($0 + 1)/" } ?? ""
    var text = "\(number)\(Phrase.count(claims, "claim"))  \(percent(of: reading))"
    if !reading.isAssessed { text = Phrase.looking + "  " + percent(of: reading) }
    let title = reading.essay.metadata.displayTitle
    // A narrow screen has better uses for the room: what can be done now.
    if size.columns >= Geometry.roomy { text += "  " + title.shortened(columns: columns / 4) }
    return text
  }

  /// How much of the essay is on the page or before it, in steps of five percent: every change of it
  /// is sent over the line.
  private func percent(of reading: Reading) -> String {
    guard !isAtEnd else { return "end" }
    let shown = pageRows().lazy.compactMap(\.passage?.end).last ?? reading.topOffset
    return "\(shown * 20 / max(1, reading.text.count) * 5)%"
  }

  /// As many hints as fit, from the table of commands, the most useful first.
  private func hints(columns: Int) -> String {
    let pairs: [(notation: String, hint: String)] =
      pendingKeys.isEmpty
      ? hintedCommands.compactMap { command in
        guard let entry = keyMap.entry(for: command, in: mode), let hint = entry.hint,
          let key = keyMap.notation(for: command, in: mode)
        else { return nil }
        return (key, hint)
      } : keyMap.continuations(of: pendingKeys, in: mode)
    var text = ""
    for (notation, hint) in pairs {
      let more = (text.isEmpty ? "" : "  ") + notation + " " + hint
      if DisplayWidth.columns(of: text + more) > columns { break }
      text += more
    }
    return text
  }

  /// What is worth offering in this mode, the most useful first.
  private var hintedCommands: [Command] {
    switch mode {
    case .reading where reading?.cursor == nil: [.nextClaim, .help, .quit, .commandLine]
    case .reading:
      [
        .nextClaim, .help, .reply, .addCounterargument, .enterMargin, .quit, .accept, .reject,
        .copy, .commandLine,
      ]
    case .margin: [.leaveMargin, .reply, .unfold, .addCounterargument, .help]
    case .selecting: [.markClaim, .note, .addCounterargument, .reply, .copy, .cancelSelection]
    case .composing: [.leaveComposer, .composerHelp, .externalEditor] + composerHints
    case .prompt: [.acceptPrompt, .cancelPrompt]
    case .help: [.scrollHelpDown, .closeHelp]
    case .library:
      (library.chosenEssay == nil ? [] : [.open]) + (reading == nil ? [] : [.closeLibrary])
        + [.help, .quit]
    }
  }

  private var composerHints: [Command] {
    switch composer?.subject {
    case .reply: [.copyReply, .nextDraft]
    case .counterargument: [.changeAttack]
    case .remark, nil: []
    }
  }
}
