import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// What a reader does with what another session wrote.
@Suite struct OtherSessionTests {
  /// A model with a saved note open in the composer, and the note.
  private static func writing() throws -> (Model, Annotation) {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    model.type("Mine.")
    let effects = model.update(.timer(.keepDraft), at: .zero)
    let note = try #require(
      effects.lazy.compactMap { effect -> Annotation? in
        guard case .record(let annotations, _) = effect else { return nil }
        return annotations.first
      }.first)
    _ = model.update(.recorded([note], essay: 1), at: .zero)
    return (model, note)
  }

  private static func elsewhere(_ note: Annotation, _ text: String) -> Annotation {
    var note = note
    note.body = .note(text)
    note.modified = note.modified.advanced(by: 5)
    note.versions = note.versions.noting("elsewhere", at: note.modified)
    return note
  }

  @Test func anOpenTextFollowsWhileNothingIsUnsaved() throws {
    var (model, note) = try Self.writing()
    let theirs = Self.elsewhere(note, "Mine, and theirs.")
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    #expect(model.composer?.editor.text == "Mine, and theirs.")
    #expect(model.composer?.isSaved == true)
    #expect(!model.hasUnsaved)
  }

  /// Leaving an open counterargument took the other session's attack back, as a change of the reader's own.
  @Test func anOpenCounterargumentTakesTheOtherAttack() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] c")
    model.type("Not so.")
    let written = model.update(.timer(.keepDraft), at: .zero)
    var note = try #require(
      written.lazy.compactMap { effect -> Annotation? in
        guard case .record(let annotations, _) = effect else { return nil }
        return annotations.first
      }.first)
    _ = model.update(.recorded([note], essay: 1), at: .zero)
    note.body = .counterargument(attack: .undercut, text: "Not so.", source: nil)
    note.modified = note.modified.advanced(by: 5)
    note.versions = note.versions.noting("elsewhere", at: note.modified)
    _ = model.update(.changedElsewhere(annotations: [note], replies: [], essay: 1), at: .zero)
    _ = model.press(keys: "Esc")
    #expect(model.reading?.annotations[note.id]?.body == note.body)
    #expect(!model.hasUnsaved)
  }

  /// The other session's words once took the place of the reader's on the screen, without a word, when
  /// it was the other session that had parted the two.
  @Test func anOpenTextThatWasPartedElsewhereStays() throws {
    var (model, note) = try Self.writing()
    let theirs = Self.elsewhere(note, "Theirs.")
    var ours = note
    ours.id += "-01234567"
    ours.conflictsWith = note.id
    _ = model.update(
      .changedElsewhere(annotations: [theirs, ours], replies: [], essay: 1), at: .zero)
    #expect(model.composer?.editor.text == "Mine.")
    #expect(model.composer?.subject.id == ours.id)
    #expect(model.notice?.text == Phrase.conflictingNoteKept)
    model.type(" More.")
    guard case .record(let sent, _)? = model.update(.timer(.keepDraft), at: .zero).first else {
      Issue.record("nothing was sent")
      return
    }
    #expect(sent.map(\.id) == [ours.id] && sent.first?.body == .note("Mine. More."))
  }

  @Test func unsavedWordsStandAndAreKeptAsOtherWords() throws {
    var (model, note) = try Self.writing()
    model.type(" More.")
    let theirs = Self.elsewhere(note, "Mine, and theirs.")
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    #expect(model.composer?.editor.text == "Mine. More.")
    let effects = model.update(.timer(.keepDraft), at: .zero)
    guard case .record(let sent, _)? = effects.first, let mine = sent.first else {
      Issue.record("nothing was sent: \(effects)")
      return
    }
    // Neither knows of the other: the store parts them.
    #expect(!mine.versions.covers(theirs.versions) && !theirs.versions.covers(mine.versions))
    let parted = separated(merge([theirs], written([mine], onto: [theirs])))
    _ = model.update(.recorded(parted, essay: 1), at: .zero)
    #expect(model.composer?.editor.text == "Mine. More.")
    #expect(model.composer?.isSaved == true)
    #expect(model.notice?.text == Phrase.conflictingNoteKept)
    #expect(parted.count == 2)
  }

  /// The cursor once went to where another session wrote, and the next word with it; undoing then took
  /// their words out.
  @Test func whatIsTypedNextAndUndoneStaysMine() throws {
    var (model, note) = try Self.writing()
    _ = model.press(keys: "Left")
    let theirs = Self.elsewhere(note, "Theirs. Mine.")
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    model.type("?")
    #expect(model.composer?.editor.text == "Theirs. Mine?.")
    _ = model.press(keys: "^_ ^_ ^_")
    #expect(model.composer?.editor.text == "Theirs. ")
  }

  /// An empty text filled by itself with what another session had deleted there.
  @Test func aTextThatIsDeletedElsewhereStaysAsItIsAndSaysSo() throws {
    var model = try ReaderFixtures.model()
    let known = Reply(id: "r", text: "", claims: [], created: .zero, modified: .zero)
    model.reading?.replies = [known]
    model.open(known, at: .zero)
    var deleted = known
    deleted.text = "Older words."
    deleted.isDeleted = true
    deleted.modified = Timestamp(milliseconds: 5)
    deleted.versions = VersionVector.none.noting("elsewhere", at: deleted.modified)
    _ = model.update(.changedElsewhere(annotations: [], replies: [deleted], essay: 1), at: .zero)
    #expect(model.composer?.editor.text.isEmpty == true)
    #expect(model.notice?.text == Phrase.deletedElsewhere)
    _ = model.press(keys: "Esc")
    #expect(model.reading?.replies == [deleted])
  }

  /// The title kept the number that the claim had when the text was opened.
  @Test func theTitleNamesTheClaimAsItIsNumberedNow() throws {
    var model = try ReaderFixtures.model()
    var other = try ReaderFixtures.model(seed: 2)
    _ = model.press(keys: "] ] ] c")
    let number = try #require(model.reading?.focusedClaim) + 1
    #expect(model.composer?.title == Phrase.counterargumentTitle(attack: "rebuttal", claim: number))
    let rejected = other.press(keys: "] x").flatMap { effect -> [Annotation] in
      if case .record(let annotations, _) = effect { return annotations }
      return []
    }
    _ = model.update(.changedElsewhere(annotations: rejected, replies: [], essay: 1), at: .zero)
    #expect(model.reading?.focusedClaim == number - 2)
    #expect(
      model.composer?.title == Phrase.counterargumentTitle(attack: "rebuttal", claim: number - 1))
  }

  @Test func theTitleCountsTheDraftsThatThereAreNow() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    let other = Reply(
      id: "other", text: "Theirs.", claims: [], created: Timestamp(milliseconds: -1),
      modified: .zero)
    _ = model.update(.changedElsewhere(annotations: [], replies: [other], essay: 1), at: .zero)
    #expect(model.composer?.title.hasPrefix("Reply 2 of 2") == true)
  }

  @Test func aRecordThatComesLateChangesNothing() throws {
    var (model, note) = try Self.writing()
    var old = note
    old.body = .note("Before.")
    old.modified = note.modified.advanced(by: -5)
    old.versions = .none
    _ = model.update(.changedElsewhere(annotations: [old], replies: [], essay: 1), at: .zero)
    #expect(model.composer?.editor.text == "Mine.")
  }

  @Test func newsAreLookedForNowAndThen() throws {
    var model = try ReaderFixtures.model()
    func looks(_ effects: [Effect]) -> Int {
      effects.count { if case .lookForNews = $0 { true } else { false } }
    }
    let later = Timestamp(milliseconds: 5_000)
    #expect(looks(model.update(.key(Key("j")), at: later)) == 1)
    #expect(looks(model.update(.key(Key("j")), at: later.advanced(by: 1_000))) == 0)
    #expect(looks(model.update(.key(Key("j")), at: later.advanced(by: 2_000))) == 1)
  }

  /// A note that was edited by hand, in the file, was passed over and then overwritten.
  @Test func aTextThatWasEditedByHandIsTaken() throws {
    var (model, note) = try Self.writing()
    var edited = note
    edited.body = .note("Mine, by hand.")
    var writing = model
    _ = model.update(.changedElsewhere(annotations: [edited], replies: [], essay: 1), at: .zero)
    #expect(model.composer?.editor.text == "Mine, by hand.")
    #expect(model.reading?.annotations[note.id] == edited)
    // Words that are not kept yet stand.
    writing.type(" More.")
    _ = writing.update(.changedElsewhere(annotations: [edited], replies: [], essay: 1), at: .zero)
    #expect(writing.composer?.editor.text == "Mine. More.")
  }

  /// Undoing an edit once wrote the text before it over what another session had added since.
  @Test func undoingLeavesWhatAnotherSessionWroteSince() throws {
    var (model, _) = try Self.writing()
    _ = model.press(keys: "Esc e")
    model.type(" More.")
    _ = model.press(keys: "Esc")
    let edited = try #require(model.reading?.annotations.values.first { $0.body.words != nil })
    _ = model.update(.recorded([edited], essay: 1), at: .zero)
    let theirs = Self.elsewhere(edited, "Mine. More. Theirs.")
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    let effects = model.press(keys: "u")
    #expect(!effects.contains { if case .record = $0 { true } else { false } })
    #expect(model.reading?.annotations[edited.id] == theirs)
    #expect(model.notice?.text.hasPrefix("Not undone: ") == true)
    // What was undone before that is not done again over their words either.
    _ = model.press(keys: "^R")
    #expect(model.reading?.annotations[edited.id] == theirs)
  }

  @Test func redoingLeavesWhatAnotherSessionWroteSince() throws {
    var (model, _) = try Self.writing()
    _ = model.press(keys: "Esc e")
    model.type(" More.")
    _ = model.press(keys: "Esc u")
    let undone = try #require(model.reading?.annotations.values.first { $0.body.words != nil })
    #expect(undone.body == .note("Mine."))
    _ = model.update(.recorded([undone], essay: 1), at: .zero)
    let theirs = Self.elsewhere(undone, "Mine. Theirs.")
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    _ = model.press(keys: "^R")
    #expect(model.reading?.annotations[undone.id] == theirs)
    #expect(model.notice?.text.hasPrefix("Not redone: ") == true)
  }

  /// Undoing led back to the text before the composer was opened, past what had come meanwhile.
  @Test func undoingLeadsBackToWhatCameWhileTheTextWasOpen() throws {
    var (model, note) = try Self.writing()
    let theirs = Self.elsewhere(note, "Mine, and theirs.")
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    model.type(" More.")
    _ = model.press(keys: "Esc u")
    #expect(model.reading?.annotations[note.id]?.body == .note("Mine, and theirs."))
    #expect(model.reading?.annotations[note.id]?.isDeleted == false)
  }

  /// The list of what was deleted once wrote what it had listed over what was written since.
  @Test func whatIsBroughtBackIsWhatThereIsNow() throws {
    var (model, _) = try Self.writing()
    _ = model.press(keys: "^O d D")
    #expect(model.mode == .records)
    let deleted = try #require(model.reading?.annotations.values.first { $0.body.words != nil })
    _ = model.update(.recorded([deleted], essay: 1), at: .zero)
    var theirs = Self.elsewhere(deleted, "Mine, and theirs.")
    theirs.isDeleted = false
    _ = model.update(.changedElsewhere(annotations: [theirs], replies: [], essay: 1), at: .zero)
    let effects = model.press(keys: "Enter")
    #expect(!effects.contains { if case .record = $0 { true } else { false } })
    #expect(model.reading?.annotations[theirs.id] == theirs)
    #expect(model.notice?.text == Phrase.changedSinceListed)
  }

  @Test func anEmptiedNoteCanBeBroughtBack() throws {
    var (model, _) = try Self.writing()
    _ = model.press(keys: "Esc")
    _ = model.press(keys: "e ^U Esc")
    #expect(model.reading?.resolved.isEmpty == true)
    _ = model.press(keys: "D")
    #expect(model.mode == .records)
    _ = model.press(keys: "Enter")
    #expect(model.reading?.resolved.map(\.annotation.body) == [.note("Mine.")])
  }

  /// Each record of a batch once cost a copy of all, and the reader waited for seconds. Together they come
  /// out as they do one after another.
  @Test func manyRecordsAtOnceAreThoseOneByOne() throws {
    let model = try ReaderFixtures.model()
    let text = try #require(model.reading?.text)
    var numbers = SplitMix64(seed: 7)
    let records = (0..<60).map { number in
      let start = Int.random(in: 0..<(text.count - 40), using: &numbers)
      var record = Annotation(
        id: "n\(number)", anchor: Anchor(of: Passage(start: start, end: start + 30), in: text),
        body: number % 3 == 0 ? .mark(kind: .fact) : .note("Note \(number)"),
        created: Timestamp(milliseconds: Int64.random(in: 0..<30, using: &numbers)),
        modified: Timestamp(milliseconds: 50))
      record.isDeleted = number % 7 == 0
      return record
    }
    var together = model
    together.takeRecorded(records)
    var alone = model
    for record in records { alone.set(record) }
    alone.refreshMarking()
    #expect(together.reading?.annotations == alone.reading?.annotations)
    #expect(together.reading?.resolved == alone.reading?.resolved)
    #expect(together.reading?.marking == alone.reading?.marking)
    #expect(together.reading?.resolved.isEmpty == false)
  }

  /// A record that was found by words that are only alike counted as certain once it was edited.
  @Test func whatWasFoundByLikenessStaysUncertain() throws {
    var model = try ReaderFixtures.model()
    let text = try #require(model.reading?.text)
    let passage = Passage(start: 0, end: 30)
    var note = Annotation(
      id: "n", anchor: Anchor(of: passage, in: text), body: .note("First."), created: .zero,
      modified: .zero)
    model.reading?.annotations[note.id] = note
    model.reading?.resolved = [
      ResolvedAnnotation(annotation: note, passage: passage, likeness: 0.5)
    ]
    note.body = .note("Second.")
    model.set(note)
    #expect(
      model.reading?.resolved
        == [ResolvedAnnotation(annotation: note, passage: passage, likeness: 0.5)])
  }
}
