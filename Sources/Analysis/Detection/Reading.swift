import RejoinderCore

/// A stretch of an essay, read once: words, marks, places, and how often each word returns.
struct Reading: Sendable {
  private(set) var words: [Word] = []
  private(set) var sentences: [ReadSentence] = []
  /// How often each content word occurs, by the low bits of its hash.
  private var frequencies = [UInt16](repeating: 0, count: Self.slots)
  private var contentWords = 0

  private static let slots = 4096

  init(_ sentences: ArraySlice<Sentence>, in text: EssayText) {
    let lexicon = Lexicon.english
    words.reserveCapacity(sentences.count * 24)
    self.sentences.reserveCapacity(sentences.count)
    let length = Float(max(1, text.count))
    let ends = text.ends
    var paragraphStart = sentences.startIndex
    for index in sentences.indices {
      let sentence = sentences[index]
      if sentence.paragraph != sentences[paragraphStart].paragraph { paragraphStart = index }
      let first = words.count
      let marks = WordReader.read(
        text.utf8, text.clipped(sentence.passage), with: lexicon, into: &words)
      var place = ReadSentence.Place()
      place.inText = Float(sentence.passage.start) / length
      place.isFirst = sentence.paragraph == 0 && index == paragraphStart
      place.index = index - paragraphStart
      place.isAtEnds =
        sentence.paragraph <= ends.lowerBound || sentence.paragraph >= ends.upperBound
      if text.paragraphs.indices.contains(sentence.paragraph) {
        place.isLast =
          sentence.paragraph == text.paragraphs.count - 1
          && sentence.passage.end >= text.paragraphs[sentence.paragraph].passage.end
        if case .heading = text.paragraphs[sentence.paragraph].kind { place.isProse = false }
      }
      self.sentences.append(
        ReadSentence(words: first..<words.count, marks: marks, place: place))
    }
    countParagraphs(sentences)
    countWords()
  }

  private mutating func countParagraphs(_ source: ArraySlice<Sentence>) {
    var end = sentences.count
    while end > 0 {
      let start = end - 1 - sentences[end - 1].place.index
      for index in start..<end { sentences[index].place.count = end - start }
      end = start
    }
  }

  private mutating func countWords() {
    for word in words where Self.isContent(word) {
      let slot = Int(truncatingIfNeeded: word.hash) & (Self.slots - 1)
      if frequencies[slot] < .max { frequencies[slot] += 1 }
      contentWords += 1
    }
  }

  /// How much of what the stretch speaks of again and again is in a sentence, 0 to about 1.
  func centrality(of sentence: ReadSentence) -> Float {
    var sum: Float = 0
    var count: Float = 0
    for word in words[sentence.words] where Self.isContent(word) {
      let slot = Int(truncatingIfNeeded: word.hash) & (Self.slots - 1)
      sum += Float(min(frequencies[slot], 12)) - 1
      count += 1
    }
    return count == 0 ? 0 : sum / (count + 3) / 4
  }

  private static func isContent(_ word: Word) -> Bool {
    word.length >= 4 && !word.categories.contains(.function) && !word.form.contains(.number)
  }

  /// Whether a sentence is one: no heading, and with the spaces and the small words that hold
  /// sentences together, which links, code and tables lack.
  func isProse(_ sentence: ReadSentence) -> Bool {
    let words = words[sentence.words]
    return sentence.place.isProse && sentence.marks.spaces * 2 >= words.count - 1
      && words.count { $0.categories.contains(.function) } * 6 >= words.count
  }

  /// Function words among the first thousand words, in percent; `nil` with fewer than 24 words.
  var functionShare: Int? {
    let sample = words.prefix(1_000)
    guard sample.count >= 24 else { return nil }
    return sample.count { $0.categories.contains(.function) } * 100 / sample.count
  }
}

extension EssayText {
  /// The first and the last paragraph that is one: no heading, no line of a label or two.
  fileprivate var ends: ClosedRange<Int> {
    func isParagraph(_ paragraph: Paragraph) -> Bool {
      if case .heading = paragraph.kind { return false }
      return paragraph.passage.count >= 80
    }
    let first = paragraphs.firstIndex(where: isParagraph) ?? 0
    return first...max(first, paragraphs.lastIndex(where: isParagraph) ?? 0)
  }

  /// A passage as a range that lies inside the text.
  func clipped(_ passage: Passage) -> Range<Int> {
    let lower = min(max(0, passage.start), count)
    return lower..<min(max(lower, passage.end), count)
  }
}
