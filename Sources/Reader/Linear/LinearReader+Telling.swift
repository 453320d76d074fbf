public import RejoinderCore
internal import TerminalKit

/// What is told when it is asked for.
extension LinearReader {
  mutating func sayWhy() {
    guard let note = model.focusedNote else {
      say(model.reading?.cursor == nil ? Phrase.nothingFocused(word) : Phrase.notAClaim)
      return
    }
    say("\(note.number). " + note.claim.description)
    if !note.reasons.isEmpty { say(Phrase.why + note.reasons.joined(separator: "; ")) }
    for remark in note.remarks { say(Phrase.noteLabel + remark.oneLine) }
  }

  mutating func sayCounterarguments() {
    guard let note = model.focusedNote else {
      say(model.reading?.cursor == nil ? Phrase.nothingFocused(word) : Phrase.notAClaim)
      return
    }
    if note.counterarguments.isEmpty { say(Phrase.noCounterargument(word)) }
    for (index, answer) in note.counterarguments.enumerated() {
      let source = answer.source.map { " (\($0.oneLine))" } ?? ""
      say("\(index + 1). \(answer.label) \(answer.text.oneLine)\(source)")
    }
  }

  mutating func sayReplies() {
    let drafts = model.drafts
    if drafts.isEmpty { say(Phrase.noReply(nil)) }
    for (index, reply) in drafts.enumerated() {
      say("Reply \(index + 1) of \(drafts.count), \(reply.text.utf8.wordCount.counted("word")):")
      for line in reply.text.split(separator: "\n", omittingEmptySubsequences: false) {
        say(String(line), indent: 2)
      }
    }
  }

  mutating func sayPlace() {
    guard let reading = model.reading, let cursor = reading.cursor else {
      say(Phrase.nothingFocused(word))
      return
    }
    let paragraph = (reading.text.paragraphIndex(at: cursor.start) ?? 0) + 1
    let claims = reading.marking.claims.count
    let claim = reading.focusedClaim.map { ", claim \($0 + 1) of \(claims)" } ?? ""
    say(
      "Paragraph \(paragraph) of \(reading.text.paragraphs.count)\(claim), "
        + "\(cursor.start * 100 / max(1, reading.text.count)) percent.")
  }

  mutating func sayHelp() {
    for word in LinearWord.table {
      let names = [word.name, word.short].compactMap(\.self).joined(separator: ", ")
      say(names + (word.argument.map { " \($0)" } ?? "") + ": " + word.help)
    }
    for command in LinearWord.others {
      guard let entry = model.keyMap.entry(for: command) else { continue }
      say(entry.name + (entry.argument.map { " \($0)" } ?? "") + ": " + entry.help)
    }
  }
}

extension Counterargument {
  /// How it attacks, where it comes from, and what the reader thinks of it, in brackets.
  public var label: String {
    var words = [attack.rawValue, origin.label.isEmpty ? origin.kind.rawValue : origin.words]
    if pinned { words.append("pinned") }
    if dismissed { words.append("dismissed") }
    if rating != 0 { words.append(rating > 0 ? "+\(rating)" : "\(rating)") }
    return "[" + words.joined(separator: ", ") + "]"
  }
}

extension Origin {
  fileprivate var words: String {
    let name = "\(kind.rawValue) “\(label.oneLine)”"
    guard !detail.isEmpty else { return name }
    return name + (kind == .scheme ? ", “\(detail.oneLine)”" : " by \(detail.oneLine)")
  }
}
