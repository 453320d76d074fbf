/// Which language a text is in, by its script or by its commonest small words.
///
/// Made for telling a reader why nothing is highlighted. Between languages that are near relatives, or
/// that share a script, it says nothing rather than something wrong.
public struct LanguageGuess: Sendable, Hashable {
  /// BCP 47.
  public let code: String
  /// In English.
  public let name: String

  /// Looks at up to 16 KB.
  ///
  /// - Parameter bytes: UTF-8 text.
  /// - Returns: `nil` where the words are too few or fit no language well.
  public static func of(_ bytes: ArraySlice<UInt8>) -> LanguageGuess? {
    let sample = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    if let code = code(ofScriptIn: sample) { return LanguageGuess(code: code) }
    if EnglishCheck.verdict(on: bytes) == .english { return LanguageGuess(code: "en") }
    return code(ofWordsIn: sample).flatMap(LanguageGuess.init)
  }

  private init?(code: String) {
    guard let name = Self.names[code] else { return nil }
    self.code = code
    self.name = name
  }

  private static let names = [
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese",
    "it": "Italian", "nl": "Dutch", "sv": "Swedish", "da": "Danish", "pl": "Polish",
    "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "el": "Greek", "he": "Hebrew",
    "th": "Thai",
  ]

  // MARK: Script

  /// Scripts that one great language is written in. Cyrillic, Arabic and Devanagari are not among
  /// them.
  private static func code(ofScriptIn text: String) -> String? {
    var counts: [String: Int] = [:]
    var letters = 0
    for scalar in text.unicodeScalars where scalar.value >= 0x41 {
      letters += 1
      switch scalar.value {
      case 0x0370...0x03FF: counts["el", default: 0] += 1
      case 0x0590...0x05FF: counts["he", default: 0] += 1
      case 0x0E00...0x0E7F: counts["th", default: 0] += 1
      case 0x3040...0x30FF: counts["ja", default: 0] += 1
      case 0x4E00...0x9FFF: counts["zh", default: 0] += 1
      case 0xAC00...0xD7A3: counts["ko", default: 0] += 1
      default: break
      }
    }
    // Japanese mixes its own letters with Chinese ones.
    if let kana = counts["ja"], kana * 20 > letters {
      return "ja"
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      .flatMap { $0.value * 2 > letters ? $0.key : nil }
  }

  // MARK: Words

  /// The language whose small words are commonest, if they are common enough and no other's nearly so.
  private static func code(ofWordsIn text: String) -> String? {
    var words = 0
    var counts = [Int](repeating: 0, count: smallWords.count)
    for word in text.utf8.split(whereSeparator: { $0 < 0x80 && !isLetter($0) }) {
      words += 1
      let lower = String(decoding: word.map { isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      for index in smallWords.indices where smallWords[index].words.contains(lower) {
        counts[index] += 1
      }
    }
    guard words >= enough, let best = counts.max(), best * 100 >= words * threshold,
      let index = counts.firstIndex(of: best)
    else { return nil }
    let second = counts.enumerated().filter { $0.offset != index }.map(\.element).max() ?? 0
    return best * 3 >= second * 4 ? smallWords[index].code : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Fewer words than these prove nothing.
  private static let enough = 12
  /// Percent of a text's words.
  private static let threshold = 12

  private static let smallWords: [(code: String, words: Set<String>)] = [
    ("de", "der die das und ist nicht ein eine den von zu mit dem für auf sich des es als auch"),
    ("fr", "le la les et est pas un une des du que qui dans pour il elle sur ne ce au"),
    ("es", "el la los las y es no un una de que en por para se con del lo como su"),
    ("pt", "o a os as e é não um uma de que em por para se com do da ao mais"),
    ("it", "il la lo gli e è non un una di che in per si con del della i le sono"),
    ("nl", "de het een en is niet van dat te zijn op met voor aan er ook maar die in wordt"),
    ("sv", "och att det som en är på inte av för med den till ett om har de vi men så"),
    ("da", "og at det som en er på ikke af for med den til et om har de vi men der"),
    ("pl", "i w nie na się z jest że do to o jak po co ale dla od za przez ich"),
  ].map { (code: $0.0, words: Set($0.1.split(separator: " ").map(String.init))) }
}
