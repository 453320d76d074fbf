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

  /// What stands before the text.
  var label: String {
    switch kind {
    case .command: ":"
    case .search: "/"
    case .retype: RetypeChoice.prompt
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

  static var prompt: String {
    allCases.map { "\($0.rawValue) \($0)" }.joined(separator: "  ")
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
