public import RejoinderCore
internal import TerminalKit

/// Breaks text into the rows that fit a width.
///
/// Rows are byte passages of the text, so a layout costs no copy. Breaks fall at spaces and, as
/// Unicode's rules allow, between ideographs and after hyphens and dashes; a word longer than a row
/// is broken between graphemes. A line feed always ends a row; one at the passage's end opens no
/// further row. Nothing is lost: every byte that is not the white space at a break, nor a line
/// feed, belongs to exactly one row. White space at the start of a line is kept as far as it fits.
public struct LineBreaker: Sendable, Hashable {
  /// At least 1.
  public let columns: Int
  /// Tab stops stand at the multiples of this many columns, counted from the row's start.
  public static let tabStop = 4

  public init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// - Parameters:
  ///   - passage: What to break, usually a paragraph; on grapheme boundaries. What lies outside the
  ///     text is clipped.
  ///   - utf8: The whole text.
  /// - Returns: Rows in order, at least one, each no wider than ``columns`` (a single grapheme wider
  ///   than that stands alone on its row).
  public func rows(of passage: Passage, in utf8: [UInt8]) -> [Passage] {
    rows(of: passage, in: utf8) { _ in false }
  }

  /// The same rows, but only as far as they are wanted.
  ///
  /// Rows depend on nothing before their start, so rows after an edit can be made from a row's start
  /// on until they meet the ones that were there.
  ///
  /// - Parameter stop: Called with the start of the next row whenever one is complete; `true` ends
  ///   the work.
  func rows(of passage: Passage, in utf8: [UInt8], until stop: (Int) -> Bool) -> [Passage] {
    let limits = Self.clip(passage, to: utf8.count)
    let bytes = utf8.span
    var filler = RowFiller(columns: columns, start: limits.lowerBound)
    var index = limits.lowerBound
    var completed = 0
    while index < limits.upperBound {
      let byte = bytes[index]
      let isPlain =
        byte >= 0x20 && byte < 0x7F
        && (index + 1 == limits.upperBound || bytes[index + 1] < 0x80)
      if isPlain {
        filler.take(BreakClass(ascii: byte), from: index, width: 1)
        index += 1
      } else {
        index = Self.takeGrapheme(at: index, of: bytes, limit: limits.upperBound, into: &filler)
      }
      if filler.rows.count > completed {
        completed = filler.rows.count
        if stop(filler.rowStart) { return filler.rows }
      }
    }
    return filler.finish(at: limits.upperBound)
  }

  /// Passes on the grapheme at `start`.
  ///
  /// - Returns: Its end.
  private static func takeGrapheme(
    at start: Int, of utf8: Span<UInt8>, limit: Int, into filler: inout RowFiller
  ) -> Int {
    let end = Graphemes.end(from: start, in: utf8, limit: limit)
    if utf8[start] == UInt8(ascii: "\n") || utf8[end - 1] == UInt8(ascii: "\n") {
      filler.endLine(at: start, next: end)
    } else {
      let first = Graphemes.scalar(at: start, in: utf8, limit: limit)
      var kind = BreakClass(first.value)
      // A space that carries a mark is shown, so it must not vanish at a break.
      if kind == .space, start + first.length < end { kind = .other }
      filler.take(
        kind, from: start,
        width: width(from: start, to: end, in: utf8, column: filler.column))
    }
    return end
  }
}

/// The row that is being filled, and where it could end.
private struct RowFiller {
  /// Where a row could end, where the next one would start, and the columns between the row's start
  /// and there.
  private struct Opportunity {
    var end: Int
    var next: Int
    var column: Int
  }

  private let columns: Int
  private(set) var rows: [Passage] = []
  private(set) var rowStart: Int
  private(set) var column = 0
  private var opportunity: Opportunity?
  /// Where the white space that was taken last begins; it belongs to no row if a row ends here.
  private var spaceStart: Int?
  private var isLeading = true
  private var previous = BreakClass.lineFeed
  private var beforeDash = BreakClass.lineFeed

  init(columns: Int, start: Int) {
    self.columns = columns
    self.rowStart = start
  }

  @inline(__always)
  mutating func take(_ kind: BreakClass, from start: Int, width: Int) {
    if kind == .space {
      takeSpace(from: start, width: width)
    } else {
      takeWord(kind, from: start, width: width)
    }
    if !(kind == .hyphen || kind == .emDash) {
      beforeDash = kind
    } else if !(previous == .hyphen || previous == .emDash) {
      beforeDash = previous
    }
    previous = kind
  }

  private mutating func takeSpace(from start: Int, width: Int) {
    if isLeading, start > rowStart, column + width > columns { isLeading = false }
    if !isLeading, spaceStart == nil { spaceStart = start }
    column += width
  }

  private mutating func takeWord(_ kind: BreakClass, from start: Int, width: Int) {
    if let end = spaceStart {
      opportunity = Opportunity(end: end, next: start, column: column)
      spaceStart = nil
    } else if !isLeading,
      BreakClass.allowsBreak(between: previous, and: kind, beforeDash: beforeDash)
    {
      opportunity = Opportunity(end: start, next: start, column: column)
    }
    isLeading = false
    while column + width > columns, start > rowStart { endRow(before: start) }
    column += width
  }

  /// Ends the row at the last opportunity, or else at `start`. What came before a row has no say in
  /// its breaks, so that rows can be made anew from any row's start.
  private mutating func endRow(before start: Int) {
    let found = opportunity ?? Opportunity(end: start, next: start, column: column)
    rows.append(Passage(start: rowStart, end: found.end))
    rowStart = found.next
    column -= found.column
    opportunity = nil
    if rowStart == start {
      previous = .lineFeed
      beforeDash = .lineFeed
    }
  }

  mutating func endLine(at end: Int, next: Int) {
    rows.append(Passage(start: rowStart, end: spaceStart ?? end))
    rowStart = next
    column = 0
    opportunity = nil
    spaceStart = nil
    isLeading = true
    previous = .lineFeed
  }

  consuming func finish(at end: Int) -> [Passage] {
    if rowStart < end || rows.isEmpty { endLine(at: end, next: end) }
    return rows
  }
}
