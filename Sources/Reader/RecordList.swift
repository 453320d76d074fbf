internal import RejoinderCore

/// Records that can be brought back or given a passage again, while they are shown.
struct RecordList: Sendable {
  enum Kind: Sendable, Hashable {
    /// Earlier texts of a reply.
    case revisions(reply: String)
    /// What was deleted and can be brought back.
    case deleted
    /// What no longer finds its passage.
    case orphans
  }

  /// What the chosen entry stands for.
  enum Item: Sendable, Hashable {
    case revision(Revision)
    case annotation(Annotation)
    case reply(Reply)
    case orphan(Annotation)
    /// A place that may be an orphan's.
    case candidate(Passage, of: Annotation)
  }

  struct Entry: Sendable, Hashable {
    var item: Item
    /// One row of the list.
    var title: String
    /// What is shown of it below the list.
    var preview: [StyledText]
  }

  let kind: Kind
  let entries: [Entry]
  private(set) var chosen = 0

  init(_ kind: Kind, _ entries: [Entry]) {
    self.kind = kind
    self.entries = entries
  }

  var chosenEntry: Entry? { entries.indices.contains(chosen) ? entries[chosen] : nil }

  mutating func move(by distance: Int) {
    chosen = min(max(0, chosen + distance), max(0, entries.count - 1))
  }
}
