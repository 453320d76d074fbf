import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Essays that were named together.
@Suite struct ReadingListTests {
  private func model() throws -> Model {
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1,
      list: ReadingList(["/a/one.txt", "two.md", "http://example.org/three"]))
    #expect(model.start(at: .zero).isEmpty)
    return model
  }

  /// What the last effect wants to be opened.
  private func wanted(_ effects: [Effect]) -> String? {
    guard case .load(.given(let word), _) = effects.last else { return nil }
    return word
  }

  private func screen(_ model: Model) -> String {
    let view = model.view()
    return (0..<view.size.rows).map { row in
      view.row(row).map(\.glyph.string).joined()
    }.joined(separator: "\n")
  }

  private func loaded(_ model: inout Model, _ name: String) {
    let essay = ReaderFixtures.essay(name: name)
    _ = model.update(.loaded(LoadedEssay(essay: essay), request: model.request), at: .zero)
  }

  @Test func isShownFirstAndOpens() throws {
    var model = try model()
    #expect(screen(model).contains("▸ one.txt"))
    #expect(screen(model).contains("http://example.org/three"))
    _ = model.press(keys: "j")
    #expect(wanted(model.press(keys: "Enter")) == "two.md")
    loaded(&model, "two")
    #expect(model.mode == .reading)
    _ = model.press(keys: "E")
    #expect(screen(model).contains("▸ two.md · open now"))
    _ = model.press(keys: "Esc")
    #expect(model.mode == .reading)
  }

  @Test func nextAndPreviousStopAtTheEnds() throws {
    var model = try model()
    #expect(wanted(model.press(keys: "Enter")) == "/a/one.txt")
    loaded(&model, "one")
    #expect(wanted(model.press(keys: "K")) == nil)
    #expect(model.notice?.text == Phrase.firstEssay)
    #expect(wanted(model.press(keys: "2 J")) == "http://example.org/three")
    loaded(&model, "three")
    #expect(wanted(model.press(keys: "J")) == nil)
    #expect(model.notice?.text == Phrase.lastEssay)
  }

  /// What cannot be opened leaves the essay that is open as it was, and the list says so of it. `J` once
  /// tried the same file for ever.
  @Test func whatCannotBeReadIsPassedOver() throws {
    var model = try model()
    _ = model.press(keys: "Enter")
    loaded(&model, "one")
    #expect(wanted(model.press(keys: "J")) == "two.md")
    _ = model.update(.loadFailed("two.md: it is no text", request: model.request), at: .zero)
    #expect(model.notice?.text == "two.md: it is no text")
    #expect(model.reading?.essay.metadata.source == .file("/essays/one.txt"))
    _ = model.press(keys: "E")
    #expect(screen(model).contains("two.md · cannot be read"))
    _ = model.press(keys: "Esc")
    #expect(wanted(model.press(keys: "J")) == "http://example.org/three")
    loaded(&model, "three")
    #expect(wanted(model.press(keys: "K")) == "/a/one.txt")
    // It may have come to be readable: from the list it is tried again.
    loaded(&model, "one")
    _ = model.press(keys: "E j")
    #expect(wanted(model.press(keys: "Enter")) == "two.md")
    loaded(&model, "two")
    #expect(!screen(model).contains("cannot be read"))
    #expect(wanted(model.press(keys: "K")) == "/a/one.txt")
  }

  /// Where nothing is open yet, `J` stood before the first entry for ever.
  @Test func anUnreadableBeginningIsPassedOver() throws {
    var model = try model()
    for name in ["/a/one.txt", "two.md", "http://example.org/three"] {
      #expect(wanted(model.press(keys: "J")) == name)
      _ = model.update(.loadFailed("no text", request: model.request), at: .zero)
    }
    #expect(wanted(model.press(keys: "J")) == nil)
    #expect(model.notice?.text == Phrase.lastEssay)
  }

  @Test func withoutAListItIsSaid() throws {
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1,
      essay: ReaderFixtures.essay())
    for key in ["J", "K", "E"] {
      _ = model.press(keys: key)
      #expect(model.notice?.text == Phrase.noList && model.mode == .reading)
    }
  }
}
