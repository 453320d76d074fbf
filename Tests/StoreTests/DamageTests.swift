import Glibc
import RejoinderCore
import Store
import Testing

@Suite("A damaged file")
struct DamageTests {
  /// What can happen to a file.
  enum Damage: CaseIterable, Sendable {
    case emptied, truncated, binary, otherJSON, otherShape, withoutVersion, versionZero, wrongType
    case folder, link, danglingLink, fifo

    /// How many of three annotations are still to be read.
    var annotationsLeft: Int {
      switch self {
      case .versionZero, .withoutVersion: 3
      case .truncated: 1
      default: 0
      }
    }

    func strike(_ name: String, in folder: TemporaryFolder) throws {
      let text = try folder.read(name)
      let path = folder.path + "/" + name
      try folder.remove(name)
      switch self {
      case .emptied: try folder.write("", to: name)
      case .truncated: try folder.write(String(text.prefix(text.count / 2)), to: name)
      case .binary: try folder.write("\u{0}\u{1}\u{FFFD}\u{7F}ELF", to: name)
      case .otherJSON: try folder.write("[1, 2, 3]", to: name)
      case .otherShape: try folder.write("{\"schemaVersion\": 2}", to: name)
      case .withoutVersion:
        try folder.write(text.replacing("schemaVersion", with: "version"), to: name)
      case .versionZero:
        let old = text.replacing(Fixture.version, with: "\"schemaVersion\": 0")
        try folder.write(old, to: name)
      case .wrongType:
        try folder.write("{\"schemaVersion\": 2, \"top\": \"x\", \"records\": 7}", to: name)
      case .folder: try folder.write("inside", to: name + "/file")
      case .link:
        try folder.write(text, to: "outside.json")
        try #require(symlink(folder.path + "/outside.json", path) == 0)
      case .danglingLink: try #require(symlink("/nowhere/at/all", path) == 0)
      case .fifo: try #require(mkfifo(path, 0o600) == 0)
      }
    }
  }

  static let files = ["annotations.json", "place.json", "essay.json", "replies/r.json"]

  @Test("is set aside with a sentence, and the rest opens", arguments: Damage.allCases, files)
  func matrix(damage: Damage, file: String) throws {
    let store = try StoreFixture()
    try damage.strike(store.essay + "/" + file, in: store.folder)
    let isText = ![.folder, .link, .danglingLink, .fifo].contains(damage)
    let before = isText ? try store.folder.read(store.essay + "/" + file) : nil

    let records = try store.library.records(of: store.id)
    #expect(!records.isReadOnly)
    #expect(records.problems.count == 1)
    #expect(records.problems.first?.contains("\(file) ") == true, "\(records.problems)")
    #expect(records.problems.first?.contains("set aside as") == true, "\(records.problems)")
    // Of a file that says another version than it was written as nothing is lost, and of a list what
    // can be told apart is left.
    let isLost = damage != .versionZero
    let left = Array(StoreFixture.annotations.prefix(damage.annotationsLeft))
    #expect(records.annotations == (file == "annotations.json" ? left : StoreFixture.annotations))
    #expect(records.place == (file == "place.json" && isLost ? nil : StoreFixture.place))
    #expect(
      records.replies.map(\.id) == (file == "replies/r.json" && isLost ? ["s"] : ["r", "s"]))

    #expect(try store.names().contains(file + ".damaged-1"))
    if let before {
      #expect(try store.folder.read(store.essay + "/" + file + ".damaged-1") == before)
    }
    #expect(try store.library.records(of: store.id).problems.isEmpty)
    try expectWritable(store)
    if damage == .link { #expect(store.folder.exists("outside.json")) }
  }

  @Test(
    "met first by a write is set aside too, and reported afterwards", arguments: Damage.allCases)
  func duringWrite(damage: Damage) throws {
    let store = try StoreFixture()
    try damage.strike(store.essay + "/annotations.json", in: store.folder)
    let library = store.library
    let left = ["a", "b", "c"].prefix(damage.annotationsLeft)
    #expect(try library.record([Fixture.note("d")], in: store.id).map(\.id) == left + ["d"])
    #expect(try store.names().contains("annotations.json.damaged-1"))
    #expect(try library.records(of: store.id).problems.count == 1)
    #expect(try library.records(of: store.id).problems.isEmpty)
  }

