import FoundationEssentials
import Glibc
import RejoinderCore
import Testing

@testable import Store

@Suite("Checking and repairing")
struct RepairTests {
  /// A store in which every file has a revision before it that differs in one thing.
  static func revisedStore() throws -> StoreFixture {
    let store = try StoreFixture(isSynced: false)
    try revise(store.id, in: store.library)
    return store
  }

  private static func revise(_ id: EssayID, in library: JSONLibrary) throws {
    _ = try library.record([Fixture.note("d", "Added last")], in: id)
    _ = try library.record(
      Fixture.reply("r", "First reply, longer", at: 3000), in: id)
    _ = try library.register(
      Fixture.essay(source: .url("https://example.org/wars")), as: id, at: .zero)
    try library.record(
      ReadingPlace(top: 68, focus: nil, furthest: 200, seen: Fixture.time(4000)), in: id)
  }

  private static let files = [
    "annotations.json", "place.json", "essay.json", "replies/r.json", "replies/s.json",
    "annotations.json.previous", "place.json.previous", "essay.json.previous",
    "replies/r.json.previous",
  ]

  @Test("finds nothing in a healthy store, and changes nothing")
  func healthy() throws {
    let store = try Self.revisedStore()
    try store.library.add(Fixture.pack)
    let before = try store.folder.contents()
    for report in [try store.library.check(), try store.library.repair()] {
      #expect(report.findings.isEmpty)
      #expect(report.essays == 1)
      #expect(report.records == 6)
    }
    #expect(try store.folder.contents() == before)
  }

  @Test("changes nothing when it only checks", arguments: DamageTests.Damage.allCases, files)
  func checkOnly(damage: DamageTests.Damage, file: String) throws {
    let store = try Self.revisedStore()
    try damage.strike(store.essay + "/" + file, in: store.folder)
    let before = try store.folder.entries().filter { !$0.hasSuffix(".lock") }
    let report = try store.library.check()
    #expect(report.isDamaged)
    #expect(report.findings.contains { $0.path.hasSuffix("/" + file) }, "\(report.findings)")
    #expect(try store.folder.entries().filter { !$0.hasSuffix(".lock") } == before)
  }

  /// What was in the revision before comes back, and afterwards all is well.
  @Test(
    "restores what the revision before still has", arguments: DamageTests.Damage.allCases, files)
  func restores(damage: DamageTests.Damage, file: String) throws {
    let store = try Self.revisedStore()
    try damage.strike(store.essay + "/" + file, in: store.folder)
    let report = try store.library.repair()
    #expect(report.findings.contains { $0.path.hasSuffix("/" + file) }, "\(report.findings)")
    let records = try store.library.records(of: store.id)
    #expect(records.problems.isEmpty)
    #expect(Set(records.annotations).isSuperset(of: StoreFixture.annotations))
    #expect((records.place?.furthest ?? 0) >= 100)
    #expect(records.replies.contains { $0.text.hasPrefix("First reply") })
    #expect(try store.library.essay(store.id).metadata.title == "On wars")
    if file != "replies/s.json" || [.versionZero, .withoutVersion].contains(damage) {
      #expect(records.replies.contains { $0.text == "Second reply" })
    }
    #expect(try store.library.check().findings.isEmpty)
    #expect(try store.library.repair().findings.isEmpty)
  }

  /// A file that holds no records of the reader's.
  enum Derived: CaseIterable, Sendable {
    case revisions, revisionsBefore, layout, source, text, pack

    /// Whether repairing leaves the file to whoever wrote it.
    var isLeftInPlace: Bool { self == .text || self == .pack }

    /// A text has no version, and to a pack version 2 is a newer one.
    func isHurt(by damage: DamageTests.Damage) -> Bool {
      switch self {
      case .text: ![.versionZero, .withoutVersion].contains(damage)
      case .pack: ![.versionZero, .otherShape, .wrongType].contains(damage)
      case .revisions, .revisionsBefore, .layout, .source: true
      }
    }

