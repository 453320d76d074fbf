internal import RejoinderCore

/// Numbers by the hashes of words.
///
/// A page's names are looked up in it, because a dictionary of strings takes longer to make than a page
/// takes to read. Two words with one hash would be taken for each other, which nobody gains by.
struct WordTable {
  private var keys: [UInt64]
  private var values: [Int]
  private var count = 0

  /// - Parameter capacity: How many words there will be, about.
  init(capacity: Int = 8) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
  }

  /// 0 for words that have no number.
  subscript(_ hash: FNV1a) -> Int {
    get { values[slot(hash.value)] }
    set {
      let slot = slot(hash.value)
      if keys[slot] == 0 {
        keys[slot] = Self.key(hash.value)
        count += 1
      }
      values[slot] = newValue
      if count * 2 > keys.count { grow() }
    }
  }

  /// 0 stands for an empty slot.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func slot(_ hash: UInt64) -> Int {
    let key = Self.key(hash)
    let mask = keys.count - 1
    // Seeded anew in each run, so that no page can have words that all want one slot.
    var slot = key.hashValue & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = WordTable(capacity: keys.count)
    for (place, key) in keys.enumerated() where key != 0 {
      let slot = larger.slot(key)
      larger.keys[slot] = key
      larger.values[slot] = values[place]
    }
    larger.count = count
    self = larger
  }
}
