public import RejoinderCore

/// A text before and after somebody edited it, with the fate of every word.
///
/// Made from a seed, so that a measurement can be repeated. It knows where a passage went without
/// looking for it, and so can judge what is found by looking.
public struct EditedEssay: Sendable {
  /// What an editor does to a text.
  public enum Edit: String, Sendable, CaseIterable {
    case typos, replacedWords, insertedWords, deletedWords
    case insertedSentences, deletedSentences, movedSentences, duplicatedSentences
    case movedParagraphs, joinedParagraphs, otherQuotationMarks, everything
  }

  /// What became of a passage.
  public struct Fate: Sendable {
    /// Where it stands now; two places where somebody has copied it beside itself; none where too
    /// little of it is left.
    public var places: [Passage]
    /// Whether a person who has the quotation and its surroundings would find it: most of its words
    /// are left, together, and nothing else looks just like it.
    public var isFindable: Bool
  }

  struct Word {
    var text: String
    /// What stands before it.
    var space: String
    /// Which word of the original it is; `nil` for a new one.
    var number: Int?
    /// Whether it is a copy of a word that still stands elsewhere.
    var isCopy = false

    var endsSentence: Bool {
      let bare = text.reversed().drop { "\"”’')".contains($0) }
      return bare.first.map { ".?!".contains($0) } ?? false
    }
    var beginsParagraph: Bool { space == "\n\n" }
  }

  public let original: EssayText
  public let edited: EssayText
  /// Where each word of the original began and ended.
  private let before: [Passage]
  /// The sentence of each word of the original.
  private let sentences: [Int]
  /// The words of the edited text, with their places.
  private var after: [(word: Word, place: Passage)] = []

  public init(_ text: String, _ edit: Edit, strength: Int, seed: UInt64) {
    var editor = TextEditing(Self.words(of: text), seed: seed)
    let (original, places) = Self.laidOut(editor.words)
    self.original = EssayText(canonical: original)
    before = places
    var sentence = 0
    sentences = editor.words.map { word in
      defer { sentence += word.endsSentence ? 1 : 0 }
      return sentence
    }
    for _ in 0..<strength { editor.apply(edit) }
    let (edited, newPlaces) = Self.laidOut(editor.words)
    self.edited = EssayText(canonical: edited)
    after = zip(editor.words, newPlaces).map { (word: $0, place: $1) }
  }

  /// Passages to be found again: sentences, and runs of words inside them.
  public func passages(_ count: Int, seed: UInt64) -> [Passage] {
    var random = SplitMix64(seed: seed)
    let text = original
    let words = Self.words(of: String(decoding: text.utf8, as: UTF8.self))
    let starts = words.indices.filter { $0 == 0 || words[$0 - 1].endsSentence }
    return (0..<count).map { index in
      let start = starts[random.below(starts.count)]
      let end = words[start...].firstIndex(where: \.endsSentence) ?? words.count - 1
      guard index % 3 == 2, end - start > 6 else {
        return Passage(start: before[start].start, end: before[end].end)
      }
      let length = 3 + random.below(6)
      let first = start + random.below(max(1, end - start - length))
      return Passage(start: before[first].start, end: before[min(end, first + length)].end)
    }
  }

  public func fate(of passage: Passage) -> Fate {
    let numbers = before.indices.filter { before[$0].overlaps(passage) }
    guard let first = numbers.first, let last = numbers.last else {
      return Fate(places: [], isFindable: false)
    }
    let wanted = first...last
    var places: [Passage] = []
    var most = 0
    var standing: [Int] = []
    var wordsStand = false
    for isCopy in [false, true] {
      let indices = after.indices.filter {
        after[$0].word.isCopy == isCopy && after[$0].word.number.map(wanted.contains) == true
      }
      for run in Self.runs(indices, gap: max(2, numbers.count / 3)) {
        guard run.count * 2 >= numbers.count, let start = run.first, let end = run.last else {
          continue
        }
        let place = Passage(start: after[start].place.start, end: after[end].place.end)
        let isVerbatim = edited.utf8[place.range] == original.utf8[passage.range]
        // A copy elsewhere is not the passage, unless its words stand nowhere else any more; one
        // beside it cannot be told from it.
        if isCopy, wordsStand || !isVerbatim,
          !isBeside(run, standing, sentences: sentences[first]...sentences[last])
        {
          continue
        }
        if !isCopy, isVerbatim { wordsStand = true }
        standing += run
        places.append(place)
        most = max(most, run.count)
      }
    }
    let isLike = Self.occurrences(of: passage, of: original, in: edited) <= 1
    let isWhole = most * 10 >= numbers.count * 7
    return Fate(
      places: places,
      isFindable: places.count == 1 && isWhole && numbers.count >= 3 && isLike)
  }

  /// Whether nothing but words of the same sentences stands between two runs of words.
  private func isBeside(_ run: [Int], _ other: [Int], sentences wanted: ClosedRange<Int>) -> Bool {
    guard let start = run.first, let end = run.last else { return false }
    return other.contains { index in
      (min(start, index)...max(end, index)).allSatisfy { between in
        after[between].word.number.map { wanted.contains(sentences[$0]) } == true
      }
    }
  }

  private static func occurrences(
    of passage: Passage, of original: EssayText, in edited: EssayText
  ) -> Int {
    let wanted = original.utf8[passage.range]
    guard let first = wanted.first else { return 0 }
    return edited.utf8.indices.count {
      edited.utf8[$0] == first && edited.utf8[$0...].starts(with: wanted)
    }
  }

  // MARK: Words

  private static func runs(_ indices: [Int], gap: Int) -> [[Int]] {
    var runs: [[Int]] = []
    for index in indices {
      if let last = runs.last?.last, index - last <= gap {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var space = ""
    for part in text.split(separator: "\n", omittingEmptySubsequences: true) {
      for piece in part.split(separator: " ") {
        words.append(Word(text: String(piece), space: space, number: words.count))
        space = " "
      }
      space = "\n\n"
    }
    return words
  }

  private static func laidOut(_ words: [Word]) -> (String, [Passage]) {
    var text: [UInt8] = []
    var places: [Passage] = []
    for (index, word) in words.enumerated() {
      if index > 0 { text += word.space.utf8 }
      let start = text.count
      text += word.text.utf8
      places.append(Passage(start: start, end: text.count))
    }
    return (String(decoding: text, as: UTF8.self), places)
  }
}
