import RejoinderCore

/// Turns estimates into roles, kinds and highlights, by rank within a stretch of the essay.
struct Ranking {
  /// Share of the prose sentences that may be highlighted.
  private static let share = 0.36
  /// Highlights beyond the share, which in a short essay would leave too few.
  private static let extra = 1
  /// Calls for action that may stand beyond the budget.
  private static let mostCallsBeyond = 6
  /// Words of prose for one highlight.
  private static let wordsPerClaim = 28
  /// Below this confidence nothing is highlighted, however well it ranks.
  private static let leastConfidence: Float = 0.45
  /// From this confidence on a sentence that is not highlighted still counts as a claim.
  private static let claimConfidence: Float = 0.88
  /// Longer sentences are texts without full stops.
  private static let longestHighlight = 700

  let estimates: [ClaimEstimate]

  /// Writes what the estimates say into the sentences, the thesis left aside.
  func apply(to sentences: inout ArraySlice<Sentence>) {
    var order: [Int] = []
    var prose = 0
    var bytes = 0
    for (offset, index) in sentences.indices.enumerated() {
      let estimate = estimates[offset]
      sentences[index].confidence = estimate.confidence
      assign(estimate, to: &sentences[index], highlighted: false)
      let length = sentences[index].passage.count
      if length > 12 {
        prose += 1
        bytes += length
      }
      if mayBeShown(estimate, length: length) { order.append(offset) }
    }
    // English prose has about six bytes a word.
    let budget = max(
      1,
      min(Int(Double(prose) * Self.share + 0.5) + Self.extra, bytes / 6 / Self.wordsPerClaim))
    order.sort { left, right in
      (estimates[left].weight, right) > (estimates[right].weight, left)
    }
    // What the author calls for is not left out for want of room, within reason.
    let calls = order.dropFirst(budget).filter { estimates[$0].isCall }
    for offset in order.prefix(budget) + calls.prefix(min(Self.mostCallsBeyond, budget / 2)) {
      assign(
        estimates[offset], to: &sentences[sentences.startIndex + offset], highlighted: true)
    }
  }

  private func mayBeShown(_ estimate: ClaimEstimate, length: Int) -> Bool {
    estimate.isEligible && estimate.confidence >= Self.leastConfidence
      && length <= Self.longestHighlight
  }

  private func assign(
    _ estimate: ClaimEstimate, to sentence: inout Sentence, highlighted: Bool
  ) {
    sentence.highlighted = highlighted
    if highlighted || estimate.isEligible && estimate.confidence >= Self.claimConfidence {
      sentence.role = .claim
      sentence.kind = estimate.kind
    } else {
      // What is neither claim nor signpost is offered in support, evidence above all.
      let supports = estimate.isEvidence || estimate.isEligible && sentence.passage.count >= 40
      sentence.role = supports ? .premise : .other
      sentence.kind = nil
    }
  }
}
