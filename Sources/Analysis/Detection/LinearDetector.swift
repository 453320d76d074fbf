internal import RejoinderCore

/// Linear scores over hand-made features and hashed words.
///
/// The first says how contestable a sentence is; smoothed by its neighbours' it becomes the confidence.
/// The second says how much the sentence carries the argument, and ranks; the third chooses the thesis
/// among those that rank high. docs/claims.md tells how they were learned and how well they do.
struct LinearDetector: ClaimDetector {
  private let chosen: ClaimModel?

  /// The built-in model is read when it is first needed: whoever makes a detector may be in a hurry.
  var model: ClaimModel { chosen ?? .builtIn }

  /// - Parameter model: `nil` takes the built-in one.
  init(model: ClaimModel? = nil) {
    chosen = model
  }

  var version: String { "linear-3" }

  func estimates(of sentences: ArraySlice<Sentence>, in essay: Essay) -> [ClaimEstimate] {
    let reading = Reading(sentences, in: essay.text, title: essay.metadata.title)
    let reader = FeatureReader(reading: reading)
    let model = model
    var vector = FeatureVector()
    var scores: [Float] = []
    var estimates: [ClaimEstimate] = []
    scores.reserveCapacity(sentences.count)
    estimates.reserveCapacity(sentences.count)
    for index in reading.sentences.indices {
      reader.read(index, into: &vector)
      let words = reading.words[reading.sentences[index].words]
      let score = model.contestable(vector) + model.wording(words)
      scores.append(score)
      let weight = model.carrying(vector) + model.carryingContestability * score
      estimates.append(
        ClaimEstimate(
          confidence: 0, weight: weight,
          centrality: weight + model.thesis(vector) + model.thesisContestability * score,
          kind: Self.kind(vector), premise: premise(vector), isCall: vector[.advocates] > 0,
          use: Self.use(vector)))
    }
    let context = ScoreContext(scores, model.context)
    for index in estimates.indices {
      estimates[index].confidence = context.confidence(at: index)
      if !reading.isProse(reading.sentences[index]) { estimates[index].use = .aside }
    }
    if let share = reading.functionShare, share < Self.leastFunctionShare {
      for index in estimates.indices {
        estimates[index].confidence = 0
        estimates[index].use = .aside
      }
    }
    return estimates
  }

  func reading(of sentences: ArraySlice<Sentence>, in essay: Essay) -> any StretchReading {
    LinearReading(
      reader: FeatureReader(
        reading: Reading(sentences, in: essay.text, title: essay.metadata.title)),
      utf8: essay.text.utf8, model: model)
  }

  private func premise(_ vector: FeatureVector) -> PremiseKind {
    var best = PremiseKind.example
    var most = -Float.infinity
    for (kind, score) in zip(Self.premiseKinds, model.premises) {
      let found = score(vector)
      if found > most { (best, most) = (kind, found) }
    }
    return best
  }

  private static let premiseKinds = PremiseKind.allCases

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

  private static func use(_ vector: FeatureVector) -> ClaimEstimate.Use {
    let isSignpost = vector[.leadsOver] > 0 || vector[.signpost] > 0 && vector[.advocates] == 0
    let isAside = isSignpost || vector[.boilerplate] > 0 || vector[.question] > 0
    if vector[.fullyQuoted] > 0 || vector[.attributed] > 0, !isAside { return .report }
    return isAside || vector[.logLength] < 0.4 ? .aside : .claim
  }
}

/// What linear scores rest on in one stretch.
private struct LinearReading: StretchReading {
  let reader: FeatureReader
  let utf8: [UInt8]
  let model: ClaimModel

  func reasons(at offset: Int, as role: Role) -> [String] {
    let reading = reader.reading
    guard reading.sentences.indices.contains(offset) else { return [] }
    var vector = FeatureVector()
    reader.read(offset, into: &vector)
    return Reasons(model).strongest(
      for: vector, words: reading.words[reading.sentences[offset].words], in: utf8,
      claims: role != .premise && role != .other)
  }
}

/// Smooths scores by their neighbourhood: claims stand together, and so does evidence.
struct ScoreContext {
  private let scores: [Float]
  private let weights: ClaimModel.Context
  private let mean: Float

  init(_ scores: [Float], _ weights: ClaimModel.Context) {
    self.scores = scores
    self.weights = weights
    mean = scores.isEmpty ? 0 : scores.reduce(0, +) / Float(scores.count)
  }

  /// - Returns: The calibrated probability.
  func confidence(at index: Int) -> Float {
    func score(_ index: Int) -> Float { scores.indices.contains(index) ? scores[index] : mean }
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
