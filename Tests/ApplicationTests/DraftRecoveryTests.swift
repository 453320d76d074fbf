import FoundationEssentials
import Reader
import RejoinderCore
import Runtime
import Store
import Testing

@testable import Application
@testable import Delivery

/// What editors wrote that failed, or whose session was ended.
@Suite struct DraftRecoveryTests {
  private let desk: ReadingDesk
  private let library = InMemoryLibrary()
  private let essay: EssayID
  private let draft: Reply

  init() throws {
    desk = try ReadingDesk(library)
    let text = EssayText(canonical: "Towns must not burn light for nobody.")
    essay = try library.register(
      Essay(metadata: EssayMetadata(source: .standardInput), text: text), as: nil, at: .zero)
    draft = Reply(
      id: "r1", text: "As it was.", claims: [Anchor(of: Passage(0..<5), in: text)], created: .zero,
      modified: Timestamp(milliseconds: 1))
    _ = try library.record(draft, in: essay)
  }

  private var recovery: DraftRecovery {
    DraftRecovery(library: library, folder: desk.folder) { Timestamp(milliseconds: 1_000) }
  }

  /// Lets an editor write and fail.
  private func edit(of owner: DraftOwner, writing words: String = "Better words.") {
    let result = ExternalEditor.run(
      draft.text, command: "f() { echo '\(words)' > \"$1\"; exit 1; }; f", folder: desk.folder,
      owner: owner.line)
    if case .success = result { Issue.record("it did not fail") }
  }

