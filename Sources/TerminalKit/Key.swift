/// One key press as the application sees it.
public struct Key: Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    /// A printable character, the space included. Letters keep their case; Shift is not a modifier
    /// of characters.
    case character(Character)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let control = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    /// Only with keys that are not characters.
    public static let shift = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  public init(_ character: Character, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }

  /// `^D`, with the letter in lower case inside the key.
  public static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }

  public static func alt(_ character: Character) -> Key {
    Key(.character(character), .alt)
  }
}

extension Key {
  private static let names: [(String, Code)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Tab", .tab), ("Esc", .escape),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PgDn", .pageDown),
  ]

  /// The key as it is written in help, in scripts and in a configuration: `a`, `^D`, `M-b`, `S-Tab`,
  /// `Space`, `F1`. ``init(notation:)`` reads it back.
  public var notation: String {
    var prefix = ""
    if modifiers.contains(.alt) { prefix += "M-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    if case .character(let character) = code, character != " " {
      if modifiers.contains(.control) {
        return prefix + "^" + (character.isASCII ? character.uppercased() : String(character))
      }
      return prefix + String(character)
    }
    if modifiers.contains(.control) { prefix += "C-" }
    if case .function(let number) = code { return prefix + "F\(number)" }
    let name = Self.names.first { $0.1 == code }?.0 ?? ""
    return prefix + name
  }

  /// Reads what ``notation`` writes; `nil` for anything else.
  public init?(notation: String) {
    var rest = Substring(notation)
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-" {
      switch rest.first {
      case "M": modifiers.insert(.alt)
      case "S": modifiers.insert(.shift)
      case "C": modifiers.insert(.control)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    if rest.count == 2, rest.first == "^", let character = rest.last {
      modifiers.insert(.control)
      self.init(.character(Character(character.lowercased())), modifiers)
    } else if rest.count == 1, let character = rest.first {
      self.init(.character(character), modifiers)
    } else if let named = Self.names.first(where: { $0.0 == String(rest) }) {
      self.init(named.1, modifiers)
    } else if rest.first == "F", let number = Int(rest.dropFirst()), (1...63).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }
}
