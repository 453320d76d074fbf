import RejoinderCore

/// Gathers lines into blocks and blocks into paragraphs.
///
/// Nothing is decided about a block before it has ended or grown past ``EssayHead/byteLimit``; so
/// what has been written never changes with later input.
struct BlockAssembler {
  private let bytes: [UInt8]
  private let layout: PlainTextLayout
  private(set) var text: CanonicalText
  private(set) var offers: [SourceOffer] = []

  private var block: [Line] = []
  private var blockKind = LineKind.plain
  /// How many marks of quotation stand before each of the block's lines.
  private var quotations = 0
  /// How the next line joins a block that was too long to wait for; `nil` when none is open.
  private var openJoint: Joint?

  init(_ bytes: [UInt8], layout: PlainTextLayout) {
    self.bytes = bytes
    self.layout = layout
    text = CanonicalText(capacity: bytes.count, limit: EssayParser.textLimit)
  }

  /// Hands the text over and keeps none: it may be large, and is changed further.
  mutating func takeText() -> CanonicalText {
    var taken = CanonicalText(capacity: 0)
    swap(&taken, &text)
    return taken
  }

  mutating func take(_ line: Line) {
    let marks = bytes.quotationMarks(line.text)
    if marks.depth != quotations {
      endBlock()
      quotations = marks.depth
    }
    // A line without words parts paragraphs, quoted or not.
    if marks.end == line.text.upperBound {
      endBlock()
      return
    }
    if let joint = openJoint, belongsToOpenBlock(line) {
      appendLine(line, joint)
      return
    }
    if case .paragraphPerLine = layout {
      let kind = LineKind(line, of: bytes)
      if !continuesBlock(line, kind) { endBlock() }
      if block.isEmpty { blockKind = kind }
    }
    block.append(line)
    if let first = block.first, line.text.upperBound - first.text.lowerBound > EssayHead.byteLimit {
      write(block, leavesOpen: true)
      block.removeAll(keepingCapacity: true)
    }
  }

  mutating func finish() {
    endBlock()
  }

  /// Ends a text of which more will come: unfinished paragraphs are left out, unless the text would
  /// be empty without.
  mutating func finishPart(_ unfinished: Line?) {
    if openJoint != nil {
      openJoint = nil
      if text.paragraphs.count > 1 {
        text.truncate(toParagraphs: text.paragraphs.count - 1)
      } else {
        text.closeParagraph()
      }
      return
    }
    // Only a line this long can hold no heading, table row or boilerplate.
    guard text.paragraphs.isEmpty, block.isEmpty, case .paragraphPerLine = layout,
      let line = unfinished, line.text.count > 512, LineKind(line, of: bytes) == .plain
    else { return }
    text.openParagraph(.body)
    text.append(bytes, bytes.droppingCutCharacter(line.text))
    text.closeBeforeLastWord()
  }

  // MARK: Blocks

  private func continuesBlock(_ line: Line, _ kind: LineKind) -> Bool {
    guard !block.isEmpty, kind == blockKind else {
      return block.count == 1 && blockKind == .plain && kind == .rule
        && isUnderlined(block + [line])
    }
    return kind == .listItem || kind == .quoted || kind == .indented || kind == .table
  }

  private func belongsToOpenBlock(_ line: Line) -> Bool {
    switch layout {
    case .wrapped: true
    case .paragraphPerLine: blockKind != .plain && LineKind(line, of: bytes) == blockKind
    }
  }

  mutating func endBlock() {
    if openJoint != nil {
      openJoint = nil
      text.closeParagraph()
    }
    guard !block.isEmpty else { return }
    write(block, leavesOpen: false)
    block.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ lines: [Line], leavesOpen: Bool) {
    if isUnderlined(lines) {
      let level = bytes[lines[1].text.lowerBound] == UInt8(ascii: "=") ? 1 : 2
      write(lines.prefix(1), .heading(level: level), .space)
    } else {
      switch layout {
      case .paragraphPerLine: writeRun(lines)
      case .wrapped(let width): writeWrapped(lines[...], width: width)
      }
    }
    if !leavesOpen {
      openJoint = nil
      text.closeParagraph()
    }
  }

  private mutating func writeRun(_ lines: [Line]) {
    switch blockKind {
    case .plain:
      if let line = lines.first, lines.count == 1, let offer = Boilerplate.isolated(bytes, line) {
        offers.append(offer)
        return
      }
      for line in lines { write([line], .body, .space) }
    case .listItem: write(lines[...], .listItem, .lineFeed(indent: lines.first?.indent ?? 0))
    case .quoted: write(lines[...], .quotation, .lineFeed(indent: 0))
    case .indented, .table, .rule:
      let indent = lines.map(\.indent).min() ?? 0
      write(lines[...], .preformatted, .lineFeed(indent: indent))
    }
  }

