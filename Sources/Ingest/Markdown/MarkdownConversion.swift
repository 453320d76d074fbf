internal import CCmark
import RejoinderCore

/// Walks over a document's nodes and writes the text with its structure.
struct MarkdownConversion {
  var text = StructuredText()
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  var base: WebAddress? {
    get { text.references.base }
    set { text.setBase(newValue) }
  }

  /// Footnotes by their label, in the order in which they are referred to.
  private var notes: [String: Int] = [:]
  /// Footnotes come in the order in which they are referred to.
  private var definitions: Int32 = 0
  /// Whether a span was begun for each open link.
  private var openLinks: [Bool] = []
  private var isFirstCell = false
  /// Only at its beginning can a text name itself and its author.
  private var isAtBeginning = true

  init(front: FrontMatterBlock) {
    title = front.title
    author = front.author
    date = front.date
  }

  /// - Returns: False when memory is short.
  mutating func convert(_ bytes: ArraySlice<UInt8>) -> Bool {
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { ccmark_parse($0.baseAddress, $0.count) }
    }
    guard let document else { return false }
    defer { cmark_node_free(document) }
    guard let walk = cmark_iter_new(document) else { return false }
    defer { cmark_iter_free(walk) }
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { return true }
      guard let node = cmark_iter_get_node(walk) else { continue }
      if event == CMARK_EVENT_ENTER {
        if enter(node) { cmark_iter_reset(walk, node, CMARK_EVENT_EXIT) }
      } else {
        leave(node)
      }
    }
  }

  // MARK: Nodes

  /// - Returns: Whether the node's children are to be passed over.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      if isAtBeginning, takeByline(node) { return true }
      isAtBeginning = false
      text.beginBlock()
    case CMARK_NODE_HEADING:
      if isAtBeginning, takeTitle(node) { return true }
      text.beginBlock(.heading(level: Int(cmark_node_get_heading_level(node))))
    case CMARK_NODE_BLOCK_QUOTE:
      isAtBeginning = false
      text.beginQuotation()
    case CMARK_NODE_LIST:
      isAtBeginning = false
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      text.beginList(
        from: isOrdered ? cmark_node_get_list_start(node) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_CODE_BLOCK:
      text.beginBlock(.preformatted)
      Self.literal(of: node) { text.append(verbatim: $0) }
      text.endBlock()
    case CMARK_NODE_HTML_BLOCK:
      Self.literal(of: node) { HTMLFragment.append($0, to: &text) }
    case CMARK_NODE_THEMATIC_BREAK:
      text.beginBlock(.preformatted)
      text.append("* * *".utf8)
      text.endBlock()
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      text.beginList(from: nil, isTight: false)
      definitions += 1
      text.beginItem(.note(definitions))
    default: return enterInline(node)
    }
    return false
  }

  private mutating func enterInline(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: Self.literal(of: node) { text.append($0) }
    case CMARK_NODE_SOFTBREAK: text.append([0x20])
    case CMARK_NODE_LINEBREAK: text.lineBreak()
    case CMARK_NODE_CODE:
      text.beginSpan(.code)
      Self.literal(of: node) { text.append($0) }
      text.endSpan()
    case CMARK_NODE_HTML_INLINE:
      Self.literal(of: node) { if $0.starts(with: "<br".utf8) { text.lineBreak() } }
    case CMARK_NODE_EMPH: text.beginSpan(.emphasis)
    case CMARK_NODE_STRONG: text.beginSpan(.strong)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      openLinks.append(text.beginLink(to: address))
    case CMARK_NODE_FOOTNOTE_REFERENCE: text.note(number(ofNote: node))
    default:
      switch ccmark_extension_of(node) {
      case ccmark_table: text.beginTable()
      case ccmark_table_row: isFirstCell = true
      case ccmark_table_cell:
        text.beginCell(isFirst: isFirstCell)
        isFirstCell = false
      case ccmark_strikethrough: text.beginSpan(.struck)
      case ccmark_task_item:
        text.beginItem(.task(isDone: cmark_gfm_extensions_get_tasklist_item_checked(node)))
      default:
        if cmark_node_get_type(node) == CMARK_NODE_ITEM { text.beginItem() }
      }
    }
    return false
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: text.endBlock()
    case CMARK_NODE_BLOCK_QUOTE: text.endQuotation()
    case CMARK_NODE_LIST: text.endList()
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      text.endItem()
      text.endList()
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: text.endSpan()
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: if openLinks.popLast() == true { text.endSpan() }
    default:
      switch ccmark_extension_of(node) {
      case ccmark_table: text.endTable()
      case ccmark_table_row: text.endBlock()
      case ccmark_strikethrough: text.endSpan()
      case ccmark_task_item: text.endItem()
      default:
        if cmark_node_get_type(node) == CMARK_NODE_ITEM { text.endItem() }
      }
    }
  }

  private mutating func number(ofNote node: OpaquePointer) -> Int {
    let label = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let number = notes[label] ?? notes.count + 1
    notes[label] = number
    return number
  }

  private static func literal(of node: OpaquePointer, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  {
    guard let characters = cmark_node_get_literal(node) else { return }
    let count = String.count(of: characters)
    characters.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  // MARK: Title and author

  /// The first heading of the highest level is the title, unless the front matter has another one.
  private mutating func takeTitle(_ node: OpaquePointer) -> Bool {
    guard cmark_node_get_heading_level(node) == 1 else {
      isAtBeginning = false
      return false
    }
    let words = Self.words(of: node)
    if title == nil { title = words }
    if title != words { isAtBeginning = false }
    return title == words
  }

  private mutating func takeByline(_ node: OpaquePointer) -> Bool {
    let words = Self.words(of: node)
    if author == nil, let byline = FrontMatter.byline(words) {
      author = byline.author
      date = date ?? byline.date
      return true
    }
    guard date == nil, words.utf8.count <= 40, let written = WrittenDate.iso(words) else {
      return false
    }
    date = written
    return true
  }

  private static func words(of node: OpaquePointer) -> String {
    var text = StructuredText()
    guard let walk = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(walk) }
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if let literal = cmark_node_get_literal(node) { text.append(String(cString: literal).utf8) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append([0x20])
      default: break
      }
    }
    return String(decoding: text.utf8, as: UTF8.self)
  }
}

extension String {
  /// The bytes before the zero that ends a C string.
  fileprivate static func count(of characters: UnsafePointer<CChar>) -> Int {
    var count = 0
    while characters[count] != 0 { count += 1 }
    return count
  }
}
