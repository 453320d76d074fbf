import Reader
import RejoinderCore
import TerminalKit
import Testing

@Suite struct EditorLayoutTests {
  private func rows(_ editor: TextEditor, _ area: Size) -> [String] {
    editor.view(in: area).rows.map(editor.string)
  }

  @Test func showsTheRowsAroundTheCursor() {
    let area = Size(columns: 10, rows: 2)
    var editor = TextEditor("one two three four five six", in: area)
    #expect(rows(editor, area) == ["three four", "five six"])
    #expect(editor.view(in: area).cursor == Position(row: 1, column: 8))
    editor.perform(.textStart, in: area)
    #expect(rows(editor, area) == ["one two", "three four"])
    #expect(editor.view(in: area).cursor == Position(row: 0, column: 0))
    #expect(editor.view(in: area).totalRows == 3)
  }

  @Test func scrollsNoFurtherThanNeeded() {
    let area = Size(columns: 10, rows: 3)
    var editor = TextEditor("1\n2\n3\n4\n5", in: area)
    var tops: [Int] = []
    for command in [EditorCommand.rowUp, .rowUp, .rowUp, .rowDown, .textEnd] {
      editor.perform(command, in: area)
      tops.append(editor.view(in: area).rowsAbove)
    }
    #expect(tops == [2, 2, 1, 1, 2])
  }

  @Test func aLineFeedAtTheEndOpensARow() {
    let area = Size(columns: 10, rows: 3)
    let editor = TextEditor("one\n", in: area)
    #expect(rows(editor, area) == ["one", ""])
    #expect(editor.view(in: area).cursor == Position(row: 1, column: 0))
  }

  @Test func theCursorStandsBehindSpacesJustTyped() {
    let area = Size(columns: 6, rows: 3)
    var editor = TextEditor("ab", in: area)
    editor.insert("  ")
    #expect(editor.view(in: area).cursor == Position(row: 0, column: 4))
    editor.insert("      ")
    #expect(editor.view(in: area).cursor == Position(row: 0, column: 6))
  }

  @Test func theCursorKeepsItsHeightWhenTheWidthChanges() {
    let wide = Size(columns: 20, rows: 5)
    let narrow = Size(columns: 10, rows: 5)
    var editor = TextEditor(String(repeating: "one two three ", count: 12), in: wide)
    for _ in 0..<6 { editor.perform(.rowUp, in: wide) }
    let before = editor.view(in: wide)
    editor.fit(narrow)
    let after = editor.view(in: narrow)
    #expect(before.rowsAbove != after.rowsAbove)
    #expect(before.cursor.row == after.cursor.row)
  }

  @Test(arguments: 0..<300)
  func rowsThatFollowEditsAreThoseOfAFreshLayout(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let all = Int.max / 4
    var area = Size(columns: Int.random(in: 1...16, using: &generator), rows: all)
    var editor = TextEditor(HardText.make(40, using: &generator), in: area)
    for _ in 0..<60 {
      if Int.random(in: 0..<20, using: &generator) == 0 {
        area.columns = Int.random(in: 1...16, using: &generator)
      }
      editor.performRandomly(in: area, history: true, using: &generator)
      let fresh = TextEditor(editor.text, in: area)
      #expect(fresh.utf8 == editor.utf8)
      #expect(editor.view(in: area).rows == fresh.view(in: area).rows)
      #expect(editor.wordCount == fresh.wordCount)
    }
  }

  @Test(arguments: 0..<200)
  func cursorAndSelectionStayOnBoundariesAndTheCursorInSight(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let area = Size(
      columns: Int.random(in: 0...12, using: &generator),
      rows: Int.random(in: 0...5, using: &generator))
    var editor = TextEditor(HardText.make(30, using: &generator), in: area)
    for _ in 0..<60 {
      editor.performRandomly(in: area, history: true, using: &generator)
      let boundaries = Set(characterBoundaries(of: editor.text))
      #expect(boundaries.contains(editor.cursor))
      if let selection = editor.selection {
        #expect(boundaries.contains(selection.start) && boundaries.contains(selection.end))
      }
      let view = editor.view(in: area)
      #expect((0..<max(1, area.rows)).contains(view.cursor.row))
      #expect((0...max(1, area.columns)).contains(view.cursor.column))
    }
  }
}
