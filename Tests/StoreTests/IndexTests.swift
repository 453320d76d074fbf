import FoundationEssentials
import Glibc
import RejoinderCore
import Synchronization
import Testing

@testable import Store

@Suite("The index of a large library")
struct IndexTests {
  private let store: TemporaryFolder
  private let library: JSONLibrary
  private let ids: [EssayID]
  private static let count = 20

  init() throws {
    store = try TemporaryFolder()
    library = Self.library(at: store.path + "/store")
    var ids: [EssayID] = []
    for number in 1...Self.count {
      let essay = Fixture.essay(
        "Essay \(number) is about number\(number)s.\n\nIt says “so” — no more.",
        source: .file("/essays/\(number).txt"), title: "On the number \(number)")
      let id = try library.register(essay, as: nil, at: Fixture.time(Int64(number)))
      _ = try library.record([Fixture.note("a", "My remark\(number)x")], in: id)
      _ = try library.record(Fixture.reply("r", "My answer\(number)x"), in: id)
      ids.append(id)
    }
    self.ids = ids
  }

  /// A library that nothing is too new for: files count as unchanged once they were looked at.
  private static func library(at root: String) -> JSONLibrary {
    var calls = SystemCalls.live
    calls.sync = { _ in 0 }
    let now = calls.now
    calls.now = { now() + 10_000_000_000 }
    return JSONLibrary(root: root, patience: 2000, calls: calls)
  }

  /// How many of the essays' own files are opened while `body` runs.
  private func essaysOpened(_ body: (JSONLibrary) throws -> Void) rethrows -> Int {
    let count = Mutex(0)
    var calls = library.calls
    let open = calls.open
    calls.open = { folder, name, flags, mode in
      if EssayID(name) != nil, name.utf8.count == 32 { count.withLock { $0 += 1 } }
      return open(folder, name, flags, mode)
    }
    try body(JSONLibrary(root: library.root, patience: 0, calls: calls))
    return count.withLock(\.self)
  }

  @Test("spares the essays themselves, and says the same")
  func isUsed() throws {
    let plain = try library.summaries()
    #expect(plain.count == Self.count)
    var answers: [[EssaySummary]] = []
    let opened = try essaysOpened { library in
      answers = [try library.summaries(), try library.search(["remark7x"])]
    }
    #expect(opened == 0)
    #expect(answers[0] == plain)
    #expect(answers[1].map(\.id) == [ids[6]])
    try store.remove("store/index")
    let reopened = try essaysOpened { answers = [try $0.summaries()] }
    #expect(reopened >= Self.count)
    #expect(answers[0] == plain)
    #expect(try library.summaries() == plain)
  }

  @Test("finds words in title, author, text, notes and replies")
  func search() throws {
    let expected = [
      ("the number 12", 1), ("a. WRITER", 20), ("number3s", 1), ("remark9x", 1), ("Answer17X", 1),
      ("says \"so\" - no", 20), ("is about", 20), ("nowhere", 0), ("", 20),
      // No phrase is found across two records.
      ("no more. my", 0),
    ]
    // The first time from the essays themselves, then from the index.
    for (words, count) in expected + expected {
      #expect(try library.search([words]).count == count, "\(words)")
      #expect(try library.search([words, "zzz"]).isEmpty, "\(words)")
      let apart = words.split(separator: " ").map(String.init)
      #expect(try library.search(apart).count >= count, "\(words)")
    }
  }

