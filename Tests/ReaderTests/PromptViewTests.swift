import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct PromptViewTests {
  private func row(_ model: Model) -> String {
    model.view().row(model.size.rows - 1).filter { $0.width > 0 }.map(\.glyph.string).joined()
  }

  /// Drawing once measured the whole line again for every character that it left out, so that a
  /// pasted page stopped the program for seconds and a pasted essay for good.
  @Test func aPastedEssayIsDrawnAtOnce() throws {
    var model = try ReaderFixtures.model(Size(columns: 40, rows: 12))
    _ = model.press(keys: ":")
    _ = model.update(.pasted(String(repeating: "lamps 雪国 ", count: 4_000) + "END"), at: .zero)
    #expect(row(model).hasSuffix("lamps 雪国 END  "))
    #expect(model.view().cursor == Position(row: 11, column: 38))
    _ = model.press(keys: "^A")
    #expect(row(model).hasPrefix(" :lamps 雪国 lamps"))
    #expect(model.view().cursor == Position(row: 11, column: 2))
  }

  @Test(arguments: ["abc", "雪国の夜", "cafe\u{301} 👩‍👩‍👧 a\tb"])
  func theCursorStaysOnTheLine(text: String) throws {
    for columns in 40...46 {
      var model = try ReaderFixtures.model(Size(columns: columns, rows: 12))
      _ = model.press(keys: ":")
      for _ in 0..<20 {
        model.type(text)
        let cursor = try #require(model.view().cursor)
        #expect(cursor.row == 11 && cursor.column < columns)
      }
    }
  }

  /// At 40x12 the prompt once broke off after "e", and nobody could know of "premise" and "other".
  @Test(arguments: 40...80) func everyChoiceOfRetypingIsNamed(columns: Int) throws {
    var model = try ReaderFixtures.model(Size(columns: columns, rows: 12))
    _ = model.press(keys: "] t")
    let shown = row(model)
    for choice in RetypeChoice.allCases {
      #expect(shown.lowercased().contains("\(choice)"), "\(shown)")
    }
    _ = model.press(keys: "E")
    #expect(model.mode == .reading && model.notice?.isError != true)
    #expect(model.reading?.marking.premises.isEmpty == false)
  }

  @Test func whatWasTypedBeforeComesBack() throws {
    var model = try ReaderFixtures.model()
    for line in ["layout below", "layout panel", "layout below"] {
      _ = model.press(keys: ":")
      model.type(line + "\n")
    }
    _ = model.press(keys: "/")
    model.type("lamps\n")
    _ = model.press(keys: ": x Up")
    #expect(model.prompt?.editor.text == "x", "nothing begins so")
    _ = model.press(keys: "^U Up")
    #expect(model.prompt?.editor.text == "layout below")
    _ = model.press(keys: "^A Up")
    #expect(model.prompt?.editor.text == "layout panel", "a motion changes no line")
    _ = model.press(keys: "Up")
    #expect(model.prompt?.editor.text == "layout panel", "it was typed twice and is kept once")
    _ = model.press(keys: "Down Down Down")
    #expect(model.prompt?.editor.text == "")
    _ = model.press(keys: "Esc / Up")
    #expect(model.prompt?.editor.text == "lamps", "words searched for are kept apart")
    _ = model.press(keys: "Enter")
    #expect(model.mode == .reading)
  }
}
