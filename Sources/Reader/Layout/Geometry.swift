public import TerminalKit

/// Which part of the screen belongs to what. All figures are character cells.
public struct Geometry: Sendable, Hashable {
  /// Smaller screens only say that they are too small.
  public static let smallest = Size(columns: 40, rows: 12)
  /// The widest text that is comfortable to read.
  static let measure = 72
  static let widestMargin = 60
  static let sideBySide = 60
  static let roomy = 100

  public let size: Size
  /// Where notes really stand: a narrow screen has no room beside the text.
  public let notes: NoteLayout
  /// Numbers and marks of claims; ends one column before the text.
  public let gutter: Range<Int>
  public let text: Range<Int>
  /// The column of the line between text and margin; `nil` without a margin.
  public let rule: Int?
  public let margin: Range<Int>
  /// Rows of the essay.
  public let page: Range<Int>
  /// Rows of the composer with its title; empty when it is closed.
  public let composer: Range<Int>
  /// The status line's row.
  public let status: Int

  public var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  public init(size: Size, notes: NoteLayout, isComposing: Bool = false) {
    self.size = size
    let columns = max(0, size.columns)
    let rows = max(0, size.rows)
    let beside = (notes == .margin || notes == .panel) && columns >= Self.sideBySide
    let standing: NoteLayout =
      beside || notes == .none ? notes : .below
    self.notes = standing

    let roomy = columns >= Self.roomy
    let gutterWidth = roomy ? 6 : 5
    let ruleWidth = 3
    if beside {
      let available = max(0, columns - gutterWidth - ruleWidth)
      let measure = min(Self.measure, available * (roomy ? 57 : 58) / 100)
      let edge = roomy ? 1 : 0
      let margin = min(Self.widestMargin, available - measure - edge)
      let left = max(0, available - measure - margin) / 2
      gutter = left..<(left + gutterWidth - 1)
      text = (left + gutterWidth)..<(left + gutterWidth + measure)
      rule = text.upperBound + 1
      self.margin = (text.upperBound + ruleWidth)..<(text.upperBound + ruleWidth + margin)
    } else {
      let measure = max(1, min(Self.measure, columns - gutterWidth - 1))
      let left = max(0, columns - gutterWidth - measure - 1) / 2
      gutter = left..<(left + gutterWidth - 1)
      text = (left + gutterWidth)..<(left + gutterWidth + measure)
      rule = nil
      self.margin = text.upperBound..<text.upperBound
    }

    status = max(0, rows - 1)
    let composerRows = isComposing ? min(max(6, rows * 2 / 5), max(0, rows - 4)) : 0
    page = 0..<max(0, status - composerRows)
    composer = page.upperBound..<max(page.upperBound, status)
  }
}
