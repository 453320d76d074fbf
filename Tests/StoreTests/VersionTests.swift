import RejoinderCore
import Store
import Testing

@Suite("A file of a newer version")
struct VersionTests {
  static let files = ["annotations.json", "place.json", "essay.json", "replies/r.json"]

  @Test("is shown where it is understood, and never changed", arguments: files)
  func understood(file: String) throws {
    let store = try StoreFixture()
    let newer = try store.folder.read(store.essay + "/" + file)
      .replacing(Fixture.version, with: "\"schemaVersion\": 3, \"mood\": \"new\"")
    try store.folder.write(newer, to: store.essay + "/" + file)
    let records = try store.library.records(of: store.id)
    #expect(records.annotations == StoreFixture.annotations)
    #expect(records.replies.map(\.id) == ["r", "s"])
    #expect(records.place == StoreFixture.place)
    #expect(records.isReadOnly)
    #expect(records.problems.count == 1)
    #expect(records.problems.first?.contains("newer version") == true)
    try expectRefusal(store, file: file, content: newer)
  }

  @Test("is reported where it is not understood", arguments: files)
  func notUnderstood(file: String) throws {
    let store = try StoreFixture()
    let newer = "{\"schemaVersion\": 9, \"records\": {\"new\": true}, \"top\": [], \"id\": 4}"
    try store.folder.write(newer, to: store.essay + "/" + file)
    let records = try store.library.records(of: store.id)
    #expect(records.isReadOnly)
    #expect(records.problems.first?.contains("cannot be shown") == true)
    try expectRefusal(store, file: file, content: newer)
  }

  @Test("keeps records that it does not understand")
  func strangeRecord() throws {
    let store = try StoreFixture()
    let name = store.essay + "/annotations.json"
    let newer = try store.folder.read(name)
      .replacing(Fixture.version, with: "\"schemaVersion\": 3, \"mood\": \"new\"")
      .replacing("\"id\":\"b\"", with: "\"id\":12")
    try store.folder.write(newer, to: name)
    let records = try store.library.records(of: store.id)
    #expect(records.annotations.map(\.id) == ["a", "c"])
    try expectRefusal(store, file: "annotations.json", content: newer)
    #expect(try store.names().allSatisfy { !$0.contains("damaged") })
  }

  @Test("only by name, as its sum tells, is read-only until it is repaired", arguments: files)
  func misdated(file: String) throws {
    let store = try StoreFixture()
    let whole = try store.folder.read(store.essay + "/" + file)
    let newer = whole.replacing(Fixture.version, with: "\"schemaVersion\":7")
    try store.folder.write(newer, to: store.essay + "/" + file)
    #expect(try store.library.records(of: store.id).isReadOnly)
    try expectRefusal(store, file: file, content: newer)
    #expect(try store.library.check().isDamaged)
    _ = try store.library.repair()
    #expect(try store.folder.read(store.essay + "/" + file) == whole)
    #expect(try store.library.check().findings.isEmpty)
  }

  @Test("keeps its earlier texts of a reply from this one")
  func revisions() throws {
    let store = try StoreFixture()
    let reply = Fixture.reply("r", "First reply")
    _ = try store.library.record(Fixture.changed(reply, "Other.", by: "me", at: 3000), in: store.id)
    let name = "revisions/r.json"
    let newer = try store.folder.read(store.essay + "/" + name)
      .replacing(Fixture.version, with: "\"schemaVersion\": 3, \"mood\": \"new\"")
    try store.folder.write(newer, to: store.essay + "/" + name)
    try expectRefusal(store, file: name, content: newer)
    #expect(throws: LibraryError.self) {
      _ = try store.library.record(
        Fixture.changed(reply, "Yet other words.", by: "me", at: 900_000), in: store.id)
    }
    #expect(try store.folder.read(store.essay + "/" + name) == newer)
  }

  private func expectRefusal(_ store: StoreFixture, file: String, content: String) throws {
    let before = try store.names()
    let library = store.library
    let place = ReadingPlace(top: 0, focus: nil, furthest: 0, seen: Fixture.time(9000))
    let writes: [() throws -> Void] = [
      { _ = try library.record([Fixture.note("n")], in: store.id) },
      { _ = try library.record(Fixture.reply("n", "No."), in: store.id) },
      { try library.record(place, in: store.id) },
    ]
    // Twice, because the second time the version is known without reading.
    for write in writes + writes {
      let error = #expect(throws: LibraryError.self) { try write() }
      #expect(error?.kind == .newerVersion)
    }
    #expect(try store.folder.read(store.essay + "/" + file) == content)
    #expect(try store.names() == before)
  }
}
