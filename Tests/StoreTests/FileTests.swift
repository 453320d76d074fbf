import Glibc
import RejoinderCore
import Testing

@testable import Store

@Suite("The store's files")
struct FileTests {
  @Test("are their owner's alone, whatever the umask")
  func permissions() throws {
    let earlier = umask(0)
    defer { umask(earlier) }
    let folder = try TemporaryFolder()
    let library = JSONLibrary(root: folder.path + "/home/of/store")
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record(Fixture.everyForm, in: id)
    _ = try library.record(Fixture.reply("r", "No."), in: id)
    try library.add(Fixture.pack)
    let store = try StoreFixture()
    let entries = try folder.entries()
    #expect(entries.contains("home/of/store/essays/\(id.rawValue)/replies/r.json"))
    for entry in entries {
      var status = stat()
      try #require(lstat(folder.path + "/" + entry, &status) == 0)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      #expect(store.mode(folder.path + "/" + entry) == (isFolder ? 0o700 : 0o600), "\(entry)")
    }
  }

  @Test("have their keys in alphabetical order and are fit to be read")
  func layout() throws {
    let store = try StoreFixture()
    let expected = """
      {
        "focus" : 25,
        "furthest" : 100,
        "schemaVersion" : 2,
        "seen" : "1970-01-01T00:00:03.000Z",
        "sum" : "b4ae62c7b61756a9",
        "top" : 24
      }

      """
    #expect(try store.folder.read(store.essay + "/place.json") == expected)
    let annotations = try store.folder.read(store.essay + "/annotations.json")
    // Recording again what is there changes no byte.
    _ = try store.library.record(StoreFixture.annotations, in: store.id)
    let again = try store.folder.read(store.essay + "/annotations.json")
    #expect(again == annotations)
  }

  @Test("keep fields that somebody else has put in")
  func unknownFields() throws {
    let store = try StoreFixture()
    let names = ["/annotations.json", "/replies/r.json"].map { store.essay + $0 }
    for name in names {
      // Who writes by hand leaves the sums out.
      let text = try store.folder.read(name)
        .replacing(
          "\"id\":\"b\"",
          with: "\"id\":\"b\",\"colour\":{\"name\":\"blue\",\"depth\":[1,2.5,null,true]}"
        )
        .replacing(Fixture.version, with: "\"schemaVersion\": 2, \"tool\": \"other\"")
        .replacing(/,\s*"sum" ?: ?"[0-9a-f]+"/, with: "")
      try store.folder.write(text, to: name)
    }
    _ = try store.library.record([Fixture.note("b", "changed", at: 9000)], in: store.id)
    let reply = Fixture.reply("r", "changed", at: 9000)
    _ = try store.library.record(reply, in: store.id)
    for name in names {
      let text = try store.folder.read(name)
      #expect(text.contains(/"tool" ?: ?"other"/))
      #expect(text.contains("changed"))
    }
    let annotations = try store.folder.read(names[0])
    #expect(annotations.contains("\"name\":\"blue\""))
    #expect(annotations.contains("2.5"))
    #expect(try store.library.records(of: store.id).problems.isEmpty)
  }

  @Test("left half-written by a session that died are cleared away")
  func leftovers() throws {
    let store = try StoreFixture()
    try store.folder.write("{\"half", to: store.essay + "/annotations.json.new")
    let merged = try store.library.record([Fixture.note("d")], in: store.id)
    #expect(merged.count == 4)
    #expect(try store.names().allSatisfy { !$0.hasSuffix(".new") })
  }

  @Test("are not reached through links out of the store")
  func links() throws {
    let store = try StoreFixture()
    let essay = store.folder.path + "/" + store.essay
    try #require(rename(essay, store.folder.path + "/elsewhere") == 0)
    try #require(symlink(store.folder.path + "/elsewhere", essay) == 0)
    let before = try store.folder.read("elsewhere/annotations.json")
    let calls: [() throws -> Void] = [
      { _ = try store.library.records(of: store.id) },
      { _ = try store.library.record([Fixture.note("d")], in: store.id) },
    ]
    for call in calls {
      let error = #expect(throws: LibraryError.self) { try call() }
      #expect(error?.kind == .damaged)
    }
    #expect(try store.folder.read("elsewhere/annotations.json") == before)
  }

  @Test("may lie where a link of the reader's leads")
  func linkedRoot() throws {
    let store = try StoreFixture()
    try #require(symlink(store.folder.path + "/store", store.folder.path + "/link") == 0)
    let library = JSONLibrary(root: store.folder.path + "/link")
    #expect(try library.record([Fixture.note("d")], in: store.id).count == 4)
  }

  @Test("that cannot be made are said so in one line")
  func cannotCreate() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "file")
    let root = folder.path + "/file/store"
    let library = JSONLibrary(root: root)
    let error = #expect(throws: LibraryError.self) {
      _ = try library.register(Fixture.essay(), as: nil, at: .zero)
    }
    #expect(error?.kind == .cannotCreate)
    #expect(error?.description.contains(root) == true)
    #expect(error?.description.contains("\n") == false)
  }

  /// Two passages whose shared part, doubled, is more than a number can be.
  @Test("may name any offsets, and the list stands")
  func farOffsets() throws {
    let store = try StoreFixture()
    var records: [Annotation] = []
    for start in [0, 1] {
      var annotation = Fixture.note("far-\(start)")
      annotation.anchor.position = Passage(start: start, end: .max)
      annotation.body = .counterargument(attack: .rebuttal, text: "No.", source: nil)
      records.append(annotation)
    }
    _ = try store.library.add(ImportedRecords(annotations: records), to: store.id)
    #expect(try store.library.summaries().map(\.claimsAnswered) == [2])
  }

  /// A sparse file says that it is as large as it likes.
  @Test(
    "that are larger than any of a store are not read, and the list stands",
    arguments: [Int64.max, 1 << 43, -1])
  func oversized(size: Int64) throws {
    let store = try StoreFixture()
    var calls = SystemCalls.live
    calls.status = { folder, name in
      var status = SystemCalls.live.status(folder, name)
      if name.isEmpty, status.isRegular { status.size = size }
      return status
    }
    let library = JSONLibrary(root: store.folder.path + "/store", patience: 0, calls: calls)
    #expect(try library.summaries().count == 1)
    let report = try library.check()
    #expect(report.isDamaged)
    #expect(report.findings.contains { $0.description.contains("larger than any of a store") })
    #expect(throws: LibraryError.self) { try library.essay(store.id) }
    #expect(throws: LibraryError.self) { try library.record([Fixture.note("d")], in: store.id) }
    #expect(try store.library.records(of: store.id).annotations == StoreFixture.annotations)
  }

  @Test("of argument packs are passed over when damaged, and said so")
  func packs() throws {
    let store = try StoreFixture()
    try store.library.add(Fixture.pack)
    try store.folder.write("{\"schemaVersion\": 1, \"title\":", to: "store/packs/broken.json")
    try store.folder.write("not a pack", to: "store/packs/readme.txt")
    let shelf = try store.library.packShelf()
    #expect(shelf.packs == [Fixture.pack])
    #expect(shelf.problems.count == 1)
    #expect(shelf.problems.first?.contains("broken.json") == true)
    #expect(store.folder.exists("store/packs/broken.json"))
  }
}
