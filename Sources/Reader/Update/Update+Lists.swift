internal import RejoinderCore
internal import TerminalKit

/// The help and the library.
extension Model {
  mutating func openHelp() {
    help = HelpState(origin: mode)
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
    return open(.stored(chosen.id), named: chosen.title, at: now)
  }
}
