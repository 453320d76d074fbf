/// What every part of a page holds: how much text, how much of it in links, how much that reads like
/// an essay, and what its names say.
struct PageSurvey {
  let document: HTMLDocument
  /// Nodes that no reader sees, or that are no part of any article. Grows while the article is being
  /// found.
  var dropped: [Bool]
  private(set) var verdicts: [ClassWords.Verdict]
  /// Whether each node lies in what readers wrote.
  private(set) var isInComment: [Bool]
  /// Bytes of visible text in each node.
  private(set) var textLength: [Int]
  private(set) var linkLength: [Int]
  /// Bytes of text in blocks that read like prose.
  private(set) var proseLength: [Int]
  /// The bytes of a block's own text, that of blocks within it left out.
  private(set) var ownLength: [Int]

  /// A shorter block may be a label.
  private static let shortestProse = 80
  private static let shortestSentence = 25

  /// Bytes of each text that are no white space, and whether it holds a sentence.
  private var wordLength: [Int]
  private var isSentence: [Bool]

  init(_ document: HTMLDocument) {
    self.document = document
    let count = document.nodes.count
    dropped = Array(repeating: false, count: count)
    isInComment = dropped
    verdicts = Array(repeating: [], count: count)
    textLength = Array(repeating: 0, count: count)
    linkLength = textLength
    proseLength = textLength
    ownLength = textLength
    wordLength = textLength
    isSentence = dropped
    readTexts()
    readNames()
    markComments()
    markInvisible()
    measure()
  }

  private mutating func readTexts() {
    for index in document.nodes.indices where document.nodes[index].tag == .text {
      let characters = document.characters[document.nodes[index].range]
      wordLength[index] = characters.count { $0 > 0x20 }
      isSentence[index] = Self.holdsSentence(characters)
    }
  }

  // MARK: Names

  private mutating func readNames() {
    for index in document.nodes.indices where document.hasAttributes(index) {
      if let names = document.bytes(of: .class, at: index) {
        verdicts[index].formUnion(ClassWords.verdict(on: names))
      }
      if let names = document.bytes(of: .id, at: index) {
        verdicts[index].formUnion(ClassWords.verdict(on: names))
      }
      if let property = document.bytes(of: .itemprop, at: index) {
        if property.elementsEqual("articleBody".utf8) { verdicts[index].insert(.body) }
        if property.elementsEqual("author".utf8) || property.elementsEqual("datePublished".utf8) {
          verdicts[index].insert(.byline)
        }
        if property.elementsEqual("comment".utf8) { verdicts[index].insert(.comment) }
      }
      if let type = document.bytes(of: .itemtype, at: index),
        type.suffix(8).elementsEqual("/Comment".utf8)
      {
        verdicts[index].insert(.comment)
      }
    }
  }

  private mutating func markComments() {
    for index in document.nodes.indices {
      let node = document.nodes[index]
      if node.tag == .body || node.tag == .html { continue }
      isInComment[index] =
        !verdicts[index].isDisjoint(with: [.comment, .comments])
        || node.parent >= 0 && isInComment[node.parent]
    }
  }

  private mutating func markInvisible() {
    for index in document.nodes.indices where document.nodes[index].tag != .text {
      let tag = document.nodes[index].tag
      if tag == .html || tag == .body { continue }
      dropped[index] =
        tag.isInvisible || verdicts[index].contains(.hidden)
        || document.bytes(of: .hidden, at: index) != nil
        || document.equals("true", in: .ariaHidden, at: index)
        || document.bytes(of: .style, at: index).map(Self.hides) ?? false
    }
  }

  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let style = String(decoding: style.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  // MARK: Measuring

  /// Counts again, without what was dropped.
  mutating func measure() {
    let count = document.nodes.count
    var ownLinks = Array(repeating: 0, count: count)
    var hasSentence = Array(repeating: false, count: count)
    for index in 0..<count {
      textLength[index] = 0
      linkLength[index] = 0
      proseLength[index] = 0
      ownLength[index] = 0
    }
    // The nearest block and link around each node, carried down; -1 for none.
    var blocks = Array(repeating: Int32(-1), count: count)
    var links = blocks
    var index = 0
    while index < count {
      let node = document.nodes[index]
      if dropped[index] {
        index = node.end
        continue
      }
      let parent = node.parent
      blocks[index] = node.tag.isBlock ? Int32(index) : parent >= 0 ? blocks[parent] : -1
      links[index] = node.tag == .a ? Int32(index) : parent >= 0 ? links[parent] : -1
      if node.tag == .text {
        let length = wordLength[index]
        textLength[index] = length
        if links[index] >= 0 { linkLength[index] = length }
        if blocks[index] >= 0 {
          let block = Int(blocks[index])
          ownLength[block] += length
          if links[index] >= 0 { ownLinks[block] += length }
          if isSentence[index] { hasSentence[block] = true }
        }
      }
      index += 1
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let own = ownLength[index]
      let isProse =
        own >= Self.shortestProse || own >= Self.shortestSentence && hasSentence[index]
      if isProse, ownLinks[index] * 5 < own * 2, document.nodes[index].tag.headingLevel == nil {
        proseLength[index] += own
      }
      let parent = document.nodes[index].parent
      guard parent >= 0 else { continue }
      textLength[parent] += textLength[index]
      linkLength[parent] += linkLength[index]
      proseLength[parent] += proseLength[index]
    }
  }

  private static func holdsSentence(_ characters: ArraySlice<UInt8>) -> Bool {
    guard let last = characters.last(where: { $0 > 0x20 }) else { return false }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
      || characters.contains(UInt8(ascii: ","))
  }

  mutating func drop(_ index: Int) {
    dropped[index] = true
  }

  func linkShare(_ index: Int) -> Double {
    Double(linkLength[index]) / Double(max(1, textLength[index]))
  }

  /// Whether one node lies within another, or is it.
  func isWithin(_ index: Int, _ ancestor: Int) -> Bool {
    ancestor <= index && index < document.nodes[ancestor].end
  }
}
