import Glibc
import RejoinderCore
import Testing

@testable import Store

/// What checking once was content with.
@Suite("Checking names")
struct CheckTests {
  @Test("an essay whose entry is missing, and repairing makes it again")
  func missingEntry() throws {
    let store = try StoreFixture(isSynced: false)
    try store.folder.remove(store.essay + "/essay.json")
    let report = try store.library.check()
    #expect(report.isDamaged && report.findings.count == 1)
    #expect(report.findings.first?.path.hasSuffix("/essay.json") == true)
    _ = try store.library.repair()
    #expect(try store.library.check().findings == [])
    #expect(try store.library.essay(store.id).text == Fixture.essay().text)
  }

  @Test("a folder in the place of a lock, and repairing moves it away")
  func folderForLock() throws {
    let store = try StoreFixture(isSynced: false)
    let lock = "store/locks/\(store.id.rawValue).lock"
    try store.folder.remove(lock)
    try store.folder.write("inside", to: lock + "/file")
    #expect(throws: LibraryError.self) {
      _ = try store.library.record([Fixture.note("d")], in: store.id)
    }
    let findings = try store.library.check().findings
    #expect(findings.count == 1 && findings.first?.path.hasSuffix(".lock") == true)
    _ = try store.library.repair()
    #expect(try store.library.check().findings == [])
    #expect(try store.library.record([Fixture.note("d")], in: store.id).count == 4)
    #expect(store.folder.exists(lock + ".salvaged-1/file"))
  }

  @Test(
    "a file in the place of a folder, and repairing moves it away",
    arguments: ["sources", "texts", "locks", "index", "essays/ESSAY/revisions"])
  func fileForFolder(name: String) throws {
    let store = try StoreFixture(isSynced: false)
    let path = "store/" + name.replacing("ESSAY", with: store.id.rawValue)
    try? store.folder.remove(path)
    try store.folder.write("in the way", to: path)
    let findings = try store.library.check().findings
    #expect(findings.count == 1 && findings.first?.path.hasSuffix("/" + path) == true)
    _ = try store.library.repair()
    #expect(try store.library.check().findings == [])
    let reply = Fixture.changed(Fixture.reply("r", ""), "Not so.", by: "me", at: 9000)
    #expect(try store.library.record(reply, in: store.id).reply.text == "Not so.")
    #expect(try store.library.revisions(of: "r", in: store.id).count == 1)
  }

  @Test("a store that does not exist")
  func missingStore() throws {
    let folder = try TemporaryFolder()
    let library = JSONLibrary(root: folder.path + "/nowhere")
    #expect(try !library.check().exists)
    #expect(try !library.repair().exists)
    let store = try StoreFixture(isSynced: false)
    #expect(try store.library.check().exists)
    #expect(!folder.exists("nowhere"))
  }
}
