/// Turns of phrase that the features look for, as the hashes of their words.
struct Cue: Sendable {
  /// Alternatives, each a run of neighbouring words.
  private let phrases: [[UInt64]]
  private let openings: WordSet

  init(_ phrases: [String]) {
    self.phrases = phrases.map { $0.split(separator: " ").map { WordHash.of($0.utf8) } }
    openings = WordSet(self.phrases.compactMap(\.first))
  }

  func occurs(in words: ArraySlice<Word>) -> Bool {
    words.indices.contains { start in
      openings.contains(words[start].hash)
        && phrases.contains { phrase in
          phrase.first == words[start].hash && start + phrase.count <= words.endIndex
            && zip(words[start...], phrase).allSatisfy { $0.hash == $1 }
        }
    }
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
    WordSet(list.split(separator: " ").map { WordHash.of($0.utf8) })
  }
}
