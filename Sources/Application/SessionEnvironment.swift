/// What a session knows of the world outside, as values.
public struct SessionEnvironment: Sendable {
  /// Variables of the process.
  public var variables: [String: String]
  /// Where relative paths start.
  public var folder: String
  /// What the reader said of the format of the essays that were named; `nil` lets each tell its own.
  public var formatChoice: FormatChoice?

  public init(variables: [String: String], folder: String) {
    self.variables = variables
    self.folder = folder
  }

  /// Where the library lies: `chosen`, else `$REJOINDER_HOME`, else `rejoinder` in `$XDG_DATA_HOME`,
  /// which by the XDG Base Directory Specification is `~/.local/share` when unset or relative.
  public func libraryFolder(chosen: String?) -> String {
    func value(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let given = chosen ?? value("REJOINDER_HOME") {
      return given.hasPrefix("/") ? given : folder + "/" + given
    }
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/rejoinder" }
    return (home ?? "/nonexistent") + "/.local/share/rejoinder"
  }

  /// The home folder, if the reader has one.
  public var home: String? { variables["HOME"].flatMap { $0.isEmpty ? nil : $0 } }

  /// For what is there for a moment.
  public var temporaryFolder: String {
    variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The reader's own editor, or `vi`, which POSIX promises.
  public var editor: String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = variables[name], !command.isEmpty { return command }
    }
    return "vi"
  }
}
