public import RejoinderCore

/// Why bytes are no argument pack.
public struct ArgumentPackError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case damaged
    case newerVersion
  }

  public var kind: Kind
  /// What is wrong, as the end of the sentence "the file …".
  public var description: String
}

extension ArgumentPack {
  /// Reads a pack as `docs/file-format.md` describes it.
  public init(json: some Sequence<UInt8>) throws(ArgumentPackError) {
    switch JSONCoding.decode(ArgumentPackFile.self, from: Array(json)) {
    case .good(let file):
      if let fault = file.fault { throw ArgumentPackError(kind: .damaged, description: fault) }
      self = file.pack
    case .newer(_, let version), .misdated(_, let version):
      throw ArgumentPackError(
        kind: .newerVersion,
        description: "was written for a newer version of Rejoinder (schema \(version))")
    case .damaged(let reason, _):
      throw ArgumentPackError(kind: .damaged, description: reason)
    case .missing:
      throw ArgumentPackError(kind: .damaged, description: "is missing")
    }
  }

  /// The pack as a file holds it.
  public func json() throws(ArgumentPackError) -> [UInt8] {
    do {
      return try JSONCoding.encode(ArgumentPackFile(self))
    } catch {
      throw ArgumentPackError(kind: .damaged, description: error.description)
    }
  }
}

/// An argument pack as its file holds it.
struct ArgumentPackFile: StoredFile {
  var schemaVersion = newestVersion
  var title: String
  var author: String
  var essay: EssayReference
  var claims: [ClaimRecord]

  static let isSealed = false
  /// Packs are passed on, also to people with an older program: their version goes up only when
  /// their own form changes.
  static let newestVersion = 1

  struct ClaimRecord: Codable {
    var quote: String
    var role: Role
    var kind: ClaimKind?
    var scheme: String?
    var counterarguments: [CounterargumentRecord]
  }

  struct CounterargumentRecord: Codable {
    var text: String
    var attack: Attack
    var source: String?
  }

  init(_ pack: ArgumentPack) {
    title = pack.title
    author = pack.author
    essay = pack.essay
    claims = pack.claims.map { claim in
      ClaimRecord(
        quote: claim.quote, role: claim.role, kind: claim.kind, scheme: claim.scheme,
        counterarguments: claim.counterarguments.map {
          CounterargumentRecord(text: $0.text, attack: $0.attack, source: $0.source)
        })
    }
  }

  /// What makes the pack useless although its shape is right.
  var fault: String? {
    if author.isEmpty { return "names no author" }
    if let index = claims.firstIndex(where: \.quote.isEmpty) {
      return "quotes nothing in claim \(index + 1)"
    }
    if let index = claims.firstIndex(where: { $0.counterarguments.contains(where: \.text.isEmpty) })
    {
      return "has an empty counterargument in claim \(index + 1)"
    }
    return nil
  }

  var pack: ArgumentPack {
    ArgumentPack(
      title: title, author: author, essay: essay,
      claims: claims.map { claim in
        PackClaim(
          quote: claim.quote, role: claim.role, kind: claim.kind, scheme: claim.scheme,
          counterarguments: claim.counterarguments.map {
            PackCounterargument(text: $0.text, attack: $0.attack, source: $0.source)
          })
      })
  }
}
