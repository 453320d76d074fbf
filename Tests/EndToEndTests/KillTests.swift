import Glibc
import RejoinderCore
import Store
import TerminalKit
import Testing
import VirtualTerminal

/// Nothing that was on disk is lost by `kill -9`, whenever it comes.
@Suite(.serialized) struct KillTests {
  /// How many times as long as usual; see `make soak`.
  static let factor = getenv("REJOINDER_SOAK").flatMap { Int(String(cString: $0)) } ?? 1

  /// Numbered words, so that a part of them can be told from any other.
  private static let words = (1...400).map { "w\($0)" }.joined(separator: " ") + " "

  /// The numbered words that a text ends with.
  private func typed(in text: String) -> Substring {
    guard let start = text.firstRange(of: "w1 ") ?? text.firstRange(of: "w1") else { return "" }
    return text[start.lowerBound...]
  }

  /// How many of the numbered words the screen shows as kept, when it says that all of the text is.
  private func keptWords(on terminal: VirtualTerminal) -> Int? {
    guard terminal.isSaved else { return nil }
    let shown = terminal.text.split(whereSeparator: \.isWhitespace)
      .compactMap { $0.first == "w" ? Int($0.dropFirst()) : nil }
    return shown.max() ?? 0
  }

  /// Killed at any moment while somebody types on and on.
  ///
  /// Whatever the screen called saved is there afterwards, and what is there is the beginning of what
  /// was typed: nothing is torn, doubled or set aside as damaged.
  @Test(arguments: 0..<(16 * factor))
  func killedWhileTyping(seed: Int) throws {
    var generator = SystemRandomNumberGenerator()
    let desk = try Desk()
    let terminal = try desk.open()
    try terminal.openReply()
    var kept = 0
    var sent = Substring(Self.words)
    let words = Int.random(in: 5...90, using: &generator)
    for _ in 0..<words {
      let word = sent.prefix { $0 != " " } + " "
      terminal.type(String(word))
      sent = sent.dropFirst(word.count)
      terminal.advance()
      kept = max(kept, keptWords(on: terminal) ?? 0)
      // Now and then the writing is given the time that it asks for.
      if Int.random(in: 0..<40, using: &generator) == 0 {
        try terminal.waitUntilSaved()
        kept = max(kept, keptWords(on: terminal) ?? 0)
      }
    }
    kill(terminal.process, SIGKILL)
    #expect(try terminal.waitForStatus() == .killed(signal: 9))
    try check(desk, kept: kept)
  }

  private func check(_ desk: Desk, kept: Int) throws {
    // Killed so early that the essay was not in the library yet, nothing was called saved either.
    guard let records = desk.records() else {
      #expect(kept == 0)
      return
    }
    #expect(records.problems.isEmpty)
    let draft = records.replies.first.map { typed(in: $0.text) } ?? ""
    #expect(Self.words.hasPrefix(draft), "on disk: \(draft)")
    let found = draft.split(separator: " ").count
    #expect(found >= kept, "\(kept) words were called saved, \(found) are there")
    #expect(records.replies.count <= 1)
  }

  /// Killed around the moments in which a long text is written down.
  @Test(arguments: 0..<(10 * factor))
  func killedWhileSaving(seed: Int) throws {
    var generator = SystemRandomNumberGenerator()
    let desk = try Desk()
    let terminal = try desk.open()
    try terminal.openReply()
    let chunk = String(repeating: "A line of a long answer that takes its time.\n", count: 1500)
    terminal.paste(chunk + "end of the first")
    try terminal.waitUntilSaved()
    terminal.paste(chunk + "end of the second")
    try terminal.wait("the second paste") { terminal.text.contains("end of the second") }
    for _ in 0..<Int.random(in: 0...60, using: &generator) where !terminal.isSaved {
      terminal.type("x")
      terminal.advance()
    }
    let wasSaved = terminal.isSaved
    kill(terminal.process, SIGKILL)
    #expect(try terminal.waitForStatus() == .killed(signal: 9))
    let records = try #require(desk.records())
    #expect(records.problems.isEmpty)
    let draft = try #require(records.replies.first?.text)
    #expect(draft.contains("end of the first"))
    if wasSaved { #expect(draft.contains("end of the second")) }

    // And the next session opens it as if nothing had happened.
    let next = try desk.open()
    next.press("r")
    try next.wait("the draft") { next.text.contains(draft.suffix(12)) }
  }

  /// Decisions are written at once.
  @Test(arguments: 0..<(4 * factor))
  func killedAfterADecision(seed: Int) throws {
    let desk = try Desk()
    let terminal = try desk.open()
    for claim in 1...4 {
      terminal.press("\(claim)", "G", "a")
      try terminal.waitForStatus("Accepted")
    }
    try terminal.wait("the records") { (desk.records()?.annotations.count ?? 0) >= 1 + seed % 4 }
    kill(terminal.process, SIGKILL)
    _ = try terminal.waitForStatus()
    let records = try #require(desk.records())
    #expect(records.problems.isEmpty)
    #expect(records.annotations.count >= 1 + seed % 4)
    let next = try desk.open()
    next.press("1", "G")
    try next.wait(forText: "✓")
  }
}
