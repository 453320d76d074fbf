import Glibc
import TerminalKit
import Testing
import VirtualTerminal

/// Essays from pipes, with keys from the terminal.
@Suite(.serialized) struct StreamTests {
  /// The program reads what a test writes piece by piece.
  private func open(_ desk: Desk) throws -> (terminal: VirtualTerminal, writer: Int32) {
    let fifo = desk.folder.file("pipe")
    try #require(mkfifo(fifo, 0o600) == 0)
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(
      "/bin/sh", ["-c", "exec \"$0\" read - < \"$1\"", Desk.program, fifo],
      environment: desk.environment)
    return (terminal, Glibc.open(fifo, O_WRONLY))
  }

  private func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  @Test func theFirstWordsAreShownAndTheRestFollows() throws {
    let desk = try Desk()
    let (terminal, writer) = try open(desk)
    try terminal.waitForStatus("Reading standard input")
    write("Towns must not burn light for nobody.\n\n", to: writer)
    try terminal.wait(forText: "Towns must not burn")
    try terminal.waitForStatus("More is coming")
    write("Residents should be asked first.\n", to: writer)
    try terminal.wait(forText: "Residents should")
    // Keys work meanwhile, and what is written is kept.
    terminal.press("]", "r")
    try terminal.waitForStatus("WRITE")
    terminal.type("Not so.")
    try terminal.wait(forText: "Not so.")
    close(writer)
    try terminal.waitUntilSaved()
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    #expect(terminal.leftovers.isEmpty)
  }

  /// What was written while a pipe flowed was kept nowhere before the pipe's end.
  @Test func aDraftIsOnDiskWhileThePipeFlows() throws {
    let desk = try Desk()
    let (terminal, writer) = try open(desk)
    defer { close(writer) }
    write("Towns must not burn light for nobody.\n\n", to: writer)
    try terminal.waitForStatus("More is coming")
    terminal.press("]", "r")
    try terminal.waitForStatus("WRITE")
    terminal.type("Not so.")
    try terminal.waitUntilSaved()
    kill(terminal.process, SIGKILL)
    #expect(try terminal.waitForStatus() == .killed(signal: 9))
    #expect(desk.storedReplies.contains { $0.hasSuffix("Not so.") })
  }

  @Test func leavingWaitsForNobody() throws {
    let desk = try Desk()
    let (terminal, writer) = try open(desk)
    defer { close(writer) }
    write("Towns must not burn light for nobody.\n\n", to: writer)
    try terminal.waitForStatus("More is coming")
    terminal.press("]", "r")
    try terminal.waitForStatus("WRITE")
    terminal.type("Not so.")
    terminal.press("^O", "^O")
    try terminal.waitForStatus("READ")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    let library = terminal.leftovers
    #expect(library.isEmpty)
    #expect(desk.storedReplies.contains { $0.hasSuffix("Not so.") })
  }

  @Test func escapeTakesWhatHasComeForAll() throws {
    let desk = try Desk()
    let (terminal, writer) = try open(desk)
    defer { close(writer) }
    write("Towns must not burn light for nobody.\n\n", to: writer)
    try terminal.waitForStatus("More is coming")
    terminal.press("Esc")
    try terminal.waitForStatus("you stopped it after 39 bytes")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  @Test func aPipeWithoutWordsEndsWithOneLine() throws {
    let desk = try Desk()
    let (terminal, writer) = try open(desk)
    try terminal.waitForStatus("Reading standard input")
    close(writer)
    #expect(try terminal.waitForStatus() == .exited(65))
    try terminal.wait(forText: "rejoinder: cannot read: standard input: it is empty")
    #expect(terminal.leftovers.isEmpty)
  }

  @Test func aFIFOThatNobodyWritesToCanBeLeft() throws {
    let desk = try Desk()
    let fifo = desk.folder.file("pipe")
    try #require(mkfifo(fifo, 0o600) == 0)
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(Desk.program, ["read", fifo], environment: desk.environment)
    try terminal.waitForStatus("Reading pipe")
    terminal.press("?")
    try terminal.waitForStatus("HELP")
    terminal.press("Esc")
    try terminal.waitForStatus("READ")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }
}
