/// One thing that the reader did to an essay, anchored to a passage.
///
/// Annotations are the unit of storing, merging and undoing. A deleted one stays as a tombstone so
/// that another session's older copy cannot bring it back.
public struct Annotation: Sendable, Hashable, Identifiable {
  public enum Body: Sendable, Hashable {
    /// Accepts, rejects or retypes a sentence as a claim.
    case decision(Decision)
    /// A passage of the reader's own choice, marked as a claim.
    case mark(kind: ClaimKind)
    case note(String)
    /// Said against the claim at the anchor.
    case counterargument(attack: Attack, text: String, source: String?)
    /// What the reader thinks of a counterargument to the claim at the anchor, whoever's it is.
    case assessment(Assessment)
  }

  public var id: String
  public var anchor: Anchor
  public var body: Body
  public var created: Timestamp
  public var modified: Timestamp
  /// Tombstones keep what they held for ``Tombstone/daysKept`` days.
  public var isDeleted: Bool
  /// The sessions' changes that went into this version.
  public var versions: VersionVector
  /// The record whose other version this is, where two sessions changed one text at once.
  public var conflictsWith: String?

  public init(
    id: String, anchor: Anchor, body: Body, created: Timestamp, modified: Timestamp,
    isDeleted: Bool = false, versions: VersionVector = .none, conflictsWith: String? = nil
  ) {
    self.id = id
    self.anchor = anchor
    self.body = body
    self.created = created
    self.modified = modified
    self.isDeleted = isDeleted
    self.versions = versions
    self.conflictsWith = conflictsWith
  }
}

/// The reader's word on a sentence; it stands above the detector's.
public enum Decision: Sendable, Hashable {
  case accepted
  case rejected
  case retyped(role: Role, kind: ClaimKind)
}

/// The reader's judgement of one counterargument.
public struct Assessment: Sendable, Hashable {
  /// ``Counterargument/id``.
  public var counterargument: String
  /// One of ``ratings``.
  public var rating: Int
  public var pinned: Bool
  public var dismissed: Bool

  /// What a rating can be; 0 where there is none.
  public static let ratings = -9...9

  /// - Parameter rating: What is beyond ``ratings`` becomes the nearest of them.
  public init(
    counterargument: String, rating: Int = 0, pinned: Bool = false, dismissed: Bool = false
  ) {
    self.counterargument = counterargument
    self.rating = min(max(rating, Self.ratings.lowerBound), Self.ratings.upperBound)
    self.pinned = pinned
    self.dismissed = dismissed
  }
}
