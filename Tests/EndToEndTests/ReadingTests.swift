import FoundationEssentials
import Glibc
import RejoinderCore
import TerminalKit
import Testing
import VirtualTerminal

/// The program on a terminal: what it shows, takes and sends.
@Suite(.serialized) struct ReadingTests {
  @Test func theEssayIsShownWithItsClaims() throws {
    let desk = try Desk()
    let terminal = try desk.open()
    #expect(terminal.text(row: 0).contains("Let the Streetlights Sleep"))
    #expect(terminal.text.contains("A. Resident"))
    #expect(terminal.text.contains("Every night our town pays"))
    #expect(terminal.status.contains("READ"))
    #expect(terminal.isAlternate && !terminal.isLineEdited && terminal.isPasteMarked)
    #expect(terminal.isKeypadTaken)
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    #expect(terminal.leftovers.isEmpty)
  }

  @Test func keysOfEveryKindArrive() throws {
    let desk = try Desk()
    let terminal = try desk.open()
    terminal.press("g", "2", "G")
    try terminal.waitForStatus("2/")
    terminal.press("]")
    try terminal.waitForStatus("3/")
    #expect(terminal.text.contains("▸"))
    terminal.press("F1")
    try terminal.waitForStatus("HELP")
    terminal.press("PgDn", "PgUp", "Down")
    terminal.type("pin")
    try terminal.wait(forText: "Pin the counterargument")
    terminal.press("Esc")
    try terminal.waitForStatus("READ")
    terminal.press("r")
    try terminal.waitForStatus("WRITE")
    terminal.type("one two ünï 雪国")
    try terminal.wait(forText: "one two ünï 雪国")
    terminal.press("M-b", "M-b", "^W")
    try terminal.wait(forText: "one ünï 雪国")
    terminal.press("C-Left", "Home", "Del", "S-End", "^W", "^O", "^O")
    try terminal.waitForStatus("kept")
    terminal.press("^C")
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  @Test func aPasteIsTextAndNoCommand() throws {
    let desk = try Desk()
    let terminal = try desk.open()
    terminal.paste("q")
    try terminal.wait("a word about pasting") { !terminal.status.contains("claims") }
    try terminal.openReply()
    terminal.paste("first pasted line\n:quit\n\tlast")
    try terminal.wait("the pasted lines") {
      terminal.text.contains("first pasted line") && terminal.text.contains(":quit")
    }
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    try terminal.wait("the draft on disk") {
      desk.drafts().first?.hasSuffix("first pasted line\n:quit\n\tlast") == true
    }
  }

  @Test func controlsInAnEssayNeverReachTheTerminal() throws {
    let desk = try Desk()
    let evil = "\u{1B}]0;owned\u{7}\u{1B}[?1049l\u{1B}[31mred\u{9B}5n"
    try desk.folder.write(
      Desk.words.replacing("four hundred", with: "four \(evil) hundred"), to: "essay.txt")
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(Desk.program, ["read", desk.essay], environment: desk.environment)
    try terminal.waitForStatus("hidden characters")
    #expect(terminal.text.contains("␛]0;owned␇"))
    let sent = String(decoding: terminal.received, as: UTF8.self)
    #expect(!sent.contains("\u{1B}]0;owned") && !sent.contains("\u{9B}"))
    #expect(terminal.isAlternate)
  }

  /// The offer that a terminal understands, with the claim in it.
  @Test func copyingOffersTheClaimToTheTerminal() throws {
    let desk = try Desk()
    let terminal = try desk.open()
    terminal.press("]", "y")
    try terminal.waitForStatus("Offered")
    let words = try #require(terminal.offeredWords)
    #expect(Desk.words.contains(words) && words.count > 20, "offered “\(words)”")
  }

  // MARK: The reader's own editor

  /// What a failing editor wrote was named at the next start, to be copied by hand.
  @Test func whatAFailingEditorWroteIsADraftAtTheNextStart() throws {
    let desk = try Desk()
    try desk.folder.write("echo 'better words' >> \"$1\"\nexit 1\n", to: "editor.sh")
    let terminal = try desk.open(["VISUAL": "/bin/sh " + desk.folder.file("editor.sh")])
    terminal.press("]", "r")
    try terminal.waitForStatus("WRITE")
    terminal.type("my words")
    terminal.press("^O", "e")
    try terminal.wait(forText: "Not edited")
    terminal.press("^O", "^O")
    try terminal.waitForStatus("kept")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    #expect(desk.drafts().count == 1)

    let next = try VirtualTerminal(size: Size(columns: 140, rows: 30), keeping: desk.folder)
    try next.spawn(Desk.program, ["read", desk.essay], environment: desk.environment)
    try next.waitForStatus("is a draft of this essay now")
    #expect(desk.drafts().contains { $0.hasSuffix("my words") })
    #expect(desk.drafts().contains { $0.hasSuffix("my words\nbetter words") })
    try next.wait(forText: "Claim of")
    next.press("r")
    try next.wait(forText: "better words")
    try next.wait(forText: "Reply 2 of 2")
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.library + "/editing")
    #expect(left.isEmpty)
  }

