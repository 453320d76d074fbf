/// Measures of a detector that gives every sentence a probability.
package struct Measures {
  /// One sentence: what the detector said and what is true.
  package struct Judgement {
    package var confidence: Float
    package var weight: Float
    package var isClaim: Bool

    package init(confidence: Float, weight: Float, isClaim: Bool) {
      self.confidence = confidence
      self.weight = weight
      self.isClaim = isClaim
    }
  }

  /// One array an essay.
  package let essays: [[Judgement]]

  package init(essays: [[Judgement]]) {
    self.essays = essays
  }

  private var all: [Judgement] { essays.flatMap { $0 } }

  /// The probability that a claim is ranked above another sentence; ties count half (the
  /// Mann–Whitney statistic).
  package var areaUnderCurve: Double {
    let sorted = all.sorted { $0.confidence < $1.confidence }
    var rankSum = 0.0
    var index = 0
    while index < sorted.count {
      var end = index
      while end < sorted.count, sorted[end].confidence == sorted[index].confidence { end += 1 }
      let rank = Double(index + end + 1) / 2
      for judgement in sorted[index..<end] where judgement.isClaim { rankSum += rank }
      index = end
    }
    let claims = Double(sorted.count { $0.isClaim })
    let others = Double(sorted.count) - claims
    return claims * others == 0 ? 0 : (rankSum - claims * (claims + 1) / 2) / (claims * others)
  }

  /// The mean of the precision at every claim, ranked over all essays.
  package var averagePrecision: Double {
    var found = 0.0
    var sum = 0.0
    for (index, judgement) in all.sorted(by: { $0.confidence > $1.confidence }).enumerated()
    where judgement.isClaim {
      found += 1
      sum += found / Double(index + 1)
    }
    return found == 0 ? 0 : sum / found
  }

  /// The share of claims among the best of each essay, averaged over essays.
  package func precision(top share: Double, by key: KeyPath<Judgement, Float>) -> Double {
    let precisions = essays.filter { !$0.isEmpty }.map { essay in
      let best = essay.sorted { $0[keyPath: key] > $1[keyPath: key] }
        .prefix(max(1, Int(Double(essay.count) * share + 0.5)))
      return Double(best.count { $0.isClaim }) / Double(best.count)
    }
    return precisions.reduce(0, +) / Double(max(1, precisions.count))
  }

  /// Expected calibration error over ten bins of equal width.
  package var calibrationError: Double {
    var bins = [(count: Double, confidence: Double, claims: Double)](
      repeating: (0, 0, 0), count: 10)
    for judgement in all {
      let bin = min(9, max(0, Int(judgement.confidence * 10)))
      bins[bin].count += 1
      bins[bin].confidence += Double(judgement.confidence)
      bins[bin].claims += judgement.isClaim ? 1 : 0
    }
    let total = max(1, Double(all.count))
    return bins.reduce(0) { $0 + abs($1.confidence - $1.claims) / total }
  }
}
