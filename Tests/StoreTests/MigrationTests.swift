import FoundationEssentials
import RejoinderCore
import Testing

@testable import Store

/// A store of each earlier version lies in `Tests/Stores`, as the program of that time wrote it.
@Suite("A store of an earlier version")
struct MigrationTests {
  let folder: TemporaryFolder
  let library: JSONLibrary
  let id: EssayID

  init() throws {
    folder = try TemporaryFolder()
    try folder.copyStore("version-1")
    // In the days when the store was written, or what was deleted in it would be emptied.
    var calls = SystemCalls.live
    calls.now = { 0 }
    library = JSONLibrary(root: folder.path + "/store", patience: 2000, calls: calls)
    id = try #require(try library.find(source: .file("/essays/bridges.txt")))
  }

  private let essay = "store/essays/7c54fc905f12e498969ca73dcb3f64f7/"

  @Test("opens with everything in it, and reading changes no byte")
  func reading() throws {
    let before = try folder.contents()
    let records = try library.records(of: id)
    #expect(records.problems.isEmpty)
    #expect(!records.isReadOnly)
    #expect(records.annotations.count == 4)
    #expect(records.annotations.count { $0.isDeleted } == 1)
    #expect(
      records.annotations.contains { $0.body == .note("Says “boring”; means dependable? 退屈") })
    #expect(records.replies.count == 2)
    #expect(records.replies.contains { $0.text == "A second answer, not finished" })
    #expect(records.place?.furthest == 300)
    #expect(try library.essay(id).metadata.title == "Why Bridges Should Be Boring")
    #expect(try library.summaries().map(\.drafts) == [2])
    #expect(try library.check().findings.isEmpty)
    #expect(try folder.contents() == before)
  }

  @Test("is written in the newest version when it changes, with the old file beside it")
  func writing() throws {
    let old = try folder.read(essay + "annotations.json")
    let before = try library.records(of: id).annotations
    let merged = try library.record([Fixture.note("new")], in: id)
    #expect(merged.count == 5)
    #expect(Set(merged).isSuperset(of: before))
    let new = try folder.read(essay + "annotations.json")
    #expect(new.contains(Fixture.version))
    #expect(new.matches(of: /"sum":"[0-9a-f]{16}"/).count == 6)
    #expect(try folder.read(essay + "annotations.json.previous") == old)
    let reply = try #require(try library.records(of: id).replies.first)
    var changed = reply
    changed.text += "\n\nAnd more."
    changed.modified = Timestamp(milliseconds: reply.modified.milliseconds + 1)
    #expect(try library.record(changed, in: id) == RecordedReply(reply: changed))
    #expect(try library.records(of: id).replies.contains(changed))
    #expect(try library.records(of: id).problems.isEmpty)
    #expect(try library.check().findings.isEmpty)
  }

  @Test("is restored from the file of the earlier version")
  func restoring() throws {
    let before = try library.records(of: id).annotations
    _ = try library.record([Fixture.note("new")], in: id)
    try folder.write("", to: essay + "annotations.json")
    #expect(try library.records(of: id).annotations == before)
  }
}

extension TemporaryFolder {
  /// Copies a store of the tests to `store`.
  func copyStore(_ name: String) throws {
    let tests = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    try FileManager.default.copyItem(
      atPath: tests + "/Stores/" + name, toPath: path + "/store")
  }

  /// The bytes of every file, by its path; locks are left out.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for entry in try entries() where !entry.hasSuffix(".lock") {
      let file = path + "/" + entry
      guard (try? FileManager.default.contentsOfDirectory(atPath: file)) == nil else { continue }
      contents[entry] = try [UInt8](Data(contentsOf: URL(filePath: file)))
    }
    return contents
  }
}
