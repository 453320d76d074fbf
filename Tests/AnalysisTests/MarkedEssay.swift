import RejoinderCore
import Testing

@testable import Analysis

/// An essay in which every sentence stands on a line of its own and begins with what a careful editor
/// says of it. An empty line ends a paragraph.
struct MarkedEssay: CustomTestStringConvertible, Sendable {
  enum Verdict: Character, Sendable {
    case thesis = "T"
    /// What the author says should be done: always highlighted.
    case policy = "P"
    /// Another sentence that the editor would mark.
    case marked = "+"
    /// Neither marked nor a fault.
    case free = "-"
    /// A signpost, somebody else's view, a bare report, a question, what belongs to the page.
    case never = "!"
  }

  let name: String
  let essay: Essay
  /// One for each sentence, in order.
  let verdicts: [Verdict]
  /// What the lines hold.
  let lines: [String]

  var testDescription: String { name }

  init(_ name: String, _ source: String) {
    self.name = name
    var text = ""
    var verdicts: [Verdict] = []
    var lines: [String] = []
    var separator = ""
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let verdict = line.first.flatMap(Verdict.init) else {
        separator = "\n\n"
        continue
      }
      let words = String(line.dropFirst(2))
      text += (text.isEmpty ? "" : separator) + words
      separator = " "
      verdicts.append(verdict)
      lines.append(words)
    }
    essay = Essay(
      metadata: EssayMetadata(source: .standardInput), text: EssayText(canonical: text))
    self.verdicts = verdicts
    self.lines = lines
  }
}
