/// Where the cursor stands and what is selected.
struct EditorPlace: Sendable, Equatable {
  var cursor: Int
  /// The other end of the selection.
  var mark: Int?
  /// Whether plain motions extend the selection.
  var isMarkSet = false
}

/// What was done and undone, in steps that a reader would call one.
///
/// Typing forms a step a word, deletions with one key form a step together; everything else is a
/// step of its own.
struct EditHistory: Sendable {
  enum Kind: Sendable {
    case typing, deletingBackward, deletingForward, single
  }

  struct Step: Sendable {
    var edit: Edit
    var kind: Kind
    var before: EditorPlace
    var after: EditorPlace

    /// The step that takes this one back.
    var reversed: Step { Step(edit: edit.inverse, kind: kind, before: after, after: before) }
  }

  private var done: [Step] = []
  private var undone: [Step] = []
  private var isOpen = false

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  /// Keeps what was done, in the last step where it belongs to that. Nothing can be redone then.
  mutating func record(_ edit: Edit, _ kind: Kind, from before: EditorPlace, to after: EditorPlace)
  {
    undone.removeAll()
    if isOpen, var last = done.popLast() {
      let isMerged = last.kind == kind && last.edit.absorb(edit, kind)
      if isMerged { last.after = after }
      done.append(last)
      if isMerged { return }
    }
    done.append(Step(edit: edit, kind: kind, before: before, after: after))
    isOpen = kind != .single
  }

  /// Corrects where the last step left the cursor.
  mutating func amend(after place: EditorPlace) {
    guard let last = done.indices.last else { return }
    done[last].after = place
  }

  /// What comes next is a new step, whatever it is.
  mutating func close() {
    isOpen = false
  }

  /// Makes room for an edit that somebody else has made to the text as it is: what is undone and done
  /// again from now on leaves that in force. Steps that touch the same words are given up, with all
  /// that lie beyond them.
  mutating func admit(_ edit: Edit) {
    close()
    done = Self.admitting(edit, among: done.map(\.reversed)).map(\.reversed)
    undone = Self.admitting(edit, among: undone)
  }

  /// - Parameter steps: Each made to the text that the one after it in the list leaves.
  private static func admitting(_ edit: Edit, among steps: [Step]) -> [Step] {
    var theirs = edit
    var admitted: [Step] = []
    for var step in steps.reversed() {
      guard let (own, moved) = step.edit.swapped(with: theirs) else { break }
      step.edit = own
      step.before = theirs.moved(step.before)
      step.after = moved.moved(step.after)
      theirs = moved
      admitted.append(step)
    }
    return admitted.reversed()
  }

  mutating func undo() -> Step? {
    close()
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func redo() -> Step? {
    close()
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}

extension Edit {
  /// Becomes this edit and `next` in one, if they are of one piece.
  fileprivate mutating func absorb(_ next: Edit, _ kind: EditHistory.Kind) -> Bool {
    switch kind {
    case .typing:
      guard next.removed.isEmpty, next.offset == offset + inserted.count else { return false }
      let startsWord = Self.isSpace(inserted.last) && !Self.isSpace(next.inserted.first)
      guard !startsWord else { return false }
      inserted += next.inserted
    case .deletingBackward:
      guard next.inserted.isEmpty, next.offset + next.removed.count == offset else { return false }
      offset = next.offset
      removed = next.removed + removed
    case .deletingForward:
      guard next.inserted.isEmpty, next.offset == offset else { return false }
      removed += next.removed
    case .single:
      return false
    }
    return true
  }
}
