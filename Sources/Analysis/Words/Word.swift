internal import RejoinderCore

/// One word of a sentence, without its letters.
struct Word: Sendable {
  /// Identity: FNV-1a of the word in lower case with straight apostrophes.
  var hash: UInt64
  /// What the lexicon knows about it.
  var categories: Categories
  var form: Form
  /// Offset of its first byte in the text, and its length.
  var start: Int
  var length: UInt16

  /// What its letters show.
  struct Form: OptionSet, Sendable {
    let rawValue: UInt16
    static let capitalized = Form(rawValue: 1)
    static let allCapitals = Form(rawValue: 2)
    static let number = Form(rawValue: 4)
    /// A number of four digits that begins with 1 or 2.
    static let year = Form(rawValue: 8)
    static let endsInEd = Form(rawValue: 16)
    static let endsInLy = Form(rawValue: 32)
    static let endsInIng = Form(rawValue: 64)
    /// -tion, -ment, -ness, -ity, -ism, -ance, -ence.
    static let abstractNoun = Form(rawValue: 128)
    static let superlative = Form(rawValue: 256)
    /// -ful, -less, -ous, -ive, -able, -ible, -al, -ic.
    static let adjective = Form(rawValue: 512)
    static let endsInS = Form(rawValue: 1024)
    /// A comma, a semicolon, a colon, a dash or a bracket follows.
    static let endsClause = Form(rawValue: 2048)
  }
}

/// Marks between words that the features look at.
struct Punctuation: Sendable {
  var spaces = 0
  var commas = 0
  var semicolons = 0
  var colons = 0
  var dashes = 0
  var brackets = 0
  var quotationMarks = 0
  /// Bytes between quotation marks.
  var quotedBytes = 0
  var currency = 0
  var percent = 0
  var question = false
  var exclamation = false
  var opensWithQuote = false
  var endsWithQuote = false
  var endsWithColon = false

  /// Whether all that is quoted is a word or two, which the author holds with tongs and nobody said.
  var isScare: Bool {
    quotationMarks >= 2 && quotedBytes <= quotationMarks / 2 * Self.longestScare
  }

  private static let longestScare = 24

  /// Marks that part clauses.
  var separators: Int { commas + semicolons + colons + dashes + brackets }
}

/// Reads the words of a passage.
enum WordReader {
  /// Words beyond these do not change what a sentence is.
  static let limit = 400

  /// Appends the words of a passage to `words`.
  ///
  /// - Returns: The marks between them.
  static func read(
    _ utf8: [UInt8], _ range: Range<Int>, with lexicon: Lexicon, into words: inout [Word]
  ) -> Punctuation {
    var punctuation = Punctuation()
    var quoteStart: Int?
    let first = words.count
    let most = first + limit
    var index = range.lowerBound
    while index < range.upperBound, words.count < most {
      let byte = utf8[index]
      if isWordByte(byte) || byte >= 0xC3 && byte != 0xE2 {
        index = readWord(utf8, index, range.upperBound, lexicon, &words)
        continue
      }
      let separators = punctuation.separators
      index += mark(utf8, index, range, &punctuation, &quoteStart)
      if punctuation.separators != separators, words.count > first {
        words[words.count - 1].form.insert(.endsClause)
      }
    }
    if let start = quoteStart { punctuation.quotedBytes += index - start }
    finish(utf8, range, &punctuation)
    return punctuation
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func readWord(
    _ utf8: [UInt8], _ start: Int, _ end: Int, _ lexicon: Lexicon, _ words: inout [Word]
  ) -> Int {
    var index = start
    var hash = FNV1a()
    var capitals = 0
    var digits = 0
    var letters = 0
    while index < end {
      let byte = utf8[index]
      if (0x61...0x7A).contains(byte) {
        hash.append(byte)
      } else if (0x41...0x5A).contains(byte) {
        capitals += 1
        hash.append(byte | 0x20)
      } else if (0x30...0x39).contains(byte) {
        digits += 1
        hash.append(byte)
      } else if byte >= 0xC3, byte != 0xE2 || index == start {
        hash.append(byte)
      } else if byte >= 0x80, byte < 0xC0 {
        hash.append(byte)
      } else if let length = apostrophe(utf8, index, end) {
        hash.append(UInt8(ascii: "'"))
        index += length
        continue
      } else if digits > 0, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","),
        index + 1 < end, (0x30...0x39).contains(utf8[index + 1])
      {
        hash.append(byte)
      } else {
        break
      }
      letters += 1
      index += 1
    }
    guard index > start else { return start + 1 }
    var form =
      digits * 2 > letters ? numberForm(utf8, start..<index) : suffixForm(utf8, start..<index)
    if (0x41...0x5A).contains(utf8[start]) { form.insert(.capitalized) }
    if capitals > 1, capitals == letters { form.insert(.allCapitals) }
    words.append(
      Word(
        hash: hash.value, categories: lexicon[hash.value], form: form, start: start,
        length: UInt16(clamping: index - start)))
    return index
  }

