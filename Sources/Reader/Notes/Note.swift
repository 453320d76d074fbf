internal import RejoinderCore
internal import TerminalKit

/// What the margin says about one claim.
struct Note: Sendable {
  /// The claim's number, from 1.
  var number: Int
  var claim: Claim
  var reasons: [String]
  var counterarguments: [Counterargument]
  /// The reader's own notes about the passage.
  var remarks: [String]
  /// How alike the passage is to what the reader's records were made about, 0 to 1; the least of them.
  var likeness: Double
  /// Whether questions and reasons have arrived.
  var isExamined: Bool
  /// What leads into the margin, for the words about what is hidden.
  var marginKey: String

  /// How many rows attack and origin may take while they are not shown in full. In a narrow margin
  /// one row would lose the cue, or the pack's name.
  static let headingRows = 3

  /// How much of the counterarguments is shown.
  enum Folding: Int, Sendable, Comparable, CaseIterable {
    /// All of their text.
    case full
    /// Two rows of each, but for the chosen and the unfolded.
    case folded
    /// One row of each, but for the chosen and the unfolded.
    case lines

    /// How many rows a text may take.
    var textRows: Int {
      switch self {
      case .full: .max
      case .folded: 2
      case .lines: 1
      }
    }

    static func < (left: Folding, right: Folding) -> Bool { left.rawValue < right.rawValue }
  }

  /// The counterargument that the keys act on, and those that are unfolded.
  struct Focus: Sendable {
    /// Index of the chosen one; `nil` while the margin has not got the keys.
    var chosen: Int?
    /// How many rows of the chosen one, where it is longer than the margin, have been read on.
    var offset = 0
    var unfolded: Set<String> = []
    /// Indices of those whose text is shown whole because there is room.
    var whole: Set<Int> = []
  }

  /// How to go on, under the opened note.
  struct Hints: Sendable, ExpressibleByStringLiteral {
    var text: String
    /// Words whose rows are kept free where ``text`` takes fewer, so that nothing moves while other keys
    /// hold.
    var room = ""

    init(_ text: String, room: String = "") {
      (self.text, self.room) = (text, room)
    }

    init(stringLiteral text: String) { self.init(text) }

    fileprivate func rows(columns: Int) -> [NoteRow] {
      func wrapped(_ words: String) -> [String] {
        words.isEmpty ? [] : words.wrapped(columns: columns)
      }
      let rows = wrapped(text).map { NoteRow($0, .noteHint) }
      return rows + Array(repeating: NoteRow(), count: max(0, wrapped(room).count - rows.count))
    }
  }

  /// One row for a claim that is not focused.
  func line(columns: Int) -> NoteRow {
    let shown = counterarguments.filter { !$0.dismissed }
    let questions = shown.count { $0.attack == .question }
    let answers = shown.count - questions
    var text = "\(number) \(claim.kindText)"
    for (count, noun) in [(answers, "answer"), (questions, "question"), (remarks.count, "note")]
    where count > 0 {
      // A number without its noun says nothing.
      let part = ", \(Phrase.count(count, noun))"
      if DisplayWidth.columns(of: text + part) <= columns { text += part }
    }
    return NoteRow(text.shortened(columns: columns), .noteLine)
  }

  /// The opened note.
  func rows(columns: Int, folding: Folding, focus: Focus, hints: Hints) -> [NoteRow] {
    var rows = ("\(number) " + claim.description).wrapped(columns: columns)
      .map { NoteRow($0, .noteHeading) }
    if !reasons.isEmpty {
      rows += (Phrase.why + reasons.prefix(columns < 40 ? 2 : 3).joined(separator: "; ")).wrapped(
        columns: columns
      )
      .map { NoteRow($0, .noteReason) }
    }
    if likeness < 1 {
      rows += Phrase.weakAnchor(likeness).wrapped(columns: columns).map { NoteRow($0, .noteHint) }
    }
    for remark in remarks {
      rows += (Phrase.noteLabel + remark).wrapped(columns: columns).map { NoteRow($0, .gutterNote) }
    }
    for (index, counterargument) in counterarguments.enumerated() {
      let isChosen = focus.chosen == index
      if counterargument.dismissed && !isChosen && focus.chosen == nil { continue }
      if folding != .lines { rows.append(NoteRow()) }
      rows += counterargument.rows(
        index: index, columns: columns,
        folding: isChosen || focus.whole.contains(index)
          || focus.unfolded.contains(counterargument.id) ? .full : folding,
        isChosen: isChosen, isInFull: isChosen || focus.unfolded.contains(counterargument.id),
        isExplained: focus.unfolded.contains(counterargument.id))
    }
    let dismissed = counterarguments.count { $0.dismissed }
    if dismissed > 0, focus.chosen == nil {
      rows.append(
        NoteRow(
          Phrase.dismissed(dismissed, margin: marginKey).shortened(columns: columns), .noteHint))
    }
    let hintRows = hints.rows(columns: columns)
    if !hintRows.isEmpty, isExamined || !counterarguments.isEmpty {
      if folding != .lines { rows.append(NoteRow()) }
      rows += hintRows
    }
    return rows
  }

  /// The opened note with as little folded as its height allows. What is chosen does not count for
  /// that, so that walking the note folds and unfolds nothing else.
  ///
  /// - Parameter fills: Whether room that is left is given to the texts, one after another.
  func rows(
    columns: Int, height: Int, focus: Focus, hints: Hints, fills: Bool = false
  ) -> [NoteRow] {
    unwindowed(columns: columns, height: height, focus: focus, hints: hints, fills: fills)
      .window(height: height, showing: focus, columns: columns, marginKey: marginKey)
  }

