internal import RejoinderCore

/// Word classes, as far as the detector and the scheme matcher know words.
///
/// A table of hashes with open addressing: made once, in some tens of microseconds, and asked about
/// every word. Two words of the language with one hash of 64 bits are not to be feared.
struct Lexicon: Sendable {
  static let english = Lexicon(Categories.lists)

  private let hashes: [UInt64]
  private let categories: [Categories]
  private let mask: Int

  init(_ lists: [(Categories, StaticString)]) {
    var bytes = 0
    for (_, list) in lists { bytes += list.utf8CodeUnitCount }
    // A word and its space take five bytes or more on average; the table stays less than half full.
    var size = 256
    while size < bytes / 5 * 2 { size *= 2 }
    var hashes = [UInt64](repeating: 0, count: size)
    var categories = [Categories](repeating: [], count: size)
    let mask = size - 1
    func insert(_ hash: UInt64, _ category: Categories) {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
      hashes[slot] = hash
      categories[slot].formUnion(category)
    }
    for (category, list) in lists {
      var hash = FNV1a()
      var isEmpty = true
      list.withUTF8Buffer { buffer in
        for byte in buffer {
          if byte <= 0x20 {
            if !isEmpty { insert(hash.value, category) }
            hash = FNV1a()
            isEmpty = true
          } else {
            hash.append(byte)
            isEmpty = false
          }
        }
      }
      if !isEmpty { insert(hash.value, category) }
    }
    self.hashes = hashes
    self.categories = categories
    self.mask = mask
  }

  subscript(hash: UInt64) -> Categories {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return categories[slot] }
      slot = (slot + 1) & mask
    }
    return []
  }
}

/// What kinds of word a word is.
struct Categories: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  static let necessity = Categories(rawValue: 1 << 0)
  static let possibility = Categories(rawValue: 1 << 1)
  static let future = Categories(rawValue: 1 << 2)
  static let hedge = Categories(rawValue: 1 << 3)
  static let booster = Categories(rawValue: 1 << 4)
  static let bad = Categories(rawValue: 1 << 5)
  static let good = Categories(rawValue: 1 << 6)
  static let contrast = Categories(rawValue: 1 << 7)
  static let conclusion = Categories(rawValue: 1 << 8)
  static let because = Categories(rawValue: 1 << 9)
  static let speech = Categories(rawValue: 1 << 10)
  static let singular = Categories(rawValue: 1 << 11)
  static let plural = Categories(rawValue: 1 << 12)
  static let reader = Categories(rawValue: 1 << 13)
  static let pastAuxiliary = Categories(rawValue: 1 << 14)
  static let present = Categories(rawValue: 1 << 15)
  static let pastVerb = Categories(rawValue: 1 << 16)
  static let time = Categories(rawValue: 1 << 17)
  static let study = Categories(rawValue: 1 << 18)
  static let quantity = Categories(rawValue: 1 << 19)
  static let thought = Categories(rawValue: 1 << 20)
  static let negation = Categories(rawValue: 1 << 21)
  static let comparison = Categories(rawValue: 1 << 22)
  static let issue = Categories(rawValue: 1 << 23)
  static let effect = Categories(rawValue: 1 << 24)
  static let title = Categories(rawValue: 1 << 25)
  static let generic = Categories(rawValue: 1 << 26)
  static let demonstrative = Categories(rawValue: 1 << 27)
  static let thirdPerson = Categories(rawValue: 1 << 28)
  static let question = Categories(rawValue: 1 << 29)
  static let principle = Categories(rawValue: 1 << 30)
  static let conditional = Categories(rawValue: 1 << 31)
  static let function = Categories(rawValue: 1 << 32)
  static let event = Categories(rawValue: 1 << 33)
  static let person = Categories(rawValue: 1 << 34)
  static let preposition = Categories(rawValue: 1 << 35)
  static let coordinator = Categories(rawValue: 1 << 36)
  static let perfect = Categories(rawValue: 1 << 37)
  static let motive = Categories(rawValue: 1 << 38)
  static let have = Categories(rawValue: 1 << 39)
  static let said = Categories(rawValue: 1 << 41)
  static let article = Categories(rawValue: 1 << 42)
  static let universal = Categories(rawValue: 1 << 40)
}
