import RejoinderCore
import Testing

@testable import Store

/// Who edits a record by hand leaves its sum out.
@Suite("A record that was edited by hand")
struct HandEditTests {
  /// It was taken for the version that the session had begun with, and overwritten.
  @Test("stands beside what a session wrote without knowing of it")
  func unsavedWords() throws {
    let store = try StoreFixture(isSynced: false)
    let note = Fixture.changed(Fixture.note("a"), "Is this so, then?", by: "me", at: 3000)
    let reply = Fixture.changed(Fixture.reply("r", ""), "My answer", by: "me", at: 3000)
    _ = try store.library.record([note], in: store.id)
    _ = try store.library.record(reply, in: store.id)
    try edit("annotations.json", "Is this so, then?", to: "By hand", in: store)
    try edit("replies/r.json", "My answer", to: "By hand", in: store)
    let later = Fixture.changed(note, "Is this so, then, or not?", by: "me", at: 4000)
    _ = try store.library.record([later], in: store.id)
    _ = try store.library.record(
      Fixture.changed(reply, "My answer, longer", by: "me", at: 4000), in: store.id)
    let records = try store.library.records(of: store.id)
    #expect(records.problems == [])
    #expect(records.annotations.first { $0.id == "a" }?.body == later.body)
    #expect(records.annotations.first { $0.conflictsWith == "a" }?.body == .note("By hand"))
    #expect(records.replies.first { $0.id == "r" }?.text == "My answer, longer")
    #expect(records.replies.first { $0.conflictsWith == "r" }?.text == "By hand")
  }

  @Test("stands alone where nothing else was written")
  func knownWords() throws {
    let store = try StoreFixture(isSynced: false)
    try edit("replies/r.json", "First reply", to: "By hand", in: store)
    let edited = try #require(
      store.library.records(of: store.id).replies.first { $0.id == "r" })
    #expect(edited.text == "By hand")
    _ = try store.library.record(
      Fixture.changed(edited, "By hand, and more", by: "me", at: 4000), in: store.id)
    let replies = try store.library.records(of: store.id).replies
    #expect(replies.map(\.text).sorted() == ["By hand, and more", "Second reply"])
  }

  private func edit(
    _ file: String, _ words: String, to others: String, in store: StoreFixture
  ) throws {
    let name = store.essay + "/" + file
    let lines = try store.folder.read(name).split(separator: "\n", omittingEmptySubsequences: false)
    // In a list each record has a line of its own.
    let isList = file == "annotations.json"
    let edited = lines.map { line in
      guard !isList || line.contains(words) else { return String(line) }
      return String(line).replacing(words, with: others).replacing(
        /"sum" ?: ?"[0-9a-f]{16}",?/, with: "")
    }
    try store.folder.write(
      edited.joined(separator: "\n").replacing(/,\s*\n\}/, with: "\n}"), to: name)
  }
}
