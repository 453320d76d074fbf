import RejoinderCore
import Synchronization
import Testing

@testable import Store

/// A library that asks another one again when it was refused.
protocol RepeatingLibrary: Library {}

/// What every library promises.
@Suite("Every library")
struct LibraryContract {
  enum Implementation: String, CaseIterable, Sendable {
    case json, inMemory

    func make(in folder: TemporaryFolder, by clock: Clock = Clock()) -> any Library {
      switch self {
      case .json:
        var calls = SystemCalls.live
        calls.now = { clock.now.milliseconds * 1_000_000 }
        return JSONLibrary(root: folder.path + "/home/store", patience: 2000, calls: calls)
      case .inMemory: return InMemoryLibrary { clock.now }
      }
    }
  }

  /// A clock that stands until it is set.
  final class Clock: Sendable {
    private let time = Mutex(Timestamp.zero)
    var now: Timestamp { time.withLock(\.self) }
    func set(days: Int64) { time.withLock { $0 = Timestamp(milliseconds: days * 86_400_000) } }
  }

  /// One promise.
  enum Clause: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case empty = "is empty at first"
    case unknown = "says that it does not know an essay"
    case essay = "gives back the essay as it was registered"
    case severalSources = "keeps one entry for a text from several sources"
    case parts = "keeps the parts of a long text apart"
    case newerText = "follows an essay to its newer text"
    case sourceMoves = "leads a source to the essay last opened from it"
    case annotations = "gives back annotations of every form"
    case mergesAnnotations = "merges annotations one by one"
    case replies = "keeps replies with their receipts"
    case conflict = "keeps both versions of a reply that two sessions changed"
    case conflictingNotes = "keeps both versions of a note that two sessions changed"
    case revisions = "remembers what a reply said"
    case tombstones = "forgets what was deleted after thirty days"
    case imports = "merges what comes from elsewhere, and overwrites nothing"
    case place = "keeps the later place and the furthest byte"
    case summaries = "sums up each essay, last read first"
    case search = "finds essays by what is in them and what the reader wrote"
    case removal = "forgets an essay whole"
    case packs = "keeps argument packs, each once"

    var testDescription: String { rawValue }

