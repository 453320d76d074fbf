import Reader
import RejoinderCore
import Runtime
import Store
import Synchronization
import Testing

@testable import Application

/// What is kept while an essay is on its way, and of which essay news are told.
@Suite struct LiveRunnerTests {
  /// Keeps work until it is let go.
  private final class Gate: Sendable {
    private let held = Mutex<[@Sendable () -> Void]>([])

    var queue: WorkQueue {
      WorkQueue(begin: { work in self.held.withLock { $0.append(work) } }, wait: { self.open() })
    }

    func open() {
      let work = held.withLock { held in
        defer { held = [] }
        return held
      }
      for work in work { work() }
    }
  }

  private static let beginning = "Towns must not burn light for nobody."
  private static let whole = beginning + "\n\nResidents should be asked first."

  private static func essay(_ text: String, isComplete: Bool = true) -> Essay {
    Essay(
      metadata: EssayMetadata(source: .standardInput), text: EssayText(canonical: text),
      isComplete: isComplete)
  }

  /// An essay that has come in part, and its reading behind a gate.
  private struct Stream {
    let library = InMemoryLibrary()
    let gate = Gate()
    let mailbox: Mailbox
    let runner: LiveRunner

    init() throws {
      mailbox = try #require(Mailbox())
      var pending = PendingEssay(LiveRunnerTests.essay(LiveRunnerTests.whole))
      pending.beginning = LiveRunnerTests.essay(LiveRunnerTests.beginning, isComplete: false)
      let gate = gate
      runner = LiveRunner(
        library: library, mailbox: mailbox,
        environment: SessionEnvironment(entries: [], folder: "/"),
        clock: { Timestamp(milliseconds: 1_000) }, current: pending,
        queue: { $0 == "rejoinder.reading" ? gate.queue : .immediate })
    }

    func note(_ words: String) -> Annotation {
      let text = LiveRunnerTests.essay(LiveRunnerTests.beginning).text
      return Annotation(
        id: words, anchor: Anchor(of: Passage(0..<5), in: text), body: .note(words),
        created: .zero, modified: Timestamp(milliseconds: 1))
    }

    /// The notes about the essay with a text; `nil` where the library has none with it.
    func notes(about text: String) throws -> Set<String>? {
      let fingerprint = Fingerprint(of: Array(text.utf8))
      guard let id = library.find(fingerprint: fingerprint) else { return nil }
      return Set(try library.records(of: id).annotations.map(\.id))
    }
  }

