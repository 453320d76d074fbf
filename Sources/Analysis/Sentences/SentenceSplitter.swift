import RejoinderCore

/// Splits paragraphs into sentences by one walk over their bytes.
///
/// A full stop ends a sentence unless the word before it is an abbreviation, an initial or a list
/// number, or what follows begins in lower case. Ambiguous cases ("the U.S. The") go by whether the
/// next word is one that often begins a sentence. A wanted line break always ends one.
struct SentenceSplitter {
  let utf8: [UInt8]

  /// Brackets that stay open for longer than this were never closed.
  private static let longestParenthesis = 400

  /// Sentences in order, without the white space between them and without list markers.
  /// Verse, code and tables have none.
  func split(_ paragraph: Paragraph, _ emit: (Passage) -> Void) {
    switch paragraph.kind {
    case .verse, .preformatted, .tableRow: return
    case .body, .heading, .quotation, .listItem: break
    }
    let end = min(paragraph.passage.end, utf8.count)
    let allowsLower = !hasCapital(paragraph.passage.start, end)
    var start = beginning(from: paragraph.passage.start, end)
    var index = start
    var parenthesis: Int?
    while index < end {
      let byte = utf8[index]
      if byte == 0x0A {
        emitTrimmed(start, index, emit)
        start = beginning(from: index + 1, end)
        index = start
        parenthesis = nil
        continue
      }
      if byte == UInt8(ascii: "("), index > start { parenthesis = index }
      if byte == UInt8(ascii: ")") { parenthesis = nil }
      guard let mark = Mark(utf8, at: index, end: end) else {
        index += 1
        continue
      }
      if mark.closesParenthesis { parenthesis = nil }
      index = mark.end
      if let opened = parenthesis, index - opened < Self.longestParenthesis { continue }
      guard mark.end < end, let next = NextWord(utf8, after: mark, end: end) else { continue }
      guard endsSentence(mark, start: start, before: next, allowsLower: allowsLower) else {
        continue
      }
      emitTrimmed(start, mark.end, emit)
      start = next.gapEnd
      index = start
      parenthesis = nil
    }
    emitTrimmed(start, end, emit)
  }

  // MARK: Decision

  private func endsSentence(
    _ mark: Mark, start: Int, before next: NextWord, allowsLower: Bool
  ) -> Bool {
    if mark.isWide { return true }
    if next.isLower {
      guard allowsLower else { return false }
    }
    switch mark.kind {
    case .shout:
      return !(mark.hasQuote && speaks(next))
    case .ellipsis:
      return next.word == nil || next.word != Self.firstPerson
    case .period:
      return periodEndsSentence(mark, start: start, before: next)
    }
  }

  private func periodEndsSentence(_ mark: Mark, start: Int, before next: NextWord) -> Bool {
    let word = wordBefore(mark.start, from: start)
    guard let first = word.first else { return true }
    if isListNumber(word, start: start) { return false }
    let startsOften = next.word.map { Abbreviation.starters.contains($0) } ?? false
    let isCapital = (0x41...0x5A).contains(utf8[first])
    if utf8[word].contains(UInt8(ascii: ".")) {
      return dottedWordEnds(word, before: next, startsOften: startsOften)
    }
    if word.count == 1, isCapital {
      return utf8[first] == UInt8(ascii: "I") || startsOften
    }
    guard let packed = PackedWord(utf8, word),
      let abbreviation = Abbreviation(packed, isCapitalized: isCapital)
    else { return true }
    switch abbreviation {
    case .open: return false
    case .closing: return startsOften
    case .beforeNumber: return !next.isDigit
    case .month: return !next.isDigit && startsOften
    }
  }

