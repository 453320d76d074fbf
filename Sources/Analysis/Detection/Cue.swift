/// Turns of phrase that the features look for, as the hashes of their words.
struct Cue: Sendable {
  /// The hashes of all alternatives, one after the other.
  private let hashes: [UInt64]
  /// Where each alternative ends in ``hashes``.
  private let ends: [Int]
  private let openings: WordSet

  /// - Parameter phrases: Alternatives, each a run of neighbouring words.
  init(_ phrases: [String]) {
    var hashes: [UInt64] = []
    var ends: [Int] = []
    var openings: [UInt64] = []
    for phrase in phrases {
      let start = hashes.count
      WordHash.read(phrase) { hashes.append($0) }
      guard hashes.count > start else { continue }
      openings.append(hashes[start])
      ends.append(hashes.count)
    }
    self.hashes = hashes
    self.ends = ends
    self.openings = WordSet(openings)
  }

  func occurs(in words: ArraySlice<Word>) -> Bool {
    words.indices.contains { openings.contains(words[$0].hash) && begins(words[$0...]) }
  }

  /// Whether one of the alternatives stands at the beginning of `words`.
  private func begins(_ words: ArraySlice<Word>) -> Bool {
    var start = 0
    for end in ends {
      if end - start <= words.count,
        zip(words, hashes[start..<end]).allSatisfy({ $0.hash == $1 })
      {
        return true
      }
      start = end
    }
    return false
  }

  static let accordingTo = Cue(["according to", "in the words of", "as reported", "own telling"])
  static let thisIsWhy = Cue([
    "this is why", "that is why", "which is why", "that's why", "the truth is", "the fact is",
    "the point is", "the problem is", "the lesson is", "the question is", "the answer is",
    "in short",
    "in the end", "in other words", "after all", "the reality is", "the result is",
  ])
  static let inReality = Cue([
    "in reality", "in fact", "in truth", "the reality", "of course", "no doubt", "make no mistake",
    "on the contrary", "far from", "at best", "at heart",
  ])
  static let example = Cue([
    "for example", "for instance", "such as", "in one case", "one example", "including", "take the",
    "consider the", "look at",
  ])
  static let meansThat = Cue([
    "means that", "mean that", "amounts to", "leads to", "lead to", "led to", "result in",
    "results in", "is that", "shows that", "suggests that", "rather than", "so that", "not only",
    "no longer", "more than", "less than",
  ])
  static let callsFor = Cue([
    "time to", "time for", "let us", "let's", "has to", "have to", "needs to", "need to",
    "ought to",
    "must be", "should be", "it is time", "call for", "calls for", "would be", "had better",
  ])
  static let onlyWay = Cue([
    "the only", "only way", "no choice", "no reason", "no way", "the best", "the most", "the real",
    "at stake", "it is clear", "there is no", "there are no", "it is not", "is not a", "is not the",
    "too many", "too much", "too often", "far too",
  ])
  /// What should have been done asks nobody to do anything.
  static let regret = Cue(["should have", "must have", "should never have", "shouldn't have"])
  static let othersView = Cue(
    ["some", "many", "critics", "others", "opponents", "supporters", "proponents", "skeptics"]
      .flatMap { who in
        [
          "argue", "say", "believe", "claim", "think", "contend", "insist", "suggest", "will say",
          "will argue",
        ]
        .map { "\(who) \($0)" }
      } + ["it is said", "it is argued", "it is often said", "some have argued"])
  static let infinitive = Cue(["to be", "to do", "to make", "to take", "to get", "to have"])

  static let the = WordHash.of("the".utf8)
  static let there = WordHash.of("there".utf8)
  static let not = WordHash.of("not".utf8)
  static let but = WordHash.of("but".utf8)
  static let copulas = hashes(
    "is are was were be been isn't aren't it's that's remains become becomes")
  static let pronouns = hashes("it they he she this that we")
  static let signposts = hashes(
    "matters matter first second third finally why how consider background")

  static func hashes(_ list: String) -> WordSet {
    WordSet(wordsOf: list)
  }
}
