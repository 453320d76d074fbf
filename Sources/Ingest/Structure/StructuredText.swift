import RejoinderCore

/// A canonical text with its structure while it is made from a format that has one.
///
/// The caller says where blocks, quotations, lists and spans begin and end; paragraphs open with
/// their first word, so that empty blocks leave nothing. White space is collapsed except in verbatim
/// text.
struct StructuredText {
  private(set) var utf8: [UInt8] = []
  private(set) var paragraphs: [Paragraph] = []
  private(set) var spans: [TextSpan] = []
  private(set) var references = ReferenceNumbers()

  private var isOpen = false
  private var hasPendingSpace = false
  private var pendingBreaks = 0
  private var blockKind: Paragraph.Kind?
  private var quotations = 0
  private var lists: [OpenList] = []
  private var rowsOfTable: Int?
  private var openSpans: [(kind: TextSpan.Kind, start: Int?)] = []
  /// Whether a span begins with the next word.
  private var hasWaitingSpan = false

  private struct OpenList {
    var number: Int32?
    var isTight: Bool
    var item: OpenItem?
    var hasText = false
  }

  private struct OpenItem {
    var marker: ListItem.Marker
    var hasText = false
  }

  /// Takes the address that relative ones are relative to.
  mutating func setBase(_ base: WebAddress?) {
    references.base = base
  }

  /// Whether addresses that are relative to an unknown place are numbered too.
  mutating func keepRelativeLinks(_ areKept: Bool) {
    references.keepsRelative = areKept
  }

  // MARK: Blocks

  /// Ends what is open; the next words begin a paragraph of this kind, or of the kind that fits its
  /// surroundings where `kind` is `nil`.
  mutating func beginBlock(_ kind: Paragraph.Kind? = nil) {
    endParagraph()
    blockKind = kind
  }

  mutating func endBlock() {
    endParagraph()
    blockKind = nil
  }

  /// Ends what is open; what follows is of the same kind.
  mutating func breakParagraph() {
    endParagraph()
  }

  mutating func beginQuotation() {
    endBlock()
    quotations += 1
  }

  mutating func endQuotation() {
    endBlock()
    quotations = max(0, quotations - 1)
  }

  /// - Parameters:
  ///   - number: Of the first item; `nil` for a list with bullets.
  ///   - isTight: Whether its items follow each other without a gap.
  mutating func beginList(from number: Int32?, isTight: Bool) {
    endBlock()
    lists.append(OpenList(number: number, isTight: isTight))
  }

  mutating func endList() {
    endBlock()
    _ = lists.popLast()
  }

  /// - Parameter marker: Instead of the list's own.
  mutating func beginItem(_ marker: ListItem.Marker? = nil) {
    endBlock()
    guard let last = lists.indices.last else { return }
    let number = lists[last].number
    lists[last].item = OpenItem(marker: marker ?? number.map { .number($0) } ?? .bullet)
    lists[last].number = number.map { $0 == .max ? $0 : $0 + 1 }
  }

  mutating func endItem() {
    endBlock()
    if let last = lists.indices.last { lists[last].item = nil }
  }

  mutating func beginTable() {
    endBlock()
    rowsOfTable = 0
  }

  mutating func endTable() {
    endBlock()
    rowsOfTable = nil
  }

  /// Parts a row's cells; `isFirst` for the first one.
  mutating func beginCell(isFirst: Bool) {
    if isFirst {
      beginBlock(.tableRow)
    } else if isOpen {
      closeOpenSpans()
      hasPendingSpace = false
      utf8 += Array(Paragraph.cellSeparator.utf8)
    }
  }

  // MARK: Words

