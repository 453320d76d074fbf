internal import RejoinderCore
internal import TerminalKit

/// From keys to commands.
extension Model {
  mutating func press(_ key: Key, at now: Timestamp) -> [Effect] {
    let looking = lookForNews(at: now)
    return looking + take(key, at: now)
  }

  /// Where the system does not tell of other sessions' changes, they are found at the next key.
  private mutating func lookForNews(at now: Timestamp) -> [Effect] {
    guard let reading, reading.request > 0,
      now >= lookedForNews.advanced(by: Self.newsInterval)
    else { return [] }
    lookedForNews = now
    return [.lookForNews(essay: reading.request)]
  }

  /// Milliseconds between two looks.
  private static let newsInterval: Int64 = 2_000

  private mutating func take(_ key: Key, at now: Timestamp) -> [Effect] {
    // Whoever types does not look at the status line: what went wrong stays until a command is given.
    if mode != .composing || notice?.isError != true { notice = nil }
    if pendingKeys.isEmpty, let digit = countDigit(key) {
      count = min(9_999, (count ?? 0) * 10 + digit)
      return []
    }
    pendingKeys.append(key)
    switch keyMap.match(pendingKeys, in: mode) {
    case .prefix:
      return []
    case .command(let command):
      pendingKeys = []
      if !command.isEditing { notice = nil }
      let count = count
      self.count = nil
      return perform(command, count: count, at: now)
    case .none:
      let pressed = KeySequence(pendingKeys)
      pendingKeys = []
      count = nil
      return pressed.keys.count > 1 ? noteUnknown(pressed.notation) : type(key, at: now)
    }
  }

