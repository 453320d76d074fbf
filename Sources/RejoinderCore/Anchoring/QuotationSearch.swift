/// The search for one anchor.
struct QuotationSearch {
  let quote: [UInt8]
  let context: QuotationContext
  let position: Passage
  private var seeds: [Seed] = []
  /// An anchor on a part of a word may be found inside a word; others may not.
  private let startsInsideWord: Bool
  private let endsInsideWord: Bool

  /// Whether the quotation is its own evidence wherever it stands: a short sentence is rarely said
  /// twice, but a short phrase is.
  private let isConclusive: Bool
  /// Context of which half agrees places a short quotation or one with many errors.
  private static let sufficientAgreement = 0.5
  /// Context that agrees this well on both sides holds a place for a quotation that was rewritten,
  /// and on one side for a short one whose other neighbour has changed.
  private static let strongAgreement = 0.8
  /// Context that agrees this well on both sides, or wholly on one, holds a place for a word or a letter,
  /// which stands everywhere.
  private static let certainAgreement = 0.9
  /// So many bytes of context tell one place from another.
  private static let telltaleLength = 12
  private static let contextSeedLength = 8
  /// How far the ends of a passage are moved to meet the context: a word or two.
  private static let edgeReach = 16
  /// Nobody writes two sentences of so many words that differ in one.
  private static let wordsOfOneReplacement = 24
  /// Two places whose costs differ by less cannot be told apart by their words.
  private static let telling = 0.2

  init(_ anchor: Anchor) {
    quote = Array(anchor.quote.utf8)
    position = anchor.position
    context = QuotationContext(prefix: anchor.prefix, suffix: anchor.suffix)
    let isSentence = [".", "?", "!"].contains { anchor.quote.hasSuffix($0) }
    isConclusive = quote.count >= (isSentence ? 12 : 32)
    let whole = context.prefix + quote + context.suffix
    startsInsideWord = whole.cutsWord(at: context.prefix.count)
    endsInsideWord = whole.cutsWord(at: context.prefix.count + quote.count)
  }

  /// Whether the quotation is too short to be told from others of its kind.
  private var isTiny: Bool { quote.count < 8 }

  /// Errors in bytes that the quotation may have where half of its context agrees. Their share
  /// shrinks with the length: in few words a small change makes another word.
  private var tolerance: Int {
    let length = quote.count
    return switch length {
    case ..<8: 0
    case ..<16: 1
    case ..<32: length / 8
    case ..<64: length / 6
    default: min(length / 4, 96)
    }
  }

  /// Whether the quotation stands at its recorded place with all that stood around it: then no other
  /// place need be looked for.
  func standsUnmoved(in text: [UInt8]) -> Bool {
    sidesInPlace(in: text).map { $0.allSatisfy { $0 == 1 } } ?? false
  }

  /// Whether it stands there with one of its neighbours, which another place may have too.
  private func standsInPart(in text: [UInt8]) -> Bool {
    guard let sides = sidesInPlace(in: text) else { return false }
    let needed = isTiny ? Self.certainAgreement : Self.sufficientAgreement
    return sides.contains { $0 >= needed }
  }

  /// How well each recorded side agrees at the recorded place, 0 to 1; `nil` where the quotation does
  /// not stand there.
  private func sidesInPlace(in text: [UInt8]) -> [Double]? {
    guard !quote.isEmpty, position.start >= 0, position.count == quote.count,
      occurs(at: position.start, in: text), isWhole(position, in: text)
    else { return nil }
    return [context.before(position.start, in: text), context.after(position.end, in: text)]
      .compactMap(\.self)
  }

  /// Whether a passage starts and ends where words do, as far as the quotation did.
  private func isWhole(_ passage: Passage, in text: [UInt8]) -> Bool {
    (startsInsideWord || !text.cutsWord(at: passage.start))
      && (endsInsideWord || !text.cutsWord(at: passage.end))
  }

  // MARK: Seeds

  mutating func plantSeeds(in index: inout SeedIndex) {
    let length = quote.count
    let seedLength =
      switch length {
      case 24...: 8
      case 10...: 6
      case 4...: 4
      default: length
      }
    var step = length >= 64 ? seedLength : max(1, seedLength / 2)
    step = max(step, length / 32)
    for offset in stride(from: 0, through: length - seedLength, by: step) {
      let key = index.add(quote[offset..<(offset + seedLength)])
      seeds.append(Seed(key: key, offset: offset, isQuoted: true))
    }
    let seed = Self.contextSeedLength
    for offset in stride(from: context.prefix.count - seed, through: 0, by: -seed) {
      let key = index.add(context.prefix[offset..<(offset + seed)])
      seeds.append(Seed(key: key, offset: offset - context.prefix.count, isQuoted: false))
    }
    for offset in stride(from: 0, through: context.suffix.count - seed, by: seed) {
      let key = index.add(context.suffix[offset..<(offset + seed)])
      seeds.append(Seed(key: key, offset: length + offset, isQuoted: false))
    }
  }

