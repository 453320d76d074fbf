/// What went into a version of a record: for each session that changed it the time of its last change
/// (a version vector: Parker et al. 1983, "Detection of mutual inconsistency in distributed systems").
///
/// It tells a later version of a text from another one: a version that knows everything that went
/// into the other replaces it, and two that each know something the other does not are a conflict.
public struct VersionVector: Sendable, Hashable {
  /// By session, a token that no other session has.
  public private(set) var changes: [String: Timestamp]

  /// What a record carries that was made before there were version vectors.
  public static let none = VersionVector()

  public init(_ changes: [String: Timestamp] = [:]) {
    self.changes = changes
  }

  /// Sessions that are kept, the latest. Forgetting one can only make a conflict of what was none,
  /// and then both versions are kept.
  private static let limit = 32

  /// The same after a change by `session`.
  public func noting(_ session: String, at time: Timestamp) -> VersionVector {
    var changes = changes
    changes[session] = max(time, changes[session] ?? time)
    while changes.count > Self.limit,
      let oldest = changes.filter({ $0.key != session })
        .min(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    {
      changes[oldest.key] = nil
    }
    return VersionVector(changes)
  }

  /// Whether everything that went into `other` went into this one too.
  public func covers(_ other: VersionVector) -> Bool {
    other.changes.allSatisfy { session, time in changes[session].map { $0 >= time } ?? false }
  }

  /// The same without what `session` did.
  public func forgetting(_ session: String) -> VersionVector {
    VersionVector(changes.filter { $0.key != session })
  }

  public func union(_ other: VersionVector) -> VersionVector {
    VersionVector(changes.merging(other.changes) { max($0, $1) })
  }
}
