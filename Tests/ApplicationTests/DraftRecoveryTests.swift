import Delivery
import FoundationEssentials
import RejoinderCore
import Store
import Testing

@testable import Application

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
}
