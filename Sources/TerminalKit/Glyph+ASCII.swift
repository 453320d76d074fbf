extension Glyph {
  /// What stands for this glyph on a terminal that shows ASCII alone. One column; the right half of
  /// a wide glyph becomes a space, so that nothing moves.
  public var asciiFallback: UInt8 {
    if base < 0x7F { return base < 0x20 ? UInt8(ascii: "?") : UInt8(base) }
    if let drawn = Self.drawn(base) { return UInt8(ascii: drawn) }
    // Fullwidth forms of ASCII.
    if (0xFF01...0xFF5E).contains(base) { return UInt8(base - 0xFF01 + 0x21) }
    return Self.latinLetter(base) ?? UInt8(ascii: "?")
  }

  /// Typography and drawing, by what it looks like. What the program itself shows side by side with
  /// text keeps a mark of its own: a shortened line does not end in a full stop, and a thesis is no
  /// question.
  private static func drawn(_ base: UInt32) -> Unicode.Scalar? {
    switch base {
    case 0x2018...0x201B, 0x2032, 0x2035, 0xB4, 0x2BC: "'"
    case 0x201C...0x201F, 0x2033, 0x2036, 0xAB, 0xBB: "\""
    case 0x2039: "<"
    case 0x203A: ">"
    case 0x2010...0x2015, 0x2043, 0x2212, 0xAD: "-"
    case 0x2026, 0x22EF: "~"
    case 0xB7: "."
    case 0x25C6, 0x25C7: "#"
    case 0x270E, 0x270F, 0x2710: "\""
    case 0x271A, 0x271B, 0x271C: "+"
    case 0x2022, 0x2023, 0x25A0, 0x25AA, 0x25CF, 0x25E6, 0x25CB, 0x2605, 0x2606, 0xD7, 0x2731: "*"
    case 0x25B6, 0x25B8, 0x25BA, 0x2192, 0x276F, 0x21D2, 0x21B3: ">"
    case 0x25C0, 0x25C2, 0x25C4, 0x2190, 0x276E, 0x21D0: "<"
    case 0x25B2, 0x25B4, 0x2191: "^"
    case 0x25BC, 0x25BE, 0x2193: "v"
    case 0x2713, 0x2714: "v"
    case 0x2717, 0x2718, 0x2715, 0x2716: "X"
    case 0x2044, 0x2215: "/"
    case 0x2025: ":"
    case 0xA6: "|"
    case 0xA9: "c"
    case 0xAE: "r"
    case 0xB0: "o"
    case 0xB1: "+"
    case 0xB9: "1"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0x2500...0x257F: box(base)
    case 0x2580...0x2588, 0x2591...0x2593: "#"
    case 0x2589...0x258F, 0x2590, 0x2594, 0x2595: "|"
    case 0x2400...0x241F, 0x2421: "?"
    default: nil
    }
  }

  private static func box(_ base: UInt32) -> Unicode.Scalar {
    switch base {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578,
      0x257A, 0x257C, 0x257E:
      "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
      0x2579, 0x257B, 0x257D, 0x257F:
      "|"
    case 0x2550: "="
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "X"
    default: "+"
    }
  }

  /// The letter under a diacritic, read off the scalar's Unicode name: "LATIN SMALL LETTER E WITH
  /// ACUTE" is e, "LATIN CAPITAL LETTER AE" is A.
  private static func latinLetter(_ base: UInt32) -> UInt8? {
    guard let scalar = Unicode.Scalar(base), let name = scalar.properties.name else { return nil }
    for (prefix, isSmall) in [
      ("LATIN SMALL LETTER ", true), ("LATIN CAPITAL LETTER ", false),
      ("LATIN SMALL LIGATURE ", true),
      ("LATIN CAPITAL LIGATURE ", false),
    ] where name.hasPrefix(prefix) {
      var word = name.dropFirst(prefix.count).prefix { $0 != " " }
      if word == "SHARP" { word = "S" }
      if word == "DOTLESS" || word == "LONG" {
        word = name.dropFirst(prefix.count + word.count + 1).prefix { $0 != " " }
      }
      guard word.utf8.count <= 3, let letter = word.utf8.first else { return nil }
      return isSmall ? letter | 0x20 : letter
    }
    return nil
  }
}
