internal import RejoinderCore

/// Finds the article of a page and what within it does not belong to it.
///
/// Names and known elements say what is furniture; where they say nothing, density decides: prose
/// is text in blocks that are long or end like sentences and consist of few links.
struct ArticleSearch {
  private(set) var survey: PageSurvey
  /// The element that holds the article.
  private(set) var root: Int
  private let document: HTMLDocument
  private let title: String?

  init(_ survey: PageSurvey, title: String?) {
    document = survey.document
    self.title = title.map(Self.folded)
    self.survey = survey
    root = document.nodes.firstIndex { $0.tag == .body } ?? 0
    guard !document.nodes.isEmpty else { return }
    dropVoicesOfOthers()
    dropFurniture()
    self.survey.measure()
    if self.survey.proseLength[root] == 0 {
      // A page of captions or verse: all that is left counts.
      return
    }
    chooseRoot()
    clean()
  }

  var dropped: [Bool] { survey.dropped }

  // MARK: Furniture

  private mutating func dropVoicesOfOthers() {
    var index = 0
    while index < document.nodes.count {
      let verdict = survey.verdicts[index]
      if !verdict.isDisjoint(with: [.comments, .comment, .consent]), !holdsArticle(index) {
        survey.drop(index)
      }
      index = survey.dropped[index] ? document.nodes[index].end : index + 1
    }
  }

  /// Whether an element is a frame around the article rather than a part of its surroundings.
  private func holdsArticle(_ index: Int) -> Bool {
    let tag = document.nodes[index].tag
    if tag == .html || tag == .body || tag == .main { return true }
    if tag == .article, !survey.verdicts[index].contains(.comment) { return true }
    return document.range(of: index).contains { inner in
      let tag = document.nodes[inner].tag
      return tag == .h1 || tag == .main || survey.verdicts[inner].contains(.body)
        || tag == .article && survey.verdicts[inner].isDisjoint(with: [.comment, .furniture])
    }
  }

  private mutating func dropFurniture() {
    let all = survey.proseLength[root]
    let shares = proseByNames()
    var index = root
    while index < document.nodes[root].end {
      if index != root, !survey.dropped[index], isFurniture(index),
        shares[names(of: index)] * 5 < all * 2, !frames(index)
      {
        survey.drop(index)
      }
      index = survey.dropped[index] ? document.nodes[index].end : index + 1
    }
  }

  /// How much prose all elements of one name hold together: a page can be built of nothing but
  /// "widgets".
  private func proseByNames() -> WordTable {
    var shares = WordTable()
    for index in document.range(of: root) where survey.proseLength[index] > 0 {
      if document.nodes[index].tag != .text, isFurniture(index) {
        shares[names(of: index)] += survey.proseLength[index]
      }
    }
    return shares
  }

  private func names(of index: Int) -> FNV1a {
    FNV1a(document.bytes(of: .class, at: index) ?? document.bytes(of: .id, at: index) ?? [])
  }

  /// Whether an element holds what is surely the article's text.
  private func frames(_ index: Int) -> Bool {
    let tag = document.nodes[index].tag
    if tag == .nav || tag == .aside { return false }
    return document.range(of: index).contains {
      survey.verdicts[$0].contains(.body) && survey.proseLength[$0] > 400
    }
  }

  private func isFurniture(_ index: Int) -> Bool {
    let tag = document.nodes[index].tag
    let verdict = survey.verdicts[index]
    switch tag {
    case .nav, .aside, .footer: return true
    case .header: return !holdsStandfirst(index)
    case .text, .main, .article: return false
    default: break
    }
    if let role = document.bytes(of: .role, at: index),
      Self.furnitureRoles.contains(where: { role.elementsEqual($0.utf8) })
    {
      return true
    }
    if verdict.contains(.body) || isWholeHeading(index) { return false }
    // How to reach the author.
    if tag == .address { return survey.textLength[index] < 160 }
    if verdict.contains(.furniture) { return true }
    return verdict.contains(.byline) && survey.textLength[index] < 160
  }

