/// Where a reply can go. The only place where the names and the help stand.
public enum Destination: String, Sendable, Hashable, CaseIterable {
  case clipboard, file

  /// What a receipt and the command line call it.
  public var name: String { rawValue }

  /// One line for the reader.
  public var help: String {
    switch self {
    case .clipboard: "offer the reply to the terminal's clipboard (OSC 52, tmux, screen)"
    case .file: "write the reply to a file; one that exists is kept unless you say otherwise"
    }
  }
}
