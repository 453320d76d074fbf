internal import RejoinderCore
internal import TerminalKit

extension Model {
  /// The page: gutter, text and margin.
  func drawEssay(on screen: inout Screen, geometry: Geometry) {
    guard let reading else { return }
    let rows = pageRows()
    let painter = TextPainter(reading: reading, isSelecting: mode == .selecting)
    for (index, content) in rows.enumerated() {
      let row = geometry.page.lowerBound + index
      switch content {
      case .title(let text):
        screen.write([StyledText(text, .title)], row: row, columns: geometry.text)
      case .byline(let text):
        screen.write([StyledText(text, .byline)], row: row, columns: geometry.text)
      case .text(let paragraph, let passage):
        painter.draw(
          passage, of: paragraph, on: &screen, row: row, columns: geometry.text)
      case .note(let note):
        let columns = (geometry.text.lowerBound + 2)..<geometry.text.upperBound
        screen.write("│", row: row, column: geometry.text.lowerBound, style: Style.rule.id)
        screen.write(note.spans, row: row, columns: columns)
      case .gap:
        break
      }
    }
    drawGutter(beside: rows, on: &screen, geometry: geometry)
    if let rule = geometry.rule {
      drawMargin(beside: rows, on: &screen, geometry: geometry, rule: rule)
    }
  }

  /// Numbers and marks: a claim's number and mark stand at its first row, its mark's line at the
  /// others.
  private func drawGutter(beside rows: [PageRow], on screen: inout Screen, geometry: Geometry) {
    guard let reading else { return }
    let focused = reading.focusedClaim
    let mark = geometry.gutter.upperBound - 1
    for (index, content) in rows.enumerated() {
      guard let passage = content.passage else { continue }
      let row = geometry.page.lowerBound + index
      let claims = reading.marking.claimIndices(overlapping: passage)
      let beginning = claims.filter { passage.contains(reading.marking.claims[$0].passage.start) }
      let hasRemark = !remarks(beginningIn: passage).isEmpty
      if !beginning.isEmpty {
        drawClaimNumbers(
          beginning, focused: focused, on: &screen, row: row,
          from: geometry.gutter.lowerBound + (hasRemark ? 1 : 0), mark: mark)
      } else if let shown = claims.first(where: { $0 == focused }) ?? claims.first {
        screen.write(
          "▏", row: row, column: mark, limit: mark + 1,
          style: (shown == focused ? Style.gutterFocused : .gutterMark).id)
      } else if !reading.marking.premises(overlapping: passage).isEmpty {
        screen.write(
          "·", row: row, column: mark, limit: mark + 1, style: Style.gutterPremise.id)
      }
      if hasRemark {
        screen.write(
          "✎", row: row, column: geometry.gutter.lowerBound, limit: mark,
          style: Style.gutterNote.id)
      }
    }
  }

  /// The numbers of all claims that begin in a row, as far as they fit, and one mark: the focused
  /// claim's, else the thesis'.
  private func drawClaimNumbers(
    _ indices: [Int], focused: Int?, on screen: inout Screen, row: Int, from left: Int, mark: Int
  ) {
    guard let claims = reading?.marking.claims, let first = indices.first else { return }
    let main = indices.first { $0 == focused } ?? first
    let marked = main == focused ? main : indices.first { claims[$0].role == .thesis } ?? main
    let all = indices.map { "\($0 + 1)" }.joined(separator: ",")
    let isFocused = main == focused
    var text = all.utf8.count <= mark - left ? all : "\(main + 1)"
    // Its last digits tell it from its neighbours.
    if text.utf8.count > mark - left { text = "…" + text.suffix(max(0, mark - left - 1)) }
    screen.write(
      text, row: row, endingAt: mark, style: isFocused ? .gutterFocused : .gutterNumber)
    screen.write(
      claims[marked].gutterMark, row: row, column: mark, limit: mark + 1,
      style: (isFocused ? Style.gutterFocused : .gutterMark).id)
  }

  private func remarks(beginningIn passage: Passage) -> [ResolvedAnnotation] {
    reading?.resolved.filter {
      guard case .note = $0.annotation.body else { return false }
      return passage.contains($0.passage.start)
    } ?? []
  }

  private func drawMargin(
    beside rows: [PageRow], on screen: inout Screen, geometry: Geometry, rule: Int
  ) {
    let column = marginColumn(beside: rows, geometry: geometry)
    for (index, content) in column.rows.enumerated() {
      let row = geometry.page.lowerBound + index
      if geometry.notes == .panel {
        screen.write("│", row: row, column: rule, style: Style.rule.id)
      } else if let content, content.joint != .none {
        let (glyph, style) = content.joint.glyph
        if content.joint == .claim {
          for line in geometry.text.upperBound..<max(geometry.text.upperBound, rule) {
            screen.write("─", row: row, column: line, style: Style.rule.id)
          }
        }
        screen.write(glyph, row: row, column: rule, style: style.id)
      }
      if let content { screen.write(content.content.spans, row: row, columns: geometry.margin) }
    }
    if reading?.marking.claims.isEmpty == true, reading?.cursor == nil,
      reading?.text.paragraphs.isEmpty == false || reading?.essay.isComplete == true
    {
      let text = noClaimsYet
      for (index, line) in text.wrapped(columns: geometry.margin.count).enumerated()
      where index < geometry.page.count {
        screen.write(
          [StyledText(line, .noteHint)], row: geometry.page.lowerBound + index,
          columns: geometry.margin)
      }
    }
  }
}

extension Claim {
  /// The gutter's mark: what tells roles apart without colours.
  var gutterMark: String {
    switch (role, standing) {
    // The reader's word first; a thesis is told by its style too.
    case (_, .yours): "✚"
    case (_, .accepted): "✓"
    case (.thesis, _): "◆"
    default: "▸"
    }
  }
}

extension MarginColumn.Joint {
  /// What stands between the text and the notes.
  fileprivate var glyph: (String, Style) {
    switch self {
    case .none: (" ", .plain)
    case .along: ("│", .rule)
    case .claim: ("┤", .rule)
    case .above: ("▲", .plain)
    case .below: ("▼", .plain)
    }
  }
}
