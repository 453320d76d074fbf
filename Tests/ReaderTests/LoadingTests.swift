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

  private static let beginning = "We should go. Taxes must fall at once."
  private static let whole =
    "A heading\n\nWe should go. Taxes must fall at once.\n\nSo much for that."

  /// A pipe's beginning, in which the second sentence is a claim, answered by some keys; then the rest comes,
  /// and with it the detector thinks otherwise.
  ///
  /// - Parameter after: Keys that are pressed before the rest comes.
  private func answered(_ keys: String, words: String, after: String) throws -> (Model, [Effect]) {
    var model = try model(part(Self.beginning))
    var sentences = ReaderFixtures.sentences(of: part(Self.beginning))
    sentences[0].level = nil
    (sentences[1].role, sentences[1].level) = (.claim, .usual)
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: model.request), at: .zero)
    #expect(model.reading?.marking.claims.count == 1)
    _ = model.press(keys: keys)
    model.type(words)
    _ = model.press(keys: after)
    let essay = part(Self.whole, isComplete: true)
    _ = model.update(.loaded(LoadedEssay(essay: essay), request: model.request), at: .zero)
    var others = ReaderFixtures.sentences(of: essay)
    for index in others.indices { (others[index].role, others[index].level) = (.other, nil) }
    let effects = model.update(
      .assessed(others, examinations: [], isWhole: true, request: model.request), at: .zero)
    return (model, effects)
  }

  private func claims(of model: Model) -> [String] {
    model.reading?.marking.claims.compactMap { model.reading?.text.string($0.passage) } ?? []
  }

  /// A claim that was answered while its essay came once lost its mark when the rest was there, and its
  /// counterargument could not be seen any more.
  @Test(arguments: ["] c", "] r"])
  func anAnsweredClaimStaysOneWhenTheRestHasCome(keys: String) throws {
    let (model, effects) = try answered(keys, words: "Not so.", after: "Esc")
    #expect(claims(of: model) == ["Taxes must fall at once."])
    #expect(model.reading?.marking.claims.first?.standing == .answered)
    #expect(
      !effects.contains { if case .record = $0 { true } else { false } }, "nobody has decided")
    if keys == "] c" {
      #expect(model.note(for: 0)?.counterarguments.map(\.text) == ["Not so."])
    }
  }

  /// Nothing is kept where the answer came to nothing, or where the reader has decided.
  @Test(arguments: [("] c", "", "Esc"), ("] r", "No.", "Esc r ^O d"), ("] c", "No.", "Esc x")])
  func withoutAnAnswerTheDetectorIsFree(keys: String, words: String, after: String) throws {
    let (model, _) = try answered(keys, words: words, after: after)
    #expect(claims(of: model).isEmpty)
  }

  /// The rest once came while an empty composer was open, and the claim was accepted for good, undoable by
  /// nobody.
  @Test(arguments: [("] c", ""), ("] c", "No."), ("] r", "Quite.")])
  func theRestMayComeWhileTheAnswerIsWritten(keys: String, words: String) throws {
    var (model, _) = try answered(keys, words: words, after: "")
    #expect(claims(of: model) == ["Taxes must fall at once."])
    _ = model.press(keys: "Esc")
    #expect(claims(of: model).isEmpty == words.isEmpty)
    #expect(
      model.reading?.annotations.values.contains { $0.body == .decision(.accepted) } == false)
  }

  /// What was done to the beginning once stood where its words had been before the rest moved them.
  @Test func recordsGoWithTheirWordsWhenMoreComes() throws {
    var model = try model(part(Self.beginning))
    _ = model.update(
      .assessed(
        ReaderFixtures.sentences(of: part(Self.beginning)), examinations: [], isWhole: true,
        request: model.request), at: .zero)
    _ = model.press(keys: ") ) i")
    model.type("Why?")
    _ = model.press(keys: "Esc")
    let noted = try #require(model.reading?.resolved.first)
    let words = Self.beginning.utf8.dropFirst(noted.passage.start).prefix(noted.passage.count)
    for isComplete in [false, true] {
      let essay = part((isComplete ? "" : "More. ") + Self.whole, isComplete: isComplete)
      let message: Message =
        isComplete
        ? .loaded(LoadedEssay(essay: essay), request: model.request)
        : .grown(essay, request: model.request)
      _ = model.update(message, at: .zero)
      let placed = try #require(model.reading?.resolved.first)
      #expect(essay.text.string(placed.passage) == String(Substring(words)))
    }
  }

  @Test func escapeStopsWhatIsAwaited() throws {
    var model = try model(part("One line."))
    #expect(isStop(model.press(keys: "Esc")))
    model = try self.model(part("One line.", isComplete: true))
    #expect(!isStop(model.press(keys: "Esc")))
    #expect(model.notice == nil)
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

  // MARK: Another essay comes

  /// An essay with an awaited one on its way.
  private func waiting() throws -> Model {
    var model = try ReaderFixtures.model()
    let source = EssaySource.file("/essays/first.txt")
    model.reading?.essay.metadata.source = source
    _ = model.press(keys: "F5")
    #expect(model.awaitedRequest == model.request)
    return model
  }

  private let another = LoadedEssay(
    essay: Essay(
      metadata: EssayMetadata(title: "Another", source: .file("/essays/other.txt")),
      text: EssayText(canonical: "Other words.")))

  /// Letters that were meant for a reply would be commands on the essay that comes.
  @Test func anEssayThatComesInTheMiddleOfATextWaitsForItsEnd() throws {
    var model = try waiting()
    _ = model.press(keys: "r")
    model.type("It is ")
    _ = model.update(.loaded(another, request: model.request), at: .zero)
    #expect(model.mode == .composing && model.notice?.text.contains("has come") == true)
    model.type("not so")
    let text = try #require(model.composer?.editor.text)
    #expect(text.hasSuffix("It is not so"))
    let effects = model.press(keys: "Esc")
    let kept = effects.compactMap { effect -> Reply? in
      if case .recordReply(let reply, _) = effect { reply } else { nil }
    }
    #expect(kept.last?.text.hasSuffix("It is not so") == true)
    #expect(model.reading?.essay.metadata.title != "Another")
    let reply = try #require(kept.last)
    _ = model.update(
      .replyRecorded(
        reply, as: reply, conflicts: [], essay: try #require(model.reading?.request)), at: .zero)
    #expect(model.reading?.essay.metadata.title == "Another" && model.mode == .reading)
  }

  /// What could not be kept is in the model alone; another essay in its place would be the end of it.
  @Test func anEssayIsNotLeftBeforeItsRecordsAreKept() throws {
    var model = try waiting()
    let effects = model.press(keys: "a")
    let open = try #require(model.reading?.request)
    _ = model.update(.loaded(another, request: model.request), at: .zero)
    _ = model.update(.recordFailed("The disk is full"), at: .zero)
    #expect(model.hasUnsaved && model.failure == "The disk is full")
    #expect(model.reading?.essay.metadata.title != "Another")
    // Nothing is handed over again but by the timer that was set for it.
    #expect(model.update(.resized(model.size), at: .zero).isEmpty)
    let records = effects.compactMap { effect -> [Annotation]? in
      if case .record(let annotations, _) = effect { annotations } else { nil }
    }.flatMap(\.self)
    #expect(!records.isEmpty)
    _ = model.update(.recorded(records, essay: open), at: .zero)
    #expect(model.reading?.essay.metadata.title == "Another")
    #expect(!model.hasUnsaved && model.lastFailure == nil)
  }

  @Test func anEssayThatIsNotWantedAnyMoreDoesNotCome() throws {
    var model = try waiting()
    _ = model.press(keys: "r")
    _ = model.update(.loaded(another, request: model.request), at: .zero)
    model.awaitedRequest = nil
    _ = model.press(keys: "Esc")
    #expect(model.arrival == nil && model.reading?.essay.metadata.title != "Another")
  }

  /// Whoever goes back from the library to the essay once waited on for the other one, and nothing that
  /// was written meanwhile was kept.
  @Test func whatIsChosenAndNotWantedAnyMoreIsGivenUp() throws {
    var model = try waiting()
    let wanted = model.request
    _ = model.press(keys: "L")
    let effects = model.press(keys: "Esc")
    #expect(effects.contains { if case .abandon(wanted) = $0 { true } else { false } })
    #expect(model.awaitedRequest == nil)
  }

  private func isStop(_ effects: [Effect]) -> Bool {
    if case .stopLoading = effects.first { true } else { false }
  }

  /// After reading again the first claim had the focus, wherever the reader had been.
  @Test func readingAgainKeepsThePlaceWhereTheWordsAre() throws {
    let words = "One claim must be here. We should go.\n\nTaxes should fall at once."
    var model = try model(part(words, isComplete: true))
    let request = model.request
    _ = model.update(
      .loaded(LoadedEssay(essay: part(words, isComplete: true)), request: request), at: .zero)
    let sentences = ReaderFixtures.sentences(of: part(words, isComplete: true))
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: request), at: .zero)
    model.focus(sentences[2].passage)
    let cursor = try #require(model.reading?.cursor)
    for added in ["A paragraph before.\n\n", ""] {
      var again = model
      _ = again.press(keys: "F5")
      let essay = part(added + words, isComplete: true)
      let place = ReadingPlace(top: 0, focus: cursor.start, furthest: 0, seen: .zero)
      _ = again.update(
        .loaded(LoadedEssay(essay: essay, place: place), request: again.request), at: .zero)
      _ = again.update(
        .assessed(
          ReaderFixtures.sentences(of: essay), examinations: [], isWhole: true,
          request: again.request), at: .zero)
      let focused = try #require(again.reading?.cursor)
      #expect(essay.text.string(focused) == "Taxes should fall at once.")
      #expect(again.notice?.text == Phrase.readAgain(isChanged: !added.isEmpty))
    }
  }
}
