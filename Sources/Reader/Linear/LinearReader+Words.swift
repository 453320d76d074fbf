public import RejoinderCore
internal import TerminalKit

extension LinearReader {
  /// Does what a line says: a word of ``LinearWord`` or the name of a command, and what it is about.
  /// While a text is being given, a line is part of it, and a single full stop ends it.
  public mutating func obey(_ line: String, at now: Timestamp) -> [Effect] {
    if let command = writing {
      return line == "." ? endText(at: now) : add(line, for: command, at: now)
    }
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    let name = parts.first.map { $0.lowercased() } ?? "next"
    let argument = parts.count > 1 ? String(parts[1]) : ""
    if let number = Int(name) { return goToClaim(number, at: now) }
    let found = LinearWord.named(name)
    if let word = found.first, found.count == 1 {
      return perform(word, argument: argument, at: now)
    }
    return performNamed(name, argument: argument, meaning: found.map(\.name), at: now)
  }

  /// The end of the input: keeps everything, also a text that was not ended.
  public mutating func end(at now: Timestamp) -> [Effect] {
    var effects: [Effect] = []
    if writing != nil, model.composer != nil { effects += endText(at: now) }
    return effects + model.perform(.quit, at: now)
  }

  /// A command by the name that it has in the table of commands.
  private mutating func performNamed(
    _ name: String, argument: String, meaning words: [String], at now: Timestamp
  ) -> [Effect] {
    let entries = model.keyMap.entries.filter {
      LinearWord.others.contains($0.command) && $0.name.hasPrefix(name)
    }
    let entry = entries.first { $0.name == name } ?? (entries.count == 1 ? entries[0] : nil)
    guard let entry, words.isEmpty || entry.name == name else {
      let names = words + entries.map(\.name)
      say(names.isEmpty ? Phrase.unknownWord(name) : Phrase.ambiguous(name, names))
      return []
    }
    return moving(at: now) { $0.perform(typed: entry.name + " " + argument, at: now) }
  }

  private mutating func perform(
    _ word: LinearWord, argument: String, at now: Timestamp
  ) -> [Effect] {
    if word.argument == nil, !argument.isEmpty {
      say(Phrase.noArgument(word.name))
      return []
    }
    switch word.action {
    case .command(.search) where !argument.isEmpty:
      return moving(at: now) { $0.perform(typed: "search " + argument, at: now) }
    case .command(.search): return moving(at: now) { $0.perform(.nextMatch, at: now) }
    case .command(let command): return moving(at: now) { $0.perform(command, at: now) }
    case .nextParagraph: return readParagraph(at: now)
    case .rest: return readRest(at: now)
    case .again: sayFocus()
    case .claim:
      guard !argument.isEmpty else { return moving(at: now) { $0.perform(.nextClaim, at: now) } }
      guard let number = Int(argument) else {
        say(Phrase.needsArgument(word.name, "number"))
        return []
      }
      return goToClaim(number, at: now)
    case .why: sayWhy()
    case .counters: sayCounterarguments()
    case .write(let command):
      guard !argument.isEmpty else {
        writing = command
        say(Phrase.endOfText)
        return []
      }
      return write(argument, for: command, at: now)
    case .onCounterargument(let command):
      return choose(argument, of: word.name, for: command, at: now)
    case .retype:
      guard let choice = RetypeChoice.allCases.first(where: { "\($0)" == argument }) else {
        say(Phrase.needsArgument(word.name, word.help))
        return []
      }
      return moving(at: now) { $0.retype(choice, at: now) }
    case .replies: sayReplies()
    case .place: sayPlace()
    case .help: sayHelp()
    }
    return []
  }

  // MARK: Moving

  /// Carries out something, says what it says, and reads out the passage if it is another one.
  private mutating func moving(
    at now: Timestamp, _ action: (inout Model) -> [Effect]
  ) -> [Effect] {
    let before = model.reading?.cursor
    let match = model.reading?.search?.current
    let marks = model.reading?.marking.claims
    let effects = settled(at: now, action)
    if let found = model.reading?.search?.current, found != match,
      let sentence = model.sentencePassage(at: found.start)
    {
      model.focus(sentence)
      sayNotice()
      sayFocus()
      return effects
    }
    let isSilent = model.notice == nil
    sayNotice()
    let cursor = model.reading?.cursor
    let isSame = cursor == before
    if !isSame {
      sayFocus()
    } else if isSilent, marks == model.reading?.marking.claims, !effects.contains(where: \.isQuit) {
      say(Phrase.nothingFurther)
    }
    return effects
  }

