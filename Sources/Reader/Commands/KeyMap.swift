public import TerminalKit

/// Which keys give which command in which mode.
public struct KeyMap: Sendable {
  /// All commands in the order of the table.
  public let entries: [CommandEntry]

  /// What typed keys amount to.
  public enum Match: Sendable, Hashable {
    case command(Command)
    /// The beginning of a longer sequence.
    case prefix
    case none
  }

  /// The program's own table, which the tests hold to what ``init(_:)`` asks of one.
  public static let standard = KeyMap(consistent: CommandEntry.table)

  private init(consistent entries: [CommandEntry]) {
    self.entries = entries
  }

  /// Takes a table, and rejects one that contradicts itself.
  public init(_ entries: [CommandEntry]) throws(KeyMapError) {
    var names: Set<String> = []
    var bound: [Mode: Set<KeySequence>] = [:]
    for entry in entries {
      guard names.insert(entry.name).inserted else { throw .duplicateName(entry.name) }
      guard entry.keys.map(\.notation) == entry.notations.map(String.init) else {
        throw .unknownKey(name: entry.name)
      }
      for mode in entry.modes {
        for sequence in entry.keys {
          guard bound[mode, default: []].insert(sequence).inserted else {
            throw .collision(mode: mode, keys: sequence.notation, name: entry.name)
          }
        }
      }
    }
    for (mode, sequences) in bound {
      for sequence in sequences {
        for length in 1..<max(1, sequence.keys.count) {
          let beginning = KeySequence(Array(sequence.keys.prefix(length)))
          if sequences.contains(beginning) {
            throw .collision(mode: mode, keys: beginning.notation, name: "a longer sequence")
          }
        }
      }
    }
    self.entries = entries
  }

  public func match(_ keys: [Key], in mode: Mode) -> Match {
    let typed = KeySequence(keys).notation
    var isPrefix = false
    for index in entries.indices where entries[index].modes.contains(mode) {
      for notation in entries[index].notations {
        if notation == typed { return .command(entries[index].command) }
        isPrefix = isPrefix || notation.hasPrefix(typed + " ")
      }
    }
    return isPrefix ? .prefix : .none
  }

  /// The first row of a command; a command with other keys in another mode has several.
  public func entry(for command: Command) -> CommandEntry? {
    entries.indices.first { entries[$0].command == command }.map { entries[$0] }
  }

  /// The row of a command that holds in a mode.
  public func entry(for command: Command, in mode: Mode) -> CommandEntry? {
    entries.indices.first {
      entries[$0].command == command && entries[$0].modes.contains(mode)
    }.map { entries[$0] }
  }

  /// The usual key for a command in a mode, as help writes it.
  public func notation(for command: Command, in mode: Mode) -> String? {
    entry(for: command, in: mode)?.notation
  }

  /// How sequences that begin with `keys` go on, for the status line.
  ///
  /// - Parameter applies: Whether a command would do something now; a key of others is not offered.
  func continuations(
    of keys: [Key], in mode: Mode, where applies: (Command) -> Bool
  ) -> [(notation: String, hint: String)] {
    entries.flatMap { entry in
      guard entry.modes.contains(mode), applies(entry.command) else {
        return [(notation: String, hint: String)]()
      }
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
  /// A key sequence that is none, or not written as ``KeySequence/notation`` writes it.
  case unknownKey(name: String)
  case collision(mode: Mode, keys: String, name: String)

  public var description: String {
    switch self {
    case .duplicateName(let name): "two commands are called \(name)"
    case .unknownKey(let name): "\(name) has a key that there is not, or that is written otherwise"
    case .collision(let mode, let keys, let name):
      "\(keys) means two things in \(mode.rawValue) mode, one of them \(name)"
    }
  }
}
