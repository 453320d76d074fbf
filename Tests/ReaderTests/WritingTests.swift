import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// What the composer says and does beside taking keys.
@Suite struct WritingTests {
  private func offered(_ effects: [Effect]) -> String? {
    effects.lazy.compactMap { effect in
      if case .offerToClipboard(let text, _) = effect { return text }
      return nil
    }.first
  }

  private func replies(_ effects: [Effect]) -> [Reply] {
    effects.compactMap { effect in
      if case .recordReply(let reply, _) = effect { return reply }
      return nil
    }
  }

  private func annotations(_ effects: [Effect]) -> [Annotation] {
    effects.flatMap { effect -> [Annotation] in
      if case .record(let annotations, _) = effect { return annotations }
      return []
    }
  }

  /// The draft that was changed last was sent once, and not the one that was seen last.
  @Test func theDraftThatWasSeenLastIsSent() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r", at: Timestamp(milliseconds: 1_000))
    model.type("Draft one.")
    _ = model.press(keys: "Esc ] R", at: Timestamp(milliseconds: 3_000))
    model.type("Draft two.", at: Timestamp(milliseconds: 4_000))
    _ = model.press(keys: "^O p Esc", at: Timestamp(milliseconds: 5_000))
    _ = model.press(keys: ":")
    model.type("copy-reply")
    let text = offered(model.press(keys: "Enter", at: Timestamp(milliseconds: 6_000)))
    #expect(text?.hasSuffix("Draft one.") == true, "\(text ?? "")")
  }

  /// `^O c` in a note once sent the reply.
  @Test func whatIsBeingWrittenIsWhatIsCopied() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("The reply.")
    _ = model.press(keys: "Esc i")
    model.type("The note.")
    #expect(offered(model.press(keys: "^O c")) == "The note.")
  }

  /// Where records cannot be changed the receipt was refused, and asked for again for ever.
  @Test func aReceiptOfAReadOnlyReplyIsNotKept() throws {
    var model = try ReaderFixtures.model()
    model.reading?.isReadOnly = true
    let reply = Reply(id: "r", text: "Text.", claims: [], created: .zero, modified: .zero)
    model.reading?.replies = [reply]
    let receipt = Receipt(destination: "file", detail: "wrote 5 bytes", sent: .zero)
    #expect(model.update(.delivered(receipt, reply: "r"), at: .zero).isEmpty)
    #expect(model.notice?.text == "Wrote 5 bytes" && !model.hasUnsaved)
  }

  /// A saved draft whose receipt came back counted as unsaved, and did not follow other sessions.
  @Test func anOpenDraftStaysSavedWhenItsReceiptIsKept() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Words.")
    let sent = try #require(replies(model.press(keys: "Esc")).last)
    _ = model.update(.replyRecorded(sent, as: sent, conflicts: [], essay: 1), at: .zero)
    _ = model.press(keys: "r")
    #expect(model.composer?.isSaved == true)
    let receipt = Receipt(destination: "clipboard", detail: "offered", sent: .zero)
    let kept = try #require(
      replies(model.update(.delivered(receipt, reply: sent.id), at: .zero)).last)
    _ = model.update(.replyRecorded(kept, as: kept, conflicts: [], essay: 1), at: .zero)
    #expect(model.composer?.isSaved == true)
  }

  @Test func anEmptiedDraftIsDeletedWithItsWordsByKeyToo() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Long thought about.")
    let kept = try #require(model.composer?.editor.text)
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 2_000))
    _ = model.press(keys: "M-a Backspace", at: Timestamp(milliseconds: 3_000))
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 4_000))
    let last = replies(model.press(keys: "^O d", at: Timestamp(milliseconds: 5_000))).last
    #expect(last?.isDeleted == true && last?.text == kept)
  }

  /// `^O d` once left the mark that `c` had made so that there was something to answer.
  @Test(arguments: ["", "Said."]) func whatWasMarkedToBeAnsweredGoesWithTheText(_ words: String)
    throws
  {
    var model = try ReaderFixtures.model()
    let claims = model.reading?.marking.claims.count
    _ = model.press(keys: "v w w c")
    #expect(model.reading?.marking.claims.count == claims.map { $0 + 1 })
    model.type(words)
    _ = model.press(keys: "^O d")
    #expect(model.reading?.marking.claims.count == claims)
  }

  /// Emptying a text deleted it without a word.
  @Test(arguments: ["r", "c", "i"]) func emptyingSaysThatItDeletes(_ key: String) throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] " + key)
    model.type("Words.")
    _ = model.press(keys: "Esc")
    _ = model.press(keys: key == "r" ? "r" : "e", at: Timestamp(milliseconds: 3_000))
    _ = model.press(keys: "M-a Backspace Esc", at: Timestamp(milliseconds: 4_000))
    #expect(model.notice?.text.hasPrefix("Deleted the") == true, "\(model.notice?.text ?? "")")
  }

  @Test func nothingIsNotCalledSaved() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    #expect(model.composer?.state == "0 words")
    model.type("One")
    #expect(model.composer?.state == "1 word  not yet saved")
  }

  /// A second note was begun where one stood already, and the first could not be reached any more.
  @Test func aNoteIsReopened() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    model.type("First.")
    _ = model.press(keys: "Esc c")
    model.type("A counterargument.")
    _ = model.press(keys: "Esc i")
    #expect(model.composer?.editor.text == "First.")
    model.type(" And more.")
    let kept = annotations(model.press(keys: "Esc", at: Timestamp(milliseconds: 9_000)))
    #expect(kept.last?.body == .note("First. And more."))
    #expect(model.reading?.resolved.count == 2)
  }

  @Test func aQuotationThatIsAddedIsSaidToBe() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    #expect(model.notice == nil)
    model.type("Words.")
    _ = model.press(keys: "Esc ] ] r")
    #expect(model.notice?.text == "Added to your draft; R begins another")
  }

  @Test func theRestoredTextSaysWhichKeyTakesItBack() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Now.")
    let id = try #require(model.composer?.subject.id)
    _ = model.press(keys: "^O r")
    _ = model.update(
      .revised([Revision(text: "Before.", modified: .zero)], reply: id, essay: 1), at: .zero)
    _ = model.press(keys: "Enter")
    #expect(model.composer?.editor.text == "Before.")
    #expect(model.notice?.text == "Earlier text restored; ^_ takes it back")
    _ = model.press(keys: "^_")
    #expect(model.composer?.editor.text.hasSuffix("Now.") == true)
  }
}
