/// What stands between the program and the terminal on the reader's desk.
public enum Multiplexer: Sendable, Hashable {
  case none, tmux, screen

  /// - Parameter environment: `TMUX` and `STY` say who runs the session here. `TERM` is asked where
  ///   neither is set, as on a host that was reached from inside a session; of `screen` names it
  ///   cannot tell which of the two it is, and tmux uses them by default too.
  public init(environment: [String: String]) {
    let term = environment["TERM"] ?? ""
    if environment["TMUX"].map({ !$0.isEmpty }) == true {
      self = .tmux
    } else if environment["STY"].map({ !$0.isEmpty }) == true {
      self = .screen
    } else if term.hasPrefix("tmux") {
      self = .tmux
    } else if term.hasPrefix("screen") {
      self = .screen
    } else {
      self = .none
    }
  }
}
