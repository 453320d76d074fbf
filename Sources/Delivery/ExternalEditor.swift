internal import Glibc

/// Hands a draft to the reader's own editor and takes it back.
public enum ExternalEditor {
  /// Runs the editor and blocks until it ends; the terminal must be lent meanwhile.
  ///
  /// The draft goes through a file that its owner alone can read. It is removed afterwards, unless
  /// that would lose words: when the editor failed after it had changed the file, or the file cannot
  /// be read, it stays and the error says where. Where this process is ended meanwhile it stays too, and
  /// ``EditedDrafts`` finds it.
  ///
  /// - Parameters:
  ///   - text: The draft.
  ///   - command: As `VISUAL` or `EDITOR` have it: words for the shell, the file's name comes last.
  ///   - folder: Where the file lies; made for its owner alone where it is missing.
  ///   - owner: What it is a draft of, for ``EditedDrafts/takeBack(in:keep:)`` where the file stays; `nil`
  ///     where nobody could take it back.
  ///   - environment: What the editor finds in its environment; `nil` for what this process has.
  /// - Returns: The text as the editor left it; bytes that are not UTF-8 are a failure, and stay. The file's
  ///   last line ends with a line feed, as editors expect; where the draft's does not, it is taken
  ///   off again.
  public static func run(
    _ text: String, command: String, folder: String, owner: String? = nil,
    environment: [String: String]? = nil
  ) -> Result<String, DeliveryError> {
    do {
      return .success(
        try edit(
          text, command: command, folder: folder, owner: owner, environment: environment))
    } catch {
      return .failure(error)
    }
  }

  private static func edit(
    _ text: String, command: String, folder: String, owner: String?,
    environment: [String: String]?
  ) throws(DeliveryError) -> String {
    guard command.contains(where: { !$0.isWhitespace }) else {
      throw DeliveryError(
        .usage, "cannot edit: no editor is set; set VISUAL or EDITOR. The draft is as it was.")
    }
    let isUnended = !text.isEmpty && text.utf8.last != UInt8(ascii: "\n")
    let given = isUnended ? text + "\n" : text
    let (path, life) = try write(given, in: folder, of: owner)
    // As long as there is a file, the lock says whose it is.
    defer { if EditedDrafts.isThere(path) { life.leave() } else { life.end() } }
    let ending: ChildProcess.Ending
    do {
      ending = try ChildProcess(
        program: "/bin/sh", arguments: ["-c", command + " \"$1\"", "sh", path],
        environment: environment, input: keyboard, shared: life.descriptor
      ).run()
    } catch {
      _ = unlink(path)
      throw DeliveryError(
        .unavailable, "cannot edit: /bin/sh: \(error.reason.text). The draft is as it was.")
    }
    let bytes: [UInt8]
    do {
      bytes = try readBytes(of: path)
    } catch {
      let rest = EditedDrafts.isThere(path) ? " and the file stays where it is." : "."
      throw DeliveryError(
        .inputOutput,
        "cannot take the edited text back: \(path): \(error.reason.text). The draft is as it was"
          + rest)
    }
    let result = String(decoding: bytes, as: UTF8.self)
    try check(
      ending, of: command, path: path, isChanged: !given.utf8.elementsEqual(bytes),
      isTakenBack: owner != nil && result.utf8.elementsEqual(bytes))
    guard result.utf8.elementsEqual(bytes) else {
      throw DeliveryError(
        .unavailable,
        "not edited: what the editor wrote is not UTF-8. The draft is as it was, and the text is in "
          + "\(path). Convert it there, and it becomes a draft when an essay is next opened.")
    }
    _ = unlink(path)
    return text.utf8.last != UInt8(ascii: "\n") && result.hasSuffix("\n")
      ? String(result.dropLast()) : result
  }

  /// Where the editor reads keys: the terminal, where standard input is the essay; `nil` for standard
  /// input.
  private static var keyboard: String? {
    let path = "/dev/tty"
    guard isatty(STDIN_FILENO) == 0 else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    _ = close(descriptor)
    return path
  }

  private static func write(
    _ text: String, in folder: String, of owner: String?
  ) throws(DeliveryError) -> (path: String, SessionLife) {
    do throws(SystemFailure) {
      return try EditedDrafts.write(text, in: folder, of: owner)
    } catch {
      throw DeliveryError(
        error.reason.kind,
        "cannot edit: \(folder): \(error.reason.text); the editor needs a file there."
          + " The draft is as it was.")
    }
  }

  private static func check(
    _ ending: ChildProcess.Ending, of command: String, path: String, isChanged: Bool,
    isTakenBack: Bool
  ) throws(DeliveryError) {
    let what: String
    switch ending {
    case .exit(0): return
    case .exit(127): what = "was not found; check VISUAL and EDITOR"
    case .exit(126): what = "cannot be run; check VISUAL and EDITOR"
    case .exit(let status): what = "ended with status \(status)"
    case .signal(let number): what = "was ended by signal \(number)"
    }
    var kept = "The draft is as it was."
    if isChanged {
      kept += " What the editor wrote is in \(path)"
      kept += isTakenBack ? " and becomes a draft when an essay is next opened." : "."
    } else {
      _ = unlink(path)
    }
    throw DeliveryError(.unavailable, "not edited: \(command): \(what). \(kept)")
  }
}
