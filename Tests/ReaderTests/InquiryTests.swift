import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// What is asked about claims, and when it is asked again.
@Suite struct InquiryTests {
  private let essay = ReaderFixtures.essay()

  /// Claims are found before the library and the packs are heard, as in a live session.
  private func model(place: ReadingPlace? = nil) -> Model {
    Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay, place: place)
  }

  private func assessed(_ model: Model, isWhole: Bool = true) -> Message {
    let sentences = ReaderFixtures.sentences(of: essay)
    let marking = Marking(sentences: sentences, packs: [], annotations: [])
    return .assessed(
      sentences, examinations: marking.claims.map { ReaderFixtures.examination(of: $0.passage) },
      isWhole: isWhole, request: model.request)
  }

  private func wanted(_ effects: [Effect]) -> [Passage] {
    effects.flatMap { effect -> [Passage] in
      if case .examine(let inquiry, _, _) = effect { inquiry.wanted.map(\.passage) } else { [] }
    }
  }

  @Test func whatCameWithTheClaimsIsNotAskedAgain() {
    var model = model()
    _ = model.start(at: .zero)
    #expect(wanted(model.update(assessed(model), at: .zero)).isEmpty)
    #expect(model.reading?.marking.claims.isEmpty == false)
  }

  /// At another level claims have other neighbours than those that the analysis went by.
  @Test func atAnotherLevelTheFirstPageIsAskedAboutAgain() throws {
    var model = model(
      place: ReadingPlace(top: 0, focus: nil, furthest: 0, level: .more, seen: .zero))
    _ = model.start(at: .zero)
    let asked = wanted(model.update(assessed(model), at: .zero))
    let shown = try #require(model.reading?.marking.claimIndices(overlapping: model.shownPassage))
    let claims = try #require(model.reading?.marking.claims)
    #expect(!shown.isEmpty && Set(asked).isSuperset(of: shown.map { claims[$0].passage }))
  }

  /// The two are found on different queues.
  @Test func aPartThatComesAfterTheWholeChangesNothing() throws {
    var model = model()
    _ = model.start(at: .zero)
    _ = model.update(assessed(model), at: .zero)
    let before = model.reading?.examinations
    let first = try #require(before?.keys.first)
    _ = model.update(
      .assessed(
        [], examinations: [Examination(passage: first, reasons: ["late"], questions: [])],
        isWhole: false, request: model.request), at: .zero)
    #expect(model.reading?.examinations == before)
  }

  /// Its neighbours are others now than when it was asked for.
  @Test func anAnswerThatIsOutOfDateIsAskedForAgain() throws {
    var model = try ReaderFixtures.model()
    let claim = try #require(model.reading?.marking.claims.first)
    model.reading?.requested.remove(claim.passage)
    model.takeAwaited([ReaderFixtures.examination(of: claim.passage)])
    #expect(wanted(model.update(.resized(model.size), at: .zero)).contains(claim.passage))
  }

  /// A frame is held for the claims on the page alone.
  @Test func claimsNearThePageHoldNoFrame() throws {
    var model = try ReaderFixtures.model(Size(columns: 80, rows: 14))
    model.reading?.requested = []
    let effects = model.update(.resized(model.size), at: .zero)
    #expect(wanted(effects).count > model.reading?.awaited.count ?? 0)
    let shown = model.shownPassage
    for passage in try #require(model.reading?.awaited.keys) { #expect(passage.overlaps(shown)) }
  }

  /// What the library says the reader judged is shown, whether or not it would be asked by itself.
  @Test func judgedQuestionsAreAskedForWhenTheLibraryIsHeard() throws {
    var model = model()
    _ = model.start(at: .zero)
    _ = model.update(assessed(model), at: .zero)
    let claim = try #require(model.reading?.marking.claims.first)
    let judged = Annotation(
      id: "j", anchor: Anchor(of: claim.passage, in: essay.text),
      body: .assessment(Assessment(counterargument: "scheme:x:y:z", pinned: true)),
      created: .zero, modified: .zero)
    let loaded = LoadedEssay(
      essay: essay, annotations: [judged],
      resolved: [ResolvedAnnotation(annotation: judged, passage: claim.passage)])
    let effects = model.update(.loaded(loaded, request: model.request), at: .zero)
    let kept = effects.flatMap { effect -> [String] in
      if case .examine(let inquiry, _, _) = effect { Array(inquiry.kept) } else { [] }
    }
    #expect(wanted(effects).contains(claim.passage) && kept.contains("scheme:x:y:z"))
  }
}
