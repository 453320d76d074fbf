/// What a session knows of the world outside, as values.
public struct SessionEnvironment: Sendable {
  /// Variables of the process. A dictionary would cost every start more than these few looks at a list.
  private let entries: [(name: String, value: String)]
  /// Where relative paths start.
  public var folder: String
  /// The library's folder, where the reader named one.
  public var chosenLibrary: String?
  /// What the reader said of the format of the essays that were named; `nil` lets each tell its own.
  public var formatChoice: FormatChoice?

  /// - Parameter entries: Of two that have the same name the first counts, as for `getenv`.
  public init(entries: [(name: String, value: String)], folder: String) {
    self.entries = entries
    self.folder = folder
  }

  /// A variable's value; `nil` where it is not set.
  public func variable(_ name: String) -> String? { entries.first { $0.name == name }?.value }

  /// All variables, for programs that are started.
  public var variables: [String: String] {
    Dictionary(entries.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Where the library lies: `chosen`, else `$REJOINDER_HOME`, else `rejoinder` in `$XDG_DATA_HOME`,
  /// which by the XDG Base Directory Specification is `~/.local/share` when unset or relative.
  public func libraryFolder(chosen: String?) -> String {
    func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let given = chosen ?? value("REJOINDER_HOME") {
      return given.hasPrefix("/") ? given : folder + "/" + given
    }
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/rejoinder" }
    return (home ?? "/nonexistent") + "/.local/share/rejoinder"
  }

  /// The home folder, if the reader has one.
  public var home: String? { variable("HOME").flatMap { $0.isEmpty ? nil : $0 } }

  /// For what is there for a moment.
  public var temporaryFolder: String {
    variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The reader's own editor, or `vi`, which POSIX promises.
  public var editor: String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = variable(name), !command.isEmpty { return command }
    }
    return "vi"
  }
}
