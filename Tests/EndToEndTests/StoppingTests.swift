import Glibc
import TerminalKit
import Testing
import VirtualTerminal

/// Stopping and going on, under a shell with job control.
@Suite(.serialized) struct StoppingTests {
  /// A shell that has started the program, and the program's process.
  private func shell(at desk: Desk) throws -> (terminal: VirtualTerminal, program: Int32) {
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(
      "/bin/bash", ["--norc", "--noprofile", "-i"], environment: desk.environment)
    try terminal.wait(forText: "desk$")
    terminal.type("'\(Desk.program)' read '\(desk.essay)'\r")
    try terminal.waitForClaims()
    return (terminal, try #require(children(of: terminal.process).first))
  }

  private func children(of process: Int32) -> [Int32] {
    guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count - 1, file)
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
      .split(separator: " ").compactMap { Int32($0) }
  }

  /// The shell's prompt has come back on a terminal that a shell can use.
  private func waitForShell(_ terminal: VirtualTerminal) throws {
    try terminal.wait("the shell") {
      terminal.text.contains("Stopped") && !terminal.isAlternate && terminal.cursor != nil

    }
  }

  @Test(arguments: [nil, SIGTSTP])
  func stoppingGivesTheTerminalToTheShell(signal: Int32?) throws {
    let desk = try Desk()
    let (terminal, program) = try shell(at: desk)
    terminal.press("3", "G", "r")
    try terminal.waitForStatus("WRITE")
    terminal.type("words before the stop")
    try terminal.wait(forText: "words before the stop")
    if let signal { kill(program, signal) } else { terminal.press("^Z") }
    try waitForShell(terminal)
    #expect(desk.drafts().first?.hasSuffix("words before the stop") == true)

    terminal.type("echo the shell $((20+22))\r")
    try terminal.wait(forText: "the shell 42")
    terminal.type("fg\r")
    try terminal.wait("the composer") {
      terminal.isAlternate && terminal.status.contains("WRITE")
        && terminal.text.contains("words before the stop")
    }
    #expect(!terminal.isLineEdited && terminal.isPasteMarked)
    terminal.type(", and after")
    try terminal.wait(forText: "words before the stop, and after")
    // Together they would be one key, M-q.
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    terminal.press("q")
    try terminal.wait("the shell") { !terminal.isAlternate }
    terminal.type("exit\r")
    _ = try terminal.waitForStatus()
    #expect(terminal.leftovers.filter { !$0.contains("pastes") }.isEmpty)
  }

  /// The window changed while nobody looked.
  @Test func aResizeWhileStoppedIsSeenAfterwards() throws {
    let desk = try Desk()
    let (terminal, program) = try shell(at: desk)
    terminal.press("^Z")
    try waitForShell(terminal)
    terminal.resize(to: Size(columns: 66, rows: 18))
    terminal.type("fg\r")
    try terminal.wait("a screen of the new size") {
      terminal.isAlternate && terminal.status.contains("READ")
    }
    kill(program, SIGTERM)
    try terminal.wait("the shell") { !terminal.isAlternate }
  }

  /// A stop that cannot be announced: the modes are set again afterwards.
  @Test func afterAStopWithoutNoticeItGoesOn() throws {
    let desk = try Desk()
    let (terminal, program) = try shell(at: desk)
    kill(program, SIGSTOP)
    try terminal.wait("the shell's word") { terminal.text.contains("Stopped") }
    terminal.type("fg\r")
    try terminal.wait("raw keys") { !terminal.isLineEdited }
    terminal.press("3", "G")
    try terminal.waitForStatus("3/")
    #expect(terminal.text(row: terminal.size.rows - 1).contains("READ"))
    kill(program, SIGTERM)
    try terminal.wait("the shell") { !terminal.isAlternate }
  }
}
