internal import Delivery
internal import Fetch
internal import Ingest
internal import Reader
internal import RejoinderCore
internal import Store
internal import TerminalKit

/// Reads an essay as a whole and brings what the library and argument packs know of it.
///
/// In two steps, since nobody knows how long the first one takes: reading the essay, and then, on the
/// queue of records, looking it up and putting it into the library.
struct EssayLoader: Sendable {
  /// What came of the first step.
  struct Arrival: Sendable {
    var outcome: PendingEssay.Outcome
    /// Where it lies in the library, if it came from there.
    var stored: EssayID?
  }

  let library: any Library
  let open: OpenEssays
  let clock: @Sendable () -> Timestamp
  let environment: SessionEnvironment

  /// Reads an essay to its end; blocks as long as that takes.
  func read(
    _ wanted: EssayRequest, request: Int, post: (Message) -> Void
  ) throws -> Arrival {
    switch wanted {
    case .current:
      guard let pending = open.takeCurrent() else {
        throw InputError(.usage, "The essay was read already")
      }
      return Arrival(outcome: try read(pending, request: request, post: post))
    case .given(let word):
      let pending = try PendingEssay(given: word, in: environment)
      return Arrival(outcome: try read(pending, request: request, post: post))
    case .part(let number, let path):
      let pending = try PendingEssay(given: path, part: number, in: environment)
      var outcome = try read(pending, request: request, post: post)
      // Whoever comes from another part knows that there are some.
      outcome.word = nil
      return Arrival(outcome: outcome)
    case .stored(let id):
      let (essay, known) = try storedEssay(id)
      return Arrival(outcome: PendingEssay.Outcome(essay: essay), stored: known)
    }
  }

  /// Tells first what is known of the essay, then puts it into the library: writing can take long. An
  /// essay that nobody wants any more leaves no trace.
  func deliver(
    _ arrival: Result<Arrival, any Error>, of wanted: EssayRequest, request: Int,
    post: (Message) -> Void
  ) {
    defer { open.finish(request) }
    if open.isAbandoned(request) { return }
    switch arrival {
    case .failure(let error):
      open.failure = error
      post(.loadFailed(sentence(about: error, wanted), request: request))
    case .success(let arrival):
      deliver(arrival, request: request, post: post)
    }
  }

  private func deliver(_ arrival: Arrival, request: Int, post: (Message) -> Void) {
    let (outcome, essay) = (arrival.outcome, arrival.outcome.essay)
    var stored = arrival.stored
    let beginning = open[request]
    var loaded = LoadedEssay(essay: essay)
    loaded.hiddenCharacters = essay.hiddenCharacters
    loaded.problems = outcome.problems + essay.remarks
    loaded.word = outcome.word
    let recovered = DraftRecovery(
      library: library, folder: environment.editingFolder, clock: clock
    ).recover()
    loaded.problems += recovered.left.map(sentence(about:))
    loaded.packs = packs(for: essay, problems: &loaded.problems)
    // Without a library the essay can be read all the same; what is wrong with it is said.
    do throws(LibraryError) {
      if stored == nil { stored = try library.find(essay) }
      stored = try join(beginning, with: stored)
      if let stored { try bringRecords(of: stored, into: &loaded) }
    } catch {
      loaded.problems.append(error.description)
    }
    if let drafts = sentence(onDraftsOf: recovered.essays, open: stored) {
      loaded.word = [drafts, loaded.word].compactMap(\.self).joined(separator: ". ")
    }
    // What was recorded about the beginning is where the rest shall go, even if the text cannot.
    let begun = beginning?.id == nil ? nil : stored
    open[request] = OpenEssays.Entry(essay: essay, id: begun)
    post(.loaded(loaded, request: request))
    do throws(LibraryError) {
      if let stored, isOnlyBeginning(essay, of: stored) {
        open[request]?.id = stored
        return
      }
      open[request]?.id = try library.register(essay, as: stored, at: clock())
    } catch {
      // The first record tries again.
      if !loaded.problems.contains(error.description) { post(.failed(error.description)) }
    }
  }

  private func sentence(about left: LeftDraft) -> String {
    let what = "What an editor wrote is in \(left.path) and is no draft yet: "
    let byHand = "rejoinder reply FILE new --text - takes it as one; then delete it"
    switch left.reason {
    case .held:
      return what + "something that the editor left running holds it. It becomes one when that has "
        + "ended, or " + byHand
    case .notUTF8: return what + "it is not UTF-8. Convert it there, and it becomes one"
    case .unkept: return what + byHand
    }
  }

