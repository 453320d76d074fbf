extension ArgumentPack {
  /// Finds the pack's claims in a text.
  ///
  /// - Returns: `nil` unless at least half of the claims stand there word for word: a pack for
  ///   another essay would only mislead.
  public func match(in text: EssayText) -> PackMatch? {
    guard !claims.isEmpty else { return nil }
    let passages = claims.map { text.firstPassage(of: $0.quote) }
    let found = passages.count { $0 != nil }
    return found * 2 >= claims.count ? PackMatch(pack: self, passages: passages) : nil
  }
}

extension EssayText {
  /// Where `words` stand for the first time, compared byte for byte, from `start` on.
  public func firstPassage(of words: String, from start: Int = 0) -> Passage? {
    let pattern = Array(words.utf8)
    guard let first = pattern.first, pattern.count <= utf8.count else { return nil }
    return utf8.withUnsafeBufferPointer { text in
      var index = max(0, start)
      let last = text.count - pattern.count
      while index <= last {
        if text[index] == first, pattern.indices.allSatisfy({ text[index + $0] == pattern[$0] }) {
          return Passage(start: index, end: index + pattern.count)
        }
        index += 1
      }
      return nil
    }
  }
}
