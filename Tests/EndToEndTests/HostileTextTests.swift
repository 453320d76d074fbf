import HostileText
import RejoinderCore
import TerminalKit
import Testing
import VirtualTerminal

/// Nothing that came from outside reaches the terminal as an order, whatever the way in.
@Suite(.serialized) struct HostileTextTests {
  /// One essay with every hostile string in it, in its title, its author's name and its file's name,
  /// and a pack that brings more.
  private func desk() throws -> (desk: Desk, file: String) {
    let desk = try Desk()
    let count = HostileText.orders.count + HostileText.hiding.count
    let paragraphs = (0..<count).map(HostileText.sentence)
    let title = "On \u{1B}]0;666\u{7}Trust\u{202E}"
    let file = "e\u{1B}[666mssay\u{9B}666n.txt"
    try desk.folder.write(
      ([title, "By A. \u{1B}[666n Resident"] + paragraphs).joined(separator: "\n\n"), to: file)
    return (desk, file)
  }

  private func open(_ desk: Desk, _ file: String) throws -> VirtualTerminal {
    let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
    try terminal.spawn(
      Desk.program, ["read", desk.folder.file(file)], environment: desk.environment)
    try terminal.waitForStatus("hidden characters")
    terminal.press("k")
    try terminal.wait("claims") { terminal.status.contains(/[0-9] claims? {2}/) }
    return terminal
  }

  @Test func noScreenHoldsAnOrderOfTheEssay() throws {
    let (desk, file) = try desk()
    let terminal = try open(desk, file)
    #expect(terminal.text.contains("␛]0;666␇Trust"))
    for _ in 0..<30 {
      terminal.press("]", "Space")
    }
    terminal.press("G")
    try terminal.wait("the end") {
      terminal.status.contains("100%") || terminal.text.contains("54.")
    }
    // Words of the essay in a draft, in a prompt, in the library's list and in a notice.
    terminal.press("g", "5", "g", "r")
    try terminal.waitForStatus("WRITE")
    try terminal.waitUntilSaved()
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    terminal.press("L")
    try terminal.wait(forText: "Library")
    terminal.press("L", "/")
    terminal.paste("\u{1B}[666mwords\u{9B}666n")
    terminal.press("Enter")
    try terminal.wait("a notice") { terminal.status.contains("not in the essay") }
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
    #expect(HostileText.traces(in: terminal.received, isScreen: true) == [])
    #expect(terminal.leftovers.isEmpty)
  }

  /// Copied words are pasted into shells.
  @Test func theClipboardGetsMarks() throws {
    let desk = try Desk()
    try desk.folder.write(
      "Towns must not burn\u{1B}[666m light\u{202E} for nobody. They should sleep.", to: "a.txt")
    let terminal = try open(desk, "a.txt")
    terminal.press("y")
    try terminal.waitForStatus("Offered")
    let words = try #require(terminal.offeredWords)
    #expect(words == "Towns must not burn␛[666m light\u{FFFD} for nobody.")
  }
}
