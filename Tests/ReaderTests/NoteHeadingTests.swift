import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Attack and origin are always visible.
@Suite struct NoteHeadingTests {
  private func text(_ counterargument: Counterargument, columns: Int, chosen: Int? = nil) -> String
  {
    let claim = Claim(
      passage: Passage(start: 0, end: 9), role: .claim, kind: .fact, confidence: 1,
      standing: .detected)
    let note = Note(
      number: 1, claim: claim, reasons: [], counterarguments: [counterargument], remarks: [],
      likeness: 1,
      isExamined: true, marginKey: "Tab")
    let rows = note.rows(
      columns: columns, folding: .lines, focus: .init(chosen: chosen), hints: "")
    return rows.filter { $0.counterargument == 0 }.flatMap(\.spans).map(\.text)
      .joined(separator: " ")
  }

  /// "? Practical reasoning…" once hid the cue that the question goes back to.
  @Test(arguments: 22...60) func aQuestionKeepsItsCue(columns: Int) {
    let question = Counterargument(
      id: "q", text: "Is there another way?", attack: .question,
      origin: Origin(kind: .scheme, label: "Practical reasoning", detail: "in order to"))
    let shown = text(question, columns: columns)
    #expect(shown.hasPrefix("? Practical reasoning (“in order to”)"), "\(shown)")
  }

  /// "· rebuttal · pack:…" once hid which pack it was.
  @Test(arguments: 22...60) func aPackKeepsItsTitle(columns: Int) {
    let answer = Counterargument(
      id: "p", text: "Not so.", attack: .undermining,
      origin: Origin(kind: .pack, label: "Answers to the lamps", detail: "The Lamplighters"))
    let shown = text(answer, columns: columns)
    #expect(shown.hasPrefix("· undermining · pack: Answers to the lamps"), "\(shown)")
    #expect(!shown.contains("Lamplighters"))
    #expect(text(answer, columns: columns, chosen: 0).contains("Lamplighters"))
  }

  /// Enter once changed nothing to be seen while one's own counterargument was chosen.
  @Test func anUnfoldedOneLooksUnfoldedWhileItIsChosen() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] c")
    model.type("Not so.")
    _ = model.press(keys: "Esc Tab")
    let folded = model.view()
    _ = model.press(keys: "Enter")
    #expect(model.view() != folded)
    _ = model.press(keys: "Enter")
    #expect(model.view() == folded)
  }
}
