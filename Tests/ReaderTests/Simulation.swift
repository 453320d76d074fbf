import RejoinderCore
import ScreenFaults
import TerminalKit

@testable import Reader

/// A model in a world that answers its effects as it pleases: at once, late, in vain, or with what
/// was asked before.
struct Simulation {
  private(set) var model: Model
  private(set) var now = Timestamp(milliseconds: 1_000_000)
  /// What was sent, for the report of a failure.
  private(set) var log: [String] = []
  private var generator: SplitMix64
  private var answers: [Message] = []
  private var timers: [TimerName] = []
  private var stored: [String: Annotation] = [:]
  private let keys: [Key]
  private let essays = [
    ReaderFixtures.essay(), Self.part(1, of: "/essays/line.txt"),
    ReaderFixtures.essay("", name: "nothing"),
  ]

  init(seed: Int) throws {
    generator = SplitMix64(seed: seed)
    var essay = essays[seed % 5 == 4 ? 1 + seed / 5 % 2 : 0]
    // One that is on its way yet.
    if seed % 5 == 3 { essay = Self.beginning(of: essay, paragraphs: seed / 5 % 3) }
    let size = Size(columns: 80, rows: 24)
    let keyMap = KeyMap.standard
    keys = keyMap.entries.flatMap(\.keys).flatMap(\.keys)
    model = Model(
      size: size, keyMap: keyMap, seed: UInt64(seed),
      essay: seed % 7 == 6 ? nil : essay)
    answer(model.start(at: now))
  }

  /// Sends one random message.
  ///
  /// - Returns: What is wrong with the frame after it.
  mutating func step() -> [String] {
    now = now.advanced(by: Int64.random(in: 0...700, using: &generator))
    return send(nextMessage())
  }

  mutating func send(_ message: Message) -> [String] {
    log.append(Self.describe(message))
    answer(model.update(message, at: now))
    return model.view().faults(expecting: model.size)
  }

  /// The last things that were sent.
  var history: String { log.suffix(40).joined(separator: " ") }

  private static func describe(_ message: Message) -> String {
    switch message {
    case .key(let key): key.notation
    case .pasted: "(paste)"
    case .resized(let size): "(\(size.columns)x\(size.rows))"
    default: "(" + "\(message)".prefix { $0 != "(" } + ")"
    }
  }

  // MARK: Messages

  private mutating func nextMessage() -> Message {
    switch Int.random(in: 0..<100, using: &generator) {
    case ..<58: return .key(nextKey())
    case ..<64: return .key(Key(nextText(1).first ?? "x"))
    case ..<69: return .pasted(nextText(Int.random(in: 0...40, using: &generator)))
    case ..<75: return .resized(nextSize())
    case ..<80: return nextTimer()
    case ..<82: return .signalled(Bool.random(using: &generator) ? .resume : .stop)
    case ..<84: return .failed("Something failed, as things do: " + nextText(30))
    default: return nextAnswer() ?? .key(nextKey())
    }
  }

  /// Commands of the present mode far more often than others, or nothing would ever come about.
  private mutating func nextKey() -> Key {
    let mode = model.mode
    let fitting = model.keyMap.entries.filter { $0.modes.contains(mode) }.flatMap(\.keys)
    guard Int.random(in: 0..<5, using: &generator) > 0,
      let sequence = fitting.randomElement(using: &generator)
    else { return keys.randomElement(using: &generator) ?? Key("j") }
    let index = min(model.pendingKeys.count, sequence.keys.count - 1)
    return sequence.keys[index]
  }

  private mutating func nextText(_ count: Int) -> String {
    HardText.make(max(1, count), using: &generator)
  }

  private mutating func nextSize() -> Size {
    let usual = [(40, 12), (80, 24), (132, 43), (60, 20), (100, 30)]
    switch Int.random(in: 0..<10, using: &generator) {
    case ..<5:
      let (columns, rows) = usual.randomElement(using: &generator) ?? (80, 24)
      return Size(columns: columns, rows: rows)
    case ..<9:
      return Size(
        columns: Int.random(in: 1...100, using: &generator),
        rows: Int.random(in: 1...30, using: &generator))
    default:
      return Size(
        columns: Int.random(in: 1...200, using: &generator),
        rows: Int.random(in: 1...60, using: &generator))
    }
  }

  private mutating func nextTimer() -> Message {
    guard !timers.isEmpty else { return .timer(.keepPlace) }
    return .timer(timers.remove(at: Int.random(in: 0..<timers.count, using: &generator)))
  }

  private mutating func nextAnswer() -> Message? {
    guard !answers.isEmpty else { return nil }
    let isInOrder = Int.random(in: 0..<4, using: &generator) > 0
    return answers.remove(
      at: isInOrder ? 0 : Int.random(in: 0..<answers.count, using: &generator))
  }

  // MARK: Answers

  private mutating func answer(_ effects: [Effect]) {
    for effect in effects {
      if case .setTimer(let name, _) = effect {
        timers.append(name)
      } else if Int.random(in: 0..<20, using: &generator) == 0 {
        answers.append(.recordFailed("The disk is full; what you wrote is kept here"))
      } else if let answer = self.answer(effect) {
        answers.append(answer)
      }
    }
  }

