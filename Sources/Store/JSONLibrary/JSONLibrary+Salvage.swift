import RejoinderCore

extension JSONLibrary {
  /// Looks through what was set aside, takes what is found nowhere else, and says of every file what was
  /// in it and where it is kept.
  func salvage(
    in folder: borrowing Folder, _ records: EssayRecords, _ report: inout LibraryReport
  ) throws(LibraryError) {
    var known = records.annotations
    for name in folder.damagedNames() ?? [] {
      let outcome: SalvageOutcome =
        name.hasPrefix("annotations.json.damaged-")
        ? try salvageAnnotations(from: name, in: folder, besides: &known)
        : .nothingOfTheReaders
      report.findings.append(try settle(name, in: folder, outcome))
    }
    var kept = records.replies
    if let replies = try? folder.folder("replies") {
      for name in replies.damagedNames() ?? [] {
        let outcome = try salvageReply(from: name, in: replies, of: folder, besides: &kept)
        report.findings.append(try settle(name, in: replies, outcome))
      }
    }
    guard let revisions = try? folder.folder("revisions") else { return }
    for name in revisions.damagedNames() ?? [] {
      let outcome = try salvageRevisions(from: name, in: revisions, of: folder, besides: kept)
      report.findings.append(try settle(name, in: revisions, outcome))
    }
  }

  private func settle(
    _ name: String, in folder: borrowing Folder, _ outcome: SalvageOutcome
  ) throws(LibraryError) -> LibraryFinding {
    let path = folder.path(of: name)
    // A folder, a link: nobody but its owner can tell what that is.
    let isReadable = folder.status(of: name).isRegular
    do {
      let place = try folder.settle(name)
      let outcome = isReadable || outcome == .nothingOfTheReaders ? outcome : .unreadable
      return LibraryFinding(
        path: path,
        description: "\(path) was looked through: \(outcome.words); it is kept as \(place)",
        state: outcome == .unreadable ? .setAside : .restored)
    } catch {
      throw error.writingFailed(
        "cannot rename what was looked through", path, kept: "it is left there")
    }
  }

  // MARK: Annotations

  private func salvageAnnotations(
    from name: String, in folder: borrowing Folder, besides known: inout [Annotation]
  ) throws(LibraryError) -> SalvageOutcome {
    guard case .bytes(let bytes)? = try? folder.contents(of: name) else { return .unreadable }
    var found: [Annotation] = []
    switch JSONCoding.decode(AnnotationFile.self, from: bytes) {
    case .good(let file), .misdated(let file, _), .damaged(_, .some(let file)):
      found = file.annotations
    case .missing, .newer, .damaged(_, nil): break
    }
    let identifiers = Set((known + found).map(\.id))
    // Words that do not match their sum are better than none.
    let altered = JSONCoding.decodeUnsealed(AnnotationFile.self, from: bytes)?.annotations ?? []
    found += altered.filter { !identifiers.contains($0.id) }
    var all = RejoinderCore.merge(known, found)
    let rescued = AnnotationFile.rescued(from: bytes)
    all += (altered + rescued).wordsBeyond(all)
    let new = all.filter { !known.contains($0) }
    guard !new.isEmpty else {
      return bytes.isBlank || !(found + altered + rescued).isEmpty ? .known : .unreadable
    }
    var reading = EssayReading(repairs: true)
    var file = try reading.load("annotations.json", in: folder, AnnotationFile.self) ?? .init()
    file.annotations = separated(RejoinderCore.merge(file.annotations, all))
    try save(file, as: "annotations.json", in: folder, "cannot save the annotations")
    known = file.annotations
    return .cameBack(new.count.counted("record") + " came back from it")
  }

  // MARK: Replies

