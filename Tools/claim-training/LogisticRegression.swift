import Glibc

/// What a score is learned from: one row of features an example and, where words count too, its slots.
struct Examples {
  /// All of one width.
  var rows: [[Double]] = []
  /// As often as they occur; empty where words do not count.
  var slots: [[Int]] = []
  var labels: [Bool] = []
  /// How many slots there are.
  var slotCount = 0

  func selected(_ indices: [Int]) -> Examples {
    Examples(
      rows: indices.map { rows[$0] }, slots: slots.isEmpty ? [] : indices.map { slots[$0] },
      labels: indices.map { labels[$0] }, slotCount: slotCount)
  }
}

/// Ridge logistic regression in a fixed order of operations: the same input gives the same numbers.
struct LogisticRegression {
  /// One a column.
  private(set) var weights: [Double]
  /// One a slot.
  private(set) var slotWeights: [Double]
  private(set) var bias: Double

  /// How strongly weights are pulled, and where to. The bias is not pulled.
  struct Pull {
    var columns: Double
    var slots = 1.0
    /// Where the columns' weights are pulled to; empty stands for 0.
    var towards: [Double] = []
  }

  init(_ examples: Examples, pull: Pull) {
    let width = examples.rows.first?.count ?? 0
    let goal = pull.towards.isEmpty ? [Double](repeating: 0, count: width) : pull.towards
    let start = goal + [Double](repeating: 0, count: examples.slotCount + 1)
    let found = Minimum.search(from: start) { point, gradient in
      Self.loss(of: point, in: examples, pull, goal, &gradient)
    }
    weights = Array(found[..<width])
    slotWeights = Array(found[width..<(width + examples.slotCount)])
    bias = found[width + examples.slotCount]
  }

  func score(_ row: [Double], slots: [Int] = []) -> Double {
    var sum = bias
    for column in row.indices { sum += weights[column] * row[column] }
    for slot in slots { sum += slotWeights[slot] }
    return sum
  }

  /// The log-loss with the price of the pulls, and its gradient. The columns come first, then the
  /// slots, then the bias.
  private static func loss(
    of point: [Double], in examples: Examples, _ pull: Pull, _ goal: [Double],
    _ gradient: inout [Double]
  ) -> Double {
    let width = goal.count
    let last = point.count - 1
    var loss = 0.0
    for index in 0..<last {
      let isColumn = index < width
      let distance = point[index] - (isColumn ? goal[index] : 0)
      let strength = isColumn ? pull.columns : pull.slots
      gradient[index] = strength * distance
      loss += strength * distance * distance / 2
    }
    gradient[last] = 0
    for example in examples.rows.indices {
      let row = examples.rows[example]
      var score = point[last]
      for column in 0..<width { score += point[column] * row[column] }
      let slots = examples.slots.isEmpty ? [] : examples.slots[example]
      for slot in slots { score += point[width + slot] }
      let label = examples.labels[example] ? 1.0 : 0
      loss += max(score, 0) + log1p(exp(-abs(score))) - label * score
      let error = 1 / (1 + exp(-score)) - label
      for column in 0..<width { gradient[column] += error * row[column] }
      for slot in slots { gradient[width + slot] += error }
      gradient[last] += error
    }
    return loss
  }
}
