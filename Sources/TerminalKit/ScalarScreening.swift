internal import CDisplayWidth

/// Tells which scalars of a text would act on a terminal, or hide from its reader, where they stand.
///
/// A joiner, a variation selector or a tag has work to do in some scripts and in emoji; the same
/// scalar elsewhere only hides something. So the scalars before it count, never those after it, and
/// the state starts anew with every base. Drawing, plain output and the count of hidden characters
/// all go by this.
public struct ScalarScreening: Sendable {
  public enum Verdict: Sendable, Hashable {
    /// It may be shown as it is.
    case shown
    /// A combining mark without a base: it may be shown on ``GlyphSequence/dottedCircle``.
    case baseless
    /// Unassigned, private or no character; ``GlyphSequence/replacement`` stands for it.
    case unknown
    /// It acts or hides; the scalar stands for it.
    case hidden(UInt32)
    /// It belongs to something hidden that has its mark already.
    case swallowed
  }

  /// What the following scalars would attach to; 0 if nothing.
  private var base: UInt32 = 0
  private var isPictograph = false
  private var isJoined = false
  private var marks = 0
  private var selectors = 0
  private var tags = 0

  /// Marks on one base, as many as a cell can hold.
  static let markLimit = 4
  /// Tags of the longest flag of a region: a country, a part of it, and the end.
  private static let tagLimit = 7
  /// From here on are the scripts in which joiners have a meaning.
  private static let firstJoiningScript: UInt32 = 0x600
  private static let firstIdeograph: UInt32 = 0x2E80

  public init() {}

  /// Takes a printable ASCII character.
  @inline(__always)
  mutating func take(ascii: UInt32) {
    begin(ascii)
  }

  /// Takes the next scalar, of which any may come.
  public mutating func take(_ scalar: UInt32) -> Verdict {
    if scalar >= 0x20, scalar < 0x7F {
      begin(scalar)
      return .shown
    }
    switch rj_scalar_class(UInt32(rj_class_of_scalar(scalar))) {
    case RJ_NARROW, RJ_WIDE, RJ_SPACE, RJ_REGIONAL:
      begin(scalar)
      return .shown
    case RJ_NARROW_PICTOGRAPH, RJ_WIDE_PICTOGRAPH:
      begin(scalar)
      isPictograph = true
      return .shown
    case RJ_SKIN_TONE: return skinTone(scalar)
    case RJ_MARK: return mark()
    case RJ_CONTROL: return hide(as: scalar == 0x7F ? 0x2421 : 0x2400 + scalar)
    case RJ_HIDDEN: return hide(as: GlyphSequence.replacement)
    case RJ_INVISIBLE: return hide(as: GlyphSequence.invisibleMark)
    case RJ_SILENT: return selector(scalar)
    case RJ_JOINER: return joiner()
    case RJ_TAG: return tag()
    default:
      begin(0)
      return .unknown
    }
  }

  @inline(__always)
  private mutating func begin(_ scalar: UInt32) {
    base = scalar
    isPictograph = false
    isJoined = false
    marks = 0
    selectors = 0
    tags = 0
  }

  private mutating func hide(as mark: UInt32) -> Verdict {
    begin(0)
    return .hidden(mark)
  }

  private mutating func skinTone(_ scalar: UInt32) -> Verdict {
    if base == 0 {
      begin(scalar)
      isPictograph = true
    }
    return .shown
  }

  private mutating func mark() -> Verdict {
    marks += 1
    if marks > Self.markLimit {
      return marks == Self.markLimit + 1 ? .hidden(GlyphSequence.replacement) : .swallowed
    }
    guard base != 0 else {
      begin(GlyphSequence.dottedCircle)
      marks = 1
      return .baseless
    }
    return .shown
  }

  private mutating func joiner() -> Verdict {
    guard base != 0, !isJoined, isPictograph || base >= Self.firstJoiningScript else {
      return hide(as: GlyphSequence.invisibleMark)
    }
    isJoined = true
    return .shown
  }

  private mutating func selector(_ scalar: UInt32) -> Verdict {
    selectors += 1
    guard base != 0, selectors == 1, isUseful(scalar) else {
      return hide(as: GlyphSequence.invisibleMark)
    }
    return .shown
  }

  /// Whether a variation selector, or what is as silent, can change how the base looks.
  private func isUseful(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x34F: true
    case 0xFE00...0xFE0F:
      base >= 0x80 || (0x30...0x39).contains(base) || base == 0x23 || base == 0x2A
    case 0xE0100...0xE01EF: base >= Self.firstIdeograph && !isPictograph
    default: base >= Self.firstJoiningScript && !isPictograph
    }
  }

  private mutating func tag() -> Verdict {
    guard base == 0x1F3F4, tags < Self.tagLimit else { return hide(as: GlyphSequence.replacement) }
    tags += 1
    return .shown
  }
}
