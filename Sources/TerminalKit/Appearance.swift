/// How a style looks at one colour depth.
public struct Appearance: Sendable, Hashable {
  /// Index into the terminal's palette (0...255); `nil` is the terminal's own colour.
  public var foreground: UInt8?
  public var background: UInt8?
  public var attributes: Attributes

  public init(
    foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public struct Attributes: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }
}

/// How many colours a terminal shows.
public enum ColourDepth: Sendable, Hashable, CaseIterable {
  case monochrome, eight, sixteen, indexed256
}

/// Looks of all styles at every depth. Rows are addressed by ``StyleID``.
public struct Palette: Sendable {
  public var appearances: [ColourDepth: [Appearance]]

  public init(appearances: [ColourDepth: [Appearance]]) {
    self.appearances = appearances
  }

  public func appearance(_ style: StyleID, at depth: ColourDepth) -> Appearance {
    guard let table = appearances[depth], table.indices.contains(Int(style.rawValue)) else {
      return Appearance()
    }
    return table[Int(style.rawValue)]
  }
}