    func name(in store: StoreFixture) throws -> String {
      switch self {
      case .revisions: store.essay + "/revisions/r.json"
      case .revisionsBefore: store.essay + "/revisions/r.json.previous"
      case .layout: store.essay + "/\(store.id.rawValue).layout.json"
      case .source:
        "store/sources/" + (try #require(store.folder.entries(in: "store/sources").first))
      case .text: store.essay + "/\(store.id.rawValue).txt"
      case .pack: "store/packs/" + (try #require(store.folder.entries(in: "store/packs").first))
      }
    }
  }

  /// A store that has each ``Derived`` file.
  private static func fullStore() throws -> StoreFixture {
    let store = try revisedStore()
    _ = try store.library.register(Fixture.laidOut(), as: store.id, at: .zero)
    for (text, time) in [("A text of some length.", 4), ("Gone.", 5), ("Again another one.", 6)] {
      _ = try store.library.record(
        Fixture.changed(Fixture.reply("r", ""), text, by: "me", at: 1_000_000 * Int64(time)),
        in: store.id)
    }
    try store.library.add(Fixture.pack)
    return store
  }

  @Test(
    "comes to its end whatever is damaged", arguments: DamageTests.Damage.allCases,
    Derived.allCases)
  func derived(damage: DamageTests.Damage, file: Derived) throws {
    let store = try Self.fullStore()
    let healthy = try store.library.records(of: store.id)
    let name = try file.name(in: store)
    let short = try #require(name.split(separator: "/").last)
    try damage.strike(name, in: store.folder)
    let findings = try store.library.check().findings
    let count = file.isHurt(by: damage) ? 1 : 0
    #expect(findings.count { $0.path.hasSuffix("/" + short) } == count, "\(findings)")
    _ = try store.library.repair()
    let left = try store.library.check().findings
    #expect(left.isEmpty || file.isLeftInPlace, "\(left)")
    #expect(try store.library.records(of: store.id) == healthy)
    if file == .revisions {
      #expect(try store.library.revisions(of: "r", in: store.id).isEmpty == false)
    }
    if file == .text {
      _ = try store.library.register(Fixture.laidOut(), as: store.id, at: .zero)
      #expect(try store.library.essay(store.id) == Fixture.laidOut())
    }
  }

  /// A path counts differently in bytes and in characters.
  @Test("comes to its end wherever the store lies")
  func anyPath() throws {
    let folder = try TemporaryFolder()
    var calls = SystemCalls.live
    calls.sync = { _ in 0 }
    let library = JSONLibrary(
      root: folder.path + "/Bücher/e\u{301}tag\u{E8}re", patience: 0, calls: calls)
    let id = try StoreFixture.fill(library)
    try Self.revise(id, in: library)
    let name = "Bücher/e\u{301}tag\u{E8}re/essays/\(id.rawValue)/"
    for file in ["replies/r.json.previous", "place.json.previous"] {
      try folder.write("broken", to: name + file)
    }
    #expect(try library.check().findings.count == 2)
    _ = try library.repair()
    #expect(try library.check().findings == [])
  }

  @Test("leads every source and text to its essay again")
  func pointers() throws {
    let store = try Self.revisedStore()
    let newer = Fixture.essay(Fixture.words + " More.", source: .file("/b.txt"))
    _ = try store.library.register(newer, as: store.id, at: .zero)
    for folder in ["store/sources", "store/texts"] {
      for name in try store.folder.entries(in: folder) {
        try store.folder.write("broken", to: folder + "/" + name)
      }
    }
    #expect(try store.library.check().findings.count == 4)
    _ = try store.library.repair()
    #expect(try store.library.check().findings.isEmpty)
    for source in [Fixture.essay().metadata.source, newer.metadata.source] {
      #expect(try store.library.find(source: source) == store.id)
    }
    #expect(try store.library.find(fingerprint: Fingerprint(of: newer.text.utf8)) == store.id)
  }

  @Test("makes an essay's entry again from its text")
  func lostEntry() throws {
    let store = try StoreFixture(isSynced: false)
    try store.folder.write("", to: store.essay + "/essay.json")
    _ = try store.library.repair()
    #expect(try store.library.check().findings.isEmpty)
    let essay = try store.library.essay(store.id)
    #expect(essay.text == Fixture.essay().text)
    #expect(essay.metadata.source == Fixture.essay().metadata.source)
  }

  @Test("names a stored text that was changed and leaves it for its source to mend")
  func text() throws {
    let store = try StoreFixture(isSynced: false)
    try store.folder.write("other words", to: store.essay + "/\(store.id.rawValue).txt")
    #expect(try store.library.repair().isDamaged)
    #expect(try store.library.check().findings.count == 1)
    _ = try store.library.register(Fixture.essay(), as: nil, at: .zero)
    #expect(try store.library.check().findings.isEmpty)
    // As long as before, and other words.
    try store.change("All wars", to: "All cars", in: store.id.rawValue + ".txt")
    #expect(try store.library.check().findings.count == 1)
    _ = try store.library.register(Fixture.essay(), as: nil, at: .zero)
    #expect(try store.library.check().findings.isEmpty)
    #expect(try store.library.essay(store.id).text == Fixture.essay().text)
  }

  @Test("takes words that do not match their sum when there are no better ones")
  func alteredWords() throws {
    let store = try StoreFixture(isSynced: false)
    try store.change("Second reply", to: "Second reqly", in: "replies/s.json")
    let opened = try store.library.records(of: store.id)
    #expect(opened.replies.map(\.id) == ["r"])
    #expect(opened.problems.count == 1)
    #expect(try store.library.check().isDamaged)
    _ = try store.library.repair()
    #expect(try store.library.records(of: store.id).replies.map(\.text).contains("Second reqly"))
    #expect(try store.library.check().findings.isEmpty)
  }

  @Test("keeps altered words that are newer than the revision before as a draft of their own")
  func newerAlteredWords() throws {
    let store = try Self.revisedStore()
    try store.change("First reply, longer", to: "First reply, l0nger", in: "replies/r.json")
    _ = try store.library.repair()
    let texts = try store.library.records(of: store.id).replies.map(\.text)
    #expect(Set(texts) == ["First reply", "First reply, l0nger", "Second reply"])
    #expect(try store.library.check().findings.isEmpty)
  }

  @Test("tells two records of one identifier apart, and keeps the file")
  func duplicateRecords() throws {
    let store = try StoreFixture(isSynced: false)
    let name = store.essay + "/annotations.json"
    let lines = try store.folder.read(name).split(separator: "\n").map(String.init)
    let other = lines[1].replacing("Is this so?", with: "Or is that so?")
      .replacing(/,"sum":"[0-9a-f]+"/, with: "")
    let all: [String] = [lines[0], other] + lines[1...]
    try store.folder.write(all.joined(separator: "\n") + "\n", to: name)
    #expect(try store.library.check().isDamaged)
    let records = try store.library.records(of: store.id)
    // No time and no history tells which of the two the reader wants.
    #expect(records.annotations.count == 4)
    #expect(Set(records.annotations.map(\.id)).isSuperset(of: ["a", "b", "c"]))
    let texts = records.annotations.map { "\($0.body)" }.joined()
    #expect(texts.contains("Or is that so?") && texts.contains("Is this so?"))
    #expect(records.problems.first?.contains("1 damaged record") == true)
    #expect(try store.folder.read(name + ".damaged-1").contains("Or is that so?"))
  }

  @Test("does not let a reply under a wrong name hide the right one")
  func misplacedReply() throws {
    let store = try StoreFixture(isSynced: false)
    let text = try store.folder.read(store.essay + "/replies/r.json")
    try store.folder.write(text, to: store.essay + "/replies/copy.json")
    let longer = Fixture.reply("r", "First reply, longer", at: 3000)
    _ = try store.library.record(longer, in: store.id)
    #expect(try store.library.check().isDamaged)
    let records = try store.library.records(of: store.id)
    #expect(Set(records.replies.map(\.text)) == ["First reply, longer", "Second reply"])
    _ = try store.library.repair()
    #expect(try store.library.check().findings.isEmpty)
    #expect(try store.library.records(of: store.id).replies == records.replies)
  }

  @Test("names a pack that was changed after it was added")
  func packs() throws {
    let store = try StoreFixture(isSynced: false)
    try store.library.add(Fixture.pack)
    let name = try #require(try store.folder.entries(in: "store/packs").first)
    let text = try store.folder.read("store/packs/" + name)
    try store.folder.write(text.replacing("defence", with: "defense"), to: "store/packs/" + name)
    #expect(try store.library.check().findings.map(\.path).first?.hasSuffix(name) == true)
  }

  @Test("leaves what a newer version wrote alone")
  func newer() throws {
    let store = try StoreFixture(isSynced: false)
    let text = try store.folder.read(store.essay + "/place.json")
      .replacing(Fixture.version, with: "\"schemaVersion\": 3, \"mood\": \"new\"")
    try store.folder.write(text, to: store.essay + "/place.json")
    try store.folder.write("", to: store.essay + "/replies/s.json")
    let before = try store.folder.contents()
    #expect(try store.library.check().isDamaged)
    _ = try store.library.repair()
    #expect(
      try store.folder.contents().filter { !$0.key.contains("s.json") }
        == before.filter { !$0.key.contains("s.json") })
  }

