import RejoinderCore

/// A page whose article is one preformatted text, as in the archives of mailing lists: its lines are
/// read as those of a plain text.
struct MailArchive {
  private var bytes: [UInt8] = []

  /// `nil` for other pages, and for code.
  init?(_ document: HTMLDocument, search: ArticleSearch) {
    let survey = search.survey
    let all = survey.textLength[search.root]
    let blocks = document.range(of: search.root).filter {
      document.nodes[$0].tag == .pre && !survey.dropped[$0]
    }
    let text = blocks.reduce(0) { $0 + survey.textLength[$1] }
    guard text > 200, text * 10 >= all * 7 else { return nil }
    for block in blocks {
      var next = block
      while next < document.nodes[block].end {
        let node = document.nodes[next]
        if survey.dropped[next] || node.tag.isInvisible {
          next = node.end
          continue
        }
        if node.tag == .text { bytes += document.characters[node.range] }
        if node.tag == .br { bytes.append(0x0A) }
        next += 1
      }
      bytes += [0x0A, 0x0A]
    }
    let marks = bytes.count { "{};=<>".utf8.contains($0) }
    guard marks * 40 < bytes.count else { return nil }
  }

  func essay(source: EssaySource) throws(IngestError) -> Essay {
    let head = EssayHead(of: bytes, hasMore: false)
    return try PlainText().essay(from: bytes, head: head, source: source, hasMore: false)
  }
}
