internal import RejoinderCore
internal import TerminalKit

/// The help and the library.
extension Model {
  mutating func openHelp() {
    help = HelpState(origin: mode)
    mode = .help
  }

  mutating func openComments() {
    guard reading?.essay.comments.isEmpty == false else {
      notice = Notice(text: Phrase.noComments)
      return
    }
    help = HelpState(subject: .comments, origin: mode)
    mode = .help
  }

  mutating func openReferences() {
    guard reading?.text.references.isEmpty == false else {
      notice = Notice(text: Phrase.noReferences)
      return
    }
    help = HelpState(subject: .references, origin: mode)
    mode = .help
  }

  mutating func closeHelp() {
    mode = help.origin
  }

  mutating func openLibrary(at now: Timestamp) -> [Effect] {
    library.now = now
    library.words = nil
    mode = .library
    showsList = false
    return keepEverything(at: now) + [.listLibrary]
  }

  /// Shows the essays that have the words in them; all of them where there are no words.
  mutating func searchLibrary(for words: String) -> [Effect] {
    let isBlank = words.allSatisfy(\.isWhitespace)
    library.words = isBlank ? nil : words
    return [isBlank ? .listLibrary : .searchLibrary(words)]
  }

  /// Goes back from what was found to all essays, and from those to the essay that is open.
  mutating func closeLibrary() -> [Effect] {
    if library.words != nil { return searchLibrary(for: "") }
    guard reading != nil else {
      notice = Notice(text: Phrase.nothingOpen)
      return []
    }
    // An essay that was chosen and has not come by now shall not come any more.
    let abandoned = awaitedRequest
    awaitedRequest = nil
    mode = composer == nil ? .reading : .composing
    return abandoned.map { [.abandon(request: $0)] } ?? []
  }

  mutating func openChosenEssay(at now: Timestamp) -> [Effect] {
    if showsList { return openListed(at: now) }
    guard let chosen = library.chosenEssay else { return [] }
    return open(.stored(chosen.id), named: chosen.title, at: now)
  }

  // MARK: The reading list

  mutating func openList() {
    guard !list.isEmpty else {
      notice = Notice(text: Phrase.noList)
      return
    }
    list.chooseCurrent()
    showsList = true
    mode = .library
  }

  mutating func openListed(at now: Timestamp) -> [Effect] {
    guard list.entries.indices.contains(list.chosen) else { return [] }
    let entry = list.entries[list.chosen]
    return open(.given(entry.word), named: entry.name, at: now)
  }

  mutating func openNext(_ distance: Int, at now: Timestamp) -> [Effect] {
    guard !list.isEmpty else {
      notice = Notice(text: Phrase.noList)
      return []
    }
    guard list.choose(fromCurrent: distance) else {
      notice = Notice(text: distance > 0 ? Phrase.lastEssay : Phrase.firstEssay)
      return []
    }
    return openListed(at: now)
  }
}
