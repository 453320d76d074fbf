internal import Glibc

/// The paste buffer of the tmux session in which the program runs.
///
/// tmux 3.3 takes no OSC 52 from programs unless it was told to; its own command it always takes,
/// and with `-w` it offers the text to the clipboard of its terminal too.
public enum TmuxBuffer {
  /// Puts a text in the buffer.
  ///
  /// - Parameters:
  ///   - environment: `TMUX` names the session; all of it is given to tmux.
  ///   - temporaryFolder: For a file, readable by its owner alone, that is gone on return.
  /// - Returns: What was done, for the receipt and the status line.
  public static func load(
    _ text: String, environment: [String: String], temporaryFolder: String
  ) throws(DeliveryError) -> String {
    let ending: ChildProcess.Ending
    do {
      let file = try NewFile(
        in: temporaryFolder, prefix: "rejoinder-copy-", suffix: ".txt", mode: 0o600)
      defer { _ = unlink(file.path) }
      try file.fill(Array(text.utf8))
      ending = try ChildProcess(
        program: "tmux", arguments: ["load-buffer", "-w", "-"], environment: environment,
        input: file.path, isShown: false
      ).run()
    } catch {
      throw DeliveryError(
        .unavailable, "cannot copy: tmux: \(error.reason.text). Write the reply to a file instead.")
    }
    guard ending == .exit(0) else {
      throw DeliveryError(
        .unavailable,
        "cannot copy: tmux: refused to load its buffer. Write the reply to a file instead.")
    }
    return "copied \(ClipboardOffer.characters(text)) to tmux's buffer"
      + " and offered them to the terminal's clipboard"
  }
}
