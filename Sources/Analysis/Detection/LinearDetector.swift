import RejoinderCore

/// A linear scorer over hand-made features.
///
/// One set of weights was fitted to labelled editorials and says how contestable a sentence is; its
/// score, smoothed by the neighbours', becomes the confidence. A second one, set by hand, says how
/// much a sentence carries the argument; both together give the rank.
struct LinearDetector: ClaimDetector {
  var version: String { "linear-2" }

  func estimates(of sentences: ArraySlice<Sentence>, in text: EssayText) -> [ClaimEstimate] {
    let reading = Reading(sentences, in: text)
    let reader = FeatureReader(reading: reading)
    var vector = FeatureVector()
    var scores: [Float] = []
    var estimates: [ClaimEstimate] = []
    scores.reserveCapacity(sentences.count)
    estimates.reserveCapacity(sentences.count)
    for index in reading.sentences.indices {
      reader.read(index, into: &vector)
      let score = ClaimWeights.contestable.score(vector)
      scores.append(score)
      estimates.append(
        ClaimEstimate(
          confidence: 0, weight: ClaimWeights.carrying.score(vector) + 0.8 * score,
          centrality: ClaimWeights.thesis.score(vector), kind: Self.kind(vector),
          isEvidence: Self.isEvidence(vector), isCall: vector[.advocates] > 0,
          isEligible: Self.isEligible(vector)))
    }
    let context = ScoreContext(scores)
    for index in estimates.indices {
      estimates[index].confidence = context.confidence(at: index)
      if !reading.isProse(reading.sentences[index]) { estimates[index].isEligible = false }
    }
    if let share = reading.functionShare, share < Self.leastFunctionShare {
      for index in estimates.indices {
        estimates[index].confidence = 0
        estimates[index].isEligible = false
      }
    }
    return estimates
  }

  func reasons(for index: Int, of sentences: ArraySlice<Sentence>, in text: EssayText) -> [String] {
    guard sentences.indices.contains(index) else { return [] }
    let reader = FeatureReader(reading: Reading(sentences, in: text))
    var vector = FeatureVector()
    reader.read(index - sentences.startIndex, into: &vector)
    return Reasons.strongest(
      for: vector,
      claims: sentences[index].role != .premise
        && sentences[index].role != .other)
  }

  /// Percent of function words below which a stretch is no English prose: English has 40 to 55,
  /// lists of names, tables and other languages under 25.
  private static let leastFunctionShare = 25

  static func kind(_ vector: FeatureVector) -> ClaimKind {
    // "It is wrong that it should cost so much" asks for nothing.
    let blames = vector[.advocates] == 0 && vector[.evaluativeCopula] > 0 && vector[.bad] > 0
    let calls =
      vector[.necessity] > 0 && !blames || vector[.callsFor] > 0 && vector[.future] == 0
    if calls, vector[.regret] == 0 { return .policy }
    if vector[.regret] > 0 || vector[.evaluativeCopula] > 0 || vector[.principle] > 0
      || vector[.goods] + vector[.bads] >= 0.6
    {
      return .value
    }
    return .fact
  }

  private static func isEvidence(_ vector: FeatureVector) -> Bool {
    vector[.example] > 0 || vector[.numbers] >= 0.5 || vector[.percent] > 0 || vector[.study] > 0
      || vector[.speechVerb] > 0 || vector[.quotedShare] > 0.4 || vector[.pastShare] > 0.5
      || vector[.because] > 0 || vector[.year] > 0 || vector[.accordingTo] > 0
  }

  private static func isEligible(_ vector: FeatureVector) -> Bool {
    let isSignpost = vector[.leadsOver] > 0 || vector[.signpost] > 0 && vector[.advocates] == 0
    return !isSignpost && vector[.boilerplate] == 0 && vector[.fullyQuoted] == 0
      && vector[.question] == 0 && vector[.attributed] == 0 && vector[.logLength] >= 0.4
  }
}

/// One linear score over the features.
struct LinearScore: Sendable {
  let bias: Float
  /// One weight a feature, in order of ``Feature``.
  let weights: [Float]

  init(bias: Float, _ table: [(Feature, Float)]) {
    self.bias = bias
    var weights = [Float](repeating: 0, count: Feature.allCases.count)
    for (feature, weight) in table { weights[feature.rawValue] = weight }
    self.weights = weights
  }

  func score(_ vector: FeatureVector) -> Float {
    var sum = bias
    for index in weights.indices { sum += weights[index] * vector.values[index] }
    return sum
  }
}

/// Smooths scores by their neighbourhood: claims stand together, and so does evidence.
struct ScoreContext {
  private let scores: [Float]
  private let mean: Float

  init(_ scores: [Float]) {
    self.scores = scores
    mean = scores.isEmpty ? 0 : scores.reduce(0, +) / Float(scores.count)
  }

  /// - Returns: The calibrated probability.
  func confidence(at index: Int) -> Float {
    func score(_ index: Int) -> Float { scores.indices.contains(index) ? scores[index] : mean }
    let weights = ClaimWeights.context
    let sum =
      weights.bias + weights.own * scores[index] + weights.previous * score(index - 1)
      + weights.next * score(index + 1) + weights.mean * mean
      + weights.beyond * (score(index - 2) + score(index + 2))
    return 1 / (1 + Float.exponential(-sum))
  }
}

extension Float {
  /// e to the power `x`, to about six digits, without the C library.
  static func exponential(_ x: Float) -> Float {
    let clipped = Double(min(max(x, -40), 40)) / 1_024
    var power = 1 + clipped * (1 + clipped * (0.5 + clipped / 6))
    for _ in 0..<10 { power *= power }
    return Float(power)
  }
}
