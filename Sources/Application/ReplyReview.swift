public import RejoinderCore

/// What a reply promises of the essay, held against the essay.
public struct ReplyReview: Sendable, Hashable {
  /// Quotations of which the essay has not the words, in order of the reply.
  public let unfoundQuotations: [String]
  public let quotations: Int
  /// Cited claims that can no longer be found.
  public let lostClaims: [Anchor]
  /// Cited claims of which the essay now has similar words only.
  public let changedClaims: [Anchor]
  /// Words that are the reader's own, quotations and their citations left out.
  public let ownWords: Int
  public let words: Int

  public init(of reply: Reply, against essay: Essay) {
    let quotations = Self.quotations(of: reply.text)
    self.quotations = quotations.count
    let text = Self.folded(essay.text.utf8)
    unfoundQuotations = quotations.filter { quotation in
      Self.pieces(of: quotation).contains { piece in
        let words = Self.folded(Array(piece.utf8))
        return !words.isEmpty
          && EssayText(utf8: text, paragraphs: [])
            .firstPassage(of: String(decoding: words, as: UTF8.self)) == nil
      }
    }
    var lost: [Anchor] = []
    var changed: [Anchor] = []
    for (anchor, resolution) in zip(reply.claims, resolve(reply.claims, in: essay.text)) {
      switch resolution {
      case .exact, .moved: break
      case .approximate: changed.append(anchor)
      case .orphaned: lost.append(anchor)
      }
    }
    lostClaims = lost
    changedClaims = changed
    ownWords = Quotation.ownWordCount(of: Array(reply.text.utf8))
    words = reply.text.utf8.wordCount
  }

  /// Whether everything that is quoted and cited stands in the essay.
  public var isFair: Bool {
    unfoundQuotations.isEmpty && lostClaims.isEmpty && changedClaims.isEmpty
  }

  private static func quotations(of text: String) -> [String] {
    var quotations: [String] = []
    var current: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(">") {
        current.append(line.dropFirst())
        continue
      }
      if !current.isEmpty { quotations.append(current.joined(separator: "\n")) }
      current = []
    }
    if !current.isEmpty { quotations.append(current.joined(separator: "\n")) }
    return quotations.filter { $0.contains { !$0.isWhitespace } }
  }

  /// What stands between marks of omission.
  private static func pieces(of quotation: String) -> [String] {
    quotation.replacing("[...]", with: "[…]").split(separator: "[…]").map(String.init)
  }

  /// The text with every run of white space as one space: where lines end is nobody's words.
  private static func folded(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for byte in utf8 {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }
}
