/// An encoding with one byte for each character.
struct ByteEncoding: Sendable {
  let name: String
  private let upper: [Unicode.Scalar]

  private init(_ entry: ByteEncodingTable.Entry) {
    name = entry.name
    upper = Array(entry.characters.unicodeScalars)
  }

  /// `nil` for labels that the table has not.
  init?(label: String) {
    let entry = ByteEncodingTable.entries.first {
      $0.labels.split(separator: " ").contains { $0 == label }
    }
    guard let entry else { return nil }
    self.init(entry)
  }

  /// - Returns: UTF-8, and how many bytes stood for no character.
  func decode(_ bytes: [UInt8]) -> ([UInt8], Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    let encoded = upper.map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
    var replaced = 0
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let index = Int(byte) - 0x80
        if upper[index] == "\u{FFFD}" { replaced += 1 }
        utf8 += encoded[index]
      }
    }
    return (utf8, replaced)
  }

  // MARK: Evidence

  /// The encoding in which a text reads most like a language of those that use it; `nil` where it
  /// reads like none.
  static func likeliest(for bytes: ArraySlice<UInt8>) -> ByteEncoding? {
    var counts = Array(repeating: 0, count: 128)
    var letters = 0
    for byte in bytes {
      if byte >= 0x80 {
        counts[Int(byte) - 0x80] += 1
      } else if (0x61...0x7A).contains(byte | 0x20) {
        letters += 1
      }
    }
    let high = counts.reduce(0, +)
    let isLatin = high * 2 < letters + high
    var best: (encoding: ByteEncoding, score: Int)?
    for candidate in isLatin ? latin : others {
      guard let encoding = ByteEncoding(label: candidate.label) else { continue }
      let score = encoding.score(counts, usual: candidate.letters)
      if best.map({ score > $0.score }) ?? true { best = (encoding, score) }
    }
    return best.flatMap { $0.score > 0 ? $0.encoding : nil }
  }

  /// Letters that are usual in the languages of an encoding speak for it, others a little against,
  /// and what is no character against it.
  private func score(_ counts: [Int], usual: String) -> Int {
    let usual = Set(usual.unicodeScalars)
    var score = 0
    for (index, count) in counts.enumerated() where count > 0 {
      let scalar = upper[index]
      if usual.contains(scalar) {
        score += 4 * count
      } else if scalar == "\u{FFFD}" || scalar.value < 0xA0 {
        score -= 8 * count
      } else if scalar.properties.isAlphabetic {
        score -= count
      } else if !Self.typography.contains(scalar) {
        score -= 2 * count
      }
    }
    return score
  }

  private static let typography = Set("‘’“”„«»–—…€£§° \u{a0}".unicodeScalars)

  /// In order of preference, where two fit alike.
  private static let latin: [(label: String, letters: String)] = [
    ("windows-1252", "éèàçêâîôùûëïüöäßñáíóúãõåøæÉÀÖÄÜØÅÆœÇ¿¡’‘“”–—…"),
    ("iso-8859-15", "éèàçêâîôùûëïüöäßñáíóúãõåøæÉÀÖÄÜØÅÆœÇ€"),
    ("windows-1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻěščřžýáíéůťďňĚŠČŘŽÝÁÍÉŮőűöüŐŰăâîșțşţ’‘“”„–—…"),
    ("iso-8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻěščřžýáíéůťďňĚŠČŘŽÝÁÍÉŮőűöüŐŰăâîşţ"),
    ("windows-1254", "çğıöşüÇĞİÖŞÜ"),
    ("windows-1257", "āčēģīķļņšūžąęėįųõäöü"),
  ]

  private static let others: [(label: String, letters: String)] = [
    ("windows-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф«»–—"),
    ("koi8-r", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
    ("iso-8859-5", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
    ("windows-1253", "αειοτνσςρκπμλυηθδγχφβξωάέήίόύώ’–—"),
    ("iso-8859-7", "αειοτνσςρκπμλυηθδγχφβξωάέήίόύώ"),
    ("windows-1255", "אבגדהוזחטיכךלמםנןסעפףצץקרשת"),
    ("windows-1256", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإء"),
  ]
}
