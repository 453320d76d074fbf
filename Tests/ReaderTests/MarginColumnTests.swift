import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct MarginColumnTests {
  private func note(_ name: String, rows: Int) -> [NoteRow] {
    (0..<rows).map { NoteRow("\(name)\($0)", .noteReason) }
  }

  private func line(_ row: Int) -> MarginColumn.Line {
    MarginColumn.Line(row: row, content: NoteRow("line\(row)", .noteLine))
  }

  private func texts(_ column: MarginColumn) -> [String] {
    column.rows.map { $0?.content.spans.map(\.text).joined() ?? "" }
  }

  @Test func aNoteStandsAtItsClaim() {
    let column = MarginColumn(
      height: 6, lines: [line(0), line(5)], opened: .init(row: 2, content: note("n", rows: 2)))
    #expect(texts(column) == ["line0", "", "n0", "n1", "", "line5"])
    #expect(column.rows[2]?.joint == .claim && column.rows[3]?.joint == .along)
  }

  @Test func aNoteThatWouldStickOutIsMovedUp() {
    let column = MarginColumn(
      height: 6, lines: [], opened: .init(row: 4, content: note("n", rows: 4)))
    #expect(texts(column) == ["", "", "n0", "n1", "n2", "n3"])
    #expect(column.rows[4]?.joint == .claim)
  }

  @Test func linesAfterTheNoteArePushedDown() {
    let column = MarginColumn(
      height: 6, lines: [line(1), line(2)],
      opened: .init(row: 1, content: note("n", rows: 3)))
    #expect(texts(column) == ["", "n0", "n1", "n2", "line1", "line2"])
  }

  @Test func linesBeforeTheNoteArePushedUpByIt() {
    let column = MarginColumn(
      height: 6, lines: [line(3), line(4)], opened: .init(row: 5, content: note("n", rows: 3)))
    #expect(texts(column) == ["", "line3", "line4", "n0", "n1", "n2"])
  }

  @Test func aNoteOfAClaimAboveThePageEndsInSight() {
    let column = MarginColumn(
      height: 4, lines: [line(1)], opened: .init(row: -2, content: note("n", rows: 4)))
    #expect(texts(column) == ["n2", "n3", "line1", ""])
  }

  @Test func noRowsAreNoTrap() {
    for height in -1...1 {
      let column = MarginColumn(
        height: height, lines: [line(0), line(7)],
        opened: .init(row: 0, content: note("n", rows: 3)))
      #expect(column.rows.count == max(0, height))
    }
  }

  /// Nothing overlaps, nothing changes places, and nothing is left out while there is room.
  @Test(arguments: Soak.seeds(300))
  func notesNeverOverlap(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let height = Int.random(in: 1...30, using: &generator)
    let lines = (0..<Int.random(in: 0...12, using: &generator))
      .map { _ in Int.random(in: 0..<height, using: &generator) }.sorted().enumerated()
      .map { MarginColumn.Line(row: $1, content: NoteRow("line \($0)", .noteLine)) }
    let count = Int.random(in: 1...12, using: &generator)
    let row = Int.random(in: (-4)..<height, using: &generator)
    let content = note("note ", rows: count)
    let shown = texts(
      MarginColumn(height: height, lines: lines, opened: .init(row: row, content: content)))
    #expect(shown.count == height)

    let places = content.indices.compactMap { shown.firstIndex(of: "note \($0)") }
    #expect(places == Array((places.first ?? 0)..<((places.first ?? 0) + places.count)))
    if row >= 0 {
      #expect(places.count == min(count, height), "the focused note is whole where it fits")
    }
    let order = lines.indices.compactMap { shown.firstIndex(of: "line \($0)") }
    #expect(order == order.sorted() && Set(order).count == order.count)
    #expect(shown.count { !$0.isEmpty } == places.count + order.count)
    if order.count < lines.count {
      let before = lines.filter { $0.row < row }.count
      let isFullAbove = before > (places.first ?? 0)
      let isFullBelow = lines.count - before > height - (places.last ?? -1) - 1
      #expect(isFullAbove || isFullBelow, "a line was left out although there was room: \(shown)")
    }
  }

  /// The whole margin: every claim on the page has a line or the opened note, in the text's order.
  @Test(arguments: [(80, 24), (132, 43), (60, 12), (200, 60), (100, 14)])
  func theFocusedNoteIsWholeWhereItFits(columns: Int, rows: Int) throws {
    var model = try ReaderFixtures.model(
      Size(columns: columns, rows: rows), packs: [ReaderFixtures.pack])
    for _ in 0..<12 {
      _ = model.press(keys: "]")
      let geometry = model.geometry
      let column = model.marginColumn(beside: model.pageRows(), geometry: geometry)
      let note = model.focusedNoteRows(columns: geometry.margin.count, height: geometry.page.count)
      let shown = column.rows.filter { $0?.joint != MarginColumn.Joint.none && $0 != nil }
        .compactMap { $0?.content }
      #expect(note.count <= geometry.page.count)
      #expect(shown == note)
      #expect(column.rows.count { $0?.joint == .claim } == 1)
    }
  }

  /// The head of a note once scrolled away with its claim, and nothing said which one it was about.
  @Test func theEndOfANoteSaysWhereItsClaimIs() throws {
    var model = try ReaderFixtures.model(packs: [ReaderFixtures.pack])
    let index = try #require(model.reading?.marking.claims.firstIndex { $0.standing == .pack })
    model.focusClaim(number: index + 1)
    var seen = 0
    for _ in 0..<30 {
      _ = model.press(keys: "j")
      guard let cursor = model.reading?.cursor, !model.isOnPage(cursor) else { continue }
      let geometry = model.geometry
      let column = model.marginColumn(beside: model.pageRows(), geometry: geometry)
      #expect(column.rows[0]?.content.spans.map(\.text).joined() == "\(index + 1)")
      #expect(column.rows[0]?.joint == .above)
      seen += 1
    }
    #expect(seen > 3)
  }
}
