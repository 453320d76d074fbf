internal import CDisplayWidth

/// Joins scalars to glyphs: the rules of ``GlyphSequence`` in one place, for drawing and counting.
///
/// A glyph is complete when a scalar arrives that does not belong to it.
struct GlyphAssembler {
  typealias Shown = (glyph: Glyph, width: Int)

  /// What the pending glyph can take in.
  private enum Kind {
    /// Stands for something that cannot be shown; takes nothing.
    case closed
    case text
    case pictograph
    /// A pictograph after U+200D: another one disappears into it.
    case joined
    case halfFlag
  }

  private var pending: Shown?
  private var kind = Kind.closed
  private var screening = ScalarScreening()
  private var markCount = 0

  /// Takes one scalar.
  ///
  /// - Returns: The glyph before it, if this scalar begins another.
  @inline(__always)
  mutating func append(_ scalar: UInt32) -> Shown? {
    if scalar >= 0x20 && scalar < 0x7F {
      screening.take(ascii: scalar)
      return begin(scalar, width: 1, .text)
    }
    return appendBeyondASCII(scalar)
  }

  /// - Returns: The last glyph, if one is pending.
  @inline(__always)
  mutating func finish() -> Shown? {
    defer { pending = nil }
    return pending
  }

  private mutating func appendBeyondASCII(_ scalar: UInt32) -> Shown? {
    switch screening.take(scalar) {
    case .shown: appendShown(scalar)
    case .baseless: appendBaseless(scalar)
    case .unknown: begin(GlyphSequence.replacement, width: 1, .closed)
    case .hidden(let mark): begin(mark, width: 1, .closed)
    case .swallowed: nil
    }
  }

  private mutating func appendShown(_ scalar: UInt32) -> Shown? {
    switch rj_scalar_class(UInt32(rj_class_of_scalar(scalar))) {
    case RJ_WIDE: begin(scalar, width: 2, .text)
    case RJ_MARK: mark(scalar)
    case RJ_NARROW_PICTOGRAPH: pictograph(scalar, width: 1)
    case RJ_WIDE_PICTOGRAPH: pictograph(scalar, width: 2)
    case RJ_SPACE: begin(0x20, width: 1, .text)
    case RJ_SILENT, RJ_TAG: nil
    case RJ_JOINER: joiner()
    case RJ_SKIN_TONE: canTakeIn ? nil : begin(scalar, width: 2, .pictograph)
    case RJ_REGIONAL: regional(scalar)
    default: begin(scalar, width: 1, .text)
    }
  }

  private var canTakeIn: Bool { pending != nil && kind != .closed }

  @inline(__always)
  private mutating func begin(_ base: UInt32, width: Int, _ kind: Kind) -> Shown? {
    let before = pending
    pending = (Glyph(base: base), width)
    self.kind = kind
    markCount = 0
    return before
  }

  private mutating func appendBaseless(_ scalar: UInt32) -> Shown? {
    let before = begin(GlyphSequence.dottedCircle, width: 1, .text)
    add(scalar)
    return before
  }

  private mutating func mark(_ scalar: UInt32) -> Shown? {
    // A flag holds its second letter where marks would be.
    guard canTakeIn else { return appendBaseless(scalar) }
    if kind != .halfFlag { add(scalar) }
    return nil
  }

  private mutating func add(_ scalar: UInt32) {
    switch markCount {
    case 0: pending?.glyph.marks.first = scalar
    case 1: pending?.glyph.marks.second = scalar
    case 2: pending?.glyph.marks.third = scalar
    case 3: pending?.glyph.marks.fourth = scalar
    default: break
    }
    markCount += 1
  }

  private mutating func pictograph(_ scalar: UInt32, width: Int) -> Shown? {
    if pending != nil, kind == .joined {
      kind = .pictograph
      return nil
    }
    return begin(scalar, width: width, .pictograph)
  }

  private mutating func joiner() -> Shown? {
    if kind == .pictograph { kind = .joined }
    return nil
  }

  private mutating func regional(_ scalar: UInt32) -> Shown? {
    guard pending != nil, kind == .halfFlag else { return begin(scalar, width: 1, .halfFlag) }
    pending?.glyph.marks.first = scalar
    pending?.width = 2
    kind = .closed
    return nil
  }
}
