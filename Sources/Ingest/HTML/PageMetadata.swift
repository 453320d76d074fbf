import RejoinderCore

/// Title, author, date and language of a page, from what it says in its head, in JSON-LD, and where
/// it shows them.
struct PageMetadata {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  private(set) var language: String?
  /// What relative addresses are relative to.
  private(set) var base: WebAddress?

  private let document: HTMLDocument
  private let survey: PageSurvey
  /// Content of `<meta>` by name or property, the first of each.
  private var properties: [String: String] = [:]

  init(of survey: PageSurvey, address: String?) {
    self.survey = survey
    document = survey.document
    readProperties()
    let linked = LinkedData(of: document)
    readBase(address)
    title = chooseTitle(linked)
    author = cleaned(
      linked.author
        ?? property([
          "author", "article:author", "dc.creator", "dcterms.creator", "citation_author",
          "parsely-author", "sailthru.author", "byl", "twitter:creator:name", "og:article:author",
        ]) ?? shownAuthor()
    )
    date =
      (linked.date
      ?? property([
        "article:published_time", "og:article:published_time", "date", "dc.date",
        "dc.date.issued", "dcterms.date", "dcterms.created", "citation_publication_date",
        "parsely-pub-date", "pubdate", "publish-date", "datepublished", "sailthru.date",
      ]) ?? shownDate())
      .map { WrittenDate.iso($0) ?? WrittenDate.isoPrefix($0) ?? $0 }
    language = linked.language ?? shownLanguage()
  }

  /// Takes what the page did not say.
  mutating func fill(title: String?, author: String?, date: String?) {
    self.title = self.title ?? title
    self.author = self.author ?? author
    self.date = self.date ?? date
  }

  private mutating func readProperties() {
    for index in document.indices(of: .meta) {
      guard let content = document.string(of: .content, at: index), !content.isEmpty else {
        continue
      }
      for attribute in [HTMLDocument.Attribute.property, .name, .itemprop] {
        if let name = document.string(of: attribute, at: index)?.lowercased(),
          properties[name] == nil
        {
          properties[name] = content
        }
      }
    }
  }

  private func property(_ names: [String]) -> String? {
    for name in names {
      if let value = properties[name].map(Self.collapsed), !value.isEmpty, !value.hasPrefix("http")
      {
        return value
      }
    }
    return nil
  }

  // MARK: Title

  private func chooseTitle(_ linked: LinkedData) -> String? {
    let head = document.indices(of: .title).first.map { Self.collapsed(titleText($0)) }
    let headings = shownHeadings()
    let named =
      linked.title.map(Self.collapsed) ?? property(["og:title", "twitter:title", "dc.title"])
    // What the page shows its readers is the title, where the head confirms it.
    let folded = ArticleSearch.folded((head ?? "") + " " + (named ?? ""))
    let confirmed = headings.filter {
      $0.utf8.count >= 4 && FoldedWords.contains(folded, ArticleSearch.folded($0))
        && !isSiteName($0)
    }
    // The site's name can be a heading too; it is the shorter one.
    if let longest = confirmed.map(\.utf8.count).max(),
      let shown = confirmed.first(where: { $0.utf8.count == longest })
    {
      return shown
    }
    if let named { return withoutSite(named) }
    if let head, !head.isEmpty { return withoutSite(head) }
    return headings.first
  }

  /// The headings that can be the title's.
  private func shownHeadings() -> [String] {
    document.nodes.indices.lazy
      .filter { (document.nodes[$0].tag.headingLevel ?? 9) <= 3 }.prefix(30)
      .sorted {
        (document.nodes[$0].tag.headingLevel ?? 9, $0)
          < (document.nodes[$1].tag.headingLevel ?? 9, $1)
      }
      .map { Self.collapsed(document.text(of: $0).filter { $0 != "¶" }) }
      .filter { !$0.isEmpty }
  }

  private func titleText(_ index: Int) -> String {
    document.range(of: index).filter { document.nodes[$0].tag == .text }
      .map { String(decoding: document.characters[document.nodes[$0].range], as: UTF8.self) }
      .joined()
  }

  private func isSiteName(_ title: String) -> Bool {
    property(["og:site_name", "application-name"]).map(ArticleSearch.folded)
      == ArticleSearch.folded(title)
  }

