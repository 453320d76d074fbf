/// A text as the glyphs that a terminal shows, with the columns that each takes.
///
/// This is the only way from text to cells, so it is here that text from outside is made safe.
/// At draw time only, and never in the text itself: a control character, a bidirectional control or
/// another invisible scalar becomes a visible mark; a ZWJ sequence becomes its first scalar;
/// variation selectors and skin tones are dropped; an unassigned scalar becomes U+FFFD.
public struct GlyphSequence: Sequence {
  public typealias Element = (glyph: Glyph, width: Int)

  private let text: String

  public init(_ text: some StringProtocol) {
    self.text = String(text)
  }

  public func makeIterator() -> GlyphIterator {
    GlyphIterator(text.makeIterator())
  }
}

/// See ``GlyphSequence``.
public struct GlyphIterator: IteratorProtocol {
  private var characters: String.Iterator

  init(_ characters: String.Iterator) {
    self.characters = characters
  }

  public mutating func next() -> (glyph: Glyph, width: Int)? {
    guard let character = characters.next() else { return nil }
    return Glyph.shown(for: character)
  }
}