  /// One part of three, of a single line.
  private static func part(_ number: Int, of path: String) -> Essay {
    var essay = ReaderFixtures.essay("One line.", name: "line")
    essay.metadata.source = EssaySource(part: number, of: path)
    essay.parts = 3
    return essay
  }

  private mutating func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .load(.current, let request):
      for _ in 0..<3 {
        let count = Int.random(in: 1...3, using: &generator)
        answers.append(
          .grown(Self.beginning(of: essays[0], paragraphs: count), request: request))
        answers.append(.received(count * 1_000, request: request))
      }
      return load(essays[0], request: request)
    case .checkPage(_, let request):
      let checks: [PageCheck] = [.unchanged, .changed, .unknown("The host is in trouble")]
      return checks.randomElement(using: &generator).map { .pageChecked($0, request: request) }
    case .load(.part(let number, let path), let request):
      return load(Self.part(number, of: path), request: request)
    case .load(.stored, let request), .load(.given, let request):
      guard let essay = essays.randomElement(using: &generator) else { return nil }
      return load(essay, request: request)
    case .assess(let search, let request):
      return .assessed(
        ReaderFixtures.sentences(of: search.essay, paragraphs: search.paragraphs),
        examinations: [], isWhole: search.paragraphs == nil, request: request)
    case .examine(let inquiry, _, let request):
      return .examined(
        inquiry.wanted.map { ReaderFixtures.examination(of: $0.passage) }, request: request)
    case .outline(let marking, _, let request, let revision):
      return .outlined(
        ReaderFixtures.outline(of: marking), request: request, revision: revision)
    case .record(let annotations, let essay):
      for annotation in annotations { stored[annotation.id] = annotation }
      return .recorded(stored.values.sorted { $0.id < $1.id }, essay: essay)
    case .recordReply(let reply, let essay):
      var other: Reply?
      if Int.random(in: 0..<15, using: &generator) == 0 {
        other = reply
        other?.id += "-other"
      }
      return .replyRecorded(reply, as: reply, conflicts: other.map { [$0] } ?? [], essay: essay)
    case .listLibrary: return .listed(summaries)
    case .searchLibrary(let words): return .found(summaries, words: words)
    case .offerToClipboard(_, let reply):
      return .delivered(
        Receipt(destination: "clipboard", detail: "offered", sent: now), reply: reply)
    case .write(_, let path, _, _): return .fileExists(path: path)
    case .completePath(let path, let request):
      let names = ["", "lamps.txt", "lamps/", "雪国.md", nextText(8)].prefix(
        Int.random(in: 0...5, using: &generator))
      return .pathCompleted(
        PathCompletion(
          paths: names.map { path + $0 }, isWhole: Bool.random(using: &generator)),
        request: request)
    case .editExternally(let text, _, _, _): return .edited(text + nextText(20))
    case .listRevisions(let reply, let essay):
      let texts = (0..<Int.random(in: 0...20, using: &generator)).map { _ in nextText(200) }
      return .revised(
        texts.map { Revision(text: $0, modified: now) }, reply: reply, essay: essay)
    case .lookForNews(let essay):
      return .changedElsewhere(
        annotations: stored.values.sorted { $0.id < $1.id }, replies: [], essay: essay)
    case .recordPlace, .setTimer, .ring, .redraw, .suspend, .quit, .stopLoading, .abandon, .follow:
      return nil
    }
  }

  /// What has come of an essay of which more is on its way.
  private static func beginning(of essay: Essay, paragraphs count: Int) -> Essay {
    let paragraphs = Array(essay.text.paragraphs.prefix(count))
    let end = paragraphs.last?.passage.end ?? 0
    return Essay(
      metadata: essay.metadata,
      text: EssayText(utf8: Array(essay.text.utf8.prefix(end)), paragraphs: paragraphs),
      isComplete: false)
  }

  private mutating func load(_ essay: Essay, request: Int) -> Message {
    if Int.random(in: 0..<10, using: &generator) == 0 {
      return .loadFailed("The file is gone", request: request)
    }
    let pack = ReaderFixtures.pack.match(in: essay.text)
    return .loaded(
      LoadedEssay(
        essay: essay, packs: pack.map { [$0] } ?? [],
        problems: Int.random(in: 0..<10, using: &generator) == 0 ? ["A file was set aside"] : [],
        isReadOnly: Int.random(in: 0..<12, using: &generator) == 0), request: request)
  }

  private var summaries: [EssaySummary] {
    (0..<30).compactMap { index in
      EssayID("essay\(index)").map {
        EssaySummary(
          id: $0, title: "Essay \(index) 雪国 " + String(repeating: "long ", count: index),
          author: index % 3 == 0 ? nil : "Somebody", source: .standardInput, words: index * 37,
          progress: Double(index) / 30, claimsAnswered: index % 4, drafts: index % 3,
          lastRead: Timestamp(milliseconds: Int64(index) * 40_000))
      }
    }
  }
}
