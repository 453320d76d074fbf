import FoundationEssentials
import Testing

/// What the program says of itself, and the documents that are made from it.
@Suite struct SelfDescriptionTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func document(_ name: String, file: String = #filePath) throws -> String {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/" + name), encoding: .utf8)
  }

  @Test func versionAndHelp() throws {
    let version = try bench.run("--version")
    #expect(version.status == 0)
    #expect(version.output.contains(/^\d+\.\d+\.\d+\n$/))
    for words in [
      ["--help"], ["claims", "--help"], ["help", "reply"], ["annotate", "add", "--help"],
    ] {
      let run = try bench.run(words)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.output.contains("USAGE: rejoinder"))
    }
  }

  @Test func keysOfTheDocumentAreThoseOfTheTable() throws {
    let run = try bench.run("config", "keys", "--format", "markdown")
    #expect(
      try document("keys.md") == run.output,
      "rejoinder config keys --format markdown > docs/keys.md")
  }

  @Test func manualIsThatOfTheCommands() throws {
    let run = try bench.run("config", "manual")
    #expect(try document("rejoinder.1") == run.output, "rejoinder config manual > docs/rejoinder.1")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScripts(shell: String) throws {
    let run = try bench.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("counters"))
  }

  @Test func pathsFollowTheChoice() throws {
    #expect(
      try bench.run("config", "paths").output
        == "library: \(bench.path)/home/.local/share/rejoinder\n")
    #expect(
      try bench.run("config", "paths", "--store", "/else").output == "library: /else\n")
  }

  @Test func showsWhatItGoesBy() throws {
    let run = try bench.run("config", "show", changes: ["NO_COLOR": "1", "EDITOR": "ed"])
    #expect(run.output.contains("editor: ed\n"))
    #expect(run.output.contains("colour: no"))
  }

  @Test func theBuiltInEssayPrints() throws {
    let run = try bench.run("tutorial")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Buy What You Can Count\n"))
    #expect(run.output == (try bench.run("read", "--sample").output))
  }
}
