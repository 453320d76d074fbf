import RejoinderCore

/// What a blog or a newspaper's page leaves around an essay.
enum Boilerplate {
  /// Where a phrase may stand to count.
  enum Place: Sendable, Hashable {
    /// On a line of its own, anywhere.
    case anywhere
    /// Only in the tail, where nothing but such lines follows.
    case tail
    /// As ``tail``; and whatever follows it is the page's as well.
    case heading
  }

  struct Phrase: Sendable {
    /// Lower case; a leading "#" stands for a number.
    var words: String
    /// Whether the line may go on after it.
    var isPrefix: Bool
    var kind: SourceOffer.Kind
    var place: Place
  }

  /// Lines longer than this are sentences, whatever they begin with.
  private static let longestLine = 160
  /// What may stand in the tail between recognised lines: names, links, buttons.
  private static let longestFiller = 60

  /// The offer that a line by itself makes wherever it stands, or `nil` if it belongs to the essay.
  static func isolated(_ bytes: [UInt8], _ line: Line) -> SourceOffer? {
    guard let phrase = phrase(in: bytes[line.text]), phrase.place == .anywhere else { return nil }
    return SourceOffer(
      kind: phrase.kind, text: String(decoding: bytes[line.text], as: UTF8.self))
  }

  /// Whether a block is made of the page's lines only, each of which stands for itself: known ones,
  /// and short ones between them.
  static func fills(_ lines: ArraySlice<Line>, of bytes: [UInt8]) -> Bool {
    var isKnown = false
    for line in lines {
      if phrase(in: bytes[line.text]) != nil {
        isKnown = true
      } else if line.text.count > longestFiller || bytes.endsSentence(line.text) {
        return false
      }
    }
    return isKnown
  }

  /// Removes what follows the essay.
  ///
  /// - Returns: What it offered, in order of the text.
  static func removeTail(of text: inout CanonicalText) -> [SourceOffer] {
    let start = tailStart(in: text)
    guard start > 0, start < text.paragraphs.count else { return [] }
    let offers = text.paragraphs[start...].compactMap { paragraph -> SourceOffer? in
      let line = firstLine(of: paragraph, in: text.utf8)
      return phrase(in: line).map {
        SourceOffer(kind: $0.kind, text: String(decoding: line, as: UTF8.self))
      }
    }
    text.truncate(toParagraphs: start)
    return offers
  }

  /// Cuts a partial text before the first line that may turn out to begin the tail.
  static func withholdTail(of text: inout CanonicalText) {
    let first = text.paragraphs.indices.dropFirst().first {
      phrase(in: firstLine(of: text.paragraphs[$0], in: text.utf8)) != nil
    }
    if let first { text.truncate(toParagraphs: first) }
  }

  /// The index of the first paragraph of the tail; the number of paragraphs where there is none.
  private static func tailStart(in text: CanonicalText) -> Int {
    let paragraphs = text.paragraphs
    var end = paragraphs.count
    // A heading over comments takes all that follows with it, unless that outweighs the essay.
    for (index, paragraph) in paragraphs.enumerated().dropFirst() {
      let line = firstLine(of: paragraph, in: text.utf8)
      guard line.count <= longestLine, phrase(in: line)?.place == .heading else { continue }
      if text.utf8.count - paragraph.passage.start <= max(2_048, paragraph.passage.start) {
        end = index
        break
      }
    }
    var start = end
    var index = end - 1
    while index > 0 {
      let line = firstLine(of: paragraphs[index], in: text.utf8)
      if phrase(in: line) != nil {
        start = index
      } else if !isFiller(line, paragraphs[index]) {
        break
      }
      index -= 1
    }
    return start
  }

