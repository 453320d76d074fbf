public import RejoinderCore

extension JSONLibrary {
  public func summaries() throws(LibraryError) -> [EssaySummary] {
    try withEssays { (essays, root) throws(SystemError) in
      let survey = try survey(essays, in: root)
      return survey.current.compactMap(\.entry.summary)
        + survey.stale.compactMap { name, _ in
          EssayID(name).flatMap { summary(of: $0, in: essays) }
        }
    }
  }

  public func search(_ words: [String]) throws(LibraryError) -> [EssaySummary] {
    let query = SearchText.Query(words)
    return try withEssays { (essays, root) throws(SystemError) in
      let survey = try survey(essays, in: root)
      var found: [EssaySummary] = []
      var stale = survey.stale.map(\.name)
      let indexed = survey.current.filter { $0.entry.text != nil }
        .sorted { ($0.entry.text?.offset ?? 0) < ($1.entry.text?.offset ?? 0) }
      if let folder = try? root.folder("index"),
        let texts = try? TextFile(
          generation: survey.catalogue.generation, in: folder, forAdding: false)
      {
        texts.forEach(indexed.compactMap(\.entry.text)) { number, text in
          guard let text else { return stale.append(indexed[number].name) }
          guard let summary = indexed[number].entry.summary else { return }
          if query.matches(text) { found.append(summary) }
        }
      } else {
        stale += indexed.map(\.name)
      }
      for name in stale {
        guard let entry = readEntry(name, in: essays), let summary = entry.summary else { continue }
        if entry.text.withUnsafeBytes({ query.matches($0) }) { found.append(summary) }
      }
      return found
    }
  }

  /// Asks `body` for lines of the list; none where nothing was ever stored.
  private func withEssays(
    _ body: (borrowing Folder, borrowing Folder) throws(SystemError) -> [EssaySummary]
  ) throws(LibraryError) -> [EssaySummary] {
    guard let root = try openRoot() else { return [] }
    do throws(SystemError) {
      return try body(root.folder("essays"), root).lastReadFirst
    } catch {
      if error.isAbsence { return [] }
      throw error.readingFailed(root.path(of: "essays"))
    }
  }

  private func summary(of id: EssayID, in essays: borrowing Folder) -> EssaySummary? {
    guard let folder = try? essays.folder(id.rawValue) else { return nil }
    var reading = EssayReading(repairs: false)
    let file = try? reading.load("essay.json", in: folder, EssayFile.self)
    let records = reading.records(in: folder)
    return summary(of: id, file, records, hasFindings: !reading.findings.isEmpty)
  }

  /// `nil` for a folder in which nothing was ever kept.
  func summary(
    of id: EssayID, _ file: EssayFile?, _ records: EssayRecords, hasFindings: Bool
  ) -> EssaySummary? {
    let counts = RecordCounts(annotations: records.annotations, replies: records.replies)
    guard let file else {
      guard hasFindings || records != EssayRecords() else { return nil }
      // Its records may still be whole, so it must not vanish from the list.
      return EssaySummary(
        id: id, title: "Unreadable entry \(id.rawValue.prefix(8))", author: nil,
        source: .standardInput, words: 0, progress: 0, claimsAnswered: counts.claimsAnswered,
        drafts: counts.drafts, lastRead: records.place?.seen ?? .zero)
    }
    return EssaySummary(
      id: id, title: file.metadata.displayTitle, author: file.author, source: file.source.source,
      words: file.words, progress: records.place?.progress(in: file.bytes) ?? 0,
      claimsAnswered: counts.claimsAnswered, drafts: counts.drafts,
      lastRead: records.place?.seen ?? Timestamp(iso8601: file.added) ?? .zero)
  }
}

extension [EssaySummary] {
  /// The order of the list: last read first, then by identifier so that it never changes by chance.
  ///
  /// Keys are sorted in place of lines, which are large: a library may hold ten thousand.
  var lastReadFirst: [EssaySummary] {
    var keys = indices.map { (read: self[$0].lastRead.milliseconds, index: $0) }
    keys.sort { left, right in
      left.read == right.read
        ? self[left.index].id.rawValue < self[right.index].id.rawValue : left.read > right.read
    }
    return keys.map { self[$0.index] }
  }
}

extension ReadingPlace {
  /// The share of a text of `length` bytes that has been on the screen, 0 to 1.
  func progress(in length: Int) -> Double {
    length > 0 ? min(1, max(0, Double(furthest) / Double(length))) : 0
  }
}
