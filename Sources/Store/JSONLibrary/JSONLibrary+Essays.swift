import Glibc
public import RejoinderCore

extension JSONLibrary {
  public func register(
    _ essay: Essay, as id: EssayID?, at now: Timestamp
  ) throws(LibraryError) -> EssayID {
    let fingerprint = Fingerprint(of: essay.text.utf8)
    let known = if let id { id } else { try find(fingerprint: fingerprint) }
    let target = known ?? EssayID(fingerprint)
    try withLock(target.rawValue) { (root: borrowing Folder) throws(LibraryError) in
      let folder: Folder
      if id != nil {
        guard let known = try openEssay(target, in: root) else { throw unknown(target) }
        folder = known
      } else {
        folder = try makeEssay(target, in: root)
      }
      try keep(essay, fingerprint, in: folder, at: now)
    }
    try point(to: target, from: essay.metadata.source, fingerprint)
    return target
  }

  private func makeEssay(
    _ id: EssayID, in root: borrowing Folder
  ) throws(LibraryError) -> Folder {
    do {
      return try root.makeFolder("essays").makeFolder(id.rawValue)
    } catch {
      throw error.writingFailed(
        "cannot add the essay", root.path(of: "essays/" + id.rawValue), kept: "nothing was changed")
    }
  }

  /// Writes the text first under a name of its own, then `essay.json`, which names it: until then
  /// the earlier text stands.
  private func keep(
    _ essay: Essay, _ fingerprint: Fingerprint, in folder: borrowing Folder, at now: Timestamp
  ) throws(LibraryError) {
    var reading = EssayReading(repairs: true)
    let stored = try reading.load("essay.json", in: folder, EssayFile.self)
    if reading.isReadOnly {
      throw LibraryError(.newerVersion, (reading.problems.first ?? "") + "; nothing was saved")
    }
    var keys = stored?.sourceKeys ?? []
    if let key = essay.metadata.source.key, !keys.contains(key) { keys.append(key) }
    let added = stored.flatMap { Timestamp(iso8601: $0.added) } ?? now
    let file = EssayFile(essay, fingerprint: fingerprint, sourceKeys: keys, added: added)
    do {
      try keepText(essay.text, file, in: folder)
    } catch {
      throw error.writingFailed(
        "cannot keep a copy of the essay", folder.path(of: file.textName),
        kept: "the copy saved before is kept")
    }
    let failure = "cannot save what is known of the essay"
    if file == stored { return try confirm("essay.json", in: folder, failure) }
    try save(file, as: "essay.json", in: folder, failure)
    if let stored { removeTexts(in: folder, besides: [file, stored]) }
  }

  /// Removes copies of texts that neither `essay.json` nor the revision before it names. One that
  /// stays behind does no harm.
  private func removeTexts(in folder: borrowing Folder, besides files: [EssayFile]) {
    let named = Set(files.flatMap { [$0.textName, $0.layoutName] })
    guard let names = try? folder.names() else { return }
    for name in names where name.hasSuffix(".txt") || name.hasSuffix(".layout.json") {
      if !named.contains(name) { try? folder.remove(name) }
    }
  }

  private func keepText(
    _ text: EssayText, _ file: EssayFile, in folder: borrowing Folder
  ) throws(SystemError) {
    let status = folder.status(of: file.textName)
    // The size alone tells nothing of a byte that has changed.
    var isKept = status.isRegular && status.size == Int64(text.count)
    if isKept { isKept = try folder.contents(of: file.textName) == .bytes(text.utf8) }
    if isKept {
      try folder.confirm(file.textName)
    } else {
      if status.isFolder { _ = try folder.setAside(file.textName) }
      try folder.replace(file.textName, with: text.utf8)
    }
    if text == EssayText(canonical: text.utf8) {
      try folder.remove(file.layoutName)
    } else if let layout = try? JSONCoding.encode(LayoutFile(text)) {
      if try folder.contents(of: file.layoutName) == .bytes(layout) {
        try folder.confirm(file.layoutName)
      } else {
        try folder.replace(file.layoutName, with: layout)
      }
    }
  }