  /// The reader was told to open the essay that was open.
  @Test func anEssayThatWasRemovedMeanwhileIsMadeAgain() throws {
    let stream = try Stream()
    stream.runner.begin(.load(.current, request: 1))
    stream.gate.open()
    stream.runner.begin(.record([stream.note("before")], essay: 1))
    let fingerprint = Fingerprint(of: Array(Self.whole.utf8))
    try stream.library.remove(try #require(stream.library.find(fingerprint: fingerprint)))
    _ = stream.mailbox.collect()
    stream.runner.begin(.record([stream.note("after")], essay: 1))
    #expect(try stream.notes(about: Self.whole) == ["after"])
    let isAsked = stream.mailbox.collect().contains { message in
      if case .libraryMadeAgain(essay: 1) = message { true } else { false }
    }
    #expect(isAsked)
    stream.runner.begin(.record([stream.note("before")], essay: 1))
    #expect(try stream.notes(about: Self.whole) == ["after", "before"])
  }

  /// A record that came late once made the folder of an essay that was left again, without a text.
  @Test func anEssayThatWasLeftIsNotMadeAgainWithoutItsText() throws {
    let stream = try Stream()
    let other = try stream.library.register(Self.essay("Other words."), as: nil, at: .zero)
    stream.runner.begin(.load(.current, request: 1))
    stream.gate.open()
    stream.runner.begin(.load(.stored(other), request: 2))
    stream.gate.open()
    stream.runner.begin(.follow(essay: 2))
    let fingerprint = Fingerprint(of: Array(Self.whole.utf8))
    try stream.library.remove(try #require(stream.library.find(fingerprint: fingerprint)))
    _ = stream.mailbox.collect()
    for words in ["late", "later"] {
      stream.runner.begin(.record([stream.note(words)], essay: 1))
      #expect(stream.library.summaries().map(\.id) == [other])
      let sentences = stream.mailbox.collect().compactMap { message in
        if case .recordFailed(let sentence) = message { sentence } else { nil }
      }
      #expect(sentences.count == 1)
      #expect(
        sentences.first?.contains("its folder was removed from the library after it was left")
          == true)
      // It did not say what had become of the words.
      #expect(sentences.first?.contains("so it is lost") == true)
    }
  }

  @Test func whatIsRecordedAboutABeginningIsKeptAtOnceAndJoinedWithTheWhole() throws {
    let stream = try Stream()
    stream.runner.begin(.load(.current, request: 1))
    #expect(stream.mailbox.collect().isEmpty, "a pipe is waited for on a queue of its own")
    stream.runner.begin(.record([stream.note("early")], essay: 1))
    #expect(try stream.notes(about: Self.beginning) == ["early"])
    stream.gate.open()
    stream.runner.begin(.record([stream.note("late")], essay: 1))
    #expect(try stream.notes(about: Self.whole) == ["early", "late"])
    #expect(stream.library.summaries().count == 1)
  }

  @Test func whatIsRecordedAboutABeginningGoesToTheEssayThatIsKnown() throws {
    let stream = try Stream()
    let known = try stream.library.register(Self.essay(Self.whole), as: nil, at: .zero)
    _ = try stream.library.record([stream.note("known")], in: known)
    stream.runner.begin(.load(.current, request: 1))
    stream.runner.begin(.record([stream.note("early")], essay: 1))
    #expect(try stream.notes(about: Self.beginning) == ["early"])
    stream.gate.open()
    #expect(try stream.notes(about: Self.whole) == ["early", "known"])
    #expect(stream.library.summaries().map(\.id) == [known])
  }

  /// A text that the reader stopped once took the place of the whole one.
  @Test func aBeginningDoesNotReplaceTheWhole() throws {
    var part = Self.essay(Self.beginning)
    part.metadata.source = .file("/pipe")
    part.cut = "stopped"
    var all = Self.essay(Self.whole)
    all.metadata.source = .file("/pipe")
    let library = InMemoryLibrary()
    let known = try library.register(all, as: nil, at: .zero)
    let runner = LiveRunner(
      library: library, mailbox: try #require(Mailbox()),
      environment: SessionEnvironment(entries: [], folder: "/"),
      clock: { Timestamp(milliseconds: 1_000) }, current: PendingEssay(part),
      queue: { _ in .immediate })
    runner.begin(.load(.current, request: 1))
    #expect(try library.essay(known).text == all.text)
    #expect(library.summaries().count == 1)
  }

  /// An essay that was read and never opened once ended the watch of the one that was open.
  @Test func onlyTheEssayThatIsOpenedTakesOverTheWatch() throws {
    let stream = try Stream()
    let other = try stream.library.register(Self.essay("Other words."), as: nil, at: .zero)
    stream.runner.begin(.load(.current, request: 1))
    stream.gate.open()
    stream.runner.begin(.follow(essay: 1))
    // The library in memory has nothing to watch.
    stream.runner.open[1]?.watch = LibraryWatch(keeping: other)
    stream.runner.begin(.load(.stored(other), request: 2))
    stream.gate.open()
    #expect(stream.runner.open[1]?.watch != nil)
    stream.runner.begin(.follow(essay: 2))
    #expect(stream.runner.open[1]?.watch == nil)
  }

  @Test func whatIsAbandonedLeavesNoTrace() throws {
    let stream = try Stream()
    stream.runner.begin(.load(.current, request: 1))
    stream.runner.begin(.abandon(request: 1))
    stream.gate.open()
    #expect(stream.mailbox.collect().isEmpty)
    #expect(stream.library.summaries().isEmpty)
  }

  /// The screen stood still before every editor until all that was to be kept was on disk.
  @Test func anEditorWaitsForTheLibraryOnlyWhereTheEssayIsNotThere() throws {
    let mailbox = try #require(Mailbox())
    let held = Gate()
    let waits = Mutex(0)
    let runner = LiveRunner(
      library: InMemoryLibrary(), mailbox: mailbox,
      environment: SessionEnvironment(entries: [], folder: "/"),
      clock: { .zero }, current: PendingEssay(Self.essay(Self.whole)),
      queue: { name in
        guard name == "rejoinder.records" else { return .immediate }
        return WorkQueue(
          begin: held.queue.begin,
          wait: {
            waits.withLock { $0 += 1 }
            held.open()
          })
      })
    runner.begin(.load(.current, request: 1))
    runner.begin(.editExternally("first", record: "r1", claims: [], essay: 1))
    #expect(waits.withLock(\.self) == 1, "nobody knew yet which essay it is")
    runner.begin(.lookForNews(essay: 1))
    runner.begin(.editExternally("second", record: "r1", claims: [], essay: 1))
    #expect(waits.withLock(\.self) == 1)
    held.open()
  }
}
