internal import RejoinderCore

/// Which record of which essay a draft is that an editor has.
struct DraftOwner: Sendable, Hashable {
  var essay: EssayID
  /// A reply, or a counterargument or note.
  var record: String

  init(essay: EssayID, record: String) {
    self.essay = essay
    self.record = record
  }

  /// - Returns: `nil` for a line that is none.
  init?(line: String) {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let essay = EssayID(String(words[0])) else { return nil }
    self.init(essay: essay, record: String(words[1]))
  }

  var line: String { essay.rawValue + " " + record }
}
