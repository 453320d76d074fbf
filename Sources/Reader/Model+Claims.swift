internal import RejoinderCore
internal import TerminalKit

/// What is known of claims, and what the margin says about them.
extension Model {
  /// Combines again what the detector, the packs and the reader say.
  mutating func refreshMarking() {
    guard let reading else { return }
    changeMarking(
      Marking(
        sentences: reading.sentences, packs: reading.packs, annotations: reading.resolved,
        level: reading.level, answered: answeredPassages))
  }

  /// The same around one passage, of which the reader has said something new.
  mutating func refreshMarking(around passage: Passage) {
    guard let reading else { return }
    var marking = reading.marking
    marking.refresh(
      around: passage, sentences: reading.sentences, packs: reading.packs,
      annotations: reading.resolved, level: reading.level, answered: answeredPassages)
    changeMarking(marking)
  }

  /// Claims near the change are asked about again, and the outline is out of date.
  private mutating func changeMarking(_ marking: Marking) {
    reading?.forgetRequestsOfJudged()
    guard let old = reading?.marking, old != marking else { return }
    reading?.marking = marking
    reading?.markingRevision += 1
    reading?.forgetRequests(changing: old.claims, into: marking.claims)
  }

  /// The passages that the cursor steps over: sentences, and the reader's own marks.
  ///
  /// - Returns: The first one after (`isForward`) or the last one before `offset`.
  func sentencePassage(from offset: Int, isForward: Bool) -> Passage? {
    guard let sentences = reading?.sentences, !sentences.isEmpty else { return nil }
    if isForward {
      let index = sentences.partitionIndex { $0.passage.start > offset }
      return index < sentences.count ? sentences[index].passage : nil
    }
    let index = sentences.partitionIndex { $0.passage.start >= offset }
    return index > 0 ? sentences[index - 1].passage : nil
  }

  /// The sentence that holds `offset`.
  func sentencePassage(at offset: Int) -> Passage? {
    guard let sentences = reading?.sentences else { return nil }
    let index = sentences.partitionIndex { $0.passage.end > offset }
    guard index < sentences.count, sentences[index].passage.start <= offset else { return nil }
    return sentences[index].passage
  }

  /// The claim under the cursor.
  var focusedClaim: Claim? {
    reading.flatMap { reading in reading.focusedClaim.map { reading.marking.claims[$0] } }
  }

  /// What the margin says of the claim with this index.
  func note(for index: Int) -> Note? {
    guard let reading, reading.marking.claims.indices.contains(index) else { return nil }
    let claim = reading.marking.claims[index]
    let examination = reading.examinations[claim.passage]
    let reasons: [String] =
      switch claim.standing {
      case .detected: examination?.reasons ?? []
      case .answered, .pack, .accepted, .yours: []
      }
    return Note(
      number: index + 1, claim: claim, reasons: reasons,
      counterarguments: claim.counterarguments(
        questions: examination?.questions ?? [], packs: reading.packs,
        annotations: reading.resolved),
      remarks: remarks(about: claim.passage), likeness: likeness(of: claim.passage),
      isExamined: examination != nil,
      marginKey: key(.enterMargin))
  }

  /// How alike a passage is to what the reader's records were made about, 0 to 1; the least of them.
  private func likeness(of passage: Passage) -> Double {
    reading?.resolved.lazy.filter { $0.passage.overlaps(passage) }.map(\.likeness).min() ?? 1
  }

  /// The reader's notes about a passage.
  func remarks(about passage: Passage) -> [String] {
    reading?.resolved.compactMap { resolved in
      guard case .note(let text) = resolved.annotation.body, resolved.passage.overlaps(passage)
      else { return nil }
      return resolved.annotation.conflictsWith == nil
        ? text : "(" + Phrase.otherVersion + ") " + text
    } ?? []
  }

  var focusedNote: Note? {
    reading?.focusedClaim.flatMap(note(for:))
  }

  /// The counterargument that the keys act on: the chosen one while the margin has the keys, else
  /// the first.
  var chosenCounterargument: Counterargument? {
    guard let note = focusedNote, let reading else { return nil }
    let index = min(noteMode == .margin ? reading.chosen : 0, note.counterarguments.count - 1)
    return index >= 0 ? note.counterarguments[index] : nil
  }

  /// The opened note under the cursor: the claim's, or a word on a sentence that is none.
  func focusedNoteRows(columns: Int, height: Int) -> [NoteRow] {
    guard let reading, let cursor = reading.cursor, columns > 0, height > 0 else { return [] }
    guard let note = focusedNote else { return unmarkedNoteRows(about: cursor, columns: columns) }
    var rows = note.rows(
      columns: columns, height: height, focus: noteFocus, hints: noteHints,
      fills: geometry.notes == .panel)
    if noteMode == .margin, geometry.notes == .margin {
      // Filled up to the page's height it stands still while it is walked.
      rows += Array(repeating: NoteRow(), count: max(0, height - rows.count))
    }
    return rows
  }

  private var noteFocus: Note.Focus {
    guard let reading else { return Note.Focus() }
    return Note.Focus(
      chosen: noteMode == .margin ? reading.chosen : nil, offset: reading.chosenOffset,
      unfolded: reading.unfolded)
  }

  /// The room for the opened note, in columns and rows.
  var noteRoom: Size {
    let geometry = geometry
    return geometry.notes == .below
      ? Size(
        columns: max(1, geometry.text.count - 2), rows: max(3, geometry.page.count * 2 / 3))
      : Size(columns: geometry.margin.count, rows: geometry.page.count)
  }

