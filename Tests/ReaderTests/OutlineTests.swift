import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct OutlineTests {
  /// A model that shows the outline, once it is known.
  private func opened(_ model: inout Model) throws {
    let effects = model.press(keys: "o")
    try answer(effects, &model)
  }

  private func answer(_ effects: [Effect], _ model: inout Model) throws {
    for effect in effects {
      guard case .outline(let marking, _, let request, let revision) = effect else { continue }
      _ = model.update(
        .outlined(ReaderFixtures.outline(of: marking), request: request, revision: revision),
        at: .zero)
    }
  }

  @Test func opensWhereTheReaderIs() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] ]")
    let cursor = try #require(model.reading?.cursor)
    try opened(&model)
    #expect(model.mode == .outline)
    #expect(model.outline.chosenStatement?.passage == cursor)
    #expect(!model.awaitsResults)
  }

  @Test func enterGoesToTheChosenOneAndEscapeChangesNothing() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "]")
    let cursor = model.reading?.cursor
    try opened(&model)
    for keys in ["Esc", "o", "q"] {
      var copy = model
      _ = copy.press(keys: "j j " + keys)
      #expect(copy.mode == .reading && copy.reading?.cursor == cursor)
    }
    _ = model.press(keys: "G")
    let last = try #require(model.outline.chosenStatement)
    _ = model.press(keys: "Enter")
    #expect(model.mode == .reading && model.reading?.cursor == last.passage)
  }

  @Test func bracketsStepOverPremises() throws {
    var model = try ReaderFixtures.model()
    try opened(&model)
    _ = model.press(keys: "g")
    var claims = 0
    var before = -1
    while model.outline.chosen != before {
      #expect(model.outline.chosenStatement?.claim != nil)
      claims += 1
      before = model.outline.chosen
      _ = model.press(keys: "]")
    }
    #expect(claims == model.reading?.marking.claims.count)
    _ = model.press(keys: "9 9 [")
    #expect(model.outline.chosen == 0)
  }

  @Test func isAskedForOnceForEveryStateOfTheMarking() throws {
    var model = try ReaderFixtures.model()
    func count(_ effects: [Effect]) -> Int {
      effects.count { if case .outline = $0 { true } else { false } }
    }
    #expect(count(model.press(keys: "] j")) == 0)
    let first = model.press(keys: "o")
    #expect(count(first) == 1 && model.awaitsResults)
    #expect(count(model.press(keys: "j k Esc o")) == 0)
    try answer(first, &model)
    #expect(!model.awaitsResults)
    #expect(count(model.press(keys: "Esc o")) == 0)
    // The marking changes, so what is known is out of date.
    _ = model.press(keys: "Esc x")
    let second = model.press(keys: "o")
    #expect(count(second) == 1)
    let statements = model.outline.outline.statements.count
    try answer(first, &model)
    #expect(model.outline.outline.statements.count == statements, "an answer that is out of date")
    try answer(second, &model)
    #expect(model.outline.source == model.outlineSource)
  }

  @Test func anEssayWithoutClaimsHasNone() throws {
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1,
      essay: ReaderFixtures.essay())
    _ = model.start(at: .zero)
    _ = model.press(keys: "o")
    #expect(model.mode == .reading && model.notice?.text == Phrase.looking)
    _ = model.update(
      .assessed([], examinations: [], isWhole: true, request: model.request), at: .zero)
    _ = model.press(keys: "o")
    #expect(model.mode == .reading && model.notice?.text == Phrase.noClaims(model.key))
  }

  /// Only what is shown is looked at: the rows around the chosen one, wherever it is.
  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)])
  func theChosenOneIsAlwaysInFullView(_ size: Size) throws {
    var model = try ReaderFixtures.model(size)
    try opened(&model)
    _ = model.press(keys: "g")
    for _ in model.outline.rows {
      let rows = (0..<size.rows).filter { row in
        (0..<size.columns).contains { column in
          model.view()[row, column].style == Style.listSelected.id
        }
      }
      #expect(!rows.isEmpty && rows == Array(rows[0]...rows[rows.count - 1]))
      #expect(rows.allSatisfy { (2..<(size.rows - 1)).contains($0) })
      _ = model.press(keys: "j")
    }
  }

  /// At 40x12 "what supports what, and how…" and "9 claims, 5…" once stood there.
  @Test(arguments: [40, 41, 60, 80]) func whatIsSaidOfItIsSaidInFull(columns: Int) throws {
    var model = try ReaderFixtures.model(Size(columns: columns, rows: 12))
    try opened(&model)
    let view = model.view()
    for row in [0, 11] {
      let text = view.row(row).filter { $0.width > 0 }.map(\.glyph.string).joined()
      #expect(!text.contains("…"), "\(text)")
      #expect(text.contains(row == 0 ? "what supports what" : "claims"), "\(text)")
    }
  }
}
