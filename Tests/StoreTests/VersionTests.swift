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
      .replacing("\"schemaVersion\" : 1", with: "\"schemaVersion\" : 2, \"mood\" : \"new\"")
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
      .replacing("\"schemaVersion\" : 1", with: "\"schemaVersion\" : 2")
      .replacing("\"id\" : \"b\"", with: "\"id\" : 12")
    try store.folder.write(newer, to: name)
    let records = try store.library.records(of: store.id)
    #expect(records.annotations.map(\.id) == ["a", "c"])
    try expectRefusal(store, file: "annotations.json", content: newer)
    #expect(try store.names().allSatisfy { !$0.contains("damaged") })
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
