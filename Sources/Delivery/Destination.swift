/// Where a reply can go. The only place where the names stand.
public enum Destination: String, Sendable, Hashable, CaseIterable {
  case clipboard, file
}
