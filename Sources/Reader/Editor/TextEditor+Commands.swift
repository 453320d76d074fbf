internal import RejoinderCore
public import TerminalKit

extension TextEditor {
  /// Does what a key asks for.
  ///
  /// - Parameter area: The rows and columns in which the text is shown; the cursor needs one column
  ///   more than these.
  public mutating func perform(_ command: EditorCommand, in area: Size) {
    fit(area)
    let previous = chain
    chain = .none
    if !command.edits { closeStep() }
    if let motion = command.selectingMotion {
      select(by: motion)
    } else if let offset = destination(of: command) {
      move(to: offset)
    } else {
      performOther(command, after: previous)
    }
    layout.show(cursor)
  }

  private mutating func performOther(_ command: EditorCommand, after previous: Chain) {
    switch command {
    case .setMark, .swapMark, .selectAll, .deselect, .copy: performSelection(command)
    case .newline: replace(selected, with: [UInt8(ascii: "\n")], .typing)
    case .deleteBackward, .deleteForward: delete(command)
    case .killWordBackward, .killWordForward, .killToSpace, .killToLineEnd, .killToLineStart, .cut:
      kill(command, continues: previous == .killing)
    case .paste: pasteKill()
    case .pastePrevious: pastePreviousKill(after: previous)
    case .transpose: transpose()
    case .undo: undo()
    case .redo: redo()
    default: break
    }
  }
}

// MARK: - Motion

extension TextEditor {
  /// Where a motion leads, `nil` for a command that is none. Motions by rows keep their column.
  private mutating func destination(of command: EditorCommand) -> Int? {
    switch command {
    case .rowUp: return offset(byRows: -1)
    case .rowDown: return offset(byRows: 1)
    case .pageUp: return offset(byRows: -max(1, layout.area.rows - 1))
    case .pageDown: return offset(byRows: max(1, layout.area.rows - 1))
    default: break
    }
    preferredColumn = nil
    switch command {
    case .left: return Graphemes.previous(before: cursor, in: utf8)
    case .right: return Graphemes.next(after: cursor, in: utf8)
    case .wordLeft: return Words.wordStart(before: cursor, in: utf8)
    case .wordRight: return Words.wordEnd(after: cursor, in: utf8)
    case .lineStart: return lineStart
    case .lineEnd: return lineEnd
    case .rowStart: return layout.rows[layout.row(at: cursor)].start
    case .rowEnd: return layout.offset(row: layout.row(at: cursor), column: .max, in: utf8)
    case .textStart: return 0
    case .textEnd: return utf8.count
    default: return nil
    }
  }

  /// Rows up or down; beyond the first and last row, the text's start and end.
  private mutating func offset(byRows count: Int) -> Int {
    let position = layout.position(of: cursor, in: utf8)
    let column = preferredColumn ?? position.column
    preferredColumn = column
    let last = layout.rows.count - 1
    if count < 0, position.row == 0 { return 0 }
    if count > 0, position.row == last { return utf8.count }
    return layout.offset(row: min(max(0, position.row + count), last), column: column, in: utf8)
  }

  private mutating func move(to offset: Int) {
    place.cursor = offset
    if !place.isMarkSet { place.mark = nil }
  }

  private mutating func select(by motion: EditorCommand) {
    let mark = place.mark ?? cursor
    guard let offset = destination(of: motion) else { return }
    place.cursor = offset
    place.mark = mark
  }

  var lineStart: Int {
    let bytes = utf8.span
    var index = cursor
    while index > 0, bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
    return index
  }

  var lineEnd: Int {
    let bytes = utf8.span
    var index = cursor
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private mutating func performSelection(_ command: EditorCommand) {
    preferredColumn = nil
    switch command {
    case .setMark:
      place.mark = cursor
      place.isMarkSet = true
    case .swapMark:
      guard let mark = place.mark else { return }
      place.mark = cursor
      place.cursor = mark
    case .selectAll:
      place = EditorPlace(cursor: utf8.count, mark: 0)
    case .copy:
      guard let selection else { return }
      killRing.add(Array(utf8[selection.range]), .forward, continues: false)
      place = EditorPlace(cursor: cursor)
    default:
      place = EditorPlace(cursor: cursor)
    }
  }
}