  private func point(
    to id: EssayID, from source: EssaySource, _ fingerprint: Fingerprint
  ) throws(LibraryError) {
    let digits = source.key.map { Fingerprint(of: $0).digits }
    let isRenamed = fingerprint.digits != id.rawValue
    let isSourceKnown = try find(source: source) == id
    let isTextKnown = try find(fingerprint: fingerprint) == id
    if isSourceKnown || digits == nil, isTextKnown {
      return try confirmPointers(digits, isRenamed ? fingerprint.digits : nil)
    }
    try withLock("pointers") { (root: borrowing Folder) throws(LibraryError) in
      if let digits {
        let file = PointerFile(essay: id.rawValue, key: source.key)
        try save(pointer: file, digits + ".json", in: "sources", of: root)
      }
      if isRenamed {
        let file = PointerFile(essay: id.rawValue)
        try save(pointer: file, fingerprint.digits + ".json", in: "texts", of: root)
      }
    }
  }

  /// - Parameters:
  ///   - source: The name of the pointer in `sources/`, without its ending; `nil` for none.
  ///   - text: That of the one in `texts/`.
  private func confirmPointers(_ source: String?, _ text: String?) throws(LibraryError) {
    guard let root = try openRoot() else { return }
    for (folder, name) in [("sources", source), ("texts", text)] {
      guard let name, let pointers = try? root.folder(folder) else { continue }
      let failure = "cannot note where the essay came from"
      try confirm(folder, in: root, failure)
      try confirm(name + ".json", in: pointers, failure)
    }
  }

  func save(
    pointer: PointerFile, _ name: String, in folder: String, of root: borrowing Folder
  ) throws(LibraryError) {
    let pointers = try makeFolder(folder, freeing: name, in: root)
    try save(pointer, as: name, in: pointers, "cannot note where the essay came from")
  }

  private func makeFolder(
    _ folder: String, freeing name: String, in root: borrowing Folder
  ) throws(LibraryError) -> Folder {
    do {
      let pointers = try root.makeFolder(folder)
      if pointers.status(of: name).isFolder { _ = try pointers.setAside(name) }
      return pointers
    } catch {
      throw error.writingFailed(
        "cannot note where the essay came from", root.path(of: folder), kept: "the essay is kept")
    }
  }

  public func essay(_ id: EssayID) throws(LibraryError) -> Essay {
    guard let root = try openRoot(), let folder = try openEssay(id, in: root) else {
      throw unknown(id)
    }
    var reading = EssayReading(repairs: false)
    guard let file = try reading.load("essay.json", in: folder, EssayFile.self) else {
      let reason = reading.problems.first ?? folder.path(of: "essay.json") + " is missing"
      throw LibraryError(
        .damaged, "cannot open the stored copy: \(reason); open the essay from its source again")
    }
    let text = try text(of: file, in: folder)
    var essay = Essay(
      metadata: file.metadata, text: text, offers: file.offers, comments: file.comments ?? [],
      replacedBytes: file.replacedBytes ?? 0, cut: file.cut, isComplete: file.isComplete ?? true)
    essay.parts = max(1, file.parts ?? 1)
    return essay
  }

  private func text(
    of file: EssayFile, in folder: borrowing Folder
  ) throws(LibraryError) -> EssayText {
    let path = folder.path(of: file.textName)
    let contents: FileContents
    do {
      contents = try folder.contents(of: file.textName)
    } catch {
      throw error.readingFailed(path)
    }
    guard case .bytes(let bytes) = contents, Fingerprint(of: bytes).digits == file.fingerprint
    else {
      throw LibraryError(
        .damaged,
        "cannot open the stored copy: \(path): it is missing or was changed; it is left "
          + "as it is, and so are your notes; open the essay from its source again")
    }
    guard case .bytes(let layout)? = try? folder.contents(of: file.layoutName),
      case .good(let layout) = JSONCoding.decode(LayoutFile.self, from: layout),
      let text = layout.text(of: bytes)
    else { return EssayText(canonical: bytes) }
    return text
  }
}

extension EssayFile {
  var textName: String { fingerprint + ".txt" }
  var layoutName: String { fingerprint + ".layout.json" }
}
