/// One linear score over the features.
package struct LinearScore: Sendable, Equatable {
  package var bias: Float
  /// One weight a feature, in the order of ``FeatureTable/names``.
  package var weights: [Float]

  package init(bias: Float, weights: [Float]) {
    self.bias = bias
    self.weights = weights
  }

  func callAsFunction(_ vector: FeatureVector) -> Float {
    var sum = bias
    for index in weights.indices { sum += weights[index] * vector.values[index] }
    return sum
  }

  subscript(feature: Feature) -> Float { weights[feature.rawValue] }
}