  /// The digit that a key adds to a count; 0 begins none.
  private func countDigit(_ key: Key) -> Int? {
    guard [.reading, .margin, .selecting, .outline].contains(mode), key.modifiers.isEmpty,
      case .character(let character) = key.code, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return nil }
    return digit
  }

  /// A key that is no command: a character to be written, or nothing.
  private mutating func type(_ key: Key, at now: Timestamp) -> [Effect] {
    guard case .character(let character) = key.code, key.modifiers.isEmpty else {
      return noteUnknown(key.notation)
    }
    switch mode {
    case .composing:
      composer?.editor.insert(String(character))
      return composerChanged(at: now)
    case .prompt where prompt?.kind == .retype:
      return choose(character, at: now)
    case .prompt:
      // The slash of a folder that was just completed stands there already.
      if character != "/" || !followsCompletedFolder { prompt?.editor.insert(String(character)) }
      promptChanged()
      return []
    case .help:
      help.editor.insert(String(character))
      help.scroll = 0
      return []
    case .reading, .margin, .selecting, .library, .outline, .records:
      return noteUnknown(key.notation)
    }
  }

  /// Says of keys that they mean nothing here, where there is room to say it.
  private mutating func noteUnknown(_ keys: String) -> [Effect] {
    switch mode {
    case .prompt, .help: break
    case .composing:
      let help = keyMap.notation(for: .composerHelp, in: .composing)
      notice = Notice(text: Phrase.unknownKey(keys, help: help ?? key(.help)))
    case .reading, .margin, .selecting, .library, .outline, .records:
      notice = Notice(text: Phrase.unknownKey(keys, help: key(.help)))
    }
    return [.ring]
  }

  mutating func paste(_ text: String, at now: Timestamp) -> [Effect] {
    switch mode {
    case .composing:
      composer?.editor.paste(text)
      return composerChanged(at: now)
    case .prompt:
      prompt?.editor.paste(text.split(whereSeparator: \.isNewline).joined(separator: " "))
      promptChanged()
      return []
    case .help:
      help.editor.paste(text.split(whereSeparator: \.isNewline).joined(separator: " "))
      return []
    case .reading, .margin, .selecting, .library, .outline, .records:
      notice = Notice(text: Phrase.pasteNeedsComposer(key))
      return []
    }
  }

  /// Carries out a command. The table of commands says which keys lead here.
  mutating func perform(_ command: Command, count: Int? = nil, at now: Timestamp) -> [Effect] {
    reading?.isCursorProvisional = false
    let times = count ?? 1
    switch command {
    case .lineDown: return turning(1, at: now) { $0.moveLines(times) }
    case .lineUp: return turning(-1, at: now) { $0.moveLines(-times) }
    case .pageDown: return scroll(byPages: times, at: now)
    case .pageUp: return scroll(byPages: -times, at: now)
    case .halfPageDown: return scroll(byHalfPages: times, at: now)
    case .halfPageUp: return scroll(byHalfPages: -times, at: now)
    case .start:
      guard let count else { return goToEdge(.start, at: now) }
      focusClaim(number: count)
    case .end:
      guard let count else { return goToEdge(.end, at: now) }
      focusClaim(number: count)
    case .percent: scroll(toPercent: count)
    case .nextClaim: return turnClaims(times, at: now)
    case .previousClaim: return turnClaims(-times, at: now)
    case .nextSentence: return turnSentences(times, at: now)
    case .previousSentence: return turnSentences(-times, at: now)
    case .nextParagraph: moveParagraphs(times)
    case .previousParagraph: moveParagraphs(-times)
    case .showFocus: showFocus()
    case .search: openPrompt(.search)
    case .nextMatch: goToMatch(isForward: true)
    case .previousMatch: goToMatch(isForward: false)

    case .nextItem: moveItems(times)
    case .previousItem: moveItems(-times)
    case .nextItems: moveItems(times * max(1, geometry.page.count / 2))
    case .previousItems: moveItems(-times * max(1, geometry.page.count / 2))
    case .firstItem: moveItems(-Int(Int32.max))
    case .lastItem: moveItems(Int(Int32.max))
    case .enterMargin: enterMargin()
    case .leaveMargin: mode = .reading
    case .unfold: unfoldChosen()
    case .scrollHelpDown: scrollHelp(by: max(1, geometry.page.count / 2))
    case .scrollHelpUp: scrollHelp(by: -max(1, geometry.page.count / 2))

    case .accept: return decide(.accepted, at: now)
    case .reject: return decide(.rejected, at: now)
    case .retype: openRetypePrompt()
    case .markClaim: return markClaim(at: now)
    case .note: return beginRemark(at: now)
    case .showMore: changeHighlighting(by: times)
    case .showFewer: changeHighlighting(by: -times)
    case .undo: return followingChosen { $0.undo(at: now) }
    case .redo: return followingChosen { $0.redo(at: now) }

    case .selectCharacters: select(.characters)
    case .selectSentences: select(.sentences)
    case .cancelSelection: cancelSelection()
    case .swapSelectionEnds: swapSelectionEnds()
    case .characterRight: moveSelection(byCharacters: times)
    case .characterLeft: moveSelection(byCharacters: -times)
    case .wordForward: moveSelection(byWords: times, toEnd: false)
    case .wordBackward: moveSelection(byWords: -times, toEnd: false)
    case .wordEnd: moveSelection(byWords: times, toEnd: true)
    case .rowStart: moveSelectionInRow(toEnd: false)
    case .rowEnd: moveSelectionInRow(toEnd: true)

    case .addCounterargument: return beginCounterargument(at: now)
    case .edit: return editChosen(at: now)
    case .delete: return deleteChosen(at: now)
    case .pin: return assess(at: now) { $0.pinned.toggle() }
    case .rateUp:
      return assess(at: now) { $0.rating = min(Assessment.ratings.upperBound, $0.rating + times) }
    case .rateDown:
      return assess(at: now) { $0.rating = max(Assessment.ratings.lowerBound, $0.rating - times) }
    case .dismiss: return assess(at: now) { $0.dismissed.toggle() }

    case .reply: return beginReply(isNew: false, at: now)
    case .newReply: return beginReply(isNew: true, at: now)
    case .copy: return copyPassage()
    case .copyReply: return copyReply()
    case .write: openPrompt(.command, text: "write ")
    case .leaveComposer: return leaveComposer(at: now)
    case .nextDraft: return changeDraft(by: times, at: now)
    case .previousDraft: return changeDraft(by: -times, at: now)
    case .deleteDraft: return deleteDraft(at: now)
    case .changeAttack: return changeAttack(at: now)
    case .externalEditor: return editExternally(at: now)
    case .editing(let command): return edit(command, at: now)

    case .commandLine, .composerCommandLine: openPrompt(.command)
    case .help, .composerHelp: openHelp()
    case .comments: openComments()
    case .references: openReferences()
    case .closeHelp: closeHelp()
    case .layout: cycleLayout()
    case .library: return openLibrary(at: now)
    case .revisions, .composerRevisions: return openRevisions()
    case .deleted: openDeleted(at: now)
    case .orphans: openOrphans()
    case .restore: return restoreChosen(at: now)
    case .attach: return attachChosen(at: now)
    case .closeRecords: closeRecords()
    case .closeLibrary: return closeLibrary()
    case .outline: openOutline()
    case .goToStatement: goToStatement()
    case .closeOutline: closeOutline()
    case .open: return openChosenEssay(at: now)
    case .stop: return stopLoading()
    case .reload: return reload(at: now)
    case .readingList: openList()
    case .nextEssay: return openNext(times, at: now)
    case .previousEssay: return openNext(-times, at: now)
    case .redraw: return [.redraw]
    case .suspend: return keepEverything(at: now) + [.suspend]
    case .quit: return keepEverything(at: now) + [.quit]
    case .acceptPrompt: return acceptPrompt(at: now)
    case .cancelPrompt: closePrompt()
    case .complete: return completePrompt()
    case .typedBefore: recallTyped(isBackward: true)
    case .typedAfter: recallTyped(isBackward: false)
    }
    return []
  }
}
