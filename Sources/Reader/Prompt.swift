internal import RejoinderCore
internal import TerminalKit

/// A line being typed at the bottom of the screen.
struct Prompt: Sendable {
  enum Kind: Sendable, Hashable {
    case command, search
    /// One key chooses.
    case retype
  }

  var kind: Kind
  var editor = TextEditor()
  /// The mode to go back to.
  var origin: Mode
  /// What Tab goes through, and where it is.
  var completions: [String] = []
  var completion: Int?
  /// The request for paths that the present line waits for; see ``Model/pathRequest``.
  var awaitedPaths: Int?
  /// What stands before the path that ``completions`` complete; `nil` where they are no paths.
  var pathLead: String?
  /// Whether the line ends in the slash of a folder that a completion put there.
  var endsInCompletedFolder = false
  /// Whether the folder has more names than are looked through, and none of those begins as the path does.
  var hasTooManyNames = false
  /// Where the reader is among the lines that were typed before; `nil` until one is brought back.
  var recall: TypedLines.Recall?

  /// What stands before the text.
  func label(columns: Int) -> String {
    switch kind {
    case .command: ":"
    case .search: "/"
    case .retype: RetypeChoice.prompt(columns: columns)
    }
  }
}

/// What a sentence can be made with one key.
enum RetypeChoice: Character, Sendable, CaseIterable {
  case fact = "f"
  case value = "v"
  case policy = "p"
  case thesis = "t"
  case premise = "e"
  case other = "o"

  /// Keys and names; where that does not fit, the names with their keys as capitals.
  static func prompt(columns: Int) -> String {
    let spelled = allCases.map { "\($0.rawValue) \($0)" }.joined(separator: "  ")
    if DisplayWidth.columns(of: spelled) <= columns { return spelled }
    return allCases.map(\.capitalised).joined(separator: " ")
  }

  private var capitalised: String {
    let name = "\(self)"
    guard let key = name.firstIndex(of: rawValue) else { return name }
    return name[..<key] + rawValue.uppercased() + name[name.index(after: key)...]
  }

  /// - Parameter kind: The kind that a thesis keeps.
  func decision(keeping kind: ClaimKind) -> Decision {
    switch self {
    case .fact: .retyped(role: .claim, kind: .fact)
    case .value: .retyped(role: .claim, kind: .value)
    case .policy: .retyped(role: .claim, kind: .policy)
    case .thesis: .retyped(role: .thesis, kind: kind)
    case .premise: .retyped(role: .premise, kind: kind)
    case .other: .retyped(role: .other, kind: kind)
    }
  }
}
