import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Essays that are on their way.
@Suite struct LoadingTests {
  private func part(_ text: String, isComplete: Bool = false) -> Essay {
    Essay(
      metadata: EssayMetadata(source: .url("http://example.org/essay")),
      text: EssayText(canonical: text), isComplete: isComplete)
  }

  private func model(_ essay: Essay) throws -> Model {
    var model = Model(
      size: Size(columns: 100, rows: 24), keyMap: .standard, seed: 1, essay: essay)
    _ = model.start(at: .zero)
    return model
  }

  private func text(_ model: Model) -> String {
    let view = model.view()
    return (0..<view.size.rows).map { view.row($0).map(\.glyph.string).joined() }
      .joined(separator: "\n")
  }

  @Test func progressIsShownUntilThereIsText() throws {
    var model = try model(part(""))
    #expect(text(model).contains("Reading http://example.org/essay…"))
    _ = model.update(.received(120_000, request: model.request), at: .zero)
    #expect(text(model).contains("Reading http://example.org/essay: 120 kB"))
    _ = model.update(.grown(part("One line."), request: model.request), at: .zero)
    #expect(text(model).contains("One line.") && !text(model).contains("120 kB"))
    _ = model.update(.grown(part("One line.\n\nAnother."), request: model.request - 1), at: .zero)
    #expect(!text(model).contains("Another."))
  }

  /// A later part can lay out what was there anew, and make it shorter.
  @Test func growingKeepsThePlaceInsideTheText() throws {
    let long = (0..<80).map { "Paragraph \($0) of many." }.joined(separator: "\n\n")
    var model = try model(part(long))
    _ = model.press(keys: "G")
    for words in ["One line.", long, "Two.\n\nLines."] {
      _ = model.update(.grown(part(words), request: model.request), at: .zero)
      let count = try #require(model.reading?.text.paragraphs.count)
      #expect(try #require(model.reading?.top.paragraph) < count)
      #expect(text(model).contains(words == long ? "Paragraph" : "ine"))
    }
  }

  /// Sentences of an earlier state do not reach beyond the text.
  @Test func claimsOfAnEarlierStateAreLeftOut() throws {
    var model = try model(part("One line of words. Another one here."))
    let sentences = ReaderFixtures.sentences(of: part("One line of words. Another one here."))
    _ = model.update(.grown(part("One."), request: model.request), at: .zero)
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: model.request), at: .zero)
    #expect(model.reading?.sentences.isEmpty == true)
  }

  @Test func escapeStopsWhatIsAwaited() throws {
    var model = try model(part("One line."))
    #expect(isStop(model.press(keys: "Esc")))
    model = try self.model(part("One line.", isComplete: true))
    #expect(!isStop(model.press(keys: "Esc")))
    #expect(model.notice?.text == Phrase.nothingLoading)
    _ = model.press(keys: "F5")
    _ = model.update(.received(5_000, request: model.request), at: .zero)
    #expect(model.notice?.text == Phrase.waiting(for: "http://example.org/essay", received: 5_000))
    #expect(isStop(model.press(keys: "Esc")))
  }

  @Test func aFailureLeavesOnlyWhereNothingIsShown() throws {
    var empty = try model(part(""))
    let effects = empty.update(.loadFailed("No.", request: empty.request), at: .zero)
    #expect(effects.contains { if case .quit = $0 { true } else { false } })
    var begun = try model(part("One line."))
    let none = begun.update(.loadFailed("No.", request: begun.request), at: .zero)
    #expect(!none.contains { if case .quit = $0 { true } else { false } })
    #expect(begun.notice?.text == "No.")
  }

  @Test func aKeptPageIsAskedAboutOnce() throws {
    var model = Model(
      size: Size(columns: 100, rows: 24), keyMap: .standard, seed: 1,
      essay: part("One line.", isComplete: true))
    let checks = model.start(at: .zero).filter { if case .checkPage = $0 { true } else { false } }
    #expect(checks.count == 1)
    for (check, word) in [
      (PageCheck.unchanged, "has not changed"), (.changed, ":reload"), (.unknown("Why."), "Why."),
    ] {
      _ = model.update(.pageChecked(check, request: model.request), at: .zero)
      #expect(model.notice?.text.contains(word) == true)
    }
  }

  private func isStop(_ effects: [Effect]) -> Bool {
    if case .stopLoading = effects.first { true } else { false }
  }
}
