public import RejoinderCore
internal import Resources
public import Store

/// An essay with everything that the library and argument packs know of it.
///
/// Making one only reads. A library that fails costs what it knows and not the essay: what is wrong
/// is in ``problems``.
public struct Dossier: Sendable {
  public var essay: Essay
  /// The essay's name in the library; `nil` while it is not there.
  public var id: EssayID?
  public var records = EssayRecords()
  /// The records that are not deleted, in order of making, and what became of their anchors.
  public var placements: [Placement] = []
  public var packs: [PackMatch] = []
  /// A sentence for each thing that the reader should know.
  public var problems: [String] = []

  /// A record and where it now stands.
  public struct Placement: Sendable, Hashable {
    public var annotation: Annotation
    public var resolution: AnchorResolution

    public init(annotation: Annotation, resolution: AnchorResolution) {
      self.annotation = annotation
      self.resolution = resolution
    }
  }

  public init(of essay: Essay, in library: any Library) {
    self.essay = essay
    problems = essay.remarks
    do throws(LibraryError) {
      id = try library.find(essay)
      if let id { records = try library.records(of: id) }
      problems += records.problems
    } catch {
      problems.append(error.description)
    }
    place()
    packs = matchingPacks(on: library)
    let hidden = essay.hiddenCharacters
    if hidden > 0 {
      problems.append(
        "not all can be seen: \(essay.metadata.source.name): \(hidden.counted("hidden character")); "
          + "each is shown as a mark")
    }
  }

  /// Puts the essay into the library, or brings what it knows up to date, as opening it in the
  /// reader does.
  public mutating func register(
    in library: any Library, at now: Timestamp
  ) throws(LibraryError) -> EssayID {
    let known = try library.find(essay)
    let id = try library.register(essay, as: known, at: now)
    if id != self.id {
      records = try library.records(of: id)
      place()
    }
    self.id = id
    return id
  }

  /// The records that were found in the text.
  public var resolved: [ResolvedAnnotation] {
    placements.compactMap { placement in
      placement.resolution.passage.map {
        ResolvedAnnotation(annotation: placement.annotation, passage: $0)
      }
    }
  }

  private mutating func place() {
    let live = records.annotations.filter { !$0.isDeleted }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    placements = zip(live, resolve(live.map(\.anchor), in: essay.text))
      .map { Placement(annotation: $0, resolution: $1) }
  }

  private mutating func matchingPacks(on library: any Library) -> [PackMatch] {
    var packs: [ArgumentPack] = []
    if BuiltIn.mayHavePack(for: essay), let pack = BuiltIn.pack() { packs.append(pack) }
    do throws(LibraryError) {
      let shelf = try library.packShelf()
      packs += shelf.packs.filter { !packs.contains($0) }
      problems += shelf.problems
    } catch {
      // The same trouble as above is said once.
      if !problems.contains(error.description) { problems.append(error.description) }
    }
    return packs.compactMap { $0.match(in: essay.text) }
  }
}

extension BuiltIn {
  /// Whether the essay can be the one that comes with the program, or a copy of it. Costs next to
  /// nothing; ``ArgumentPack/match(in:)`` has the last word.
  public static func mayHavePack(for essay: Essay) -> Bool {
    if essay.metadata.source == source { return true }
    guard let first = essay.text.paragraphs.first?.passage else { return false }
    let opening = essay.metadata.title.map { Array($0.utf8)[...] } ?? essay.text.utf8[first.range]
    return Resource.essay.starts(with: opening)
  }
}
