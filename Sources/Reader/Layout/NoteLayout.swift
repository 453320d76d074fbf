/// Where the notes beside the claims stand.
public enum NoteLayout: String, Sendable, Hashable, CaseIterable {
  /// Beside the text, at the row of their claim; they scroll with it.
  case margin
  /// Beside the text, in one place; the focused claim's note fills the height.
  case panel
  /// Under the focused claim, between the lines.
  case below
  /// Nowhere: the text alone.
  case none
}
