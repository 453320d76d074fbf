import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Notes between the lines.
@Suite struct NoteBelowTests {
  private static let sizes = [(40, 12), (40, 16), (59, 12), (80, 24)].map(Size.init(columns:rows:))

  private func model(_ size: Size) throws -> Model {
    var model = try ReaderFixtures.model(size, packs: [ReaderFixtures.pack])
    _ = model.press(keys: ":")
    model.type("layout below\n")
    #expect(model.geometry.notes == .below)
    return model
  }

  private func notes(_ model: Model) -> [NoteRow] {
    model.pageRows().compactMap { row in
      if case .note(let note) = row { return note }
      return nil
    }
  }

  /// The keys once acted on a counterargument that stood below the page, or above it.
  @Test(arguments: sizes) func theChosenOneIsOnThePage(size: Size) throws {
    for claim in 1...6 {
      for scrolled in [0, 3, 6, 12] {
        for direction in ["j", "k"] {
          var model = try model(size)
          for _ in 0..<claim { _ = model.press(keys: "]") }
          for _ in 0..<scrolled { _ = model.press(keys: direction) }
          _ = model.press(keys: "Tab")
          let count = model.focusedNote?.counterarguments.count ?? 0
          for step in 0...(count + 1) {
            let chosen = model.reading?.chosen
            let shown = notes(model)
            let place = "claim \(claim), \(scrolled) \(direction), step \(step)"
            #expect(!shown.isEmpty, "\(place)")
            if count > 0 {
              #expect(shown.contains { $0.counterargument == chosen }, "\(place)")
            }
            let whole = model.focusedNoteRows(
              columns: model.geometry.text.count - 2,
              height: max(3, model.geometry.page.count * 2 / 3))
            #expect(shown == whole, "\(place)")
            _ = model.press(keys: step % 2 == 0 ? "Enter j" : "j")
          }
        }
      }
    }
  }

  /// The note of the claim that is focused at the beginning once stood below the first page.
  @Test func theFirstNoteIsSeenWhereItFits() throws {
    for rows in 12...30 {
      let model = try ReaderFixtures.model(Size(columns: 40, rows: rows))
      let cursor = try #require(model.reading?.cursor)
      let height = model.geometry.page.count
      let note = model.focusedNoteRows(
        columns: model.geometry.text.count - 2, height: max(3, height * 2 / 3))
      let page = model.pageRows()
      let claim = page.count { $0.passage.map(cursor.overlaps) ?? false }
      #expect(model.isOnPage(cursor), "\(rows) rows")
      if claim + note.count <= height { #expect(notes(model) == note, "\(rows) rows") }
    }
  }

  @Test func aSmallerScreenKeepsTheWalkedNoteInSight() throws {
    for size in [Size(columns: 40, rows: 12), Size(columns: 59, rows: 14)] {
      var model = try ReaderFixtures.model(
        Size(columns: 132, rows: 43), packs: [ReaderFixtures.pack])
      _ = model.press(keys: "] ] ] Tab")
      let before = model.firstByteShown
      _ = model.update(.resized(size), at: .zero)
      #expect(!notes(model).isEmpty)
      _ = model.update(.resized(Size(columns: 132, rows: 43)), at: .zero)
      #expect(model.firstByteShown == before)
    }
  }
}
