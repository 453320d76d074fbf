import Reader
import RejoinderCore
import Testing

@Suite struct EditorLineTests {
  @Test func holdsOneLine() {
    var line = LineEditor("one\ntwo")
    line.insert("\tx")
    line.paste("\r\ny")
    line.perform(.newline)
    #expect(line.text == "one two x y")
  }

  @Test func editsLikeAShell() {
    var line = LineEditor("write file.md")
    line.perform(.killWordBackward)
    line.perform(.lineStart)
    line.insert(":")
    #expect(line.text == ":write file.")
    #expect(line.textBeforeCursor == ":")
    line.perform(.undo)
    line.perform(.undo)
    #expect(line.text == "write file.md")
    line.replaceText("copy")
    #expect(line.textBeforeCursor == "copy")
  }

  @Test func showsThePieceAroundTheCursor() {
    var line = LineEditor("abcdefghij")
    #expect(line.visible(columns: 20) == ("abcdefghij", 10))
    #expect(line.visible(columns: 11) == ("abcdefghij", 10))
    #expect(line.visible(columns: 5) == ("ghij", 4))
    line.perform(.left)
    line.perform(.left)
    #expect(line.visible(columns: 5) == ("efghi", 4))
    line.perform(.lineStart)
    #expect(line.visible(columns: 5) == ("abcde", 0))
    #expect(line.visible(columns: 0) == ("a", 0))
  }

  @Test(arguments: 0..<100)
  func theCursorIsInsideAtAnyWidth(seed: Int) {
    var generator = SplitMix64(seed: seed)
    var line = LineEditor(HardText.make(20, using: &generator))
    for _ in 0..<30 {
      if let command = EditorCommand.allCases.randomElement(using: &generator) {
        line.perform(command)
      }
      let columns = Int.random(in: 1...12, using: &generator)
      #expect((0..<columns).contains(line.visible(columns: columns).cursor))
    }
  }
}
