public import RejoinderCore

/// How a paragraph stands in the column of text: what is drawn before its rows and how much room
/// they have.
public struct ParagraphShape: Sendable, Hashable {
  /// Columns of bars and of the room for a list's markers.
  let indent: Int
  /// Bars of quotations, in ``quotationStep`` columns each, from the left.
  let quotations: Int
  /// The list marker of the first row; it ends one column before the indent.
  let marker: String?
  /// What is drawn before a row that goes on with a line of verse or code.
  let continuation: String?
  /// Breaks the paragraph's rows.
  public let breaker: LineBreaker

  private static let quotationStep = 2
  private static let listStep = 3
  /// A row keeps at least this many columns, whatever it is nested in.
  private static let narrowest = 16

  public init(of paragraph: Paragraph, columns: Int) {
    let nesting = paragraph.nesting
    let room = max(0, columns - Self.narrowest)
    quotations = min(Int(nesting.quotations), room / 2 / Self.quotationStep)
    var indent = quotations * Self.quotationStep
    var marker: String?
    if let item = nesting.item {
      let width = item.marker.text.unicodeScalars.count
      let lists = Int(item.depth) * Self.listStep + max(0, width + 1 - Self.listStep)
      let room = min(lists, max(room - indent, 0))
      indent += room
      // Where there is no room for it the marker goes, and the words stay.
      if !item.isContinued, width < room { marker = item.marker.text }
    }
    self.indent = indent
    self.marker = marker
    var hanging = 0
    var continuation: String?
    switch paragraph.kind {
    case .verse, .preformatted, .tableRow: (hanging, continuation) = (2, "↳")
    // A list that is one paragraph has its markers in the text.
    case .listItem where nesting.item == nil: hanging = 2
    case .body, .heading, .quotation, .listItem: break
    }
    self.continuation = continuation
    breaker = LineBreaker(columns: columns - indent, hanging: hanging)
  }

  /// What stands before a row where text is printed and not drawn.
  ///
  /// - Parameters:
  ///   - isFirst: Whether the row is the paragraph's first.
  ///   - continuesLine: Whether it goes on with a line of the text.
  public func prefix(isFirst: Bool, continuesLine: Bool) -> String {
    let bars = String(repeating: "> ", count: quotations)
    let room = indent - bars.utf8.count
    let marker = isFirst ? self.marker.map { $0 + " " } ?? "" : ""
    let gap = max(0, room - marker.unicodeScalars.count)
    return bars + String(repeating: " ", count: gap) + marker
      + String(repeating: " ", count: continuesLine ? breaker.hanging : 0)
  }

  /// How far the text of a row stands in.
  func indent(of row: Passage, in utf8: [UInt8], start: Int) -> Int {
    indent + (continuesLine(row, in: utf8, start: start) ? breaker.hanging : 0)
  }

  /// Whether a row goes on with a line of the paragraph that begins at `start`.
  public func continuesLine(_ row: Passage, in utf8: [UInt8], start: Int) -> Bool {
    row.start > start && row.start <= utf8.count && utf8[row.start - 1] != UInt8(ascii: "\n")
  }
}

extension EssayText {
  /// The marks that are shown within a paragraph.
  func marks(in passage: Passage) -> [RowMark] {
    spans(in: passage).compactMap { span in
      span.mark.map { RowMark(offset: span.passage.end, text: $0) }
    }.sorted { $0.offset < $1.offset }
  }
}
