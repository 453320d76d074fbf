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
  /// One style at every depth.
  public struct Row: Sendable {
    public var indexed256: Appearance
    public var sixteen: Appearance
    public var eight: Appearance
    public var monochrome: Appearance

    public init(
      indexed256: Appearance = Appearance(), sixteen: Appearance = Appearance(),
      eight: Appearance = Appearance(), monochrome: Appearance = Appearance()
    ) {
      self.indexed256 = indexed256
      self.sixteen = sixteen
      self.eight = eight
      self.monochrome = monochrome
    }
  }

  public var rows: [Row]

  public init(rows: [Row]) {
    self.rows = rows
  }

  /// The looks of all styles at one depth.
  public func appearances(at depth: ColourDepth) -> [Appearance] {
    switch depth {
    case .indexed256: rows.map(\.indexed256)
    case .sixteen: rows.map(\.sixteen)
    case .eight: rows.map(\.eight)
    case .monochrome: rows.map(\.monochrome)
    }
  }
}