  /// How many rows the chosen counterargument has more than can be shown of it at once.
  var chosenOverflow: Int {
    let room = noteRoom
    return focusedNote?.overflow(
      columns: room.columns, height: room.rows, focus: noteFocus, hints: noteHints) ?? 0
  }

  private func unmarkedNoteRows(about passage: Passage, columns: Int) -> [NoteRow] {
    var rows = Phrase.notAClaim.wrapped(columns: columns).map { NoteRow($0, .noteLine) }
    for remark in remarks(about: passage) {
      rows += (Phrase.noteLabel + remark).wrapped(columns: columns).map { NoteRow($0, .gutterNote) }
    }
    let keys = keyHints(for: [.accept, .note], in: .reading)
    return rows + keys.wrapped(columns: columns).map { NoteRow($0, .noteHint) }
  }

  /// The mode that the opened note is shown for: a prompt leaves it as it was.
  private var noteMode: Mode { mode == .prompt ? prompt?.origin ?? .reading : mode }

  /// How to go on from the note. What opens a prompt or a selection and closes it again moves nothing.
  private var noteHints: Note.Hints {
    switch mode {
    case .prompt: Note.Hints("", room: noteHints(in: noteMode == .margin ? .margin : .reading))
    case .selecting: Note.Hints(noteHints(in: .selecting), room: noteHints(in: .reading))
    default: Note.Hints(noteHints(in: mode))
    }
  }

  /// From the table of commands.
  private func noteHints(in mode: Mode) -> String {
    switch mode {
    case .margin:
      let onChosen: [Command] = chosenCounterargument == nil ? [] : [.pin, .dismiss]
      let onOwn: [Command] = ownRecord(for: .editing) == nil ? [] : [.edit]
      return keyHints(for: onChosen + onOwn + [.addCounterargument, .reply], in: .margin)
    case .reading: return keyHints(for: [.addCounterargument, .reply, .enterMargin], in: .reading)
    case .selecting: return keyHints(for: [.addCounterargument, .reply], in: .selecting)
    case .composing, .prompt, .help, .library, .outline, .records: return ""
    }
  }

  /// The key of a command as the reader would press it in the essay; what `:` calls it where it has
  /// none.
  func key(_ command: Command) -> String {
    keyMap.notation(for: command, in: .reading) ?? keyMap.entry(for: command).map { ":" + $0.name }
      ?? ""
  }

  /// Keys with their commands' names: `c counter  r reply`.
  func keyHints(for commands: [Command], in mode: Mode) -> String {
    commands.compactMap { command in
      guard let entry = keyMap.entry(for: command, in: mode), let key = entry.notation else {
        return nil
      }
      // The words of one hint stay together at a line's end.
      return (key + " " + (hint(of: entry) ?? entry.name)).split(separator: " ")
        .joined(separator: "\u{a0}")
    }.joined(separator: "  ")
  }

  // MARK: The margin

  /// The notes beside the page's rows.
  func marginColumn(beside rows: [PageRow], geometry: Geometry) -> MarginColumn {
    let columns = geometry.margin.count
    let height = geometry.page.count
    guard let reading else { return MarginColumn(height: height, lines: [], opened: nil) }
    if geometry.notes == .panel {
      return MarginColumn(
        height: height, lines: [],
        opened: .init(row: 0, content: focusedNoteRows(columns: columns, height: height)))
    }
    let focused = reading.focusedClaim
    let lines = visibleClaims(in: rows).filter { $0.index != focused }
      .compactMap { place in
        note(for: place.index).map {
          MarginColumn.Line(row: place.row, content: $0.line(columns: columns))
        }
      }
    let content = focusedNoteRows(columns: columns, height: height)
    let row = reading.cursor.flatMap { distance(to: $0.start, limit: height * 2) }
    let opened = row.map { MarginColumn.Opened(row: $0, content: content) }
    let isVisible = opened.map { $0.row < height && $0.row + content.count > 0 } ?? false
    var column = MarginColumn(height: height, lines: lines, opened: isVisible ? opened : nil)
    if reading.cursor == nil, lines.isEmpty, let next = reading.marking.claims.first, height > 0 {
      column.point(pointer(to: next.passage, columns: columns), isAbove: false, row: height - 1)
    }
    // Where only the end of the note is left, it says whose it is.
    let isBeheaded = isVisible && opened.map { $0.row < 0 } ?? false
    if !isVisible || isBeheaded, let cursor = reading.cursor, height > 0 {
      let isAbove = isBeheaded || cursor.start < reading.topOffset
      column.point(
        pointer(to: cursor, columns: columns), isAbove: isAbove, row: isAbove ? 0 : height - 1)
    }
    return column
  }

  private func pointer(to passage: Passage, columns: Int) -> NoteRow {
    // Drawn anew with every line that is scrolled, so it is short.
    let name = reading?.marking.claimIndex(matching: passage).map { "\($0 + 1)" } ?? "sentence"
    return NoteRow(name.shortened(columns: columns), .plain)
  }

  /// The claims that begin on the page, or reach into it from above, with the row where they first
  /// show.
  func visibleClaims(in rows: [PageRow]) -> [(index: Int, row: Int)] {
    guard let marking = reading?.marking else { return [] }
    var seen: Set<Int> = []
    var found: [(index: Int, row: Int)] = []
    for (row, content) in rows.enumerated() {
      guard let passage = content.passage else { continue }
      for index in marking.claimIndices(overlapping: passage) where seen.insert(index).inserted {
        found.append((index, row))
      }
    }
    return found
  }
}