  /// A counterargument that an editor began has no record yet; its words came back without their claim.
  @Test(arguments: ["c", "i"]) func whatAFailingEditorBeganKeepsItsClaim(key: String) throws {
    let desk = try Desk()
    try desk.folder.write("echo 'words of my own' >> \"$1\"\nexit 1\n", to: "editor.sh")
    let terminal = try desk.open(["VISUAL": "/bin/sh " + desk.folder.file("editor.sh")])
    terminal.press("]", key)
    try terminal.waitForStatus("WRITE")
    terminal.press("^O", "e")
    try terminal.wait(forText: "Not edited")
    terminal.press("Esc")
    try terminal.waitForStatus("READ")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))

    let next = try VirtualTerminal(size: Size(columns: 140, rows: 30), keeping: desk.folder)
    try next.spawn(Desk.program, ["read", desk.essay], environment: desk.environment)
    try next.waitForStatus("is a draft of this essay now")
    let reply = try #require(desk.records()?.replies.first)
    #expect(reply.text == "words of my own")
    let claim = try #require(reply.claims.first)
    #expect(Desk.words.contains(claim.quote) && claim.quote.count > 10)
    next.press("q")
    #expect(try next.waitForStatus() == .exited(0))
  }

  /// Where something that the editor left running held the draft, nobody was told of it.
  @Test func aDraftThatOutlivedItsSessionIsNamed() throws {
    let desk = try Desk()
    try #require(mkfifo(desk.folder.file("go"), 0o600) == 0)
    try desk.folder.write(
      "trap '' HUP TERM\necho 'and more' >> \"$1\"\necho begun\nread x < '\(desk.folder.file("go"))'\n",
      to: "editor.sh")
    let terminal = try desk.open(["VISUAL": "/bin/sh " + desk.folder.file("editor.sh")])
    try terminal.openReply()
    terminal.press("^O", "e")
    try terminal.wait(forText: "begun")
    kill(terminal.process, SIGKILL)
    _ = try terminal.waitForStatus()
    let next = try VirtualTerminal(size: Size(columns: 200, rows: 30), keeping: desk.folder)
    try next.spawn(Desk.program, ["read", desk.essay], environment: desk.environment)
    try next.wait(forText: "is no draft yet")
    let go = open(desk.folder.file("go"), O_WRONLY | O_CLOEXEC)
    #expect(go >= 0)
    close(go)
    next.press("q")
    #expect(try next.waitForStatus() == .exited(0))
  }

  // MARK: Files

  /// Tab after `:write ` once did nothing.
  @Test func tabCompletesTheNameOfAFile() throws {
    let desk = try Desk()
    try desk.folder.write("", to: "answers-old.md")
    try desk.folder.write("", to: "answers-new.md")
    let terminal = try desk.open()
    terminal.press("]", "r")
    try terminal.waitForStatus("WRITE")
    terminal.press("^O", "w")
    terminal.type("~/an\t")
    try terminal.waitForStatus(":write ~/answers-")
    try terminal.waitForStatus("answers-new.md  answers-old.md")
    terminal.type("\t\t")
    try terminal.waitForStatus(":write ~/answers-old.md")
    terminal.press("^W")
    terminal.type("~/answers-newest.md\r")
    try terminal.waitForStatus("Wrote")
    #expect(
      try String(contentsOfFile: desk.folder.file("answers-newest.md"), encoding: .utf8).contains(
        ">"))
  }

  // MARK: Sizes

  @Test func aResizeIsFollowedAtOnce() throws {
    let desk = try Desk()
    let terminal = try desk.open(size: Size(columns: 100, rows: 30))
    for (columns, rows) in [(60, 20), (132, 43), (40, 12), (80, 24)] {
      terminal.resize(to: Size(columns: columns, rows: rows))
      try terminal.waitForStatus("READ")
      #expect(!terminal.text.contains("Rejoinder needs"))
    }
    terminal.resize(to: Size(columns: 39, rows: 12))
    try terminal.wait(forText: "Rejoinder needs")
    terminal.resize(to: Size(columns: 1, rows: 1))
    terminal.resize(to: Size(columns: 80, rows: 24))
    try terminal.waitForStatus("READ")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  /// Many sizes and keys at once, as when a window's edge is dragged.
  @Test func aDraggedEdgeLeavesAWholeScreen() throws {
    let desk = try Desk()
    let terminal = try desk.open()
    terminal.press("]")
    for columns in stride(from: 100, through: 42, by: -3) {
      terminal.resize(to: Size(columns: columns, rows: 12 + columns % 20))
      terminal.press("j")
    }
    terminal.resize(to: Size(columns: 100, rows: 30))
    // Keys are answered in order: the prompt says that those before it have been.
    terminal.press("z", "^L", ":")
    try terminal.waitForStatus("Tab completes")
    terminal.press("Esc")
    try terminal.wait("the whole screen") {
      terminal.status.contains("READ") && terminal.text.contains("who decides. It is")
        && !isUnfinished(terminal)
    }
    let redrawn = terminal.text
    terminal.press("^L")
    terminal.press("j", "k")
    try terminal.wait("the same screen") { terminal.text == redrawn }
  }

  /// Whether a claim in the margin will still get its questions: they change the screen when they
  /// come, which on a busy machine is late. Of the fourth, the sixth and the seventh nothing is asked.
  private func isUnfinished(_ terminal: VirtualTerminal) -> Bool {
    !terminal.text.contains("Marked because")
      || terminal.text.split(separator: "\n").contains { row in
        let words = row.split(separator: " ").suffix(2)
        return ["fact", "value", "policy"].contains(words.last ?? "")
          && !["4", "6", "7"].contains(words.first ?? "")
      }
  }

  /// A piped essay was once passed over for the library.
  @Test func aPipeWithoutANameIsRead() throws {
    let desk = try Desk()
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(
      "/bin/sh", ["-c", "cat '\(desk.essay)' | '\(Desk.program)'"], environment: desk.environment)
    try terminal.waitForClaims()
    #expect(terminal.text.contains("Every night our town pays"))
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  /// An editor that was stopped left a terminal that nobody listened to.
  @Test func stoppingTheEditorStopsTheReaderToo() throws {
    let desk = try Desk()
    try desk.folder.write(
      "kill -TSTP 0\necho 'After the stop.' >>\"$1\"\n", to: "editor.sh")
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    let editor = ["EDITOR": "sh '\(desk.folder.file("editor.sh"))'", "VISUAL": ""]
    try terminal.spawn(
      "/bin/sh", ["-i"], environment: desk.environment.merging(editor) { $1 })
    try terminal.wait(forText: "desk$")
    terminal.type("'\(Desk.program)' read '\(desk.essay)'\r")
    try terminal.waitForClaims()
    try terminal.openReply()
    terminal.press("^O", "e")
    try terminal.wait("the shell") { !terminal.isAlternate && terminal.text.contains("Stopped") }
    terminal.type("fg\r")
    try terminal.wait("what the editor wrote") {
      terminal.isAlternate && terminal.text.contains("After the stop.")
    }
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    #expect(desk.drafts().first?.contains("After the stop.") == true)
    kill(terminal.process, SIGKILL)
    _ = try terminal.waitForStatus()
  }

  /// Where files may not grow, what is on the screen is drawn all the same.
  @Test func aLimitOnFilesIsNoneOnTheScreen() throws {
    let desk = try Desk()
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(
      "/bin/sh", ["-c", "ulimit -f 0; exec '\(Desk.program)' read '\(desk.essay)'"],
      environment: desk.environment)
    try terminal.wait(forText: "Every night our town pays")
    kill(terminal.process, SIGKILL)
    _ = try terminal.waitForStatus()
  }

  /// An editor found the end of the piped essay where it looked for keys.
  @Test func theEditorReadsTheTerminalBesideAPipe() throws {
    let desk = try Desk()
    try desk.folder.write("test -t 0 && echo 'A terminal.' >>\"$1\"\n", to: "editor.sh")
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    let editor = ["EDITOR": "sh '\(desk.folder.file("editor.sh"))'", "VISUAL": ""]
    try terminal.spawn(
      "/bin/sh", ["-c", "cat '\(desk.essay)' | '\(Desk.program)' -"],
      environment: desk.environment.merging(editor) { $1 })
    try terminal.waitForClaims()
    try terminal.openReply()
    terminal.press("^O", "e")
    try terminal.wait(forText: "A terminal.")
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }
}