  // MARK: Candidates

  /// A place that may be the quotation's.
  private struct Candidate {
    var passage: Passage
    var errors: Int
    /// 0 to 1: of the whole context and of its better side.
    var agreement: (mean: Double, better: Double)
    /// Lower is better: the share of the errors allowed and the share of the context that is lost.
    var cost: Double
    /// Bytes from the recorded place.
    var distance: Int
  }

  func resolution(in text: [UInt8], _ index: SeedIndex) -> AnchorResolution {
    var candidates = exactCandidates(in: text, index)
    if standsInPart(in: text), isForemost(position, of: candidates) { return .exact(position) }
    if !candidates.contains(where: { $0.agreement.mean > Self.sufficientAgreement }) {
      candidates += similarCandidates(in: text, index, besides: candidates)
    }
    let isGone = !candidates.isEmpty && wasCutOut(of: text, index)
    let acceptable = candidates.filter {
      isAcceptable($0, in: text)
        && (!isGone || $0.agreement.mean >= Self.strongAgreement || saysTheSame($0, in: text))
    }
    guard let found = choice(of: acceptable) else {
      return .orphaned(candidates: likeliest(candidates).map(\.passage))
    }
    if found.errors > 0 {
      let score = 1 - Double(found.errors) / Double(max(quote.count, found.passage.count))
      return .approximate(found.passage, score: max(0, score))
    }
    return found.passage == position ? .exact(found.passage) : .moved(found.passage)
  }

  /// Whether no other place with the same words agrees nearly as well.
  private func isForemost(_ passage: Passage, of candidates: [Candidate]) -> Bool {
    guard let own = candidates.first(where: { $0.passage == passage }) else { return false }
    return candidates.allSatisfy {
      $0.passage == passage || $0.agreement.mean + Self.telling < own.agreement.mean
    }
  }

  private func candidate(_ passage: Passage, errors: Int, in text: [UInt8]) -> Candidate {
    let agreement = context.agreement(around: passage, in: text)
    let allowed = max(1, widestTolerance)
    return Candidate(
      passage: passage, errors: errors, agreement: agreement,
      cost: Double(errors) / Double(allowed) + 1 - agreement.mean,
      distance: abs(passage.start - position.start))
  }

  /// Errors that are allowed where nearly all of the context agrees: there a word may have been put
  /// into a short sentence.
  private var widestTolerance: Int {
    let word = quote.count >= 12 ? min(quote.count * 2 / 5, 12) : 0
    return max(tolerance + tolerance / 2, word)
  }

  private func isAcceptable(_ candidate: Candidate, in text: [UInt8]) -> Bool {
    if candidate.errors == 0, isConclusive { return true }
    let agreement = candidate.agreement
    if isTiny {
      return agreement.better == 1 || agreement.mean >= Self.certainAgreement
    }
    if agreement.mean >= Self.strongAgreement {
      return candidate.errors <= tolerance + tolerance / 2
        || (candidate.errors <= widestTolerance && onlyAddsOrDrops(candidate, in: text))
    }
    if agreement.mean >= Self.sufficientAgreement || agreement.better >= Self.strongAgreement {
      return candidate.errors == 0
        || (!isNeighbour(candidate, in: text)
          && (candidate.errors <= tolerance
            || (candidate.errors <= widestTolerance && candidate.passage.count > quote.count
              && onlyAddsOrDrops(candidate, in: text)
              && saysTheSame(candidate, in: text))))
    }
    // Without what stood around it only what says the same can be the passage.
    return candidate.errors > 0 && candidate.errors * 2 <= tolerance
      && saysTheSame(candidate, in: text)
  }

  /// Whether no word stands in the place of another, and none was put in that turns the meaning round: a
  /// sentence about the minister of finance is not that about the minister of defence. In a very long
  /// sentence one word may differ.
  private func saysTheSame(_ candidate: Candidate, in text: [UInt8]) -> Bool {
    candidate.errors == 0
      || change(to: candidate, in: text).map {
        $0.replacements * Self.wordsOfOneReplacement <= $0.words && !$0.negates
      } ?? false
  }

  private func change(to candidate: Candidate, in text: [UInt8]) -> WordChange? {
    WordChange(from: quote, to: text[candidate.passage.range])
  }

  /// Whether words were put in or left out, and none was put in the place of another.
  private func onlyAddsOrDrops(_ candidate: Candidate, in text: [UInt8]) -> Bool {
    change(to: candidate, in: text).map { $0.addsOrDrops && $0.replacements == 0 } ?? false
  }

