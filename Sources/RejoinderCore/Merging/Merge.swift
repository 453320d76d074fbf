/// Joins two sets of annotations record by record, as two sessions, a sync and an import need it.
///
/// Of two versions of one record the one that was modified later stands, a deletion like any other
/// change; of two that were modified at the same time the one that is not deleted, then the one
/// whose content comes last in a fixed order. So the result does not depend on who merges what
/// first: the function is commutative, associative and idempotent.
///
/// - Returns: Every record once, tombstones included, in the order in which they were created.
public func merge(_ left: [Annotation], _ right: [Annotation]) -> [Annotation] {
  merged(left + right) { $0.standsAbove($1) ? $0 : $1 }
}

/// Joins two sets of replies as the annotations' merge does; receipts are evidence and are all
/// kept.
///
/// A reply that two sessions changed at once needs the version from which they started: see
/// ``reconcile(_:with:base:)``.
public func merge(_ left: [Reply], _ right: [Reply]) -> [Reply] {
  merged((left + right).map(\.withReceiptsInOrder)) { first, second in
    var standing = first.standsAbove(second) ? first : second
    standing.receipts = Receipt.union(first.receipts, second.receipts)
    return standing
  }
}

/// A record that is merged with its other versions.
protocol MergeableRecord: Identifiable where ID == String {
  var created: Timestamp { get }
  var modified: Timestamp { get }
  /// All content, in bytes whose order decides between versions of the same time.
  var content: [UInt8] { get }
}

extension MergeableRecord {
  func standsAbove(_ other: Self) -> Bool {
    guard modified == other.modified else { return modified > other.modified }
    return other.content.lexicographicallyPrecedes(content)
  }
}

private func merged<Record: MergeableRecord>(
  _ records: [Record], _ join: (Record, Record) -> Record
) -> [Record] {
  var standing: [[UInt8]: Record] = [:]
  for record in records {
    let key = Array(record.id.utf8)
    standing[key] = standing[key].map { join($0, record) } ?? record
  }
  return standing.sorted { first, second in
    guard first.value.created == second.value.created else {
      return first.value.created < second.value.created
    }
    return first.key.lexicographicallyPrecedes(second.key)
  }
  .map(\.value)
}