  /// A title without the site's name behind or before it.
  private func withoutSite(_ title: String) -> String {
    let separators = [" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • "]
    let headings =
      (document.indices(of: .h1)
      + document.nodes.indices.filter { document.nodes[$0].tag.headingLevel == 2 }.prefix(8))
      .map { ArticleSearch.folded(document.text(of: $0)) }
    let site = property(["og:site_name", "application-name"]).map(ArticleSearch.folded)
    for separator in separators {
      let parts = title.split(separator: separator)
      guard parts.count >= 2, let first = parts.first, let last = parts.last else { continue }
      let head = title.dropLast(last.utf8.count + separator.utf8.count)
      if let site {
        if ArticleSearch.folded(String(last)) == site { return Self.collapsed(String(head)) }
        if ArticleSearch.folded(String(first)) == site {
          return Self.collapsed(String(title.dropFirst((String(first) + separator).count)))
        }
      }
      if let shown = [String(first), String(last)].first(where: {
        headings.contains(ArticleSearch.folded($0))
      }) {
        return Self.collapsed(shown)
      }
      let isShort = last.split(separator: " ").count <= 4
      if isShort, title.split(separator: " ").count - last.split(separator: " ").count >= 4 {
        return Self.collapsed(String(title[..<last.startIndex].dropLast(separator.count)))
      }
    }
    return title
  }

  // MARK: Author and date

  private func shownAuthor() -> String? {
    for index in document.nodes.indices where document.hasAttributes(index) {
      if document.equals("author", in: .itemprop, at: index)
        || document.has("author", in: .rel, at: index)
        || [
          "fn", "p-author", "author-name", "byline__name", "wp-block-post-author-name",
          "wp-block-post-author__name",
        ].contains(where: {
          document.has($0, in: .class, at: index)
        })
      {
        if survey.isInComment[index] || document.nodes[index].tag == .link { continue }
        let words = Self.collapsed(document.text(of: index, upTo: 120))
        if let name = Self.name(words, isNamed: true) { return name }
      }
    }
    for index in document.nodes.indices where document.nodes[index].tag != .text {
      guard survey.verdicts[index].contains(.byline), !survey.isInComment[index] else { continue }
      let words = Self.collapsed(document.text(of: index, upTo: 120))
      if let byline = words.firstRange(of: "By ") ?? words.firstRange(of: "by ") {
        let rest = words[byline.upperBound...]
        let name = rest.prefix { !"|·•–—,0123456789(/".contains($0) }
        if let name = Self.name(String(name)) { return name }
      }
    }
    return nil
  }

  /// A person's or a body's name; `nil` for what is too long or no name.
  ///
  /// - Parameter isNamed: Whether the page says that it is one; it may be in lower case then.
  private static func name(_ words: String, isNamed: Bool = false) -> String? {
    var words = words
    for start in ["By ", "by ", "Written by ", "Posted by "] where words.hasPrefix(start) {
      words = String(words.dropFirst(start.count))
    }
    words = collapsed(words)
    let count = words.split(separator: " ").count
    guard (1...6).contains(count), words.utf8.count <= 60,
      isNamed || words.contains(where: \.isUppercase), !words.contains("@")
    else { return nil }
    return words
  }

  private func shownDate() -> String? {
    for index in document.nodes.indices {
      switch document.nodes[index].tag {
      case .time where !survey.isInComment[index]:
        let written = document.string(of: .datetime, at: index) ?? document.text(of: index)
        if let date = WrittenDate.iso(written) ?? WrittenDate.isoPrefix(written) { return date }
      case .text: break
      default:
        guard document.equals("datePublished", in: .itemprop, at: index) else { break }
        return document.string(of: .content, at: index)
          ?? document.string(of: .datetime, at: index) ?? document.text(of: index)
      }
    }
    for index in document.nodes.indices where document.nodes[index].tag != .text {
      guard survey.verdicts[index].contains(.byline), !survey.isInComment[index] else { continue }
      if let date = WrittenDate.within(document.text(of: index, upTo: 160)) { return date }
    }
    return nil
  }

  private func cleaned(_ author: String?) -> String? {
    guard let author = author.map(Self.collapsed), !author.isEmpty else { return nil }
    for start in ["By ", "by ", "BY "] where author.hasPrefix(start) {
      return String(author.dropFirst(3))
    }
    return author
  }

  // MARK: Language and address

  private func shownLanguage() -> String? {
    let root = document.nodes.firstIndex { $0.tag == .html }
    let tag =
      root.flatMap { document.string(of: .lang, at: $0) ?? document.string(of: .xmlLang, at: $0) }
      ?? properties["og:locale"] ?? properties["content-language"]
    guard let tag, !tag.isEmpty else { return nil }
    return tag.replacing("_", with: "-")
  }

  private mutating func readBase(_ address: String?) {
    var own = address.flatMap(WebAddress.init)
    if own == nil {
      let canonical = document.indices(of: .link).first {
        document.has("canonical", in: .rel, at: $0)
      }
      own =
        canonical.flatMap { document.string(of: .href, at: $0) }.flatMap(WebAddress.init)
        ?? properties["og:url"].flatMap(WebAddress.init)
    }
    if let index = document.indices(of: .base).first,
      let written = document.string(of: .href, at: index)
    {
      base = WebAddress(own?.resolving(written) ?? written) ?? own
    } else {
      base = own
    }
  }

  static func collapsed(_ words: String) -> String {
    words.split { $0.isWhitespace }.joined(separator: " ")
  }
}
