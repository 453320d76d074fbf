import FoundationEssentials
import Testing

/// What `library check` and `library repair` say of a store in which something was damaged.
@Suite struct LibraryRepairTests {
  let bench: Workbench
  let essay: String

  init() throws {
    bench = try Workbench()
    for text in ["No.", "Never."] {
      _ = try bench.run("annotate", "essay.txt", "counter", "--claim", "1", "--text", text)
    }
    let reply = try bench.run("reply", "essay.txt", "new", "--text", "First words")
    _ = try bench.run(
      "reply", "essay.txt", "edit", reply.output.filter { !$0.isWhitespace }, "--text",
      "Later words")
    let list = try bench.run("library", "list", "--format", "json").output
    let id = try #require(list.firstMatch(of: /"id": ?"([0-9a-f]+)"/)?.1)
    essay = "home/.local/share/rejoinder/essays/\(id)"
  }

  @Test func aHealthyLibraryIsSaidToBeSo() throws {
    for command in ["check", "repair"] {
      let run = try bench.run("library", command)
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output.hasPrefix("1 essay, 3 records: nothing "))
    }
  }

  @Test func aStoreThatIsNotThereIsNamed() throws {
    for command in ["check", "repair"] {
      let run = try bench.run("library", command, "--store", "nowhere")
      #expect(run.status == 66 && run.output == "")
      #expect(run.errors.hasPrefix("rejoinder: no library: "))
    }
  }

  @Test func aDamagedFileIsNamedAndRestored() throws {
    let name = essay + "/annotations.json"
    try bench.write(try bench.read(name).replacing("Never.", with: "Nevxr."), to: name)
    let check = try bench.run("library", "check")
    #expect(check.status == 65)
    #expect(check.output.contains("annotations.json has 1 damaged record: left in place"))
    #expect(try bench.run("library", "check", "--format", "json").status == 65)
    #expect(try bench.read(name).contains("Nevxr."))

    let repair = try bench.run("library", "repair")
    #expect(repair.status == 0)
    #expect(repair.output.contains("set aside as annotations.json.damaged-1"))
    // The revision before has the first one only; of the second no better words are left.
    let annotations = try bench.run("annotate", "essay.txt", "list").output
    #expect(annotations.contains("No.") && annotations.contains("Nevxr."))
    #expect(try bench.run("library", "check").status == 0)
  }

  @Test func anEmptiedReplyComesBackFromTheRevisionBefore() throws {
    let list = try bench.run("reply", "essay.txt", "list", "--format", "json").output
    let id = try #require(list.firstMatch(of: /"id": ?"(r[0-9a-f]+)"/)?.1)
    try bench.write("", to: essay + "/replies/\(id).json")
    #expect(try bench.run("library", "check").status == 65)
    #expect(try bench.run("library", "repair").status == 0)
    #expect(try bench.run("reply", "essay.txt", "show", String(id)).output == "First words\n")
  }
}
