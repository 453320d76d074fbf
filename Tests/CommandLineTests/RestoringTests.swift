import FoundationEssentials
import Testing

/// Bringing back what was replaced or deleted, and giving lost records a passage, by commands.
@Suite struct RestoringTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func run(_ arguments: String...) throws -> String {
    let run = try bench.run(arguments)
    #expect(run.status == 0, "\(arguments): \(run.errors)")
    return run.output
  }

  @Test func aDeletedNoteComesBack() throws {
    let id = try run(
      "annotate", "essay.txt", "add", "--start", "0", "--end", "20", "--as", "note", "--text",
      "Mine."
    )
    .split(separator: "\n").joined()
    _ = try run("annotate", "essay.txt", "remove", id)
    #expect(try run("annotate", "essay.txt", "list") == "")
    #expect(try run("annotate", "essay.txt", "deleted").contains("Mine."))
    #expect(try run("annotate", "essay.txt", "deleted", "--format", "json").contains("\"\(id)\""))
    _ = try run("annotate", "essay.txt", "restore", id)
    #expect(try run("annotate", "essay.txt", "list").contains("Mine."))
    #expect(try run("annotate", "essay.txt", "deleted") == "")
    let again = try bench.run("annotate", "essay.txt", "restore", id)
    #expect(again.status == 66 && again.errors.contains(id))
  }

  @Test func anEarlierTextOfAReplyComesBack() throws {
    let id = try run("reply", "essay.txt", "new", "--text", "A long first version of the answer.")
      .split(separator: "\n").joined()
    #expect(try run("reply", "essay.txt", "revisions", id) == "")
    _ = try run("reply", "essay.txt", "edit", id, "--text", "Short.")
    let revisions = try run("reply", "essay.txt", "revisions", id)
    #expect(revisions.hasPrefix("1 ") && revisions.contains("A long first version"))
    #expect(
      try run("reply", "essay.txt", "revisions", id, "--format", "json").contains("\"number\": 1"))
    _ = try run("reply", "essay.txt", "restore", id, "--revision", "1")
    #expect(try run("reply", "essay.txt", "show", id) == "A long first version of the answer.\n")
    #expect(try bench.run("reply", "essay.txt", "restore", id, "--revision", "9").status == 64)
    _ = try run("reply", "essay.txt", "remove", id)
    #expect(try run("reply", "essay.txt", "list") == "")
    #expect(try run("reply", "essay.txt", "deleted").hasPrefix(id))
    _ = try run("reply", "essay.txt", "restore", id)
    #expect(try run("reply", "essay.txt", "list").hasPrefix(id))
  }

  @Test func aLostRecordIsAttachedAgain() throws {
    try bench.write("One sentence stands here. Another one follows it at once.\n", to: "lost.txt")
    let id = try run(
      "annotate", "lost.txt", "add", "--start", "26", "--end", "57", "--as", "note", "--text",
      "Where?"
    )
    .split(separator: "\n").joined()
    try bench.write(
      "One sentence stands here. Something else entirely, in new words.\n", to: "lost.txt")
    let list = try run("annotate", "lost.txt", "list", "--format", "json")
    #expect(list.contains("\"anchor\": \"orphaned\""))
    #expect(list.contains("\"candidates\""))
    _ = try run("annotate", "lost.txt", "attach", id, "--start", "26", "--end", "64")
    #expect(
      try run("annotate", "lost.txt", "list", "--format", "json").contains("\"anchor\": \"exact\""))
    #expect(
      try bench.run("annotate", "lost.txt", "attach", id, "--start", "5", "--end", "999").status
        == 64)
  }
}
