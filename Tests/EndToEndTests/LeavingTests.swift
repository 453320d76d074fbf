import Glibc
import TerminalKit
import Testing
import VirtualTerminal

/// Every way out: the words are on disk, the terminal is as it was found.
@Suite(.serialized) struct LeavingTests {
  private let words = "A thought that nobody may lose: 雪国 é"

  /// A reader in the middle of a sentence, every key of which is on the screen.
  private func writing(at desk: Desk) throws -> VirtualTerminal {
    let terminal = try desk.open()
    try terminal.openReply()
    terminal.type(words)
    try terminal.wait(forText: words)
    return terminal
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT])
  func aSignalThatEndsItLosesNothing(signal: Int32) throws {
    let desk = try Desk()
    let terminal = try writing(at: desk)
    kill(terminal.process, signal)
    // It once left with status 0, as if the reader had ended it.
    #expect(try terminal.waitForStatus() == .killed(signal: Int(signal)))
    #expect(terminal.leftovers.isEmpty)
    #expect(desk.drafts().first?.hasSuffix(words) == true)
  }

  @Test func aLineThatBreaksLosesNothing() throws {
    let desk = try Desk()
    let terminal = try writing(at: desk)
    terminal.hangUp()
    #expect(try terminal.waitForStatus() == .killed(signal: Int(SIGHUP)))
    #expect(desk.drafts().first?.hasSuffix(words) == true)
  }

  @Test func quittingFromTheEssayLosesNothing() throws {
    let desk = try Desk()
    let terminal = try writing(at: desk)
    // Together they would be one key, M-q.
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    #expect(terminal.leftovers.isEmpty)
    #expect(desk.drafts().first?.hasSuffix(words) == true)
  }

  /// What no program can catch in good order: the words that were called saved are there, and the
  /// shell gets a terminal that it can use.
  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func aCrashGivesTheTerminalBack(signal: Int32) throws {
    let desk = try Desk()
    let terminal = try writing(at: desk)
    try terminal.waitUntilSaved()
    kill(terminal.process, signal)
    #expect(try terminal.waitForStatus() == .killed(signal: Int(signal)))
    #expect(terminal.leftovers.isEmpty)
    #expect(desk.drafts().first?.hasSuffix(words) == true)
  }

  /// The next session has everything: the draft, the decision, the place, the focus.
  @Test func theNextSessionGoesOnWhereThisOneEnded() throws {
    let desk = try Desk()
    let terminal = try desk.open()
    terminal.press("1", "G", "a")
    try terminal.waitForStatus("Accepted")
    terminal.press("3", "G", "r")
    terminal.type(words)
    try terminal.wait(forText: words)
    kill(terminal.process, SIGTERM)
    _ = try terminal.waitForStatus()

    let next = try desk.open()
    try next.waitForStatus("3/")
    next.press("1", "G")
    try next.wait(forText: "✓")
    next.press("3", "G", "r")
    try next.wait(forText: words)
  }
}
