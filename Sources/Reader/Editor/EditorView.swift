public import RejoinderCore
public import TerminalKit

/// What of a draft is to be drawn.
public struct EditorView: Sendable, Equatable {
  /// The rows that are shown, as passages of the draft; fewer than the area's where the text ends.
  public var rows: [Passage]
  /// Counted from the upper left of the area. The column may be the width itself, behind a full row.
  public var cursor: Position
  public var selection: Passage?
  /// How many rows stand above the first one that is shown.
  public var rowsAbove: Int
  /// How many rows the whole text has.
  public var totalRows: Int
}

extension TextEditor {
  /// What is to be drawn in an area; fast for the one that the editor was given last.
  public func view(in area: Size) -> EditorView {
    var layout = layout
    layout.fit(utf8, in: area, cursor: cursor)
    let end = min(layout.rows.count, layout.top + max(0, area.rows))
    let position = layout.position(of: cursor, in: utf8)
    return EditorView(
      rows: Array(layout.rows[layout.top..<end]),
      cursor: Position(row: position.row - layout.top, column: position.column),
      selection: selection, rowsAbove: layout.top, totalRows: layout.rows.count)
  }

  /// The words of a passage, such as a row.
  public func string(_ passage: Passage) -> String {
    let lower = min(max(0, passage.start), utf8.count)
    let upper = min(max(lower, passage.end), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }
}
