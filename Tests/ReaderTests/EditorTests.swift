import Reader
import RejoinderCore
import TerminalKit
import Testing

@Suite struct EditorTests {
  private let area = Size(columns: 10, rows: 3)

  /// An editor whose text has the cursor at `|` and the other end of the selection at `^`.
  private func editor(_ marked: String) -> TextEditor {
    let plain = marked.filter { $0 != "|" && $0 != "^" }
    var editor = TextEditor(plain, in: area)
    func offset(of mark: Character, without other: Character) -> Int? {
      marked.firstIndex(of: mark).map { index in
        marked[..<index].filter { $0 != other }.utf8.count
      }
    }
    editor.perform(.textStart, in: area)
    if let mark = offset(of: "^", without: "|") {
      while editor.cursor < mark { editor.perform(.right, in: area) }
      editor.perform(.setMark, in: area)
      editor.perform(.textStart, in: area)
    }
    let cursor = offset(of: "|", without: "^") ?? 0
    while editor.cursor < cursor { editor.perform(.right, in: area) }
    return editor
  }

  /// The inverse of ``editor(_:)``.
  private func shown(_ editor: TextEditor) -> String {
    var marks = [(editor.cursor, "|")]
    if let selection = editor.selection {
      marks.append((editor.cursor == selection.start ? selection.end : selection.start, "^"))
    }
    var bytes = editor.utf8
    for (offset, mark) in marks.sorted(by: { $0.0 > $1.0 }) {
      bytes.insert(contentsOf: mark.utf8, at: offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (EditorCommand.left, "a|b", "|ab"), (.left, "|ab", "|ab"), (.right, "a|b", "ab|"),
    (.right, "ab|", "ab|"), (.left, "ae\u{301}|", "a|e\u{301}"),
    (.right, "|👩‍👩‍👧‍👦x", "👩‍👩‍👧‍👦|x"), (.left, "🇩🇪🇫🇷|", "🇩🇪|🇫🇷"),
    (.wordRight, "one| two-three", "one two|-three"), (.wordLeft, "one, two|", "one, |two"),
    (.wordLeft, "one, |two", "|one, two"), (.lineStart, "a\nbc|", "a\n|bc"),
    (.lineEnd, "|ab\nc", "ab|\nc"), (.lineEnd, "one two th|ree four", "one two three four|"),
    (.rowStart, "one two three fo|ur", "one two |three four"),
    (.rowEnd, "|one two three", "one two| three"), (.rowEnd, "|abcdefghijkl", "abcdefghi|jkl"),
    (.textStart, "a\nb|", "|a\nb"), (.textEnd, "|a\nb", "a\nb|"),
    (.rowUp, "ab|c", "|abc"), (.rowDown, "a|bc", "abc|"),
    (.rowDown, "ab|c\nd\nefg", "abc\nd|\nefg"),
    (.pageDown, "|1\n2\n3\n4", "1\n2\n|3\n4"), (.pageUp, "1\n2\n3\n|4", "1\n|2\n3\n4"),
    (.selectRight, "|ab", "^a|b"), (.selectWordLeft, "ab cd|", "ab |cd^"),
    (.selectAll, "a|b", "^ab|"), (.swapMark, "^ab|c", "|ab^c"), (.deselect, "^ab|c", "ab|c"),
    (.left, "^ab|c", "^a|bc"), (.setMark, "a|b", "a|b"),
    (.deleteBackward, "ab|c", "a|c"), (.deleteBackward, "|ab", "|ab"),
    (.deleteBackward, "a\n|b", "a|b"), (.deleteBackward, "e\u{301}|", "|"),
    (.deleteBackward, "a^bc|d", "a|d"), (.deleteForward, "a|bc", "a|c"),
    (.deleteForward, "|👩‍👩‍👧‍👦", "|"), (.killWordBackward, "one two|", "one |"),
    (.killWordForward, "one| two", "one|"), (.killToSpace, "see x/y-z |now", "see |now"),
    (.killToLineEnd, "a|bc\nd", "a|\nd"), (.killToLineEnd, "a|\nd", "a|d"),
    (.killToLineStart, "a\nbc|d", "a\n|d"), (.killToLineStart, "a\n|d", "a|d"),
    (.cut, "a^bc|d", "a|d"), (.copy, "a^bc|d", "abc|d"), (.newline, "a|b", "a\n|b"),
    (.newline, "a^b|c", "a\n|c"), (.transpose, "ab|c", "acb|"), (.transpose, "abc|", "acb|"),
    (.transpose, "|abc", "|abc"), (.transpose, "a\n|b", "a\n|b"),
    (.transpose, "e\u{301}|x", "xe\u{301}|"),
  ])
  func performs(command: EditorCommand, before: String, after: String) {
    var editor = editor(before)
    editor.perform(command, in: area)
    #expect(shown(editor) == after)
  }

  @Test func typingReplacesTheSelection() {
    var editor = editor("a^bc|d")
    editor.insert("é")
    #expect(shown(editor) == "aé|d")
  }

  @Test func onlyTextComesIn() {
    var editor = TextEditor("one\r\ntwo\rthree", in: area)
    editor.insert("\u{1B}[31m\u{7F}\u{85}\u{0}x\ty")
    #expect(editor.text == "one\ntwo\nthree[31mx\ty")
  }

  @Test func aMarkThatJoinsItsNeighbourLeavesTheCursorOnABoundary() {
    var editor = TextEditor("\u{301}x", in: area)
    editor.perform(.textStart, in: area)
    editor.insert("e")
    #expect(shown(editor) == "e\u{301}|x")
  }

  @Test func motionsByRowsKeepTheirColumn() {
    var editor = editor("abcde|f\nx\nabcdef")
    editor.perform(.rowDown, in: area)
    #expect(shown(editor) == "abcdef\nx|\nabcdef")
    editor.perform(.rowDown, in: area)
    #expect(shown(editor) == "abcdef\nx\nabcde|f")
    editor.perform(.left, in: area)
    editor.perform(.rowUp, in: area)
    editor.perform(.rowUp, in: area)
    #expect(shown(editor) == "abcd|ef\nx\nabcdef")
  }

  @Test func killsInARowArePastedAsOne() {
    var editor = editor("one two| three four")
    for command in [EditorCommand.killWordBackward, .killToLineEnd, .textStart, .paste] {
      editor.perform(command, in: area)
    }
    #expect(shown(editor) == "two three four|one ")
  }

  @Test func aMotionEndsARowOfKills() {
    var editor = editor("one two|")
    for command in [EditorCommand.killWordBackward, .left, .killWordBackward, .paste] {
      editor.perform(command, in: area)
    }
    #expect(shown(editor) == "one| ")
    editor.perform(.pastePrevious, in: area)
    #expect(shown(editor) == "two| ")
    editor.perform(.pastePrevious, in: area)
    #expect(shown(editor) == "one| ")
    editor.perform(.left, in: area)
    editor.perform(.pastePrevious, in: area)
    #expect(shown(editor) == "on|e ")
  }

  @Test func selectingMotionsExtendAndPlainOnesDrop() {
    var editor = editor("one two|")
    editor.perform(.selectLeft, in: area)
    editor.perform(.selectWordLeft, in: area)
    #expect(shown(editor) == "one |two^")
    editor.perform(.left, in: area)
    #expect(editor.selection == nil)
  }

  @Test func replacingTheWholeTextIsOneStepAndKeepsThePlace() {
    var editor = editor("one |two three")
    editor.replaceText("one two 3")
    #expect(shown(editor) == "one |two 3")
    editor.perform(.undo, in: area)
    #expect(shown(editor) == "one |two three")
    editor.perform(.redo, in: area)
    #expect(shown(editor) == "one |two 3")
  }
}