  // MARK: Any byte

  /// How many times as long as usual; see `make soak`.
  static let factor = getenv("REJOINDER_SOAK").flatMap { Int(String(cString: $0)) } ?? 1

  /// Whatever happens to one byte, only the record that it belongs to can be affected; the check sees
  /// it, and repairing loses nothing that the check could read.
  @Test("loses no record but the one whose byte was changed", arguments: files)
  func anyByte(file: String) throws {
    let whole = SimulatedDisk()
    let id = try StoreFixture.fill(Self.library(on: whole))
    try Self.revise(id, in: Self.library(on: whole))
    let inode = try #require(whole.file("/store/essays/\(id.rawValue)/" + file))
    let tree = whole.tree
    let bytes = try #require(tree.files[inode])
    let healthy = try Self.library(on: whole).records(of: id)
    var numbers = SplitMix64(seed: UInt64(bytes.count))
    for offset in bytes.indices where Self.factor > 1 || offset % 13 == bytes.count % 13 {
      var changed = tree
      let byte = bytes[offset] ^ UInt8.random(in: 1...255, using: &numbers)
      changed.files[inode]?[offset] = byte
      let library = Self.library(on: SimulatedDisk(changed))
      let isBlank = [byte, bytes[offset]].allSatisfy { [0x0A, 0x20, 9, 13].contains($0) }
      // A sum that has another name now is a field of somebody else's.
      let label = "\(file), byte \(offset): \(bytes[offset]) to \(byte)"
      let isSeen = try library.check().isDamaged
      #expect(isSeen || isBlank || Self.isInName(of: "sum", offset, bytes), "\(label)")
      _ = try library.repair()
      let records = try library.records(of: id)
      #expect(records.problems.isEmpty, "\(label)")
      #expect(try library.check().findings.isEmpty, "\(label)")
      let lost = Set(healthy.annotations).subtracting(records.annotations)
      #expect(lost.count <= (file == "annotations.json" ? 1 : 0), "\(label)")
      let lostReplies = Set(healthy.replies).subtracting(records.replies)
      #expect(lostReplies.count <= (file.hasPrefix("replies/") ? 1 : 0), "\(label)")
      #expect(records.replies.count >= 2, "\(label)")
      #expect((records.place?.furthest ?? 0) >= 100, "\(label)")
      #expect(try library.essay(id).text == Fixture.essay().text, "\(label)")
    }
  }

