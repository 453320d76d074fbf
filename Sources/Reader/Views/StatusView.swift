internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The last row: a prompt, else a notice, else where the reader is and what is possible now. A
  /// notice that needs more rows is drawn over the page's last ones.
  func drawStatus(on screen: inout Screen, geometry: Geometry) {
    let row = geometry.status
    let columns = 0..<size.columns
    if mode == .prompt, let prompt {
      drawPrompt(prompt, on: &screen, row: row)
      return
    }
    let lines = notice?.rows(columns: size.columns - 2) ?? []
    // What is being written and the way out stay in sight: there a long notice stands over rows below
    // the text, where it leaves any, else above it on the page.
    let isAbove = lines.count > 1 && mode == .composing
    if let notice, !lines.isEmpty {
      let style: Style = notice.isError ? .statusError : .statusMessage
      let below = (row - lines.count)..<row
      let isFree =
        below.lowerBound > geometry.composer.lowerBound + 1
        && below.allSatisfy { screen.cursor?.row != $0 && screen.isBlank(row: $0) }
      let end = !isAbove ? row + 1 : isFree ? row : geometry.page.upperBound
      let first = end - lines.count
      for (index, line) in lines.enumerated() {
        screen.fill(row: first + index, columns: columns, style: style.id)
        screen.write([StyledText(line, style)], row: first + index, columns: 1..<size.columns)
      }
      if !isAbove { return }
    }
    screen.fill(row: row, columns: columns, style: Style.status.id)
    var column = screen.write(
      [StyledText(" \(modeName) ", .statusMode)], row: row, columns: columns)
    // Two spaces around the state and two before the hints.
    let room = size.columns - column - 4 - wayOutColumns
    let state = stateText(columns: room)
    column = screen.write(
      [StyledText(" " + state + " ", .status)], row: row, columns: column..<size.columns)
    let hints = hints(columns: size.columns - column - 2 - stateGrowth(columns: room))
    screen.write(hints, row: row, endingAt: size.columns - 1, style: .statusHint)
  }

  private var modeName: String {
    switch mode {
    case .reading: "READ"
    case .margin: "MARGIN"
    case .selecting: "SELECT"
    case .composing: "WRITE"
    case .prompt: "COMMAND"
    case .help: help.subject.title
    case .library: showsList ? "LIST" : "LIBRARY"
    case .outline: "OUTLINE"
    case .records: "LIST"
    }
  }

  /// Where the reader is.
  private func stateText(columns: Int) -> String {
    if !pendingKeys.isEmpty || count != nil {
      return (count.map(String.init) ?? "") + pendingKeys.map(\.notation).joined(separator: " ")
    }
    switch mode {
    case .help: return ""
    case .library where showsList:
      return Phrase.listPlace(list.chosen + 1, of: list.entries.count)
    case .library: return Phrase.count(library.summaries.count, "essay")
    case .outline:
      guard outline.source != nil else { return "" }
      return [Phrase.outlined(outline.outline), Phrase.outlinedBriefly(outline.outline)]
        .first(fitting: columns) ?? ""
    case .records:
      guard let records else { return "" }
      return "\(records.chosen + 1)/\(records.entries.count)"
    case .composing:
      return composer.map { state(of: $0, columns: columns) } ?? ""
    case .reading, .margin, .selecting, .prompt: break
    }
    guard let reading else { return "" }
    // What the keys do has the better use for a narrow row here.
    if isNarrow, mode == .selecting || mode == .margin { return "" }
    let claims = reading.marking.claims.count
    let number = reading.focusedClaim.map { "\($0 + 1)/" } ?? ""
    let isBrief = isNarrow && !number.isEmpty
    var text = "\(number)\(isBrief ? "\(claims)" : Phrase.count(claims, "claim"))  "
    text += percent(of: reading)
    if !reading.isAssessed { text = Phrase.looking + "  " + percent(of: reading) }
    if reading.essay.parts > 1 {
      text += "  " + Phrase.part(reading.part, of: reading.essay.parts)
    }
    if !reading.essay.isComplete {
      guard !reading.text.paragraphs.isEmpty else {
        return Phrase.waiting(for: reading.essay.metadata.source.name, received: reading.received)
          .shortened(columns: columns)
      }
      if reading.isAssessed { text += "  " + Phrase.growing }
    }
    let metadata = reading.essay.metadata
    let title = metadata.title ?? metadata.displayTitle
    // A narrow screen has better uses for the room: what can be done now.
    if size.columns >= Geometry.roomy { text += "  " + title.shortened(columns: columns / 4) }
    return text.shortened(columns: columns)
  }

  /// In words as they would be while something is not saved yet, so that they stay where they are.
  private func state(of composer: Composer, columns: Int) -> String {
    if DisplayWidth.columns(of: composer.unsaved.state) <= columns { return composer.state }
    return Phrase.state(words: composer.editor.wordCount, isSaved: composer.isSaved)
  }

  /// How much longer the state becomes with the next key: hints that came and went with every letter would
  /// catch the eye.
  private func stateGrowth(columns: Int) -> Int {
    guard mode == .composing, pendingKeys.isEmpty, count == nil, let composer else { return 0 }
    let longest = state(of: composer.unsaved, columns: columns)
    let shown = state(of: composer, columns: columns)
    return max(0, DisplayWidth.columns(of: longest) - DisplayWidth.columns(of: shown))
  }

  /// How much of the essay is on the page or before it, in steps of five percent: every change of it
  /// is sent over the line.
  private func percent(of reading: Reading) -> String {
    guard !isAtEnd else { return reading.part == reading.essay.parts ? "end" : "100%" }
    let shown = pageRows().lazy.compactMap(\.passage?.end).last ?? reading.topOffset
    return "\(shown * 20 / max(1, reading.text.count) * 5)%"
  }

  /// As many hints as fit, from the table of commands, the most useful first. The way out is always
  /// among them.
  private func hints(columns: Int) -> String {
    let pairs: [(notation: String, hint: String)] =
      pendingKeys.isEmpty
      ? offeredCommands.compactMap { command in
        guard let entry = keyMap.entry(for: command, in: mode),
          let key = entry.notation, let hint = hint(of: entry)
        else { return nil }
        let isTight = DisplayWidth.columns(of: key + " " + hint) > columns
        return (key, isTight ? entry.briefHint ?? hint : hint)
      } : keyMap.continuations(of: pendingKeys, in: mode, where: applies)
    let texts = pairs.map { $0.notation + " " + $0.hint }
    let out = pendingKeys.isEmpty ? wayOut.flatMap { offeredCommands.firstIndex(of: $0) } : nil
    var isShown = texts.indices.map { $0 == out }
    var used = out.map { DisplayWidth.columns(of: texts[$0]) }
    for index in texts.indices where index != out {
      let more = (used.map { $0 + 2 } ?? 0) + DisplayWidth.columns(of: texts[index])
      if more > columns { break }
      isShown[index] = true
      used = more
    }
    var line = ""
    for index in texts.indices where isShown[index] {
      line += (line.isEmpty ? "" : "  ") + texts[index]
    }
    return line
  }

  /// What leads back from where the keys do something else than in the essay.
  private var wayOut: Command? {
    switch mode {
    case .margin: .leaveMargin
    case .selecting: .cancelSelection
    case .composing: .leaveComposer
    case .help: .closeHelp
    case .outline: .closeOutline
    case .records: .closeRecords
    case .reading, .prompt, .library: nil
    }
  }

  /// The room that the way out takes at least.
  private var wayOutColumns: Int {
    guard pendingKeys.isEmpty, count == nil, let wayOut,
      let entry = keyMap.entry(for: wayOut, in: mode),
      let hint = entry.briefHint ?? entry.hint, let key = entry.notation
    else { return 0 }
    return DisplayWidth.columns(of: key + " " + hint)
  }

  /// Whether there is room for two or three hints only.
  private var isNarrow: Bool { size.columns < Geometry.sideBySide }

  /// What is worth offering, the most useful first: where there is room for little, what leads to all the
  /// rest.
  private var offeredCommands: [Command] {
    let commands = hintedCommands
    guard isNarrow, [.reading, .margin, .selecting].contains(mode), commands.contains(.help) else {
      return commands
    }
    return [.help] + commands.filter { $0 != .help }
  }

  /// Whether there is another claim to go to.
  private var hasNextClaim: Bool {
    guard let reading, reading.isAssessed, let cursor = reading.cursor, isOnPage(cursor),
      let last = reading.marking.claims.last
    else { return true }
    return last.passage.start > cursor.start
  }

  /// What is worth offering in this mode, the most useful first.
  private var hintedCommands: [Command] {
    switch mode {
    case .reading where reading?.text.paragraphs.isEmpty == true: [.stop, .help, .quit]
    case .reading where reading?.cursor == nil: [.nextClaim, .help, .quit, .commandLine]
    case .reading:
      (isNarrow && !hasNextClaim ? [] : [.nextClaim]) + [.help, .reply, .addCounterargument]
        + (geometry.notes == .none || focusedClaim == nil ? [] : [.enterMargin])
        + [.quit, .accept, .reject, .copy, .outline, .commandLine]
    case .margin:
      [.leaveMargin] + marginSteps + [.reply] + (unfoldingShows ? [.unfold] : [])
        + [.addCounterargument, .help]
    case .selecting:
      [.markClaim, .note, .addCounterargument, .reply, .help, .copy, .cancelSelection]
    case .composing:
      ([.leaveComposer, .composerHelp, .externalEditor] + composerHints).filter(applies)
    case .prompt: [.acceptPrompt, .cancelPrompt]
    case .help: helpGoesOn ? [.scrollHelpDown, .closeHelp] : [.closeHelp]
    case .outline: [.goToStatement, .closeOutline, .nextClaim, .help]
    case .records: [.restore, .closeRecords, .help]
    case .library:
      (library.chosenEssay == nil && !showsList ? [] : [.open])
        + (reading == nil ? [] : [.closeLibrary])
        + [.help, .quit]
    }
  }

  /// How to reach the next counterargument, or the one before the last.
  private var marginSteps: [Command] {
    guard let note = focusedNote, note.counterarguments.count > 1, let reading else { return [] }
    let isLast = reading.chosen >= note.counterarguments.count - 1
    return [isLast && reading.chosenOffset >= chosenOverflow ? .previousItem : .nextItem]
  }

  /// Whether unfolding shows more of the chosen counterargument, which is there in full: what its scheme
  /// is.
  private var unfoldingShows: Bool { chosenCounterargument?.origin.summary.isEmpty == false }

  private var composerHints: [Command] {
    switch composer?.subject {
    case .reply: [.copyReply, .nextDraft]
    case .counterargument: [.changeAttack]
    case .remark, nil: []
    }
  }
}

extension Composer {
  /// The same as it is while its last words are on the way to the disk.
  fileprivate var unsaved: Composer {
    var composer = self
    composer.confirmedRevision = nil
    return composer
  }
}