    /// - Parameters:
    ///   - library: A fresh, empty one.
    ///   - clock: The one that the library goes by.
    func hold(for library: any Library, by clock: Clock) throws {
      switch self {
      case .empty: try LibraryContract.empty(library)
      case .unknown: try LibraryContract.unknown(library)
      case .essay: try LibraryContract.essay(library)
      case .severalSources: try LibraryContract.severalSources(library)
      case .parts: try LibraryContract.parts(library)
      case .newerText: try LibraryContract.newerText(library)
      case .sourceMoves: try LibraryContract.sourceMoves(library)
      case .annotations: try LibraryContract.annotations(library)
      case .mergesAnnotations: try LibraryContract.mergesAnnotations(library)
      case .replies: try LibraryContract.replies(library)
      case .conflict: try LibraryContract.conflict(library)
      case .conflictingNotes: try LibraryContract.conflictingNotes(library)
      case .revisions: try LibraryContract.revisions(library)
      case .tombstones: try LibraryContract.tombstones(library, clock)
      case .imports: try LibraryContract.imports(library)
      case .place: try LibraryContract.place(library)
      case .summaries: try LibraryContract.summaries(library)
      case .search: try LibraryContract.search(library)
      case .removal: try LibraryContract.removal(library)
      case .packs: try LibraryContract.packs(library)
      }
    }
  }

  @Test("keeps its promises", arguments: Clause.allCases, Implementation.allCases)
  func promises(clause: Clause, implementation: Implementation) throws {
    let clock = Clock()
    // Held to the end: the library would make a folder again that was removed, and leave it there.
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try clause.hold(for: implementation.make(in: folder, by: clock), by: clock)
    #expect(folder.exists(""))
  }

  // MARK: The promises

  fileprivate static func empty(_ library: any Library) throws {
    #expect(try library.find(source: .file("/a")) == nil)
    #expect(try library.find(fingerprint: Fingerprint(of: "a")) == nil)
    #expect(try library.summaries().isEmpty)
    #expect(try library.packShelf().packs.isEmpty)
  }

  fileprivate static func unknown(_ library: any Library) throws {
    let id = EssayID(Fingerprint(of: "nothing"))
    let place = ReadingPlace(top: 0, focus: nil, furthest: 0, seen: .zero)
    let calls: [() throws -> Void] = [
      { _ = try library.records(of: id) }, { _ = try library.place(of: id) },
      { _ = try library.essay(id) }, { try library.remove(id) },
      { _ = try library.record([Fixture.note("n")], in: id) },
      { _ = try library.record(Fixture.reply("r", "No."), in: id) },
      { try library.record(place, in: id) },
      { _ = try library.register(Fixture.essay(), as: id, at: .zero) },
    ]
    for call in calls {
      let error = #expect(throws: LibraryError.self) { try call() }
      #expect(error?.kind == .unknown)
    }
  }

  fileprivate static func essay(_ library: any Library) throws {
    var essay = Fixture.essay()
    let id = try library.register(essay, as: nil, at: Fixture.time(1))
    #expect(try library.essay(id) == essay)
    #expect(try library.find(source: essay.metadata.source) == id)
    #expect(try library.find(fingerprint: Fingerprint(of: essay.text.utf8)) == id)
    // Registered again with another layout.
    essay = Fixture.laidOut()
    essay.metadata.title = nil
    #expect(try library.register(essay, as: nil, at: Fixture.time(2)) == id)
    #expect(try library.essay(id) == essay)
  }

  fileprivate static func severalSources(_ library: any Library) throws {
    let sources: [EssaySource] = [
      .file("/a.txt"), .url("https://example.org/a"), .builtIn("wars"), .standardInput,
    ]
    let ids = try sources.map { source in
      try library.register(Fixture.essay(source: source), as: nil, at: .zero)
    }
    #expect(Set(ids).count == 1)
    #expect(try sources.map { try library.find(source: $0) } == [ids[0], ids[0], ids[0], nil])
    #expect(try library.summaries().count == 1)
  }

  fileprivate static func parts(_ library: any Library) throws {
    let ids = try (1...3).map { number in
      var essay = Fixture.essay(
        "Part \(number).", source: EssaySource(part: number, of: "/long:2.txt"))
      essay.parts = 3
      let id = try library.register(essay, as: nil, at: .zero)
      #expect(try library.essay(id) == essay)
      return id
    }
    #expect(Set(ids).count == 3)
    let sources: [EssaySource] = [
      .file("/long:2.txt"), .part(2, of: "/long:2.txt"), .part(3, of: "/long:2.txt"),
    ]
    #expect(try sources.map { try library.find(source: $0) } == ids)
    #expect(sources.map { $0.key.flatMap(EssaySource.init(key:)) } == sources)
    #expect(Set(try library.summaries().map(\.source)) == Set(sources))
  }

  fileprivate static func newerText(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record([Fixture.note("n")], in: id)
    let newer = Fixture.essay(Fixture.words + "\n\nA last word.")
    #expect(try library.register(newer, as: id, at: Fixture.time(9)) == id)
    #expect(try library.essay(id) == newer)
    #expect(try library.find(fingerprint: Fingerprint(of: newer.text.utf8)) == id)
    #expect(try library.find(fingerprint: Fingerprint(of: Fixture.words)) == id)
    #expect(try library.records(of: id).annotations.map(\.id) == ["n"])
  }

  fileprivate static func sourceMoves(_ library: any Library) throws {
    let source = EssaySource.file("/draft.txt")
    let first = try library.register(Fixture.essay("One.", source: source), as: nil, at: .zero)
    let second = try library.register(Fixture.essay("Two.", source: source), as: nil, at: .zero)
    #expect(first != second)
    #expect(try library.find(source: source) == second)
  }

  fileprivate static func annotations(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    let merged = try library.record(Fixture.everyForm, in: id)
    #expect(merged == Fixture.everyForm)
    let records = try library.records(of: id)
    #expect(records.annotations == Fixture.everyForm)
    #expect(records.problems.isEmpty)
    #expect(!records.isReadOnly)
  }

  fileprivate static func mergesAnnotations(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record([Fixture.note("a", "old", at: 1), Fixture.note("b", at: 1)], in: id)
    _ = try library.record([Fixture.note("a", "new", at: 3)], in: id)
    let deleted = Fixture.note("b", at: 2, deleted: true)
    _ = try library.record([Fixture.note("a", "older", at: 2), deleted], in: id)
    let merged = try library.record([Fixture.note("b", at: 1)], in: id)
    #expect(merged == [Fixture.note("a", "new", at: 3), deleted])
    #expect(try library.records(of: id).annotations == merged)
  }

  fileprivate static func replies(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    var reply = Fixture.reply("r 1/ä", "> All wars\n\nNo.", at: 10)
    #expect(try library.record(reply, in: id) == RecordedReply(reply: reply))
    reply.receipts = [Receipt(destination: "file", detail: "/a.md", sent: Fixture.time(11))]
    reply.text += "\n\nNever."
    reply.modified = Fixture.time(12)
    #expect(try library.record(reply, in: id) == RecordedReply(reply: reply))
    #expect(try library.record(Fixture.reply("s", "Yes."), in: id).conflicts.isEmpty)
    #expect(try Set(library.records(of: id).replies) == [reply, Fixture.reply("s", "Yes.")])
  }

  fileprivate static func conflict(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    let start = Fixture.reply("r", "start", at: 1)
    _ = try library.record(start, in: id)
    let theirs = Fixture.changed(start, "start, theirs", by: "them", at: 3)
    _ = try library.record(theirs, in: id)
    // Whoever writes goes on under the same identifier, although the other clock is ahead.
    let mine = Fixture.changed(start, "start, mine", by: "me", at: 2)
    let recorded = try library.record(mine, in: id)
    #expect(recorded.reply.id == "r")
    #expect(recorded.reply.text == mine.text)
    // Who had to ask twice has written both at the first time and hears no more of it.
    #expect(!recorded.conflicts.isEmpty || library is any RepeatingLibrary)
    let kept = try library.records(of: id).replies
    let conflict = try #require(kept.first { $0.id != "r" })
    #expect(kept.count == 2 && kept.contains(recorded.reply))
    #expect(conflict.text == theirs.text && conflict.conflictsWith == "r")
    // Saying the same again makes no further copy, and neither does going on writing.
    #expect(try library.record(mine, in: id).conflicts.isEmpty)
    let more = Fixture.changed(recorded.reply, "start, mine, more", by: "me", at: 5)
    #expect(try library.record(more, in: id) == RecordedReply(reply: more))
    #expect(try library.records(of: id).replies.count == 2)
  }

  fileprivate static func conflictingNotes(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    let start = Fixture.note("n", "start")
    _ = try library.record([start], in: id)
    _ = try library.record([Fixture.changed(start, "theirs", by: "them", at: 1002)], in: id)
    let merged = try library.record([Fixture.changed(start, "mine", by: "me", at: 1001)], in: id)
    #expect(merged.first { $0.id == "n" }?.body == .note("mine"))
    #expect(merged.first { $0.conflictsWith == "n" }?.body == .note("theirs"))
    #expect(merged.count == 2)
    #expect(try library.records(of: id).annotations == merged)
  }

  fileprivate static func revisions(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    var reply = Fixture.reply("r", "A long first version of the answer.", at: 1)
    _ = try library.record(reply, in: id)
    #expect(try library.revisions(of: "r", in: id).isEmpty)
    for (text, time) in [("Gone.", 2), ("Gone and begun again with other words.", 3)] {
      reply = Fixture.changed(reply, text, by: "me", at: Int64(time))
      _ = try library.record(reply, in: id)
    }
    let first = Revision(text: "A long first version of the answer.", modified: Fixture.time(1))
    let known = try library.revisions(of: "r", in: id)
    // That the new text is kept matters more than that the old one is remembered.
    #expect(known == [first] || (known.isEmpty && library is any RepeatingLibrary))
    #expect(try library.revisions(of: "s", in: id).isEmpty)
    #expect(try library.records(of: id).replies == [reply])
  }

  fileprivate static func tombstones(_ library: any Library, _ clock: Clock) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    _ = try library.record([Fixture.note("n", "words", at: 1000, deleted: true)], in: id)
    var reply = Fixture.changed(Fixture.reply("r", ""), "A first answer.", by: "me", at: 500)
    _ = try library.record(reply, in: id)
    reply = Fixture.changed(reply, "Gone, and begun again.", by: "me", at: 900)
    _ = try library.record(reply, in: id)
    reply.isDeleted = true
    reply = Fixture.changed(reply, reply.text, by: "me", at: 1000)
    _ = try library.record(reply, in: id)
    clock.set(days: 29)
    // What a record says of the time is not the time.
    let future = Int64.max / 4
    var merged = try library.record([Fixture.note("m", at: future)], in: id)
    _ = try library.record(Fixture.reply("s", "From the future.", at: future), in: id)
    #expect(merged.first { $0.id == "n" }?.body == .note("words"))
    #expect(try library.records(of: id).replies.first { $0.id == "r" } == reply)
    clock.set(days: 31)
    merged = try library.record([Fixture.note("o", at: 2000)], in: id)
    merged = try library.record([Fixture.note("p", at: 2000)], in: id)
    #expect(merged.first { $0.id == "n" }?.body == .note(""))
    #expect(merged.first { $0.id == "n" }?.isDeleted == true)
    let emptied = try library.records(of: id).replies.first { $0.id == "r" }
    #expect(emptied?.isDeleted == true && emptied?.text == "" && emptied?.claims == [])
    #expect(try library.revisions(of: "r", in: id).isEmpty)
    #expect(try library.records(of: id).replies.contains { $0.text == "From the future." })
    #expect(try library.records(of: id).problems == [])
  }

  fileprivate static func imports(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    let mine = Fixture.changed(Fixture.note("n"), "mine", by: "me", at: 1001)
    _ = try library.record([mine], in: id)
    let reply = Fixture.reply("r", "From elsewhere.")
    let records = ImportedRecords(
      annotations: [Fixture.changed(Fixture.note("n"), "theirs", by: "them", at: 1002)],
      replies: [reply], revisions: ["r": [Revision(text: "Before.", modified: Fixture.time(5))]])
    for _ in 0..<2 {
      let merged = try library.add(records, to: id)
      #expect(Set(merged.annotations.map(\.body)) == [.note("mine"), .note("theirs")])
      #expect(merged.replies == [reply])
      #expect(try library.records(of: id).annotations == merged.annotations)
      #expect(try library.revisions(of: "r", in: id).map(\.text) == ["Before."])
    }
  }

  fileprivate static func place(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    #expect(try library.place(of: id) == nil)
    try library.record(
      ReadingPlace(top: 68, focus: 70, furthest: 150, seen: Fixture.time(20)), in: id)
    try library.record(
      ReadingPlace(top: 24, focus: nil, furthest: 90, seen: Fixture.time(30)), in: id)
    try library.record(
      ReadingPlace(top: 0, focus: nil, furthest: 100, seen: Fixture.time(10)), in: id)
    let expected = ReadingPlace(top: 24, focus: nil, furthest: 150, seen: Fixture.time(30))
    #expect(try library.place(of: id) == expected)
    #expect(try library.records(of: id).place == expected)
    for level in HighlightLevel.allCases {
      let place = ReadingPlace(
        top: 0, focus: nil, furthest: 0, level: level,
        seen: Timestamp(milliseconds: 90_000 + Int64(level.rawValue)))
      try library.record(place, in: id)
      #expect(try library.place(of: id)?.level == level)
    }
  }

  fileprivate static func summaries(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: Fixture.time(5))
    let other = try library.register(
      Fixture.essay("Four words and more.", source: .file("/b/other.txt"), title: nil), as: nil,
      at: Fixture.time(6))
    let length = Fixture.words.utf8.count
    try library.record(
      ReadingPlace(top: 0, focus: nil, furthest: length / 2, seen: Fixture.time(9)), in: id)
    _ = try library.record(Fixture.everyForm, in: id)
    let answered = [
      Annotation(
        id: "x", anchor: Fixture.anchor(25, 67),
        body: .counterargument(attack: .rebuttal, text: "No.", source: nil), created: .zero,
        modified: .zero)
    ]
    _ = try library.record(answered, in: id)
    _ = try library.record(Fixture.reply("r", "No."), in: id)
    _ = try library.record(Fixture.reply("empty", ""), in: id)
    let summaries = try library.summaries()
    #expect(summaries.map(\.id) == [id, other])
    #expect(summaries.map(\.title) == ["On wars", "other.txt"])
    #expect(summaries.map(\.words) == [36, 4])
    #expect(summaries.map(\.claimsAnswered) == [2, 0])
    #expect(summaries.map(\.drafts) == [1, 0])
    #expect(summaries.map(\.lastRead) == [Fixture.time(9), Fixture.time(6)])
    #expect(abs(summaries[0].progress - 0.5) < 0.01)
  }

  fileprivate static func search(_ library: any Library) throws {
    let id = try library.register(Fixture.essay(), as: nil, at: .zero)
    let other = try library.register(
      Fixture.essay("Four words and more.", source: .file("/b/other.txt"), title: nil), as: nil,
      at: Fixture.time(6))
    _ = try library.record([Fixture.note("n", "Kept in a DRAWER")], in: id)
    _ = try library.record(Fixture.reply("r", "As if!"), in: other)
    let expected: [([String], [EssayID])] = [
      (["wars"], [id]), (["ON WARS"], [id]), (["writer"], [other, id]), (["zürich"], [id]),
      (["ZÜRICH", "nobody"], [id]), (["drawer"], [id]), (["as if"], [other]),
      (["as", "words"], [other]),
      (["wars", "if!"], []), (["to sell. diplomacy"], [id]), ([], [other, id]),
    ]
    for (words, ids) in expected {
      #expect(try library.search(words).map(\.id) == ids, "\(words)")
    }
    _ = try library.record([Fixture.note("n", "Gone", at: 9000, deleted: true)], in: id)
    #expect(try library.search(["gone"]).isEmpty)
  }

  fileprivate static func removal(_ library: any Library) throws {
    let essay = Fixture.essay()
    let id = try library.register(essay, as: nil, at: .zero)
    _ = try library.record([Fixture.note("n")], in: id)
    _ = try library.record(Fixture.reply("r", "No."), in: id)
    try library.remove(id)
    #expect(try library.find(source: essay.metadata.source) == nil)
    #expect(try library.find(fingerprint: Fingerprint(of: essay.text.utf8)) == nil)
    #expect(try library.summaries().isEmpty)
    #expect(try library.register(essay, as: nil, at: .zero) == id)
    #expect(try library.records(of: id) == EssayRecords())
  }

  fileprivate static func packs(_ library: any Library) throws {
    try library.add(Fixture.pack)
    try library.add(Fixture.pack)
    #expect(try library.packShelf() == PackShelf(packs: [Fixture.pack]))
  }
}
