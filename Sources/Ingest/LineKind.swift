import RejoinderCore

/// What a line is by its own looks, where every line may be a paragraph.
enum LineKind: Sendable, Hashable {
  case plain, listItem, quoted, indented, table
  /// A row of marks that parts sections.
  case rule

  init(_ line: Line, of bytes: [UInt8]) {
    let text = line.text
    if text.count <= 100, !bytes[text].contains(where: ListMarker.isWordByte) {
      self = .rule
    } else if bytes[text].first == UInt8(ascii: ">") {
      self = .quoted
    } else if ListMarker(bytes, text) != nil {
      self = .listItem
    } else if text.count <= 400, bytes.looksTabular(text) {
      self = .table
    } else if line.indent >= 4, text.count < 100, !bytes.isSentence(text) {
      self = .indented
    } else {
      self = .plain
    }
  }
}

/// The paragraphs within one block of a wrapped text.
struct BlockParts {
  struct Part {
    var lines: ArraySlice<Line>
    var kind: Paragraph.Kind
    var joint: Joint
  }

  private(set) var parts: [Part] = []
  private let bytes: [UInt8]
  private let width: Int

  init(_ lines: ArraySlice<Line>, of bytes: [UInt8], width: Int) {
    self.bytes = bytes
    self.width = width
    let markers = lines.indices.filter { ListMarker(bytes, lines[$0].text) != nil }
    if lines.allSatisfy({ LineKind($0, of: bytes) == .quoted }) {
      parts = [Part(lines: lines, kind: .quotation, joint: quotationJoint(lines))]
    } else if let first = markers.first, markers.count >= 2 || first == lines.startIndex {
      if first > lines.startIndex { addProse(lines[..<first]) }
      let items = lines[first...]
      let joint = Joint.items(indent: items.first?.indent ?? 0)
      parts.append(Part(lines: items, kind: .listItem, joint: joint))
    } else {
      addProse(lines)
    }
  }

  /// Adds lines without markers: paragraphs told apart by indented first lines, verse, code, or
  /// plain prose.
  private mutating func addProse(_ lines: ArraySlice<Line>) {
    guard let least = lines.map(\.indent).min() else { return }
    if isPreformatted(lines) {
      let kind: Paragraph.Kind = isVerse(lines) ? .verse : .preformatted
      parts.append(Part(lines: lines, kind: kind, joint: .lineFeed(indent: least)))
      return
    }
    if least >= 4, lines.count >= 3 {
      parts.append(Part(lines: lines, kind: .quotation, joint: .space))
      return
    }
    var start = lines.startIndex
    let starts = lines.indices.filter { lines[$0].indent > least }
    if starts.first == lines.startIndex, starts.count * 2 <= lines.count {
      for index in starts.dropFirst() {
        parts.append(Part(lines: lines[start..<index], kind: .body, joint: .space))
        start = index
      }
    }
    parts.append(Part(lines: lines[start...], kind: .body, joint: .space))
  }

  /// Verse, code, tables, addresses: lines that end earlier than they had to, and not where
  /// sentences end.
  private func isPreformatted(_ lines: ArraySlice<Line>) -> Bool {
    if lines.count == 1, let line = lines.first {
      return line.indent >= 4 && !bytes.isSentence(line.text)
        || LineKind(line, of: bytes) == .rule
        || bytes.looksTabular(line.text)
    }
    if lines.count(where: { bytes.looksTabular($0.text) }) * 2 > lines.count { return true }
    let indent = lines.map(\.indent).min() ?? 0
    let isIndented = indent >= 4
    let longest = lines.map { $0.indent + bytes.columns($0.text) }.max() ?? 0
    // Too few or too narrow lines show no filling; then the author's line ends are the safer guess.
    if isIndented, lines.count < 3 || longest * 10 < width * 6 { return true }
    guard lines.count >= 3 else { return false }
    let widths = lines.dropLast().map { $0.indent + bytes.columns($0.text) }
    if isIndented, widths.count(where: { $0 * 4 < longest * 3 }) * 3 > widths.count { return true }
    let measure = (isIndented ? longest : width) - 8
    var early = 0
    var sentences = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      if !line.isFull(before: next, of: bytes, width: measure) { early += 1 }
      if bytes.endsSentence(line.text) { sentences += 1 }
    }
    let pairs = lines.count - 1
    return early * 10 >= pairs * 6 && (sentences * 2 < pairs || isIndented)
  }

  /// Lines of words, which code, tables and addresses are not.
  private func isVerse(_ lines: ArraySlice<Line>) -> Bool {
    lines.count >= 3
      && lines.allSatisfy { line in
        let words = bytes[line.text]
        return bytes.columns(line.text) <= 72 && !bytes.looksTabular(line.text)
          && !words.contains { "{}()=<>[]|\\/@#$0123456789".utf8.contains($0) }
          && words.split(separator: 0x20).count >= 2
      }
  }

  private func quotationJoint(_ lines: ArraySlice<Line>) -> Joint {
    isPreformatted(lines) ? .lineFeed(indent: 0) : .space
  }
}

extension [UInt8] {
  /// Whether a line's parts stand in columns: tabs, wide gaps or upright bars within it.
  func looksTabular(_ range: Range<Int>) -> Bool {
    var bars = 0
    var tabs = 0
    var gap = 0
    for byte in self[range] {
      switch byte {
      case 0x09:
        tabs += 1
        gap = 0
      case UInt8(ascii: "|"):
        bars += 1
        gap = 0
      case 0x20:
        gap += 1
        if gap == 4 { return true }
      default: gap = 0
      }
    }
    // One tab in a sentence is a slip of the hand.
    return bars >= 2 || tabs >= 2 || tabs == 1 && !isSentence(range)
  }

  /// Whether a line is prose by its length and its end: whatever its indentation, it is no code.
  func isSentence(_ range: Range<Int>) -> Bool { range.count >= 40 && endsSentence(range) }
}
