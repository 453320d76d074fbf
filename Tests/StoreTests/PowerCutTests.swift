import RejoinderCore
import Testing

@testable import Store

@Suite("A power cut")
struct PowerCutTests {
  /// Something that a library has acknowledged, and how to see that it is there.
  private struct Promise {
    /// How much had been done to the disk when the library acknowledged it.
    var events: Int
    var isKept: (JSONLibrary) throws -> Bool
  }

  /// One session's work, and what it was promised.
  private struct Work {
    let disk = SimulatedDisk()
    var promises: [Promise] = []
    let library: JSONLibrary
    let id: EssayID

    init() throws {
      library = Self.library(on: disk)
      id = try library.register(Fixture.essay(), as: nil, at: .zero)
      let source = Fixture.essay().metadata.source
      promise { [id] in try $0.essay(id).text.count >= Fixture.words.utf8.count }
      promise { [id] in try $0.find(source: source) == id }
    }

    static func library(on disk: SimulatedDisk) -> JSONLibrary {
      JSONLibrary(root: "/home/of/store", patience: 0, calls: disk.calls)
    }

    mutating func promise(_ isKept: @escaping (JSONLibrary) throws -> Bool) {
      promises.append(Promise(events: disk.events.count, isKept: isKept))
    }

    mutating func note(_ name: String) throws {
      _ = try library.record([Fixture.note(name)], in: id)
      promise { [id] in try $0.records(of: id).annotations.contains { $0.id == name } }
    }

    /// Writes one more word into a reply.
    mutating func type(_ words: Int, into name: String) throws {
      let text = (1...words).map { "w\($0)" }.joined(separator: " ")
      let reply = Fixture.changed(
        Fixture.reply(name, ""), text, by: "the writer", at: Int64(1000 + words))
      _ = try library.record(reply, in: id)
      promise { [id] in
        try $0.records(of: id).replies.contains { $0.text.hasPrefix(text) }
      }
    }

    mutating func place(_ furthest: Int) throws {
      let place = ReadingPlace(
        top: 0, focus: nil, furthest: furthest, seen: Fixture.time(Int64(furthest)))
      try library.record(place, in: id)
      promise { [id] in (try $0.place(of: id)?.furthest ?? 0) >= furthest }
    }

    mutating func newerText(_ words: String) throws {
      let essay = Fixture.essay(Fixture.words + words)
      _ = try library.register(essay, as: id, at: .zero)
      let fingerprint = Fingerprint(of: essay.text.utf8)
      promise { [id] in try $0.essay(id).text.count >= essay.text.count }
      promise { [id] in try $0.find(fingerprint: fingerprint) == id }
    }

    mutating func pack() throws {
      try library.add(Fixture.pack)
      promise { try $0.packShelf() == PackShelf(packs: [Fixture.pack]) }
    }

    /// Two sessions change one reply at once; both texts are promised.
    mutating func conflict(over name: String) throws {
      let reply = Fixture.changed(
        Fixture.reply(name, ""), "of another session", by: "another", at: 900_000)
      let texts = [reply.text] + (try library.record(reply, in: id).conflicts.map(\.text))
      promise { [id] in
        try Set($0.records(of: id).replies.map(\.text)).isSuperset(of: texts)
      }
    }
  }

  private static func work() throws -> Work {
    var work = try Work()
    try work.note("a")
    for words in 1...3 { try work.type(words, into: "r") }
    try work.note("b")
    try work.place(40)
    try work.newerText(" More.")
    try work.conflict(over: "r")
    try work.place(90)
    try work.pack()
    try work.note("c")
    return work
  }

  /// The disk after a cut opens with everything that was acknowledged before, nothing on it counts as
  /// damaged, and the next session can go on.
  private func check(
    _ work: Work, after events: Int, _ luck: PowerCut.Luck
  ) throws {
    let disk = PowerCut.disk(after: work.disk.events.prefix(events), luck)
    let library = Work.library(on: disk)
    for (index, promise) in work.promises.enumerated() where promise.events <= events {
      let isKept = try promise.isKept(library)
      #expect(isKept, "promise \(index), after \(events) events, \(luck): \(disk.files)")
    }
    #expect(try library.check().findings.isEmpty, "after \(events) events, \(luck)")
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    #expect(try library.record([Fixture.note("next")], in: id).contains { $0.id == "next" })
    #expect(try library.records(of: id).problems.isEmpty)
  }

  @Test("at any moment loses nothing that was acknowledged", arguments: 0..<4)
  func everyPrefix(round: Int) throws {
    let work = try Self.work()
    let lucks: [PowerCut.Luck] =
      [.all, .none, .namesWithoutBytes]
      + (0..<RepairTests.factor).map { .chance(seed: UInt64($0 * 1000 + round)) }
    let count = work.disk.events.count
    #expect(count > 150)
    // Four tests share the moments, so that they run side by side.
    for events in stride(from: round, through: count, by: 4) {
      for luck in lucks { try check(work, after: events, luck) }
    }
  }

  /// The simulation is of use only if it sees what a careless store would lose.
  @Test("is noticed where a store forgets to sync", arguments: [true, false])
  func careless(forgetsFiles: Bool) throws {
    let disk = SimulatedDisk()
    var calls = disk.calls
    let sync = calls.sync
    let status = calls.status
    calls.sync = { file in
      status(file, "").isRegular == forgetsFiles ? 0 : sync(file)
    }
    let library = JSONLibrary(root: "/store", patience: 0, calls: calls)
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record([Fixture.note("a")], in: id)
    let after = JSONLibrary(
      root: "/store", patience: 0,
      calls: PowerCut.disk(after: disk.events, .namesWithoutBytes).calls)
    let none = JSONLibrary(
      root: "/store", patience: 0, calls: PowerCut.disk(after: disk.events, .none).calls)
    let isLost =
      (try? after.records(of: id).annotations.isEmpty) ?? true
      || (try? none.records(of: id).annotations.isEmpty) ?? true
    #expect(isLost)
  }
}
