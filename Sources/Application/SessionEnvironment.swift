/// What a session knows of the world outside, as values.
public struct SessionEnvironment: Sendable {
  /// Variables of the process.
  public var variables: [String: String]
  /// Where relative paths start.
  public var folder: String

  public init(variables: [String: String], folder: String) {
    self.variables = variables
    self.folder = folder
  }

  var home: String? { variables["HOME"].flatMap { $0.isEmpty ? nil : $0 } }

  var temporaryFolder: String {
    variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// The reader's own editor, or `vi`, which POSIX promises.
  var editor: String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = variables[name], !command.isEmpty { return command }
    }
    return "vi"
  }
}
