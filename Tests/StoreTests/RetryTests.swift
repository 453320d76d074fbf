import RejoinderCore
import Testing

@testable import Store

/// What was refused because a folder could not be synced is on the disk all the same, so that whoever
/// asks again finds nothing to write.
@Suite("A second try after a fault")
struct RetryTests {
  /// Something to be kept.
  enum Request: CaseIterable, Sendable {
    case essay, newerText, annotation, reply, earlierText, place, pack, imported

    func make(of library: JSONLibrary) throws {
      let id = RetryTests.id
      switch self {
      case .essay: _ = try library.register(Fixture.laidOut(), as: nil, at: .zero)
      case .newerText: _ = try library.register(RetryTests.newer, as: id, at: .zero)
      case .annotation: _ = try library.record([Fixture.note("n")], in: id)
      case .reply: _ = try library.record(Fixture.reply("s", "Never."), in: id)
      case .earlierText:
        let reply = Fixture.changed(
          Fixture.reply("r", ""), "Quite other words.", by: "me", at: 900_000)
        _ = try library.record(reply, in: id)
      case .place: try library.record(StoreFixture.place, in: id)
      case .pack: try library.add(Fixture.pack)
      case .imported: _ = try library.add(RetryTests.records, to: id)
      }
    }

    func isKept(in library: JSONLibrary) throws -> Bool {
      let id = RetryTests.id
      switch self {
      case .essay:
        return try library.essay(id) == Fixture.laidOut()
          && library.find(source: Fixture.essay().metadata.source) == id
      case .newerText:
        let fingerprint = Fingerprint(of: RetryTests.newer.text.utf8)
        return try library.essay(id) == RetryTests.newer
          && library.find(fingerprint: fingerprint) == id
      case .annotation: return try library.records(of: id).annotations.map(\.id) == ["n"]
      case .reply: return try library.records(of: id).replies.map(\.text).contains("Never.")
      case .earlierText:
        return try library.records(of: id).replies.map(\.text) == ["Quite other words."]
      case .place: return try library.place(of: id) == StoreFixture.place
      case .pack: return try library.packShelf().packs == [Fixture.pack]
      case .imported:
        return try library.records(of: id).annotations.map(\.id) == ["m"]
          && library.records(of: id).replies.map(\.id).contains("t")
          && library.revisions(of: "t", in: id).map(\.text) == ["Before."]
      }
    }
  }

  private static let id = EssayID(Fingerprint(of: Fixture.words))
  private static let newer = Fixture.essay(Fixture.words + " More.", source: .file("/newer.txt"))
  private static let records = ImportedRecords(
    annotations: [Fixture.note("m")], replies: [Fixture.reply("t", "From elsewhere.")],
    revisions: ["t": [Revision(text: "Before.", modified: Fixture.time(5))]])

  /// - Parameter isNewSession: Whether another program asks again, which knows nothing of the first.
  @Test(
    "keeps what it acknowledges through a power cut", arguments: Request.allCases, [true, false])
  func secondTry(request: Request, isNewSession: Bool) throws {
    for call in 1...400 {
      let disk = SimulatedDisk()
      func library(_ calls: SystemCalls) -> JSONLibrary {
        JSONLibrary(root: "/home/of/store", patience: 0, calls: calls)
      }
      if request != .essay {
        let before = library(disk.calls)
        _ = try before.register(Fixture.essay(), as: nil, at: .zero)
        _ = try before.record(Fixture.reply("r", "A first text, of some length."), in: Self.id)
      }
      let system = FaultySystem(.brokenDisk, atCall: call, on: disk.calls)
      let first = library(system.calls)
      do {
        try request.make(of: first)
      } catch {
        try request.make(of: isNewSession ? library(disk.calls) : first)
      }
      let left = PowerCut.disk(after: disk.events, .none)
      #expect(try request.isKept(in: library(left.calls)), "call \(call): \(left.files)")
      if !system.hasStruck { return }
    }
    Issue.record("the request never came to its end")
  }

  @Test("costs no second sync once that is known to be done")
  func once() throws {
    let disk = SimulatedDisk()
    let library = JSONLibrary(root: "/home/of/store", patience: 0, calls: disk.calls)
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record([Fixture.note("n")], in: id)
    let events = disk.events.count
    for _ in 1...3 { _ = try library.record([Fixture.note("n")], in: id) }
    let syncs = disk.events.dropFirst(events).count {
      switch $0 {
      case .syncedFile, .syncedFolder: true
      case .made, .wrote, .named, .renamed: false
      }
    }
    #expect(syncs == 0)
  }
}
