/// All schemes that the program knows, with their cues ready to be matched.
struct SchemeCatalog: Sendable {
  /// The one that comes with the program; put in order when the first question is asked.
  static let builtIn = SchemeCatalog(Scheme.table)

  let schemes: [Scheme]
  /// Cues by the word that they begin with.
  private let cues: [String: [Cue]]
  /// Cues that begin with part of a word.
  private let openCues: [Cue]

  struct Cue: Sendable {
    /// Index into ``schemes``.
    var scheme: Int
    var pattern: CuePattern
    /// Whether it only says where other cues do not count.
    var isException: Bool
  }

  init(_ schemes: [Scheme]) {
    self.schemes = schemes
    var cues: [String: [Cue]] = [:]
    var openCues: [Cue] = []
    for (index, scheme) in schemes.enumerated() {
      let groups: [([String], Float, Bool)] = [
        (scheme.cues.strong, 0.7, false), (scheme.cues.weak, 0.4, false),
        (scheme.cues.except, 1, true),
      ]
      for (texts, strength, isException) in groups {
        for text in texts {
          let pattern = CuePattern(text, strength: strength + scheme.prior)
          let cue = Cue(scheme: index, pattern: pattern, isException: isException)
          if let word = pattern.firstWord {
            cues[word, default: []].append(cue)
          } else {
            openCues.append(cue)
          }
        }
      }
    }
    self.cues = cues
    self.openCues = openCues
  }

  func scheme(_ id: String) -> Scheme? {
    schemes.first { $0.id == id }
  }

  /// A scheme found in a phrase, by its strongest cue.
  struct Match: Sendable {
    var scheme: Int
    var strength: Float
    var cue: CuePattern.Match
    var tokens: Range<Int> { cue.tokens }
  }

  private func isDenied(_ cue: Range<Int>, in phrase: Phrase) -> Bool {
    let before = phrase.tokens[max(0, cue.lowerBound - 2)..<cue.lowerBound]
    return before.contains { $0.categories.contains(.negation) || $0.word == "less" }
  }

  /// The schemes whose cues a phrase shows, surest first.
  func matches(in phrase: Phrase) -> [Match] {
    var found: [Match] = []
    var exceptions: [(scheme: Int, tokens: Range<Int>)] = []
    for start in phrase.tokens.indices {
      for cue in (cues[phrase.tokens[start].word] ?? []) + openCues {
        let pattern = cue.pattern
        guard
          let match = pattern.match(phrase.tokens, at: start, crossesMarks: !cue.isException)
        else { continue }
        if cue.isException {
          exceptions.append((cue.scheme, match.tokens))
        } else {
          found.append(Match(scheme: cue.scheme, strength: pattern.strength, cue: match))
        }
      }
    }
    var best: [Int: Match] = [:]
    var cueWords: [Int: Set<String>] = [:]
    for match in found {
      let isExcepted = exceptions.contains {
        $0.scheme == match.scheme && $0.tokens.overlaps(match.tokens)
      }
      if isExcepted || schemes[match.scheme].isDeniable && isDenied(match.tokens, in: phrase) {
        continue
      }
      cueWords[match.scheme, default: []].insert(phrase.string(match.tokens).lowercased())
      if best[match.scheme].map({ $0.strength < match.strength }) ?? true {
        best[match.scheme] = match
      }
    }
    return best.values.map { match in
      var match = match
      // A second cue in other words makes it surer.
      if (cueWords[match.scheme]?.count ?? 0) > 1 { match.strength += 0.05 }
      match.strength = min(match.strength, 0.95)
      return match
    }
    .sorted { ($0.strength, $1.scheme) > ($1.strength, $0.scheme) }
  }
}
