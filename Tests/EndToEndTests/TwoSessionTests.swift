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
    second.press("2", "G", "i")
    try second.waitForStatus("WRITE")
    second.type("a note from the second")
    second.press("Esc")
    try second.wait("the note, and the word that the first wrote too") {
      second.status.contains("Changed in another session")
    }
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

  /// Both change one draft: neither text is lost, and the later one is told.
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
    first.type(" and ended by the first")
    try first.waitUntilSaved()
    second.type(" and ended by the second")
    try second.wait("both texts on disk") { desk.drafts().count == 2 }
    try second.waitForStatus("Another session changed this draft too")
    for terminal in [first, second] {
      kill(terminal.process, SIGTERM)
      _ = try terminal.waitForStatus()
    }
    let drafts = desk.drafts()
    #expect(drafts.contains { $0.hasSuffix("begun and ended by the first") })
    #expect(drafts.contains { $0.hasSuffix("begun and ended by the second") })
  }
}
