internal import RejoinderCore
internal import TerminalKit

/// What a page had beside its essay: comments, and the addresses of its links.
extension Model {
  func commentRows(holding words: [Substring], columns: Int) -> [[StyledText]] {
    var rows: [[StyledText]] = []
    for comment in reading?.essay.comments ?? [] {
      let byline = [comment.author, comment.date].compactMap(\.self).joined(separator: " · ")
      let haystack = (byline + " " + comment.text).lowercased()
      guard words.allSatisfy({ haystack.contains($0) }) else { continue }
      // An answer stands in under what it answers, as far as there is room.
      let indent = min(comment.depth * 2, max(0, columns / 3))
      let margin = String(repeating: " ", count: indent)
      if !rows.isEmpty { rows.append([]) }
      if !byline.isEmpty {
        rows += byline.wrapped(columns: max(10, columns - indent)).map {
          [StyledText(margin + $0, .listHeading)]
        }
      }
      for line in comment.text.split(separator: "\n") {
        rows += String(line).wrapped(columns: max(10, columns - indent)).map {
          [StyledText(margin + $0, .listText)]
        }
      }
    }
    return rows
  }

  func referenceRows(holding words: [Substring], columns: Int) -> [[StyledText]] {
    var rows: [[StyledText]] = []
    for (index, reference) in (reading?.text.references ?? []).enumerated() {
      let haystack = reference.address.lowercased()
      guard words.allSatisfy({ haystack.contains($0) }) else { continue }
      let number = "[\(index + 1)] "
      let room = max(10, columns - number.utf8.count)
      for (row, line) in reference.address.wrapped(columns: room).enumerated() {
        let label = row == 0 ? number : String(repeating: " ", count: number.utf8.count)
        rows.append([StyledText(label, .listKey), StyledText(line, .listText)])
      }
    }
    return rows
  }
}

extension HelpState.Subject {
  /// For the status line.
  var title: String {
    switch self {
    case .commands: "HELP"
    case .comments: "COMMENTS"
    case .references: "LINKS"
    }
  }

  var heading: String {
    switch self {
    case .commands: Phrase.helpTitle
    case .comments: Phrase.commentsTitle
    case .references: Phrase.referencesTitle
    }
  }
}
