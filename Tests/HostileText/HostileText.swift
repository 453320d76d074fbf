/// Strings that somebody may hide in a text, a title or a name, and what to look for afterwards.
///
/// Every control sequence among them carries ``brand``, which the program itself never sends.
public enum HostileText {
  public static let brand = "666"

  /// Orders to the terminal, in every way of writing them down.
  public static let orders = [
    "\u{1B}[666;6H", "\u{1B}[666m", "\u{1B}[?666h", "\u{1B}[666n", "\u{1B}[2;666r",
    "\u{1B}]0;666\u{7}", "\u{1B}]52;c;NjY2\u{7}", "\u{1B}]8;;http://666/\u{1B}\\",
    "\u{1B}P666q\u{1B}\\", "\u{1B}_666\u{1B}\\", "\u{1B}^666\u{1B}\\", "\u{1B}X666\u{1B}\\",
    "\u{9B}666m", "\u{9D}0;666\u{9C}", "\u{90}666q\u{9C}", "\u{9F}666\u{9C}", "\u{1B}c", "\u{1B}#8",
    "\u{0E}", "\u{0F}", "\u{08}", "\u{07}", "\u{05}", "\u{0B}", "\u{0C}", "\r", "\u{7F}", "\u{85}",
  ]

  /// What is there and is not seen, or turns what is seen around.
  public static let hiding = [
    "\u{202E}", "\u{202D}", "\u{202B}", "\u{202A}", "\u{202C}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{180E}",
    "\u{E0001}", "\u{E0041}\u{E0042}\u{E007F}", "\u{2028}", "\u{2029}", "\u{FFF9}", "\u{1D173}",
    "x\u{200D}y", "x\u{200C}y", "x\u{FE0F}", "😀\u{E0141}\u{E0142}",
    "Z" + String(repeating: "\u{351}", count: 40),
  ]

  /// An essay's worth of sentences with something of it in each.
  public static func sentence(_ number: Int) -> String {
    let all = orders + hiding
    return "We should not trust \(all[number % all.count]) number \(number)."
  }

  /// What a terminal must not be sent, found in bytes that it was sent.
  ///
  /// - Parameter isScreen: Whether the program drew on a terminal, where it has orders of its own to
  ///   give; otherwise there is none at all.
  public static func traces(in bytes: [UInt8], isScreen: Bool) -> [String] {
    var found: Set<String> = []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return ["bytes that are no UTF-8: a C1 control in eight bits may be among them"]
    }
    var marks = 0
    for scalar in text.unicodeScalars {
      if !isAllowed(scalar, isScreen: isScreen) {
        found.insert("U+" + String(scalar.value, radix: 16, uppercase: true))
      }
      marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
      if marks > 4 { found.insert("a stack of marks") }
    }
    for order in sequences(in: bytes) {
      // Text between two orders is none of them.
      if order.contains(brand) || !"[(=>78M".contains(order.dropFirst().first ?? "?") {
        found.insert("the order " + order.debugDescription)
      }
    }
    return found.sorted()
  }

  private static func isAllowed(_ scalar: Unicode.Scalar, isScreen: Bool) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case 0x08, 0x0D, 0x1B: isScreen
    case ..<0x20, 0x7F..<0xA0: false
    case 0x200B...0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2060...0x206F: false
    case 0x61C, 0x180E, 0xFEFF, 0xFE00...0xFE0F, 0xFFF9...0xFFFB, 0x1D173...0x1D17A: false
    case 0xE0000...0xE0FFF: false
    default: true
    }
  }

  /// The escape sequences, each from its ESC to its final character.
  private static func sequences(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    for start in bytes.indices where bytes[start] == 0x1B {
      var end = start + 1
      guard end < bytes.count else { break }
      if bytes[end] == UInt8(ascii: "[") {
        end += 1
        while end < bytes.count, (0x20..<0x40).contains(bytes[end]) { end += 1 }
      }
      found.append(String(decoding: bytes[start..<min(bytes.count, end + 1)], as: UTF8.self))
    }
    return found
  }
}
