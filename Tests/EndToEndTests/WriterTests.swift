import FoundationEssentials
import Glibc
import RejoinderCore
import Store
import TerminalKit
import Testing
import VirtualTerminal

/// Processes that write into one library as fast as they can: killed at any moment, or side by side.
@Suite(.serialized) struct WriterTests {
  /// How many times as long as usual; see `make soak`.
  private static let factor = getenv("REJOINDER_SOAK").flatMap { Int(String(cString: $0)) } ?? 1

  /// A library that an earlier version wrote, so that the first writes are also a migration.
  private struct Bench {
    let folder: TemporaryFolder
    let essay: EssayID
    let before: EssayRecords

    init() throws {
      folder = try TemporaryFolder()
      let tests = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
      try FileManager.default.copyItem(
        atPath: tests + "/Stores/version-1", toPath: folder.file("store"))
      let library = JSONLibrary(root: folder.file("store"))
      essay = try #require(try library.find(source: .file("/essays/bridges.txt")))
      before = try library.records(of: essay)
    }

    var library: JSONLibrary { JSONLibrary(root: folder.file("store")) }

    /// A writer at work.
    func start(_ name: String, count: Int) throws -> VirtualTerminal {
      let terminal = try VirtualTerminal(size: Size(columns: 80, rows: 5))
      try terminal.spawn(
        BuiltProgram.path("StoreWriter"),
        [folder.file("store"), essay.rawValue, name, "\(count)", folder.file("log-\(name)")],
        environment: [:])
      return terminal
    }

    /// What the library has acknowledged to a writer so far.
    func acknowledged(_ name: String) -> [String] {
      let log = FileManager.default.contents(atPath: folder.file("log-\(name)")) ?? Data()
      return String(decoding: log, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Whether everything that writers were told is so.
    func check(_ names: [String]) throws {
      let records = try library.records(of: essay)
      #expect(records.problems.isEmpty)
      #expect(try library.check().findings.isEmpty)
      // What was deleted longer ago than thirty days is cleared by the next writing.
      let living = before.annotations.filter { !$0.isDeleted }
      #expect(Set(records.annotations).isSuperset(of: living))
      #expect(Set(records.replies).isSuperset(of: before.replies))
      let notes = Set(records.annotations.map { "note \($0.id)" })
      for name in names {
        let told = acknowledged(name)
        let lost = told.filter { $0.hasPrefix("note ") && !notes.contains($0) }
        #expect(lost.isEmpty, "\(name): \(lost.prefix(5))")
        let place = told.last { $0.hasPrefix("place ") }.flatMap { Int($0.dropFirst(6)) } ?? 0
        #expect((records.place?.furthest ?? 0) >= place)
        try check(told, "own ", in: records.replies.filter { $0.id == "own-\(name)" })
        // The shared one may lie under the identifier of a conflict.
        try check(told, "shared ", in: records.replies.filter { $0.id.hasPrefix("shared") })
      }
    }

    /// The last acknowledged text is there, or the one after it, which was written and not acknowledged.
    private func check(_ told: [String], _ kind: String, in replies: [Reply]) throws {
      guard let last = told.last(where: { $0.hasPrefix(kind) })?.dropFirst(kind.count) else {
        return
      }
      let word = try #require(last.split(separator: " ").last)
      #expect(
        replies.contains { $0.text.split(separator: " ").suffix(2).contains(word) },
        "\(kind)\(last)")
    }
  }

  /// Killed after a number of acknowledgements, and a moment.
  @Test(arguments: 0..<(10 * factor))
  func killedWhileWriting(seed: Int) throws {
    var generator = SystemRandomNumberGenerator()
    let bench = try Bench()
    // Every third time two at once, so that one dies while it merges with the other.
    let names = seed % 3 == 0 ? ["a", "b"] : ["a"]
    let writers = try names.map { try bench.start($0, count: 100_000) }
    let wanted = Int.random(in: 0...12, using: &generator)
    let clock = ContinuousClock()
    for (name, writer) in zip(names, writers) {
      let deadline = clock.now + .seconds(60)
      while bench.acknowledged(name).count < wanted, clock.now < deadline { writer.advance() }
      let moment = clock.now + .microseconds(Int.random(in: 0...6000, using: &generator))
      while clock.now < moment {}
      kill(writer.process, SIGKILL)
      #expect(try writer.waitForStatus() == .killed(signal: 9))
    }
    try bench.check(names)
    // And the next one goes on.
    let next = try bench.start("next", count: 1)
    #expect(try next.waitForStatus() == .exited(0))
    try bench.check(names + ["next"])
  }

  /// Waits much longer than a test usually does: the long form writes two thousand times.
  private static func end(of writer: VirtualTerminal) -> VirtualTerminal.Status? {
    for _ in 0..<120 {
      switch try? writer.waitForStatus() {
      case .exited(let code): return .exited(code)
      case .killed(let signal): return .killed(signal: signal)
      case nil, .stopped, .resumed: continue
      }
    }
    return nil
  }

  /// Two write the same essay again and again; every record of both is there, counted.
  @Test func sideBySide() throws {
    let count = Self.factor > 1 ? 1000 : 25
    let bench = try Bench()
    let writers = try ["a", "b"].map { try bench.start($0, count: count) }
    for writer in writers { #expect(Self.end(of: writer) == .exited(0)) }
    try bench.check(["a", "b"])
    let records = try bench.library.records(of: bench.essay)
    #expect(records.annotations.count == bench.before.annotations.count + 2 * count)
    for name in ["a", "b"] {
      #expect(bench.acknowledged(name).count { $0.hasPrefix("note ") } == count)
      #expect(bench.acknowledged(name).count { $0.hasPrefix("own ") } == count)
      #expect(records.annotations.count { $0.id.hasPrefix("\(name)-") } == count)
    }
    #expect(records.place?.furthest == max(300, count))
  }
}
