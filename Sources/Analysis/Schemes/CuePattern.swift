/// A turn of phrase: words in a row, "*" at a word's end for any ending, "*" alone for up to eight
/// words between, "^" first for the beginning of a sentence.
struct CuePattern: Sendable {
  private enum Part: Sendable {
    case word(String)
    case prefix(String)
    case gap
  }

  private static let longestGap = 8

  private let parts: [Part]
  private let isAnchored: Bool
  /// How much a match says, 0 to 1.
  let strength: Float

  /// Works on bytes: hundreds of patterns are read before the first question is asked.
  init(_ text: String, strength: Float) {
    let star = UInt8(ascii: "*")
    var words = text.utf8.split(separator: UInt8(ascii: " "))
    isAnchored = words.first.map { $0.elementsEqual("^".utf8) } ?? false
    if isAnchored { words.removeFirst() }
    parts = words.map { word in
      guard word.last == star else { return .word(String(Substring(word))) }
      return word.count == 1 ? .gap : .prefix(String(Substring(word.dropLast())))
    }
    // Longer turns of phrase occur less often by chance.
    self.strength = strength + 0.03 * Float(min(words.count, 5))
  }

  /// The word that a match begins with, or `nil` where any of several may.
  var firstWord: String? {
    if case .word(let word) = parts.first { return word }
    return nil
  }

  /// Where a pattern stands in a sentence.
  struct Match: Sendable, Hashable {
    var tokens: Range<Int>
    /// What lies in the gap, if the pattern has one.
    var gap: Range<Int>?
  }

  /// The match that begins at `start`, or `nil`.
  ///
  /// - Parameter crossesMarks: Whether commas and the like may lie in a gap.
  func match(_ tokens: [Phrase.Token], at start: Int, crossesMarks: Bool = true) -> Match? {
    if isAnchored, start > 0 { return nil }
    guard let match = match(tokens, parts[...], at: start) else { return nil }
    let range = start..<match.tokens.upperBound
    if !crossesMarks, tokens[range].dropFirst().contains(where: \.followsMark) { return nil }
    return Match(tokens: range, gap: match.gap)
  }

  private func match(_ tokens: [Phrase.Token], _ parts: ArraySlice<Part>, at index: Int) -> Match? {
    guard let part = parts.first else { return Match(tokens: index..<index) }
    let rest = parts.dropFirst()
    switch part {
    case .word(let word):
      guard index < tokens.count, tokens[index].word == word else { return nil }
      return match(tokens, rest, at: index + 1)
    case .prefix(let prefix):
      guard index < tokens.count, tokens[index].word.hasPrefix(prefix) else { return nil }
      return match(tokens, rest, at: index + 1)
    case .gap:
      for next in index...(index + Self.longestGap) where next <= tokens.count {
        if var match = match(tokens, rest, at: next) {
          match.gap = index..<next
          return match
        }
      }
      return nil
    }
  }
}
