/// A set of words by their hashes: a table with open addressing, made in one walk over the words.
///
/// Dozens of these are made before the first claim is found, so it matters that each is cheap.
struct WordSet: Sendable {
  /// A power of two; more than half of it is free (0).
  private let slots: [UInt64]

  init(_ hashes: [UInt64]) {
    var size = 4
    while size < hashes.count * 2 + 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for hash in hashes where hash != 0 {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
    self.slots = slots
  }

  /// The words of a text, parted by spaces.
  init(wordsOf text: String) {
    var hashes: [UInt64] = []
    WordHash.read(text) { hashes.append($0) }
    self.init(hashes)
  }

  func contains(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
