/// Which key sends which sequence.
enum KeySequences {
  /// After ESC O: keys in application mode, and rxvt's arrows with Control.
  static let shifted: [UInt8: Key] = {
    var keys: [UInt8: Key] = [
      UInt8(ascii: "A"): Key(.up), UInt8(ascii: "B"): Key(.down), UInt8(ascii: "C"): Key(.right),
      UInt8(ascii: "D"): Key(.left), UInt8(ascii: "H"): Key(.home), UInt8(ascii: "F"): Key(.end),
      UInt8(ascii: "M"): Key(.enter), UInt8(ascii: "I"): Key(.tab), UInt8(ascii: " "): Key(" "),
      UInt8(ascii: "X"): Key("="),
      UInt8(ascii: "a"): Key(.up, .control), UInt8(ascii: "b"): Key(.down, .control),
      UInt8(ascii: "c"): Key(.right, .control), UInt8(ascii: "d"): Key(.left, .control),
    ]
    for number in 1...4 { keys[0x4F + UInt8(number)] = Key(.function(number)) }
    // The numeric pad: j...y stand for "*+,-./0123456789".
    for (offset, character) in "*+,-./0123456789".enumerated() {
      keys[0x6A + UInt8(offset)] = Key(character)
    }
    return keys
  }()

  /// xterm's modifier parameter: one more than the sum of Shift 1, Alt 2, Control 4, Meta 8.
  static func modifiers(_ parameter: Int) -> Key.Modifiers {
    guard parameter > 1 else { return [] }
    let bits = parameter - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// The key of ESC [ `parameters` `final`; `nil` if no key sends it.
  static func key(final: UInt8, parameters: [Int]) -> Key? {
    if parameters.first == -1 { return nil }
    let modifiers = modifiers(parameters.count > 1 ? parameters[1] : 0)
    switch final {
    case UInt8(ascii: "~"): return tilde(parameters, modifiers)
    case UInt8(ascii: "^"): return tilde(parameters, .control)
    case UInt8(ascii: "$"): return tilde(parameters, .shift)
    case UInt8(ascii: "@"): return tilde(parameters, [.control, .shift])
    case UInt8(ascii: "u"): return character(parameters[0], modifiers)
    case UInt8(ascii: "Z"): return Key(.tab, .shift)
    case UInt8(ascii: "a"): return Key(.up, .shift)
    case UInt8(ascii: "b"): return Key(.down, .shift)
    case UInt8(ascii: "c"): return Key(.right, .shift)
    case UInt8(ascii: "d"): return Key(.left, .shift)
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      // ESC [ 1 ; 5 R is Control-F3, ESC [ 12 ; 40 R a report of the cursor's place.
      guard parameters.count == 2, parameters[0] == 1 else { return nil }
      return Key(.function(Int(final) - 0x4F), modifiers)
    default:
      guard let code = letters[final] else { return nil }
      return Key(code, modifiers)
    }
  }

  private static let letters: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
  ]

  private static func tilde(_ parameters: [Int], _ modifiers: Key.Modifiers) -> Key? {
    if parameters[0] == 27, parameters.count == 3 { return character(parameters[2], modifiers) }
    return numbered[parameters[0]].map { Key($0, modifiers) }
  }

  private static let numbered: [Int: Key.Code] = {
    var codes: [Int: Key.Code] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    // The VT220 left gaps in its numbers.
    let numbers = [11...15, 17...21, 23...26, 28...29, 31...34].flatMap { $0 }
    for (index, number) in numbers.enumerated() { codes[number] = .function(index + 1) }
    return codes
  }()

  /// A character with modifiers that has no byte of its own, such as Control-Enter.
  private static func character(_ value: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch value {
    case 9: return Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    default:
      guard value >= 0x20, let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
      let character = Character(scalar)
      let plain = modifiers.subtracting(.shift)
      guard modifiers.contains(.control) else { return Key(character, plain) }
      return Key(.character(Character(character.lowercased())), plain)
    }
  }
}
