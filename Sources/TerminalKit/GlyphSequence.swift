/// A text as the glyphs that a terminal shows, with the columns that each takes.
///
/// This is the only way from text to cells, so it is here that text from outside is made safe, at
/// draw time only and never in the text itself:
/// - C0 controls become control pictures (`␛`), U+007F becomes `␡`;
/// - C1 controls, bidirectional and other format controls, stray tags, unassigned and private
///   scalars become ``replacement``;
/// - scalars without ink or effect (soft hyphen, U+200B, BOM, fillers, joiners and selectors that
///   have nothing to do where they stand) become ``invisibleMark``;
/// - U+00A0 and the other spaces of one column become a space;
/// - an emoji sequence becomes its first scalar; its selectors, skin tones and joiners are dropped;
/// - two regional indicators become one glyph of two columns;
/// - for the marks beyond the fourth on one base stands one ``replacement``, and a mark after nothing
///   gets ``dottedCircle`` as its base.
///
/// One character can take several glyphs, as in Devanagari.
public struct GlyphSequence: Sequence {
  public typealias Element = (glyph: Glyph, width: Int)

  /// Shown for what cannot be: U+FFFD.
  public static let replacement: UInt32 = 0xFFFD
  /// Shown for what has no ink: U+00B7, the middle dot.
  public static let invisibleMark: UInt32 = 0xB7
  /// Base of a combining mark that has none: U+25CC.
  public static let dottedCircle: UInt32 = 0x25CC

  private let text: String

  public init(_ text: some StringProtocol) {
    self.text = String(text)
  }

  public func makeIterator() -> GlyphIterator {
    GlyphIterator(text.unicodeScalars.makeIterator())
  }
}

/// See ``GlyphSequence``.
public struct GlyphIterator: IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var assembler = GlyphAssembler()

  init(_ scalars: String.UnicodeScalarView.Iterator) {
    self.scalars = scalars
  }

  public mutating func next() -> (glyph: Glyph, width: Int)? {
    while let scalar = scalars.next() {
      if let glyph = assembler.append(scalar.value) { return glyph }
    }
    return assembler.finish()
  }
}
