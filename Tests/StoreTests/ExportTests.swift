import RejoinderCore
import Testing

@testable import Store

@Suite("A library as one file")
struct ExportTests {
  private static func filled() throws -> (any Library, EssayID) {
    let library = InMemoryLibrary(packs: [Fixture.pack])
    let id = try library.register(Fixture.essay(), as: nil, at: Fixture.time(1))
    _ = try library.record(Fixture.everyForm + [Fixture.note("n")], in: id)
    var reply = Fixture.reply("r", "A long first version of the answer.")
    reply.receipts = [Receipt(destination: "file", detail: "/a", sent: Fixture.time(3))]
    _ = try library.record(reply, in: id)
    _ = try library.record(Fixture.changed(reply, "Gone.", by: "me", at: 4000), in: id)
    try library.record(StoreFixture.place, in: id)
    return (library, id)
  }

  private static func export(_ library: any Library) throws -> [UInt8] {
    var problems: [String] = []
    let bytes = try LibraryExport.json(of: library, at: Fixture.time(9), problems: &problems)
    #expect(problems == [])
    return bytes
  }

  @Test("comes back whole", arguments: LibraryContract.Implementation.allCases)
  func roundTrip(_ implementation: LibraryContract.Implementation) throws {
    let folder = try TemporaryFolder()
    let (library, id) = try Self.filled()
    let copy = implementation.make(in: folder)
    let bytes = try Self.export(library)
    #expect(LibraryImport.isExport(bytes))
    let report = try LibraryImport.take(bytes, into: copy, at: Fixture.time(10))
    #expect(report.came == [.essay: 1, .annotation: 9, .reply: 1, .revision: 1, .pack: 1])
    #expect(report.known.isEmpty && report.refused.isEmpty && report.conflicts == 0)
    #expect(try copy.essay(id) == library.essay(id))
    #expect(try copy.records(of: id) == library.records(of: id))
    #expect(try copy.revisions(of: "r", in: id) == library.revisions(of: "r", in: id))
    #expect(try copy.packShelf() == library.packShelf())
    // Brought in again it is all known, and changes nothing.
    let again = try LibraryImport.take(bytes, into: copy, at: Fixture.time(11))
    #expect(again.came.isEmpty && again.known == report.came)
    #expect(try copy.records(of: id) == library.records(of: id))
    #expect(try Self.export(copy).count == bytes.count)
  }

