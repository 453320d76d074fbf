public import TerminalKit

/// Which keys give which command in which mode.
public struct KeyMap: Sendable {
  /// All commands in the order of the table.
  public let entries: [CommandEntry]
  private let bindings: [Mode: [KeySequence: Command]]
  private let prefixes: [Mode: Set<KeySequence>]

  /// What typed keys amount to.
  public enum Match: Sendable, Hashable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case none
  }

  /// Builds the map, and rejects a table that contradicts itself.
  public init(_ entries: [CommandEntry] = CommandEntry.table) throws(KeyMapError) {
    var names: Set<String> = []
    var bindings: [Mode: [KeySequence: Command]] = [:]
    var prefixes: [Mode: Set<KeySequence>] = [:]
    for entry in entries {
      guard names.insert(entry.name).inserted else { throw .duplicateName(entry.name) }
      for mode in entry.modes {
        for sequence in entry.keys {
          if bindings[mode]?[sequence] != nil {
            throw .collision(mode: mode, keys: sequence.notation, name: entry.name)
          }
          bindings[mode, default: [:]][sequence] = entry.command
          for length in 1..<max(1, sequence.keys.count) {
            prefixes[mode, default: []].insert(KeySequence(Array(sequence.keys.prefix(length))))
          }
        }
      }
    }
    for (mode, sequences) in prefixes {
      for sequence in sequences where bindings[mode]?[sequence] != nil {
        throw .collision(mode: mode, keys: sequence.notation, name: "a longer sequence")
      }
    }
    self.entries = entries
    self.bindings = bindings
    self.prefixes = prefixes
  }

  public func match(_ keys: [Key], in mode: Mode) -> Match {
    let sequence = KeySequence(keys)
    if let command = bindings[mode]?[sequence] { return .command(command) }
    return prefixes[mode]?.contains(sequence) == true ? .prefix : .none
  }

  /// The first row of a command; a command with other keys in another mode has several.
  public func entry(for command: Command) -> CommandEntry? {
    entries.first { $0.command == command }
  }

  /// The row of a command that holds in a mode.
  public func entry(for command: Command, in mode: Mode) -> CommandEntry? {
    entries.first { $0.command == command && $0.modes.contains(mode) }
  }

  /// The usual key for a command in a mode, as help writes it.
  public func notation(for command: Command, in mode: Mode) -> String? {
    entry(for: command, in: mode)?.keys.first?.notation
  }

  /// How sequences that begin with `keys` go on, for the status line.
  public func continuations(of keys: [Key], in mode: Mode) -> [(notation: String, hint: String)] {
    entries.flatMap { entry in
      guard entry.modes.contains(mode) else { return [(notation: String, hint: String)]() }
      return entry.keys.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
        .map {
          (
            KeySequence(Array($0.keys.dropFirst(keys.count))).notation,
            entry.hint ?? entry.name
          )
        }
    }
  }
}

/// What is wrong with a table of commands.
public enum KeyMapError: Error, Sendable, Hashable, CustomStringConvertible {
  case duplicateName(String)
  case collision(mode: Mode, keys: String, name: String)

  public var description: String {
    switch self {
    case .duplicateName(let name): "two commands are called \(name)"
    case .collision(let mode, let keys, let name):
      "\(keys) means two things in \(mode.rawValue) mode, one of them \(name)"
    }
  }
}
