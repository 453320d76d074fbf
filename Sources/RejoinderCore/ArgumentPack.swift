/// A shareable file of claims and counterarguments for one essay, by a named author.
public struct ArgumentPack: Sendable, Hashable {
  public var title: String
  public var author: String
  /// The essay it is about, as the pack's author knew it.
  public var essay: EssayReference
  public var claims: [PackClaim]

  public init(title: String, author: String, essay: EssayReference, claims: [PackClaim]) {
    self.title = title
    self.author = author
    self.essay = essay
    self.claims = claims
  }
}

public struct EssayReference: Sendable, Hashable, Codable {
  public var title: String?
  public var author: String?
  /// ``Fingerprint/digits`` of the canonical text, where the pack's author had the same text.
  public var fingerprint: String?

  public init(title: String? = nil, author: String? = nil, fingerprint: String? = nil) {
    self.title = title
    self.author = author
    self.fingerprint = fingerprint
  }
}

public struct PackClaim: Sendable, Hashable {
  public var quote: String
  public var role: Role
  public var kind: ClaimKind?
  /// A scheme's identifier.
  public var scheme: String?
  public var counterarguments: [PackCounterargument]

  public init(
    quote: String, role: Role, kind: ClaimKind?, scheme: String?,
    counterarguments: [PackCounterargument]
  ) {
    self.quote = quote
    self.role = role
    self.kind = kind
    self.scheme = scheme
    self.counterarguments = counterarguments
  }
}

public struct PackCounterargument: Sendable, Hashable {
  public var text: String
  public var attack: Attack
  /// Treaty, resolution, report: name and date.
  public var source: String?

  public init(text: String, attack: Attack, source: String? = nil) {
    self.text = text
    self.attack = attack
    self.source = source
  }
}