  /// Whether the words that stood before the quotation now run on into those that stood after it: then it
  /// was taken out, and what is like it elsewhere is something else.
  private func wasCutOut(of text: [UInt8], _ index: SeedIndex) -> Bool {
    let after = context.suffix.drop { $0 <= 0x20 }.prefix(Self.telltaleLength)
    guard after.count == Self.telltaleLength,
      let edge = seeds.first(where: { !$0.isQuoted && $0.offset == -Self.contextSeedLength })
    else { return false }
    return index.occurrences(of: edge.key).contains { place in
      text[(place + Self.contextSeedLength)...].drop { $0 <= 0x20 }.starts(with: after)
    }
  }

  /// Whether the place is that of the words which stood before the quotation or after it.
  private func isNeighbour(_ candidate: Candidate, in text: [UInt8]) -> Bool {
    let passage = text[candidate.passage.range]
    let after = Array(context.suffix.drop { $0 <= 0x20 }.prefix(passage.count))
    let before = Array(context.prefix.reversed().drop { $0 <= 0x20 }.prefix(passage.count))
    let least = Self.telltaleLength
    return
      (after.count >= least && passage.starts(with: after) && !quote.starts(with: after))
      || (before.count >= least && passage.reversed().starts(with: before)
        && !quote.reversed().starts(with: before))
  }

  /// What a person might choose from.
  private func likeliest(_ candidates: [Candidate]) -> [Candidate] {
    let most = 5
    return candidates.sorted { ($0.cost, $0.distance) < ($1.cost, $1.distance) }.prefix(most)
      .map(\.self)
  }

  private func choice(of candidates: [Candidate]) -> Candidate? {
    guard let best = candidates.min(by: { ($0.cost, $0.distance) < ($1.cost, $1.distance) }) else {
      return nil
    }
    // Nearness to the recorded place tells nothing: a copy may have been put just there.
    let isAmbiguous = candidates.count { $0.cost - best.cost < Self.telling } > 1
    return isAmbiguous ? nil : best
  }

  // MARK: The same words

  private func exactCandidates(in text: [UInt8], _ index: SeedIndex) -> [Candidate] {
    let telling = seeds.filter { !index.isCommon($0.key) }
    var starts: Set<Int> = []
    if let rarest = telling.filter(\.isQuoted).min(by: {
      index.count(of: $0.key) < index.count(of: $1.key)
    }) {
      starts = Set(index.occurrences(of: rarest.key).map { $0 - rarest.offset })
    } else {
      // Every part of the quotation is common, so only its context can lead to it.
      for seed in telling {
        starts.formUnion(index.occurrences(of: seed.key).map { $0 - seed.offset })
      }
    }
    let matches = starts.filter {
      occurs(at: $0, in: text)
        && isWhole(Passage(start: $0, end: $0 + quote.count), in: text)
    }
    return foremost(matches, in: text).map {
      candidate(Passage(start: $0, end: $0 + quote.count), errors: 0, in: text)
    }
  }

  /// The few matches whose context is worth a comparison that allows for errors.
  private func foremost(_ starts: Set<Int>, in text: [UInt8]) -> [Int] {
    let kept = 8
    guard starts.count > kept else { return starts.sorted() }
    let ranked = starts.map { start in
      (
        shared: context.sharedBytes(around: Passage(start: start, end: start + quote.count), text),
        distance: abs(start - position.start), start: start
      )
    }
    .sorted { ($1.shared, $0.distance, $0.start) < ($0.shared, $1.distance, $1.start) }
    return ranked.prefix(kept).map(\.start)
  }

  private func occurs(at start: Int, in text: [UInt8]) -> Bool {
    guard start >= 0, start <= text.count - quote.count else { return false }
    for index in quote.indices where text[start + index] != quote[index] { return false }
    return true
  }

  // MARK: Similar words

  private func similarCandidates(
    in text: [UInt8], _ index: SeedIndex, besides exact: [Candidate]
  ) -> [Candidate] {
    let widest = widestTolerance
    guard widest > 0 else { return [] }
    var found: [Candidate] = []
    var lowestCost = exact.map(\.cost).min() ?? .infinity
    for cluster in clusters(index, width: widest) {
      let affordable = (lowestCost + Self.telling) * Double(widest)
      let limit = affordable < Double(widest) ? Int(affordable) : widest
      let starts = (cluster.lowerBound - limit)...(cluster.upperBound + limit)
      guard starts.lowerBound <= text.count,
        let alignment = Alignment.best(of: quote, in: text, starts: starts, drift: 0, limit: limit),
        let fitted = spanning(alignment, in: text) ?? fitted(alignment, in: text)
          ?? widened(alignment, in: text)
      else { continue }
      let passage = Passage(start: fitted.start, end: fitted.end)
      guard !(exact + found).contains(where: { $0.passage.overlaps(passage) }) else { continue }
      let candidate = candidate(passage, errors: fitted.errors, in: text)
      lowestCost = min(lowestCost, candidate.cost)
      found.append(candidate)
    }
    return found
  }

