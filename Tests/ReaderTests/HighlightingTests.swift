import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// More claims, and fewer.
@Suite struct HighlightingTests {
  /// Five sentences, each of which the next level adds.
  private func model(place: ReadingPlace? = nil) throws -> Model {
    let essay = ReaderFixtures.essay("One is so. Two is so. Three is so. Four is so. Five is so.")
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay, place: place)
    _ = model.start(at: .zero)
    let sentences = zip(ReaderFixtures.sentences(of: essay), HighlightLevel.allCases)
      .map { sentence, level in
        var sentence = sentence
        sentence.level = level
        return sentence
      }
    _ = model.update(.loaded(LoadedEssay(essay: essay), request: model.request), at: .zero)
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: model.request), at: .zero)
    return model
  }

  @Test func eachLevelAddsClaimsAndTheStatusSaysHowMany() throws {
    var model = try model()
    #expect(model.reading?.marking.claims.count == 3)
    for (keys, claims) in [(">", 4), (">", 5), (">", 5), ("<", 4), ("2 <", 2), ("<", 1), ("<", 1)] {
      _ = model.press(keys: keys)
      #expect(model.reading?.marking.claims.count == claims, "after \(keys)")
      #expect(model.notice?.text.contains(claims == 1 ? "1 claim" : "\(claims) claims") == true)
    }
  }

  @Test func theLastLevelsSayWhichKeyGoesBack() throws {
    var model = try model()
    _ = model.press(keys: "9 >")
    #expect(model.notice?.text.contains("< shows fewer") == true)
    _ = model.press(keys: "9 <")
    #expect(model.notice?.text.contains("> shows more") == true)
  }

  @Test func theCursorStaysOnItsSentence() throws {
    var model = try model()
    _ = model.press(keys: "] ]")
    let cursor = try #require(model.reading?.cursor)
    #expect(model.reading?.focusedClaim == 2)
    _ = model.press(keys: "9 <")
    #expect(model.reading?.cursor == cursor)
    #expect(model.reading?.focusedClaim == nil)
    _ = model.press(keys: "9 >")
    #expect(model.reading?.focusedClaim == 2)
  }

  @Test func theLevelIsKeptWithThePlace() throws {
    var model = try model()
    _ = model.press(keys: ">")
    let kept = model.update(.timer(.keepPlace), at: Timestamp(milliseconds: 5_000)).compactMap {
      effect in
      if case .recordPlace(let place, _) = effect { return place }
      return nil as ReadingPlace?
    }
    #expect(kept.last?.level == .more)
    let again = try self.model(place: kept.last)
    #expect(again.reading?.marking.claims.count == 4)
  }

  @Test func whatTheReaderMarkedIsShownAtEveryLevel() throws {
    var model = try model()
    _ = model.press(keys: "9 >")
    _ = model.press(keys: "9 ] a")
    _ = model.press(keys: "9 <")
    #expect(model.reading?.marking.claims.map(\.standing) == [.detected, .accepted])
  }

  // MARK: Other languages

  @Test(arguments: [
    (
      "Die Stadt muss die Brücke reparieren, und das ist nicht neu. Der Rat will es nicht, aber die Leute wissen es. Es ist der einzige Weg zu dem Arzt.",
      "German"
    ),
    (
      "Мост надо починить до зимы. Город не хочет платить, и все это знают. Это не роскошь, а единственная дорога к врачу, и так было всегда, сколько мы помним себя в этих местах.",
      "English"
    ),
  ])
  func theReaderIsToldOfAnotherLanguage(_ text: String, _ word: String) throws {
    let essay = ReaderFixtures.essay(text)
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay)
    _ = model.start(at: .zero)
    _ = model.update(.loaded(LoadedEssay(essay: essay), request: model.request), at: .zero)
    let sentences = ReaderFixtures.sentences(of: essay).map { sentence in
      Sentence(passage: sentence.passage, paragraph: sentence.paragraph)
    }
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: model.request), at: .zero)
    #expect(model.notice?.text.contains(word) == true)
    #expect(model.notice?.text.contains("m marks it") == true)
    _ = model.press(keys: ") m")
    #expect(model.reading?.marking.claims.map(\.standing) == [.yours])
  }

  @Test func anEnglishEssayWithoutClaimsIsNotCalledForeign() throws {
    let essay = ReaderFixtures.essay()
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay)
    _ = model.start(at: .zero)
    _ = model.update(
      .assessed([], examinations: [], isWhole: true, request: model.request), at: .zero)
    #expect(model.notice == nil)
    _ = model.press(keys: "]")
    #expect(model.notice?.text.hasPrefix("No claims found here.") == true)
  }
}
