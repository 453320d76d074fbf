/// A draft answer to an essay.
public struct Reply: Sendable, Hashable, Identifiable {
  public var id: String
  /// Markdown: quotations are lines that begin with `> `.
  public var text: String
  /// The claims that it cites, in the order in which they were brought in.
  public var claims: [Anchor]
  public var created: Timestamp
  public var modified: Timestamp
  /// Tombstones keep their text for ``Tombstone/daysKept`` days.
  public var isDeleted: Bool
  public var receipts: [Receipt]
  /// The sessions' changes that went into this version.
  public var versions: VersionVector
  /// The reply whose other version this is, where two sessions changed one text at once.
  public var conflictsWith: String?

  public init(
    id: String, text: String, claims: [Anchor], created: Timestamp, modified: Timestamp,
    isDeleted: Bool = false, receipts: [Receipt] = [], versions: VersionVector = .none,
    conflictsWith: String? = nil
  ) {
    self.id = id
    self.text = text
    self.claims = claims
    self.created = created
    self.modified = modified
    self.isDeleted = isDeleted
    self.receipts = receipts
    self.versions = versions
    self.conflictsWith = conflictsWith
  }
}

/// Evidence that a reply went somewhere.
public struct Receipt: Sendable, Hashable {
  /// A destination's name, such as `clipboard` or `file`.
  public var destination: String
  /// What exactly was done: the file's path, the number of bytes offered to the clipboard.
  public var detail: String
  public var sent: Timestamp

  public init(destination: String, detail: String, sent: Timestamp) {
    self.destination = destination
    self.detail = detail
    self.sent = sent
  }
}
