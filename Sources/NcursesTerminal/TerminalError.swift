/// Why the screen cannot be opened.
public enum TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Output is no terminal, or there is none to read keys from.
  case notATerminal
  /// `TERM` names a terminal that neither this host nor the program knows.
  case unknownTerminal(String)
  /// A dumb terminal, or another that cannot place text.
  case cannotMoveCursor(String)
  /// The terminal is open already.
  case alreadyOpen

  public var description: String {
    switch self {
    case .notATerminal:
      "the reader needs a terminal for its output and for keys"
    case .unknownTerminal(""):
      "TERM is not set, so it is not known how to draw; try TERM=xterm-256color"
    case .unknownTerminal(let name):
      "no description of the terminal '\(name)' was found; try TERM=xterm-256color"
    case .cannotMoveCursor(let name):
      "the terminal '\(name)' cannot move its cursor"
    case .alreadyOpen:
      "the terminal is open already"
    }
  }
}
