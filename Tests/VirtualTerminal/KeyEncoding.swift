internal import TerminalKit

/// What xterm sends for a key, with its arrows in application mode.
enum KeyEncoding {
  static func bytes(of key: Key) -> [UInt8] {
    let modifiers = key.modifiers
    if case .character(let character) = key.code {
      return (modifiers.contains(.alt) ? [0x1B] : []) + characterBytes(character, modifiers)
    }
    if let single = singles[key.code] {
      if key.code == .tab, modifiers.contains(.shift) { return sequence("[Z") }
      return (modifiers.contains(.alt) ? [0x1B] : []) + [single]
    }
    var parameter = 1
    if modifiers.contains(.shift) { parameter += 1 }
    if modifiers.contains(.alt) { parameter += 2 }
    if modifiers.contains(.control) { parameter += 4 }
    let isPlain = parameter == 1
    if let letter = letter(of: key.code) {
      return sequence(isPlain ? "O\(letter)" : "[1;\(parameter)\(letter)")
    }
    return sequence("[\(number(of: key.code))" + (isPlain ? "~" : ";\(parameter)~"))
  }

  private static let singles: [Key.Code: UInt8] = [
    .enter: 0x0D, .tab: 0x09, .escape: 0x1B, .backspace: 0x7F,
  ]

  private static func sequence(_ text: String) -> [UInt8] {
    [0x1B] + Array(text.utf8)
  }

  private static func characterBytes(_ character: Character, _ modifiers: Key.Modifiers) -> [UInt8]
  {
    guard modifiers.contains(.control) else { return Array(String(character).utf8) }
    return [(character.asciiValue ?? 0x20) & 0x1F]
  }

  private static func letter(of code: Key.Code) -> Character? {
    switch code {
    case .up: "A"
    case .down: "B"
    case .right: "C"
    case .left: "D"
    case .home: "H"
    case .end: "F"
    case .function(1): "P"
    case .function(2): "Q"
    case .function(3): "R"
    case .function(4): "S"
    default: nil
    }
  }

  private static func number(of code: Key.Code) -> Int {
    switch code {
    case .insert: 2
    case .delete: 3
    case .pageUp: 5
    case .pageDown: 6
    case .function(let number) where number <= 5: number + 10
    case .function(let number) where number <= 10: number + 11
    case .function(let number): number + 12
    default: 0
    }
  }
}