  /// Comments, what the source had lost, and further sources once stayed behind.
  @Test(
    "has all that is known of an essay", arguments: LibraryContract.Implementation.allCases,
    LibraryContract.Implementation.allCases)
  func wholeEssay(
    _ from: LibraryContract.Implementation, _ to: LibraryContract.Implementation
  ) throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let (library, copy) = (from.make(in: first), to.make(in: second))
    let old = Fixture.essay("An earlier text.", source: .url("https://example.org/wars"))
    let id = try library.register(old, as: nil, at: Fixture.time(7))
    _ = try library.register(Fixture.laidOut(), as: id, at: Fixture.time(8))
    let bytes = try Self.export(library)
    let report = try LibraryImport.take(bytes, into: copy, at: Fixture.time(10))
    #expect(report.refused == [])
    let known = try copy.find(fingerprint: Fingerprint(of: old.text.utf8))
    let found = try #require(known)
    #expect(try copy.essay(found) == Fixture.laidOut())
    #expect(try copy.find(source: old.metadata.source) == found)
    #expect(try copy.find(source: Fixture.laidOut().metadata.source) == found)
    let (was, now) = (try library.origins(of: [id])[id], try copy.origins(of: [found])[found])
    #expect(was.map { Set($0.sourceKeys) } == now.map { Set($0.sourceKeys) })
    #expect(was?.sourceKeys.count == 2 && was?.added == now?.added)
    #expect(was.map { Set($0.texts) } == now.map { Set($0.texts) })
  }

  /// One bad record once refused everything, and did not say which it was.
  @Test("is taken but for the records that are damaged, and those are named")
  func damagedRecords() throws {
    let (library, id) = try Self.filled()
    var text = try String(decoding: Self.export(library), as: UTF8.self)
    text = text.replacing("Line one", with: "Lime one")
    text = text.replacing("A long first version", with: "A l0ng first version")
    text = text.replacing("Some are wars of defence.", with: "Some are wars of defense.")
    let copy = InMemoryLibrary()
    let report = try LibraryImport.take(Array(text.utf8), into: copy, at: .zero)
    #expect(report.came == [.essay: 1, .annotation: 8, .reply: 1])
    #expect(report.refused.count == 3)
    #expect(report.refused.allSatisfy { $0.contains("it does not match its sum") })
    #expect(report.refused.contains { $0.contains("“On wars”: annotation form-4: it") })
    #expect(report.refused.contains { $0.contains("earlier texts of reply r: it") })
    #expect(report.refused.contains { $0.contains("pack “Against wars”: it") })
    #expect(try copy.records(of: id).annotations.count == 8)
  }

  @Test("says which field of a record is wrong", arguments: ["\"modified\"", "\"quote\""])
  func wrongField(name: String) throws {
    let (library, _) = try Self.filled()
    let text = try String(decoding: Self.export(library), as: UTF8.self)
      .replacing(/"sum" : "[0-9a-f]{16}",?/, with: "")
      .replacing(/,(\s*\})/, with: { "\($0.output.1)" })
      .replacing(name, with: "\"gone\"", maxReplacements: 1)
    let report = try LibraryImport.take(Array(text.utf8), into: InMemoryLibrary(), at: .zero)
    #expect(report.refused.count == 1)
    #expect(
      report.refused.first?.contains("lacks the field \(name.dropFirst().dropLast())") == true)
  }

  @Test("never overwrites what is there", arguments: LibraryContract.Implementation.allCases)
  func merging(_ implementation: LibraryContract.Implementation) throws {
    let folder = try TemporaryFolder()
    let (library, id) = try Self.filled()
    let bytes = try Self.export(library)
    let mine = implementation.make(in: folder)
    _ = try LibraryImport.take(bytes, into: mine, at: Fixture.time(10))
    let note = Fixture.note("n")
    _ = try mine.record([Fixture.changed(note, "changed here", by: "here", at: 6000)], in: id)
    _ = try library.record([Fixture.changed(note, "changed there", by: "there", at: 5000)], in: id)
    let report = try LibraryImport.take(Self.export(library), into: mine, at: Fixture.time(12))
    #expect(report.conflicts == 1)
    let bodies = try mine.records(of: id).annotations.map(\.body)
    #expect(bodies.contains(.note("changed here")) && bodies.contains(.note("changed there")))
  }

  @Test(
    "costs the library none of its own earlier texts",
    arguments: LibraryContract.Implementation.allCases)
  func ownRevisions(_ implementation: LibraryContract.Implementation) throws {
    let folder = try TemporaryFolder()
    let mine = implementation.make(in: folder)
    let id = try mine.register(Fixture.essay(), as: nil, at: .zero)
    func revisions(_ count: Int, from time: Int64) -> [Revision] {
      (0..<count).map {
        Revision(text: "Text \(time) \($0)", modified: Fixture.time(time + Int64($0)))
      }
    }
    let own = revisions(40, from: 1000)
    let others = revisions(60, from: 9000)
    for records in [own, others, others] {
      _ = try mine.add(
        ImportedRecords(replies: [Fixture.reply("r", "Now.")], revisions: ["r": records]), to: id)
    }
    let kept = try mine.revisions(of: "r", in: id)
    #expect(kept.count == [Revision].revisionLimit)
    #expect(Set(kept).isSuperset(of: own))
    #expect(Set(kept).subtracting(own) == Set(others.suffix(24)))
  }

  @Test("does not take another essay from the same place for the one that is there")
  func samePlace() throws {
    let (library, _) = try Self.filled()
    let bytes = try Self.export(library)
    let edited = InMemoryLibrary()
    let id = try edited.register(
      Fixture.essay(Fixture.words + "\n\nA last word."), as: nil, at: .zero)
    #expect(try LibraryImport.take(bytes, into: edited, at: .zero).known[.essay] == 1)
    #expect(try edited.records(of: id).annotations.count == 9)
    let other = InMemoryLibrary()
    let mine = try other.register(Fixture.essay("Quite another text."), as: nil, at: .zero)
    let report = try LibraryImport.take(bytes, into: other, at: .zero)
    #expect(report.refused.count == 1 && report.came == [.pack: 1])
    #expect(try other.records(of: mine).annotations.isEmpty)
    #expect(other.summaries().count == 1)
  }

  @Test("has the records of an essay whose text cannot be read, and they go where there is one")
  func withoutText() throws {
    let store = try StoreFixture()
    let whole = try Self.export(store.library)
    let name = store.essay + "/\(store.id.rawValue).txt"
    try store.folder.write("other words", to: name)
    var problems: [String] = []
    let bytes = try LibraryExport.json(
      of: store.library, at: Fixture.time(9), problems: &problems)
    #expect(problems.count == 1 && problems.first?.contains("its records are exported") == true)
    let copy = InMemoryLibrary()
    let refused = try LibraryImport.take(bytes, into: copy, at: .zero)
    #expect(refused.refused.count == 1 && refused.isFruitless)
    let id = try copy.register(Fixture.essay(), as: nil, at: .zero)
    let report = try LibraryImport.take(bytes, into: copy, at: .zero)
    #expect(report.refused == [] && report.came == [.annotation: 3, .reply: 2])
    #expect(try copy.records(of: id) == store.library.records(of: id))
    // Nor is what was merged said to be refused where the text that is there cannot be read.
    let again = try LibraryImport.take(whole, into: store.library, at: .zero)
    #expect(again.refused == [] && again.known[.annotation] == 3)
  }

  @Test("refuses one essay and takes the others")
  func damaged() throws {
    let (library, _) = try Self.filled()
    _ = try library.register(Fixture.essay("Another.", source: .standardInput), as: nil, at: .zero)
    let text = try String(decoding: Self.export(library), as: UTF8.self)
    let bytes = Array(text.replacing("Another.", with: "Anothre.").utf8)
    let copy = InMemoryLibrary()
    let report = try LibraryImport.take(bytes, into: copy, at: .zero)
    #expect(report.came[.essay] == 1)
    #expect(report.refused.count == 1)
    #expect(report.refused.first?.contains("fingerprint") == true)
  }

  @Test(
    "is refused with a reason when it is none, or a newer one",
    arguments: [
      "{}", "", "{\"schemaVersion\": 2, \"kind\": \"rejoinder library\"}",
      "{\"schemaVersion\": 7, \"kind\": \"x\"}",
    ])
  func others(text: String) {
    #expect(throws: LibraryError.self) {
      _ = try LibraryImport.take(Array(text.utf8), into: InMemoryLibrary(), at: .zero)
    }
  }
}
