/// All schemes that the program knows, with their cues ready to be matched.
struct SchemeCatalog: Sendable {
  /// The one that comes with the program; put in order when the first question is asked.
  static let builtIn = SchemeCatalog(Scheme.table)

  let schemes: [Scheme]
  /// All cues as they are written. They are read where a sentence holds their first word: reading
  /// hundreds of them took longer than asking the questions.
  private var written: [WrittenCue] = []
  /// Indices into ``written``, -1 for none, by the low bits of their first word's hash.
  private var firstCues: [Int32]
  /// Cues that begin with part of a word.
  private var openCues: [Cue] = []

  struct Cue: Sendable {
    /// Index into ``schemes``.
    var scheme: Int
    var pattern: CuePattern
    /// Whether it only says where other cues do not count.
    var isException: Bool
  }

  private struct WrittenCue {
    var text: String
    var scheme: Int
    var strength: Float
    var isException: Bool
    var beginning: CuePattern.Beginning
    /// The next cue in the same place of ``firstCues``, or -1.
    var next: Int32

    var cue: Cue {
      Cue(
        scheme: scheme, pattern: CuePattern(text, strength: strength), isException: isException)
    }
  }

  init(_ schemes: [Scheme]) {
    self.schemes = schemes
    firstCues = Array(repeating: -1, count: Self.places)
    for (index, scheme) in schemes.enumerated() {
      add(scheme.cues.strong, of: index, strength: 0.7 + scheme.prior)
      add(scheme.cues.weak, of: index, strength: 0.4 + scheme.prior)
      add(scheme.cues.except, of: index, strength: 1 + scheme.prior, isException: true)
    }
  }

  /// A power of two, about as many as there are cues.
  private static let places = 1024

  private mutating func add(
    _ texts: [String], of scheme: Int, strength: Float, isException: Bool = false
  ) {
    for text in texts {
      let beginning = CuePattern.Beginning(of: text)
      var cue = WrittenCue(
        text: text, scheme: scheme, strength: strength, isException: isException,
        beginning: beginning, next: -1)
      guard let first = beginning.first else {
        openCues.append(cue.cue)
        continue
      }
      let place = Int(truncatingIfNeeded: first) & (Self.places - 1)
      cue.next = firstCues[place]
      firstCues[place] = Int32(written.count)
      written.append(cue)
    }
  }

  /// The cues that may begin where the words with these hashes do, in no order.
  private func cues(beginning words: ArraySlice<UInt64>) -> [Cue] {
    var cues = openCues
    guard let first = words.first else { return cues }
    let second = words.dropFirst().first
    var index = firstCues[Int(truncatingIfNeeded: first) & (Self.places - 1)]
    while index >= 0 {
      let beginning = written[Int(index)].beginning
      if beginning.first == first, beginning.second == nil || beginning.second == second {
        cues.append(written[Int(index)].cue)
      }
      index = written[Int(index)].next
    }
    return cues
  }

  func scheme(_ id: String) -> Scheme? {
    schemes.first { $0.id == id }
  }

  /// A scheme found in a phrase, by its strongest cue.
  struct Match: Sendable {
    var scheme: Int
    var strength: Float
    /// The cue's tokens.
    var tokens: Range<Int>
  }

  /// The schemes whose cues a phrase shows, surest first.
  func matches(in phrase: Phrase) -> [Match] {
    var found: [Match] = []
    var exceptions: [(scheme: Int, tokens: Range<Int>)] = []
    let hashes = phrase.tokens.map { WordHash.of($0.word.utf8) }
    for start in phrase.tokens.indices {
      for cue in cues(beginning: hashes[start...]) {
        let pattern = cue.pattern
        guard
          let tokens = pattern.match(
            phrase.tokens, at: start, crossesMarks: !cue.isException)
        else { continue }
        if cue.isException {
          exceptions.append((cue.scheme, tokens))
        } else {
          found.append(
            Match(scheme: cue.scheme, strength: pattern.strength, tokens: tokens))
        }
      }
    }
    var best: [Int: Match] = [:]
    var count: [Int: Int] = [:]
    for match in found {
      let isExcepted = exceptions.contains {
        $0.scheme == match.scheme && $0.tokens.overlaps(match.tokens)
      }
      if isExcepted { continue }
      count[match.scheme, default: 0] += 1
      if best[match.scheme].map({ $0.strength < match.strength }) ?? true {
        best[match.scheme] = match
      }
    }
    return best.values.map { match in
      var match = match
      // A second cue makes it surer.
      if count[match.scheme, default: 0] > 1 { match.strength += 0.05 }
      match.strength = min(match.strength, 0.95)
      return match
    }
    .sorted { ($0.strength, $1.scheme) > ($1.strength, $0.scheme) }
  }
}
