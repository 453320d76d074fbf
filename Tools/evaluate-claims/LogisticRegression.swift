import Glibc

/// Ridge logistic regression by Newton's method, in a fixed order of operations: the same input gives
/// the same numbers.
struct LogisticRegression {
  /// One weight a column, the bias last.
  private(set) var weights: [Double]

  /// - Parameters:
  ///   - rows: One an example, all of one width.
  ///   - labels: Whether each example is positive.
  ///   - ridge: Strength of the pull towards zero; the bias is not pulled.
  init(rows: [[Double]], labels: [Bool], ridge: Double) {
    let width = (rows.first?.count ?? 0) + 1
    weights = [Double](repeating: 0, count: width)
    for _ in 0..<25 {
      var gradient = [Double](repeating: 0, count: width)
      var hessian = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
      for (row, label) in zip(rows, labels) {
        let probability = 1 / (1 + exp(-score(row)))
        let error = probability - (label ? 1 : 0)
        let curvature = probability * (1 - probability)
        let active = row.indices.filter { row[$0] != 0 } + [width - 1]
        for i in active {
          let x = i < row.count ? row[i] : 1
          gradient[i] += error * x
          for j in active where j <= i {
            hessian[i][j] += curvature * x * (j < row.count ? row[j] : 1)
          }
        }
      }
      for i in 0..<width {
        let pull = i == width - 1 ? 1e-6 : ridge
        gradient[i] += pull * weights[i]
        hessian[i][i] += pull
      }
      let step = Self.solve(hessian, gradient)
      for i in 0..<width { weights[i] -= step[i] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
  }

  func score(_ row: [Double]) -> Double {
    var sum = weights[weights.count - 1]
    for index in row.indices { sum += weights[index] * row[index] }
    return sum
  }

  /// Solves a symmetric positive definite system, of which the lower triangle is given, by Cholesky
  /// decomposition.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var lower = matrix
    let size = right.count
    for i in 0..<size {
      for j in 0...i {
        var sum = lower[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        lower[i][j] = i == j ? sqrt(max(sum, 1e-12)) : sum / lower[j][j]
      }
    }
    var solution = right
    for i in 0..<size {
      for k in 0..<i { solution[i] -= lower[i][k] * solution[k] }
      solution[i] /= lower[i][i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(size, i + 1) { solution[i] -= lower[k][i] * solution[k] }
      solution[i] /= lower[i][i]
    }
    return solution
  }
}
