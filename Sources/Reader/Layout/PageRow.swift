internal import RejoinderCore

/// Names a row of the essay: a paragraph and a row of its block.
///
/// A block is what stands from one paragraph's first row to the next one's: its rows, a note opened
/// between them, and the gap after it. The essay's header is the block before paragraph 0.
struct RowAddress: Sendable, Hashable, Comparable {
  static let header = -1

  var paragraph: Int
  var row: Int

  static func < (left: RowAddress, right: RowAddress) -> Bool {
    (left.paragraph, left.row) < (right.paragraph, right.row)
  }
}

/// What one row of the page shows.
enum PageRow: Sendable, Hashable {
  case title(String)
  case byline(String)
  case text(paragraph: Int, passage: Passage)
  /// A row of the focused note, where notes stand below their claim.
  case note(NoteRow)
  case gap

  var passage: Passage? {
    if case .text(_, let passage) = self { return passage }
    return nil
  }

  var isNote: Bool {
    if case .note = self { return true }
    return false
  }
}
