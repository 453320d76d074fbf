/// Searches the minimum of a smooth function by L-BFGS (Nocedal and Wright, *Numerical Optimization*,
/// algorithm 7.5) with a backtracking line search.
enum Minimum {
  /// Steps that are remembered.
  private static let memory = 10
  private static let mostSteps = 150
  /// The gradient's length, as a share of the first one's, at which the search ends.
  private static let precision = 1e-4

  /// - Parameter function: Gives the value at a point and writes the gradient.
  static func search(
    from start: [Double], of function: ([Double], inout [Double]) -> Double
  ) -> [Double] {
    var point = start
    var gradient = [Double](repeating: 0, count: start.count)
    var value = function(point, &gradient)
    let enough = length(gradient) * precision
    var steps: [Step] = []
    for _ in 0..<mostSteps where length(gradient) > enough {
      let direction = direction(against: gradient, after: steps)
      let slope = product(direction, gradient)
      var stride = steps.isEmpty ? 1 / max(1, length(gradient)) : 1
      var next = point
      var nextGradient = gradient
      var nextValue = value
      repeat {
        for index in point.indices { next[index] = point[index] + stride * direction[index] }
        nextValue = function(next, &nextGradient)
        stride /= 2
      } while nextValue > value + 1e-4 * stride * slope && stride > 1e-12
      if nextValue >= value { break }
      let step = Step(
        moved: difference(next, point), turned: difference(nextGradient, gradient))
      if step.curvature > 0 { steps.append(step) }
      if steps.count > memory { steps.removeFirst() }
      (point, gradient, value) = (next, nextGradient, nextValue)
    }
    return point
  }

  private struct Step {
    let moved: [Double]
    let turned: [Double]
    let curvature: Double

    init(moved: [Double], turned: [Double]) {
      self.moved = moved
      self.turned = turned
      curvature = product(moved, turned)
    }
  }

  /// Downhill, as the last steps have shown the ground to be curved.
  private static func direction(against gradient: [Double], after steps: [Step]) -> [Double] {
    var direction = gradient.map { -$0 }
    var shares: [Double] = []
    for step in steps.reversed() {
      let share = product(step.moved, direction) / step.curvature
      for index in direction.indices { direction[index] -= share * step.turned[index] }
      shares.append(share)
    }
    if let last = steps.last {
      let scale = last.curvature / product(last.turned, last.turned)
      for index in direction.indices { direction[index] *= scale }
    }
    for (step, share) in zip(steps, shares.reversed()) {
      let correction = share - product(step.turned, direction) / step.curvature
      for index in direction.indices { direction[index] += correction * step.moved[index] }
    }
    return direction
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  private static func length(_ vector: [Double]) -> Double {
    product(vector, vector).squareRoot()
  }

  private static func difference(_ left: [Double], _ right: [Double]) -> [Double] {
    zip(left, right).map { $0 - $1 }
  }
}
