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

  /// Works on bytes: dozens of patterns are read for a sentence.
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

  /// What a pattern begins with, told without reading all of it.
  struct Beginning: Sendable {
    /// The hash of the first word; `nil` where any of several may stand.
    private(set) var first: UInt64?
    /// That of the second, if there is one and it is told.
    private(set) var second: UInt64?

    init(of text: String) {
      var hash = WordHash()
      var isTold = true
      var count = 0
      for byte in text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "^") ? 2 : 0) {
        if byte == UInt8(ascii: "*") {
          isTold = false
        } else if byte == UInt8(ascii: " ") {
          add(isTold ? hash.value : nil, at: count)
          hash = WordHash()
          isTold = true
          count += 1
          if count == 2 { return }
        } else {
          hash.add(byte)
        }
      }
      add(isTold ? hash.value : nil, at: count)
    }

    private mutating func add(_ hash: UInt64?, at index: Int) {
      if index == 0 { first = hash } else { second = hash }
    }
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
