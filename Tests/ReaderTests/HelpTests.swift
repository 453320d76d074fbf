import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct HelpTests {
  /// Scrolling past the end was once remembered, so that the way back took as many keys again.
  @Test(arguments: [(40, 12), (80, 24), (200, 60)])
  func scrollingStopsAtTheEnd(columns: Int, rows: Int) throws {
    var model = try ReaderFixtures.model(Size(columns: columns, rows: rows))
    _ = model.press(keys: "?")
    for _ in 0..<60 { _ = model.press(keys: "Down") }
    let end = model.view()
    _ = model.press(keys: "Up")
    #expect(model.view() != end)
    for _ in 0..<60 { _ = model.press(keys: "Up") }
    #expect(model.help.scroll == 0)
  }

  /// Of a command with many keys only those that fitted one row were named.
  @Test(arguments: [36, 76]) func everyKeyIsNamed(columns: Int) throws {
    let model = try ReaderFixtures.model()
    let named = model.helpRows(columns: columns).flatMap { row in
      row.filter { $0.style == .listKey }.flatMap { $0.text.split(separator: " ") }
    }
    for entry in model.keyMap.entries {
      for key in entry.keys.flatMap({ $0.notation.split(separator: " ") }) {
        #expect(named.contains(key), "\(key) of \(entry.name)")
      }
    }
  }

  @Test func noRowIsWiderThanItsRoom() throws {
    let model = try ReaderFixtures.model()
    for columns in [36, 56, 76] {
      for row in model.helpRows(columns: columns) {
        #expect(DisplayWidth.columns(of: row.map(\.text).joined()) <= columns)
      }
    }
  }
}
