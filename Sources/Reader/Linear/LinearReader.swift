public import RejoinderCore
internal import TerminalKit

/// The reader as a dialogue in lines: what a screen would show is said, and words do what keys do.
///
/// The same model as on a screen, so records come about in the same way. Nothing is ever drawn again:
/// what was said stays said, which is what a pipe, a printing terminal and a screen reader need.
public struct LinearReader: Sendable {
  var model: Model
  let columns: Int
  /// What waits to be printed.
  private var lines: [String] = []
  /// The command that a text of several lines is for.
  var writing: Command?
  var text: [String] = []
  /// Whether a text was given of which the store has not said that it is kept.
  var isConfirmationAwaited = false
  /// The request for the essay that was introduced last.
  private var introduced: Int?

  /// - Parameters:
  ///   - model: With an essay that is there as a whole.
  ///   - columns: Where lines are broken.
  public init(_ model: Model, columns: Int) {
    self.model = model
    self.columns = max(1, columns)
  }

  public mutating func start(at now: Timestamp) -> [Effect] { model.start(at: now) }

  /// Takes what came of an effect. What the reader should know of it is said.
  public mutating func take(_ message: Message, at now: Timestamp) -> [Effect] {
    let effects = model.update(message, at: now)
    sayNotice()
    if case .recorded = message, isConfirmationAwaited, !model.hasUnsaved {
      isConfirmationAwaited = false
      say(Phrase.textKept)
    }
    return effects
  }

  /// Whether a line is awaited that belongs to a text.
  public var isWriting: Bool { writing != nil }

  /// What the store said when it last failed to keep something; `nil` once all is kept.
  public var failure: String? { model.failure }

  /// What is to be printed now, a line an element, none wider than the columns where words allow.
  public mutating func takeLines() -> [String] {
    defer { lines = [] }
    return lines
  }

  // MARK: Saying

  mutating func say(_ words: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: min(indent, columns / 2))
    for line in words.visible.wrapped(columns: max(1, columns - margin.count)) {
      lines.append(margin + line)
    }
  }

  /// What a command is called here.
  func word(_ command: Command) -> String {
    let word = LinearWord.table.first {
      $0.action == .command(command) || $0.action == .write(command)
    }
    return word?.name ?? model.keyMap.entry(for: command)?.name ?? ""
  }

  mutating func sayNotice() {
    guard let notice = model.notice else { return }
    model.notice = nil
    say(notice.text)
  }

  /// Says what the essay is and where it begins.
  public mutating func introduce() {
    guard let reading = model.reading, introduced != reading.request else { return }
    introduced = reading.request
    let metadata = reading.essay.metadata
    let byline = [metadata.author, metadata.date].compactMap(\.self).filter { !$0.isEmpty }
    say(([metadata.displayTitle] + byline).joined(separator: ", ") + ".")
    let words = reading.text.utf8.wordCount
    say(
      "\(words.counted("word")), \(reading.marking.claims.count.counted("claim")). "
        + Phrase.linearHelp)
    // A page has a first claim to begin with; whoever listens begins with the first words, or with the
    // last ones of a part that was entered from behind.
    if reading.cursor == nil || reading.isCursorProvisional {
      let first =
        reading.edge == .start
        ? model.sentencePassage(from: -1, isForward: true)
        : model.sentencePassage(from: reading.text.count, isForward: false)
      if let first { model.focus(first) }
    }
    sayFocus()
  }

  /// Reads out what is under the cursor.
  mutating func sayFocus() {
    guard let reading = model.reading, let cursor = reading.cursor else {
      say(Phrase.nothingFocused(word))
      return
    }
    say(spoken(cursor, in: reading))
  }

  mutating func sayParagraph(at offset: Int) {
    guard let reading = model.reading, let index = reading.text.paragraphIndex(at: offset) else {
      return
    }
    say(spoken(reading.text.paragraphs[index].passage, in: reading))
  }

  /// A passage in one line, with the marks of the claims that begin in it.
  private func spoken(_ passage: Passage, in reading: Reading) -> String {
    var words = ""
    var position = passage.start
    for index in reading.marking.claimIndices(overlapping: passage) {
      let claim = reading.marking.claims[index]
      let start = min(passage.end, max(position, claim.passage.start))
      words += reading.text.string(Passage(start: position, end: start))
      words += " " + claim.mark(number: index + 1) + " "
      position = start
    }
    words += reading.text.string(Passage(start: position, end: passage.end))
    let remarks = model.remarks(about: passage)
    return words.oneLine + (remarks.isEmpty ? "" : " [\(remarks.count.counted("note"))]")
  }
}

extension Claim {
  /// What stands before the claim in a text without colours: `[claim 3, fact]`.
  public func mark(number: Int) -> String {
    role == .thesis
      ? "[claim \(number), thesis, \(kind.rawValue)]" : "[claim \(number), \(kind.rawValue)]"
  }
}
