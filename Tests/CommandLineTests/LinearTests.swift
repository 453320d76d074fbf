import FoundationEssentials
import Glibc
import Testing

/// The reader in lines, on pipes.
@Suite struct LinearTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func talk(_ lines: String..., width: Int = 72) throws -> Workbench.Run {
    try bench.run(
      "--linear", "essay.txt", "--width", "\(width)", given: lines.map { $0 + "\n" }.joined())
  }

  @Test func readsOnWithEveryLine() throws {
    let run = try talk("", "next", "back", "quit")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.lines.first == "Why Libraries Should Stay Open Late, Ada Example.")
    #expect(run.lines.allSatisfy { $0.count <= 72 })
    #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let places = ["Cities should keep", "Many people work", "In 2019", "Many people work"]
    var rest = run.output[...]
    for place in places {
      let found = try #require(rest.firstRange(of: place), "\(place) after \(rest)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func whatIsWrittenIsOnDisk() throws {
    let run = try talk(
      "claim 1", "counter Staff have families too.", "note", "First line.", "Second line.", ".",
      "reply I disagree.", "claim 2", "reject", "quit")
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let records = try bench.run("annotate", "essay.txt", "list").output
    #expect(records.contains("Staff have families too."), "\(records)")
    #expect(records.contains("First line. Second line."), "\(records)")
    let reply = try bench.run("reply", "essay.txt", "list").output.prefix { $0 != " " }
    let text = try bench.run("reply", "essay.txt", "show", String(reply)).output
    #expect(text.hasPrefix("> Cities should keep their public libraries open until midnight."))
    #expect(text.hasSuffix("I disagree.\n"), "\(text)")
    #expect(records.contains("rejected") || records.contains("decision"), "\(records)")
  }

  /// A text that the end of the input cuts off is kept as far as it came.
  @Test func theEndOfInputKeepsEverything() throws {
    let run = try bench.run(
      "--linear", "essay.txt", given: "claim 1\nnote\nHalf a thought")
    #expect(run.status == 0)
    #expect(try bench.run("annotate", "essay.txt", "list").output.contains("Half a thought"))
  }

  @Test func unknownWordsAreAnswered() throws {
    let run = try talk("nonsense", "re", "claim 99", "pin", "pin x", "next 3", "help", "quit")
    #expect(run.status == 0)
    for answer in [
      "“nonsense” means nothing here", "“re” could be ", "There is no claim 99", "“pin” needs a",
      "There is no counterargument x", "“next” takes nothing", "quit, q: ",
    ] {
      #expect(run.output.contains(answer), "\(answer) in \(run.output)")
    }
  }

  @Test func aDumbTerminalGetsLines() throws {
    let run = try bench.runInTerminal(
      "essay.txt", await: "> ", keys: "claim 1\nwhy\nquit\n", changes: ["TERM": "dumb"])
    #expect(run.status == 0)
    #expect(run.output.contains("[claim 1, thesis, policy] Cities should keep"))
    #expect(!run.output.unicodeScalars.contains("\u{1B}"))
  }

  @Test func anEssayOnStandardInputLeavesNoRoomForWords() throws {
    let run = try bench.run("--linear", "-", given: Fixture.essay)
    #expect(run.status == 69 && run.errorLines.count == 1 && run.output == "")
  }

  /// The same essay and the same words give the same bytes. A difference that is meant is recorded
  /// with REJOINDER_RECORD=1, which fails the run.
  @Test(arguments: [
    ("text.32.txt", ["text", "streetlights.txt", "--width", "32"]),
    ("text.72.txt", ["text", "streetlights.txt", "--width", "72"]),
    ("paragraph.60.txt", ["text", "streetlights.txt", "--width", "60", "--counters", "paragraph"]),
    ("end.10.txt", ["text", "streetlights.txt", "--width", "10", "--counters", "end"]),
    ("talk.60.txt", ["--linear", "streetlights.txt", "--width", "60"]),
  ])
  func showsTheRecordedText(name: String, arguments: [String]) throws {
    let tests = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    let essay = try #require(
      FileManager.default.contents(atPath: tests + "/Scenarios/essay.txt"))
    try bench.write(Array(essay), to: "streetlights.txt")
    let words = """

      paragraph
      claim 2
      counters
      why
      counter Lamps comfort those who pass.
      counters
      pin 1
      accept
      undo
      retype value
      note It is a slogan.
      again
      find library
      reply
      It is not the same money.

      And it is little.
      .
      replies
      where
      rest
      next
      """
    let run = try bench.run(arguments, given: words)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let path = tests + "/Linear/" + name
    let expected = FileManager.default.contents(atPath: path)
    guard expected != Data(run.output.utf8) else { return }
    if ProcessInfo.processInfo.environment["REJOINDER_RECORD"] == "1" {
      try Data(run.output.utf8).write(to: URL(filePath: path))
    }
    Issue.record("\(name) is not as recorded: \(run.output)")
  }

  /// What was being written in several lines was nowhere on the disk before its end.
  @Test func everyLineOfATextIsKeptAtOnce() throws {
    let run = try bench.shell(
      """
      mkfifo in; "$0" --linear essay.txt <in >/dev/null 2>&1 & p=$!; exec 3>in
      printf 'claim 1\\nnote\\nA thought in\\ntwo lines\\n' >&3
      tries=0
      until "$0" annotate essay.txt list | grep 'A thought in two lines'; do
        tries=$((tries + 1)); test $tries -lt 400 || exit 3
      done
      kill -9 $p; wait $p
      "$0" annotate essay.txt list
      """)
    #expect(run.output.split(separator: "A thought in two lines").count == 3, "\(run)")
  }

  /// A dropped line ended the program in the middle of a text.
  @Test(arguments: [("HUP", SIGHUP), ("TERM", SIGTERM), ("INT", SIGINT)])
  func aSignalKeepsWhatWasWritten(_ signal: String, _ number: Int32) throws {
    let run = try bench.shell(
      """
      mkfifo in; set -m; "$0" --linear essay.txt <in >out 2>&1 & p=$!; exec 3>in
      printf 'claim 1\\nreply\\nOne line.\\nHalf' >&3
      tries=0
      until grep -q 'one full stop ends' out || "$0" reply essay.txt list | grep -q .; do
        tries=$((tries + 1)); test $tries -lt 400 || exit 3
      done
      kill -\(signal) $p; wait $p; echo "status $?"
      "$0" reply essay.txt show "$("$0" reply essay.txt list | cut -d' ' -f1)"
      """)
    #expect(run.output.contains("status \(128 + number)"), "\(run)")
    #expect(run.output.hasSuffix("One line.\nHalf\n"), "\(run)")
  }

  /// What could not be kept is said where a signal ends the lines, too.
  @Test func aSignalWhereNothingCanBeKeptSaysSo() throws {
    let run = try bench.shell(
      """
      mkfifo in; set -m
      REJOINDER_HOME=/dev/null/none "$0" --linear essay.txt <in >out 2>err & p=$!; exec 3>in
      printf 'claim 1\\nreply\\nOne line.\\nHalf' >&3
      tries=0
      until grep -q 'single full stop' out && test "$(grep -c 'not a folder' out)" -ge 2; do
        tries=$((tries + 1)); test $tries -lt 20000 || exit 3
      done
      kill -TERM $p; wait $p; echo "status $?"; cat err
      """)
    #expect(run.output.contains("status \(128 + SIGTERM)"), "\(run)")
    #expect(run.output.ranges(of: "not everything was kept").count == 1, "\(run)")
  }

  /// While an essay was awaited that never comes, nothing ended the program.
  @Test func aSignalEndsTheWaitingForAnEssay() throws {
    let run = try bench.shell(
      """
      mkfifo essay; exec 3<>essay
      timeout -s KILL 30 "$0" --linear essay </dev/null >/dev/null 2>&1 & p=$!
      kill -TERM $p; kill -TERM $p; wait $p; echo "status $?"
      """)
    #expect(run.output == "status \(128 + SIGTERM)\n", "\(run)")
  }

  /// What is led into the program without a name was once passed over.
  @Test func whatIsLedInIsTheEssay() throws {
    let run = try bench.shell("\"$0\" <essay.txt")
    #expect(
      run.status == 0 && run.output.hasPrefix("Why Libraries Should Stay Open Late"), "\(run)")
    let piped = try bench.shell("cat essay.txt | \"$0\"")
    #expect(piped.status == 0 && !piped.output.contains("Libraries"), "\(piped)")
  }
}
