internal import RejoinderCore
internal import Resources

/// The numbers of ``LinearDetector``, as `train-claims` found them.
package struct ClaimModel: Sendable, Equatable {
  /// How contestable a sentence is, as a log-odds: what its features say and what its words say.
  package var contestable: LinearScore
  package var wording: HashedWeights
  /// What the features, and the wording, are like on average in what was learned from.
  package var typical: [Float]
  package var typicalWording: Float
  package var context: Context
  /// How much a sentence carries the argument, as a log-odds; ``contestability`` is the weight of the
  /// score of the same name in it.
  package var carrying: LinearScore
  package var carryingContestability: Float
  /// How well a sentence would do as the thesis.
  package var thesis: LinearScore
  package var thesisContestability: Float
  /// Which kind of premise a premise is; one score for each of ``PremiseKind``.
  package var premises: [LinearScore]

  /// How the score of a sentence and those around it make up a log-odds.
  package struct Context: Sendable, Equatable {
    package var bias: Float
    package var own: Float
    package var previous: Float
    package var next: Float
    /// Of the last but one and the next but one together.
    package var beyond: Float
    package var mean: Float

    package init(
      bias: Float = 0, own: Float = 1, previous: Float = 0, next: Float = 0, beyond: Float = 0,
      mean: Float = 0
    ) {
      self.bias = bias
      self.own = own
      self.previous = previous
      self.next = next
      self.beyond = beyond
      self.mean = mean
    }
  }

  /// A model that knows nothing: every score is 0.
  package init() {
    let nothing = LinearScore(
      bias: 0, weights: [Float](repeating: 0, count: Feature.allCases.count))
    contestable = nothing
    wording = HashedWeights(scale: 0, weights: [])
    typical = nothing.weights
    typicalWording = 0
    context = Context()
    carrying = nothing
    carryingContestability = 0
    thesis = nothing
    thesisContestability = 0
    premises = PremiseKind.allCases.map { _ in nothing }
  }

  /// The model that comes with the program. A test holds that its file fits the features.
  static let builtIn =
    ClaimModel(bytes: Resource.claimModel, comparesFeatures: false) ?? ClaimModel()
}
