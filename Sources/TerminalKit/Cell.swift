/// One character cell of a screen.
public struct Cell: Sendable, Hashable {
  public var glyph: Glyph
  /// Columns that the glyph takes: 1 or 2; 0 marks the right half of the wide glyph before it.
  public var width: UInt8
  public var style: StyleID

  public init(glyph: Glyph = .blank, width: UInt8 = 1, style: StyleID = .plain) {
    self.glyph = glyph
    self.width = width
    self.style = style
  }
}

/// A row of the application's table of styles. Views name meanings; only a terminal looks up what
/// they look like.
public struct StyleID: Sendable, Hashable, RawRepresentable {
  public var rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The first row: text without distinction.
  public static let plain = StyleID(rawValue: 0)
}
