/// What became of things that were brought in.
public struct ImportReport: Sendable, Equatable {
  /// A kind of thing that can be imported.
  public enum Kind: String, Sendable, CaseIterable {
    case essay, annotation, reply, revision, pack
  }

  /// What was not in the library.
  public var came: [Kind: Int] = [:]
  /// What the library had already, the same or in a later version.
  public var known: [Kind: Int] = [:]
  /// Texts that differ from the library's own: both are kept.
  public var conflicts = 0
  /// Annotations that came and do not find their passage; they are kept.
  public var orphans = 0
  /// A sentence for each thing that was not taken: which, and why.
  public var refused: [String] = []

  public init() {}

  public mutating func note(_ kind: Kind, isNew: Bool, count: Int = 1) {
    guard count > 0 else { return }
    if isNew {
      came[kind, default: 0] += count
    } else {
      known[kind, default: 0] += count
    }
  }

  public mutating func join(_ other: ImportReport) {
    came.merge(other.came, uniquingKeysWith: +)
    known.merge(other.known, uniquingKeysWith: +)
    conflicts += other.conflicts
    orphans += other.orphans
    refused += other.refused
  }

  /// Whether nothing of what was given could be used.
  public var isFruitless: Bool { came.isEmpty && known.isEmpty }
}