  /// The length of an apostrophe between two letters, or `nil`.
  private static func apostrophe(_ utf8: [UInt8], _ index: Int, _ end: Int) -> Int? {
    if utf8[index] == UInt8(ascii: "'") {
      return index + 1 < end && isWordByte(utf8[index + 1]) ? 1 : nil
    }
    guard index + 3 < end, utf8[index] == 0xE2, utf8[index + 1] == 0x80, utf8[index + 2] == 0x99,
      isWordByte(utf8[index + 3])
    else { return nil }
    return 3
  }

  private static func numberForm(_ utf8: [UInt8], _ range: Range<Int>) -> Word.Form {
    let first = utf8[range.lowerBound]
    let isYear = range.count == 4 && (first == UInt8(ascii: "1") || first == UInt8(ascii: "2"))
    return isYear ? [.number, .year] : .number
  }

  private static func suffixForm(_ utf8: [UInt8], _ range: Range<Int>) -> Word.Form {
    guard range.count >= 4 else { return [] }
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard range.count > count + 1 else { return false }
      let start = range.upperBound - count
      for offset in 0..<count where utf8[start + offset] | 0x20 != suffix.utf8Start[offset] {
        return false
      }
      return true
    }
    switch utf8[range.upperBound - 1] | 0x20 {
    case UInt8(ascii: "d"): return ends("ed") ? .endsInEd : []
    case UInt8(ascii: "y"):
      if ends("ly") { return .endsInLy }
      return ends("ity") ? .abstractNoun : []
    case UInt8(ascii: "g"): return ends("ing") ? .endsInIng : []
    case UInt8(ascii: "n"): return ends("tion") || ends("sion") ? .abstractNoun : []
    case UInt8(ascii: "m"): return ends("ism") ? .abstractNoun : []
    case UInt8(ascii: "t"):
      if ends("ment") { return .abstractNoun }
      return ends("est") ? .superlative : []
    case UInt8(ascii: "s"):
      if ends("ness") { return .abstractNoun }
      return ends("less") || ends("ous") ? .adjective : .endsInS
    case UInt8(ascii: "e"):
      if ends("ance") || ends("ence") { return .abstractNoun }
      return ends("ive") || ends("able") || ends("ible") ? .adjective : []
    case UInt8(ascii: "l"): return ends("ful") || ends("al") ? .adjective : []
    case UInt8(ascii: "c"): return ends("ic") ? .adjective : []
    default: return []
    }
  }

  // MARK: Marks

  private static func mark(
    _ utf8: [UInt8], _ index: Int, _ range: Range<Int>, _ marks: inout Punctuation,
    _ quoteStart: inout Int?
  ) -> Int {
    var length = 1
    var isQuote = false
    switch utf8[index] {
    case 0x20: marks.spaces += 1
    case UInt8(ascii: ","): marks.commas += 1
    case UInt8(ascii: ";"): marks.semicolons += 1
    case UInt8(ascii: ":"): marks.colons += 1
    case UInt8(ascii: "("): marks.brackets += 1
    case UInt8(ascii: "$"): marks.currency += 1
    case UInt8(ascii: "%"): marks.percent += 1
    case UInt8(ascii: "\""): isQuote = true
    case UInt8(ascii: "-"):
      let isSpaced = index > range.lowerBound && utf8[index - 1] == 0x20
      if isSpaced || index + 1 < range.upperBound && utf8[index + 1] == UInt8(ascii: "-") {
        marks.dashes += 1
      }
    case 0xC2: length = 2
    case 0xE2:
      length = 3
      guard index + 2 < range.upperBound else { break }
      if utf8[index + 1] == 0x80 {
        switch utf8[index + 2] {
        case 0x93...0x95: marks.dashes += 1
        case 0x9C, 0x9D: isQuote = true
        default: break
        }
      } else if utf8[index + 1] == 0x82 {
        marks.currency += 1
      }
    default: break
    }
    if isQuote {
      marks.quotationMarks += 1
      if index == range.lowerBound { marks.opensWithQuote = true }
      if let start = quoteStart {
        marks.quotedBytes += index - start
        quoteStart = nil
      } else {
        quoteStart = index
      }
    }
    return length
  }

  private static func finish(_ utf8: [UInt8], _ range: Range<Int>, _ marks: inout Punctuation) {
    var index = range.upperBound
    while index > range.lowerBound, range.upperBound - index < 8 {
      index -= 1
      switch utf8[index] {
      case UInt8(ascii: "?"): marks.question = true
      case UInt8(ascii: "!"): marks.exclamation = true
      case UInt8(ascii: ":"): marks.endsWithColon = true
      case UInt8(ascii: "\""): marks.endsWithQuote = true
      case 0x9D where index >= 2 && utf8[index - 2] == 0xE2: marks.endsWithQuote = true
      case 0x80, 0xE2, 0x99, UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ")"): break
      default: return
      }
    }
  }
}

/// Words by their hashes.
enum WordHash {
  static func of(_ word: some Sequence<UInt8>) -> UInt64 { FNV1a(word).value }

  /// Gives the hash of each word of a text, parted by spaces.
  static func read(_ text: String, each body: (UInt64) -> Void) {
    var hash = FNV1a()
    var isEmpty = true
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        if !isEmpty { body(hash.value) }
        hash = FNV1a()
        isEmpty = true
      } else {
        hash.append(byte)
        isEmpty = false
      }
    }
    if !isEmpty { body(hash.value) }
  }
}