  private func unwindowed(
    columns: Int, height: Int, focus: Focus, hints: Hints, fills: Bool
  ) -> [NoteRow] {
    var settled = Focus(chosen: nil, unfolded: focus.unfolded)
    let folding =
      Folding.allCases.first {
        rows(columns: columns, folding: $0, focus: settled, hints: hints).count <= height
      } ?? .lines
    for index in counterarguments.indices where fills && folding != .full {
      var more = settled
      more.whole.insert(index)
      let count = rows(columns: columns, folding: folding, focus: more, hints: hints).count
      if count <= height { settled = more }
    }
    var focus = focus
    focus.whole = settled.whole
    return rows(columns: columns, folding: folding, focus: focus, hints: hints)
  }

  /// How many rows the chosen counterargument has more than can be shown of it at once.
  func overflow(columns: Int, height: Int, focus: Focus, hints: Hints) -> Int {
    guard let chosen = focus.chosen else { return 0 }
    let count = unwindowed(
      columns: columns, height: height, focus: focus, hints: hints, fills: false
    )
    .count { $0.counterargument == chosen }
    return max(0, count - Self.room(in: height))
  }

  /// How many rows there are for a counterargument that does not fit: one says that it goes on.
  static func room(in height: Int) -> Int { max(1, height - 1) }
}

extension [NoteRow] {
  /// As many rows as fit: those of the chosen counterargument among them, and a word about the rest.
  fileprivate func window(
    height: Int, showing focus: Note.Focus, columns: Int, marginKey: String
  ) -> [NoteRow] {
    guard count > height, height > 0 else { return self }
    let chosen = focus.chosen
    let last = chosen.flatMap { chosen in lastIndex { $0.counterargument == chosen } }
    var first = 0
    if let last, let start = firstIndex(where: { $0.counterargument == chosen }) {
      first = Swift.max(0, last + 2 - height)
      let isLonger = last + 1 - start > Note.room(in: height)
      first = Swift.min(first, start + (isLonger ? focus.offset : 0))
    }
    first = Swift.min(first, count - height)
    var rows = Array(self[first..<(first + height)])
    if first + height < count, rows.count > 1 {
      let hidden = Set(self[(first + height - 1)...].compactMap(\.counterargument))
        .subtracting(rows.dropLast().compactMap(\.counterargument)).count
      let goesOn = last.map { $0 >= first + height - 1 } ?? false
      let word =
        goesOn ? Phrase.goesOn : Phrase.more(hidden, margin: chosen == nil ? marginKey : nil)
      rows[rows.count - 1] = NoteRow(word.shortened(columns: columns), .noteHint)
    }
    return rows
  }
}

extension Counterargument {
  /// Attack and origin, then the text and, unless folded, its source; where it was unfolded, what its
  /// scheme is.
  fileprivate func rows(
    index: Int, columns: Int, folding: Note.Folding, isChosen: Bool, isInFull: Bool,
    isExplained: Bool
  ) -> [NoteRow] {
    let textRows = folding.textRows
    let indent = "  "
    let style: Style = dismissed ? .counterDismissed : isChosen ? .counterSelected : origin.style
    // Unfolded, the chosen one would look the same but for a scheme to explain.
    let mark = isChosen ? (isExplained ? "▾ " : "▸ ") : "· "
    var heading = mark + attack.rawValue + " · "
    if !isInFull, attack == .question { heading = "? " }
    heading += isInFull ? origin.text : origin.shortText
    if pinned { heading += " · pinned" }
    if rating != 0 { heading += " · " + (rating > 0 ? "+\(rating)" : "\(rating)") }
    if dismissed { heading += " · dismissed" }
    let headings =
      isInFull
      ? heading.wrapped(columns: columns)
      : heading.shortened(columns: columns, rows: Note.headingRows)
    var rows = headings.map { NoteRow($0, style, counterargument: index) }

    let width = Swift.max(1, columns - indent.count)
    let textStyle: Style = dismissed ? .counterDismissed : .counterText
    var lines = text.shortened(columns: width, rows: textRows)
    if textRows == .max, let source {
      lines += (Phrase.source + source).wrapped(columns: width)
    }
    rows += lines.map { NoteRow(indent + $0, textStyle, counterargument: index) }
    if isExplained, !origin.summary.isEmpty {
      rows += (origin.label + ": " + origin.summary).wrapped(columns: width)
        .map { NoteRow(indent + $0, .noteReason, counterargument: index) }
    }
    return rows
  }
}

extension Origin {
  var style: Style {
    switch kind {
    case .yours: .counterYours
    case .pack: .counterPack
    case .scheme: .counterScheme
    case .library, .command, .import: .counterOther
    }
  }

  /// The same where there is little room: a pack's title alone.
  var shortText: String {
    guard kind == .pack, !label.isEmpty else { return text }
    return "\(kind.rawValue): \(label)"
  }

  /// Where it comes from, in a few words: never left out.
  var text: String {
    switch kind {
    case .yours: "yours"
    case .scheme: detail.isEmpty ? label : "\(label) (“\(detail)”)"
    case .pack, .library, .command, .import:
      [kind.rawValue, label, detail].filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}

extension Claim {
  var kindText: String { role == .thesis ? "thesis, \(kind.rawValue)" : kind.rawValue }

  /// Role, kind and how sure it is, and who says so.
  var description: String {
    let subject = role == .thesis ? "Thesis" : "Claim"
    let whose =
      switch standing {
      case .detected: "\(Int((confidence * 100).rounded()))% sure"
      case .answered: "answered"
      case .pack: "from the pack"
      case .accepted: "accepted by you"
      case .yours: "marked by you"
      }
    return "\(subject) of \(kind.rawValue) · \(whose)"
  }
}
