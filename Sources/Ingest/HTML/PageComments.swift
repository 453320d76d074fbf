import RejoinderCore

/// The comments that a page shows.
struct PageComments {
  private let document: HTMLDocument
  private let verdicts: [ClassWords.Verdict]
  private static let limit = 2_000

  init(of survey: PageSurvey) {
    document = survey.document
    verdicts = survey.verdicts
  }

  var all: [PageComment] {
    guard verdicts.contains(where: { $0.contains(.comment) }) else { return [] }
    var comments: [PageComment] = []
    var open: [Int] = []
    // An answer is no part of the comment that it lies in.
    let dropped = document.nodes.indices.map { isComment($0) || isFurniture($0) || isAuthor($0) }
    for index in document.nodes.indices where isComment(index) && comments.count < Self.limit {
      while let last = open.last, index >= document.nodes[last].end { open.removeLast() }
      guard let comment = comment(at: index, depth: open.count, dropping: dropped) else { continue }
      comments.append(comment)
      open.append(index)
    }
    return comments
  }

  private func isComment(_ index: Int) -> Bool {
    guard verdicts[index].contains(.comment) else { return false }
    let tag = document.nodes[index].tag
    guard tag == .li || tag == .div || tag == .article || tag == .section else { return false }
    if let type = document.string(of: .itemtype, at: index), type.hasSuffix("/Comment") {
      return true
    }
    return ["comment", "u-comment", "h-cite"].contains { document.has($0, in: .class, at: index) }
  }

  private func comment(
    at index: Int, depth: Int, dropping dropped: [Bool]
  ) -> PageComment? {
    var author: String?
    var date: String?
    var content: Int?
    var next = index + 1
    while next < document.nodes[index].end {
      if isComment(next) {
        next = document.nodes[next].end
        continue
      }
      if isAuthor(next), author == nil {
        let words = document.text(of: next, upTo: 80)
        author = words.hasSuffix(" says:") ? String(words.dropLast(6)) : words
      }
      if document.nodes[next].tag == .time, date == nil {
        let written = document.string(of: .datetime, at: next) ?? document.text(of: next)
        date = WrittenDate.iso(written) ?? WrittenDate.isoPrefix(written) ?? written
      }
      if content == nil, isContent(next) { content = next }
      next += 1
    }
    var text = StructuredText()
    HTMLWriting(document, dropping: dropped).write(content ?? index, to: &text)
    let words = String(decoding: text.finish().utf8, as: UTF8.self)
    guard !words.isEmpty else { return nil }
    return PageComment(author: author, date: date, text: words, depth: depth)
  }

  private func isAuthor(_ index: Int) -> Bool {
    guard document.hasAttributes(index) else { return false }
    return [
      "fn", "comment-author", "p-author", "comment__author", "author", "commenter",
      "wp-block-comment-author-name",
    ].contains {
      document.has($0, in: .class, at: index)
    } || document.equals("author", in: .itemprop, at: index)
  }

  private func isContent(_ index: Int) -> Bool {
    [
      "comment-content", "comment-text", "comment__body", "comment__content", "e-content", "p-name",
      "p-content", "wp-block-comment-content",
    ].contains { document.has($0, in: .class, at: index) }
      || document.equals("text", in: .itemprop, at: index)
  }

  private func isFurniture(_ index: Int) -> Bool {
    let tag = document.nodes[index].tag
    guard tag != .text else { return false }
    return tag == .footer || tag == .form || tag == .time
      || [
        "reply", "comment-meta", "comment-metadata", "comment-reply-link", "comment-actions",
        "comment-awaiting-moderation", "edit-link",
      ].contains { document.has($0, in: .class, at: index) }
  }
}
