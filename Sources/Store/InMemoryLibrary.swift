public import RejoinderCore
import Synchronization

/// A library that lasts as long as the process: for tests, and for reading without a store.
public final class InMemoryLibrary: Library {
  private struct Entry {
    var essay: Essay
    var added: Timestamp
    var sourceKeys: [String] = []
    var annotations: [Annotation] = []
    var replies: [Reply] = []
    var revisions: [String: [Revision]] = [:]
    var place: ReadingPlace?

    mutating func note(_ keys: [String]) {
      sourceKeys += keys.filter { !sourceKeys.contains($0) }
    }

    /// Empties what was deleted too long ago to be brought back.
    mutating func forgetReplies(at now: Timestamp) {
      for reply in replies where reply.isForgotten(at: now) { revisions[reply.id] = nil }
      replies = replies.map { $0.cleared(at: now) }
    }
  }

  private struct State {
    var essays: [EssayID: Entry] = [:]
    var sources: [String: EssayID] = [:]
    var texts: [Fingerprint: EssayID] = [:]
    var packs: [ArgumentPack] = []
  }

  private let state: Mutex<State>
  private let now: @Sendable () -> Timestamp

  /// - Parameter now: The clock by which deleted records are emptied. By default none ever is, since a
  ///   process seldom lasts that long.
  public init(packs: [ArgumentPack] = [], now: @escaping @Sendable () -> Timestamp = { .zero }) {
    state = Mutex(State(packs: packs))
    self.now = now
  }

  public func find(source: EssaySource) -> EssayID? {
    guard let key = source.key else { return nil }
    return state.withLock { $0.sources[key] }
  }

  public func find(fingerprint: Fingerprint) -> EssayID? {
    state.withLock { $0.texts[fingerprint] }
  }

  public func register(
    _ essay: Essay, as id: EssayID?, at now: Timestamp
  ) throws(LibraryError) -> EssayID {
    let fingerprint = Fingerprint(of: essay.text.utf8)
    return try state.withLock { (state) throws(LibraryError) in
      if let id, state.essays[id] == nil { throw Self.unknown(id) }
      let target = id ?? state.texts[fingerprint] ?? EssayID(fingerprint)
      state.essays[target, default: Entry(essay: essay, added: now)].essay = essay
      state.texts[fingerprint] = target
      if let key = essay.metadata.source.key {
        state.sources[key] = target
        state.essays[target]?.note([key])
      }
      return target
    }
  }

  public func records(of id: EssayID) throws(LibraryError) -> EssayRecords {
    try read(id) { entry in
      EssayRecords(
        annotations: entry.annotations, replies: entry.replies,
        place: entry.place)
    }
  }

  public func place(of id: EssayID) throws(LibraryError) -> ReadingPlace? {
    try read(id, \.place)
  }

  public func essay(_ id: EssayID) throws(LibraryError) -> Essay {
    try read(id, \.essay)
  }

  public func record(
    _ annotations: [Annotation], in id: EssayID
  ) throws(LibraryError) -> [Annotation] {
    try change(id) { entry in
      entry.annotations = entry.annotations.taking(annotations, at: now())
      entry.forgetReplies(at: now())
      return entry.annotations
    }
  }

  public func record(_ reply: Reply, in id: EssayID) throws(LibraryError) -> RecordedReply {
    try change(id) { entry in
      let before = entry.replies.first { $0.id == reply.id }
      let outcome = ReplyTaking(reply, into: entry.replies, at: now())
      entry.replies = outcome.replies
      if let before {
        entry.revisions[reply.id] = (entry.revisions[reply.id] ?? [])
          .replacing(before.revision, with: outcome.recorded.reply.revision)
      }
      entry.forgetReplies(at: now())
      return outcome.recorded
    }
  }

  public func add(
    _ records: ImportedRecords, to id: EssayID
  ) throws(LibraryError) -> EssayRecords {
    let all = try change(id) { entry in
      entry.note(records.sourceKeys)
      entry.annotations = separated(merge(entry.annotations, records.annotations))
      entry.replies = separated(merge(entry.replies, records.replies))
      for (reply, revisions) in records.revisions {
        entry.revisions[reply] = (entry.revisions[reply] ?? []).taking(revisions)
      }
      return EssayRecords(
        annotations: entry.annotations, replies: entry.replies, place: entry.place)
    }
    state.withLock { state in
      for key in records.sourceKeys where state.sources[key] == nil { state.sources[key] = id }
      for text in records.texts where state.texts[text] == nil { state.texts[text] = id }
    }
    return all
  }