  private mutating func writeWrapped(_ lines: ArraySlice<Line>, width: Int) {
    if Boilerplate.fills(lines, of: bytes) {
      for line in lines {
        if let offer = Boilerplate.isolated(bytes, line) {
          offers.append(offer)
        } else {
          write([line], .body, .space)
        }
      }
      return
    }
    for part in BlockParts(lines, of: bytes, width: width).parts {
      write(part.lines, part.kind, part.joint)
    }
  }

  // MARK: Paragraphs

  private mutating func write(_ lines: ArraySlice<Line>, _ kind: Paragraph.Kind, _ joint: Joint) {
    guard let first = lines.first else { return }
    text.closeParagraph()
    text.openParagraph(kind, quotations: kind == .quotation ? max(1, quotations) : 0)
    openJoint = joint
    if case .lineFeed(let indent) = joint, text.paragraphs.count > 1 {
      appendIndent(first.indent - indent)
    }
    text.append(bytes, content(first, kind))
    for line in lines.dropFirst() { appendLine(line, joint) }
  }

  private mutating func appendLine(_ line: Line, _ joint: Joint) {
    let kind = text.paragraphs.last?.kind ?? .body
    let content = content(line, kind)
    switch joint {
    case .space:
      if text.needsSpace(before: bytes[content].first) { text.append(0x20) }
    case .lineFeed(let indent):
      text.append(0x0A)
      appendIndent(line.indent - indent)
    case .items(let indent):
      if ListMarker(bytes, line.text) == nil {
        if text.needsSpace(before: bytes[content].first) { text.append(0x20) }
      } else {
        text.append(0x0A)
        appendIndent(line.indent - indent)
      }
    }
    text.append(bytes, content)
  }

  private mutating func appendIndent(_ columns: Int) {
    for _ in 0..<min(max(0, columns), 80) { text.append(0x20) }
  }

  /// A line's own words: without the marks of quotation.
  private func content(_ line: Line, _ kind: Paragraph.Kind) -> Range<Int> {
    kind == .quotation ? bytes.quotationMarks(line.text).end..<line.text.upperBound : line.text
  }

  private func isUnderlined(_ lines: [Line]) -> Bool {
    lines.count == 2 && lines[0].text.count <= 100 && bytes.isUnderline(lines[1].text)
  }
}

/// What comes between two lines of one paragraph.
enum Joint: Sendable, Hashable {
  case space
  /// The break stays, and the indentation beyond `indent` columns.
  case lineFeed(indent: Int)
  /// Items keep their breaks, the lines within an item do not.
  case items(indent: Int)
}

extension CanonicalText {
  /// Whether joining the next line to the text needs a space. A word divided by a soft hyphen is
  /// mended; a hyphen stays, since it may belong to the word; Chinese and Japanese take no space.
  mutating func needsSpace(before next: UInt8?) -> Bool {
    guard let next, let last = utf8.last else { return false }
    if dropSoftHyphen() { return false }
    if last == UInt8(ascii: "-"), utf8.count >= 2, ListMarker.isWordByte(utf8[utf8.count - 2]) {
      return !ListMarker.isWordByte(next)
    }
    let isWide = utf8.count >= 3 && (0xE3...0xE9).contains(utf8[utf8.count - 3]) && last >= 0x80
    return !(isWide && (0xE3...0xE9).contains(next))
  }
}

extension [UInt8] {
  /// A range without the character that its end cuts through.
  func droppingCutCharacter(_ range: Range<Int>) -> Range<Int> {
    var index = range.upperBound
    while index > range.lowerBound, range.upperBound - index < 4 {
      index -= 1
      if self[index] < 0x80 { return range }
      if self[index] >= 0xC0 { return range.lowerBound..<index }
    }
    return range
  }

  /// The marks of quotation at a line's beginning, as in mail: how many, and where the words begin.
  func quotationMarks(_ range: Range<Int>) -> (depth: Int, end: Int) {
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound, self[index] == UInt8(ascii: ">") || self[index] == 0x20 {
      if self[index] == UInt8(ascii: ">") { depth += 1 }
      index += 1
    }
    return depth == 0 ? (0, range.lowerBound) : (depth, index)
  }

  /// Three or more of "=" or "-", and nothing else.
  func isUnderline(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, let first = self[range].first else { return false }
    return (first == UInt8(ascii: "=") || first == UInt8(ascii: "-"))
      && self[range].allSatisfy { $0 == first }
  }
}
