extension Glyph {
  /// The glyph for one grapheme and its width in columns, 1 or 2.
  public static func shown(for character: Character) -> (glyph: Glyph, width: Int) {
    guard let scalar = character.unicodeScalars.first else { return (.blank, 1) }
    return (Glyph(base: scalar.value), 1)
  }
}
