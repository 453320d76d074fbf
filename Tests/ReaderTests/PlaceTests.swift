import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// The place in the text, and what has the focus, survive whatever is not a wish to move.
@Suite struct PlaceTests {
  private static let sizes = [(80, 24), (40, 12), (132, 43), (60, 20), (99, 31), (100, 30)]
    .map(Size.init(columns:rows:))

  @Test(arguments: Soak.seeds(40))
  func aSizeThatComesBackBringsBackTheFirstByte(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let first = Self.sizes[seed % Self.sizes.count]
    var model = try ReaderFixtures.model(first)
    let layout = NoteLayout.allCases[seed / Self.sizes.count % NoteLayout.allCases.count]
    for _ in 0..<NoteLayout.allCases.count where model.notes != layout {
      _ = model.press(keys: "W")
    }
    let moves = ["j", "Space", "^D", "]", ")", "}", "k", "["]
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      _ = model.press(keys: moves.randomElement(using: &generator) ?? "j")
    }
    let byte = model.firstByteShown
    let cursor = model.reading?.cursor
    var sizes: [Size] = []
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      sizes.append(
        Size(
          columns: Int.random(in: 1...200, using: &generator),
          rows: Int.random(in: 1...60, using: &generator)))
    }
    for size in sizes + [first] { _ = model.update(.resized(size), at: .zero) }
    #expect(model.firstByteShown == byte, "\(first), \(layout), by way of \(sizes)")
    #expect(model.reading?.cursor == cursor)
  }

  /// Two sizes that give the page one shape, one after the other, on the way.
  @Test func aPageThatMadeWayIsNotTakenForThePlace() throws {
    for moves in 0..<24 {
      var model = try ReaderFixtures.model(Size(columns: 60, rows: 20))
      _ = model.press(keys: "W W ]")
      for _ in 0..<moves { _ = model.press(keys: "j") }
      let byte = model.firstByteShown
      for (columns, rows) in [(155, 59), (163, 30), (120, 30), (43, 42), (60, 20)] {
        _ = model.update(.resized(Size(columns: columns, rows: rows)), at: .zero)
      }
      #expect(model.firstByteShown == byte, "after \(moves) rows")
    }
  }

  /// Wherever it fits, the row that was first stays the row that holds the same byte.
  @Test(arguments: Soak.seeds(30))
  func theFirstByteStaysInTheFirstRow(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    var model = try ReaderFixtures.model(Size(columns: 40, rows: 12))
    _ = model.press(keys: "W W W")
    for _ in 0..<Int.random(in: 4...20, using: &generator) { _ = model.press(keys: "j") }
    guard let byte = model.firstByteShown else { return }
    let size = Size(columns: Int.random(in: 40...80, using: &generator), rows: 12)
    _ = model.update(.resized(size), at: .zero)
    let row = try #require(model.pageRows().lazy.compactMap(\.passage).first)
    #expect(row.contains(byte) || model.isAtEnd, "\(size): \(row) instead of \(byte)")
  }

  @Test(arguments: Self.sizes)
  func aComposerThatClosesLeavesThePageAsItWas(size: Size) throws {
    for moves in ["]", "] ]", "] ] ]", "] Space", "] j j", ") ) )", "G", "] ] ] ] ] k"] {
      var model = try ReaderFixtures.model(size)
      _ = model.press(keys: moves)
      let top = model.reading?.top
      _ = model.press(keys: "c")
      #expect(model.mode == .composing)
      _ = model.press(keys: "Esc")
      #expect(model.reading?.top == top, "after \(moves) at \(size)")
    }
  }

  @Test(arguments: Self.sizes)
  func theFocusedClaimStaysInSight(size: Size) throws {
    for other in Self.sizes {
      var model = try ReaderFixtures.model(size)
      _ = model.press(keys: "] ] ]")
      let cursor = try #require(model.reading?.cursor)
      #expect(model.isOnPage(cursor))
      _ = model.update(.resized(other), at: .zero)
      #expect(model.reading?.cursor == cursor)
      #expect(model.isOnPage(cursor), "from \(size) to \(other)")
    }
  }

  /// What is shown on top, and what has the focus, do not depend on help, library, prompts and
  /// answers from outside.
  @Test(arguments: [
    "? Esc", "? Down Down Esc", "L Esc", ": Esc", "/ Esc", "t Esc", "v Esc", "V ) Esc", "Tab Tab",
    "W W W W", "z z", "^L", "5 Esc", "^O Esc",
  ])
  func lookingElsewhereMovesNothing(keys: String) throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] ] z")
    let rows = model.pageRows()
    let cursor = model.reading?.cursor
    _ = model.press(keys: keys)
    #expect(model.mode == .reading)
    #expect(model.pageRows() == rows)
    #expect(model.reading?.cursor == cursor)
  }

  /// With notes between the lines, closing one and opening another moves nothing above them, unless
  /// the new one would stick out below: then its last row becomes the page's.
  @Test(arguments: Soak.seeds(12))
  func aSentenceThatIsInSightIsFocusedWithoutAJump(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    var model = try ReaderFixtures.model(Size(columns: 40, rows: 12 + seed % 12))
    for _ in 0..<25 {
      let scroll = ["j", "j", "k", "j j j"].randomElement(using: &generator) ?? "j"
      for _ in 0..<Int.random(in: 0...4, using: &generator) { _ = model.press(keys: scroll) }
      let key = [")", "(", "]", "["].randomElement(using: &generator) ?? ")"
      let before = model
      _ = model.press(keys: key)
      guard let cursor = model.reading?.cursor, before.reading?.cursor != cursor else { continue }
      let shown = before.pageRows().compactMap(\.passage)
      guard let first = shown.first, let last = shown.last, first.start <= cursor.start,
        cursor.end <= last.end
      else { continue }
      let endsWithNote = if case .note = model.pageRows().last { true } else { false }
      #expect(
        model.firstByteShown == first.start || model.isAtEnd || endsWithNote,
        "\(key) with \(cursor) in sight")
    }
  }

  /// Answers that arrive late make the note longer, and move nothing above it.
  @Test(arguments: 0..<12)
  func lateQuestionsDoNotMoveThePage(rows: Int) throws {
    var model = try ReaderFixtures.model(Size(columns: 40, rows: 12))
    _ = model.press(keys: "]")
    for _ in 0..<rows { _ = model.press(keys: "j") }
    let byte = model.firstByteShown
    let claims = model.reading?.marking.claims.map(\.passage) ?? []
    let longer = claims.map { passage in
      var examination = ReaderFixtures.examination(of: Passage(start: 3, end: 4))
      examination.passage = passage
      return examination
    }
    _ = model.update(.examined(longer, request: model.request), at: .zero)
    #expect(model.firstByteShown == byte)
  }

  /// A detector that is heard late, or again, does not take the focus away.
  @Test func newFindingsLeaveTheFocusAlone() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] ] ]")
    let cursor = model.reading?.cursor
    let essay = ReaderFixtures.essay()
    _ = model.update(
      .assessed(
        ReaderFixtures.sentences(of: essay), examinations: [], isWhole: true, request: model.request
      ),
      at: .zero)
    _ = model.update(.recorded([], essay: 1), at: .zero)
    #expect(model.reading?.cursor == cursor)
    #expect(cursor != nil)
  }

  /// The last visit's focus is found again although records arrive before the sentences do.
  @Test func theLastFocusComesBackWithRecordsInPlace() throws {
    var before = try ReaderFixtures.model()
    _ = before.press(keys: "a ] ]")
    let focus = try #require(before.reading?.cursor)
    let reading = try #require(before.reading)

    let essay = ReaderFixtures.essay()
    let place = ReadingPlace(
      top: reading.topOffset, focus: focus.start, furthest: reading.furthest, seen: .zero)
    var model = Model(
      size: before.size, keyMap: before.keyMap, seed: 2,
      essay: essay, place: place)
    _ = model.start(at: .zero)
    let loaded = LoadedEssay(
      essay: essay, annotations: Array(reading.annotations.values), resolved: reading.resolved,
      place: place)
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    _ = model.update(
      .assessed(
        ReaderFixtures.sentences(of: essay), examinations: [], isWhole: true, request: model.request
      ),
      at: .zero)
    #expect(model.reading?.cursor == focus)
  }

  /// The margin's cards once jumped by two rows with every prompt, and back.
  @Test(arguments: [(80, 24), (100, 30), (132, 43), (40, 12), (40, 30)])
  func aPromptLeavesTheNotesWhereTheyAre(columns: Int, height: Int) throws {
    for layout in 0..<NoteLayout.allCases.count {
      for (before, keys) in [
        ("] ]", ["t", ":", "/", "v", "V"]), ("] ] Tab", [":", "/"]), ("] ] Tab j", [":"]),
        ("] )", [":", "v"]),
      ] {
        for key in keys {
          var model = try ReaderFixtures.model(
            Size(columns: columns, rows: height), packs: [ReaderFixtures.pack])
          for _ in 0..<layout { _ = model.press(keys: "W") }
          _ = model.press(keys: before)
          let notes = noteTexts(model)
          _ = model.press(keys: key)
          #expect(model.mode == .prompt || model.mode == .selecting)
          let context = "\(columns)x\(height), layout \(layout), \(key) after \(before)"
          #expect(noteTexts(model) == notes, "\(context)")
        }
      }
    }
  }

  /// The page's rows as far as they are no hints, which are other ones in another mode.
  private func noteTexts(_ model: Model) -> [String] {
    let screen = model.view()
    let hint = Style.noteHint.id
    return (0..<model.geometry.page.count).map { row in
      let glyphs = screen.row(row).map { $0.style == hint ? " " : $0.glyph.string }
      return String(glyphs.joined().reversed().drop { " │".contains($0) }.reversed())
    }
  }

  /// An essay that was left at one size once came back at another with its claim, or the claim's notes,
  /// off the screen.
  @Test(arguments: Self.sizes)
  func theLastFocusComesBackWithItsNote(size: Size) throws {
    for left in Self.sizes {
      for moves in ["]", "] ] ]", "] ] ] j j", "G [", "] ] ] z"] {
        var before = try ReaderFixtures.model(left)
        _ = before.press(keys: moves)
        let cursor = try #require(before.reading?.cursor)
        guard before.isOnPage(cursor) else { continue }
        let model = try again(before, size: size)
        let context = "from \(left) to \(size) after \(moves)"
        #expect(model.reading?.cursor == cursor, "\(context)")
        #expect(model.isOnPage(cursor), "\(context)")
        let heading = noteHeading(of: model)
        let screen = model.view()
        let isShown = (0..<model.geometry.page.count).contains { row in
          screen.row(row).map(\.glyph.string).joined().contains(heading)
        }
        #expect(isShown, "\(context): no \(heading)")
      }
    }
  }

  /// At the size that it was left at the page is as it was, even where the reader had scrolled away from
  /// what has the focus.
  @Test(arguments: Self.sizes)
  func theLastPageComesBackAtTheSameSize(size: Size) throws {
    for moves in ["] ]", "] ] ] z", "] Space", "] Space Space j", "G"] {
      var before = try ReaderFixtures.model(size)
      _ = before.press(keys: moves)
      let model = try again(before, size: size)
      if geometryIsBeside(model) || moves.contains("Space") || moves == "G" {
        #expect(model.firstByteShown == before.firstByteShown, "\(size) after \(moves)")
      }
    }
  }

  private func geometryIsBeside(_ model: Model) -> Bool { model.geometry.notes == .margin }

  private func noteHeading(of model: Model) -> String {
    let number = (model.reading?.focusedClaim ?? 0) + 1
    return "\(number) \(model.focusedClaim?.role == .thesis ? "Thesis" : "Claim") of"
  }

  /// The next session, with the place that this one notes when it ends.
  private func again(_ before: Model, size: Size) throws -> Model {
    var old = before
    let effects = old.update(.signalled(.terminate), at: Timestamp(milliseconds: 2_000))
    let place = try #require(
      effects.lazy.compactMap { effect -> ReadingPlace? in
        if case .recordPlace(let place, _) = effect { place } else { nil }
      }.first)
    let essay = ReaderFixtures.essay()
    var model = Model(size: size, keyMap: .standard, seed: 2, essay: essay, place: place)
    _ = model.start(at: .zero)
    _ = model.update(
      .loaded(LoadedEssay(essay: essay, place: place), request: model.request), at: .zero)
    _ = model.update(
      .assessed(
        ReaderFixtures.sentences(of: essay), examinations: [], isWhole: true, request: model.request
      ), at: .zero)
    let passages = model.reading?.marking.claims.map(\.passage) ?? []
    _ = model.update(
      .examined(passages.map(ReaderFixtures.examination(of:)), request: model.request), at: .zero)
    return model
  }
}
