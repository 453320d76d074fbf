public import RejoinderCore

extension JSONLibrary {
  public func summaries() throws(LibraryError) -> [EssaySummary] {
    guard let root = try openRoot() else { return [] }
    do throws(SystemError) {
      return try summaries(in: root.folder("essays"))
    } catch {
      if error.isAbsence { return [] }
      throw error.readingFailed(root.path(of: "essays"))
    }
  }

  private func summaries(in essays: borrowing Folder) throws(SystemError) -> [EssaySummary] {
    var summaries: [EssaySummary] = []
    for name in try essays.names() {
      guard let id = EssayID(name), let folder = try? essays.folder(name) else { continue }
      if let summary = summary(of: id, in: folder) { summaries.append(summary) }
    }
    return summaries.sorted(by: EssaySummary.isReadLater)
  }

  /// `nil` for a folder in which nothing was ever kept.
  private func summary(of id: EssayID, in folder: borrowing Folder) -> EssaySummary? {
    var reading = EssayReading(repairs: false)
    let file = try? reading.load("essay.json", in: folder, EssayFile.self)
    let place = try? reading.load("place.json", in: folder, PlaceFile.self)?.place
    let counts = counts(in: folder)
    guard let file else {
      guard reading.needsRepair || reading.isReadOnly || place != nil else { return nil }
      // Its records may still be whole, so it must not vanish from the list.
      return EssaySummary(
        id: id, title: "Unreadable entry \(id.rawValue.prefix(8))", author: nil,
        source: .standardInput, words: 0, progress: 0, claimsAnswered: counts.claimsAnswered,
        drafts: counts.drafts, lastRead: place?.seen ?? .zero)
    }
    return EssaySummary(
      id: id, title: file.metadata.displayTitle, author: file.author, source: file.source.source,
      words: file.words, progress: place?.progress(in: file.bytes) ?? 0,
      claimsAnswered: counts.claimsAnswered, drafts: counts.drafts,
      lastRead: place?.seen ?? Timestamp(iso8601: file.added) ?? .zero)
  }

  private func counts(in folder: borrowing Folder) -> SummaryFile {
    if let file = storedCounts(in: folder) { return file }
    var reading = EssayReading(repairs: false)
    let records = reading.records(in: folder)
    return SummaryFile(annotations: records.annotations, replies: records.replies)
  }

  private func storedCounts(in folder: borrowing Folder) -> SummaryFile? {
    guard case .bytes(let bytes)? = try? folder.contents(of: "summary.json"),
      case .good(let file) = JSONCoding.decode(SummaryFile.self, from: bytes)
    else { return nil }
    return file
  }

  /// Brings the summary up to date after a record was saved.
  ///
  /// What is in it can be counted again, so a failure is none: without the file it will be.
  func noteSummary(
    in folder: borrowing Folder, annotations: [Annotation]? = nil, replies: [Reply]? = nil
  ) {
    let stored = storedCounts(in: folder)
    var counts = stored ?? counts(in: folder)
    if let annotations { counts.note(annotations) }
    if let replies { counts.note(replies) }
    guard counts != stored else { return }
    do {
      try folder.replace("summary.json", with: JSONCoding.encode(counts))
    } catch {
      try? folder.remove("summary.json")
    }
  }
}

extension SummaryFile {
  init(annotations: [Annotation], replies: [Reply]) {
    self.init(countered: [], cited: [], drafts: 0)
    note(annotations)
    note(replies)
  }

  mutating func note(_ annotations: [Annotation]) {
    let claims = annotations.filter(\.isLivingCounterargument).map(\.anchor.position)
    countered = Passage.distinct(claims).map { [$0.start, $0.end] }
  }

  mutating func note(_ replies: [Reply]) {
    let living = replies.filter { !$0.isDeleted && !$0.text.isEmpty }
    drafts = living.count
    cited = Passage.distinct(living.flatMap(\.claims).map(\.position)).map { [$0.start, $0.end] }
  }

  var claimsAnswered: Int {
    let passages = (countered + cited).compactMap { pair in
      pair.count == 2 ? Passage(start: pair[0], end: pair[1]) : nil
    }
    return Passage.distinct(passages).count
  }
}

extension EssaySummary {
  /// The order of the list: last read first, then by identifier so that it never changes by chance.
  static func isReadLater(_ left: EssaySummary, _ right: EssaySummary) -> Bool {
    guard left.lastRead == right.lastRead else { return left.lastRead > right.lastRead }
    return left.id.rawValue < right.id.rawValue
  }
}

extension Annotation {
  fileprivate var isLivingCounterargument: Bool {
    guard !isDeleted, case .counterargument = body else { return false }
    return true
  }
}

extension Passage {
  /// Each claim once, although its passage may have been noted with slightly other ends.
  fileprivate static func distinct(_ passages: [Passage]) -> [Passage] {
    var distinct: [Passage] = []
    for passage in passages.sorted() {
      if let last = distinct.last, last == passage || last.matches(passage) { continue }
      distinct.append(passage)
    }
    return distinct
  }
}

extension ReadingPlace {
  /// The share of a text of `length` bytes that has been on the screen, 0 to 1.
  func progress(in length: Int) -> Double {
    length > 0 ? min(1, max(0, Double(furthest) / Double(length))) : 0
  }
}
