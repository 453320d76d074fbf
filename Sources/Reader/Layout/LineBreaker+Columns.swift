public import RejoinderCore
internal import TerminalKit

extension LineBreaker {
  /// The columns that a piece of a row takes.
  ///
  /// - Parameters:
  ///   - passage: A piece of one row, on grapheme boundaries.
  ///   - utf8: The whole text.
  ///   - column: Where on its row the piece starts; tabs depend on it.
  public static func columns(
    of passage: Passage, in utf8: [UInt8], startingAt column: Int = 0
  ) -> Int {
    let limits = clip(passage, to: utf8.count)
    let bytes = utf8.span
    var reached = column
    var index = limits.lowerBound
    while index < limits.upperBound {
      let end = Graphemes.end(from: index, in: bytes, limit: limits.upperBound)
      reached += width(from: index, to: end, in: bytes, column: reached)
      index = end
    }
    return reached - column
  }

  /// The start of the grapheme that covers a column of a row, its end where the row is shorter.
  ///
  /// - Parameters:
  ///   - column: Counted from the row's start, from 0.
  ///   - row: As ``rows(of:in:)`` gives it.
  public static func offset(atColumn column: Int, of row: Passage, in utf8: [UInt8]) -> Int {
    let limits = clip(row, to: utf8.count)
    let bytes = utf8.span
    var reached = 0
    var index = limits.lowerBound
    while index < limits.upperBound {
      let end = Graphemes.end(from: index, in: bytes, limit: limits.upperBound)
      reached += width(from: index, to: end, in: bytes, column: reached)
      if reached > column { return index }
      index = end
    }
    return limits.upperBound
  }

  /// The columns of one grapheme; a tab reaches from `column` to the next stop.
  static func width(from start: Int, to end: Int, in utf8: Span<UInt8>, column: Int) -> Int {
    let byte = utf8[start]
    if byte == UInt8(ascii: "\t") { return tabStop - column % tabStop }
    if end == start + 1, byte >= 0x20, byte < 0x7F { return 1 }
    let first = Graphemes.scalar(at: start, in: utf8, limit: end)
    if start + first.length == end {
      let columns = DisplayWidth.columns(of: first.value)
      // A mark that stands alone is shown on a base of its own: the glyphs know.
      if columns > 0 { return columns }
    }
    var scalars = String.UnicodeScalarView()
    var index = start
    while index < end {
      let scalar = Graphemes.scalar(at: index, in: utf8, limit: end)
      scalars.append(scalar.value)
      index += scalar.length
    }
    return GlyphSequence(String(scalars)).reduce(0) { $0 + $1.width }
  }

  static func clip(_ passage: Passage, to count: Int) -> Range<Int> {
    let lower = min(max(0, passage.start), count)
    return lower..<min(max(lower, passage.end), count)
  }
}
