internal import RejoinderCore
internal import TerminalKit

/// The line at the bottom: commands by name, words to look for, one-key choices.
extension Model {
  mutating func openPrompt(_ kind: Prompt.Kind, text: String = "") {
    prompt = Prompt(kind: kind, editor: TextEditor(text), origin: mode)
    prompt?.editor.perform(.textEnd, in: Size(columns: Int(Int16.max), rows: 1))
    mode = .prompt
  }

  mutating func openRetypePrompt() {
    guard reading?.cursor != nil else {
      notice = Notice(text: Phrase.nothingFocused(key))
      return
    }
    openPrompt(.retype)
  }

  mutating func closePrompt() {
    if let origin = prompt?.origin { mode = origin }
    prompt = nil
  }

  /// After each change of the line: what it could become is found anew.
  mutating func promptChanged() {
    prompt?.forgetCompletions()
    prompt?.recall = nil
  }

  /// Puts an earlier line, or a later one again, in place of what is typed.
  mutating func recallTyped(isBackward: Bool) {
    guard var prompt else { return }
    var recall = prompt.recall ?? typed.recall(prompt.editor.text, as: prompt.kind)
    guard let text = isBackward ? recall.back() : recall.forth() else { return }
    prompt.editor.replaceText(text)
    prompt.editor.perform(.textEnd, in: Size(columns: Int(Int16.max), rows: 1))
    prompt.forgetCompletions()
    prompt.recall = recall
    self.prompt = prompt
  }

  mutating func acceptPrompt(at now: Timestamp) -> [Effect] {
    guard let prompt else { return [] }
    let text = prompt.editor.text
    typed.note(text, as: prompt.kind)
    closePrompt()
    switch prompt.kind {
    case .search:
      return search(for: text)
    case .command:
      return perform(typed: text, at: now)
    case .retype:
      return []
    }
  }

  /// One key of the retype prompt.
  mutating func choose(_ character: Character, at now: Timestamp) -> [Effect] {
    closePrompt()
    let small = Character(character.lowercased())
    guard let choice = RetypeChoice(rawValue: small) else {
      notice = Notice(text: Phrase.noSuchChoice(String(character)))
      return []
    }
    return retype(choice, at: now)
  }

  private mutating func search(for words: String) -> [Effect] {
    if mode == .library { return searchLibrary(for: words) }
    if !words.isEmpty { reading?.search = Search(words: words, current: nil) }
    goToMatch(isForward: true)
    return []
  }

  // MARK: Commands by name

  /// The commands that can be typed in the mode that the prompt was opened from.
  func typeableEntries(in mode: Mode) -> [CommandEntry] {
    keyMap.entries.filter { entry in
      guard entry.command.isTypeable else { return false }
      return entry.modes.contains(mode) || entry.command.isAlwaysTypeable
    }
  }

  /// Carries out what was typed after the colon: a number, or a command's name or the beginning of
  /// one, with its argument.
  mutating func perform(typed text: String, at now: Timestamp) -> [Effect] {
    guard let typed = TypedCommand(text) else { return [] }
    let name = typed.name
    if !typed.isForced, let number = Int(name) {
      focusClaim(number: number)
      return []
    }
    switch entry(named: name, in: mode) {
    case .one(let entry):
      var argument = typed.argument
      while argument.last == " " { argument.removeLast() }
      return perform(entry, argument: argument, isForced: typed.isForced, at: now)
    case .several(let matching):
      notice = Notice(text: Phrase.ambiguous(name, matching.map(\.name)), isError: true)
    case .none:
      let elsewhere = keyMap.entries.first { $0.name == name && $0.command.isTypeable }
      notice = Notice(
        text: elsewhere.map { Phrase.commandElsewhere(name, in: $0.modes) }
          ?? Phrase.unknownCommand(name),
        isError: true)
    }
    return []
  }

  /// What a name that was typed stands for.
  enum Meaning {
    case one(CommandEntry)
    case several([CommandEntry])
    case none
  }

  /// The command with a name, else those whose names begin so.
  func entry(named name: String, in mode: Mode) -> Meaning {
    let entries = typeableEntries(in: mode)
    if let entry = entries.first(where: { $0.name == name }) { return .one(entry) }
    let matching = entries.filter { $0.name.hasPrefix(name) }
    if matching.count == 1 { return .one(matching[0]) }
    return matching.isEmpty ? .none : .several(matching)
  }

  private mutating func perform(
    _ entry: CommandEntry, argument: String, isForced: Bool, at now: Timestamp
  ) -> [Effect] {
    if !argument.isEmpty, entry.argument == nil {
      notice = Notice(text: Phrase.noArgument(entry.name), isError: true)
      return []
    }
    switch entry.command {
    case .write:
      guard !argument.isEmpty else {
        notice = Notice(text: Phrase.needsArgument(entry.name, entry.argument ?? ""), isError: true)
        return []
      }
      return keepDraft(at: now) + writeReply(to: argument, overwrite: isForced)
    case .search where !argument.isEmpty:
      return search(for: argument)
    case .layout where !argument.isEmpty:
      guard let layout = NoteLayout(rawValue: argument) else {
        notice = Notice(
          text: Phrase.unknownLayout(argument, NoteLayout.allCases.map(\.rawValue)), isError: true)
        return []
      }
      setLayout(layout)
      return []
    default:
      return perform(entry.command, at: now)
    }
  }
}

extension Command {
  /// Whether typing its name makes sense; keys of the prompt and the editor itself do not.
  fileprivate var isTypeable: Bool {
    switch self {
    case .editing, .acceptPrompt, .cancelPrompt, .complete, .typedBefore, .typedAfter,
      .commandLine, .composerCommandLine:
      false
    default: true
    }
  }

  /// Whether it can be typed from wherever the prompt was opened.
  fileprivate var isAlwaysTypeable: Bool {
    switch self {
    case .copyReply, .write, .quit, .layout, .library, .help, .redraw, .suspend, .revisions: true
    default: false
    }
  }
}
