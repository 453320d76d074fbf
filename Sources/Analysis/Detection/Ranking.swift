import RejoinderCore

/// Turns estimates into roles, kinds and levels, by rank within a stretch of the essay.
struct Ranking {
  let estimates: [ClaimEstimate]

  /// Writes what the estimates say into the sentences, the thesis left aside.
  func apply(to sentences: inout ArraySlice<Sentence>) {
    var order: [Int] = []
    var prose = 0
    var bytes = 0
    for (offset, index) in sentences.indices.enumerated() {
      let estimate = estimates[offset]
      sentences[index].confidence = estimate.confidence
      sentences[index].importance = 1 / (1 + Float.exponential(-estimate.weight))
      sentences[index].level = nil
      let length = sentences[index].passage.count
      if length > Self.shortestProse {
        prose += 1
        bytes += length
      }
      if mayBeShown(estimate, length: length) { order.append(offset) }
    }
    order.sort { left, right in
      (estimates[left].weight, right) > (estimates[right].weight, left)
    }
    let budget = Budget(sentences: prose, words: bytes / Self.bytesPerWord)
    for level in HighlightLevel.allCases.reversed() {
      for offset in shown(order, at: level, within: budget) {
        sentences[sentences.startIndex + offset].level = level
      }
    }
    for (offset, index) in sentences.indices.enumerated() {
      assign(estimates[offset], to: &sentences[index])
    }
  }

  /// The best within the budget and, from the usual level on, some of what the author calls for beyond
  /// it, which is not left out for want of room.
  private func shown(_ order: [Int], at level: HighlightLevel, within budget: Budget) -> [Int] {
    let count = budget.claims(at: level)
    guard level >= .usual else { return Array(order.prefix(count)) }
    let calls = order.dropFirst(count).filter { estimates[$0].isCall }
    return Array(order.prefix(count) + calls.prefix(min(Self.mostCallsBeyond, count / 2)))
  }

  private func mayBeShown(_ estimate: ClaimEstimate, length: Int) -> Bool {
    estimate.isEligible && length <= Self.longestHighlight
      && estimate.confidence >= Self.leastConfidence
  }

  private func assign(_ estimate: ClaimEstimate, to sentence: inout Sentence) {
    sentence.kind = nil
    sentence.premise = nil
    if sentence.level != nil
      || estimate.use == .claim && estimate.confidence >= Self.claimConfidence
    {
      sentence.role = .claim
      sentence.kind = estimate.kind
    } else if estimate.use != .aside {
      sentence.role = .premise
      sentence.premise = estimate.premise
    } else {
      sentence.role = .other
    }
  }

  /// English prose has about six bytes a word.
  private static let bytesPerWord = 6
  /// Bytes that a sentence needs to count for the budget.
  private static let shortestProse = 12
  /// Longer sentences are texts without full stops.
  private static let longestHighlight = 700
  /// Calls for action that may stand beyond the budget.
  private static let mostCallsBeyond = 6
  /// Nothing is highlighted that is not likelier a claim than not, however well it ranks.
  private static let leastConfidence: Float = 0.5
  /// From this confidence on a sentence that no level shows still counts as a claim; on the training
  /// editorials this cut agrees best with the corpus on what is a premise.
  private static let claimConfidence: Float = 0.6
}

/// How many highlights a stretch has room for.
struct Budget {
  /// Prose ones.
  let sentences: Int
  let words: Int

  /// Four in nine sentences of a column and one more; of a long text every fourth or fifth beyond, and
  /// never so many that less than 28 words go to one.
  private var usual: Double {
    let count = Double(sentences)
    return min(0.44 * count + 1, 10 + 0.22 * count, Double(words) / 28)
  }

  func claims(at level: HighlightLevel) -> Int {
    let share: Double
    switch level {
    case .fewest: share = 0.3
    case .few: share = 0.6
    case .usual: share = 1
    case .more: share = 1.5
    case .all: return sentences
    }
    return max(1, Int(usual * share + 0.5))
  }
}