  private func salvageReply(
    from name: String, in replies: borrowing Folder, of folder: borrowing Folder,
    besides kept: inout [Reply]
  ) throws(LibraryError) -> SalvageOutcome {
    guard case .bytes(let bytes)? = try? replies.contents(of: name) else { return .unreadable }
    guard var reply = readableReply(bytes, name: name) else {
      return bytes.isBlank ? .known : .unreadable
    }
    if reply.text.allSatisfy(\.isWhitespace) || kept.contains(where: { $0.text == reply.text }) {
      return .known
    }
    let known = kept.first { $0.id == reply.id }
    var outcome = SalvageOutcome.cameBack("the reply came back as it stands there")
    if let known {
      var reading = EssayReading(repairs: true)
      let earlier = try revisions(of: reply.id, in: folder, &reading)
      if earlier.contains(where: { $0.text == reply.text }) { return .known }
      guard reply.modified > known.modified else {
        try keep(earlier.taking([reply.revision]), besides: earlier, of: reply.id, in: folder)
        return .cameBack("its text came back as an earlier one of the reply; :revisions shows it")
      }
      // The revision before stands; what is newer than that must not be lost.
      reply.conflictsWith = known.id
      reply.id += "-" + Fingerprint(of: reply.text + reply.modified.iso8601).digits.prefix(8)
      outcome = .cameBack("what was newer in it came back as a draft of its own")
    }
    try save(
      ReplyFile(reply), as: Self.fileName(ofReply: reply.id), in: replies, "cannot save the reply")
    kept.append(reply)
    return outcome
  }

  private func readableReply(_ bytes: [UInt8], name: String) -> Reply? {
    if case .good(let file) = JSONCoding.decode(ReplyFile.self, from: bytes) { return file.reply }
    return ReplyFile.rescued(from: bytes, id: String(name.prefix { $0 != "." }))
  }

  // MARK: Earlier texts

  private func salvageRevisions(
    from name: String, in revisions: borrowing Folder, of folder: borrowing Folder,
    besides replies: [Reply]
  ) throws(LibraryError) -> SalvageOutcome {
    guard case .bytes(let bytes)? = try? revisions.contents(of: name) else { return .unreadable }
    let found: RevisionFile?
    switch JSONCoding.decode(RevisionFile.self, from: bytes) {
    case .good(let file), .misdated(let file, _), .damaged(_, .some(let file)): found = file
    case .missing, .newer, .damaged(_, nil): found = nil
    }
    guard let found else { return bytes.isBlank ? .known : .unreadable }
    let stem = name.prefix { $0 != "." } + ".json"
    // The name of a damaged file tells better whose texts they are than what is in it.
    let id = replies.first { Self.fileName(ofReply: $0.id) == stem }?.id ?? found.id
    var reading = EssayReading(repairs: true)
    let known = try self.revisions(of: id, in: folder, &reading)
    let texts = Set((known.map(\.text) + replies.map(\.text)).map { Array($0.utf8) })
    let times = Set(known.map(\.modified))
    let new = found.revisions.filter {
      !times.contains($0.modified) && !texts.contains(Array($0.text.utf8))
    }
    guard !new.isEmpty else { return .known }
    try keep(known.taking(new), besides: known, of: id, in: folder)
    return .cameBack(new.count.counted("earlier text") + " came back from it")
  }
}

/// What came of looking through a file that was set aside.
private enum SalvageOutcome: Equatable {
  case cameBack(String)
  case known
  case nothingOfTheReaders
  case unreadable

  /// The end of the sentence "it was looked through: …".
  var words: String {
    switch self {
    case .cameBack(let words): words
    case .known: "the library has all the words that are in it"
    case .nothingOfTheReaders: "it holds no words of yours"
    case .unreadable: "no words could be read in it; look into it yourself"
    }
  }
}

extension [UInt8] {
  /// Whether nothing is in a file but what a disk leaves behind.
  fileprivate var isBlank: Bool { allSatisfy { [0, 0x0A, 0x20].contains($0) } }
}

extension [Annotation] {
  /// Those of these that say something which no record of `known` says, under names of their own where
  /// theirs are taken. An older version of a known record is none.
  fileprivate func wordsBeyond(_ known: [Annotation]) -> [Annotation] {
    var told = Set(known.map(\.said))
    let byID = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var beyond: [Annotation] = []
    for var annotation in self {
      guard let said = annotation.said, !said.isEmpty, told.insert(said).inserted else { continue }
      if let other = byID[annotation.id] {
        guard annotation.modified > other.modified else { continue }
        annotation.conflictsWith = other.id
        annotation.id += "-" + Fingerprint(of: said).digits.prefix(8)
      }
      beyond.append(annotation)
    }
    return beyond
  }
}

extension Annotation {
  /// The reader's own words in it; `nil` for what has none.
  fileprivate var said: [UInt8]? {
    switch body {
    case .note(let text), .counterargument(_, let text, _): Array(text.utf8)
    case .decision, .mark, .assessment: nil
    }
  }
}
