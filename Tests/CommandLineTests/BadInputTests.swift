import Testing

/// Whatever is wrong with the input: one clear line, the right status, nothing on standard output.
@Suite struct BadInputTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func expectOneLine(
    _ run: Workbench.Run, status: Int32, _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(run.output == "", sourceLocation: sourceLocation)
    #expect(run.errorLines.count == 1, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.errors.hasPrefix("rejoinder: "), "\(run.errors)", sourceLocation: sourceLocation)
    for word in words {
      #expect(run.errors.contains(word), "\(run.errors)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: ["read", "text", "claims"])
  func missingFile(command: String) throws {
    expectOneLine(
      try bench.run(command, "absent.txt"), status: 66, "cannot read: absent.txt: ", "check")
  }

  @Test func missingFileOfTheDefaultCommand() throws {
    expectOneLine(try bench.run("absent.txt"), status: 66, "absent.txt")
  }

  /// A long text is read in parts, and one that it does not have is refused by its number.
  @Test func partThatIsNotThere() throws {
    let paragraph = "The lamps burn from dusk to dawn, and nobody on the council can say why.\n\n"
    try bench.write(String(repeating: paragraph, count: 1_000_000), to: "long.txt")
    let there = try bench.run("annotate", "long.txt", "list", "--part", "2")
    #expect(there.status == 0 && there.errors.contains("long.txt: this is part 2 of 18; --part"))
    expectOneLine(
      try bench.run("annotate", "long.txt", "list", "--part", "19"), status: 64,
      "--part 19: long.txt has 18 parts")
    expectOneLine(
      try bench.run("annotate", "essay.txt", "list", "--part", "2"), status: 64,
      "--part 2: essay.txt has 1 part")
  }

  @Test(arguments: ["read", "text", "claims"])
  func folder(command: String) throws {
    expectOneLine(try bench.run(command, "home"), status: 66, "home: is a folder")
  }

  @Test func fileBelowAFile() throws {
    expectOneLine(try bench.run("text", "essay.txt/part"), status: 66, "essay.txt/part")
  }

  @Test func unreadable() throws {
    // Root may read everything but memory that is not mapped.
    expectOneLine(try bench.run("text", "/proc/self/mem"), status: 74, "/proc/self/mem")
  }

  /// Root may read everything, so the program is run as nobody then.
  @Test func forbidden() throws {
    try bench.write("secret", to: "secret.txt")
    let run = try bench.shell(
      """
      chmod 755 . && chmod 000 secret.txt && cp "$0" program && chmod 755 program
      set -- ./program text secret.txt --store /nowhere
      if [ "$(id -u)" = 0 ]; then
        set -- setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
      fi
      exec "$@"
      """)
    expectOneLine(run, status: 77, "cannot read: secret.txt: ", "permissions")
  }

  @Test(arguments: ["", " \n\t\n"])
  func empty(text: String) throws {
    try bench.write(text, to: "empty.txt")
    expectOneLine(try bench.run("text", "empty.txt"), status: 65, "cannot read: empty.txt: ")
    expectOneLine(try bench.run("read", "-", given: text), status: 65, "standard input: ")
  }

  @Test func binary() throws {
    try bench.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3], to: "binary")
    expectOneLine(try bench.run("claims", "binary"), status: 65, "binary: it is no text")
  }

  @Test func controlCharactersInANameStayOutOfTheMessage() throws {
    let run = try bench.run("text", "a\u{1B}]0;title\u{07}\nb\u{9B}2J")
    expectOneLine(run, status: 66, "a␛]0;title␇␊b\u{FFFD}2J")
    #expect(!run.errors.unicodeScalars.contains("\u{9B}"))
  }

  @Test(arguments: [
    ["claims"], ["text", "essay.txt", "--width", "0"], ["text", "essay.txt", "--bogus"],
    ["claims", "essay.txt", "--format", "yaml"],
    ["claims", "essay.txt", "--all", "--format", "w3c"],
    ["essay.txt", "-"],
  ])
  func wrongUsage(arguments: [String]) throws {
    expectOneLine(try bench.run(arguments), status: 64, "wrong usage: ", "--help")
  }

  @Test func fullDevice() throws {
    let run = try bench.run("text", "essay.txt", output: "/dev/full")
    expectOneLine(run, status: 74, "standard output", "no space left")
  }

  @Test func closedPipeIsNoMatterForWords() throws {
    let run = try bench.shell("trap '' PIPE; $0 claims essay.txt --format json | true")
    #expect(run.errors == "")
  }

  // MARK: Terminals

  @Test(arguments: ["no-such-terminal", ""])
  func terminalThatCannotShowIt(name: String) throws {
    let run = try bench.runInTerminal("read", "essay.txt", changes: ["TERM": name])
    expectOneLine(run, status: 69, "TERM", name)
  }

  @Test func standardOutputThatIsNoTerminalGetsText() throws {
    let text = try bench.run("text", "essay.txt")
    #expect(text.status == 0)
    #expect(try bench.run("read", "essay.txt").output == text.output)
    #expect(try bench.run("essay.txt").output == text.output)
    #expect(try bench.run("-", given: Fixture.essay).output == text.output)
  }

  // MARK: Libraries

  @Test func homeThatDoesNotExist() throws {
    let changes: [String: String?] = ["HOME": bench.file("no-home")]
    let run = try bench.runInTerminal(
      "read", "essay.txt", await: "no-home", keys: "q", changes: changes)
    #expect(run.status == 0)
    #expect(run.output.contains(Fixture.title))
    #expect(!bench.exists("no-home"))
    #expect(try bench.run("text", "essay.txt", changes: changes).status == 0)
  }

  /// An empty list would say that nothing was ever read.
  @Test(arguments: [nil, "", "no-home"])
  func libraryWithoutAHome(home: String?) throws {
    let changes: [String: String?] = ["HOME": home.map { $0.isEmpty ? $0 : bench.file($0) }]
    for arguments in [
      ["library", "list"], ["library", "list", "--format", "json"], ["library", "search", "late"],
      ["library", "show", "a"], ["library", "remove", "a"], ["read"], [],
    ] {
      let run = try bench.run(arguments, changes: changes)
      expectOneLine(run, status: 73, "cannot open the library: ", "HOME", "--store")
    }
    let shown = try bench.runInTerminal(changes: changes)
    expectOneLine(shown, status: 73, "cannot open the library: ", "HOME", "--store")
    let listed = try bench.run("library", "list", "--store", "library", changes: changes)
    #expect(listed.status == 0 && listed.output == "" && listed.errors == "")
  }

  @Test func libraryBelowAFile() throws {
    let run = try bench.run("text", "essay.txt", "--store", "essay.txt/library")
    #expect(run.status == 0)
    #expect(run.output.contains(Fixture.title))
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("rejoinder: "))
  }

  /// A limit on the length of files is as good as a full disk, and needs no disk.
  @Test func fullStore() throws {
    let run = try bench.shell(
      """
      (trap '' XFSZ; ulimit -f 0
       "$0" annotate essay.txt counter --claim 1 --text No. --store library; echo "status $?") 2>&1 | cat
      """)
    #expect(run.lines.count == 3, "\(run.output)")
    #expect(run.output.hasPrefix("rejoinder: cannot "), "\(run.output)")
    #expect(run.output.contains("free some space"))
    #expect(run.output.hasSuffix("status 74\n"))
  }

  @Test func storeWhereNothingCanBeMade() throws {
    let run = try bench.run(
      "annotate", "essay.txt", "counter", "--claim", "1", "--text", "No.", "--store", "/proc/none")
    expectOneLine(run, status: 73, "/proc/none", "nothing was saved")
  }

  @Test func readingWithALibraryBelowAFile() throws {
    let run = try bench.runInTerminal(
      "read", "essay.txt", "--store", "essay.txt/library", await: "essay.txt/library", keys: "q")
    #expect(run.status == 0)
    #expect(run.output.contains(Fixture.title))
  }
}
