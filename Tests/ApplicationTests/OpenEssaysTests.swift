import RejoinderCore
import Synchronization
import Testing

@testable import Application

/// Essays that are asked for, and given up.
@Suite struct OpenEssaysTests {
  private final class Reading: Sendable {
    let isCancelled = Mutex(false)

    var pending: PendingEssay {
      PendingEssay(
        read: { _ in
          PendingEssay.Outcome(
            essay: Essay(
              metadata: EssayMetadata(source: .standardInput),
              text: EssayText(canonical: self.isCancelled.withLock(\.self) ? "given up" : "whole")))
        },
        cancel: { self.isCancelled.withLock { $0 = true } })
    }
  }

  private func text(_ open: OpenEssays, _ request: Int) throws -> String {
    let outcome = try open.read(Reading().pending, for: request) { _ in }
    return String(decoding: outcome.essay.text.utf8, as: UTF8.self)
  }

  /// A pipe that nobody writes to would keep the program for ever.
  @Test func whatIsGivenUpBeforeItsReadingBeginsIsNotWaitedFor() throws {
    let open = OpenEssays(current: nil)
    open.expect(1)
    open.cancel()
    #expect(try text(open, 1) == "given up")
    open.expect(2)
    #expect(try text(open, 2) == "whole")
  }

  @Test func anEssayIsOnItsWayFromTheAskingToTheEnd() throws {
    let open = OpenEssays(current: nil)
    #expect(!open.isReading)
    open.expect(1)
    #expect(open.isReading)
    _ = try text(open, 1)
    open.finish(1)
    #expect(!open.isReading)
    open.cancel()
    open.expect(2)
    #expect(try text(open, 2) == "whole")
  }
}
