import FoundationEssentials
import Testing

@Suite struct LibraryTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private struct List: Decodable {
    struct Essay: Decodable {
      var id: String
      var title: String
      var author: String?
      var words: Int
      var claimsAnswered: Int
      var drafts: Int
    }

    var schemaVersion: Int
    var essays: [Essay]
  }

  private func list(_ arguments: String...) throws -> [List.Essay] {
    let run = try bench.run(["library"] + arguments + ["--format", "json"])
    #expect(run.status == 0)
    return try JSONDecoder().decode(List.self, from: Data(run.output.utf8)).essays
  }

  private func keep(_ essay: String) throws {
    #expect(
      try bench.run("annotate", essay, "counter", "--claim", "1", "--text", "No.").status == 0)
  }

  @Test func anEmptyLibraryIsAnEmptyList() throws {
    let run = try bench.run("library", "list")
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    #expect(try list("list").isEmpty)
  }

  @Test func listsWhatWasKept() throws {
    try keep("essay.txt")
    let essay = try #require(try list("list").first)
    #expect(essay.title == Fixture.title)
    #expect(essay.author == "Ada Example")
    #expect(essay.claimsAnswered == 1)
    #expect(essay.drafts == 0)
    let run = try bench.run("library", "list")
    #expect(run.output.hasPrefix("\(essay.id.prefix(12)) \(Fixture.title), Ada Example ["))
    #expect(try bench.run().output == run.output)
    let shown = try bench.run("library", "show", String(essay.id.prefix(6)))
    #expect(shown.output.contains("title: \(Fixture.title)\n"))
    #expect(shown.output.contains("annotations: 1\n"))
  }

  @Test func searchesTitleAuthorAndText() throws {
    try keep("essay.txt")
    #expect(try list("search", "libraries").count == 1)
    #expect(try list("search", "LATE", "ada").count == 1)
    #expect(try list("search", "late", "percent").count == 1)
    #expect(try list("search", "late", "penguins").isEmpty)
  }

  @Test func removes() throws {
    try keep("essay.txt")
    let id = try #require(try list("list").first).id
    #expect(try bench.run("library", "remove", String(id.prefix(8))).status == 0)
    #expect(try list("list").isEmpty)
    #expect(try bench.run("annotate", "essay.txt", "list").output == "")
    let again = try bench.run("library", "remove", id)
    #expect(again.status == 66)
    #expect(again.errorLines.count == 1)
  }

  @Test func anAmbiguousNameIsRefused() throws {
    try keep("essay.txt")
    try bench.write(Fixture.essay.replacing("midnight", with: "noon"), to: "other.txt")
    try keep("other.txt")
    #expect(try list("list").count == 2)
    let run = try bench.run("library", "show", "")
    #expect(run.status != 0)
    #expect(run.errorLines.count == 1)
  }

  @Test func refusesWhatIsNoPack() throws {
    let run = try bench.run("library", "import", "essay.txt")
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("rejoinder: cannot import: essay.txt: "))
    #expect(try bench.run("library", "import", "absent.json").status == 66)
    try bench.write(
      Fixture.pack.replacing("\"schemaVersion\": 1", with: "\"schemaVersion\": 99"), to: "new.json")
    let newer = try bench.run("library", "import", "new.json")
    #expect(newer.status == 65)
    #expect(newer.errors.contains("newer version"))
  }

  /// A file that a newer version wrote is read and never changed.
  @Test func aNewerStoreIsLeftAlone() throws {
    try keep("essay.txt")
    let id = try #require(try list("list").first).id
    let name = "home/.local/share/rejoinder/essays/\(id)/annotations.json"
    let changed = try bench.read(name)
      .replacing("\"schemaVersion\":2", with: "\"schemaVersion\":3")
    try bench.write(changed, to: name)
    let run = try bench.run("annotate", "essay.txt", "counter", "--claim", "1", "--text", "More.")
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.contains("newer version"))
    #expect(try bench.read(name) == changed)
  }
}
