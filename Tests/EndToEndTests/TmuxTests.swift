import FoundationEssentials
import Glibc
import Testing

@testable import Delivery

/// The program in tmux, a second terminal that knows nothing of the first.
@Suite(.serialized) struct TmuxSmokeTests {
  /// A tmux server of the test's own, with the program in its only pane.
  private struct Server {
    let desk: Desk
    let name = "rejoinder"

    init(_ desk: Desk) throws {
      self.desk = desk
      try run([
        "-f", "/dev/null", "new-session", "-d", "-x", "90", "-y", "25", "--", Desk.program, "read",
        desk.essay,
      ])
    }

    func run(_ arguments: [String]) throws {
      try #require(
        try tmux(arguments).run() == .exit(0), "tmux \(arguments.joined(separator: " "))")
    }

    /// Ends the server, if it has not ended with the program.
    func end() { _ = try? tmux(["kill-server"]).run() }

    private func tmux(_ arguments: [String]) -> ChildProcess {
      var environment = desk.environment
      environment["TMUX_TMPDIR"] = desk.folder.path
      return ChildProcess(
        program: "tmux", arguments: ["-L", name] + arguments, environment: environment,
        isShown: false)
    }

    func screen() throws -> String {
      let file = desk.folder.file("screen")
      try run(["capture-pane", "-b", "shown"])
      try run(["save-buffer", "-b", "shown", file])
      return String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }

    func wait(for words: String...) throws {
      var shown = ""
      let isShown = try wait {
        shown = try screen()
        return words.allSatisfy(shown.contains)
      }
      if !isShown { Issue.record("waited in vain for \(words); tmux shows:\n\(shown)") }
    }

    /// Looks again and again; gives up after a time that no healthy machine needs.
    func wait(until condition: () throws -> Bool) rethrows -> Bool {
      let clock = ContinuousClock()
      let deadline = clock.now + .seconds(30)
      while clock.now < deadline {
        if try condition() { return true }
      }
      return false
    }
  }

  @Test func theMainJobIsDoneInTmux() throws {
    let desk = try Desk()
    let server = try Server(desk)
    defer { server.end() }
    try server.wait(for: "Let the Streetlights Sleep", "READ", " claims  ")
    try server.run(["send-keys", "3", "G"])
    try server.wait(for: "3/", "▸", "│")
    try server.run(["send-keys", "r"])
    try server.wait(for: "WRITE", "Reply, quoting")
    try server.run(["send-keys", "-l", "Typed in tmux: 雪国 é."])
    try server.wait(for: "Typed in tmux: 雪国 é.")
    try server.run(["resize-window", "-x", "60", "-y", "20"])
    try server.wait(for: "WRITE", "Typed in tmux")
    try server.run(["set-buffer", "-b", "pasted", "two\nlines"])
    try server.run(["paste-buffer", "-p", "-b", "pasted"])
    try server.wait(for: "two", "lines")
    try server.run(["send-keys", "Escape"])
    try server.wait(for: "kept")
    try server.run(["send-keys", "q"])
    let isKept = server.wait {
      desk.drafts().first?.hasSuffix("Typed in tmux: 雪国 é.two\nlines") == true
    }
    #expect(isKept)
  }
}