  public func origins(of ids: Set<EssayID>) -> [EssayID: EssayOrigin] {
    state.withLock { state in
      let texts = Dictionary(grouping: state.texts.keys) { state.texts[$0] }
      return state.essays.filter { ids.contains($0.key) }.reduce(into: [:]) { origins, element in
        origins[element.key] = EssayOrigin(
          sourceKeys: element.value.sourceKeys,
          texts: (texts[element.key] ?? []).sorted { $0.digits < $1.digits },
          added: element.value.added)
      }
    }
  }

  public func revisions(of reply: String, in id: EssayID) throws(LibraryError) -> [Revision] {
    try read(id) { $0.revisions[reply] ?? [] }
  }

  public func record(_ place: ReadingPlace, in id: EssayID) throws(LibraryError) {
    try change(id) { entry in
      entry.place = entry.place.map { $0.joined(with: place) } ?? place
    }
  }

  public func summaries() -> [EssaySummary] {
    state.withLock { state in
      state.essays.map { Self.summary(of: $0.key, $0.value) }
    }
    .lastReadFirst
  }

  public func search(_ words: [String]) -> [EssaySummary] {
    let query = SearchText.Query(words)
    return state.withLock { state in
      state.essays.filter { _, entry in
        let records = EssayRecords(
          annotations: entry.annotations, replies: entry.replies)
        return SearchText.folded(entry.essay.metadata, text: entry.essay.text.utf8, records)
          .withUnsafeBytes { query.matches($0) }
      }
      .map { Self.summary(of: $0.key, $0.value) }
    }
    .lastReadFirst
  }

  public func packShelf() -> PackShelf {
    PackShelf(packs: state.withLock(\.packs))
  }

  public func add(_ pack: ArgumentPack) {
    state.withLock { state in
      if !state.packs.contains(pack) { state.packs.append(pack) }
    }
  }

  public func remove(_ id: EssayID) throws(LibraryError) {
    try state.withLock { (state) throws(LibraryError) in
      guard state.essays.removeValue(forKey: id) != nil else { throw Self.unknown(id) }
      state.sources = state.sources.filter { $0.value != id }
      state.texts = state.texts.filter { $0.value != id }
    }
  }

  /// Nobody else can have changed anything.
  public func news(of id: EssayID) throws(LibraryError) -> EssayNews {
    try read(id) { _ in EssayNews() }
  }

  public func watch(_ id: EssayID, onChange: @escaping @Sendable () -> Void) -> LibraryWatch? {
    nil
  }

  /// Memory has no damage to find.
  public func check() -> LibraryReport {
    state.withLock { state in
      var report = LibraryReport()
      report.essays = state.essays.count
      report.records = state.essays.values.reduce(0) {
        $0 + $1.annotations.count + $1.replies.count
      }
      return report
    }
  }

  public func repair() -> LibraryReport { check() }

  // MARK: Access

  private func read<Value: Sendable>(
    _ id: EssayID, _ value: (Entry) -> Value
  ) throws(LibraryError) -> Value {
    guard let entry = state.withLock({ $0.essays[id] }) else { throw Self.unknown(id) }
    return value(entry)
  }

  private func change<Value: Sendable>(
    _ id: EssayID, _ change: (inout Entry) -> Value
  ) throws(LibraryError) -> Value {
    try state.withLock { (state) throws(LibraryError) in
      guard var entry = state.essays[id] else { throw Self.unknown(id) }
      let value = change(&entry)
      state.essays[id] = entry
      return value
    }
  }

  private static func unknown(_ id: EssayID) -> LibraryError {
    LibraryError(
      .unknown,
      "the library has no such essay: \(id.rawValue): nothing was changed; open the essay again")
  }

  private static func summary(of id: EssayID, _ entry: Entry) -> EssaySummary {
    let metadata = entry.essay.metadata
    let counts = RecordCounts(annotations: entry.annotations, replies: entry.replies)
    return EssaySummary(
      id: id, title: metadata.displayTitle, author: metadata.author, source: metadata.source,
      words: entry.essay.text.wordCount,
      progress: entry.place?.progress(in: entry.essay.text.count) ?? 0,
      claimsAnswered: counts.claimsAnswered, drafts: counts.drafts,
      lastRead: entry.place?.seen ?? entry.added)
  }
}
