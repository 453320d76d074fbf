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
    focused = reading.focusedClaim.map { reading.marking.claims[$0] }
    pattern = reading.search.map { Search.folded($0.words) } ?? []
  }

  func draw(
    _ passage: Passage, of paragraph: Int, on screen: inout Screen, row: Int, columns: Range<Int>
  ) {
    let layers = layers(over: passage)
    let base = baseStyle(of: paragraph)
    var column = columns.lowerBound
    for piece in passage.pieces(cutAt: layers.map(\.passage)) {
      let style = layers.last { $0.passage.overlaps(piece) }?.style ?? base
      column = screen.writeExpandingTabs(
        reading.text.string(piece), row: row, column: column, origin: columns.lowerBound,
        limit: columns.upperBound, style: style)
    }
  }

  private func baseStyle(of paragraph: Int) -> Style {
    guard reading.text.paragraphs.indices.contains(paragraph) else { return .plain }
    return switch reading.text.paragraphs[paragraph].kind {
    case .body, .listItem: .plain
    case .heading: .heading
    case .quotation: .quotation
    case .preformatted: .code
    }
  }

  /// What lies over a row, the later above the earlier.
  private func layers(over passage: Passage) -> [(passage: Passage, style: Style)] {
    var layers: [(passage: Passage, style: Style)] = []
    for premise in reading.marking.premises(overlapping: passage) {
      layers.append((premise, .premise))
    }
    for index in reading.marking.claimIndices(overlapping: passage) {
      let claim = reading.marking.claims[index]
      layers.append((claim.passage, claim.role == .thesis ? .thesis : .claim))
    }
    if let focused {
      layers.append((focused.passage, focused.role == .thesis ? .thesisFocused : .claimFocused))
    } else if let cursor = reading.cursor {
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
    var edges: Set<Int> = [start, end]
    for other in others {
      if contains(other.start) { edges.insert(other.start) }
      if contains(other.end) { edges.insert(other.end) }
    }
    let sorted = edges.sorted()
    return zip(sorted, sorted.dropFirst()).map { Passage(start: $0, end: $1) }
  }
}
