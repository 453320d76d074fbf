internal import RejoinderCore

/// One thing that the reader did, as the records that it changed.
///
/// Undoing writes the earlier records again, each with a new time of change, so that it merges like
/// any other change. What another session has changed since is not undone.
struct Change: Sendable, Hashable {
  enum Edit: Sendable, Hashable {
    case annotation(before: Annotation?, after: Annotation)
    case reply(before: Reply, after: Reply)
  }

  /// What was done, for the status line.
  var name: String
  var edits: [Edit]
}

/// What can be undone and redone.
struct History: Sendable, Hashable {
  private(set) var done: [Change] = []
  private(set) var undone: [Change] = []

  mutating func add(_ change: Change) {
    done.append(change)
    undone.removeAll()
  }

  mutating func takeBack() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  /// Drops the change that was taken back last: it can be neither done nor undone any more.
  mutating func forgetUndone() { _ = undone.popLast() }

  /// Drops the change that was done last.
  mutating func forgetDone() { _ = done.popLast() }

  mutating func takeAgain() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}
