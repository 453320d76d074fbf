import FoundationEssentials
import RejoinderCore
import Store
import Testing

@Suite("The published schema")
struct SchemaTests {
  private let schema: JSONSchema

  init() throws {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    let data = try Data(contentsOf: url.appending(path: "docs/file-format.schema.json"))
    schema = JSONSchema(root: try JSON(String(decoding: data, as: UTF8.self)))
  }

  /// The definition for a file, by where it lies in the store; `nil` for files without JSON.
  private static func definition(for path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 2, let name = parts.last else { return nil }
    switch parts[0] {
    case "sources", "texts": return "pointer"
    case "packs": return "pack"
    case "essays" where parts.count == 4: return parts[2] == "revisions" ? "revisions" : "reply"
    case "essays" where name.hasSuffix(".layout.json"): return "layout"
    case "essays" where name.hasSuffix(".json"): return String(name.dropLast(5))
    default: return nil
    }
  }

  @Test("describes every file that the store writes")
  func everyFile() throws {
    let folder = try TemporaryFolder()
    let library = JSONLibrary(root: folder.path)
    var essay = Fixture.laidOut()
    let id = try library.register(essay, as: nil, at: .zero)
    _ = try library.register(Fixture.essay(Fixture.words + " More."), as: id, at: .zero)
    essay.metadata = EssayMetadata(source: .standardInput)
    essay.isComplete = false
    _ = try library.register(essay, as: id, at: .zero)
    for (index, source) in [EssaySource.url("https://example.org/"), .builtIn("w")].enumerated() {
      _ = try library.register(
        Fixture.essay("Text \(index).", source: source, title: nil), as: nil, at: .zero)
    }
    _ = try library.record(Fixture.everyForm, in: id)
    var reply = Fixture.reply("r", "No.")
    reply.receipts = [Receipt(destination: "file", detail: "/a", sent: .init(milliseconds: .max))]
    _ = try library.record(reply, in: id)
    _ = try library.record(Fixture.changed(reply, "Never.", by: "t", at: 3000), in: id)
    _ = try library.record(Fixture.changed(reply, "Not so.", by: "u", at: 3000), in: id)
    reply.isDeleted = true
    reply.id = "s"
    reply.claims = []
    _ = try library.record(reply, in: id)
    try library.record(StoreFixture.place, in: id)
    try library.add(Fixture.pack)

    var seen: Set<String> = []
    for path in try folder.entries() where path.hasSuffix(".json") {
      let definition = try #require(Self.definition(for: path), "\(path)")
      seen.insert(definition)
      #expect(try schema.faults(in: JSON(folder.read(path)), definition: definition) == [])
    }
    #expect(
      seen == [
        "essay", "layout", "annotations", "reply", "revisions", "place", "pointer", "pack",
      ])
  }

  @Test(
    "is checked by a validator that finds faults",
    arguments: [
      ("place", "{\"schemaVersion\": 2, \"top\": 0, \"furthest\": 0}", "lacks seen"),
      (
        "place", "{\"schemaVersion\": 3, \"top\": -1, \"furthest\": 0.5, \"seen\": \"now\"}",
        "is below"
      ),
      ("reply", "{\"schemaVersion\": 2, \"id\": \"\"}", "lacks text"),
      ("pointer", "{\"schemaVersion\": 2, \"essay\": \"../up\"}", "does not fit"),
      ("pointer", "{\"schemaVersion\": 2, \"essay\": \"a\", \"colour\": 1}", "not described"),
      ("annotations", "{\"schemaVersion\": 2, \"records\": [{\"as\": \"riddle\"}]}", "fits 0"),
      ("layout", "{\"schemaVersion\": 2, \"paragraphs\": {}}", "not of type"),
      ("nothing", "{}", "unknown keyword"),
    ])
  func validator(definition: String, text: String, fault: String) throws {
    let faults = try schema.faults(in: JSON(text), definition: definition)
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }
}