  @Test("does not overwrite what was set aside before")
  func numbering() throws {
    let store = try StoreFixture()
    for number in 1...3 {
      try store.folder.write("broken \(number)", to: store.essay + "/annotations.json")
      _ = try store.library.records(of: store.id)
    }
    for number in 1...3 {
      let aside = store.essay + "/annotations.json.damaged-\(number)"
      #expect(try store.folder.read(aside) == "broken \(number)")
    }
  }

  @Test(
    "loses only the damaged record",
    arguments: [
      ("id", "7"), ("id", "\"\""), ("start", "-1"), ("end", "-1"), ("as", "\"riddle\""),
      ("modified", "\"yesterday\""), ("text", "null"), ("quote", "[]"),
    ])
  func oneRecord(field: String, value: String) throws {
    let store = try StoreFixture()
    let name = store.essay + "/annotations.json"
    let damaged = Self.setting(field, to: value, ofRecord: "b", in: try store.folder.read(name))
    try store.folder.write(damaged, to: name)
    let records = try store.library.records(of: store.id)
    #expect(records.annotations.map(\.id) == ["a", "c"])
    #expect(records.problems.count == 1)
    #expect(records.problems.first?.contains("1 damaged record") == true)
    #expect(try store.folder.read(name + ".damaged-1") == damaged)
    #expect(try store.library.records(of: store.id).problems.isEmpty)
    try expectWritable(store)
  }

  @Test("in the place of a folder or an index does not stop the rest")
  func folders() throws {
    let store = try StoreFixture()
    try store.folder.remove(store.essay + "/replies")
    try store.folder.write("a file", to: store.essay + "/replies")
    let records = try store.library.records(of: store.id)
    #expect(records.annotations == StoreFixture.annotations)
    #expect(records.problems.count == 1)
    try expectWritable(store)
    let pointer = try #require(try store.folder.entries(in: "store/sources").first)
    try store.folder.remove("store/sources/" + pointer)
    try store.folder.write("x", to: "store/sources/" + pointer + "/y")
    #expect(try store.library.find(source: Fixture.essay().metadata.source) == nil)
    #expect(try store.library.register(Fixture.essay(), as: nil, at: .zero) == store.id)
    #expect(try store.library.find(source: Fixture.essay().metadata.source) == store.id)
  }

  @Test("in the list shows the essay all the same")
  func summaries() throws {
    let store = try StoreFixture()
    try store.folder.write("broken", to: store.essay + "/essay.json")
    let summary = try #require(try store.library.summaries().first)
    #expect(summary.id == store.id)
    #expect(summary.drafts == 2)
  }

  @Test("is named where the stored copy was asked for", arguments: ["essay.json", "text"])
  func storedCopy(file: String) throws {
    let store = try StoreFixture()
    let name = file == "text" ? "\(store.id.rawValue).txt" : file
    try store.folder.write("changed", to: store.essay + "/" + name)
    let error = #expect(throws: LibraryError.self) { _ = try store.library.essay(store.id) }
    #expect(error?.kind == .damaged)
    #expect(error?.description.contains(name) == true)
    // Opening it from its source again heals it.
    _ = try store.library.register(Fixture.essay(), as: nil, at: .zero)
    #expect(try store.library.essay(store.id) == Fixture.essay())
  }

  private func expectWritable(_ store: StoreFixture) throws {
    let library = store.library
    _ = try library.record([Fixture.note("new")], in: store.id)
    _ = try library.record(Fixture.reply("new", "New"), in: store.id)
    try library.record(
      ReadingPlace(top: 1, focus: nil, furthest: 1, seen: Fixture.time(9000)), in: store.id)
    let records = try library.records(of: store.id)
    #expect(records.annotations.contains { $0.id == "new" })
    #expect(records.replies.contains { $0.id == "new" })
    #expect(records.place?.top == 1)
    #expect(records.problems.isEmpty)
  }

  /// Changes one field of one record in a file as the store writes it, a record a line.
  private static func setting(
    _ field: String, to value: String, ofRecord id: String, in text: String
  ) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.contains("\"id\":\"\(id)\"") else { return String(line) }
      let name = "\"\(field)\":"
      guard let found = line.firstRange(of: name) else { return String(line) }
      let rest = line[found.upperBound...]
      let old = rest.prefixMatch(of: /"[^"]*"|[^,}]*/)?.0 ?? ""
      return String(line[..<found.upperBound]) + value + String(rest.dropFirst(old.count))
    }.joined(separator: "\n")
  }
}
