import Reader
import RejoinderCore
import Runtime
import TerminalKit
import Testing

/// The end of a session.
@Suite struct EventLoopTests {
  /// Has an essay come when everything is waited for, and not before.
  private final class LateRunner: EffectRunner {
    let mailbox: Mailbox
    private var late: [Message]
    private(set) var recorded: [Reply] = []

    init(_ mailbox: Mailbox, _ late: [Message]) {
      self.mailbox = mailbox
      self.late = late
    }

    func run(_ effect: Effect, on terminal: any Terminal) {
      if case .recordReply(let reply, _) = effect { recorded.append(reply) }
    }

    func finish() {
      for message in late { mailbox.post(message) }
      late = []
    }

    func pause() {}
  }

  /// What the last messages asked for was once thrown away.
  @Test func whatComesWhileTheSessionEndsIsKept() throws {
    let text = EssayText(canonical: "Towns must not burn light for nobody.")
    let essay = Essay(metadata: EssayMetadata(source: .file("/essay")), text: text)
    let known = Reply(
      id: "known", text: "Long thought about.", claims: [], created: .zero, modified: .zero)
    let mailbox = try #require(Mailbox())
    let runner = LateRunner(
      mailbox, [.loaded(LoadedEssay(essay: essay, replies: [known]), request: 1)])
    let claim = Sentence(
      passage: Passage(0..<text.count), paragraph: 0, role: .thesis, kind: .policy, confidence: 1,
      highlighted: true)
    mailbox.post(.assessed([claim], examinations: [], isWhole: true, request: 1))
    let terminal = InMemoryTerminal(size: Size(columns: 80, rows: 24))
    terminal.enqueue([.woken])
    terminal.enqueue(keys: [Key("]"), Key("r")])
    terminal.enqueue([.signal(.terminate)])
    let loop = EventLoop(
      model: Model(size: terminal.size, keyMap: .standard, seed: 1, essay: essay),
      mailbox: mailbox, runner: runner, clock: { .zero }, elapsed: { .zero }, stop: {})
    _ = loop.run(on: terminal)
    // The library has a draft: the one that was begun beside it, and not written into, is taken back.
    #expect(runner.recorded.last?.isDeleted == true)
  }

  /// Refuses records until it is told otherwise.
  private final class FullRunner: EffectRunner {
    let mailbox: Mailbox
    var isFull = true

    init(_ mailbox: Mailbox) { self.mailbox = mailbox }

    func run(_ effect: Effect, on terminal: any Terminal) {
      guard case .recordReply(let reply, let essay) = effect else { return }
      mailbox.post(
        isFull
          ? .recordFailed("The disk is full")
          : .replyRecorded(reply, as: reply, conflicts: [], essay: essay))
    }

    func finish() {}
    func pause() {}
  }

  /// A session that had once asked about unsaved words never asked again.
  @Test func everyFailureIsAskedAboutOnce() throws {
    let mailbox = try #require(Mailbox())
    let runner = FullRunner(mailbox)
    let text = EssayText(canonical: "Towns must not burn light for nobody.")
    let essay = Essay(metadata: EssayMetadata(source: .file("/essay")), text: text)
    let claim = Sentence(
      passage: Passage(0..<text.count), paragraph: 0, role: .thesis, kind: .policy, confidence: 1,
      highlighted: true)
    mailbox.post(.assessed([claim], examinations: [], isWhole: true, request: 1))
    let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
    terminal.steps = [
      { [.woken] }, { [.key(Key("]")), .key(Key("r")), .key(Key("x")), .key(Key(.escape))] },
      { [.woken] }, { [.key(Key("q"))] },
      // Asked about once; then there is room again.
      {
        runner.isFull = false
        return [.key(Key("r")), .key(Key("y")), .key(Key(.escape))]
      },
      { [.woken] },
      {
        runner.isFull = true
        return [.key(Key("r")), .key(Key("z")), .key(Key(.escape))]
      },
      { [.woken] }, { [.key(Key("q"))] },
      // Asked about again, and left all the same.
      { [.key(Key("q"))] },
    ]
    let loop = EventLoop(
      model: Model(size: terminal.size, keyMap: .standard, seed: 1, essay: essay),
      mailbox: mailbox, runner: runner, clock: { .zero }, elapsed: { .zero }, stop: {})
    #expect(loop.run(on: terminal) == "The disk is full")
    #expect(terminal.steps.isEmpty, "it left with \(terminal.steps.count) steps to go")
    #expect(terminal.rings == 2)
  }

  /// Answers what is asked about claims at once.
  private final class NoteRunner: EffectRunner {
    let mailbox: Mailbox

    init(_ mailbox: Mailbox) { self.mailbox = mailbox }

    func run(_ effect: Effect, on terminal: any Terminal) {
      guard case .examine(let inquiry, _, let request) = effect else { return }
      mailbox.post(
        .examined(
          inquiry.wanted.map {
            Examination(passage: $0.passage, reasons: ["judges"], questions: [])
          },
          request: request))
    }

    func finish() {}
    func pause() {}
  }

  /// A page was once drawn twice, without its notes and with them, a thousandth of a second apart.
  @Test func aPageIsDrawnOnceWithItsNotes() throws {
    let mailbox = try #require(Mailbox())
    let words = "Towns must not burn light for nobody. "
    let text = EssayText(canonical: String(repeating: words, count: 200))
    let essay = Essay(metadata: EssayMetadata(source: .file("/essay")), text: text)
    let claims = (0..<200).map { index in
      Sentence(
        passage: Passage(index * words.utf8.count..<(index + 1) * words.utf8.count - 1),
        paragraph: 0,
        role: .claim, kind: .policy, confidence: 1, highlighted: true)
    }
    mailbox.post(.assessed(claims, examinations: [], isWhole: true, request: 1))
    let terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24))
    var before = 0
    terminal.steps = [
      { [.woken] }, { [.woken] },
      {
        before = terminal.frames
        return [.key(Key(" "))]
      },
      { [.woken] },
      {
        #expect(terminal.frames == before + 1)
        return [.key(Key("q"))]
      },
    ]
    let loop = EventLoop(
      model: Model(size: terminal.size, keyMap: .standard, seed: 1, essay: essay),
      mailbox: mailbox, runner: NoteRunner(mailbox), clock: { .zero }, elapsed: { .zero }, stop: {})
    _ = loop.run(on: terminal)
    #expect(before > 0 && terminal.steps.isEmpty)
  }

  /// Events that are made when they are asked for.
  private final class ScriptedTerminal: Terminal {
    let size: Size
    let capabilities = TerminalCapabilities(isUTF8: true, depth: .monochrome, name: "script")
    var steps: [() -> [TerminalEvent]] = []
    var rings = 0

    init(size: Size) { self.size = size }

    var frames = 0
    func present(_ screen: Screen) { frames += 1 }
    func wait(timeout: Int?, wakeDescriptor: Int32?) -> [TerminalEvent] {
      steps.isEmpty ? [.closed] : steps.removeFirst()()
    }
    func send(_ controlSequence: [UInt8]) {}
    func ring() { rings += 1 }
    func lend(to body: () -> Void) { body() }
    func close() {}
  }
}
