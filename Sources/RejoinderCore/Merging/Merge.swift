/// Joins two sets of annotations record by record, as two sessions, a sync and an import need it.
///
/// Free text is never merged. Of a note or a counterargument every version stands that no other one
/// was made from; two that were written at once stand both, under one identifier, until
/// ``separated(_:)-(_:[Annotation])`` parts them. So do two with the same history and different words:
/// no history tells which of them the reader wants. Of anything else the version that was modified
/// later stands, a deletion like any other change; of two modified at the same time the one that is
/// not deleted, then the one whose content comes last in a fixed order.
///
/// So the result does not depend on who merges what first: the function is commutative, associative
/// and idempotent.
///
/// - Returns: Every record, tombstones included, in the order in which they were created.
public func merge(_ left: [Annotation], _ right: [Annotation]) -> [Annotation] {
  merged(left + right)
}

/// Joins two sets of replies as the annotations' merge does. Receipts are evidence and are all kept.
public func merge(_ left: [Reply], _ right: [Reply]) -> [Reply] {
  merged(left + right)
}

/// A record that is merged with its other versions.
protocol MergeableRecord: Identifiable where ID == String {
  var id: String { get set }
  var created: Timestamp { get }
  var modified: Timestamp { get set }
  var isDeleted: Bool { get }
  var versions: VersionVector { get set }
  var conflictsWith: String? { get set }
  /// Whether it holds words of the reader's, which must not be lost to another version.
  var isFreeText: Bool { get }
  /// What the reader would miss if another version replaced it, in bytes: what it says, and of which
  /// passages.
  var words: [UInt8] { get }
  /// All content, in bytes whose order decides between versions of the same time.
  var content: [UInt8] { get }
  /// Forgets what happened to the record: another version of it has not been where this one was.
  mutating func dropEvidence()
  /// The same with what is joined rather than chosen.
  func joining(_ other: Self) -> Self
}

extension MergeableRecord {
  /// A total order by time, then by content.
  func isLater(than other: Self) -> Bool {
    guard modified == other.modified else { return modified > other.modified }
    return other.content.lexicographicallyPrecedes(content)
  }

  /// Whether this version was made from `other`, or stands in for it. A partial order.
  ///
  /// Versions with the same vector differ where a file was edited by hand, or where two libraries settled
  /// a conflict each in its own way. Then words give way to the same words alone, and a tombstone to any
  /// that live. Records from before there were vectors say nothing of what they were made from: of them
  /// the later one stands, as it did, and only at the same time the rule for words decides.
  func replaces(_ other: Self) -> Bool {
    guard versions == other.versions else { return versions.covers(other.versions) }
    if versions == .none, modified != other.modified { return isLater(than: other) }
    if isDeleted != other.isDeleted { return other.isDeleted }
    return (isDeleted || words == other.words) && isLater(than: other)
  }

  /// Whether neither of two versions stands in for the other.
  func isApart(from other: Self) -> Bool {
    !isSame(as: other) && !replaces(other) && !other.replaces(self)
  }
}

/// Versions of records that are chosen among together: words never give way to something else that
/// has the same name by mistake.
private struct RecordKey: Hashable {
  var id: [UInt8]
  var isFreeText: Bool
}

private func merged<Record: MergeableRecord>(_ records: [Record]) -> [Record] {
  var groups: [RecordKey: [Record]] = [:]
  for record in records {
    let key = RecordKey(id: Array(record.id.utf8), isFreeText: record.isFreeText)
    groups[key, default: []].append(record)
  }
  return groups.flatMap {
    $0.key.isFreeText ? standing($0.value) : [latest($0.value)].compactMap(\.self)
  }
  .sorted(by: isInOrder)
}

private func isInOrder<Record: MergeableRecord>(_ first: Record, _ second: Record) -> Bool {
  guard first.created == second.created else { return first.created < second.created }
  guard first.id.utf8.elementsEqual(second.id.utf8) else {
    return first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
  }
  guard first.modified == second.modified, first.content == second.content else {
    return second.isLater(than: first)
  }
  return first.versions.isOrdered(before: second.versions)
}

/// The latest of all versions, which knows of the others.
private func latest<Record: MergeableRecord>(_ versions: [Record]) -> Record? {
  guard var latest = versions.max(by: { $1.isLater(than: $0) }) else { return nil }
  for version in versions {
    latest.versions = latest.versions.union(version.versions)
    latest = latest.joining(version)
  }
  return latest
}

/// The versions that no other one replaces, each once.
private func standing<Record: MergeableRecord>(_ versions: [Record]) -> [Record] {
  if versions.count == 1 { return [versions[0].joining(versions[0])] }
  var standing: [Record] = []
  for version in versions
  where !versions.contains(where: { $0.replaces(version) && !version.isSame(as: $0) })
    && !standing.contains(where: version.isSame)
  {
    standing.append(versions.reduce(version) { $0.joining($1) })
  }
  return standing
}

extension MergeableRecord {
  func isSame(as other: Self) -> Bool {
    versions == other.versions && modified == other.modified && content == other.content
  }
}

extension VersionVector {
  /// Some fixed order, for a result that does not depend on who asks.
  fileprivate func isOrdered(before other: VersionVector) -> Bool {
    let (mine, theirs) = (sorted, other.sorted)
    return mine.lexicographicallyPrecedes(theirs) { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  private var sorted: [(String, Timestamp)] {
    changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
