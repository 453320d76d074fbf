/// How a counterargument bears on a claim (Pollock 1987 for rebutting and undercutting; ASPIC+ for
/// undermining). A critical question attacks nothing until somebody answers it.
public enum Attack: String, Sendable, Hashable, Codable, CaseIterable {
  /// Denies the claim.
  case rebuttal
  /// Denies that the reasons support the claim.
  case undercut
  /// Denies a premise.
  case undermining
  /// Asks what the argument leaves open.
  case question
}

/// Where a counterargument comes from. Always shown beside it.
public struct Origin: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case yours, pack, scheme, library, command, `import`
  }

  /// The detail of the reader's own that were written in another session at the same time.
  public static let otherSession = "another session's version"

  public var kind: Kind
  /// A pack's or a scheme's name; empty for the reader's own.
  public var label: String
  /// What makes it checkable: the pack's author, the scheme's cue.
  public var detail: String

  public init(kind: Kind, label: String = "", detail: String = "") {
    self.kind = kind
    self.label = label
    self.detail = detail
  }
}

/// Something said against a claim.
public struct Counterargument: Sendable, Hashable, Identifiable {
  /// Stable over sessions: ratings refer to it.
  public var id: String
  public var text: String
  public var attack: Attack
  public var origin: Origin
  /// Treaty, resolution, report: name and date. Never made up; `nil` when there is none.
  public var source: String?
  public var rating: Int
  public var pinned: Bool
  public var dismissed: Bool

  public init(
    id: String, text: String, attack: Attack, origin: Origin, source: String? = nil,
    rating: Int = 0, pinned: Bool = false, dismissed: Bool = false
  ) {
    self.id = id
    self.text = text
    self.attack = attack
    self.origin = origin
    self.source = source
    self.rating = rating
    self.pinned = pinned
    self.dismissed = dismissed
  }
}
