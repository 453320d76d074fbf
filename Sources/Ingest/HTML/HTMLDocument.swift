internal import CGumbo
internal import RejoinderCore

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

    /// - Parameter name: In lower case.
    init?(name: UnsafeRawBufferPointer) {
      let hash = FNV1a(name).value
      guard let place = Self.hashes.firstIndex(of: hash) else { return nil }
      self = Self.allCases[place]
    }

    private static let hashes = allCases.map { FNV1a($0.rawValue.utf8).value }
  }

  private(set) var nodes: [Node] = []
  private(set) var characters: [UInt8] = []
  private var attributes: [(name: Attribute, value: Range<Int>)] = []
  /// Whether the page was longer than what is here.
  let isCut: Bool

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - sparing: Whether the parser is spared the text; the document is the same either way.
  init(_ bytes: [UInt8], sparing: Bool = true) {
    let source = HTMLSource(bytes, sparing: sparing)
    isCut = source.isCut
    if source.isAmbiguous || !parse(source, of: bytes) {
      nodes = []
      characters = []
      attributes = []
      _ = parse(HTMLSource(bytes, sparing: false), of: bytes)
    }
  }

  // MARK: Building

  /// - Returns: Whether each piece of text that the parser was spared has come back once, as text:
  ///   then it took the page as it would have taken it with them. In all other states than those of
  ///   text, such as within a tag, they would have meant more to it than one character.
  private mutating func parse(_ source: HTMLSource, of input: [UInt8]) -> Bool {
    var spared = SparedText(source, of: input)
    source.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let page = cgumbo_parse(characters.baseAddress, characters.count) else { return }
        defer { cgumbo_free(page) }
        take(cgumbo_document(page), &spared)
      }
    }
    return nodes.isEmpty || spared.isFaithful
  }

  private mutating func take(_ document: UnsafePointer<GumboNode>?, _ spared: inout SparedText) {
    guard let document else { return }
    characters.reserveCapacity(spared.count)
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
        let start = characters.count
        let isText =
          child.pointee.type != GUMBO_NODE_CDATA && (parent < 0 || nodes[parent].tag != .script)
        if let text = child.pointee.v.text.text {
          spared.append(Self.bytes(of: text), to: &characters, isText: isText)
        }
        nodes.append(
          Node(
            tag: .text, parent: parent, end: nodes.count + 1, range: start..<characters.count))
      default: break
      }
    }
  }

  private static func bytes(of string: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: string, count: cgumbo_length(string))
  }

  private mutating func takeAttributes(_ vector: GumboVector) -> Range<Int> {
    let start = attributes.count
    for index in 0..<vector.length {
      guard let attribute = withUnsafePointer(to: vector, { cgumbo_attribute($0, index) }),
        let name = attribute.pointee.name, let known = Attribute(name: Self.bytes(of: name))
      else { continue }
      let begin = characters.count
      if let value = attribute.pointee.value {
        characters.append(contentsOf: Self.bytes(of: value))
      }
      attributes.append((known, begin..<characters.count))
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

  func hasAttributes(_ index: Int) -> Bool {
    nodes[index].tag != .text && !nodes[index].range.isEmpty
  }

  func string(of attribute: Attribute, at index: Int) -> String? {
    bytes(of: attribute, at: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the value is this and nothing else.
  func equals(_ word: String, in attribute: Attribute, at index: Int) -> Bool {
    bytes(of: attribute, at: index)?.elementsEqual(word.utf8) ?? false
  }

  /// The value as one of several words, such as one of `rel` or `class`.
  func has(_ word: String, in attribute: Attribute, at index: Int) -> Bool {
    guard var rest = bytes(of: attribute, at: index) else { return false }
    while let start = rest.firstIndex(where: { $0 > 0x20 }) {
      rest = rest[start...]
      let end = rest.firstIndex { $0 <= 0x20 } ?? rest.endIndex
      if rest[..<end].elementsEqual(word.utf8) { return true }
      rest = rest[end...]
    }
    return false
  }

  /// A node's text with its white space collapsed, invisible elements left out.
  ///
  /// - Parameter limit: Bytes after which nothing more is wanted.
  func text(of index: Int, upTo limit: Int = .max) -> String {
    var text = CollapsedText()
    var next = index
    while next < nodes[index].end, text.utf8.count < limit {
      let node = nodes[next]
      if node.tag == .text {
        let end = min(node.range.upperBound, node.range.lowerBound + min(limit, 1 << 30) * 2)
        text.append(characters[node.range.lowerBound..<end])
      } else if node.tag.isInvisible, next != index {
        next = node.end
        continue
      } else if node.tag == .br || node.tag.isBlock {
        text.space()
      }
      next += 1
    }
    return String(decoding: text.utf8.prefix(limit), as: UTF8.self)
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

/// The pieces of a page's text that the parser was spared, while they are put back.
private struct SparedText {
  private let input: [UInt8]
  private let pieces: [Range<Int>]
  private var isBack: [Bool]
  private var hasStranger = false

  init(_ source: HTMLSource, of input: [UInt8]) {
    self.input = input
    pieces = source.spared
    isBack = Array(repeating: false, count: pieces.count)
  }

  /// Bytes of the input, more than its text can have.
  var count: Int { input.count }

  var isFaithful: Bool { !hasStranger && isBack.allSatisfy { $0 } }

  /// Appends what the parser made of text, with the pieces where they belong.
  ///
  /// - Parameter isText: Whether no more than `<` and `&` means something where it stands.
  mutating func append(
    _ bytes: UnsafeRawBufferPointer, to characters: inout [UInt8], isText: Bool
  ) {
    var start = 0
    var index = 0
    while !pieces.isEmpty, index < bytes.count {
      guard bytes[index] >= 0xF3, index + 3 < bytes.count,
        let number = SpareCharacter.number(
          bytes[index], bytes[index + 1], bytes[index + 2], bytes[index + 3])
      else {
        index += 1
        continue
      }
      characters.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      if isText, pieces.indices.contains(number), !isBack[number] {
        isBack[number] = true
        characters += input[pieces[number]]
      } else {
        hasStranger = true
      }
      index += 4
      start = index
    }
    characters.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start...]))
  }
}
