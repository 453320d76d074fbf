import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// What becomes of cursor, selection and undoing when another session writes in the same text.
@Suite struct FollowingTests {
  private let area = Size(columns: 40, rows: 8)

  private func editor(_ text: String, cursor: Int) -> TextEditor {
    var editor = TextEditor(text, in: area)
    while editor.cursor > cursor { editor.perform(.left, in: area) }
    return editor
  }

  /// The cursor once went behind what another session had put in, and the next word with it.
  @Test(arguments: [0, 3, 8])
  func theCursorStaysWithItsWords(cursor: Int) {
    var editor = editor("Mine is.", cursor: cursor)
    editor.follow("Dear author, Mine is.")
    #expect(editor.cursor == (cursor == 0 ? 0 : cursor + 13))
    editor.follow("Dear author, Mine is. Theirs.")
    #expect(editor.cursor == (cursor == 0 ? 0 : cursor + 13))
    editor.follow("Mine is. Theirs.")
    #expect(editor.cursor == cursor)
  }

  @Test func theSelectionStaysWithItsWords() {
    var editor = editor("one two", cursor: 4)
    editor.perform(.selectWordRight, in: area)
    editor.follow("zero one two")
    editor.follow("zero one two three")
    #expect(editor.selection.map(editor.string) == "two")
    // Cutting what is selected must not cut their words.
    editor.follow("zero one t-w-o three")
    #expect(editor.selection == nil)
  }

  @Test func aCursorInWordsThatWereReplacedGoesToTheirStart() {
    var editor = editor("one two three", cursor: 6)
    editor.follow("one 2 three")
    #expect(editor.cursor == 4)
  }

  /// Undoing once took out what another session had written, as if it had been typed here.
  @Test func undoingLeavesWhatAnotherSessionWrote() {
    var editor = editor("Base.", cursor: 0)
    editor.insert("Mine ")
    editor.follow("Mine Base. Theirs.")
    editor.insert("too ")
    editor.follow("Oh, Mine too Base. Theirs.")
    editor.perform(.undo, in: area)
    #expect(editor.text == "Oh, Mine Base. Theirs.")
    editor.perform(.undo, in: area)
    #expect(editor.text == "Oh, Base. Theirs.")
    #expect(editor.cursor == 0)
    editor.perform(.undo, in: area)
    #expect(editor.text == "Oh, Base. Theirs.")
    editor.follow("Oh, Base. Theirs. More.")
    editor.perform(.redo, in: area)
    editor.perform(.redo, in: area)
    #expect(editor.text == "Oh, Mine too Base. Theirs. More.")
    #expect(editor.cursor == 13)
  }

  @Test func whatWasWrittenIntoIsNotUndone() {
    var editor = editor("Base.", cursor: 5)
    editor.insert(" One.")
    editor.paste(" Two three.")
    editor.follow("Base. One. Two and three.")
    editor.perform(.undo, in: area)
    #expect(editor.text == "Base. One. Two and three.")
    #expect(!editor.canUndo)
    editor.insert("!")
    editor.perform(.undo, in: area)
    #expect(editor.text == "Base. One. Two and three.")
  }

  /// Whatever both do: undoing and doing again all of mine leads back, and their words stay.
  @Test func undoingAndRedoingLeadsBack() {
    var numbers = SplitMix64(seed: 11)
    for _ in 0..<300 {
      var editor = TextEditor("aé b雪 c👩‍👩‍👧 d", in: area)
      for step in 0..<12 {
        let end = Int.random(in: 0...8, using: &numbers)
        for _ in 0..<end { editor.perform(Bool.random(using: &numbers) ? .left : .right, in: area) }
        switch Int.random(in: 0..<5, using: &numbers) {
        case 0: editor.perform(.deleteBackward, in: area)
        case 1: editor.perform(.undo, in: area)
        case 2:
          var theirs = Array(editor.text)
          theirs.insert(
            contentsOf: "<\(step)>", at: Int.random(in: 0...theirs.count, using: &numbers))
          editor.follow(String(theirs))
        default: editor.insert(["x", " y", "é"].randomElement(using: &numbers) ?? "")
        }
        #expect(editor.cursor <= editor.utf8.count)
      }
      while editor.canRedo { editor.perform(.redo, in: area) }
      let text = editor.text
      let theirs = text.count { $0 == "<" }
      while editor.canUndo { editor.perform(.undo, in: area) }
      #expect(editor.text.count { $0 == "<" } >= theirs)
      #expect(String(validating: editor.utf8, as: UTF8.self) != nil)
      while editor.canRedo { editor.perform(.redo, in: area) }
      #expect(editor.text == text)
    }
  }
}
