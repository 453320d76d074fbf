import Glibc
import RejoinderCore
import Synchronization
import Testing

@testable import Store

@Suite("A fault at any call to the system")
struct FaultTests {
  @Test("while a store is made leaves it to the next try", arguments: FaultySystem.Fault.allCases)
  func firstUse(fault: FaultySystem.Fault) throws {
    for call in 1...200 {
      let folder = try TemporaryFolder()
      let root = folder.path + "/home/of/store"
      let system = FaultySystem(fault, atCall: call)
      let library = JSONLibrary(root: root, patience: 0, calls: system.calls)
      let id = try? library.register(Fixture.essay(), as: nil, at: .zero)
      let live = JSONLibrary(root: root)
      if let id { #expect(try live.essay(id) == Fixture.essay()) }
      let again = try live.register(Fixture.essay(), as: nil, at: .zero)
      #expect(try live.essay(again) == Fixture.essay())
      #expect(try live.find(source: Fixture.essay().metadata.source) == again)
      #expect(try live.records(of: again) == EssayRecords())
      if !system.hasStruck { return }
    }
    Issue.record("the store was never made")
  }

  @Test("apart, files and folders are made private, not only turned so afterwards")
  func privateFromTheFirstByte() throws {
    let folder = try TemporaryFolder()
    let modes = Mutex<Set<mode_t>>([])
    var calls = SystemCalls.live
    calls.open = { parent, name, flags, mode in
      if flags & O_CREAT != 0 { modes.withLock { _ = $0.insert(mode) } }
      return SystemCalls.live.open(parent, name, flags, mode)
    }
    calls.makeFolder = { parent, name, mode in
      modes.withLock { _ = $0.insert(mode) }
      return SystemCalls.live.makeFolder(parent, name, mode)
    }
    let library = JSONLibrary(root: folder.path + "/a/b", patience: 0, calls: calls)
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record(Fixture.reply("r", "No."), in: id)
    #expect(modes.withLock { $0 } == [0o600, 0o700])
  }

  enum Operation: CaseIterable, Sendable {
    case annotation, reply, conflict, place, newerText, pack

    func run(on library: JSONLibrary, _ id: EssayID, round: Int) throws(LibraryError) {
      let time = Int64(10_000 + round)
      switch self {
      case .annotation: _ = try library.record([Fixture.note("new \(round)", at: time)], in: id)
      case .reply:
        let reply = Fixture.reply("new-\(round)", "text", at: time)
        _ = try library.record(reply, in: id)
      case .conflict:
        // Made from the first version, whatever the others have made of it since.
        let reply = Fixture.changed(
          Fixture.reply("r", "First reply"), "version \(round)", by: "round \(round)", at: time)
        _ = try library.record(reply, in: id)
      case .place:
        let place = ReadingPlace(
          top: round, focus: nil, furthest: 500 + round, seen: Timestamp(milliseconds: time))
        try library.record(place, in: id)
      case .newerText:
        let essay = Fixture.essay(Fixture.words + " Version \(round).")
        _ = try library.register(essay, as: id, at: .zero)
      case .pack:
        var pack = Fixture.pack
        pack.title += " \(round)"
        try library.add(pack)
      }
    }

    func isDone(in library: JSONLibrary, _ id: EssayID, round: Int) throws -> Bool {
      switch self {
      case .annotation:
        try library.records(of: id).annotations.contains { $0.id == "new \(round)" }
      case .reply: try library.records(of: id).replies.contains { $0.id == "new-\(round)" }
      case .conflict:
        try library.records(of: id).replies.contains { $0.text == "version \(round)" }
      case .place: try library.place(of: id)?.top == round
      case .newerText: try library.essay(id).text.count > Fixture.words.utf8.count
      case .pack: try library.packShelf().packs.contains { $0.title.hasSuffix(" \(round)") }
      }
    }
  }

  @Test(
    "loses nothing, leaves nothing half-written and is said in a sentence",
    arguments: FaultySystem.Fault.allCases, Operation.allCases)
  func everyCall(fault: FaultySystem.Fault, operation: Operation) throws {
    let store = try StoreFixture()
    let (root, live) = (store.folder.path + "/store", store.library)
    if operation == .conflict {
      let elsewhere = Fixture.changed(
        Fixture.reply("r", "First reply"), "Written elsewhere", by: "them", at: 3000)
      _ = try live.record(elsewhere, in: store.id)
    }
    var replies = try Set(live.records(of: store.id).replies.map(\.text))
    for round in 1...200 {
      let system = FaultySystem(fault, atCall: round)
      let library = JSONLibrary(root: root, patience: 0, calls: system.calls)
      var isAcknowledged = false
      do {
        try operation.run(on: library, store.id, round: round)
        isAcknowledged = true
      } catch {
        #expect([.inputOutput, .cannotCreate, .locked].contains(error.kind), "\(error)")
        #expect(error.description.contains(root) || error.kind == .unknown, "\(error)")
        #expect(error.description.split(separator: ";").count >= 3, "\(error)")
      }
      let records = try live.records(of: store.id)
      #expect(records.problems == [])
      #expect(Set(records.annotations).isSuperset(of: StoreFixture.annotations))
      #expect(records.replies.count >= 2)
      #expect((records.place?.furthest ?? 0) >= 100)
      #expect(try live.essay(store.id).text.count >= Fixture.words.utf8.count)
      if isAcknowledged { #expect(try operation.isDone(in: live, store.id, round: round)) }
      if ![.killed, .readOnly].contains(fault) {
        #expect(try store.folder.entries().allSatisfy { !$0.hasSuffix(".new") })
      }
      // What was refused can be done once the trouble is over.
      try operation.run(on: live, store.id, round: round)
      #expect(try operation.isDone(in: live, store.id, round: round))
      if operation == .conflict { replies.insert("version \(round)") }
      let kept = try Set(live.records(of: store.id).replies.map(\.text))
      #expect(
        kept.isSuperset(of: replies), "round \(round): \(replies.subtracting(kept)) not in \(kept)")
      if !system.hasStruck { return }
      // Every round starts from two replies, so that the number of calls does not grow.
      let folder = store.essay + "/replies"
      for name in try store.folder.entries(in: folder) where !["r.json", "s.json"].contains(name) {
        try store.folder.remove(folder + "/" + name)
      }
      replies = try Set(live.records(of: store.id).replies.map(\.text))
    }
    Issue.record("the operation never came to its end")
  }

  /// A version saved before was spoken of where there was none.
  @Test("says of what was saved before what is so")
  func whatWasSavedBefore() throws {
    let disk = SimulatedDisk()
    let sound = JSONLibrary(root: "/home/store", patience: 0, calls: disk.calls)
    let id = try sound.register(Fixture.essay(), as: nil, at: .zero)
    _ = try sound.record([Fixture.note("kept", "One.")], in: id)
    var calls = disk.calls
    calls.write = { _, _ in -Int(ENOSPC) }
    let full = JSONLibrary(root: "/home/store", patience: 0, calls: calls)
    let new = #expect(throws: LibraryError.self) {
      _ = try full.record(Fixture.reply("new", "One."), in: id)
    }
    #expect(new?.description.contains("nothing of it had been saved before") == true)
    let known = #expect(throws: LibraryError.self) {
      _ = try full.record([Fixture.note("other", "Two.")], in: id)
    }
    #expect(known?.description.contains("the version saved before is kept") == true)
  }
}
