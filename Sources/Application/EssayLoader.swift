internal import Ingest
internal import Reader
internal import RejoinderCore
internal import Store
internal import TerminalKit

/// Reads an essay as a whole and brings what the library and argument packs know of it.
struct EssayLoader: Sendable {
  let library: any Library
  let open: OpenEssays
  let clock: @Sendable () -> Timestamp
  let environment: SessionEnvironment
  /// Called, on any thread, when another session may have changed something.
  var onChange: @Sendable (_ request: Int) -> Void = { _ in }

  /// Tells first what is known of the essay, then puts it into the library: writing can take long.
  func load(_ wanted: EssayRequest, request: Int, post: (Message) -> Void) {
    let outcome: PendingEssay.Outcome
    var stored: EssayID?
    do {
      switch wanted {
      case .current:
        guard let pending = open.takeCurrent() else {
          open.finish(request)
          return post(.loadFailed("The essay was read already", request: request))
        }
        outcome = try read(pending, request: request, post: post)
      case .given(let word):
        let pending = try PendingEssay(given: word, in: environment)
        outcome = try read(pending, request: request, post: post)
      case .stored(let id):
        let (essay, known) = try storedEssay(id)
        outcome = PendingEssay.Outcome(essay: essay)
        stored = known
      }
    } catch {
      open.failure = error
      open.finish(request)
      return post(.loadFailed(sentence(about: error, wanted), request: request))
    }
    open.finish(request)
    let essay = outcome.essay
    var loaded = LoadedEssay(essay: essay)
    loaded.hiddenCharacters = essay.hiddenCharacters
    loaded.problems = outcome.problems + essay.remarks
    loaded.word = outcome.word
    loaded.packs = packs(for: essay, problems: &loaded.problems)
    // Without a library the essay can be read all the same; what is wrong with it is said.
    do throws(LibraryError) {
      if stored == nil { stored = try library.find(essay) }
      if let stored { try bringRecords(of: stored, into: &loaded) }
    } catch {
      loaded.problems.append(error.description)
    }
    open[request] = OpenEssays.Entry(essay: essay, id: nil)
    post(.loaded(loaded, request: request))
    do throws(LibraryError) {
      let id = try library.register(essay, as: stored, at: clock())
      open[request]?.id = id
      // Of the essays that were open before only their last words may still be on the way.
      open.stopWatching()
      open[request]?.watch = library.watch(id) { [onChange] in onChange(request) }
    } catch {
      // The first record tries again.
      if !loaded.problems.contains(error.description) { post(.failed(error.description)) }
    }
  }

  /// The parser does not know what it reads.
  private func sentence(about error: any Error, _ wanted: EssayRequest) -> String {
    guard error is IngestError, case .given(let word) = wanted else { return "\(error)" }
    return "\(ReadingList.Entry(word: word).name): \(error)"
  }

  private func read(
    _ pending: PendingEssay, request: Int, post: (Message) -> Void
  ) throws -> PendingEssay.Outcome {
    try open.read(pending, for: request) { progress in
      switch progress {
      case .grown(let essay): post(.grown(essay, request: request))
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
