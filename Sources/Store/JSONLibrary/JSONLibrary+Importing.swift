internal import Glibc
public import RejoinderCore
internal import Synchronization

extension JSONLibrary {
  public func add(
    _ records: ImportedRecords, to id: EssayID
  ) throws(LibraryError) -> EssayRecords {
    let all = try withEssay(id) { (folder: borrowing Folder) throws(LibraryError) in
      var reading = EssayReading(repairs: true)
      defer { report(reading.problems, of: id) }
      try addSources(records.sourceKeys, in: folder, &reading)
      let stored = try reading.load("annotations.json", in: folder, AnnotationFile.self)
      var file = stored ?? AnnotationFile()
      file.annotations = separated(
        merge(file.annotations, records.annotations))
      if file.annotations != (stored?.annotations ?? []) {
        try save(file, as: "annotations.json", in: folder, "cannot save the annotations")
      } else {
        try confirm("annotations.json", in: folder, "cannot save the annotations")
      }
      let replies = try mergeReplies(records.replies, in: folder, &reading)
      for (reply, revisions) in records.revisions {
        try mergeRevisions(revisions, of: reply, in: folder, &reading)
      }
      let place = try reading.load("place.json", in: folder, PlaceFile.self)?.place
      return EssayRecords(annotations: file.annotations, replies: replies, place: place)
    }
    try point(to: id, fromKeys: records.sourceKeys, texts: records.texts)
    return all
  }

  private func addSources(
    _ keys: [String], in folder: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) {
    guard !keys.isEmpty,
      var file = try reading.load("essay.json", in: folder, EssayFile.self)
    else { return }
    let new = keys.filter { !file.sourceKeys.contains($0) }
    if new.isEmpty { return }
    file.sourceKeys += new
    try save(file, as: "essay.json", in: folder, "cannot save what is known of the essay")
  }

  /// Leads to the essay from sources and texts that lead nowhere yet.
  private func point(
    to id: EssayID, fromKeys keys: [String], texts: [Fingerprint]
  ) throws(LibraryError) {
    if keys.isEmpty, texts.isEmpty { return }
    try withLock("pointers") { (root: borrowing Folder) throws(LibraryError) in
      for key in keys {
        let name = Fingerprint(of: key).digits + ".json"
        let known = try pointer(name, in: "sources", of: root)
        if let known, existing(known.essay, in: root) != nil { continue }
        try save(pointer: PointerFile(essay: id.rawValue, key: key), name, in: "sources", of: root)
      }
      for text in texts where existing(text.digits, in: root) == nil {
        let name = text.digits + ".json"
        let known = try pointer(name, in: "texts", of: root)
        if let known, existing(known.essay, in: root) != nil { continue }
        try save(pointer: PointerFile(essay: id.rawValue), name, in: "texts", of: root)
      }
    }
  }

  public func origins(of ids: Set<EssayID>) throws(LibraryError) -> [EssayID: EssayOrigin] {
    guard let root = try openRoot() else { return [:] }
    var origins: [EssayID: EssayOrigin] = [:]
    for id in ids {
      guard let folder = try openEssay(id, in: root), let file = storedEssayFile(in: folder) else {
        continue
      }
      // An essay is named by its first text.
      let texts = [file.fingerprint, id.rawValue].compactMap(Fingerprint.init(digits:))
      origins[id] = EssayOrigin(
        sourceKeys: file.sourceKeys, texts: Set(texts).sorted { $0.digits < $1.digits },
        added: Timestamp(iso8601: file.added) ?? .zero)
    }
    guard let pointers = try? root.folder("texts"), let names = try? pointers.names() else {
      return origins
    }
    for name in names where name.hasSuffix(".json") {
      guard let pointer = try pointer(name, in: "texts", of: root),
        let id = EssayID(pointer.essay), var origin = origins[id],
        let text = Fingerprint(digits: String(name.dropLast(".json".count))),
        !origin.texts.contains(text)
      else { continue }
      origin.texts.append(text)
      origins[id] = origin
    }
    return origins
  }

  private func mergeReplies(
    _ given: [Reply], in folder: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) -> [Reply] {
    let stored = reading.replies(in: folder)
    let merged = separated(merge(stored, given))
    let known = Dictionary(stored.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // The other versions first: should a later write fail, nothing is lost.
    let changed = merged.filter { known[$0.id] != $0 }
      .sorted { ($0.conflictsWith != nil ? 0 : 1) < ($1.conflictsWith != nil ? 0 : 1) }
    if given.isEmpty { return merged }
    let place = try openReplies(in: folder)
    let isChanged = Set(changed.map(\.id))
    for reply in given where !isChanged.contains(reply.id) {
      try confirm(Self.fileName(ofReply: reply.id), in: place, "cannot save the reply")
    }
    for reply in changed {
      let name = Self.fileName(ofReply: reply.id)
      let file = try reading.load(name, in: place, ReplyFile.self)
      if let old = file?.reply { try noteRevision(old, before: reply, in: folder, &reading) }
      try save(
        file?.holding(reply) ?? ReplyFile(reply), as: name, in: place, "cannot save the reply")
    }
    return merged
  }

  private func mergeRevisions(
    _ given: [Revision], of reply: String, in folder: borrowing Folder,
    _ reading: inout EssayReading
  ) throws(LibraryError) {
    let known = try revisions(of: reply, in: folder, &reading)
    try keep(known.taking(given), besides: known, of: reply, in: folder)
  }
}
