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
  ///   - folder: For a file, readable by its owner alone, that is gone on return; see ``EditedDrafts``.
  /// - Returns: What was done, for the receipt and the status line.
  public static func load(
    _ text: String, environment: [String: String], folder: String
  ) throws(DeliveryError) -> String {
    let ending: ChildProcess.Ending
    do {
      let (path, life) = try EditedDrafts.write(text, in: folder)
      defer {
        _ = unlink(path)
        life.end()
      }
      ending = try ChildProcess(
        program: "tmux", arguments: ["load-buffer", "-w", "-"], environment: environment,
        input: path, isShown: false
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
