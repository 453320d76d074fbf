import RejoinderCore

/// One entry of a version vector, which the files hold as a list, ordered by session.
private struct SessionRecord: Codable {
  var session: String
  /// The session's last change, in ISO 8601.
  var changed: String
}

extension KeyedDecodingContainer {
  /// A missing one is that of a record from before there were any.
  func versionVector(forKey key: Key) throws -> VersionVector {
    var changes: [String: Timestamp] = [:]
    for record in try decodeIfPresent([SessionRecord].self, forKey: key) ?? [] {
      guard let time = Timestamp(iso8601: record.changed) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: self, debugDescription: "not a time in UTC: \(record.changed)")
      }
      changes[record.session] = time
    }
    return VersionVector(changes)
  }
}

extension KeyedEncodingContainer {
  /// An empty one is left out.
  mutating func encode(_ versions: VersionVector, forKey key: Key) throws {
    guard versions != .none else { return }
    try encode(
      versions.changes.sorted { $0.key < $1.key }
        .map { SessionRecord(session: $0.key, changed: $0.value.iso8601) }, forKey: key)
  }
}