  /// Ranges of starts that several seeds point to, the most promising first.
  private func clusters(_ index: SeedIndex, width: Int) -> [ClosedRange<Int>] {
    // The rarest seeds first, and only so many that a text full of the same words costs little.
    var votes: [Int] = []
    var voters = 0
    for seed in seeds.sorted(by: { index.count(of: $0.key) < index.count(of: $1.key) }) {
      let count = index.count(of: seed.key)
      if index.isCommon(seed.key) || (votes.count + count > 1024 && voters > 3) { break }
      votes += index.occurrences(of: seed.key).map { $0 - seed.offset }
      voters += count > 0 ? 1 : 0
    }
    votes.sort()
    var clusters: [(range: ClosedRange<Int>, votes: Int)] = []
    for vote in votes {
      if let last = clusters.last, vote - last.range.lowerBound <= width {
        clusters[clusters.count - 1] = (last.range.lowerBound...vote, last.votes + 1)
      } else {
        clusters.append((vote...vote, 1))
      }
    }
    // A single seed in many is met by chance.
    let most = max(clusters.map(\.votes).max() ?? 0, voters * 2 / 3)
    return
      clusters
      .filter { $0.votes * 4 >= most }
      .sorted {
        ($1.votes, abs($0.range.lowerBound - position.start))
          < ($0.votes, abs($1.range.lowerBound - position.start))
      }
      .prefix(6).map(\.range)
  }

  /// Moves the ends to where the quotation's own first and last letters stand, if then words were only put
  /// in or left out: the fewest errors alone take a word beside the end for the one that was moved away
  /// from it.
  private func spanning(_ alignment: Alignment, in text: [UInt8]) -> Alignment? {
    let length = Self.contextSeedLength
    let (head, tail) = (quote.prefix(length), quote.suffix(length))
    let reach = 0...Self.edgeReach
    guard quote.count > 3 * length,
      let start = reach.lazy.map({ alignment.start - $0 }).first(where: {
        $0 >= 0 && text[$0...].starts(with: head)
      }),
      let end = reach.lazy.map({ alignment.end + $0 }).first(where: {
        $0 <= text.count && text[..<$0].suffix(length) == tail
      }),
      start < alignment.start || end > alignment.end,
      isWhole(Passage(start: start, end: end), in: text),
      let errors = Alignment.distance(
        quote, Array(text[start..<end]), limit: widestTolerance),
      let change = WordChange(from: quote, to: text[start..<end]), change.replacements == 0
    else { return nil }
    return Alignment(errors: errors, start: start, end: end)
  }

  /// Moves the ends to where the context's nearest words stand, which tell better than the quotation
  /// itself where a changed passage starts and ends.
  ///
  /// - Returns: `nil` where that changes nothing or would need more errors than are allowed.
  private func fitted(_ alignment: Alignment, in text: [UInt8]) -> Alignment? {
    let limit = widestTolerance
    let reach = min(limit, Self.edgeReach)
    let start = context.edgeBefore(alignment.start, within: reach, in: text) ?? alignment.start
    let end = context.edgeAfter(alignment.end, within: reach, in: text) ?? alignment.end
    guard start < end, start != alignment.start || end != alignment.end,
      isWhole(Passage(start: start, end: end), in: text),
      let errors = Alignment.distance(quote, Array(text[start..<end]), limit: limit)
    else { return nil }
    return Alignment(errors: errors, start: start, end: end)
  }

  /// Moves the ends outwards to where a word begins and ends, each byte counting as an error.
  ///
  /// - Returns: `nil` where that would take more errors than are allowed.
  private func widened(_ alignment: Alignment, in text: [UInt8]) -> Alignment? {
    var result = alignment
    let limit = widestTolerance
    result.start = text.scalarStart(at: result.start)
    result.end = text.scalarEnd(at: result.end)
    while !startsInsideWord, text.cutsWord(at: result.start),
      alignment.start - result.start <= limit
    {
      result.start = text.scalarStart(at: result.start - 1)
    }
    while !endsInsideWord, text.cutsWord(at: result.end), result.end - alignment.end <= limit {
      result.end = text.scalarEnd(at: result.end + 1)
    }
    result.errors += alignment.start - result.start + result.end - alignment.end
    return result.errors <= limit && result.start < result.end ? result : nil
  }
}
