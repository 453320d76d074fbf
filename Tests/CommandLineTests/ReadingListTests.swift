import Testing

/// Several files, and folders.
@Suite struct ReadingListTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.makeFolder("essays")
    try bench.makeFolder("essays/inner")
    try bench.write("Lamps are dear. We should switch them off.", to: "essays/b.txt")
    try bench.write("Nobody walks here. It is wrong to wait.", to: "essays/a.txt")
    try bench.write("Not for the list.", to: "essays/.hidden")
  }

  @Test func isPrintedInTurn() throws {
    let run = try bench.run("read", "essays", "essay.txt")
    #expect(run.status == 0 && run.errors == "")
    let each = try ["essays/a.txt", "essays/b.txt", "essay.txt"].map {
      try bench.run("text", $0).output
    }
    #expect(run.output == each.joined(separator: "\n"))
  }

  /// What cannot be read is said, and the others are printed all the same.
  @Test func oneOfThemFails() throws {
    try bench.write([0x7F, 0x45, 0, 1], to: "essays/c.txt")
    let run = try bench.run("essays")
    #expect(run.status == 65)
    #expect(run.errorLines.count == 1 && run.errors.contains("essays/c.txt: "))
    #expect(run.output.contains("Nobody walks here.") && run.output.contains("Lamps are dear."))
  }

  @Test func isShownAsAList() throws {
    let run = try bench.runInTerminal("essays", await: "Reading list", keys: "q")
    #expect(run.status == 0)
    #expect(run.output.contains("a.txt") && run.output.contains("b.txt"))
    #expect(!run.output.contains("hidden") && !run.output.contains("inner"))
  }

  @Test func isReadInLines() throws {
    let run = try bench.run("--linear", "essays", given: "next-essay\nnext-essay\nquit\n")
    #expect(run.status == 0)
    let first = try #require(run.output.firstRange(of: "a.txt."))
    #expect(run.output[first.upperBound...].contains("b.txt."))
    #expect(run.output.contains("This is the last essay of the list"))
  }

  @Test func anEmptyFolderIsNone() throws {
    try bench.makeFolder("empty")
    let run = try bench.run("read", "empty")
    #expect(run.status == 66 && run.errorLines.count == 1)
    #expect(run.errors.contains("empty: is a folder without a file to read"))
  }
}
