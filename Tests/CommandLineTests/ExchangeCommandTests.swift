import FoundationEssentials
import Glibc
import Testing

/// Moving in and out.
@Suite struct ExchangeCommandTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    _ = try bench.run(
      "annotate", "essay.txt", "add", "--start", "0", "--end", "20", "--as", "note", "--text",
      "Mine.")
    _ = try bench.run("annotate", "essay.txt", "counter", "--claim", "1", "--text", "Not so.")
    _ = try bench.run("reply", "essay.txt", "new", "--claim", "1", "--text", "An answer.")
  }

  private func run(_ arguments: String...) throws -> Workbench.Run {
    let run = try bench.run(arguments)
    #expect(run.status == 0, "\(arguments): \(run.errors)")
    return run
  }

  private var essay: String {
    get throws { String(try run("library", "list").output.prefix(12)) }
  }

  @Test func aLibraryMovesAsOneFile() throws {
    let file = try run("library", "export").output
    try bench.write(file, to: "all.json")
    let first = try run("library", "import", "all.json", "--store", "other")
    #expect(first.errors.contains("imported: 1 essay, 2 annotations, 1 reply"))
    let again = try run("library", "import", "all.json", "--store", "other")
    #expect(again.errors.contains("imported: nothing new"))
    #expect(again.errors.contains("known already: 1 essay, 2 annotations, 1 reply"))
    let list = try run("annotate", "essay.txt", "list", "--store", "other").output
    #expect(try list == run("annotate", "essay.txt", "list").output)
    #expect(list.contains("Mine.") && list.contains("Not so."))
  }

  @Test func whatIsRefusedIsNamedAndTheRestIsTaken() throws {
    let file = try run("library", "export").output
    try bench.write(file.replacing("\"Mine.\"", with: "\"Mime.\""), to: "all.json")
    let report = try bench.run("library", "import", "all.json", "--store", "other")
    #expect(report.status == 65)
    #expect(report.errors.contains("imported: 1 essay, 1 annotation, 1 reply"))
    #expect(report.errors.contains(": it does not match its sum"))
    let list = try run("annotate", "essay.txt", "list", "--store", "other").output
    #expect(list.contains("Not so.") && !list.contains("Mi"))
  }

  @Test func twoRepliesAreNotReplys() throws {
    _ = try run("reply", "essay.txt", "new", "--text", "Another answer.")
    try bench.write(try run("library", "export").output, to: "all.json")
    let report = try run("library", "import", "all.json", "--store", "other")
    #expect(report.errors.contains("imported: 1 essay, 2 annotations, 2 replies"))
  }

  /// An essay of so many lines is read as far as a limit; of a library a part is nothing.
  @Test func aLibraryIsReadWholeHoweverLongItIs() throws {
    let file = try run("library", "export").output
    try bench.write(
      "{" + String(repeating: "\n", count: 3_100_000) + file.dropFirst(), to: "a.json")
    let first = try run("library", "import", "a.json", "--store", "other")
    #expect(first.errors.contains("imported: 1 essay, 2 annotations, 1 reply"))
  }

  @Test func aFileThatIsTooLargeIsRefusedInOneLine() throws {
    let path = bench.file("huge.json")
    try bench.write("{", to: "huge.json")
    try #require(truncate(path, 1 << 33) == 0)
    let run = try bench.run("library", "import", "huge.json")
    #expect(run.status == 65 && run.errorLines.count == 1)
    #expect(run.errors.contains("cannot import: huge.json: it has more than 1024 MB"))
    #expect(try bench.run("library", "import", ".").status == 66)
  }

  @Test func anExportThatLacksSomethingSaysSo() throws {
    let id = try run("library", "list", "--format", "json").output
      .firstMatch(of: /"id": ?"([0-9a-f]+)"/)?.1
    let essay = String(try #require(id))
    try bench.write(
      "other words", to: "home/.local/share/rejoinder/essays/\(essay)/\(essay).txt")
    let export = try bench.run("library", "export")
    #expect(export.status == 65 && export.errorLines.count == 1)
    #expect(export.output.contains("Not so.") && export.output.contains("An answer."))
  }

  @Test func webAnnotationsGoOutAndComeBack() throws {
    let file = try run("library", "export", try essay, "--format", "w3c").output
    #expect(file.contains("http://www.w3.org/ns/anno.jsonld"))
    try bench.write(file, to: "w3c.json")
    let known = try run("library", "import", "w3c.json")
    #expect(known.errors.contains("known already: 2 annotations"))
    // What was changed here since stands; its earlier copy may have been written elsewhere and is kept
    // beside it, once.
    let list = try run("annotate", "essay.txt", "list").output
    let id = String(list.prefix { $0 != " " })
    _ = try run("annotate", "essay.txt", "edit", id, "--text", "Changed since.")
    #expect(try run("library", "import", "w3c.json").errors.contains("kept twice: 1 text"))
    #expect(try !run("library", "import", "w3c.json").errors.contains("kept twice"))
    let after = try run("annotate", "essay.txt", "list").output
    #expect(after.contains("Changed since.") && after.ranges(of: "Mine.").count == 1)
    // Where the essay is not known the annotations are refused, by name.
    let refused = try bench.run("library", "import", "w3c.json", "--store", "empty")
    #expect(refused.status == 65 && refused.errors.contains("refused: 2 annotations of file://"))
    _ = try bench.run(
      "annotate", "essay.txt", "add", "--start", "0", "--end", "20", "--store", "other")
    let other = try run("library", "import", "w3c.json", "--store", "other")
    #expect(other.errors.contains("imported: 2 annotations"))
  }

  /// What another program made of a note once counted as known and was dropped, where the note had been
  /// changed here later.
  @Test func aTextThatWasChangedElsewhereIsKeptBesideOnesOwn() throws {
    let file = try run("library", "export", try essay, "--format", "w3c").output
    let list = try run("annotate", "essay.txt", "list").output
    let id = String(list.prefix { $0 != " " })
    try bench.write(
      file.replacing("\"Mine.\"", with: "\"Theirs.\""), to: "theirs.json")
    _ = try run("annotate", "essay.txt", "edit", id, "--text", "Changed since.")
    #expect(try run("library", "import", "theirs.json").errors.contains("kept twice: 1 text"))
    let after = try run("annotate", "essay.txt", "list").output
    #expect(after.contains("Changed since.") && after.contains("Theirs."))
  }

  @Test func aPackIsMadeOfOnesOwnWords() throws {
    #expect(try bench.run("library", "export", try essay, "--format", "pack").status == 64)
    let pack = try run("library", "export", try essay, "--format", "pack", "--author", "R. Eader")
      .output
    #expect(pack.contains("Not so.") && pack.contains("R. Eader"))
    try bench.write(pack, to: "pack.json")
    let report = try run("library", "import", "pack.json", "--store", "other")
    #expect(report.errors.contains("imported: 1 pack"))
  }

  @Test(arguments: ["markdown", "argdown"])
  func textForPeople(format: String) throws {
    let run = try run("library", "export", try essay, "--format", format)
    #expect(run.output.contains("Cities should keep their public libraries open"))
    #expect(try run.output == self.run("claims", "essay.txt", "--format", format).output)
  }

  @Test func hypothesisComesIn() throws {
    let row =
      "{\"id\": \"x1\", \"created\": \"2024-05-17T09:30:00.000000+00:00\", \"updated\":"
      + "\"2024-05-17T09:30:00.000000+00:00\", \"uri\": \"https://example.org/elsewhere\","
      + "\"text\": \"From the web.\", \"tags\": [], \"target\": [{\"selector\": [{\"type\":"
      + "\"TextQuoteSelector\", \"exact\": \"words that stand nowhere in it\"}]}]}"
    try bench.write(
      "{\"export_date\": \"2024-06-01\", \"annotations\": [\(row), {}]}", to: "notes.json")
    // Of what was refused a script must hear too.
    let report = try bench.run("library", "import", "notes.json", "--to", try essay)
    #expect(report.status == 65)
    #expect(report.errors.contains("imported: 1 annotation"))
    #expect(report.errors.contains("without a passage: 1 annotation"))
    #expect(report.errors.contains("refused: annotation 2"))
    #expect(try run("annotate", "essay.txt", "list").output.contains("From the web."))
  }

  @Test(arguments: ["{}", "no JSON", "{\"schemaVersion\": 1, \"kind\": \"rejoinder library\"}"])
  func whatIsNothingIsRefused(text: String) throws {
    try bench.write(text, to: "odd.json")
    let run = try bench.run("library", "import", "odd.json")
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("rejoinder: cannot import: odd.json: it "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
