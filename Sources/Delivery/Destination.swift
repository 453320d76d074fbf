/// Where a reply can go. The only place where the names stand.
public enum Destination: String, Sendable, Hashable, CaseIterable {
  case clipboard, file

  /// What a receipt and the command line call it.
  public var name: String { rawValue }
}
