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
  /// How many columns less a row has that goes on with a line of the text.
  let hanging: Int

  public init(columns: Int) {
    self.init(columns: columns, hanging: 0)
  }

  init(columns: Int, hanging: Int) {
    self.columns = max(1, columns)
    self.hanging = min(max(0, hanging), self.columns - 1)
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
  /// - Parameters:
  ///   - marks: What is shown behind certain bytes and is no part of the text, ascending.
  ///   - stop: Called with the start of the next row whenever one is complete; `true` ends the work.
  func rows(
    of passage: Passage, in utf8: [UInt8], marks: [RowMark] = [], until stop: (Int) -> Bool
  ) -> [Passage] {
    let limits = Self.clip(passage, to: utf8.count)
    let bytes = utf8.span
    var filler = RowFiller(columns: columns, hanging: hanging, start: limits.lowerBound)
    var index = limits.lowerBound
    var completed = 0
    var nextMark = 0
    var markOffset = marks.first?.offset ?? .max
    while index < limits.upperBound {
      let byte = bytes[index]
      let isPlain =
        byte >= 0x20 && byte < 0x7F
        && (index + 1 == limits.upperBound || bytes[index + 1] < 0x80)
      if isPlain, index + 1 < markOffset {
        filler.take(BreakClass(ascii: byte), from: index, width: 1)
        index += 1
      } else {
        let start = index
        index = Graphemes.end(from: start, in: bytes, limit: limits.upperBound)
        var extra = 0
        while markOffset <= index {
          extra += marks[nextMark].columns
          nextMark += 1
          markOffset = nextMark < marks.count ? marks[nextMark].offset : .max
        }
        Self.takeGrapheme(start..<index, of: bytes, extra: extra, into: &filler)
      }
      if filler.rows.count > completed {
        completed = filler.rows.count
        if stop(filler.rowStart) { return filler.rows }
      }
    }
    return filler.finish(at: limits.upperBound)
  }

  /// Passes on one grapheme, which has `extra` columns behind it.
  private static func takeGrapheme(
    _ range: Range<Int>, of utf8: Span<UInt8>, extra: Int, into filler: inout RowFiller
  ) {
    let (start, end) = (range.lowerBound, range.upperBound)
    if utf8[start] == UInt8(ascii: "\n") || utf8[end - 1] == UInt8(ascii: "\n") {
      filler.endLine(at: start, next: end)
      return
    }
    let first = Graphemes.scalar(at: start, in: utf8, limit: end)
    var kind = BreakClass(first.value)
    // A space that carries a mark is shown, so it must not vanish at a break.
    if kind == .space, start + first.length < end || extra > 0 { kind = .other }
    filler.take(
      kind, from: start,
      width: extra + width(from: start, to: end, in: utf8, column: filler.column))
  }
}

/// Something shown behind a byte of the text, such as the number of a reference.
struct RowMark: Sendable, Hashable {
  /// The end of the bytes that it stands behind.
  var offset: Int
  var text: String

  /// Marks are ASCII.
  var columns: Int { text.utf8.count }
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

  /// Of the row that is being filled.
  private var columns: Int
  /// Of a line's first row, and of its later ones.
  private let lineColumns: (first: Int, later: Int)
  private(set) var rows: [Passage] = []
  private(set) var rowStart: Int
  private(set) var column = 0
  private var opportunity: Opportunity?
  /// How much of what follows the opportunity fits a later row.
  private var split: (start: Int, column: Int)?
  /// Where the white space that was taken last begins; it belongs to no row if a row ends here.
  private var spaceStart: Int?
  private var isLeading = true
  private var previous = BreakClass.lineFeed
  private var beforeDash = BreakClass.lineFeed

  init(columns: Int, hanging: Int, start: Int) {
    self.columns = columns
    lineColumns = (columns, columns - hanging)
    self.rowStart = start
  }

  @inline(__always)
  mutating func take(_ kind: BreakClass, from start: Int, width: Int) {
    // Most of a text are letters after letters, between which no row ends while there is room.
    if kind == .letter, previous == .letter, spaceStart == nil, column + width <= columns {
      takeFitting(from: start, width: width)
      return
    }
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
    takeFitting(from: start, width: width)
  }

  @inline(__always)
  private mutating func takeFitting(from start: Int, width: Int) {
    if let opportunity, column - opportunity.column <= lineColumns.later {
      split = (start, column)
    }
    column += width
  }

  /// Ends the row at the last opportunity, or else at `start`. What came before a row has no say in
  /// its breaks, so that rows can be made anew from any row's start.
  private mutating func endRow(before start: Int) {
    let found = opportunity ?? Opportunity(end: start, next: start, column: column)
    rows.append(Passage(start: rowStart, end: found.end))
    rowStart = found.next
    column -= found.column
    columns = lineColumns.later
    opportunity = nil
    // What comes along from a wider row may be too much for this one.
    if let split, split.start > rowStart, column > columns {
      rows.append(Passage(start: rowStart, end: split.start))
      rowStart = split.start
      column -= split.column - found.column
    }
    split = nil
    if rowStart == start {
      previous = .lineFeed
      beforeDash = .lineFeed
    }
  }

  mutating func endLine(at end: Int, next: Int) {
    rows.append(Passage(start: rowStart, end: spaceStart ?? end))
    rowStart = next
    column = 0
    columns = lineColumns.first
    opportunity = nil
    split = nil
    spaceStart = nil
    isLeading = true
    previous = .lineFeed
  }

  consuming func finish(at end: Int) -> [Passage] {
    if rowStart < end || rows.isEmpty { endLine(at: end, next: end) }
    return rows
  }
}
