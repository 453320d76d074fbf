import RejoinderCore

/// An essay's sentences, a stretch at a time: all of a column, some hundreds of a book's, so that every
/// chapter has its claims and memory does not grow with the text.
///
/// Where a stretch begins depends on the text alone, so that any one can be found again without
/// splitting those before it, unless a single paragraph fills several.
struct Stretches {
  private let text: EssayText
  private let paragraphs: Range<Int>
  private let splitter: SentenceSplitter

  /// - Parameter paragraphs: Indices into the text's paragraphs; `nil` takes all.
  init(_ text: EssayText, paragraphs: Range<Int>? = nil) {
    self.text = text
    self.paragraphs = (paragraphs ?? text.paragraphs.indices).clamped(to: text.paragraphs.indices)
    splitter = SentenceSplitter(utf8: text.utf8)
  }

  /// Hands over bare sentences, stretch by stretch; none is empty.
  func visit(_ take: ([Sentence]) -> Void) {
    var first = paragraphs.lowerBound
    while first < paragraphs.upperBound {
      let end = groupEnd(from: first)
      split(first..<end, take)
      first = end
    }
  }

  /// The stretch that a sentence is in, or the last of those that share its paragraphs; `nil` where
  /// there are no sentences.
  func stretch(around sentence: Sentence) -> [Sentence]? {
    var first = paragraphs.lowerBound
    while first < paragraphs.upperBound {
      let end = groupEnd(from: first)
      if sentence.paragraph < end {
        var found: [Sentence]?
        split(first..<end) { stretch in
          if let last = found?.last, last.passage.end > sentence.passage.start { return }
          found = stretch
        }
        return found
      }
      first = end
    }
    return nil
  }

  /// The end of the paragraphs that are split together, which begin with `first`.
  private func groupEnd(from first: Int) -> Int {
    var end = first
    var bytes = 0
    while end < paragraphs.upperBound, bytes < Self.length {
      bytes += text.paragraphs[end].passage.count
      end += 1
    }
    // Too little for a stretch of its own.
    let rest = text.paragraphs[end..<paragraphs.upperBound]
    guard let last = rest.last, let next = rest.first,
      last.passage.end - next.passage.start < Self.length / 2
    else { return end }
    return paragraphs.upperBound
  }

  private func split(_ group: Range<Int>, _ take: ([Sentence]) -> Void) {
    var sentences: [Sentence] = []
    for index in group {
      splitter.split(text.paragraphs[index]) { passage in
        sentences.append(Sentence(passage: passage, paragraph: index))
        if sentences.count == Self.most + Self.most / 2 {
          take(Array(sentences.prefix(Self.most)))
          sentences.removeFirst(Self.most)
        }
      }
    }
    if !sentences.isEmpty { take(sentences) }
  }

  /// Bytes that make a stretch.
  private static let length = 48_000
  /// Sentences that make one where they are short.
  private static let most = 400
}
