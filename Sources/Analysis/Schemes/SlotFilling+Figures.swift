/// What is not meant as it is worded.
extension SlotFilling {
  /// Whether a clause speaks in a figure: an idiom, a jest, a likeness. To ask whether it is "really" so
  /// would take it at its word.
  func isFigurative(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let token = tokens[index]
      if Self.figures.contains(token.word), !token.isCapitalized { return true }
      guard index + 1 < range.upperBound else { return false }
      let next = tokens[index + 1].word
      return token.word == "like" && ["a", "an"].contains(next)
        || token.word == "as" && ["if", "though"].contains(next)
        || Self.idioms[token.word]?.contains(next) == true
    }
  }

  /// Words that essays use in figures far more often than not.
  private static let figures: Set<String> = [
    "elephant", "pill", "iceberg", "wolf", "devil", "ghost", "ghosts", "pandora", "tightrope",
    "abyss",
    "cliff", "straitjacket", "monster", "monsters", "genie", "puppet", "puppets", "pawn", "pawns",
    "chess", "cocktail", "sword", "dagger", "shackles", "chains", "cancer", "disease", "virus",
    "ashes", "flames", "storm", "tsunami", "earthquake", "crossroads", "achilles", "backyard",
    "crusade", "crosshairs", "minefield", "quagmire", "swamp", "dinosaur", "dinosaurs", "circus",
    "clown",
    "theater", "theatre", "mirror", "mask", "veil", "halo", "heartbeat", "lifeline", "bandage",
    "rubicon", "litmus", "dustbin", "rope", "noose", "vacuum", "cradle", "labyrinth",
    "hell", "heaven", "magic", "miracle", "wand", "horse", "dog", "dogs", "cat", "mouse",
    "nerve", "teeth", "chalk", "wound", "wounds", "throat", "knees", "belly", "shoulders",
    "eyebrows", "tongue", "blink",
    "nail", "coffin", "dice", "domino", "dominoes", "bandwagon", "pendulum", "rollercoaster",
    "marathon", "sprint", "homework", "pinch", "spotlight", "rope", "watershed", "juggernaut",
    "tentacles", "albatross", "scapegoat", "goldmine", "jungle", "wilderness", "mantra", "gospel",
  ]
  /// Two words that stand together only in such a turn.
  private static let idioms: [String: Set<String>] = [
    "red": ["line", "lines", "herring", "flag", "flags", "meat"], "green": ["light"],
    "blind": ["eye", "eyes"], "bottom": ["line"], "new": ["page", "chapter", "leaf"],
    "low": ["hanging"], "double": ["edged"], "hot": ["potato", "air"], "deaf": ["ears"],
    "lip": ["service"], "stone": ["unturned"], "back": ["burner", "foot", "seat"],
    "ticking": ["bomb", "time"], "vicious": ["circle", "cycle"], "moral": ["compass"],
    "level": ["playing"], "dead": ["end"], "slap": ["in"], "drop": ["in"], "shot": ["in"],
    "tug": ["of"], "fig": ["leaf"], "band": ["aid"], "paper": ["tiger"],
    "upper": ["hand"], "free": ["ride"], "wake": ["up"], "raw": ["deal"], "game": ["changer"],
    "pile": ["up"], "fan": ["the"], "heavy": ["lifting"], "blank": ["cheque", "check"],
    "name": ["of"], "crystal": ["clear"], "beck": ["and"], "spill": ["over"], "stump": ["speech"],
    "uphill": ["battle", "struggle"], "long": ["haul", "shot"], "breath": ["of"],
    "lightning": ["rod"], "by": ["surprise"], "tip": ["of"],
  ]

  /// Whether a question mark or an exclamation mark ends the sentence, or words in it stand in quotation
  /// marks, which the author holds with tongs or hands on.
  func isHeldWithTongs(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, let last = tokens[range].last else { return false }
    let end = min(phrase.utf8.count, last.range.upperBound + 3)
    let bytes = phrase.utf8[max(0, first.range.lowerBound - 1)..<end]
    return bytes.contains(UInt8(ascii: "!"))
      || !isInTongs(range)
        && (bytes.contains(UInt8(ascii: "\""))
          || bytes.indices.dropFirst().contains {
            bytes[$0 - 1] == 0x80 && [0x98, 0x9C, 0x9D].contains(bytes[$0])
          })
  }

  /// Whether all that stands in quotation marks is one word inside a clause, of which the author makes little.
  private func isInTongs(_ range: Range<Int>) -> Bool {
    let quoted = range.filter { isQuoted($0) }
    guard quoted.count == 1, let word = quoted.first, word > range.lowerBound,
      word + 1 < range.upperBound
    else { return false }
    return tokens[word + 1].followsMark
      && gap(before: word + 1).contains { [0x22, 0x9D].contains($0) }
  }
}
