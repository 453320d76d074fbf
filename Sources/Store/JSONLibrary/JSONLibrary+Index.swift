import Glibc
import RejoinderCore

/// The index in `index/`: a line for each essay, and its text for searching.
///
/// It is a cache. Every entry carries a stamp of the files from which it was made and counts only while
/// that fits, so it never has to be told of a change, whoever made it; damaged or deleted it is made
/// again. Readers take no lock.
extension JSONLibrary {
  /// An essay's entry, or that there is none that can be trusted.
  struct Survey {
    /// Entries that are up to date, by name.
    var current: [(name: String, entry: IndexEntry)] = []
    /// Essays that have to be looked at themselves.
    var stale: [(name: String, stamp: EssayStamp)] = []
    var catalogue = IndexCatalogue()
  }

  /// With more stale entries than this the index is brought up to date.
  private static let tolerance = 16

  /// Looks which entries are up to date, and sees to it that nearly all are.
  func survey(
    _ essays: borrowing Folder, in root: borrowing Folder
  ) throws(SystemError) -> Survey {
    let survey = try survey(essays, with: catalogue(in: root))
    let forgotten = survey.catalogue.entries.count - survey.current.count - survey.stale.count
    guard max(survey.stale.count, forgotten) > Self.tolerance else { return survey }
    return update(survey, essays, in: root) ?? survey
  }

  private func survey(
    _ essays: borrowing Folder, with catalogue: IndexCatalogue
  ) throws(SystemError) -> Survey {
    var survey = Survey()
    survey.catalogue = catalogue
    for name in try essays.names() where EssayID(name) != nil {
      let stamp = EssayStamp(of: name, in: essays)
      if let entry = catalogue.entries[name], stamp.matches(entry.stamp) {
        survey.current.append((name, entry))
      } else {
        survey.stale.append((name, stamp))
      }
    }
    return survey
  }

  private func catalogue(in root: borrowing Folder) -> IndexCatalogue {
    guard let folder = try? root.folder("index"),
      case .bytes(let bytes)? = try? folder.contents(of: "catalogue")
    else { return IndexCatalogue() }
    return IndexCatalogue(bytes) ?? IndexCatalogue()
  }

  // MARK: Bringing up to date

  /// `nil` where another session is at it, or the index cannot be written: then it is done without.
  private func update(
    _ survey: Survey, _ essays: borrowing Folder, in root: borrowing Folder
  ) -> Survey? {
    guard let locks = try? root.makeFolder("locks"),
      let lock = try? FileLock("index.lock", in: locks, patience: 0)
    else { return nil }
    var renewed: Survey?
    if let folder = try? root.makeFolder("index") {
      renewed = try? rewrite(survey, essays, in: folder)
    }
    lock.release()
    return renewed
  }

  private func rewrite(
    _ survey: Survey, _ essays: borrowing Folder, in folder: borrowing Folder
  ) throws(SystemError) -> Survey {
    var catalogue = IndexCatalogue()
    let kept = survey.current.sorted { ($0.entry.text?.offset ?? 0) < ($1.entry.text?.offset ?? 0) }
    let size = kept.reduce(0) { $0 + ($1.entry.text?.count ?? 0) }
    let isRenewed = survey.catalogue.textSize > 2 * size || survey.current.isEmpty
    catalogue.generation = survey.catalogue.generation &+ (isRenewed ? 1 : 0)
    if isRenewed { try? folder.remove(TextFile.name(catalogue.generation)) }
    do throws(SystemError) {
      try fill(&catalogue, survey, kept, isRenewed: isRenewed, essays, in: folder)
      try folder.replace("catalogue", with: catalogue.bytes, isSynced: false)
    } catch {
      // On a full disk the half of a new file of texts would only take more room.
      if isRenewed { try? folder.remove(TextFile.name(catalogue.generation)) }
      throw error
    }
    removeOldTexts(besides: catalogue.generation, in: folder)
    return try self.survey(essays, with: catalogue)
  }

