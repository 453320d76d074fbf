import RejoinderCore

/// A web page, of which the article is the essay.
struct HTML: EssayFormat {
  static let name = FormatName.html
  static let needsWhole = true

  func recognizes(_ head: EssayHead, in bytes: [UInt8]) -> Bool {
    guard let line = head.lines.first(where: { !$0.isBlank }) else { return false }
    return Self.looksLikeHTML(bytes[line.text.lowerBound...].prefix(4_096))
  }

  /// Whether the text, which is a page or a part of one, begins as a whole page does.
  static func isDocument(_ head: EssayHead, in bytes: [UInt8]) -> Bool {
    guard let line = head.lines.first(where: { !$0.isBlank }) else { return false }
    let opening = bytes[line.text.lowerBound...].prefix(15)
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return ["<!doctype", "<html", "<?xml", "<!--", "<head", "<body"].contains {
      opening.starts(with: $0.utf8)
    }
  }

  /// Whether bytes begin as a page or a part of one does.
  static func looksLikeHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "<") else { return false }
    let head = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func begins(_ words: String) -> Bool { head.starts(with: words.utf8) }
    if begins("<!doctype html") { return true }
    if begins("<?xml") || begins("<!--") || begins("<!doctype") {
      return contains(head, "<html") || begins("<!--") && contains(head, "<body")
    }
    let elements = [
      "html", "head", "body", "meta", "title", "div", "p", "h1", "h2", "article", "main", "section",
      "table", "center", "script", "link", "style", "header", "ul", "blockquote", "base",
    ]
    let name = head.dropFirst().prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    let after = head.dropFirst(1 + name.count).first
    return elements.contains { name.elementsEqual($0.utf8) }
      && (after == UInt8(ascii: ">") || after.map { $0 <= 0x20 } ?? false)
  }

  private static func contains(_ bytes: [UInt8], _ words: String) -> Bool {
    bytes.firstRange(of: Array(words.utf8)) != nil
  }

  func essay(from bytes: [UInt8], head: EssayHead, source: EssaySource, hasMore: Bool)
    throws(IngestError) -> Essay
  {
    let document = HTMLDocument(bytes.starts(with: "<?xml".utf8) ? XHTML.expanded(bytes) : bytes)
    guard !document.nodes.isEmpty else { throw .outOfMemory }
    let address: String? = if case .url(let address) = source { address } else { nil }
    let survey = PageSurvey(document)
    var page = PageMetadata(of: survey, address: address)
    let search = ArticleSearch(survey, title: page.title)
    var essay: Essay
    if let message = MailArchive(document, search: search) {
      essay = try message.essay(source: source)
      page.fill(
        title: essay.metadata.title, author: essay.metadata.author, date: essay.metadata.date)
    } else {
      var text = StructuredText()
      text.setBase(page.base)
      let edges = ArticleEdges(document, search: search, title: page.title, author: page.author)
      HTMLWriting(document, dropping: edges.dropped).write(search.root, to: &text)
      essay = Essay(metadata: EssayMetadata(source: source), text: text.finish())
      // A title that stands in no element of its own.
      if let title = page.title, let first = essay.text.paragraphs.first,
        ArticleSearch.folded(essay.text.string(first.passage)) == ArticleSearch.folded(title)
      {
        essay.text = essay.text.droppingFirstParagraph()
      }
    }
    if essay.text.paragraphs.isEmpty, document.nodes.contains(where: { $0.tag == .script }) {
      throw .onlyScript
    }
    essay.metadata = EssayMetadata(
      title: page.title, author: page.author, date: page.date, language: page.language,
      source: source)
    essay.offers = PageOffers(of: document, base: page.base).all
    essay.comments = PageComments(of: survey).all
    if document.isCut { essay.cut = Self.cutNotice }
    return essay
  }

  private static let cutNotice =
    "The page is longer than \(HTMLSource.byteLimit >> 20) MB or has more than "
    + "\(HTMLSource.tagLimit) tags; only what comes before is here"
}
