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

  init(_ text: String, strength: Float) {
    var words = text.split(separator: " ")
    isAnchored = words.first == "^"
    if isAnchored { words.removeFirst() }
    parts = words.map { word in
      if word == "*" { return .gap }
      return word.hasSuffix("*") ? .prefix(String(word.dropLast())) : .word(String(word))
    }
    // Longer turns of phrase occur less often by chance.
    self.strength = strength + 0.03 * Float(min(words.count, 5))
  }

  /// The word that a match of a pattern begins with, or `nil` where any of several may.
  static func firstWord(of text: String) -> Substring? {
    let words = text.hasPrefix("^ ") ? text.dropFirst(2) : text[...]
    let word = words.prefix { $0 != " " }
    return word.hasSuffix("*") ? nil : word
  }

  /// The tokens of a match that begins at `start`, or `nil`.
  ///
  /// - Parameter crossesMarks: Whether commas and the like may lie in a gap.
  func match(
    _ tokens: [Phrase.Token], at start: Int, crossesMarks: Bool = true
  ) -> Range<Int>? {
    if isAnchored, start > 0 { return nil }
    guard let end = end(tokens, parts[...], at: start) else { return nil }
    let match = start..<end
    if !crossesMarks, tokens[match].dropFirst().contains(where: \.followsMark) { return nil }
    return match
  }

  private func end(_ tokens: [Phrase.Token], _ parts: ArraySlice<Part>, at index: Int) -> Int? {
    guard let part = parts.first else { return index }
    let rest = parts.dropFirst()
    switch part {
    case .word(let word):
      guard index < tokens.count, tokens[index].word == word else { return nil }
      return end(tokens, rest, at: index + 1)
    case .prefix(let prefix):
      guard index < tokens.count, tokens[index].word.hasPrefix(prefix) else { return nil }
      return end(tokens, rest, at: index + 1)
    case .gap:
      for next in index...(index + Self.longestGap) where next <= tokens.count {
        if let end = end(tokens, rest, at: next) { return end }
      }
      return nil
    }
  }
}