  /// Writes the texts that the catalogue needs and notes where they lie.
  private func fill(
    _ catalogue: inout IndexCatalogue, _ survey: Survey,
    _ kept: [(name: String, entry: IndexEntry)],
    isRenewed: Bool, _ essays: borrowing Folder, in folder: borrowing Folder
  ) throws(SystemError) {
    var texts = try TextFile(generation: catalogue.generation, in: folder, forAdding: true)
    if isRenewed {
      let old = try? TextFile(
        generation: survey.catalogue.generation, in: folder, forAdding: false)
      for (name, entry) in try copy(kept, from: old, to: &texts) { catalogue.entries[name] = entry }
    } else {
      for (name, entry) in kept { catalogue.entries[name] = entry }
    }
    let now = calls.now()
    for (name, stamp) in survey.stale {
      guard let (summary, text) = readEntry(name, in: essays) else { continue }
      catalogue.entries[name] = IndexEntry(
        stamp: stamp.noted(at: now), summary: summary, text: try texts.add(text))
    }
    catalogue.textSize = texts.size
  }

  /// Forgets what the index knows of an essay that was removed: its line, and its words, which lie among
  /// those of all others. The rest is copied; made again from the essays it would take a hundred times as
  /// long.
  func forgetInIndex(_ id: EssayID) throws(LibraryError) {
    try withLock("index") { (root: borrowing Folder) throws(LibraryError) in
      do throws(SystemError) {
        let folder = try root.folder("index")
        if (try? forget(id.rawValue, catalogue(in: root), in: folder)) != nil { return }
        for name in try folder.names() { try folder.remove(name) }
      } catch {
        if error.isAbsence { return }
        throw error.writingFailed(
          "cannot clear the index", root.path(of: "index"), kept: "the essay is removed")
      }
    }
  }

  private func forget(
    _ name: String, _ old: IndexCatalogue, in folder: borrowing Folder
  ) throws(SystemError) {
    let kept = old.entries.filter { $0.key != name }.map { (name: $0.key, entry: $0.value) }
      .sorted { ($0.entry.text?.offset ?? 0) < ($1.entry.text?.offset ?? 0) }
    // Words that no entry points to any more may be those of the essay as it was before.
    let size = kept.reduce(0) { $0 + ($1.entry.text?.count ?? 0) }
    if kept.count == old.entries.count, size == old.textSize, size > 0 { return }
    var new = IndexCatalogue()
    new.generation = old.generation &+ 1
    try folder.remove(TextFile.name(new.generation))
    var texts = try TextFile(generation: new.generation, in: folder, forAdding: true)
    let source = try TextFile(generation: old.generation, in: folder, forAdding: false)
    for (name, entry) in try copy(kept, from: source, to: &texts) { new.entries[name] = entry }
    new.textSize = texts.size
    try folder.replace("catalogue", with: new.bytes, isSynced: false)
    for name in try folder.names()
    where name.hasPrefix("texts-") && name != TextFile.name(new.generation) {
      try folder.remove(name)
    }
  }

  private func copy(
    _ entries: [(name: String, entry: IndexEntry)], from old: consuming TextFile?,
    to texts: inout TextFile
  ) throws(SystemError) -> [(name: String, entry: IndexEntry)] {
    guard let old else { return [] }
    let listed = entries.filter { $0.entry.text != nil }
    var copied: [(name: String, entry: IndexEntry)] = []
    var failure: SystemError?
    old.forEach(listed.compactMap(\.entry.text)) { number, text in
      guard failure == nil, let text else { return }
      do throws(SystemError) {
        var moved = listed[number]
        moved.entry.text = try texts.add(text)
        copied.append(moved)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return copied
  }

  private func removeOldTexts(besides generation: UInt64, in folder: borrowing Folder) {
    let current = TextFile.name(generation)
    for name in (try? folder.names()) ?? [] where name.hasPrefix("texts-") && name != current {
      try? folder.remove(name)
    }
  }

  /// An essay's line and its text for searching, from its own files.
  func readEntry(
    _ name: String, in essays: borrowing Folder
  ) -> (summary: EssaySummary?, text: [UInt8])? {
    guard let id = EssayID(name), let folder = try? essays.folder(name) else { return nil }
    var reading = EssayReading(repairs: false)
    let file = try? reading.load("essay.json", in: folder, EssayFile.self)
    let records = reading.records(in: folder)
    // What could not be read today may be there tomorrow, and the index would not know.
    if reading.findings.contains(where: { $0.state == .unreadable }) { return nil }
    let summary = summary(of: id, file, records, hasFindings: !reading.findings.isEmpty)
    var text: [UInt8] = []
    if let file, case .bytes(let bytes)? = try? folder.contents(of: file.textName) { text = bytes }
    let metadata = file?.metadata ?? EssayMetadata(source: .standardInput)
    return (summary, SearchText.folded(metadata, text: text, records))
  }
}
