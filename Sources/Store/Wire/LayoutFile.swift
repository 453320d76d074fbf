import RejoinderCore

/// `<fingerprint>.layout.json`: the paragraphs of a text, where blank lines alone do not tell them,
/// and what is set apart within them.
struct LayoutFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var paragraphs: [ParagraphRecord]
  var spans: [SpanRecord]?
  /// What links lead to: number 1 is the first.
  var references: [Reference]?

  var isLarge: Bool { paragraphs.count > 1000 }

  init(_ text: EssayText) {
    paragraphs = text.paragraphs.map(ParagraphRecord.init)
    spans = text.spans.isEmpty ? nil : text.spans.map(SpanRecord.init)
    references = text.references.isEmpty ? nil : text.references
  }

  /// The text with this layout; `nil` where it is the layout of another text.
  func text(of utf8: [UInt8]) -> EssayText? {
    guard Self.areNested(paragraphs.map(\.passage), in: utf8.count) else { return nil }
    let references = references ?? []
    let spans = (spans ?? []).compactMap { $0.span(references: references.count) }
    guard zip(spans, spans.dropFirst()).allSatisfy({ $0.passage.start <= $1.passage.start }),
      spans.allSatisfy({ $0.passage.start >= 0 && $0.passage.end <= utf8.count })
    else { return nil }
    return EssayText(
      utf8: utf8, paragraphs: paragraphs.map(\.paragraph), spans: spans, references: references)
  }

  /// Whether passages are ascending, disjoint, not empty and inside a text of `length` bytes.
  private static func areNested(_ passages: [Passage], in length: Int) -> Bool {
    var end = 0
    for passage in passages {
      guard passage.start >= end, passage.end > passage.start else { return false }
      end = passage.end
    }
    return end <= length
  }
}

struct ParagraphRecord: Codable {
  enum Kind: String, Codable {
    case body, heading, quotation
    case listItem = "list item"
    case verse, preformatted
    case tableRow = "table row"
  }

  /// UTF-8 bytes of the canonical text.
  var start: Int
  var end: Int
  var kind: Kind
  /// Of headings only.
  var level: Int?
  /// How many quotations surround the paragraph; missing stands for none.
  var quotations: Int?
  /// Of paragraphs in lists only: how the marker is written, and how deep the list lies.
  var marker: String?
  var depth: Int?
  /// Missing stands for false, here and below.
  var isContinued: Bool?
  var isTight: Bool?

  init(_ paragraph: Paragraph) {
    start = paragraph.passage.start
    end = paragraph.passage.end
    switch paragraph.kind {
    case .body: kind = .body
    case .heading(let level): (kind, self.level) = (.heading, level)
    case .quotation: kind = .quotation
    case .listItem: kind = .listItem
    case .verse: kind = .verse
    case .preformatted: kind = .preformatted
    case .tableRow: kind = .tableRow
    }
    let nesting = paragraph.nesting
    if nesting.quotations > 0 { quotations = Int(nesting.quotations) }
    if let item = nesting.item {
      marker = item.marker.text
      depth = Int(item.depth)
      if item.isContinued { isContinued = true }
    }
    if nesting.isTight { isTight = true }
  }

  var passage: Passage { Passage(start: start, end: end) }

  var paragraph: Paragraph {
    let kind: Paragraph.Kind =
      switch kind {
      case .body: .body
      case .heading: .heading(level: level ?? 1)
      case .quotation: .quotation
      case .listItem: .listItem
      case .verse: .verse
      case .preformatted: .preformatted
      case .tableRow: .tableRow
      }
    let item = marker.flatMap(ListItem.Marker.init(text:)).map {
      ListItem($0, depth: UInt8(clamping: depth ?? 1), isContinued: isContinued ?? false)
    }
    return Paragraph(
      passage, kind: kind,
      nesting: Nesting(
        quotations: UInt8(clamping: quotations ?? 0), item: item, isTight: isTight ?? false))
  }
}

struct SpanRecord: Codable {
  enum Kind: String, Codable {
    case emphasis, strong, code, struck, link, note
  }

  /// UTF-8 bytes of the canonical text.
  var start: Int
  var end: Int
  var kind: Kind
  /// Of links and notes: of the reference, or of the footnote.
  var number: Int?

  init(_ span: TextSpan) {
    start = span.passage.start
    end = span.passage.end
    switch span.kind {
    case .emphasis: kind = .emphasis
    case .strong: kind = .strong
    case .code: kind = .code
    case .struck: kind = .struck
    case .link(let number): (kind, self.number) = (.link, number)
    case .note(let number): (kind, self.number) = (.note, number)
    }
  }

  /// `nil` for a link that leads to none of the references.
  func span(references: Int) -> TextSpan? {
    let kind: TextSpan.Kind
    switch self.kind {
    case .emphasis: kind = .emphasis
    case .strong: kind = .strong
    case .code: kind = .code
    case .struck: kind = .struck
    case .link:
      guard let number, number >= 1, number <= references else { return nil }
      kind = .link(number)
    case .note: kind = .note(number ?? 0)
    }
    return TextSpan(Passage(start: start, end: end), kind)
  }
}
