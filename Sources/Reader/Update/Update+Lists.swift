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
    if reading == nil {
      notice = Notice(text: Phrase.nothingOpen)
    } else {
      mode = .reading
    }
  }

  mutating func openChosenEssay(at now: Timestamp) -> [Effect] {
    guard let chosen = library.chosenEssay else { return [] }
    let effects = keepEverything(at: now)
    request += 1
    notice = Notice(text: Phrase.opening(chosen.title))
    return effects + [.load(.stored(chosen.id), request: request)]
  }
}
