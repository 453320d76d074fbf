/// A set of words by their hashes that says at once of most words that it does not hold them.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>
  /// 1024 bits: one for the low bits of each hash.
  private let filter: [UInt64]

  init(_ hashes: [UInt64]) {
    self.hashes = Set(hashes)
    var filter = [UInt64](repeating: 0, count: 16)
    for hash in hashes { filter[Int(hash >> 6 & 15)] |= 1 << (hash & 63) }
    self.filter = filter
  }

  func contains(_ hash: UInt64) -> Bool {
    filter[Int(hash >> 6 & 15)] & 1 << (hash & 63) != 0 && hashes.contains(hash)
  }
}
