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
}
