/// What a grapheme is when a row has to be broken beside it. A small part of Unicode's line
/// breaking classes (UAX 14): those that matter in prose.
enum BreakClass: UInt8 {
  case lineFeed
  /// White space at which a row may end. No-break spaces are `glue`.
  case space
  case letter, digit
  /// Hyphen and en dash: a break may follow between letters.
  case hyphen
  case emDash
  /// Must not end a row.
  case opening
  /// Must not begin a row.
  case closing
  /// Ideographs, kana and emoji: breaks may stand on both sides.
  case ideograph
  /// Binds what stands on both sides.
  case glue
  case other

  /// Whether a row may end between two graphemes with no white space between them.
  ///
  /// - Parameter beforeDash: The class before the dashes, where `left` is one.
  static func allowsBreak(
    between left: BreakClass, and right: BreakClass, beforeDash: BreakClass
  ) -> Bool {
    switch (left, right) {
    case (.hyphen, .letter):
      return beforeDash == .letter
    case (.emDash, .letter), (.emDash, .digit), (.emDash, .opening):
      return beforeDash == .letter || beforeDash == .digit || beforeDash == .closing
    case (.opening, _), (.glue, _), (.space, _), (_, .closing), (_, .glue), (_, .hyphen),
      (_, .emDash):
      return false
    case (.ideograph, _), (_, .ideograph):
      return true
    default:
      return false
    }
  }
}

extension BreakClass {
  init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      self = .letter
    case UInt8(ascii: " "), UInt8(ascii: "\t"): self = .space
    case UInt8(ascii: "\n"): self = .lineFeed
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case UInt8(ascii: "-"): self = .hyphen
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self = .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "!"),
      UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "?"), UInt8(ascii: "%"), UInt8(ascii: "/"):
      self = .closing
    case UInt8(ascii: "\""), UInt8(ascii: "'"): self = .glue
    default: self = .other
    }
  }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
    case 0x80..<0x1100: self = Self.alphabetic(scalar.value)
    case 0x1100..<0x2000: self = scalar.value == 0x1680 ? .space : .letter
    case 0x2000..<0x2E80: self = Self.generalPunctuation(scalar.value)
    case 0x2E80..<0x3100, 0xFF00..<0xFFF0: self = Self.eastAsian(scalar.value)
    case 0x3100..<0x3130, 0x3190..<0xA4D0, 0xF900..<0xFB00, 0x1F000..<0x1FB00,
      0x20000..<0x3FFFE:
      self = .ideograph
    case 0xFEFF: self = .glue
    default: self = .letter
    }
  }

  private static func alphabetic(_ value: UInt32) -> BreakClass {
    switch value {
    case 0xA0, 0xAB, 0xBB: .glue
    case 0xA1, 0xBF: .opening
    default: .letter
    }
  }

  private static func generalPunctuation(_ value: UInt32) -> BreakClass {
    switch value {
    case 0x2007, 0x2011, 0x202F, 0x2060: .glue
    case 0x2000...0x200B, 0x205F: .space
    case 0x2010, 0x2012, 0x2013: .hyphen
    case 0x2014, 0x2015: .emDash
    case 0x2018, 0x201A, 0x201B, 0x201C, 0x201E, 0x2039: .opening
    case 0x2019, 0x201D, 0x2025, 0x2026, 0x2030, 0x203A, 0x203C, 0x2047...0x2049: .closing
    case 0x2600..<0x2800: .ideograph
    default: .other
    }
  }

  /// Punctuation and small kana that must not begin a row, after JIS X 4051.
  private static func eastAsian(_ value: UInt32) -> BreakClass {
    switch value {
    case 0x3000: .space
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D,
      0xFF04, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62:
      .opening
    case 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019,
      0x301B, 0x301C, 0x301E, 0x301F, 0x303B, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A,
      0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF60, 0xFF61, 0xFF63, 0xFF64, 0xFF65, 0xFF70,
      0xFF67...0xFF6F:
      .closing
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E,
      0x3095, 0x3096, 0x309B...0x309E, 0x30A0, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3,
      0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB...0x30FE:
      .closing
    default: .ideograph
    }
  }
}