  /// Appends words; white space and line ends between them become one space.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        hasPendingSpace = hasPendingSpace || isOpen
      } else {
        if needsPreparing { prepareWord() }
        utf8.append(byte)
      }
    }
  }

  /// Appends words as ``append(_:)`` does, several at a time.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        hasPendingSpace = hasPendingSpace || isOpen
        index += 1
        continue
      }
      if needsPreparing { prepareWord() }
      let start = index
      index = endOfWords(in: bytes, from: index + 1)
      utf8 += bytes[start..<index]
    }
  }

  /// Where the white space between words is something else than one space.
  private func endOfWords(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte > 0x20 {
        index += 1
      } else if byte == 0x20, index + 1 < bytes.endIndex, bytes[index + 1] > 0x20 {
        index += 2
      } else {
        return index
      }
    }
    return index
  }

  /// Appends lines as they stand; a blank one parts paragraphs.
  mutating func append(verbatim bytes: some BidirectionalCollection<UInt8>) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = line[...]
      while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D {
        line = line.dropLast()
      }
      if line.isEmpty {
        endParagraph()
      } else {
        if isOpen { utf8.append(0x0A) }
        prepareWord()
        utf8 += line
      }
    }
  }

  /// A line break that the author wanted; two of them part paragraphs.
  mutating func lineBreak() {
    if isOpen { pendingBreaks += 1 }
    hasPendingSpace = false
  }

  /// The words that come next stand in a span, until ``endSpan()``.
  mutating func beginSpan(_ kind: TextSpan.Kind) {
    openSpans.append((kind, nil))
    hasWaitingSpan = true
  }

  mutating func endSpan() {
    guard let span = openSpans.popLast() else { return }
    record(span)
  }

  /// Marks a link, to be ended as a span; nothing for addresses that no reader could follow.
  ///
  /// - Returns: Whether a span has begun.
  mutating func beginLink(to address: String) -> Bool {
    guard let number = references.number(of: address) else { return false }
    beginSpan(.link(number))
    return true
  }

  /// Puts the mark of a footnote behind the last word.
  mutating func note(_ number: Int) {
    guard isOpen else { return }
    spans.append(TextSpan(Passage(start: utf8.count, end: utf8.count), .note(number)))
  }

  // MARK: Paragraphs

  private var needsPreparing: Bool {
    !isOpen || hasPendingSpace || pendingBreaks > 0 || hasWaitingSpan
  }

  private mutating func prepareWord() {
    if pendingBreaks > 1 {
      endParagraph()
    }
    if !isOpen {
      openParagraph()
    } else if pendingBreaks == 1 {
      utf8.append(0x0A)
    } else if hasPendingSpace {
      utf8.append(0x20)
    }
    pendingBreaks = 0
    hasPendingSpace = false
    hasWaitingSpan = false
    for index in openSpans.indices where openSpans[index].start == nil {
      openSpans[index].start = utf8.count
    }
  }

  private mutating func openParagraph() {
    if !utf8.isEmpty { utf8 += [0x0A, 0x0A] }
    let item = lists.last { $0.item != nil }?.item
    let kind = blockKind ?? (item != nil ? .listItem : quotations > 0 ? .quotation : .body)
    var nesting = Nesting(quotations: UInt8(clamping: quotations))
    if let item {
      nesting.item = ListItem(
        item.marker, depth: UInt8(clamping: lists.count), isContinued: item.hasText)
    }
    nesting.isTight =
      rowsOfTable.map { $0 > 0 } ?? false
      || (lists.last?.isTight ?? false) && (lists.first?.hasText ?? false)
    paragraphs.append(
      Paragraph(Passage(start: utf8.count, end: utf8.count), kind: kind, nesting: nesting))
    isOpen = true
    for index in lists.indices {
      lists[index].hasText = true
      lists[index].item?.hasText = true
    }
    if let rows = rowsOfTable { rowsOfTable = rows + 1 }
  }

  private mutating func endParagraph() {
    hasPendingSpace = false
    pendingBreaks = 0
    guard isOpen, let last = paragraphs.indices.last else { return }
    isOpen = false
    closeOpenSpans()
    paragraphs[last].passage.end = utf8.count
    if isVerse(paragraphs[last]) { paragraphs[last].kind = .verse }
  }

  private mutating func closeOpenSpans() {
    for index in openSpans.indices {
      record(openSpans[index])
      openSpans[index].start = nil
    }
    hasWaitingSpan = !openSpans.isEmpty
  }

  private mutating func record(_ span: (kind: TextSpan.Kind, start: Int?)) {
    guard let start = span.start, start < utf8.count else { return }
    spans.append(TextSpan(Passage(start: start, end: utf8.count), span.kind))
  }

  /// Several short lines that the author broke.
  private func isVerse(_ paragraph: Paragraph) -> Bool {
    guard paragraph.kind == .body || paragraph.kind == .quotation else { return false }
    let passage = utf8[paragraph.passage.range]
    guard passage.prefix(65).contains(0x0A) else { return false }
    let lines = passage.split(separator: 0x0A)
    return lines.count >= 3 && lines.allSatisfy { $0.count <= 64 }
  }

  // MARK: The whole

  /// Ends the text. Headings are counted anew, so that the highest one has level 1.
  mutating func finish() -> EssayText {
    endBlock()
    let highest = paragraphs.reduce(Int.max) {
      if case .heading(let level) = $1.kind { min($0, level) } else { $0 }
    }
    for index in paragraphs.indices {
      if case .heading(let level) = paragraphs[index].kind {
        paragraphs[index].kind = .heading(level: level - highest + 1)
      }
    }
    spans.sort {
      ($0.passage.start, -$0.passage.end) < ($1.passage.start, -$1.passage.end)
    }
    return EssayText(
      utf8: utf8, paragraphs: paragraphs, spans: spans, references: references.list)
  }
}

/// Numbers what links lead to, each address once.
struct ReferenceNumbers {
  private(set) var list: [Reference] = []
  private var numbers: [String: Int] = [:]
  /// What relative addresses are relative to.
  var base: WebAddress?
  var keepsRelative = true

  /// `nil` for places within the text and for what is no address of a document or a person.
  mutating func number(of address: String) -> Int? {
    guard let address = absolute(address) else { return nil }
    if let number = numbers[address] { return number }
    list.append(Reference(address))
    numbers[address] = list.count
    return list.count
  }

  private static let schemes = ["https", "http", "mailto", "ftp", "gemini", "tel", "doi"]

  private func absolute(_ written: String) -> String? {
    let address = WebAddress.cleaned(written)
    guard !address.isEmpty, !address.hasPrefix("#"), address.utf8.count <= 4_096 else { return nil }
    if let scheme = WebAddress.scheme(of: address) {
      return Self.schemes.contains(scheme) ? address : nil
    }
    return base?.resolving(address) ?? (keepsRelative ? address : nil)
  }
}
