private let writing: [Mode] = [.composing]
private let lines: [Mode] = [.composing, .prompt, .help]

extension CommandEntry {
  /// The keys of the text editor: those of a shell's line, and those of the arrows.
  static let writingEntries: [CommandEntry] = [
    entry(.left, "left", "Left,^B", "Go a character left", lines),
    entry(.right, "right", "Right,^F", "Go a character right", lines),
    entry(.wordLeft, "word-left", "M-b,C-Left,M-Left", "Go a word left", lines),
    entry(.wordRight, "word-right", "M-f,C-Right,M-Right", "Go a word right", lines),
    entry(.lineStart, "line-start", "^A", "Go to the line's start", lines),
    entry(.lineEnd, "line-end", "^E", "Go to the line's end", lines),
    entry(.rowStart, "text-row-start", "Home", "Go to the row's start", lines),
    entry(.rowEnd, "text-row-end", "End", "Go to the row's end", lines),
    entry(.rowUp, "row-up", "Up,^P", "Go a row up", writing),
    entry(.rowDown, "row-down", "Down,^N", "Go a row down", writing),
    entry(.pageUp, "text-page-up", "PgUp,M-v", "Go a page up", writing),
    entry(.pageDown, "text-page-down", "PgDn,^V", "Go a page down", writing),
    entry(.textStart, "text-start", "M-<,C-Home", "Go to the text's start", writing),
    entry(.textEnd, "text-end", "M->,C-End", "Go to the text's end", writing),
    entry(.selectLeft, "select-left", "S-Left", "Select a character left", writing),
    entry(.selectRight, "select-right", "S-Right", "Select a character right", writing),
    entry(.selectWordLeft, "select-word-left", "S-C-Left", "Select a word left", writing),
    entry(.selectWordRight, "select-word-right", "S-C-Right", "Select a word right", writing),
    entry(.selectRowUp, "select-row-up", "S-Up", "Select a row up", writing),
    entry(.selectRowDown, "select-row-down", "S-Down", "Select a row down", writing),
    entry(.selectLineStart, "select-line-start", "S-Home", "Select to the line's start", writing),
    entry(.selectLineEnd, "select-line-end", "S-End", "Select to the line's end", writing),
    entry(.selectTextStart, "select-text-start", "S-C-Home", "Select to the text's start", writing),
    entry(.selectTextEnd, "select-text-end", "S-C-End", "Select to the text's end", writing),
    entry(.setMark, "set-mark", "C-Space", "Select by motions from here on", writing),
    entry(.swapMark, "swap-mark", "^X ^X", "Go to the selection's other end", writing),
    entry(.selectAll, "select-all", "M-a", "Select everything", writing),
    entry(.deselect, "deselect", "^X Esc", "Drop the selection", writing),
    entry(.deleteBackward, "delete-backward", "Backspace,^H", "Delete the character before", lines),
    entry(.deleteForward, "delete-forward", "Del,^D", "Delete the character under", lines),
    entry(.killToSpace, "cut-word", "^W", "Cut the selection, else the word before", lines),
    entry(
      .killWordBackward, "cut-word-backward", "M-Backspace", "Cut back to the word's start", lines),
    entry(.killWordForward, "cut-word-forward", "M-d", "Cut to the word's end", lines),
    entry(.killToLineEnd, "cut-to-end", "^K", "Cut to the line's end", lines),
    entry(.killToLineStart, "cut-to-start", "^U", "Cut to the line's start", lines),
    entry(.cut, "cut", "S-Del", "Cut the selection", writing),
    entry(.copy, "copy-selection", "M-w", "Copy the selection", writing),
    entry(.paste, "paste", "^Y,S-Ins", "Paste what was cut or copied last", lines),
    entry(.pastePrevious, "paste-previous", "M-y", "After pasting: what was cut before", writing),
    entry(.transpose, "transpose", "^T", "Exchange two characters", lines),
    entry(.newline, "newline", "Enter,^J", "Begin a new line", writing),
    entry(.undo, "undo-typing", "^_,^X u", "Undo the last change of the text", writing),
    entry(.redo, "redo-typing", "^R,M-_", "Redo what was undone in the text", writing),
  ]

  private static func entry(
    _ command: EditorCommand, _ name: String, _ keys: String, _ help: String, _ modes: [Mode]
  ) -> CommandEntry {
    CommandEntry(.editing(command), name, keys, help, .writing, modes)
  }
}
