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
}
