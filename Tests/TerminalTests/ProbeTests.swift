import Glibc
import TerminalKit
import Testing
import VirtualTerminal

/// A whole process on a terminal: signals, stopping, crashing, pipes.
@Suite struct ProbeTests {
  private static let size = Size(columns: 60, rows: 12)

  private func start(
    _ variables: [String: String] = [:], input: Int32? = nil, output: Int32? = nil
  ) throws -> VirtualTerminal {
    let terminal = try VirtualTerminal(size: Self.size)
    let environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"].merging(variables) { $1 }
    try terminal.spawn(
      BuiltProgram.path("TerminalProbe"), environment: environment, input: input, output: output)
    return terminal
  }

  private func isRestored(_ terminal: VirtualTerminal) -> Bool {
    !terminal.isAlternate && terminal.isLineEdited && terminal.cursor != nil
  }

  @Test func keysArrive() throws {
    let terminal = try start()
    try terminal.wait(forText: "ready")
    #expect(terminal.text(row: 0) == "probe xterm-256color indexed256 é外🇫🇷—“x”│")
    #expect(terminal[0, 0].foreground == 208)
    for key in ["a", "C-Left", "M-S-Up", "S-Tab", "F12", "PgDn", "C-Space", "^J", "M-b", "Esc"] {
      terminal.press(key)
      try terminal.wait(forText: "key \(key)")
    }
    terminal.paste("two\nlines")
    try terminal.wait(forText: "paste two⏎lines")
    terminal.resize(to: Size(columns: 44, rows: 9))
    try terminal.wait(forText: "size 44x9")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    try terminal.wait("the terminal as it was") { isRestored(terminal) }
  }

  @Test(arguments: [("x", SIGSEGV), ("X", SIGABRT)])
  func aCrashRestoresTheTerminal(_ key: String, _ signal: Int32) throws {
    let terminal = try start()
    try terminal.wait(forText: "ready")
    #expect(terminal.isAlternate && !terminal.isLineEdited)
    terminal.press(key)
    #expect(try terminal.waitForStatus() == .killed(signal: Int(signal)))
    try terminal.wait("the terminal as it was") { isRestored(terminal) }
    #expect(String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  /// Where the picture stays, its last row does not: the prompt comes there.
  @Test func aCrashClearsTheLastRowWithoutAnAlternateScreen() throws {
    let terminal = try start(["TERM": "vt100"])
    try terminal.wait(forText: "ready")
    terminal.resize(to: Size(columns: 44, rows: 9))
    try terminal.wait(forText: "size 44x9")
    terminal.press("s")
    try terminal.wait("the last row") { terminal.text(row: 8).hasPrefix("9 ") }
    terminal.press("x")
    #expect(try terminal.waitForStatus() == .killed(signal: Int(SIGSEGV)))
    try terminal.wait("a clean row") { terminal.text(row: 8).isEmpty && isRestored(terminal) }
    #expect(terminal.text(row: 7).hasPrefix("8 "))
  }

  @Test func stopsAndGoesOn() throws {
    let terminal = try start()
    try terminal.wait(forText: "ready")
    terminal.press("z")
    #expect(try terminal.waitForStatus() == .stopped(signal: Int(SIGSTOP)))
    try terminal.wait("the terminal as it was") { isRestored(terminal) }
    kill(terminal.process, SIGCONT)
    #expect(try terminal.waitForStatus() == .resumed)
    try terminal.wait("the screen again") { terminal.isAlternate && !terminal.isLineEdited }
    try terminal.wait(forText: "ready")
    terminal.press("a")
    try terminal.wait(forText: "key a")
    // From outside, and past the program: the modes come back all the same.
    kill(terminal.process, SIGSTOP)
    #expect(try terminal.waitForStatus() == .stopped(signal: Int(SIGSTOP)))
    kill(terminal.process, SIGCONT)
    try terminal.wait(forText: "signal resume")
    kill(terminal.process, SIGTERM)
    _ = try terminal.waitForStatus()
    try terminal.wait("the end") { isRestored(terminal) }
  }

  /// Ctrl-C in a borrowing program is that program's affair; SIGTERM never is.
  @Test func signalsWhileLent() throws {
    let terminal = try start()
    try terminal.wait(forText: "ready")
    terminal.press("l", "q")
    #expect(try terminal.waitForStatus() == .exited(3))
    try terminal.wait("the terminal as it was") { isRestored(terminal) }
  }

  @Test func aLostLineEndsTheProgram() throws {
    let terminal = try start()
    try terminal.wait(forText: "ready")
    terminal.hangUp()
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  /// `cat essay | rejoinder`: keys come from the controlling terminal.
  @Test func keysArriveBesideAPipe() throws {
    let ends = try pipe(holding: "an essay")
    let terminal = try start(input: ends.reading)
    try terminal.wait(forText: "ready")
    terminal.press("é", "q")
    #expect(try terminal.waitForStatus() == .exited(0))
    try terminal.wait("the terminal as it was") { isRestored(terminal) }
    close(ends.reading)
  }

  /// Blocking is a property that all who hold a terminal share: any of them can take it away.
  @Test func aFrameArrivesWholeWhenTheTerminalDoesNotBlock() throws {
    let size = Size(columns: 500, rows: 400)
    let terminal = try VirtualTerminal(size: size)
    let side = terminal.programSide
    try #require(fcntl(side, F_SETFL, fcntl(side, F_GETFL) | O_NONBLOCK) == 0)
    try terminal.spawn(
      BuiltProgram.path("TerminalProbe"),
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"], output: side)
    try terminal.wait(forText: "ready")
    // Many times what the line between them holds.
    terminal.press("s")
    try terminal.wait("the last row") { terminal.text(row: size.rows - 1).hasPrefix("400 ") }
    #expect((1..<size.rows).allSatisfy { terminal.text(row: $0).hasPrefix("\($0 + 1) ") })
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  @Test(arguments: [
    (["TERM": "dumb"], "the terminal 'dumb' cannot move its cursor"),
    (["TERM": "no-such"], "no description of the terminal 'no-such' was found"),
    (["TERM": ""], "TERM is not set"),
  ])
  func refusalIsASentence(_ variables: [String: String], _ sentence: String) throws {
    let terminal = try start(variables)
    #expect(try terminal.waitForStatus() == .exited(69))
    try terminal.wait(forText: sentence)
    #expect(!terminal.received.contains(0x1B))
  }

  @Test func outputMustBeATerminal() throws {
    let ends = try pipe(holding: "")
    let terminal = try start(output: ends.writing)
    close(ends.writing)
    #expect(try terminal.waitForStatus() == .exited(69))
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = read(ends.reading, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(count), as: UTF8.self).contains("needs a terminal"))
    #expect(terminal.received.isEmpty)
    close(ends.reading)
  }

  @Test func aLocaleWithoutUTF8GetsASCII() throws {
    let terminal = try start(["LANG": "C", "NO_COLOR": "1"])
    try terminal.wait(forText: "ready")
    #expect(terminal.text(row: 0) == "probe xterm-256color monochrome e? ? -\"x\"|")
    #expect(terminal[0, 0].foreground == nil && terminal[0, 0].attributes == .reverse)
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }

  private func pipe(holding text: String) throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
    #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
    return (ends[0], ends[1])
  }
}
