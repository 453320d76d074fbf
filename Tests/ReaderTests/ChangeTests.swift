import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Everything that the reader does can be undone and done again, exactly.
@Suite struct ChangeTests {
  /// What there is to see of the reader's work, apart from drafts, whose writing has an undo of its
  /// own.
  private struct Work: Equatable {
    var marking: Marking
    /// Live annotations, without their times.
    var annotations: Set<String>

    init(_ model: Model) {
      marking = model.reading?.marking ?? .empty
      annotations = Set(
        (model.reading?.resolved ?? [])
          .map { "\($0.passage.range) \($0.annotation.id) \($0.annotation.body)" })
    }

    /// How this differs from what it should be; `nil` when it does not.
    func difference(from expected: Work) -> String? {
      guard self != expected else { return nil }
      let missing = expected.annotations.subtracting(annotations).sorted()
      let surplus = annotations.subtracting(expected.annotations).sorted()
      let claims = marking == expected.marking ? "the same" : "other"
      return "missing \(missing), surplus \(surplus), \(claims) claims"
    }
  }

  private static let changes = [
    "a", "x", "m", "t f", "t v", "t p", "t t", "t e", "t o", "p", "+", "-", "X", "d",
    "Tab j p Tab", "Tab G X Tab", "Tab G + + Tab", "c N o Esc", "c S o ^O a Esc", "i H m Esc",
    "e Space y Esc", "e ^A ^K Esc", "v w w m", "V ) m", "v e c A Esc", "V } i B Esc", "r Z Esc",
  ]
  private static let moves = ["]", "[", ")", "(", "}", "{", "Space", "b", "g", "G"]

  @Test(arguments: Soak.seeds(40))
  func undoingAndRedoingEverythingIsExact(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    var model = try ReaderFixtures.model(packs: [ReaderFixtures.pack])
    // One entry for each change; `nil` between two that one command made.
    var states: [Work?] = [Work(model)]
    var log: [String] = []
    for step in 1...30 {
      let now = Timestamp(milliseconds: Int64(step * 10))
      _ = model.press(keys: Self.moves.randomElement(using: &generator) ?? "]", at: now)
      let keys = Self.changes.randomElement(using: &generator) ?? "a"
      _ = model.press(keys: keys, at: now)
      // What found nothing to act on may have left letters behind, which mean other things.
      while model.mode != .reading { _ = model.press(keys: "Esc", at: now) }
      let count = model.reading?.history.done.count ?? 0
      while states.count <= count { states.append(states.count == count ? Work(model) : nil) }
      while log.count < count { log.append(keys) }
    }
    #expect(states.count > 5, "hardly anything was changed")

    let story = log.joined(separator: " | ")
    for index in states.indices.reversed().dropFirst() {
      _ = model.press(keys: "u", at: Timestamp(milliseconds: 1_000))
      guard let state = states[index] else { continue }
      let difference = Work(model).difference(from: state)
      try #require(difference == nil, "undoing “\(log[index])”, number \(index) of \(story)")
    }
    for index in states.indices.dropFirst() {
      _ = model.press(keys: "^R", at: Timestamp(milliseconds: 2_000))
      guard let state = states[index] else { continue }
      let difference = Work(model).difference(from: state)
      try #require(
        difference == nil, "redoing “\(log[index - 1])”, number \(index - 1) of \(story)")
    }
  }

  @Test func aDeletedDraftComesBack() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    model.type("These words.")
    _ = model.press(keys: "^O d")
    #expect(model.drafts.isEmpty)
    _ = model.press(keys: "u")
    #expect(model.drafts.map(\.text).first?.hasSuffix("These words.") == true)
    _ = model.press(keys: "^R")
    #expect(model.drafts.isEmpty)
  }

  @Test func undoingWritesLaterRecords() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] a", at: Timestamp(milliseconds: 10))
    let made = try #require(model.reading?.resolved.first?.annotation)
    let effects = model.press(keys: "u", at: Timestamp(milliseconds: 5))
    let written = effects.compactMap { effect -> [Annotation]? in
      if case .record(let annotations, _) = effect { return annotations }
      return nil
    }
    .joined()
    let tombstone = try #require(written.first)
    #expect(written.count == 1)
    #expect(tombstone.id == made.id && tombstone.isDeleted)
    #expect(tombstone.modified > made.modified)
  }

  /// A reply that was begun is on its way to the disk, before a word of the reader's is typed: the
  /// status line may not say “saved” before, and closing keeps it.
  @Test func aReplyThatOnlyQuotesIsKeptToo() throws {
    var model = try ReaderFixtures.model()
    let effects = model.press(keys: "] r")
    let isRecorded = effects.contains { effect in
      switch effect {
      case .recordReply, .setTimer(.keepDraft, _): true
      default: false
      }
    }
    #expect(isRecorded)
    #expect(model.composer?.isSaved == false)
    let leaving = model.press(keys: "Esc")
    #expect(
      leaving.contains { effect in
        if case .recordReply(let reply, _) = effect { return reply.text.hasPrefix("> ") }
        return false
      })
  }
}
