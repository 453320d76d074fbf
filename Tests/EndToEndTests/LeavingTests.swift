import FoundationEssentials
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

  /// What could not be kept is said, and the end is that of the signal all the same.
  @Test func aSignalWhereNothingCanBeKeptSaysSo() throws {
    let desk = try Desk()
    let terminal = try withoutRoom("exec '\(Desk.program)' read '\(desk.essay)'", at: desk)
    kill(terminal.process, SIGTERM)
    #expect(try terminal.waitForStatus() == .killed(signal: Int(SIGTERM)))
    try terminal.wait(forText: "not everything was kept")
    #expect(terminal.leftovers.isEmpty)
  }

  /// No signal ends the first process of a container by itself: it left with status 0, and the lost words
  /// with it.
  @Test(.enabled(if: Container.isPossible)) func aSignalEndsTheFirstProcessOfAContainer() throws {
    let desk = try Desk()
    let terminal = try withoutRoom(
      "exec unshare \(Container.options) '\(Desk.program)' read '\(desk.essay)'", at: desk)
    let path = "/proc/\(terminal.process)/task/\(terminal.process)/children"
    let children = try String(contentsOfFile: path, encoding: .utf8)
    let first = try #require(children.split(separator: " ").first.flatMap { Int32($0) })
    kill(first, SIGTERM)
    #expect(try terminal.waitForStatus() == .exited(128 + Int(SIGTERM)))
    try terminal.wait(forText: "not everything was kept")
    #expect(terminal.leftovers.isEmpty)
  }

  /// A reader with words that cannot be kept, as files may not grow.
  private func withoutRoom(_ command: String, at desk: Desk) throws -> VirtualTerminal {
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(
      "/bin/sh", ["-c", "ulimit -f 0; " + command], environment: desk.environment)
    try terminal.wait("the failure and the claims") {
      terminal.text.contains("free some space") && terminal.text.contains("Marked because")
    }
    terminal.press("]", "r")
    terminal.type(words)
    try terminal.wait(forText: words)
    return terminal
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

/// Processes with a first one of their own, as in a container; not every system lets a test make one.
private enum Container {
  static let options = "--user --map-current-user --pid --fork"

  static let isPossible: Bool = {
    let terminal = try? VirtualTerminal(size: Size(columns: 80, rows: 5))
    try? terminal?.spawn("/bin/sh", ["-c", "exec unshare \(options) true"], environment: Self.path)
    return (try? terminal?.waitForStatus()) == .exited(0)
      && access("/proc/thread-self/children", R_OK) == 0
  }()

  private static var path: [String: String] {
    ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"]
  }
}
