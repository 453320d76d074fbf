import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// What was written is never lost between the model and the store.
@Suite struct KeepingTests {
  private func replies(in effects: [Effect]) -> [Reply] {
    effects.compactMap { effect in
      if case .recordReply(let reply, _) = effect { return reply }
      return nil
    }
  }

  private func annotations(in effects: [Effect]) -> [Annotation] {
    effects.flatMap { effect -> [Annotation] in
      if case .record(let annotations, _) = effect { return annotations }
      return []
    }
  }

  /// Once a reply that failed to be kept was forgotten as soon as its composer was closed.
  @Test func aReplyThatFailedIsSentAgain() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Precious.")
    _ = model.press(keys: "Esc")
    _ = model.update(.recordFailed("The disk is full"), at: .zero)
    #expect(model.failure == "The disk is full")
    let again = replies(in: model.update(.timer(.retry), at: .zero))
    #expect(again.first?.text.hasSuffix("Precious.") == true)
    #expect(replies(in: model.press(keys: "q")).first?.text.hasSuffix("Precious.") == true)

    let reply = try #require(again.first)
    _ = model.update(
      .replyRecorded(reply, as: reply, conflicts: [], essay: 1), at: .zero)
    #expect(!model.hasUnsaved && model.failure == nil)
  }

  /// The warning named what had failed last, and the other loss was told nowhere.
  @Test func everyLossIsTold() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Precious.")
    _ = model.press(keys: "Esc a")
    let sentence = "cannot save the reply: no space is left"
    _ = model.update(.recordFailed(sentence), at: .zero)
    #expect(model.failure == sentence + "; not kept: 1 reply and 1 annotation")
    model.warnOfLoss()
    #expect(model.notice?.text.contains("not kept: 1 reply and 1 annotation") == true)
  }

  /// Only what had just been written came back.
  @Test func everythingIsWrittenAgainWhenTheLibraryHasLostIt() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    model.type("A note.")
    _ = model.press(keys: "Esc r")
    model.type("A reply.")
    let kept = model.press(keys: "Esc")
    for annotation in annotations(in: kept) {
      _ = model.update(.recorded([annotation], essay: model.request), at: .zero)
    }
    let reply = try #require(replies(in: kept).last)
    _ = model.update(
      .replyRecorded(reply, as: reply, conflicts: [], essay: model.request), at: .zero)
    let effects = model.update(.libraryMadeAgain(essay: model.request), at: .zero)
    #expect(annotations(in: effects).contains { $0.body == .note("A note.") })
    #expect(replies(in: effects).map(\.text) == [reply.text])
    #expect(model.update(.libraryMadeAgain(essay: 99), at: .zero).isEmpty)
  }

  /// Its tombstone held the empty text, and nothing led to the words any more.
  @Test func anEmptiedDraftIsDeletedWithItsWords() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Long thought about.")
    let kept = try #require(model.composer?.editor.text)
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 2_000))
    let area = model.composerArea
    model.composer?.editor.perform(.selectAll, in: area)
    model.composer?.editor.perform(.deleteBackward, in: area)
    #expect(model.composer?.editor.text == "")
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 4_000))
    let last = replies(in: model.press(keys: "Esc", at: Timestamp(milliseconds: 5_000))).last
    #expect(last?.isDeleted == true && last?.text == kept)
    let back = replies(in: model.press(keys: "u", at: Timestamp(milliseconds: 6_000))).last
    #expect(back?.isDeleted == false && back?.text == kept)
  }

  /// The last word that was left was all that could be brought back.
  @Test(arguments: ["] r", "] i"])
  func whatIsTakenAwayWordByWordIsDeletedAsAWhole(keys: String) throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: keys)
    if keys.hasSuffix("r") {
      let area = model.composerArea
      model.composer?.editor.perform(.selectAll, in: area)
      _ = model.press(keys: "Backspace")
    }
    model.type("One two three four five.")
    var time: Int64 = 2_000
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: time))
    for _ in 0..<5 {
      time += 1_000
      _ = model.press(keys: "^W", at: Timestamp(milliseconds: time))
      _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: time + 600))
    }
    #expect(model.composer?.editor.text == "")
    let effects = model.press(keys: "Esc", at: Timestamp(milliseconds: time + 1_000))
    let words = "One two three four five."
    if keys.hasSuffix("r") {
      let reply = try #require(replies(in: effects).last)
      #expect(reply.isDeleted && reply.text == words)
    } else {
      let id = try #require(model.reading?.annotations.keys.first)
      #expect(model.reading?.annotations[id]?.isDeleted == true)
      #expect(model.reading?.annotations[id]?.body == .note(words))
    }
  }

  /// The words went on into the tombstone while the composer said that they were saved.
  @Test func aDraftThatWasDeletedElsewhereComesBackWithTheNextWord() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Mine.")
    let sent = try #require(
      replies(in: model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 2_000))).last)
    let essay = try #require(model.reading?.request)
    _ = model.update(.replyRecorded(sent, as: sent, conflicts: [], essay: essay), at: .zero)
    var deleted = sent
    deleted.isDeleted = true
    deleted.modified = sent.modified.advanced(by: 5)
    deleted.versions = deleted.versions.noting("elsewhere", at: deleted.modified)
    _ = model.update(
      .changedElsewhere(annotations: [], replies: [deleted], essay: essay), at: .zero)
    var closing = model
    _ = closing.press(keys: "Esc", at: Timestamp(milliseconds: 5_000))
    #expect(closing.notice?.text.contains("deleted this draft") == true)
    model.type(" More.")
    let last = replies(in: model.press(keys: "Esc", at: Timestamp(milliseconds: 6_000))).last
    #expect(last?.isDeleted == false && last?.text.hasSuffix("Mine. More.") == true)
  }

  /// `r` pressed before the library had answered once began a second draft beside the known one.
  @Test func aReplyBegunTooEarlyGoesOnInTheKnownDraft() throws {
    var model = try ReaderFixtures.model()
    let anchor = Anchor(of: Passage(start: 0, end: 4), in: ReaderFixtures.essay().text)
    let known = Reply(
      id: "known", text: "Long thought about.", claims: [anchor], created: .zero, modified: .zero)
    let loaded = LoadedEssay(essay: ReaderFixtures.essay(), replies: [known])
    var typing = model
    _ = model.press(keys: "] r")
    let begun = try #require(model.composer?.editor.text)
    let effects = model.update(.loaded(loaded, request: model.request), at: .zero)
    #expect(model.composer?.subject == .reply(id: "known"))
    #expect(model.composer?.editor.text == "Long thought about.\n\n" + begun)
    #expect(replies(in: effects).map(\.isDeleted) == [true])
    #expect(model.drafts.map(\.id) == ["known"])

    // What was typed meanwhile stays where it is.
    _ = typing.press(keys: "] r")
    typing.type("My words.")
    _ = typing.update(.loaded(loaded, request: typing.request), at: .zero)
    #expect(typing.composer?.editor.text.hasSuffix("My words.") == true)
    #expect(typing.drafts.count == 2)
  }

  /// A reopened draft that is not on disk once said "saved".
  @Test func aDraftThatIsNotOnDiskIsNotCalledSaved() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("Precious.")
    _ = model.press(keys: "Esc r")
    #expect(model.composer?.isSaved == false)
  }

  /// Another essay once took the place of the open one while somebody was writing, text and all.
  @Test func anEssayThatComesWhileSomebodyWritesKeepsTheText() throws {
    var model = try ReaderFixtures.model()
    let other = ReaderFixtures.essay("Another text.", name: "other")
    let id = EssayID(Fingerprint(of: "other"))
    _ = model.press(keys: "L")
    _ = model.update(
      .listed([
        EssaySummary(
          id: id, title: "Other", author: nil, source: .file("/other"), words: 2, progress: 0,
          claimsAnswered: 0, drafts: 0, lastRead: .zero)
      ]), at: .zero)
    let effects = model.press(keys: "Enter")
    let request = try #require(
      effects.compactMap { effect -> Int? in
        if case .load(.stored(id), let request) = effect { return request }
        return nil
      }.first)

    var patient = model
    _ = patient.press(keys: "Esc ] r")
    patient.type("Precious.")
    _ = patient.update(.loaded(LoadedEssay(essay: other), request: request), at: .zero)
    #expect(patient.reading?.essay != other, "who went back to the essay stays there")
    #expect(patient.composer?.editor.text.hasSuffix("Precious.") == true)

    _ = model.update(.loaded(LoadedEssay(essay: other), request: request), at: .zero)
    #expect(model.reading?.essay == other)
    #expect(model.mode == .reading)
  }

  /// Answers about an essay that is no longer open change nothing.
  @Test func answersAboutAnotherEssayAreDropped() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] a")
    let stranger = try #require(model.reading?.annotations.values.first)
    _ = model.update(.recorded([stranger], essay: 99), at: .zero)
    #expect(model.hasUnsaved)
  }

  /// Taking back an edit within the moment before it was kept once left the edit on disk.
  @Test func anEditThatIsTakenBackIsTakenBackOnDisk() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    model.type("A")
    _ = model.press(keys: "Esc e")
    model.type("B")
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 2_000))
    let effects = model.press(keys: "Backspace Esc", at: Timestamp(milliseconds: 2_100))
    #expect(annotations(in: effects).last?.body == .note("A"))
  }

  /// Undo once brought back an empty note.
  @Test func aDeletedNoteComesBackWithItsWords() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    model.type("Words")
    _ = model.press(keys: "^O d")
    #expect(model.remarks(about: try #require(model.reading?.cursor)).isEmpty)
    _ = model.press(keys: "u")
    #expect(model.remarks(about: try #require(model.reading?.cursor)) == ["Words"])
  }

  /// With a clock that was set back, an undone redo once lost against the redo.
  @Test func everyChangeIsLaterThanTheOneBefore() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] a", at: Timestamp(milliseconds: 9_000))
    let id = try #require(model.reading?.annotations.keys.first)
    var last = Timestamp(milliseconds: 9_000)
    for key in ["u", "^R", "u", "^R", "u"] {
      _ = model.press(keys: key, at: Timestamp(milliseconds: 5))
      let modified = try #require(model.reading?.annotations[id]?.modified)
      #expect(modified > last, "\(key)")
      last = modified
    }
  }

  /// The first part of a long paragraph once stayed on the page when the whole had come.
  @Test func theWholeTextTakesThePlaceOfItsBeginning() throws {
    let words = Array(repeating: "word", count: 400).joined(separator: " ")
    var beginning = ReaderFixtures.essay(String(words.prefix(900)))
    beginning.isComplete = false
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: beginning)
    _ = model.start(at: .zero)
    let whole = ReaderFixtures.essay(words + " end.")
    _ = model.update(.loaded(LoadedEssay(essay: whole), request: model.request), at: .zero)
    _ = model.press(keys: "G")
    let last = try #require(model.pageRows().compactMap(\.passage).last)
    #expect(whole.text.string(last).hasSuffix("end."))
  }

  /// Going back from the library to a text that is being written goes back to the text.
  @Test func theLibraryIsLeftForTheComposer() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r ^O :")
    model.type("library\n")
    #expect(model.mode == .library)
    _ = model.press(keys: "Esc")
    #expect(model.mode == .composing)
  }
}
