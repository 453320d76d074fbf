internal import RejoinderCore

/// What a key's hint says of it in the present state.
extension Model {
  /// What a command's key does now, in a word or two; `nil` where the table has no hint for it.
  func hint(of entry: CommandEntry) -> String? {
    guard let reverse = entry.reverseHint, takesBack(entry.command) else { return entry.hint }
    return reverse
  }

  /// Whether a command that goes to and fro would go back.
  private func takesBack(_ command: Command) -> Bool {
    guard let chosen = chosenCounterargument else { return false }
    return switch command {
    case .unfold: reading?.unfolded.contains(chosen.id) == true
    case .pin: chosen.pinned
    case .dismiss: chosen.dismissed
    default: false
    }
  }

  /// Whether a command of the composer's would do something to what is being written; where nothing is,
  /// all commands count as such.
  func applies(_ command: Command) -> Bool {
    guard let composer else { return true }
    switch command {
    case .copyReply, .write: return !composer.editor.isEmpty
    case .nextDraft, .previousDraft: return composer.isReply && drafts.count > 1
    case .composerRevisions: return composer.isReply
    case .changeAttack:
      if case .counterargument = composer.subject { return true }
      return false
    case .deleteDraft: return !composer.isNothing
    case .editing(.swapMark): return composer.editor.place.mark != nil
    case .editing(.deselect): return composer.editor.selection != nil
    case .editing(.undo): return composer.editor.canUndo
    case .editing(.redo): return composer.editor.canRedo
    default: return true
    }
  }
}

extension Composer {
  fileprivate var isReply: Bool {
    if case .reply = subject { return true }
    return false
  }
}
