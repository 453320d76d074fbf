import RejoinderCore

/// Writes a part of a page as text with its structure.
struct HTMLWriting {
  private let document: HTMLDocument
  /// Nodes that are passed over with all that lies in them, by index.
  private let dropped: [Bool]

  init(_ document: HTMLDocument, dropping dropped: [Bool] = []) {
    self.document = document
    self.dropped = dropped.isEmpty ? Array(repeating: false, count: document.nodes.count) : dropped
  }

  /// What has to be ended after a node.
  private enum Ending {
    case block, paragraph, quotation, list, item, table, span, quote
    /// The innermost `pre`.
    case verbatim
  }

  /// Where the walk is.
  private struct Place {
    var verbatim = 0
    /// The end of the table whose rows are written as rows; 0 outside one.
    var tableEnd = 0
    var isFirstCell = false
  }

  func write(_ root: Int, to text: inout StructuredText) {
    var endings: [(at: Int, ending: Ending)] = []
    var place = Place()
    var index = root
    let end = document.nodes[root].end
    while index <= end {
      while let last = endings.last, last.at <= index {
        if last.ending == .verbatim { place.verbatim -= 1 }
        Self.end(last.ending, in: &text)
        endings.removeLast()
      }
      guard index < end else { break }
      let node = document.nodes[index]
      if node.tag == .text {
        write(document.characters[node.range], isVerbatim: place.verbatim > 0, to: &text)
        index += 1
        continue
      }
      if index != root, dropped[index] || node.tag.isInvisible {
        // Words on both sides of it stay apart.
        if node.tag.isBlock { text.breakParagraph() }
        index = node.end
        continue
      }
      if let note = footnoteNumber(at: index) {
        text.note(note)
        index = node.end
        continue
      }
      for ending in begin(index, &place, in: &text) { endings.append((node.end, ending)) }
      index += 1
    }
  }

  private func write(
    _ bytes: ArraySlice<UInt8>, isVerbatim: Bool, to text: inout StructuredText
  ) {
    if isVerbatim {
      text.append(verbatim: bytes)
    } else {
      text.appendHTML(bytes)
    }
  }

  // MARK: Elements

  private func begin(
    _ index: Int, _ place: inout Place, in text: inout StructuredText
  ) -> [Ending] {
    let tag = document.nodes[index].tag
    if let level = tag.headingLevel {
      text.beginBlock(.heading(level: level))
      return [.block]
    }
    switch tag {
    case .br:
      if place.verbatim > 0 { text.append(verbatim: [0x0A]) } else { text.lineBreak() }
      return []
    case .hr:
      text.beginBlock(.preformatted)
      text.append("* * *".utf8)
      text.endBlock()
      return []
    case .pre:
      text.beginBlock(.preformatted)
      place.verbatim += 1
      return [.block, .verbatim]
    case .blockquote:
      text.beginQuotation()
      return [.quotation]
    case .ul, .ol:
      let start = document.string(of: .start, at: index).flatMap { Int32($0) } ?? 1
      text.beginList(from: tag == .ol ? start : nil, isTight: isTight(index))
      return [.list]
    case .li:
      text.beginItem()
      return [.item]
    case .dt:
      text.beginBlock()
      text.beginSpan(.strong)
      return [.block, .span]
    case .q:
      text.append("“".utf8)
      return [.quote]
    case .a:
      guard let address = document.string(of: .href, at: index) else { return [] }
      return text.beginLink(to: address) ? [.span] : []
    case .table where isData(index):
      place.tableEnd = document.nodes[index].end
      text.beginTable()
      return [.table]
    case .tr where index < place.tableEnd:
      place.isFirstCell = true
      return []
    case .td where index < place.tableEnd, .th where index < place.tableEnd:
      text.beginCell(isFirst: place.isFirstCell)
      place.isFirstCell = false
      return []
    default:
      if let span = HTMLTag.spans[tag] {
        text.beginSpan(span)
        return [.span]
      }
    }
    guard tag.isBlock, index >= place.tableEnd || tag == .caption else { return [] }
    text.breakParagraph()
    return [.paragraph]
  }

  private static func end(_ ending: Ending, in text: inout StructuredText) {
    switch ending {
    case .block: text.endBlock()
    case .paragraph: text.breakParagraph()
    case .quotation: text.endQuotation()
    case .list: text.endList()
    case .item: text.endItem()
    case .table: text.endTable()
    case .span: text.endSpan()
    case .quote: text.append("”".utf8)
    case .verbatim: break
    }
  }

  // MARK: Judgements

  /// Items without paragraphs of their own follow each other closely.
  private func isTight(_ list: Int) -> Bool {
    !document.children(of: list).contains { item in
      document.nodes[item].tag == .li
        && document.children(of: item).contains { document.nodes[$0].tag == .p }
    }
  }

  /// Whether a table shows data rather than lays out the page: two rows and columns at least, and
  /// nothing but words in its cells.
  private func isData(_ table: Int) -> Bool {
    var rows = 0
    var widest = 0
    var cells = 0
    for index in document.range(of: table).dropFirst() {
      switch document.nodes[index].tag {
      case .table: return false
      case .tr:
        rows += 1
        cells = 0
      case .td, .th:
        cells += 1
        widest = max(widest, cells)
      case .p, .div, .ul, .ol, .blockquote, .form: return false
      case .text where document.nodes[index].range.count > 400: return false
      default: if document.nodes[index].tag.headingLevel != nil { return false }
      }
    }
    return rows >= 2 && widest >= 2
  }

  /// The number that a raised link within the page shows, such as a footnote's.
  private func footnoteNumber(at index: Int) -> Int? {
    let tag = document.nodes[index].tag
    guard tag == .sup || tag == .a else { return nil }
    let link =
      tag == .a ? index : document.range(of: index).first { document.nodes[$0].tag == .a }
    guard let link, let address = document.bytes(of: .href, at: link),
      address.first == UInt8(ascii: "#")
    else { return nil }
    let words = document.text(of: index).utf8.filter { !"[]()*".utf8.contains($0) }
    guard words.count <= 4, !words.isEmpty, words.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(String(decoding: words, as: UTF8.self))
  }
}

extension StructuredText {
  /// Appends a page's words: a space that does not break is a space, and places where a word could be
  /// divided leave nothing.
  mutating func appendHTML(_ bytes: ArraySlice<UInt8>) {
    guard bytes.contains(0xC2) else { return append(bytes) }
    var start = bytes.startIndex
    var index = start
    while index + 1 < bytes.endIndex {
      if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD {
        append(bytes[start..<index])
        if bytes[index + 1] == 0xA0 { append([0x20]) }
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    append(bytes[start...])
  }
}