  /// - Returns: `nil` where there are none.
  private func sentence(onDraftsOf essays: [EssayID], open stored: EssayID?) -> String? {
    guard !essays.isEmpty else { return nil }
    let names = essays.filter { $0 != stored }.map { id in
      (try? library.essay(id))?.metadata.displayTitle ?? id.rawValue
    }
    let all = (essays.contains { $0 == stored } ? ["this essay"] : []) + names
    let what = "What your editor wrote before it failed or the session ended is "
    if all.count == 1 { return what + "a draft of \(all[0]) now" }
    return what
      + "in drafts of \(all.dropLast().joined(separator: ", ")) and \(all[all.count - 1]) now"
  }

  /// Whether the library has a whole text of which no more than the beginning was read this time.
  private func isOnlyBeginning(_ essay: Essay, of stored: EssayID) -> Bool {
    guard essay.cut != nil, let known = try? library.essay(stored), known.cut == nil else {
      return false
    }
    return known.text.count > essay.text.count && known.text.utf8.starts(with: essay.text.utf8)
  }

  /// Joins what was recorded about an essay's beginning with what is known of the whole.
  ///
  /// - Returns: Where the whole belongs in the library; `nil` for a new one.
  private func join(
    _ beginning: OpenEssays.Entry?, with known: EssayID?
  ) throws(LibraryError) -> EssayID? {
    guard let beginning, let part = beginning.id, part != known else { return known }
    guard let known else { return part }
    let records = try library.records(of: part)
    var moved = ImportedRecords(annotations: records.annotations, replies: records.replies)
    for reply in records.replies {
      moved.revisions[reply.id] = try library.revisions(of: reply.id, in: part)
    }
    _ = try library.add(moved, to: known)
    // One that was there before this session is somebody's essay.
    if beginning.isNew { try library.remove(part) }
    return known
  }

  private func sentence(about error: any Error, _ wanted: EssayRequest) -> String {
    error.sentence(aboutReading: name(of: wanted)) ?? "\(error)"
  }

  /// The parser does not know what it reads.
  private func name(of wanted: EssayRequest) -> String? {
    switch wanted {
    case .given(let word): ReadingList.Entry(word: word).name
    case .part(let number, let path): EssaySource(part: number, of: path).name
    case .current, .stored: nil
    }
  }

  private func read(
    _ pending: PendingEssay, request: Int, post: (Message) -> Void
  ) throws -> PendingEssay.Outcome {
    try open.read(pending, for: request) { progress in
      switch progress {
      case .grown(let essay):
        open.grow(request, to: essay)
        post(.grown(essay, request: request))
      case .received(let bytes): post(.received(bytes, request: request))
      }
    }
  }

  /// The library's copy, or the built-in essay before it has one.
  private func storedEssay(_ id: EssayID) throws -> (Essay, EssayID?) {
    if let builtIn = try? BuiltIn.essay(), EssayID(Fingerprint(of: builtIn.text.utf8)) == id {
      return (builtIn, nil)
    }
    return (try library.essay(id), id)
  }

  private func bringRecords(
    of id: EssayID, into loaded: inout LoadedEssay
  ) throws(LibraryError) {
    let records = try library.records(of: id)
    loaded.annotations = records.annotations
    loaded.replies = records.replies
    loaded.place = records.place
    loaded.problems += records.problems
    loaded.isReadOnly = records.isReadOnly
    resolveAnnotations(of: &loaded)
  }

  private func packs(for essay: Essay, problems: inout [String]) -> [PackMatch] {
    var packs: [ArgumentPack] = []
    if BuiltIn.mayHavePack(for: essay), let pack = BuiltIn.pack() { packs.append(pack) }
    if let shelf = try? library.packShelf() {
      packs += shelf.packs.filter { !packs.contains($0) }
      problems += shelf.problems
    }
    return packs.compactMap { $0.match(in: essay.text) }
  }

  private func resolveAnnotations(of loaded: inout LoadedEssay) {
    let live = loaded.annotations.filter { !$0.isDeleted }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    let resolutions = resolve(live.map(\.anchor), in: loaded.essay.text)
    var orphans = 0
    for (annotation, resolution) in zip(live, resolutions) {
      if let passage = resolution.passage {
        loaded.resolved.append(
          ResolvedAnnotation(
            annotation: annotation, passage: passage, likeness: resolution.likeness))
      } else {
        orphans += 1
      }
    }
    if orphans > 0 {
      loaded.problems.append(
        (orphans == 1
          ? "1 of your records no longer finds its passage; it is kept, and :orphans lists it"
          : "\(orphans) of your records no longer find their passages; they are kept, and :orphans lists them")
      )
    }
  }
}

extension Essay {
  /// How many characters of it would act on a terminal or hide from the reader; see
  /// ``HiddenCharacters``.
  var hiddenCharacters: Int {
    HiddenCharacters.count(inUTF8: text.utf8)
      + [metadata.title, metadata.author, metadata.date].compactMap(\.self)
      .reduce(0) { $0 + HiddenCharacters.count(inUTF8: Array($1.utf8)) }
  }
}
