import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// The reader's word on claims.
@Suite struct DecidingTests {
  /// A decision that changed nothing once took an undo of its own.
  @Test(arguments: ["x", "a"]) func aRepeatedDecisionIsNoChange(_ key: String) throws {
    var model = try ReaderFixtures.model()
    let before = model.reading?.marking
    _ = model.press(keys: "] \(key)")
    #expect(model.press(keys: key).isEmpty)
    #expect(model.notice?.text.hasPrefix("Already ") == true)
    _ = model.press(keys: "u")
    #expect(model.reading?.marking == before)
  }

  /// Rejecting an own mark deleted it, and the counterargument then made a claim of the same words again.
  @Test func aMarkedAndAnsweredClaimIsRejectedAtOnce() throws {
    var model = try ReaderFixtures.model()
    let sentence = try #require(
      model.reading?.sentences.first {
        model.reading?.marking.claimIndex(matching: $0.passage) == nil
      })
    model.reading?.cursor = sentence.passage
    let before = model.reading?.marking.claims.count
    _ = model.press(keys: "c")
    model.type("Not so.")
    _ = model.press(keys: "Esc")
    #expect(model.focusedClaim?.standing == .yours)
    _ = model.press(keys: "x")
    #expect(model.focusedClaim == nil && model.reading?.marking.claims.count == before)
    _ = model.press(keys: "u")
    #expect(model.focusedClaim?.standing == .yours)
    _ = model.press(keys: "d d")
    #expect(model.focusedClaim == nil, "first the counterargument, then the mark")
  }

  /// A claim that was scrolled away was once rejected unseen.
  @Test func whatIsDecidedAboutComesIntoSight() throws {
    var model = try ReaderFixtures.model(Size(columns: 80, rows: 12))
    _ = model.press(keys: "] G")
    let cursor = try #require(model.reading?.cursor)
    try #require(!model.isOnPage(cursor))
    _ = model.press(keys: "x")
    #expect(model.isOnPage(cursor))
  }

  /// A rating that somebody had written into a file by hand once trapped.
  @Test(arguments: [Int.min, Int.max]) func aRatingIsWithinItsRange(_ rating: Int) throws {
    let assessment = Assessment(counterargument: "c", rating: rating)
    #expect(Assessment.ratings.contains(assessment.rating))
    var model = try ReaderFixtures.model(packs: [ReaderFixtures.pack])
    let claim = try #require(model.reading?.marking.claims.first { $0.standing == .pack })
    model.focus(claim.passage)
    let text = try #require(model.reading?.text)
    let id = try #require(model.focusedNote?.counterarguments.first?.id)
    model.set(
      Annotation(
        id: "a1", anchor: Anchor(of: claim.passage, in: text),
        body: .assessment(Assessment(counterargument: id, rating: rating)), created: .zero,
        modified: .zero))
    _ = model.press(keys: "Tab + - p")
    #expect(model.view().size == model.size)
  }

  @Test func moreClaimsMayCome() throws {
    var model = try ReaderFixtures.model()
    model.reading?.isAssessed = false
    _ = model.press(keys: "9 9 g")
    #expect(model.notice?.text == Phrase.looking)
    while model.notice == nil || model.notice?.text == Phrase.looking {
      let before = model.reading?.cursor
      _ = model.press(keys: "]")
      if model.reading?.cursor == before { break }
    }
    #expect(model.notice?.text == Phrase.looking)
  }
}
