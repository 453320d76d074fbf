/// What stands above and below an article's text and is none of it: its title, author and date, which
/// are known already, the name of the column, links to other pages, a word about the author.
struct ArticleEdges {
  private(set) var dropped: [Bool]

  private struct Block {
    var index: Int
    /// In lower case, white space collapsed; of blocks at the edges only.
    var words = ""
    var length: Int
    var linkShare: Double
    var isHeading: Bool

    /// Long enough to be the author's own words.
    var isProse: Bool { !isHeading && length >= 80 && linkShare < 0.4 }
  }

  /// Only so many blocks can stand above or below the text.
  private static let most = 14

  init(_ document: HTMLDocument, search: ArticleSearch, title: String?, author: String?) {
    dropped = search.dropped
    let blocks = Self.blocks(of: document, search: search)
    let title = title.map(ArticleSearch.folded)
    let author = author.map(ArticleSearch.folded)
    dropLead(blocks, title: title, author: author)
    dropTail(blocks, author: author)
    dropInterruptions(blocks, of: document)
    dropColophon(document, search: search)
  }

  /// The blocks with words of their own that hold no other blocks.
  private static func blocks(of document: HTMLDocument, search: ArticleSearch) -> [Block] {
    let survey = search.survey
    var blocks: [Block] = []
    var index = search.root
    while index < document.nodes[search.root].end {
      if survey.dropped[index] {
        index = document.nodes[index].end
        continue
      }
      let node = document.nodes[index]
      let length = survey.ownLength[index]
      if node.tag.isBlock, length > 0, survey.textLength[index] == length {
        blocks.append(
          Block(
            index: index, length: length, linkShare: survey.linkShare(index),
            isHeading: node.tag.headingLevel != nil))
      }
      index += 1
    }
    for place in blocks.indices where place < most || place >= blocks.count - most {
      blocks[place].words = ArticleSearch.folded(
        document.text(of: blocks[place].index, upTo: 300))
    }
    return blocks
  }

  // MARK: Above

  private mutating func dropLead(_ blocks: [Block], title: String?, author: String?) {
    let lead = blocks.prefix(Self.most)
    var start = 0
    if let title,
      let heading = lead.firstIndex(where: {
        $0.isHeading && ArticleSearch.agrees($0.words, with: title) || $0.words == title
      }), !lead[..<heading].contains(where: \.isProse)
    {
      for block in lead[...heading] { dropped[block.index] = true }
      start = heading + 1
    }
    for block in lead[start...] {
      if block.isProse { return }
      if !block.isHeading, isLabel(block, author: author) { dropped[block.index] = true }
    }
  }

  /// Whether a short line above the text names author, date or length, or leads elsewhere.
  private func isLabel(_ block: Block, author: String?) -> Bool {
    let words = block.words
    if block.linkShare > 0.9 { return true }
    guard words.utf8.count <= 120 else { return false }
    if FrontMatter.byline(words.capitalizedWords) != nil || WrittenDate.within(words) != nil {
      return true
    }
    if let author, words == author || words.contains(author) && !Self.endsSentence(words) {
      return true
    }
    return words.hasSuffix("min read") || words.hasSuffix("minute read")
      || words.hasSuffix("minutes read")
  }

  private static func endsSentence(_ words: String) -> Bool {
    words.last.map { ".!?”\"".contains($0) } ?? false
  }

  // MARK: Below

  private mutating func dropTail(_ blocks: [Block], author: String?) {
    for block in blocks.suffix(Self.most).reversed() {
      let isElsewhere = block.linkShare > 0.9 && block.length <= 200
      let isAboutAuthor =
        author.map { block.words.hasPrefix($0) && block.length <= 300 } ?? false
      let isNotice = [
        "copyright", "©", "(c) ", "all rights reserved", "reporting by", "additional reporting",
        "editing by", "our standards", "back to top",
      ].contains {
        block.words.hasPrefix($0)
      }
      guard isElsewhere || isAboutAuthor || isNotice else { return }
      dropped[block.index] = true
    }
  }

  /// Drops links that stand alone between two pieces of prose.
  private mutating func dropInterruptions(_ blocks: [Block], of document: HTMLDocument) {
    for (index, block) in blocks.enumerated().dropFirst().dropLast() {
      let tag = document.nodes[block.index].tag
      if tag == .p || tag == .div, block.linkShare > 0.95, block.length <= 120,
        blocks[index - 1].isProse, blocks[index + 1].isProse
      {
        dropped[block.index] = true
      }
    }
  }

  /// Drops a line or two below the last rule that lead elsewhere.
  private mutating func dropColophon(_ document: HTMLDocument, search: ArticleSearch) {
    let survey = search.survey
    let range = document.range(of: search.root)
    guard let rule = range.last(where: { document.nodes[$0].tag == .hr && !dropped[$0] }) else {
      return
    }
    let rest = (rule + 1)..<range.upperBound
    let length = rest.reduce(0) {
      document.nodes[$1].tag == .text ? $0 + survey.textLength[$1] : $0
    }
    let leads = rest.contains {
      document.nodes[$0].tag == .a && document.bytes(of: .href, at: $0)?.first != UInt8(ascii: "#")
    }
    guard length == 0 || leads && length <= 200 && length * 10 < survey.textLength[search.root]
    else { return }
    for index in rule..<range.upperBound where !search.survey.isWithin(search.root, index) {
      dropped[index] = true
    }
  }
}

extension String {
  /// With a capital at the beginning of each word, as names have it.
  fileprivate var capitalizedWords: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
