internal import RejoinderCore
internal import TerminalKit

/// Draws rows of the essay with everything that is marked in them.
struct TextPainter {
  private let reading: Reading
  private let selection: Passage?
  private let focused: Claim?
  private let pattern: [UInt8]

  init(reading: Reading, isSelecting: Bool) {
    self.reading = reading
    selection = isSelecting ? reading.selection?.passage : nil
    // Without colours a selection in the focused claim would look like the rest of it.
    focused = isSelecting ? nil : reading.focusedClaim.map { reading.marking.claims[$0] }
    pattern = reading.search.map { Search.folded($0.words) } ?? []
  }

  func draw(
    _ passage: Passage, of index: Int, on screen: inout Screen, row: Int, columns: Range<Int>
  ) {
    guard reading.text.paragraphs.indices.contains(index) else { return }
    let paragraph = reading.text.paragraphs[index]
    let shape = ParagraphShape(of: paragraph, columns: columns.count)
    let left =
      columns.lowerBound
      + shape.indent(of: passage, in: reading.text.utf8, start: paragraph.passage.start)
    drawFurniture(
      of: shape, beside: passage, in: paragraph, on: &screen, row: row, columns: columns)
    let marks = reading.text.marks(in: paragraph.passage)
      .filter { passage.start < $0.offset && $0.offset <= passage.end }
    let layers = layers(over: passage, in: paragraph)
    let base = paragraph.kind.style
    var column = left
    var shown = marks[...]
    for piece in passage.pieces(
      cutAt: layers.map(\.passage) + marks.map { Passage(start: $0.offset, end: $0.offset) })
    {
      let style = layers.last { $0.passage.overlaps(piece) }?.style ?? base
      column = screen.writeExpandingTabs(
        reading.text.string(piece), row: row, column: column, origin: left,
        limit: columns.upperBound, style: style)
      while let mark = shown.first, mark.offset <= piece.end {
        column = screen.write(
          mark.text, row: row, column: column, limit: columns.upperBound,
          style: Style.furniture.id)
        shown.removeFirst()
      }
    }
  }

  /// Bars, list markers and the mark of a line that goes on.
  private func drawFurniture(
    of shape: ParagraphShape, beside passage: Passage, in paragraph: Paragraph,
    on screen: inout Screen, row: Int, columns: Range<Int>
  ) {
    let style = Style.furniture.id
    for bar in 0..<shape.quotations {
      screen.write("▎", row: row, column: columns.lowerBound + bar * 2, style: style)
    }
    let left = columns.lowerBound + shape.indent
    let start = paragraph.passage.start
    if passage.start == start, let marker = shape.marker {
      screen.write(marker, row: row, endingAt: left - 1, style: .furniture)
    } else if let mark = shape.continuation,
      shape.continuesLine(passage, in: reading.text.utf8, start: start)
    {
      screen.write(mark, row: row, column: left, limit: columns.upperBound, style: style)
    }
  }

  /// What lies over a row, the later above the earlier.
  private func layers(
    over passage: Passage, in paragraph: Paragraph
  ) -> [(passage: Passage, style: Style)] {
    var layers: [(passage: Passage, style: Style)] = reading.text.spans(in: paragraph.passage)
      .compactMap { span in
        guard span.passage.overlaps(passage), let style = span.kind.style else { return nil }
        return (span.passage, style)
      }
    for premise in reading.marking.premises(overlapping: passage) {
      layers.append((premise, .premise))
    }
    for index in reading.marking.claimIndices(overlapping: passage) {
      let claim = reading.marking.claims[index]
      layers.append((claim.passage, claim.role == .thesis ? .thesis : .claim))
    }
    if let focused {
      layers.append((focused.passage, focused.role == .thesis ? .thesisFocused : .claimFocused))
    } else if selection == nil, let cursor = reading.cursor {
      layers.append((cursor, .sentenceFocused))
    }
    for match in matches(in: passage) {
      layers.append((match, match == reading.search?.current ? .matchCurrent : .match))
    }
    if let selection { layers.append((selection, .selection)) }
    return layers
  }

  /// Matches that show in a row; one may begin in the row before or end in the next.
  private func matches(in passage: Passage) -> [Passage] {
    guard !pattern.isEmpty else { return [] }
    let reach = Passage(
      start: max(0, passage.start - pattern.count),
      end: min(reading.text.count, passage.end + pattern.count))
    return Search.matches(of: pattern, in: reading.text, within: reach)
      .filter { $0.overlaps(passage) }
  }
}

extension Passage {
  /// The passage in pieces, none of which crosses an edge of `others`.
  fileprivate func pieces(cutAt others: [Passage]) -> [Passage] {
    var edges = [start, end]
    for other in others {
      if contains(other.start) { edges.append(other.start) }
      if contains(other.end) { edges.append(other.end) }
    }
    edges.sort()
    return zip(edges, edges.dropFirst()).compactMap { start, end in
      start < end ? Passage(start: start, end: end) : nil
    }
  }
}

extension Paragraph.Kind {
  fileprivate var style: Style {
    switch self {
    case .body, .listItem, .tableRow: .plain
    case .heading(let level): level <= 2 ? .heading : .headingMinor
    case .quotation: .quotation
    case .verse: .verse
    case .preformatted: .code
    }
  }
}

extension TextSpan.Kind {
  fileprivate var style: Style? {
    switch self {
    case .emphasis: .emphasis
    case .strong: .strong
    case .code: .code
    case .struck: .struck
    case .link: .link
    case .note: nil
    }
  }
}