  /// What needs a screen, such as a prompt, is left again.
  private mutating func settled(
    at now: Timestamp, _ action: (inout Model) -> [Effect]
  ) -> [Effect] {
    var effects = action(&model)
    switch model.mode {
    case .reading: break
    case .composing: effects += model.perform(.leaveComposer, at: now)
    case .margin, .selecting, .prompt, .help, .library, .records, .outline:
      model.prompt = nil
      model.mode = .reading
    }
    return effects
  }

  private mutating func goToClaim(_ number: Int, at now: Timestamp) -> [Effect] {
    guard let claims = model.reading?.marking.claims, (1...max(1, claims.count)).contains(number),
      !claims.isEmpty
    else {
      say(Phrase.noClaimNumbered(number, of: model.reading?.marking.claims.count ?? 0))
      return []
    }
    model.focusClaim(number: number)
    sayFocus()
    return []
  }

  private mutating func readParagraph(at now: Timestamp) -> [Effect] {
    let before = model.reading?.cursor
    let effects = settled(at: now) { $0.perform(.nextParagraph, at: now) }
    guard let cursor = model.reading?.cursor, cursor != before else {
      say(Phrase.nothingFurther)
      return effects
    }
    sayParagraph(at: cursor.start)
    return effects
  }

  private mutating func readRest(at now: Timestamp) -> [Effect] {
    guard let reading = model.reading else { return [] }
    let start = reading.cursor?.start ?? 0
    let first = reading.text.paragraphIndex(at: start) ?? 0
    for paragraph in reading.text.paragraphs.dropFirst(first) {
      sayParagraph(at: paragraph.passage.start)
    }
    if let last = model.sentencePassage(from: reading.text.count, isForward: false) {
      model.focus(last)
    }
    return []
  }

  // MARK: Writing

  /// Writes a text of one line.
  private mutating func write(
    _ words: String, for command: Command, at now: Timestamp
  ) -> [Effect] {
    writing = command
    let effects = add(words, for: command, at: now)
    return writing == nil ? effects : effects + endText(at: now)
  }

  /// Adds a line to the text that a command opens on the screen; it is kept at once. Before the first word
  /// nothing is opened.
  private mutating func add(
    _ line: String, for command: Command, at now: Timestamp
  ) -> [Effect] {
    var effects: [Effect] = []
    let isFirst = model.composer == nil
    if isFirst {
      if line.allSatisfy(\.isWhitespace) { return [] }
      effects = model.perform(command, at: now)
      guard model.composer != nil else {
        writing = nil
        sayNotice()
        return effects
      }
      model.notice = nil
    }
    effects += model.update(.pasted((isFirst ? "" : "\n") + line), at: now)
    return effects + model.keepDraft(at: now)
  }

  private mutating func endText(at now: Timestamp) -> [Effect] {
    isConfirmationAwaited = writing == .note || writing == .addCounterargument
    writing = nil
    guard model.composer != nil else {
      isConfirmationAwaited = false
      say(Phrase.nothingWritten)
      return []
    }
    let effects = model.perform(.leaveComposer, at: now)
    sayNotice()
    return effects
  }

  /// Carries out a command about one counterargument of the focused claim.
  private mutating func choose(
    _ argument: String, of name: String, for command: Command, at now: Timestamp
  ) -> [Effect] {
    let all = model.focusedNote?.counterarguments ?? []
    guard let number = Int(argument), all.indices.contains(number - 1) else {
      say(
        argument.isEmpty
          ? Phrase.needsArgument(name, "number")
          : Phrase.noCounterargumentNumbered(argument, of: all.count))
      return []
    }
    model.mode = .margin
    model.reading?.chosen = number - 1
    let effects = settled(at: now) { $0.perform(command, at: now) }
    sayNotice()
    return effects
  }
}

extension Effect {
  /// Whether the reader leaves.
  public var isQuit: Bool {
    if case .quit = self { return true }
    return false
  }
}