  @Test("sees at once what has changed since, whoever changed it")
  func changes() throws {
    _ = try library.summaries()
    _ = try library.record([Fixture.note("b", "a parsnip", at: 5000)], in: ids[3])
    #expect(try library.search(["parsnip"]).map(\.id) == [ids[3]])
    var reply = Fixture.reply("r", "a turnip", at: 9000)
    _ = try library.record(reply, in: ids[4])
    #expect(try library.search(["turnip"]).map(\.id) == [ids[4]])
    #expect(try library.search(["answer5x"]).isEmpty)
    reply.isDeleted = true
    reply.modified = Fixture.time(9001)
    _ = try library.record(reply, in: ids[4])
    #expect(try library.search(["turnip"]).isEmpty)
    #expect(try library.summaries().first { $0.id == ids[4] }?.drafts == 0)
    let newer = Fixture.essay("A swede.", source: .file("/essays/6.txt"), title: "Roots")
    _ = try library.register(newer, as: ids[5], at: .zero)
    #expect(try library.search(["swede"]).map(\.title) == ["Roots"])
    try library.record(
      ReadingPlace(top: 0, focus: nil, furthest: 4, seen: Fixture.time(99_000)), in: ids[6])
    #expect(try library.summaries().first?.id == ids[6])
    try library.remove(ids[7])
    #expect(try library.summaries().count == Self.count - 1)
    #expect(try library.search(["number8s"]).isEmpty)
    // By hand, in place.
    let name = "store/essays/\(ids[8].rawValue)/annotations.json"
    try store.write(
      try store.read(name).replacing("remark9x", with: "a beet")
        .replacing(/,"sum":"[0-9a-f]+"/, with: ""), to: name)
    #expect(try library.search(["beet"]).map(\.id) == [ids[8]])
  }

  /// The whole index was thrown away, and was made again from ten thousand essays.
  @Test("forgets a removed essay's words and keeps the others'")
  func removalOfOne() throws {
    _ = try library.summaries()
    let before = try library.summaries()
    try library.remove(ids[7])
    var answers: [[EssaySummary]] = []
    let opened = try essaysOpened { library in
      answers = [try library.summaries(), try library.search(["remark9x"])]
    }
    #expect(opened == 0)
    #expect(answers[0] == before.filter { $0.id != ids[7] })
    #expect(answers[1].map(\.id) == [ids[8]])
    for name in try store.entries(in: "store/index") {
      let bytes = try Data(contentsOf: URL(filePath: store.path + "/store/index/" + name))
      #expect(bytes.firstRange(of: Data("remark8x".utf8)) == nil, "\(name)")
    }
  }

  @Test("is brought up to date when many essays have changed, and does not grow without end")
  func growth() throws {
    _ = try library.summaries()
    let size = try textSize()
    for round in 1...8 {
      for id in ids {
        _ = try library.record(
          [Fixture.note("a", "Round \(round)", at: Int64(5000 + round))], in: id)
      }
      #expect(try library.search(["round \(round)"]).count == Self.count)
      let opened = try essaysOpened { _ = try $0.search(["round"]) }
      #expect(opened == 0)
    }
    #expect(try textSize() < 4 * size)
    #expect(try store.entries(in: "store/index").count == 2)
  }

  private func textSize() throws -> Int {
    try store.entries(in: "store/index").filter { $0.hasPrefix("texts-") }
      .reduce(0) { try $0 + store.read("store/index/" + $1).utf8.count }
  }

  @Test("leaves no half of itself behind when the disk is full")
  func fullDisk() throws {
    let whole = SimulatedDisk()
    let library = JSONLibrary(root: "/store", patience: 0, calls: whole.calls)
    for number in 1...Self.count {
      let essay = Fixture.essay("Number \(number).", source: .file("/\(number).txt"))
      _ = try library.register(essay, as: nil, at: .zero)
    }
    for call in stride(from: 1, to: 3000, by: 3) {
      let disk = SimulatedDisk(whole.tree)
      let system = FaultySystem(.fullDisk, atCall: call, on: disk.calls)
      _ = try? JSONLibrary(root: "/store", patience: 0, calls: system.calls).summaries()
      let files = disk.files.filter { $0.hasPrefix("/store/index/") }
      #expect(files.isEmpty || files.contains("/store/index/catalogue"), "call \(call): \(files)")
      if !system.hasStruck { return }
    }
    Issue.record("the list never came to its end")
  }

