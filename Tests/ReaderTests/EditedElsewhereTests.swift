import RejoinderCore
import Testing

@testable import Reader

/// What another session wrote while the reader's own editor had the text.
@Suite struct EditedElsewhereTests {
  private static let given = "One word here, and one word there."

  /// A model of which the editor has the note `given`, which is on disk, and the note.
  private static func editing() throws -> (Model, Annotation) {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] i")
    model.type(given)
    let note = try #require(notes(model.update(.timer(.keepDraft), at: .zero)).first)
    _ = model.update(.recorded([note], essay: 1), at: .zero)
    let effects = model.press(keys: "^O e")
    #expect(
      effects.contains { if case .editExternally(given, _, _, _) = $0 { true } else { false } })
    return (model, note)
  }

  private static func notes(_ effects: [Effect]) -> [Annotation] {
    effects.flatMap { effect -> [Annotation] in
      if case .record(let annotations, _) = effect { return annotations }
      return []
    }
  }

  /// What the model makes of another session's `theirs` and then of what the editor leaves.
  private static func taking(
    _ edited: String, after theirs: String, _ model: inout Model, _ note: Annotation
  ) -> (effects: [Effect], theirs: Annotation) {
    var note = note
    note.body = .note(theirs)
    note.modified = note.modified.advanced(by: 5)
    note.versions = note.versions.noting("elsewhere", at: note.modified)
    _ = model.update(.changedElsewhere(annotations: [note], replies: [], essay: 1), at: .zero)
    return (model.update(.edited(edited), at: .zero), note)
  }

  /// An editor that was left without a change once put its old text over what another session had
  /// written, and had that kept, without a word.
  @Test func anUnchangedTextLeavesWhatAnotherSessionWrote() throws {
    var (model, note) = try Self.editing()
    let theirs = Self.given + " Theirs."
    let effects = Self.taking(Self.given, after: theirs, &model, note).effects
    #expect(model.composer?.editor.text == theirs)
    #expect(effects.isEmpty && !model.hasUnsaved)
    #expect(model.notice?.text == Phrase.changedWhileEdited)
  }

  @Test func changesOfDifferentWordsAreJoined() throws {
    var (model, note) = try Self.editing()
    let effects = Self.taking(
      "Two words here, and one word there.", after: Self.given + " Theirs.", &model, note
    ).effects
    #expect(model.composer?.editor.text == "Two words here, and one word there. Theirs.")
    #expect(model.notice?.text == Phrase.joinedWithEdited)
    let sent = try #require(Self.notes(effects).first, "at once, for the editor's file is gone")
    #expect(sent.body == .note("Two words here, and one word there. Theirs."))
  }

  /// What the editor left was written over another session's words, as if it had been made from them.
  @Test func changesOfTheSameWordsAreKeptSideBySide() throws {
    var (model, note) = try Self.editing()
    let (effects, theirs) = Self.taking(
      Self.given + "\nMine.", after: Self.given + " Theirs.", &model, note)
    #expect(model.composer?.editor.text == Self.given + "\nMine.")
    let mine = try #require(Self.notes(effects).first)
    let parted = separated(merge([theirs], written([mine], onto: [theirs])))
    #expect(
      Set(parted.compactMap(\.body.words)) == [Self.given + "\nMine.", Self.given + " Theirs."])
    _ = model.update(.recorded(parted, essay: 1), at: .zero)
    #expect(model.notice?.text == Phrase.conflictingNoteKept)
    #expect(model.composer?.isSaved == true)
  }

  /// The other session's own writing of the same text is no conflict with it.
  @Test func knowingMoreOfTheSameTextMakesNoConflict() throws {
    var (model, note) = try Self.editing()
    var same = note
    same.modified = note.modified.advanced(by: 5)
    same.versions = note.versions.noting("elsewhere", at: same.modified)
    _ = model.update(.changedElsewhere(annotations: [same], replies: [], essay: 1), at: .zero)
    let (effects, theirs) = Self.taking(
      Self.given + "\nMine.", after: Self.given + " Theirs.", &model, same)
    let mine = try #require(Self.notes(effects).first)
    #expect(mine.versions.covers(same.versions) && !mine.versions.covers(theirs.versions))
    #expect(merge([same], written([mine], onto: [same])).count == 1)
  }

  @Test func anEditedTextThatNobodyElseChangedIsTaken() throws {
    var (model, _) = try Self.editing()
    let effects = model.update(.edited("Mine."), at: .zero)
    #expect(Self.notes(effects).map(\.body) == [.note("Mine.")], "at once")
    #expect(model.composer?.editor.text == "Mine.")
    #expect(model.notice == nil)
    #expect(model.composer?.handedOut == nil)
  }

  /// A draft that was begun before the library had answered gave way to the known one while the editor had
  /// it, and then the editor's text took the known one's place.
  @Test func aTextInTheEditorDoesNotGiveWayToTheKnownDraft() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r ^O e")
    let begun = try #require(model.composer?.subject.id)
    let known = Reply(
      id: "known", text: "Known words.", claims: [], created: .zero, modified: .zero)
    model.reading?.replies.append(known)
    model.reading?.lastDraft = known.id
    _ = model.continueKnownDraft(among: [known], at: .zero)
    #expect(model.composer?.subject.id == begun)
  }
}