  private static func library(on disk: SimulatedDisk) -> JSONLibrary {
    JSONLibrary(root: "/store", patience: 0, calls: disk.calls)
  }

  private static func isInName(of field: String, _ offset: Int, _ bytes: [UInt8]) -> Bool {
    let name = Array("\"\(field)\"".utf8)
    return (max(0, offset - name.count)...offset).contains { start in
      bytes[start...].starts(with: name) && offset < start + name.count
    }
  }

  /// Several things at once, at random: the records that are still there stay there.
  @Test("never makes things worse", arguments: 0..<24)
  func neverWorse(seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    for _ in 0..<Self.factor {
      let store = try Self.revisedStore()
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        guard let file = Self.files.randomElement(using: &numbers),
          store.folder.isFile(store.essay + "/" + file)
        else { continue }
        let damage = DamageTests.Damage.allCases.randomElement(using: &numbers)
        try damage?.strike(store.essay + "/" + file, in: store.folder)
      }
      let readable = try store.library.check().records
      let report = try store.library.repair()
      #expect(report.records >= readable, "\(report.findings)")
      let after = try store.library.check()
      #expect(after.records >= readable, "\(report.findings)")
      #expect(after.findings.isEmpty, "\(after.findings)")
    }
  }
}

extension StoreFixture {
  /// Changes words in one of the essay's files behind the store's back.
  func change(_ words: String, to others: String, in file: String) throws {
    let text = try folder.read(essay + "/" + file)
    try #require(text.contains(words))
    try folder.write(text.replacing(words, with: others), to: essay + "/" + file)
  }
}

extension TemporaryFolder {
  func isFile(_ name: String) -> Bool {
    var status = stat()
    return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