  private static func isFiller(_ line: ArraySlice<UInt8>, _ paragraph: Paragraph) -> Bool {
    guard paragraph.passage.count <= longestFiller, let last = line.last else { return false }
    return !(last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
      && paragraph.kind != .preformatted
  }

  private static func firstLine(of paragraph: Paragraph, in utf8: [UInt8]) -> ArraySlice<UInt8> {
    let passage = paragraph.passage
    let head = utf8[passage.start..<min(passage.end, passage.start + longestLine + 1)]
    return head.prefix { $0 != 0x0A }
  }

  // MARK: Phrases

  /// The phrase that a line consists of or begins with.
  static func phrase(in line: ArraySlice<UInt8>) -> Phrase? {
    guard line.count <= longestLine, let first = line.first else { return nil }
    let isNumbered = (0x30...0x39).contains(first)
    let key = isNumbered ? UInt8(ascii: "#") : lowered(first)
    let (phrases, starts) = byFirstByte
    let candidates = phrases[starts[Int(key)]..<starts[Int(key) + 1]]
    if candidates.isEmpty { return nil }
    var words = line.map(lowered)
    if isNumbered {
      let digits = words.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }.count
      words.replaceSubrange(0..<digits, with: [UInt8(ascii: "#")])
    }
    while let last = words.last, last == UInt8(ascii: ":") || last == UInt8(ascii: "*") {
      words.removeLast()
    }
    return candidates.first { candidate in
      guard words.starts(with: candidate.words.utf8) else { return false }
      if words.count == candidate.words.utf8.count { return true }
      return candidate.isPrefix && !ListMarker.isWordByte(words[candidate.words.utf8.count])
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The phrases that begin with a byte: those of `starts[byte]..<starts[byte + 1]`.
  private static let byFirstByte: (phrases: [Phrase], starts: [Int]) = {
    var starts = Array(repeating: 0, count: Int(UInt8.max) + 2)
    for group in wordings {
      for words in group.words { starts[first(of: words) + 1] += 1 }
    }
    for byte in 1..<starts.count { starts[byte] += starts[byte - 1] }
    var next = starts
    var phrases = Array(
      repeating: Phrase(words: "", isPrefix: false, kind: .navigation, place: .tail),
      count: starts[starts.count - 1])
    for group in wordings {
      for words in group.words {
        let byte = first(of: words)
        phrases[next[byte]] = Phrase(
          words: words, isPrefix: group.isPrefix, kind: group.kind, place: group.place)
        next[byte] += 1
      }
    }
    return (phrases, starts)
  }()

  private static func first(of words: String) -> Int { words.utf8.first.map(Int.init) ?? 0 }

  /// Phrases of one kind.
  private struct Wordings {
    var kind: SourceOffer.Kind
    var place: Place
    var isPrefix: Bool
    var words: [String]

    init(_ kind: SourceOffer.Kind, _ place: Place, isPrefix: Bool = false, _ words: [String]) {
      self.kind = kind
      self.place = place
      self.isPrefix = isPrefix
      self.words = words
    }
  }

  private static let wordings: [Wordings] = [
    Wordings(
      .commentForm, .heading,
      [
        "leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment",
        "submit a comment", "join the conversation", "# comments", "# comment", "# responses",
        "# response", "# replies", "# reply", "comments", "view comments", "cancel reply",
        "leave a reply cancel reply",
      ]),
    Wordings(
      .commentForm, .heading, isPrefix: true,
      ["# thoughts on", "# thought on", "one thought on", "# responses to", "# comments on"]),
    Wordings(
      .commentForm, .tail, isPrefix: true,
      [
        "your email address will not be published", "required fields are marked",
        "this site uses akismet", "you must be logged in to", "log in to reply",
        "notify me of", "save my name, email",
      ]),
    Wordings(
      .commentForm, .tail, ["reply", "post comment", "comments are closed"]),
    Wordings(
      .shareLinks, .anywhere,
      [
        "share this", "share this article", "share this post", "like this", "loading...",
        "loading…", "like loading...", "like loading…",
      ]),
    Wordings(
      .shareLinks, .anywhere, isPrefix: true,
      ["click to share on", "click to email", "click to print"]),
    Wordings(
      .shareLinks, .tail, isPrefix: true, ["share on", "tweet this", "follow us on"]),
    Wordings(
      .shareLinks, .tail,
      [
        "share", "tweet", "print", "email", "facebook", "twitter", "linkedin", "reddit",
        "pinterest",
      ]),
    Wordings(
      .relatedPosts, .tail,
      [
        "related", "related posts", "related articles", "related stories", "related reading",
        "you may also like", "you might also like", "more from this author", "read more",
        "recommended", "recommended for you", "most read", "most popular", "trending",
      ]),
    Wordings(
      .subscription, .tail, ["subscribe", "subscribe now", "sign up", "newsletter"]),
    Wordings(
      .subscription, .tail, isPrefix: true,
      [
        "subscribe to our", "subscribe to the", "subscribe via", "sign up for our",
        "sign up to our", "get our newsletter", "enter your email", "we use cookies",
        "this site uses cookies", "this website uses cookies", "privacy & cookies", "cookie policy",
      ]),
    Wordings(
      .navigation, .anywhere,
      [
        "skip to content", "skip to main content", "advertisement", "story continues below",
        "story continues below advertisement", "continue reading the main story",
      ]),
    Wordings(
      .navigation, .tail, isPrefix: true,
      [
        "posted in", "posted on", "posted by", "filed under", "filed in", "tagged", "tags",
        "categories", "category", "previous post", "next post", "previous article", "next article",
        "older posts", "newer posts", "post navigation", "all rights reserved", "copyright ©",
        "© ", "powered by", "proudly powered by", "blog at wordpress", "← ", "about the author",
        "back to top",
      ]),
  ]
}