  private var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: desk.folder)) ?? []
  }

  @Test func itBecomesADraftAndTheOtherStaysAsItIs() throws {
    edit(of: DraftOwner(essay: essay, record: draft.id))
    #expect(recovery.recover() == DraftRecovery.Outcome(essays: [essay]))
    let replies = try library.records(of: essay).replies
    #expect(replies.count == 2 && replies.contains { $0.text == "As it was." })
    let new = try #require(replies.first { $0.id != draft.id })
    #expect(new.text == "Better words." && new.claims == draft.claims)
    #expect(files.isEmpty)
    #expect(recovery.recover() == DraftRecovery.Outcome())
  }

  /// Should the session end before the file is removed, the words come only once.
  @Test func wordsThatAreThereAreNotAddedAgain() throws {
    edit(of: DraftOwner(essay: essay, record: draft.id), writing: draft.text + "!")
    _ = recovery.recover()
    edit(of: DraftOwner(essay: essay, record: draft.id), writing: draft.text + "!")
    #expect(recovery.recover() == DraftRecovery.Outcome())
    #expect(try library.records(of: essay).replies.count == 2)
    #expect(files.isEmpty)
  }

  @Test func aNoteBecomesADraftAboutItsPassage() throws {
    let note = Annotation(
      id: "a1", anchor: draft.claims[0], body: .note("Why?"), created: .zero, modified: .zero)
    _ = try library.record([note], in: essay)
    edit(of: DraftOwner(essay: essay, record: note.id))
    _ = recovery.recover()
    let new = try #require(try library.records(of: essay).replies.first { $0.id != draft.id })
    #expect(new.claims == [note.anchor])
  }

  @Test func whereItsEssayIsGoneTheFileStaysAndIsNamed() throws {
    edit(of: DraftOwner(essay: essay, record: draft.id))
    try library.remove(essay)
    let outcome = recovery.recover()
    #expect(outcome.essays.isEmpty && outcome.left.count == 1)
    #expect(files.contains { $0.hasSuffix(".md") })
  }

  /// The next session made a version of the draft that differed, once the reader had written on in it.
  @Test func aDraftThatWasWrittenOnIsNotAddedAgain() throws {
    edit(of: DraftOwner(essay: essay, record: draft.id))
    let kept = try files.map { ($0, try Data(contentsOf: URL(filePath: desk.folder + "/" + $0))) }
    #expect(recovery.recover().essays == [essay])
    var new = try #require(try library.records(of: essay).replies.first { $0.id != draft.id })
    new.text = "Better words, and more."
    new.modified = Timestamp(milliseconds: 2_000)
    new.versions = new.versions.noting("reader", at: new.modified)
    _ = try library.record(new, in: essay)
    // As where the session that took it was ended before it could remove the file.
    for (name, bytes) in kept { try bytes.write(to: URL(filePath: desk.folder + "/" + name)) }
    #expect(recovery.recover() == DraftRecovery.Outcome())
    let replies = try library.records(of: essay).replies
    #expect(Set(replies.map(\.text)) == ["As it was.", "Better words, and more."])
    #expect(files.isEmpty)
  }

  /// What was on its way to the library when the session ended is nowhere else.
  @Test(arguments: ["Never recorded.", "Never recorded.\n"])
  func whatTheLibraryNeverHadIsTakenThoughTheEditorDidNotChangeIt(text: String) throws {
    let owner = DraftOwner(essay: essay, record: "r9")
    let (_, life) = try EditedDrafts.write(text, in: desk.folder, of: owner.line)
    life.leave()
    #expect(recovery.recover().essays == [essay])
    #expect(try library.records(of: essay).replies.contains { $0.text == "Never recorded." })
    #expect(files.isEmpty)
  }

  /// The library has it: as it stands, as it stood, or as a draft that was deleted.
  @Test func whatTheEditorDidNotChangeIsNoSecondDraft() throws {
    var later = draft
    later.text = "As it is."
    later.modified = Timestamp(milliseconds: 900_000)
    _ = try library.record(later, in: essay)
    var deleted = Reply(id: "r2", text: "Gone.", claims: [], created: .zero, modified: .zero)
    deleted.isDeleted = true
    _ = try library.record(deleted, in: essay)
    for (record, text) in [("r1", "As it was."), ("r1", "As it is."), ("r2", "Gone."), ("r3", " ")]
    {
      let owner = DraftOwner(essay: essay, record: record)
      let (_, life) = try EditedDrafts.write(text + "\n", in: desk.folder, of: owner.line)
      life.leave()
    }
    #expect(recovery.recover() == DraftRecovery.Outcome())
    #expect(try library.records(of: essay).replies.count == 2)
    #expect(files.isEmpty)
  }

  // MARK: What the reader is told

  private func loaded(_ id: EssayID, problem: String? = nil) throws -> LoadedEssay {
    let mailbox = try #require(Mailbox())
    var environment = SessionEnvironment(entries: [], folder: desk.folder)
    environment.chosenLibrary = desk.folder
    let runner = LiveRunner(
      library: library, mailbox: mailbox, environment: environment, clock: { .zero }, current: nil,
      queue: { _ in .immediate })
    runner.begin(.load(.stored(id), request: 1))
    let loaded = mailbox.collect().compactMap { message in
      if case .loaded(let loaded, _) = message { loaded } else { nil }
    }
    return try #require(loaded.first)
  }

  /// Of several essays only the first was told, as if it were a mishap, and in the place of real ones.
  @Test func ofAllEssaysIsToldInOneSentence() throws {
    var metadata = EssayMetadata(source: .file("other"))
    metadata.title = "On Other Lamps"
    let other = try library.register(
      Essay(metadata: metadata, text: EssayText(canonical: "Others may burn.")), as: nil, at: .zero)
    for id in [essay, other] {
      let result = ExternalEditor.run(
        "", command: "f() { echo words >> \"$1\"; exit 1; }; f", folder: desk.folder + "/editing",
        owner: DraftOwner(essay: id, record: "r9").line)
      if case .success = result { Issue.record("it did not fail") }
    }
    let loaded = try loaded(essay)
    #expect(loaded.problems == [])
    let word = try #require(loaded.word)
    #expect(word.contains("this essay") && word.contains("On Other Lamps"), "\(word)")
    #expect(try self.loaded(essay).word == nil)
  }

  @Test func aFileThatStaysIsAProblem() throws {
    let result = ExternalEditor.run(
      "", command: "f() { printf 'caf\\351' >> \"$1\"; exit 1; }; f",
      folder: desk.folder + "/editing", owner: DraftOwner(essay: essay, record: "r9").line)
    if case .success = result { Issue.record("it did not fail") }
    let first = try loaded(essay)
    #expect(first.word == nil && first.problems.count == 1)
    #expect(first.problems.first?.contains("is no draft yet: it is not UTF-8") == true)
    // As the sentence says.
    let folder = desk.folder + "/editing/"
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".md") })
    try Data("caf\u{E9}\n".utf8).write(to: URL(filePath: folder + name))
    #expect(try loaded(essay).word?.contains("is a draft of this essay now") == true)
    #expect(try library.records(of: essay).replies.contains { $0.text == "caf\u{E9}" })
  }
}
