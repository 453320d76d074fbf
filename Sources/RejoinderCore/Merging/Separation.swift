/// Gives every version of a text that stands beside another one a record of its own.
///
/// The latest keeps the identifier and from then on knows of the others. Each of them goes on under
/// `<id>-<8 digits>`, named by its content, so that the same conflict gives the same records wherever
/// it is found, and says in `conflictsWith` whose other version it is. A deletion gives way to words
/// that were written without knowing of it, and versions that say the same of the same passages make no
/// conflict. Receipts stay with the identifier: which of the versions was sent they do not tell, and the
/// copy shall not claim that it was.
///
/// - Returns: Each identifier once, in order of making.
public func separated(_ annotations: [Annotation]) -> [Annotation] {
  separatedRecords(annotations) { merge($0, []) }
}

/// Gives every version of a reply that stands beside another one a record of its own.
public func separated(_ replies: [Reply]) -> [Reply] {
  separatedRecords(replies) { merge($0, []) }
}

/// `records` as they are written by a session onto `stored`.
///
/// Where another session has changed a text at the same time, the one that is being written counts as
/// the later, whatever the clocks say: whoever is writing goes on under the same identifier.
public func written(_ annotations: [Annotation], onto stored: [Annotation]) -> [Annotation] {
  madeLater(annotations, than: stored)
}

/// A reply as it is written by a session onto `stored`.
public func written(_ replies: [Reply], onto stored: [Reply]) -> [Reply] {
  madeLater(replies, than: stored)
}

private func madeLater<Record: MergeableRecord>(
  _ records: [Record], than stored: [Record]
) -> [Record] {
  let known = Dictionary(grouping: stored, by: \.id)
  return records.map { record in
    guard record.isFreeText else { return record }
    var record = record
    for other in known[record.id] ?? []
    where other.isApart(from: record) && other.modified >= record.modified {
      record.modified = other.modified.advanced(by: 1)
    }
    return record
  }
}

private func separatedRecords<Record: MergeableRecord>(
  _ records: [Record], merge: ([Record]) -> [Record]
) -> [Record] {
  var records = merge(records)
  while true {
    // All that share an identifier at once: one by one, each would cost a merge of everything.
    let groups = Dictionary(grouping: records.indices) { Array(records[$0].id.utf8) }
    let shared = groups.values.filter { $0.count > 1 }
    if shared.isEmpty { return records }
    let isShared = Set(shared.joined())
    let others = records.indices.filter { !isShared.contains($0) }.map { records[$0] }
    records = merge(others + shared.flatMap { group in parted(group.map { records[$0] }) })
  }
}

private func parted<Record: MergeableRecord>(_ versions: [Record]) -> [Record] {
  let ranked = versions.sorted { $0.isLater(than: $1) }
  let living = ranked.filter { !$0.isDeleted }
  guard var kept = living.first ?? ranked.first else { return [] }
  for version in versions { kept.versions = kept.versions.union(version.versions) }
  var told: Set<[UInt8]> = [kept.words]
  var parted = [kept]
  for version in living.dropFirst() where told.insert(version.words).inserted {
    var other = version
    let digits = Fingerprint(of: version.words + version.modified.iso8601.utf8).digits
    other.id = version.id + "-" + digits.prefix(8)
    other.conflictsWith = version.id
    other.dropEvidence()
    parted.append(other)
  }
  return parted
}
