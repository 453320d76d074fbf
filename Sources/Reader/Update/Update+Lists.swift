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
    mode = .library
    return keepEverything(at: now) + [.listLibrary]
  }

  mutating func closeLibrary() {
    guard reading != nil else {
      notice = Notice(text: Phrase.nothingOpen)
      return
    }
    // An essay that was chosen and has not come by now shall not come any more.
    awaitedRequest = nil
    mode = composer == nil ? .reading : .composing
  }

  mutating func openChosenEssay(at now: Timestamp) -> [Effect] {
    guard let chosen = library.chosenEssay else { return [] }
    let effects = keepEverything(at: now)
    if hasUnsaved, composer == nil {
      notice = Notice(text: lastFailure ?? Phrase.stillKeeping, isError: true)
      return effects
    }
    request += 1
    awaitedRequest = request
    notice = Notice(text: Phrase.opening(chosen.title))
    return effects + [.load(.stored(chosen.id), request: request)]
  }
}
