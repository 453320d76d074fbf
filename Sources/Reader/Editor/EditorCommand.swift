/// Everything that a key can do to a text that is being written, other than typing and pasting.
///
/// Names, help and keys stand in the table of commands; the cases are only what can be asked of a
/// ``TextEditor``. The raw values are the lasting names.
public enum EditorCommand: String, Sendable, Hashable, CaseIterable {
  // Motions.
  case left, right, wordLeft, wordRight
  /// Of the line between two line feeds, however many rows it takes.
  case lineStart, lineEnd
  /// Of the row on the screen.
  case rowStart, rowEnd
  case rowUp, rowDown, pageUp, pageDown
  case textStart, textEnd

  // Motions that extend the selection.
  case selectLeft, selectRight, selectWordLeft, selectWordRight
  case selectLineStart, selectLineEnd, selectRowUp, selectRowDown
  case selectTextStart, selectTextEnd

  // Selection.
  /// Sets the mark: every motion extends the selection until it is dropped.
  case setMark
  case swapMark, selectAll, deselect

  // Deletion. Where something is selected, the first two delete that.
  case deleteBackward, deleteForward

  // Deletion into the kill ring; kills in a row are kept as one.
  case killWordBackward, killWordForward
  /// Back to white space, the shell's `^W`.
  case killToSpace
  /// To the line's end, and at the end the line feed itself.
  case killToLineEnd
  case killToLineStart
  case cut, copy

  // Insertion.
  case newline
  case paste
  /// Right after `paste`: puts the kill before in its place.
  case pastePrevious

  case transpose
  case undo, redo
}

extension EditorCommand {
  /// The motion that a selecting command makes, `nil` for any other command.
  var selectingMotion: EditorCommand? {
    switch self {
    case .selectLeft: .left
    case .selectRight: .right
    case .selectWordLeft: .wordLeft
    case .selectWordRight: .wordRight
    case .selectLineStart: .lineStart
    case .selectLineEnd: .lineEnd
    case .selectRowUp: .rowUp
    case .selectRowDown: .rowDown
    case .selectTextStart: .textStart
    case .selectTextEnd: .textEnd
    default: nil
    }
  }

  /// Whether the command changes the text, as opposed to the cursor and the selection.
  public var edits: Bool {
    switch self {
    case .deleteBackward, .deleteForward, .killWordBackward, .killWordForward, .killToSpace,
      .killToLineEnd, .killToLineStart, .cut, .newline, .paste, .pastePrevious, .transpose, .undo,
      .redo:
      true
    default: false
    }
  }
}
