import RejoinderCore

/// A stretch of an essay, read once: words, marks, places, and how often each word returns.
struct Reading: Sendable {
  private(set) var words: [Word] = []
  private(set) var sentences: [ReadSentence] = []
  /// How often each content word occurs, by the low bits of its hash.
  private var frequencies = [UInt16](repeating: 0, count: Self.slots)
  private var contentWords = 0

  /// Words of the title, of the essay's first paragraph and of its last.
  private var titleWords = WordSlots()
  private var openingWords = WordSlots()
  private var closingWords = WordSlots()

  private static let slots = 4096

  /// - Parameter title: The essay's, where it is known.
  init(_ sentences: ArraySlice<Sentence>, in text: EssayText, title: String? = nil) {
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
      place.isInOpening = sentence.paragraph <= ends.lowerBound
      place.isInClosing = sentence.paragraph >= ends.upperBound
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
    noteEnds()
    if let title { noteTitle(title, with: lexicon) }
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

  private mutating func noteEnds() {
    for sentence in sentences where sentence.place.isAtEnds {
      for word in words[sentence.words] where Self.isContent(word) {
        if sentence.place.isInClosing { closingWords.insert(word.hash) }
        if sentence.place.isInOpening { openingWords.insert(word.hash) }
      }
    }
  }

  private mutating func noteTitle(_ title: String, with lexicon: Lexicon) {
    let utf8 = Array(title.utf8)
    var words: [Word] = []
    _ = WordReader.read(utf8, utf8.indices, with: lexicon, into: &words)
    for word in words where Self.isContent(word) { titleWords.insert(word.hash) }
  }

  // MARK: Neighbours

  /// The one before, in the same paragraph.
  func sentence(before index: Int) -> ReadSentence? {
    index > 0 && sentences[index].place.index > 0 ? sentences[index - 1] : nil
  }

  /// The one after, in the same paragraph.
  func sentence(after index: Int) -> ReadSentence? {
    let place = sentences[index].place
    return place.index + 1 < place.count && index + 1 < sentences.count
      ? sentences[index + 1] : nil
  }

  // MARK: The whole

  /// How much of the title is in a sentence, 0 to 1.
  func shareOfTitle(in sentence: ReadSentence) -> Float {
    guard titleWords.count > 0 else { return 0 }
    var found = WordSlots()
    for word in words[sentence.words] where Self.isContent(word) && titleWords.contains(word.hash) {
      found.insert(word.hash)
    }
    return Float(found.count) / Float(titleWords.count)
  }

  /// How much of a sentence returns at the other end of the essay, 0 to 1: in the last paragraph, and
  /// for what stands there in the first.
  func echo(of sentence: ReadSentence) -> Float {
    let other = sentence.place.isInClosing ? openingWords : closingWords
    guard other.count > 0, !(sentence.place.isInClosing && sentence.place.isInOpening) else {
      return 0
    }
    var shared: Float = 0
    var count: Float = 0
    for word in words[sentence.words] where Self.isContent(word) {
      if other.contains(word.hash) { shared += 1 }
      count += 1
    }
    return shared / (count + 2)
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

/// A set of words by twelve bits of their hashes: small, quick, and seldom wrong for the few hundred
/// words of a paragraph.
struct WordSlots: Sendable {
  private var bits: [UInt64] = []
  private(set) var count = 0

  func contains(_ hash: UInt64) -> Bool {
    !bits.isEmpty && bits[Int(hash >> 6 & 63)] & 1 << (hash & 63) != 0
  }

  mutating func insert(_ hash: UInt64) {
    if bits.isEmpty { bits = [UInt64](repeating: 0, count: 64) }
    if !contains(hash) { count += 1 }
    bits[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
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