  @Test("keeps no word of an essay that was removed, and neither does the rest of the store")
  func removal() throws {
    let newer = Fixture.essay("Newer words on number8s.", source: .file("/essays/8.txt"))
    _ = try library.register(newer, as: ids[7], at: .zero)
    // A pointer that was moved has the one before it beside it.
    for id in [ids[8], ids[7]] { _ = try library.register(newer, as: id, at: .zero) }
    _ = try library.register(
      Fixture.essay("Number 9 again.", source: .file("/essays/9.txt")), as: ids[8], at: .zero)
    #expect(try library.search(["newer words"]).isEmpty == false)
    try store.write("left", to: "store/essays/\(ids[7].rawValue).removed/\(ids[7].rawValue).txt")
    try library.remove(ids[7])
    let words = ["number8s", "remark8x", "answer8x", ids[7].rawValue]
    for name in try store.entries(in: "store") {
      #expect(!name.contains(ids[7].rawValue))
      let contents = FileManager.default.contents(atPath: store.path + "/store/" + name)
      let text = String(decoding: contents ?? Data(), as: UTF8.self).lowercased()
      // Essay 9 had the text for a moment, and has it in the revision before.
      guard !name.contains(ids[8].rawValue) else { continue }
      for word in words { #expect(!text.contains(word), "\(word) in \(name)") }
    }
    #expect(try library.summaries().count == Self.count - 1)
  }

  @Test("does not trust what changed a moment ago")
  func recent() throws {
    let hasty = JSONLibrary(root: store.path + "/store")
    #expect(try hasty.summaries().count == Self.count)
    // The same size within the same tick of the clock would not show in the stamp.
    let opened = try essaysOpened { _ = try $0.summaries() }
    #expect(opened >= Self.count)
  }

  @Test("loses nothing when it is damaged")
  func damage() throws {
    let plain = try library.summaries()
    for damage in DamageTests.Damage.allCases {
      for name in try store.entries(in: "store/index") where !name.contains("/") {
        try damage.strike("store/index/" + name, in: store)
        #expect(try library.search(["number5s"]).map(\.id) == [ids[4]], "\(damage) of \(name)")
        #expect(try library.search(["my"]).count == Self.count, "\(damage) of \(name)")
        #expect(try library.summaries() == plain, "\(damage) of \(name)")
        try? store.remove("store/index")
        #expect(try library.summaries() == plain, "\(damage) of \(name)")
      }
    }
  }

  /// Its hash fits, since anybody can compute it.
  @Test("is not believed where its numbers make no sense")
  func crafted() throws {
    let plain = try library.summaries()
    let path = store.path + "/store/index/catalogue"
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    let catalogue = try #require(IndexCatalogue(bytes))
    let id = try #require(catalogue.entries.keys.first)
    var forgeries: [[UInt8]] = []
    for progress in [Double.nan, .infinity, -1, 1e300] {
      var forged = catalogue
      forged.entries[id]?.summary?.progress = progress
      forgeries.append(forged.bytes)
    }
    var forged = catalogue
    for id in forged.entries.keys { forged.entries[id]?.text?.count = .max }
    forgeries.append(forged.bytes)
    // The count of entries is the fourth word, and the hash is the last one.
    for count in [Int.max, 1 << 40] {
      var words = bytes.dropLast(8)
      words.replaceSubrange(24..<32, with: withUnsafeBytes(of: count.littleEndian, Array.init))
      let hash = Array(words).withUnsafeBytes { WordHash.hash(of: $0) }
      forgeries.append(words + withUnsafeBytes(of: hash.littleEndian, Array.init))
    }
    for forgery in forgeries {
      #expect(IndexCatalogue(forgery) == nil)
      try Data(forgery).write(to: URL(filePath: path))
      #expect(try library.summaries() == plain)
      #expect(try library.search(["number5s"]).map(\.id) == [ids[4]])
    }
  }

  @Test("loses nothing whichever byte is changed")
  func anyByte() throws {
    let plain = try library.summaries()
    for name in try store.entries(in: "store/index") {
      let path = store.path + "/store/index/" + name
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
      for offset in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
        var changed = bytes
        changed[offset] ^= 0x15
        try Data(changed).write(to: URL(filePath: path))
        #expect(try library.search(["number5s"]).map(\.id) == [ids[4]], "\(name), byte \(offset)")
        #expect(try library.search(["my"]).count == Self.count, "\(name), byte \(offset)")
        #expect(try library.summaries() == plain, "\(name), byte \(offset)")
      }
    }
  }
}
