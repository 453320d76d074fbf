public import RejoinderCore

/// Records from elsewhere, about to be merged into a library.
public struct ImportedRecords: Sendable, Hashable {
  public var annotations: [Annotation]
  public var replies: [Reply]
  /// By the reply's identifier.
  public var revisions: [String: [Revision]]
  /// Keys of further sources from which the essay was opened, and fingerprints of earlier texts of it.
  /// Those that lead to another essay here go on doing so.
  public var sourceKeys: [String]
  public var texts: [Fingerprint]

  public init(
    annotations: [Annotation] = [], replies: [Reply] = [], revisions: [String: [Revision]] = [:],
    sourceKeys: [String] = [], texts: [Fingerprint] = []
  ) {
    self.annotations = annotations
    self.replies = replies
    self.revisions = revisions
    self.sourceKeys = sourceKeys
    self.texts = texts
  }
}

extension Library {
  /// Merges records into those of an essay; nothing that the library has is overwritten.
  ///
  /// Of a text that differs here and there both versions are kept.
  public func take(
    _ records: ImportedRecords, into id: EssayID
  ) throws(LibraryError) -> ImportReport {
    let before = try self.records(of: id)
    var known: [String: Set<Revision>] = [:]
    for reply in records.revisions.keys {
      known[reply] = Set(try revisions(of: reply, in: id))
    }
    let after = try add(records, to: id)
    var report = ImportReport()
    report.note(before.annotations, after.annotations, given: records.annotations, as: .annotation)
    report.note(before.replies, after.replies, given: records.replies, as: .reply)
    for (reply, revisions) in records.revisions {
      let new = revisions.count { known[reply]?.contains($0) != true }
      report.note(.revision, isNew: true, count: new)
      report.note(.revision, isNew: false, count: revisions.count - new)
    }
    let old = Set(before.annotations.map(\.id))
    let new = after.annotations.filter { !$0.isDeleted && !old.contains($0.id) }
    // Where the text cannot be read nobody knows; the records are there all the same.
    if let text = try? essay(id).text {
      report.orphans = resolve(new.map(\.anchor), in: text).count { $0.passage == nil }
    }
    return report
  }
}

extension ImportReport {
  fileprivate mutating func note<Record: Hashable & Identifiable & ConflictingRecord>(
    _ before: [Record], _ after: [Record], given: [Record], as kind: Kind
  ) where Record.ID == String {
    let stood = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stands = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for record in given {
      // What only gained the knowledge of another version has not come.
      let isNew = stands[record.id].map { $0.says != stood[record.id]?.says } ?? false
      note(kind, isNew: isNew)
    }
    conflicts += after.count { $0.conflictsWith != nil && stood[$0.id] == nil }
  }
}

/// A record of which two versions can be kept.
private protocol ConflictingRecord {
  var conflictsWith: String? { get }
  /// The record without what it knows of its own history.
  var says: Self { get }
}

extension Annotation: ConflictingRecord {
  fileprivate var says: Annotation {
    var annotation = self
    annotation.versions = .none
    return annotation
  }
}

extension Reply: ConflictingRecord {
  fileprivate var says: Reply {
    var reply = self
    reply.versions = .none
    return reply
  }
}
