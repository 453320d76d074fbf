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
    let records = reading.records(in: folder)
    let counts = RecordCounts(annotations: records.annotations, replies: records.replies)
    guard let file else {
      guard !reading.findings.isEmpty || records != EssayRecords() else { return nil }
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

extension EssaySummary {
  /// The order of the list: last read first, then by identifier so that it never changes by chance.
  static func isReadLater(_ left: EssaySummary, _ right: EssaySummary) -> Bool {
    guard left.lastRead == right.lastRead else { return left.lastRead > right.lastRead }
    return left.id.rawValue < right.id.rawValue
  }
}

extension ReadingPlace {
  /// The share of a text of `length` bytes that has been on the screen, 0 to 1.
  func progress(in length: Int) -> Double {
    length > 0 ? min(1, max(0, Double(furthest) / Double(length))) : 0
  }
}
