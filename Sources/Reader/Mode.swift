/// What the keys do at the moment.
public enum Mode: String, Sendable, Hashable, CaseIterable {
  /// The essay has the keys.
  case reading
  /// The focused claim's note has the keys.
  case margin
  /// A passage is being chosen.
  case selecting
  /// A reply, note or counterargument is being written.
  case composing
  /// A line is being typed at the bottom.
  case prompt
  case help
  case library
  /// Revisions, deleted records or lost ones are shown.
  case records
}
