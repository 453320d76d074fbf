internal import RejoinderCore
internal import TerminalKit

/// One line of text that is being written, as in the prompts of `:` and `/`.
///
/// The same engine as ``TextEditor`` on a row without end: line feeds become spaces, and commands
/// that need lines or rows do nothing.
public struct LineEditor: Sendable {
  private static let endless = Size(columns: .max / 4, rows: 1)
  private var editor: TextEditor

  public init(_ text: String = "") {
    editor = TextEditor(Self.line(text), in: Self.endless)
  }

  public var text: String { editor.text }
  public var isEmpty: Bool { editor.isEmpty }
  /// The part of the text before the cursor, as completion needs it.
  public var textBeforeCursor: String { editor.string(Passage(start: 0, end: editor.cursor)) }

  public mutating func insert(_ text: String) {
    editor.insert(Self.line(text))
  }

  public mutating func paste(_ text: String) {
    editor.paste(Self.line(text))
  }

  /// Takes another text in, such as a completion; the cursor goes to its end.
  public mutating func replaceText(_ text: String) {
    editor.perform(.selectAll, in: Self.endless)
    editor.paste(Self.line(text))
  }

  public mutating func perform(_ command: EditorCommand) {
    switch command {
    case .newline, .rowUp, .rowDown, .pageUp, .pageDown, .selectRowUp, .selectRowDown: break
    default: editor.perform(command, in: Self.endless)
    }
  }

  /// The piece of the line that fits, and the cursor's column in it.
  ///
  /// - Parameter columns: The width with the cursor's own column. A line that is longer is shown so
  ///   that the cursor stands in the last column or before.
  public func visible(columns: Int) -> (text: String, cursor: Int) {
    let utf8 = editor.utf8
    let width = max(1, columns)
    var start = 0
    let reached = LineBreaker.columns(of: Passage(start: 0, end: editor.cursor), in: utf8)
    if reached >= width {
      // The first grapheme that begins at or right of this column keeps the cursor inside.
      let hidden = reached - width + 1
      start = LineBreaker.offset(
        atColumn: hidden - 1, of: Passage(start: 0, end: utf8.count), in: utf8)
      start = Graphemes.next(after: start, in: utf8)
    }
    let rest = Passage(start: start, end: utf8.count)
    let end = LineBreaker.offset(atColumn: width, of: rest, in: utf8)
    let cursor = LineBreaker.columns(of: Passage(start: start, end: editor.cursor), in: utf8)
    return (editor.string(Passage(start: start, end: end)), cursor)
  }

  private static func line(_ text: String) -> String {
    let bytes = EditableText.bytes(of: text).map { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
