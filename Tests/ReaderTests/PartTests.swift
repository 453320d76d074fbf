import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// A text that is read in parts: going on from one to the next.
@Suite struct PartTests {
  private func essay(_ number: Int, of count: Int = 3) -> Essay {
    let words = (0..<60).map { "Paragraph \($0) of part \(number) of the long text." }
    var essay = Essay(
      metadata: EssayMetadata(
        title: "Long", source: EssaySource(part: number, of: "/essays/long.txt")),
      text: EssayText(canonical: words.joined(separator: "\n\n")))
    essay.parts = count
    return essay
  }

  private func model(_ number: Int, of count: Int = 3) -> Model {
    var model = Model(
      size: Size(columns: 100, rows: 24), keyMap: .standard, seed: 1,
      essay: essay(number, of: count))
    _ = model.start(at: .zero)
    answer(essay(number, of: count), to: &model)
    return model
  }

  private func answer(_ essay: Essay, to model: inout Model, place: ReadingPlace? = nil) {
    var loaded = LoadedEssay(essay: essay)
    loaded.place = place
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    _ = model.update(
      .assessed(
        ReaderFixtures.sentences(of: essay), examinations: [], isWhole: true,
        request: model.request), at: .zero)
  }

  private func text(_ model: Model) -> String {
    let view = model.view()
    return (0..<view.size.rows).map { view.row($0).map(\.glyph.string).joined() }
      .joined(separator: "\n")
  }

  /// The part that is asked for.
  private func asked(_ effects: [Effect]) -> Int? {
    for case .load(.part(let number, let path), _) in effects where path == "/essays/long.txt" {
      return number
    }
    return nil
  }

  @Test func theEndIsTheLastPartsEnd() {
    var model = model(1)
    #expect(text(model).contains("part 1/3"))
    #expect(asked(model.press(keys: "G")) == 3)
    // Where the reader was in that part the last time does not count.
    answer(
      essay(3), to: &model, place: ReadingPlace(top: 10, focus: nil, furthest: 10, seen: .zero))
    #expect(text(model).contains("Paragraph 59 of part 3"))
    #expect(text(model).contains("part 3/3") && text(model).contains("end"))
    #expect(asked(model.press(keys: "g")) == 1)
    answer(essay(1), to: &model)
    #expect(text(model).contains("Paragraph 0 of part 1"))
  }

  /// The first part came after all, and the end was nowhere to be seen.
  @Test func whoChangesTheirMindStays() {
    var model = model(3)
    #expect(asked(model.press(keys: "g")) == 1)
    let awaited = model.request
    let effects = model.press(keys: "G")
    #expect(effects.contains { if case .abandon(awaited) = $0 { true } else { false } })
    _ = model.update(.loaded(LoadedEssay(essay: essay(1)), request: awaited), at: .zero)
    #expect(text(model).contains("Paragraph 59 of part 3"))
  }

  @Test(arguments: ["j", "Space", "^D"])
  func behindTheEndOfAPartTheNextOneBegins(_ key: String) throws {
    var model = model(1)
    model.scrollToEnd()
    #expect(text(model).contains("Paragraph 59 of part 1") && text(model).contains("100%"))
    #expect(asked(model.press(keys: key)) == 2)
    // Keys that come faster than the part do not ask again.
    let request = model.request
    #expect(asked(model.press(keys: key)) == nil && model.request == request)
    answer(essay(2), to: &model)
    #expect(text(model).contains("Paragraph 0 of part 2"))
  }

  @Test(arguments: ["k", "b"])
  func beforeTheBeginningOfAPartTheOneBeforeEnds(_ key: String) {
    var model = model(2)
    #expect(asked(model.press(keys: key)) == 1)
    answer(essay(1), to: &model)
    #expect(text(model).contains("Paragraph 59 of part 1"))
  }

  @Test func behindTheLastClaimOfAPartTheNextOneBegins() {
    var model = model(2)
    for _ in 0..<100 where model.request == 1 {
      if let number = asked(model.press(keys: "]")) { #expect(number == 3) }
    }
    #expect(model.request == 2)
  }

  @Test func anEssayThatIsReadAtOnceEndsAsBefore() {
    var model = model(1, of: 1)
    for key in ["G", "j", "Space", "g", "k", "b"] { #expect(asked(model.press(keys: key)) == nil) }
    #expect(!text(model).contains("part 1/"))
  }

  @Test func theLastPartHasNoNext() {
    var model = model(3)
    _ = model.press(keys: "G")
    #expect(asked(model.press(keys: "j")) == nil && model.request == 1)
  }

  @Test func aSearchSaysThatItSawOnePart() {
    var model = model(2)
    _ = model.press(keys: "/ z q Enter")
    #expect(model.notice?.text == Phrase.notFound("zq", isPart: true))
  }
}
