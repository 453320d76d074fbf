import RejoinderCore

extension JSONLibrary {
  /// Looks through what was set aside, takes what is found nowhere else, and notes that it was done.
  func salvage(
    in folder: borrowing Folder, _ records: EssayRecords, _ report: inout LibraryReport
  ) throws(LibraryError) {
    var known = records.annotations
    for name in folder.damagedNames() ?? [] {
      if name.hasPrefix("annotations.json.damaged-") {
        known = try salvageAnnotations(from: name, in: folder, besides: known, &report)
      }
      try settle(name, in: folder)
    }
    if let revisions = try? folder.folder("revisions") {
      for name in revisions.damagedNames() ?? [] { try settle(name, in: revisions) }
    }
    guard let replies = try? folder.folder("replies") else { return }
    var kept = records.replies
    for name in replies.damagedNames() ?? [] {
      kept = try salvageReply(from: name, in: replies, besides: kept, &report)
      try settle(name, in: replies)
    }
  }

  private func settle(_ name: String, in folder: borrowing Folder) throws(LibraryError) {
    do {
      try folder.settle(name)
    } catch {
      throw error.writingFailed(
        "cannot rename what was looked through", folder.path(of: name), kept: "it is left there")
    }
  }

  // MARK: Annotations

  private func salvageAnnotations(
    from name: String, in folder: borrowing Folder, besides known: [Annotation],
    _ report: inout LibraryReport
  ) throws(LibraryError) -> [Annotation] {
    guard case .bytes(let bytes)? = try? folder.contents(of: name) else { return known }
    var found: [Annotation] = []
    switch JSONCoding.decode(AnnotationFile.self, from: bytes) {
    case .good(let file), .misdated(let file, _), .damaged(_, .some(let file)):
      found = file.annotations
    case .missing, .newer, .damaged(_, nil): break
    }
    let identifiers = Set((known + found).map(\.id))
    // Words that do not match their sum are better than none.
    found += (JSONCoding.decodeUnsealed(AnnotationFile.self, from: bytes)?.annotations ?? [])
      .filter { !identifiers.contains($0.id) }
    let all = RejoinderCore.merge(known, found)
    let new = all.filter { !known.contains($0) }
    guard !new.isEmpty else { return known }
    var reading = EssayReading(repairs: true)
    var file = try reading.load("annotations.json", in: folder, AnnotationFile.self) ?? .init()
    file.annotations = RejoinderCore.merge(file.annotations, all)
    try save(file, as: "annotations.json", in: folder, "cannot save the annotations")
    report.findings.append(
      .restored(
        folder.path(of: name), "was looked through",
        new.count.counted("record") + " came back from it"))
    return all
  }

  // MARK: Replies

  private func salvageReply(
    from name: String, in replies: borrowing Folder, besides kept: [Reply],
    _ report: inout LibraryReport
  ) throws(LibraryError) -> [Reply] {
    guard case .bytes(let bytes)? = try? replies.contents(of: name),
      var reply = readableReply(bytes, name: name), !kept.contains(where: { $0.text == reply.text })
    else { return kept }
    let isNew = !kept.contains { $0.id == reply.id }
    if let known = kept.first(where: { $0.id == reply.id }) {
      // The revision before stands; what is newer than that must not be lost.
      guard reply.modified > known.modified, !reply.text.isEmpty else { return kept }
      reply.conflictsWith = known.id
      reply.id += "-" + Fingerprint(of: reply.text + reply.modified.iso8601).digits.prefix(8)
    }
    try save(
      ReplyFile(reply), as: Self.fileName(ofReply: reply.id), in: replies, "cannot save the reply")
    report.findings.append(
      .restored(
        replies.path(of: name), "was looked through",
        isNew
          ? "the reply came back as it stands there"
          : "what was newer in it came back as a draft of its own"))
    return kept + [reply]
  }

  private func readableReply(_ bytes: [UInt8], name: String) -> Reply? {
    if case .good(let file) = JSONCoding.decode(ReplyFile.self, from: bytes) { return file.reply }
    return ReplyFile.rescued(from: bytes, id: String(name.prefix { $0 != "." }))
  }
}
