internal import Ingest
internal import Reader
internal import RejoinderCore
internal import Store

/// Reads an essay as a whole and brings what the library and argument packs know of it.
struct EssayLoader: Sendable {
  let library: any Library
  let open: OpenEssay
  let clock: @Sendable () -> Timestamp

  func load(_ wanted: EssayRequest, request: Int) -> Message {
    let essay: Essay
    var stored: EssayID?
    do {
      switch wanted {
      case .current:
        guard let read = open.takeCurrent() else {
          return .loadFailed("The essay was read already", request: request)
        }
        essay = try read()
      case .stored(let id):
        (essay, stored) = try storedEssay(id)
      }
    } catch {
      return .loadFailed("\(error)", request: request)
    }
    return .loaded(register(essay, as: stored), request: request)
  }

  /// The library's copy, or the built-in essay before it has one.
  private func storedEssay(_ id: EssayID) throws -> (Essay, EssayID?) {
    if let builtIn = try? BuiltIn.essay(), EssayID(Fingerprint(of: builtIn.text.utf8)) == id {
      return (builtIn, nil)
    }
    return (try library.essay(id), id)
  }

  /// Without a library the essay can be read all the same; what is wrong is said.
  private func register(_ essay: Essay, as stored: EssayID?) -> LoadedEssay {
    var loaded = LoadedEssay(essay: essay)
    loaded.packs = packs(for: essay, problems: &loaded.problems)
    do {
      let known = try stored ?? library.find(source: essay.metadata.source)
      let id = try library.register(essay, as: known, at: clock())
      let records = try library.records(of: id)
      open.enter(id, replies: records.replies)
      loaded.annotations = records.annotations
      loaded.replies = records.replies
      loaded.place = records.place
      loaded.problems += records.problems
      loaded.isReadOnly = records.isReadOnly
      resolveAnnotations(of: &loaded)
    } catch {
      loaded.problems.append("\(error)")
    }
    return loaded
  }

  private func packs(for essay: Essay, problems: inout [String]) -> [PackMatch] {
    var packs: [ArgumentPack] = []
    if essay.metadata.source == BuiltIn.source, let pack = BuiltIn.pack() { packs.append(pack) }
    if let shelf = try? library.packShelf() {
      packs += shelf.packs
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
        loaded.resolved.append(ResolvedAnnotation(annotation: annotation, passage: passage))
      } else {
        orphans += 1
      }
    }
    if orphans > 0 {
      loaded.problems.append(
        "\(orphans) of your records no longer find their passage; they are kept and not shown")
    }
  }
}
