import Reader
import RejoinderCore
import TerminalKit
import Testing

@Suite struct EditorHistoryTests {
  private let area = Size(columns: 12, rows: 4)

  private struct Snapshot: Equatable {
    let text: String
    let cursor: Int
    let selection: Passage?

    init(_ editor: TextEditor) {
      text = editor.text
      cursor = editor.cursor
      selection = editor.selection
    }
  }

  private func type(_ text: String, into editor: inout TextEditor) {
    for character in text { editor.insert(String(character)) }
  }

  @Test func typingIsUndoneWordByWord() {
    var editor = TextEditor(in: area)
    type("all wars are", into: &editor)
    var texts: [String] = []
    while !editor.isEmpty {
      editor.perform(.undo, in: area)
      texts.append(editor.text)
    }
    #expect(texts == ["all wars ", "all ", ""])
    for _ in 0..<3 { editor.perform(.redo, in: area) }
    #expect(editor.text == "all wars are")
  }

  @Test func deletionsWithOneKeyAreOneStep() {
    var editor = TextEditor("one two", in: area)
    for _ in 0..<3 { editor.perform(.deleteBackward, in: area) }
    editor.perform(.textStart, in: area)
    for _ in 0..<2 { editor.perform(.deleteForward, in: area) }
    #expect(editor.text == "e ")
    editor.perform(.undo, in: area)
    #expect(editor.text == "one ")
    editor.perform(.undo, in: area)
    #expect(editor.text == "one two")
  }

  @Test func aMotionStartsANewStep() {
    var editor = TextEditor(in: area)
    type("ab", into: &editor)
    editor.perform(.left, in: area)
    editor.perform(.right, in: area)
    type("c", into: &editor)
    editor.perform(.undo, in: area)
    #expect(editor.text == "ab")
  }

  @Test func aPasteOfManyLinesIsOneStep() {
    var editor = TextEditor("start ", in: area)
    type("typed", into: &editor)
    editor.paste("one\ntwo\nthree")
    type("x", into: &editor)
    editor.perform(.undo, in: area)
    #expect(editor.text == "start typedone\ntwo\nthree")
    editor.perform(.undo, in: area)
    #expect(editor.text == "start typed")
  }

  @Test func anEditForgetsWhatWasUndone() {
    var editor = TextEditor(in: area)
    type("a b", into: &editor)
    editor.perform(.undo, in: area)
    type("c", into: &editor)
    editor.perform(.redo, in: area)
    #expect(editor.text == "a c")
  }

  @Test func undoBringsTheSelectionBack() {
    var editor = TextEditor("one two", in: area)
    editor.perform(.selectWordLeft, in: area)
    let before = Snapshot(editor)
    editor.insert("x")
    editor.perform(.undo, in: area)
    #expect(Snapshot(editor) == before)
  }

  @Test(arguments: 0..<300)
  func undoingAllLeadsToTheBeginningAndRedoingAllToTheEnd(seed: Int) {
    var generator = SplitMix64(seed: seed)
    var editor = TextEditor(HardText.make(20, using: &generator), in: area)
    // Undo leads back to the state before the first change, not before motions ahead of it.
    var first = Snapshot(editor)
    var last = first
    for _ in 0..<80 {
      let before = Snapshot(editor)
      let wasFirst = editor.revision == 0
      editor.performRandomly(in: area, history: false, using: &generator)
      if wasFirst { first = before }
      if editor.text != before.text { last = Snapshot(editor) }
    }
    for _ in 0..<100 { editor.perform(.undo, in: area) }
    if editor.revision > 0 { #expect(Snapshot(editor) == first) }
    for _ in 0..<100 { editor.perform(.redo, in: area) }
    if editor.revision > 0 { #expect(Snapshot(editor) == last) }
  }
}

extension TextEditor {
  /// One random command, insertion or paste.
  mutating func performRandomly(
    in area: Size, history: Bool, using generator: inout SplitMix64
  ) {
    let pieces = Int.random(in: 1...3, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...3: insert(HardText.make(1, using: &generator))
    case 4: paste(HardText.make(pieces * 4, using: &generator))
    case 5 where pieces == 1: replaceText(HardText.make(12, using: &generator))
    default:
      guard let command = EditorCommand.allCases.randomElement(using: &generator),
        history || (command != .undo && command != .redo)
      else { return }
      perform(command, in: area)
    }
  }
}