  /// "U.S", "a.m", "e.g", "Ph.D", "J.R.R": the word's last full stop is the mark itself.
  private func dottedWordEnds(
    _ word: Range<Int>, before next: NextWord, startsOften: Bool
  ) -> Bool {
    let letters = utf8[word].filter { $0 != UInt8(ascii: ".") }
    guard letters.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }), letters.count <= 6 else {
      return true
    }
    switch PackedWord(letters, letters.indices) {
    case Self.forExample, Self.thatIs, Self.postscript: return false
    case Self.morning, Self.afternoon:
      return !next.isDigit && !(next.word.map { Abbreviation.afterHour.contains($0) } ?? false)
    default: return startsOften
    }
  }

  private static let firstPerson = PackedWord(Array("i".utf8), 0..<1)
  private static let forExample = PackedWord(Array("eg".utf8), 0..<2)
  private static let thatIs = PackedWord(Array("ie".utf8), 0..<2)
  private static let postscript = PackedWord(Array("ps".utf8), 0..<2)
  private static let morning = PackedWord(Array("am".utf8), 0..<2)
  private static let afternoon = PackedWord(Array("pm".utf8), 0..<2)

  /// Whether the words after a quotation tell who spoke it: “Why?” Mrs Ames asked.
  private func speaks(_ next: NextWord) -> Bool {
    if let word = next.word, Abbreviation.starters.contains(word) { return false }
    var index = next.range.upperBound
    for _ in 0..<3 {
      while index < utf8.count, utf8[index] == 0x20 || utf8[index] == UInt8(ascii: ".") {
        index += 1
      }
      let range = NextWord.letters(utf8, from: index, end: utf8.count)
      if let word = PackedWord(utf8, range), Abbreviation.speech.contains(word) { return true }
      if range.isEmpty { return false }
      index = range.upperBound
    }
    return false
  }

  /// Whether nothing but a number or a letter stands before the mark: "1. First", "b. Then".
  private func isListNumber(_ word: Range<Int>, start: Int) -> Bool {
    guard word.lowerBound == start, word.count <= 3 else { return false }
    return utf8[word].allSatisfy { (0x30...0x39).contains($0) }
      || word.count == 1 && utf8[start] != UInt8(ascii: "I")
  }

  // MARK: Words

  /// The letters, digits and inner full stops right before `index`.
  private func wordBefore(_ index: Int, from start: Int) -> Range<Int> {
    var lower = index
    while lower > start, index - lower < 40 {
      let byte = utf8[lower - 1]
      let belongs =
        byte >= 0x80 || byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte)
        || (0x61...0x7A).contains(byte | 0x20)
      // A quotation mark or a dash of three bytes is no part of a word.
      if !belongs || byte >= 0x80 && lower >= 3 && utf8[lower - 3] == 0xE2 { break }
      lower -= 1
    }
    while lower < index, utf8[lower] == UInt8(ascii: ".") { lower += 1 }
    return lower..<index
  }

  private func hasCapital(_ start: Int, _ end: Int) -> Bool {
    utf8[start..<max(start, end)].contains { (0x41...0x5A).contains($0) }
  }

  /// Where the next sentence starts: after white space and a list marker.
  private func beginning(from index: Int, _ end: Int) -> Int {
    var index = index
    func skipBlanks() {
      while index < end, utf8[index] == 0x20 || utf8[index] == 0x09 || utf8[index] == 0x0A {
        index += 1
      }
    }
    skipBlanks()
    let start = index
    if index < end, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(utf8[index])
    {
      index += 1
    } else if index + 2 < end, utf8[index] == 0xE2, utf8[index + 1] == 0x80,
      utf8[index + 2] == 0xA2
    {
      index += 3
    }
    guard index > start, index < end, utf8[index] == 0x20 else { return start }
    skipBlanks()
    return index
  }

  private func emitTrimmed(_ start: Int, _ end: Int, _ emit: (Passage) -> Void) {
    var end = end
    while end > start, utf8[end - 1] <= 0x20 { end -= 1 }
    if start < end { emit(Passage(start: start, end: end)) }
  }
}
