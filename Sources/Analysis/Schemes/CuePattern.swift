internal import RejoinderCore

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
      var hash = FNV1a()
      var isTold = true
      var count = 0
      for byte in text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "^") ? 2 : 0) {
        if byte == UInt8(ascii: "*") {
          isTold = false
        } else if byte == UInt8(ascii: " ") {
          add(isTold ? hash.value : nil, at: count)
          hash = FNV1a()
          isTold = true
          count += 1
          if count == 2 { return }
        } else {
          hash.append(byte)
        }
      }
      add(isTold ? hash.value : nil, at: count)
    }

    private mutating func add(_ hash: UInt64?, at index: Int) {
      if index == 0 { first = hash } else { second = hash }
    }
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
