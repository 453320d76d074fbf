public import TerminalKit

/// One row of the table of commands: what it is called, what it does, and which keys give it.
public struct CommandEntry: Sendable, Hashable {
  /// Chapters of the help, of the manual and of the README's key table.
  public enum Chapter: String, Sendable, Hashable, CaseIterable {
    case moving = "Moving"
    case claims = "Claims"
    case counterarguments = "Counterarguments"
    case selecting = "Selecting"
    case answering = "Answering"
    case writing = "Writing"
    case restoring = "Bringing back"
    case program = "The program"
  }

  public let command: Command
  /// What `:` calls it; unique.
  public let name: String
  /// One line, an imperative.
  public let help: String
  public let chapter: Chapter
  public let modes: [Mode]
  /// Key sequences in their notation, parted by commas, the usual one first. They stay text: nearly
  /// everybody who asks wants to show them, and reading all of them would hold up the first frame.
  private let writtenKeys: String
  /// What `:name` takes after its name, such as `FILE`; `nil` where it takes nothing.
  public let argument: String?
  /// The ``argument`` that is a path, which Tab completes.
  static let fileArgument = "FILE"
  /// A word or two for the status line; `nil` where it is not offered there.
  public let hint: String?
  /// A shorter one for a narrow screen.
  public let briefHint: String?
  /// What stands in place of the hint where the key takes back what it did before.
  public let reverseHint: String?

  init(
    _ command: Command, _ name: String, _ keys: String, _ help: String, _ chapter: Chapter,
    _ modes: [Mode], argument: String? = nil, hint: String? = nil,
    briefHint: String? = nil, reverseHint: String? = nil
  ) {
    self.command = command
    self.name = name
    self.help = help
    self.chapter = chapter
    self.modes = modes
    writtenKeys = keys
    self.argument = argument
    self.hint = hint
    self.briefHint = briefHint
    self.reverseHint = reverseHint
  }

  /// The key sequences as help writes them, the usual one first.
  public var notations: [Substring] {
    writtenKeys.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0) }
  }

  /// The usual key sequence as help writes it.
  public var notation: String? { notations.first.map(String.init) }

  /// The key sequences, the usual one first; what is no key is left out.
  public var keys: [KeySequence] { notations.compactMap { KeySequence(notation: String($0)) } }
}

/// Keys to be pressed one after the other.
public struct KeySequence: Sendable, Hashable {
  public let keys: [Key]

  public init(_ keys: [Key]) {
    self.keys = keys
  }

  /// Keys in their notation, parted by spaces: `^O e`.
  ///
  /// - Returns: `nil` when one of them is no key.
  public init?(notation: String) {
    let keys = notation.split(separator: " ").map { Key(notation: String($0)) }
    guard !keys.isEmpty, keys.allSatisfy({ $0 != nil }) else { return nil }
    self.keys = keys.compactMap(\.self)
  }

  public var notation: String { keys.map(\.notation).joined(separator: " ") }
}
