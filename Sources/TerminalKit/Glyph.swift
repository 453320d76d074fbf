/// What one cell shows: a spacing scalar and up to four combining ones, as ncurses' `cchar_t` can
/// hold. A flag is a regional indicator with the second one in the first place of `marks`.
///
/// A plain value without a reference, so that filling and comparing screens costs no counting.
public struct Glyph: Sendable, Hashable {
  /// A Unicode scalar value; never a control character.
  public var base: UInt32
  /// Combining scalars in order; 0 marks an unused place.
  public var marks: Marks

  public struct Marks: Sendable, Hashable {
    public var first: UInt32
    public var second: UInt32
    public var third: UInt32
    public var fourth: UInt32

    public init(
      _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0, _ fourth: UInt32 = 0
    ) {
      self.first = first
      self.second = second
      self.third = third
      self.fourth = fourth
    }

    public static let none = Marks()
  }

  public init(base: UInt32, marks: Marks = .none) {
    self.base = base
    self.marks = marks
  }

  public static let blank = Glyph(base: 0x20)

  /// The glyph as text, for tests and for terminals that take text.
  public var string: String {
    var scalars = String.UnicodeScalarView()
    for value in [base, marks.first, marks.second, marks.third, marks.fourth] where value != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
