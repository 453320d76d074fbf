import Glibc
import RejoinderCore
import TerminalKit
import Testing
import VirtualTerminal

/// Two sessions on one essay.
@Suite(.serialized) struct TwoSessionTests {
  @Test func eachKeepsWhatTheOtherWrote() throws {
    let desk = try Desk()
    let first = try desk.open()
    let second = try desk.open()
    first.press("1", "G", "c")
    try first.waitForStatus("WRITE")
    first.type("an answer from the first")
    first.press("Esc")
    try first.wait("the answer") { first.status.contains("READ") }
    try second.wait(forText: "an answer from the first")
    second.press("2", "G", "i")
    try second.waitForStatus("WRITE")
    second.type("a note from the second")
    second.press("Esc")
    try second.wait("the note") { second.status.contains("READ") }
    first.press("3", "G", "x")
    try first.waitForStatus("Rejected")
    for terminal in [first, second] {
      terminal.press("q")
      #expect(try terminal.waitForStatus() == .exited(0))
    }
    let records = try #require(desk.records())
    let bodies = records.annotations.filter { !$0.isDeleted }.map(\.body)
    #expect(bodies.count == 3)
    #expect(
      bodies.contains(
        .counterargument(attack: .rebuttal, text: "an answer from the first", source: nil)))
    #expect(bodies.contains(.note("a note from the second")))
    #expect(bodies.contains(.decision(.rejected)))
  }

  /// Nobody touches the second session's keys.
  @Test func anIdleReaderShowsWhatTheOtherWrote() throws {
    let desk = try Desk()
    let writer = try desk.open(size: Size(columns: 100, rows: 40))
    let idle = try desk.open(size: Size(columns: 100, rows: 40))
    writer.press("1", "G", "i")
    try writer.waitForStatus("WRITE")
    writer.type("written next door")
    idle.press("1", "G")
    try idle.wait(forText: "written next door")
    writer.press("Esc")
    try writer.waitForStatus("READ")
    writer.press("c")
    try writer.waitForStatus("WRITE")
    writer.type("and an answer")
    try idle.wait(forText: "and an answer")
    writer.press("Esc")
    try writer.waitForStatus("READ")
    idle.press("z")
    try idle.waitForStatus("READ")
    writer.press("r")
    try writer.waitForStatus("WRITE")
    writer.type("and a reply")
    try writer.waitUntilSaved()
    try idle.waitForStatus("Changed in another session")
    idle.press("r")
    try idle.wait(forText: "and a reply")
    // The draft that is open here grows as it is written there.
    writer.type(", longer and longer")
    try idle.wait(forText: "and a reply, longer and longer")
    for terminal in [writer, idle] {
      kill(terminal.process, SIGTERM)
      _ = try terminal.waitForStatus()
    }
    #expect(desk.drafts().count == 1)
  }

  /// Both change one note: neither text is lost, and the screen says so.
  @Test func aNoteThatBothChangeIsKeptTwice() throws {
    let desk = try Desk()
    let first = try desk.open(size: Size(columns: 100, rows: 40))
    first.press("1", "G", "i")
    try first.waitForStatus("WRITE")
    first.type("begun")
    try first.waitUntilSaved()
    first.press("Esc")
    try first.waitForStatus("READ")
    let second = try desk.open(size: Size(columns: 100, rows: 40))
    second.press("1", "G")
    try second.wait(forText: "begun")
    for terminal in [first, second] {
      terminal.press("e")
      try terminal.waitForStatus("WRITE")
    }
    typeAtOnce(first, second)
    let both = [" and ended by the first", " and ended by the second"].map {
      Annotation.Body.note("begun" + $0)
    }
    try second.wait("both texts on disk") { both.allSatisfy(desk.notes().contains) }
    for terminal in [first, second] {
      terminal.press("Esc")
      try terminal.wait(forText: "another session's version")
    }
    for terminal in [first, second] {
      kill(terminal.process, SIGTERM)
      _ = try terminal.waitForStatus()
    }
    #expect(both.allSatisfy(desk.notes().contains))
  }

  /// Both change one draft: neither text is lost, each goes on in its own, and it is said.
  @Test func aDraftThatBothChangeIsKeptTwice() throws {
    let desk = try Desk()
    let start = try desk.open()
    try start.openReply()
    start.type("begun")
    try start.waitUntilSaved()
    start.press("Esc")
    try start.waitForStatus("kept")
    start.press("q")
    _ = try start.waitForStatus()

    let first = try desk.open()
    let second = try desk.open()
    for terminal in [first, second] {
      terminal.press("r")
      try terminal.wait(forText: "begun")
    }
    typeAtOnce(first, second)
    try second.wait("both texts on disk") { desk.drafts().count == 2 }
    for (terminal, words) in [(first, "ended by the first"), (second, "ended by the second")] {
      try terminal.waitForStatus("Another session changed this draft too")
      #expect(terminal.text.contains(words))
    }
    for terminal in [first, second] {
      kill(terminal.process, SIGTERM)
      _ = try terminal.waitForStatus()
    }
    let drafts = desk.drafts()
    #expect(drafts.contains { $0.hasSuffix("begun and ended by the first") })
    #expect(drafts.contains { $0.hasSuffix("begun and ended by the second") })
  }

  /// Types into both before the words of either are on disk: neither knows of the other's. Where one is
  /// stopped meanwhile instead, it may hear of them before it reads its own keys.
  private func typeAtOnce(_ first: VirtualTerminal, _ second: VirtualTerminal) {
    first.type(" and ended by the first")
    second.type(" and ended by the second")
  }
}
