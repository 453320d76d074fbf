/// A linear score over a sentence's words and pairs of neighbouring words, each hashed to one of a
/// fixed number of slots (Weinberger et al., *Feature Hashing for Large Scale Multitask Learning*,
/// ICML 2009).
///
/// Weights are whole numbers of one scale, so that the order of adding does not matter.
package struct HashedWeights: Sendable, Equatable {
  package var scale: Float
  /// A power of two of them.
  package var weights: [Int8]

  package init(scale: Float, weights: [Int8]) {
    self.scale = scale
    self.weights = weights
  }

  func callAsFunction(_ words: ArraySlice<Word>) -> Float {
    guard !weights.isEmpty else { return 0 }
    var sum = 0
    weights.withUnsafeBufferPointer { weights in
      Self.forEachSlot(of: words.lazy.map(\.hash), among: weights.count) { _, slot in
        sum += Int(weights[slot])
      }
    }
    return Float(sum) * scale
  }

  /// What each word adds to the score, by itself and in pairs; a pair counts half for either word.
  func shares(of words: ArraySlice<Word>) -> [Float] {
    var shares = [Float](repeating: 0, count: words.count)
    guard !weights.isEmpty else { return shares }
    Self.forEachSlot(of: words.lazy.map(\.hash), among: weights.count) { place, slot in
      let weight = Float(weights[slot]) * scale
      switch place {
      case .word(let index): shares[index] += weight
      case .pair(let index):
        if index > 0 { shares[index - 1] += weight / 2 }
        if index < shares.count { shares[index] += weight / 2 }
      }
    }
    return shares
  }

  /// What stands in a slot: a word, or a pair by its second word. The sentence's ends count as words.
  enum Place {
    case word(Int)
    case pair(Int)
  }

  /// Every slot of a sentence, as often as it occurs.
  ///
  /// - Parameters:
  ///   - hashes: One for each word.
  ///   - count: A power of two.
  @inline(__always)
  static func forEachSlot(
    of hashes: some Sequence<UInt64>, among count: Int, _ body: (Place, Int) -> Void
  ) {
    let mask = UInt64(count - 1)
    var previous = start
    var index = 0
    for hash in hashes {
      body(.word(index), Int(mixed(hash) & mask))
      body(.pair(index), Int(mixed(previous &* 31 &+ hash) & mask))
      previous = hash
      index += 1
    }
    body(.pair(index), Int(mixed(previous &* 31 &+ end) & mask))
  }

  /// What stands for the beginning and the end of a sentence.
  private static let start: UInt64 = 1
  private static let end: UInt64 = 2

  /// Spreads a hash, so that its low bits depend on all of it (after MurmurHash3's finish).
  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash ^= hash >> 33
    hash = hash &* 0xff51_afd7_ed55_8ccd
    return hash ^ hash >> 33
  }
}
