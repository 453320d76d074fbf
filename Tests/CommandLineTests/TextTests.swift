import Testing

@Suite struct TextTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  @Test func laysOutWithMarks() throws {
    let run = try bench.run("text", "essay.txt", "--width", "60")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.prefix(3) == ["Why Libraries Should Stay Open Late", "Ada Example", ""])
    #expect(run.output.contains("[claim 1, "))
    #expect(run.lines.allSatisfy { $0.count <= 60 })
    #expect(run.lines.contains { $0.count > 50 })
    #expect(run.output.hasSuffix("same.\n"))
  }

  @Test(arguments: [1, 7, 17, 40, 72, 200])
  func keepsEveryWordAtAnyWidth(width: Int) throws {
    let run = try bench.run("text", "essay.txt", "--width", "\(width)")
    #expect(run.status == 0)
    #expect(run.lines.allSatisfy { $0.count <= width })
    // Without the marks, and whatever the lines, the words are those of the essay.
    let letters = run.output.filter { !$0.isWhitespace }
      .replacing(/\[claim\d+,(?:thesis,)?(?:fact|value|policy)\]/, with: "")
    let expected = Fixture.essay.replacing("By Ada", with: "Ada").filter { !$0.isWhitespace }
    #expect(letters == expected)
  }

  @Test func marksStayWhole() throws {
    for width in 25...45 {
      let run = try bench.run("text", "essay.txt", "--width", "\(width)")
      for line in run.lines where line.contains("[claim") {
        #expect(line.contains(/\[claim \d+, (thesis, )?(fact|value|policy)\]/), "\(line)")
      }
    }
  }

  @Test func takesItsWidthFromColumns() throws {
    let run = try bench.run("text", "essay.txt", changes: ["COLUMNS": "50"])
    #expect(run.output == (try bench.run("text", "essay.txt", "--width", "50").output))
    #expect(
      try bench.run("text", "essay.txt", changes: ["COLUMNS": "wide"]).output
        == (try bench.run("text", "essay.txt", "--width", "80").output))
  }

  @Test func isTheSameEachTime() throws {
    #expect(
      try bench.run("text", "essay.txt").output == (try bench.run("text", "essay.txt").output))
    #expect(!bench.exists("home/.local"))
  }

  @Test func readsStandardInput() throws {
    let run = try bench.run("text", "-", given: Fixture.essay)
    #expect(run.output == (try bench.run("text", "essay.txt").output))
  }

  /// Nothing of an essay makes a terminal do anything, in whatever form it is printed.
  @Test(arguments: [
    ["text"], ["claims"], ["claims", "--all"], ["claims", "--format", "json", "--all"],
    ["claims", "--format", "markdown"], ["claims", "--format", "w3c"],
    ["claims", "--format", "argdown"],
  ])
  func controlCharactersBecomeVisible(arguments: [String]) throws {
    let nasty = Fixture.essay.replacing("Libraries", with: "Libra\u{1B}[31mries")
      .replacing("Ada", with: "A\u{9B}da").replacing("midnight", with: "mid\u{07}night\u{202E}")
      .replacing("Critics", with: "C\tri\u{7F}tics\u{85}\u{E0001}\u{1D173}")
    try bench.write(nasty, to: "\u{1B}nasty.txt")
    let words = [arguments[0], "\u{1B}nasty.txt"] + arguments.dropFirst()
    let run = try bench.run(words)
    #expect(run.status == 0)
    #expect(run.output.utf8.count > 100)
    for scalar in run.output.unicodeScalars where scalar != "\n" {
      #expect(
        !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
          || ["\u{202E}", "\u{E0001}", "\u{1D173}"].contains(scalar)),
        "U+\(String(scalar.value, radix: 16))")
    }
  }
}
