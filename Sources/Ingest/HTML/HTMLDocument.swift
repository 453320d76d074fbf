internal import CGumbo

/// A page as a flat list of its elements and texts in the order of the page.
struct HTMLDocument: Sendable {
  struct Node: Sendable {
    let tag: HTMLTag
    /// -1 for the root.
    let parent: Int
    /// The index after the last node within this one.
    var end: Int
    /// Of a text: its bytes in ``HTMLDocument/characters``. Of an element: its attributes.
    let range: Range<Int>
  }

  /// The attributes that anybody asks for.
  enum Attribute: String, Sendable, CaseIterable {
    case id, `class`, href, name, content, property, rel, type, action, method, enctype, value
    case datetime, itemprop, itemtype, role, style, hidden, `for`, required, lang, start,
      placeholder
    case charset, checked, selected, title, tabindex
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case httpEquiv = "http-equiv"
    case xmlLang = "xml:lang"
    case epubType = "epub:type"
  }

  private(set) var nodes: [Node] = []
  private(set) var characters: [UInt8] = []
  private var attributes: [(name: Attribute, value: Range<Int>)] = []
  /// Whether the page was longer than what is here.
  let isCut: Bool

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) {
    let source = HTMLSource(bytes)
    isCut = source.isCut
    source.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let page = cgumbo_parse(characters.baseAddress, characters.count) else { return }
        defer { cgumbo_free(page) }
        take(cgumbo_document(page))
      }
    }
  }

  // MARK: Building

  private mutating func take(_ document: UnsafePointer<GumboNode>?) {
    guard let document else { return }
    characters.reserveCapacity(1 << 16)
    var open: [(children: GumboVector, next: UInt32, node: Int)] = [
      (document.pointee.v.document.children, 0, -1)
    ]
    while let last = open.indices.last {
      let (children, next, parent) = open[last]
      guard next < children.length else {
        if parent >= 0 { nodes[parent].end = nodes.count }
        open.removeLast()
        continue
      }
      open[last].next += 1
      guard let child = withUnsafePointer(to: children, { cgumbo_node($0, next) }) else { continue }
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = child.pointee.v.element
        nodes.append(
          Node(
            tag: HTMLTag(element.tag), parent: parent, end: nodes.count + 1,
            range: takeAttributes(element.attributes)))
        open.append((element.children, 0, nodes.count - 1))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let range = takeString(child.pointee.v.text.text)
        nodes.append(Node(tag: .text, parent: parent, end: nodes.count + 1, range: range))
      default: break
      }
    }
  }

  private mutating func takeString(_ string: UnsafePointer<CChar>?) -> Range<Int> {
    let start = characters.count
    if var next = string {
      while next.pointee != 0 {
        characters.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
    }
    return start..<characters.count
  }

  private mutating func takeAttributes(_ vector: GumboVector) -> Range<Int> {
    let start = attributes.count
    for index in 0..<vector.length {
      guard let attribute = withUnsafePointer(to: vector, { cgumbo_attribute($0, index) }),
        let name = attribute.pointee.name, let known = Attribute(rawValue: String(cString: name))
      else { continue }
      attributes.append((known, takeString(attribute.pointee.value)))
    }
    return start..<attributes.count
  }

  // MARK: Asking

  func bytes(of attribute: Attribute, at index: Int) -> ArraySlice<UInt8>? {
    guard nodes[index].tag != .text else { return nil }
    for position in nodes[index].range where attributes[position].name == attribute {
      return characters[attributes[position].value]
    }
    return nil
  }

  func string(of attribute: Attribute, at index: Int) -> String? {
    bytes(of: attribute, at: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value as one of several words, such as one of `rel` or `class`.
  func has(_ word: String, in attribute: Attribute, at index: Int) -> Bool {
    bytes(of: attribute, at: index)?.split { $0 <= 0x20 }.contains { $0.elementsEqual(word.utf8) }
      ?? false
  }

  /// A node's text with its white space collapsed, invisible elements left out.
  func text(of index: Int) -> String {
    var text = StructuredText()
    var next = index
    while next < nodes[index].end {
      let node = nodes[next]
      if node.tag == .text {
        text.append(characters[node.range])
      } else if node.tag.isInvisible, next != index {
        next = node.end
        continue
      } else if node.tag == .br || node.tag.isBlock {
        text.append([0x20])
      }
      next += 1
    }
    return String(decoding: text.utf8, as: UTF8.self)
  }

  func indices(of tag: HTMLTag, in range: Range<Int>? = nil) -> [Int] {
    (range ?? nodes.indices).filter { nodes[$0].tag == tag }
  }

  func range(of index: Int) -> Range<Int> { index..<nodes[index].end }

  /// The elements directly within another.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < nodes[index].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }
}