  private static let furnitureRoles = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "alert",
  ]

  /// A heading is what it says, however the link or the span in it is called.
  private func isWholeHeading(_ index: Int) -> Bool {
    let parent = document.nodes[index].parent
    return parent >= 0 && document.nodes[parent].tag.headingLevel != nil
      && survey.textLength[parent] == survey.textLength[index]
  }

  private func holdsStandfirst(_ index: Int) -> Bool {
    document.range(of: index).contains { survey.verdicts[$0].contains(.standfirst) }
  }

  // MARK: Root

  private mutating func chooseRoot() {
    if let known = knownBody() {
      root = known
      return
    }
    while true {
      let children = document.children(of: root).filter {
        document.nodes[$0].tag != .text && !survey.dropped[$0] && survey.textLength[$0] > 0
      }
      guard let best = richest(of: children), survey.proseLength[best] > 0 else { return }
      let whole = survey.proseLength[root]
      if let main = mainArticle(among: children) {
        root = main
        continue
      }
      guard isContainer(best) else { return }
      if survey.proseLength[best] * 20 >= whole * 19 {
        root = best
        continue
      }
      guard survey.proseLength[best] * 2 >= whole || hasTitle(best) else { return }
      let others = children.filter { $0 != best && survey.proseLength[$0] > 0 }
      let strangers = others.filter { isStranger($0, to: best) }
      guard strangers.count == others.count, survey.ownLength[root] < 80 else {
        for stranger in strangers { survey.drop(stranger) }
        return
      }
      root = best
    }
  }

  /// The element with most of the prose; or one with the title over it and a fair part of the prose.
  private func richest(of children: [Int]) -> Int? {
    guard let richest = children.max(by: { survey.proseLength[$0] < survey.proseLength[$1] }) else {
      return nil
    }
    if hasTitle(richest) { return richest }
    let titled = children.first {
      isContainer($0) && survey.proseLength[$0] * 4 >= survey.proseLength[richest] && hasTitle($0)
    }
    return titled ?? richest
  }

  private func hasTitle(_ index: Int) -> Bool {
    guard let title else { return false }
    return document.range(of: index).contains {
      !survey.dropped[$0] && document.nodes[$0].tag.headingLevel != nil
        && Self.agrees(Self.folded(document.text(of: $0)), with: title)
    }
  }

  /// The one element that is named as the article's text and holds most of what reads like it.
  private func knownBody() -> Int? {
    let all = survey.proseLength[root]
    var best: Int?
    var index = root
    while index < document.nodes[root].end {
      if survey.dropped[index] {
        index = document.nodes[index].end
        continue
      }
      if survey.verdicts[index].contains(.body), survey.proseLength[index] * 10 >= all * 6 {
        best = index
      }
      index += 1
    }
    return best
  }

  private func isContainer(_ index: Int) -> Bool {
    switch document.nodes[index].tag {
    case .p, .blockquote, .pre, .ul, .ol, .li, .figure: false
    default: document.nodes[index].tag.headingLevel == nil
    }
  }

  /// Whether an element beside the one with most of the prose does not go on with it.
  private func isStranger(_ index: Int, to best: Int) -> Bool {
    guard isContainer(index) else { return false }
    if survey.linkShare(index) > 0.3 { return true }
    let tag = document.nodes[index].tag
    if tag == document.nodes[best].tag, tag != .td, isAlike(index, best) { return false }
    return survey.proseLength[index] * 5 < survey.proseLength[best]
  }

  /// Whether two elements have one class, or none and no name either.
  private func isAlike(_ first: Int, _ second: Int) -> Bool {
    let names = [first, second].map { document.string(of: .class, at: $0) }
    if names[0] != nil { return names[0] == names[1] }
    return names[1] == nil && document.bytes(of: .id, at: first) == nil
      && document.bytes(of: .id, at: second) == nil
  }

  /// The one to read of several articles on one page: the one that has the page's title, or else the
  /// first that is not much shorter than the longest.
  private func mainArticle(among children: [Int]) -> Int? {
    let articles = children.filter { index in
      let isNamed =
        document.nodes[index].tag == .article || survey.verdicts[index].contains(.article)
      return isNamed && survey.proseLength[index] > 0
    }
    guard let longest = articles.map({ survey.proseLength[$0] }).max() else { return nil }
    let rest = children.filter { !articles.contains($0) }
    let loose = rest.reduce(0) { $0 + survey.proseLength[$1] }
    guard loose * 3 < longest else { return nil }
    if articles.count == 1 { return articles[0] }
    guard articles.allSatisfy(hasHeading) else { return nil }
    if let named = articles.first(where: hasTitle) { return named }
    return articles.first { survey.proseLength[$0] * 2 >= longest }
  }

  private func hasHeading(_ index: Int) -> Bool {
    document.range(of: index).contains { document.nodes[$0].tag.headingLevel != nil }
  }

  // MARK: Cleaning

  private mutating func clean() {
    survey.measure()
    let all = survey.textLength[root]
    var index = root + 1
    while index < document.nodes[root].end {
      if !survey.dropped[index], document.nodes[index].tag != .text,
        isLeftover(index, of: all)
      {
        survey.drop(index)
      }
      index = survey.dropped[index] ? document.nodes[index].end : index + 1
    }
    dropTail()
  }

  private func isLeftover(_ index: Int, of all: Int) -> Bool {
    let node = document.nodes[index]
    guard node.tag.isBlock, survey.textLength[index] > 0 else { return false }
    let length = survey.textLength[index]
    if survey.ownLength[index] == length, length <= 120 {
      let words = Array(Self.folded(document.text(of: index, upTo: 200)).utf8)
      if Self.isTeaser(words) || Boilerplate.phrase(in: words[...])?.place == .anywhere {
        return true
      }
    }
    guard length * 4 < all else { return false }
    // Lists of links: nothing in them but names of other pages.
    let isList =
      node.tag == .ul || node.tag == .ol || node.tag == .table || node.tag == .div
      || node.tag == .section
    if isList, survey.linkShare(index) > 0.7, survey.proseLength[index] == 0 {
      let links = document.range(of: index).count { document.nodes[$0].tag == .a }
      return links >= 3 || links >= 1 && node.tag != .div
    }
    return false
  }

  private static func isTeaser(_ words: [UInt8]) -> Bool {
    teasers.contains { words.starts(with: $0.utf8) }
  }

  private static let teasers = [
    "read more", "read also", "see also:", "related:", "more:", "also read", "read next",
    "continue reading", "recommended:", "don't miss", "next article", "previous article",
    "more on this", "you may also like", "you might also like", "sign up for", "subscribe to",
    "follow us", "share this", "skip to", "advertisement", "click here to", "filed under",
    "tagged", "tags:", "posted in", "image credit", "photo credit", "enjoyed this", "like this?",
  ]

  /// Drops what follows a heading over comments or other people's articles.
  private mutating func dropTail() {
    var seen = 0
    let all = survey.textLength[root]
    var index = root + 1
    while index < document.nodes[root].end {
      if survey.dropped[index] {
        index = document.nodes[index].end
        continue
      }
      let node = document.nodes[index]
      if node.tag.isBlock, survey.ownLength[index] > 0, survey.ownLength[index] <= 80,
        survey.ownLength[index] == survey.textLength[index], seen * 10 >= all * 4
      {
        let words = Self.folded(document.text(of: index))
        let phrase = Boilerplate.phrase(in: Array(words.utf8)[...])
        let isHeading = node.tag.headingLevel != nil
        if phrase?.place == .heading || isHeading && Self.headsOthers(words)
          || Self.headsComments(words)
        {
          dropFrom(index)
          return
        }
      }
      if node.tag == .text { seen += survey.textLength[index] }
      index += 1
    }
  }

  /// "Comments (3)", "12 replies".
  private static func headsComments(_ words: String) -> Bool {
    let bare = words.split { !$0.isLetter }.joined(separator: " ")
    return [
      "comments", "comment", "replies", "responses", "reader comments", "all comments",
      "leave a comment", "leave a reply", "join the discussion", "comments closed",
    ].contains(bare)
  }

  private static func headsOthers(_ words: String) -> Bool {
    let labels = [
      "related", "more from", "more stories", "more posts", "you may also", "you might also",
      "recommended", "popular", "most read", "read next", "further stories", "latest",
      "about the author",
      "about me", "share this", "newsletter", "subscribe", "categories", "archives", "recent posts",
      "recent comments", "tags", "navigation", "what others say", "reader comments", "discussion",
      "trending", "also on this site", "keep reading", "editors’ picks", "editors' picks",
    ]
    return labels.contains { words.hasPrefix($0) } && words.utf8.count < 60
  }

  /// Drops a node and everything after it in the article.
  private mutating func dropFrom(_ start: Int) {
    var index = start
    while index < document.nodes[root].end {
      survey.drop(index)
      index = document.nodes[index].end
    }
  }

  // MARK: Words

  /// Lower case, white space collapsed.
  static func folded(_ words: String) -> String {
    FoldedWords.plainly(words)
      ?? words.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Whether two titles are one, apart from what a site adds to it.
  static func agrees(_ heading: String, with title: String) -> Bool {
    guard heading.utf8.count >= 4 else { return heading == title }
    return heading == title || title.hasPrefix(heading) || heading.hasPrefix(title)
  }
}
