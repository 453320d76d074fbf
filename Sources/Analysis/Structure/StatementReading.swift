import RejoinderCore

/// What can be told of one statement for finding what it supports.
struct StatementReading: Sendable {
  let paragraph: Int
  /// Words that carry meaning, as the numbers of their stems: ascending, each once.
  let words: [UInt32]
  /// "Because", "For example", "Indeed": it bears on what stands before.
  let givesReason: Bool
  /// "So", "Therefore", "That is why": what stands before bears on it.
  let concludes: Bool
  /// "But", "Yet", "In truth": it turns against what stands before.
  let contrasts: Bool
  /// "It", "They", "This": it leans on what stands before.
  let leans: Bool
  /// Figures, years, sources: it reports.
  let reports: Bool

  init(
    _ passage: Range<Int>, paragraph: Int, of text: EssayText, numbering stems: inout StemNumbers
  ) {
    let tokens = Phrase(text.utf8, passage).tokens
    self.paragraph = paragraph
    words = stems.numbers(
      of: Set(tokens.lazy.filter(Self.isMeaning).map { Self.stem($0.word) }))
    let opening = tokens.prefix(3).map(\.word)
    givesReason = Self.opens(opening, with: Self.reasons)
    concludes =
      Self.opens(opening, with: Self.conclusions)
      || tokens.prefix(5).contains { $0.word == "therefore" || $0.word == "thus" }
    contrasts = Self.opens(opening, with: Self.contrasts)
    leans = tokens.first.map { Self.pointers.contains($0.word) } ?? false
    reports = tokens.contains { $0.form.contains(.number) } || opening.first == "according"
  }

  private static func opens(_ opening: [String], with phrases: [[String]]) -> Bool {
    phrases.contains { opening.starts(with: $0) }
  }

  private static let reasons: [[String]] = [
    ["because"], ["for", "example"], ["for", "instance"], ["indeed"], ["after", "all"],
    ["in", "fact"],
    ["take"], ["consider"], ["according"], ["since"], ["nor"], ["as", "for"], ["look", "at"],
    ["when"], ["in", "one"], ["the", "reason"],
  ]
  private static let conclusions: [[String]] = [
    ["so"], ["therefore"], ["thus"], ["hence"], ["that", "is", "why"], ["this", "is", "why"],
    ["in", "short"], ["which", "is", "why"], ["clearly"], ["the", "remedy"], ["the", "answer"],
    ["the", "lesson"], ["history", "shows"],
  ]
  private static let contrasts: [[String]] = [
    ["but"], ["yet"], ["however"], ["in", "truth"], ["still"], ["nevertheless"], ["instead"],
    ["the", "opposite"], ["on", "the", "contrary"], ["in", "reality"],
  ]
  private static let pointers: Set<String> = [
    "it", "they", "this", "that", "these", "those", "such", "their", "its", "he", "she", "neither",
  ]

  private static func isMeaning(_ token: Phrase.Token) -> Bool {
    token.word.utf8.count > 2
      && token.categories.isDisjoint(with: [
        .function, .booster, .hedge, .possibility, .coordinator,
      ])
  }

  /// Cut so that "fine", "fines" and "fined" are one.
  private static func stem(_ word: String) -> String {
    var word = Substring(word)
    for ending in ["'s", "ing", "ies", "ed", "es", "s", "e", "y"] where word.utf8.count > 4 {
      if word.hasSuffix(ending) {
        word = word.dropLast(ending.count)
        break
      }
    }
    return String(word.prefix(8))
  }
}

/// Stems by number, so that the statements of a book hold numbers and no strings, and in how many
/// statements each occurs.
struct StemNumbers: Sendable {
  private var numbers: [String: UInt32] = [:]
  private var counts: [Int] = []

  /// - Parameter stems: Those of one statement.
  /// - Returns: Their numbers, ascending.
  mutating func numbers(of stems: Set<String>) -> [UInt32] {
    stems.map { stem in
      let number = numbers[stem] ?? UInt32(truncatingIfNeeded: counts.count)
      if Int(number) == counts.count {
        numbers[stem] = number
        counts.append(0)
      }
      counts[Int(number)] += 1
      return number
    }.sorted()
  }

  /// How much each says, by its number: the rarer, the more.
  ///
  /// - Parameter total: How many statements there are.
  func rarity(among total: Int) -> [Float] {
    counts.map { 1 - Float($0) / Float(max(1, total)) }
  }
}
