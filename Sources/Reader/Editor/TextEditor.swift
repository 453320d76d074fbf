public import RejoinderCore
public import TerminalKit

/// A text that is being written: a value with its cursor, selection, history and rows.
///
/// The text is one array of UTF-8 bytes and every place in it a byte offset on a grapheme boundary.
/// Moving a megabyte of bytes for a key costs some microseconds; rows are made anew only around an
/// edit. The editor knows the area in which it is shown, because motions by rows and pages depend
/// on it: give it with every command.
public struct TextEditor: Sendable {
  public private(set) var utf8: [UInt8]
  /// The writer's own words, as white space parts them: what a reply quotes is not counted.
  public private(set) var wordCount: Int
  /// Counts the changes of the text, undoing included.
  public private(set) var revision = 0
  var place: EditorPlace
  var layout: EditorLayout
  var killRing = KillRing()
  private var history = EditHistory()
  /// The column that motions by rows aim at.
  var preferredColumn: Int?
  /// What the last command was, for those that go on with it.
  var chain = Chain.none

  enum Chain: Sendable, Equatable {
    case none, killing
    /// What the last paste put in.
    case pasted(Passage)
  }

  /// - Parameter text: Made insertable as by ``insert(_:)``; the cursor stands at its end.
  public init(_ text: String = "", in area: Size = Size(columns: 72, rows: 8)) {
    utf8 = EditableText.bytes(of: text)
    wordCount = Quotation.ownWordCount(of: utf8)
    place = EditorPlace(cursor: utf8.count)
    layout = EditorLayout(utf8, in: area)
    layout.show(place.cursor)
  }

  public var text: String { String(decoding: utf8, as: UTF8.self) }
  public var isEmpty: Bool { utf8.isEmpty }
  /// On a grapheme boundary.
  public var cursor: Int { place.cursor }
  /// What is selected; never empty.
  public var selection: Passage? {
    guard let mark = place.mark, mark != place.cursor else { return nil }
    return Passage(start: min(mark, place.cursor), end: max(mark, place.cursor))
  }

  /// Lays the text out for an area; the view calls for nothing else after a resize.
  public mutating func fit(_ area: Size) {
    layout.fit(utf8, in: area, cursor: place.cursor)
  }

  /// Puts typed text in place of the selection. CR and CRLF become LF; other control characters
  /// than tab and line feed are dropped.
  public mutating func insert(_ text: String) {
    chain = .none
    replace(selected, with: EditableText.bytes(of: text), .typing)
  }

  /// Like ``insert(_:)``, but as one step of its own.
  public mutating func paste(_ text: String) {
    chain = .none
    replace(selected, with: EditableText.bytes(of: text), .single)
  }

  /// Takes a whole text in, such as an external editor's, as one step. The cursor keeps its place
  /// as far as the texts agree before it.
  public mutating func replaceText(_ text: String) {
    chain = .none
    let edit = Edit(from: utf8, to: EditableText.bytes(of: text))
    let cursor = place.cursor
    replace(edit.range, with: edit.inserted, .single)
    if cursor <= edit.offset { moveAfterEdit(to: cursor) }
  }

  /// Takes in what somebody else has made of the text. Cursor and selection stay with the words that they
  /// were at (what the other one wrote into is selected no more), and undoing goes on undoing what was done here alone.
  ///
  /// What was done here to words that the other one has changed since can be undone no more, nor can
  /// anything before that: it would take the other one's words with it.
  public mutating func follow(_ text: String) {
    chain = .none
    preferredColumn = nil
    let edit = Edit(from: utf8, to: EditableText.bytes(of: text))
    guard edit.removed != edit.inserted else { return }
    if let selection, selection.start < edit.range.upperBound, edit.offset < selection.end {
      place = EditorPlace(cursor: cursor)
    }
    apply(edit)
    history.admit(edit)
    place = edit.moved(place)
    place.cursor = Graphemes.boundary(atOrBefore: place.cursor, in: utf8)
    place.mark = place.mark.map { Graphemes.boundary(atOrBefore: $0, in: utf8) }
    layout.show(place.cursor)
  }

  /// The selection, else the empty range at the cursor.
  var selected: Range<Int> { selection?.range ?? place.cursor..<place.cursor }
}

extension TextEditor {
  /// The one way in which a command changes the text. The cursor goes behind what was put in; the
  /// selection is dropped.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8], _ kind: EditHistory.Kind) {
    preferredColumn = nil
    let edit = Edit(offset: range.lowerBound, removed: Array(utf8[range]), inserted: bytes)
    let before = place
    let isChange = edit.removed != edit.inserted
    if isChange { apply(edit) }
    let end = edit.offset + bytes.count
    let boundary = Graphemes.boundary(atOrBefore: end, in: utf8)
    place = EditorPlace(cursor: boundary == end ? end : Graphemes.next(after: end, in: utf8))
    if isChange { history.record(edit, kind, from: before, to: place) } else { history.close() }
    layout.show(place.cursor)
  }

  /// Corrects where the cursor stands after the edit that was just made, in the history too.
  private mutating func moveAfterEdit(to offset: Int) {
    place.cursor = Graphemes.boundary(atOrBefore: offset, in: utf8)
    history.amend(after: place)
    layout.show(place.cursor)
  }

  var canUndo: Bool { history.canUndo }
  var canRedo: Bool { history.canRedo }

  mutating func undo() {
    guard let step = history.undo() else { return }
    apply(step.edit.inverse)
    restore(step.before)
  }

  mutating func redo() {
    guard let step = history.redo() else { return }
    apply(step.edit)
    restore(step.after)
  }

  /// What comes next is a new step of the history.
  mutating func closeStep() {
    history.close()
  }

  private mutating func restore(_ place: EditorPlace) {
    self.place = place
    // What somebody else wrote meanwhile may have joined the grapheme in which this lay.
    self.place.cursor = Graphemes.boundary(atOrBefore: min(place.cursor, utf8.count), in: utf8)
    self.place.mark = place.mark.map {
      Graphemes.boundary(atOrBefore: min($0, utf8.count), in: utf8)
    }
    preferredColumn = nil
    layout.show(place.cursor)
  }

  private mutating func apply(_ edit: Edit) {
    let old = edit.offset..<edit.offset + edit.removed.count
    wordCount -= Quotation.ownWordCount(of: utf8, around: old)
    utf8.replaceSubrange(old, with: edit.inserted)
    wordCount += Quotation.ownWordCount(
      of: utf8, around: edit.offset..<edit.offset + edit.inserted.count)
    layout.replace(old, by: edit.inserted.count, in: utf8)
    revision += 1
  }
}
