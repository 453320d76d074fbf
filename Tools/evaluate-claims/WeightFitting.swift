import Analysis
import RejoinderCore

/// Fits the detector's numbers to labelled essays and prints them as the Swift source that holds
/// them.
struct WeightFitting {
  private let rows: [[Double]]
  private let labels: [Bool]
  /// The range of each essay's sentences.
  private let essays: [Range<Int>]

  private static let folds = 6
  private static let ridge = 3.0

  init(_ labelled: [LabelledEssay]) {
    var rows: [[Double]] = []
    var labels: [Bool] = []
    var essays: [Range<Int>] = []
    for essay in labelled {
      let start = rows.count
      rows += FeatureTable.rows(of: essay.sentences[...], in: essay.essay.text)
        .map { $0.map(Double.init) }
      labels += essay.labels.map { $0 == "claim" }
      essays.append(start..<rows.count)
    }
    self.rows = rows
    self.labels = labels
    self.essays = essays
  }

  /// The weights of the neighbourhood are fitted to scores that each essay got from a model that had
  /// not seen it.
  func printSource() {
    let all = LogisticRegression(rows: rows, labels: labels, ridge: Self.ridge)
    let context = LogisticRegression(
      rows: neighbourhoods(crossValidatedScores()), labels: labels, ridge: 1)
    print(
      """
      // Made by `evaluate-claims --fit`; see docs/claims.md. Not to be edited by hand.

      extension ClaimWeights {
        static let context = Context(
          bias: \(number(context.weights[5])), own: \(number(context.weights[0])), \
      previous: \(number(context.weights[1])), next: \(number(context.weights[2])),
          beyond: \(number(context.weights[3])), mean: \(number(context.weights[4])))

        /// How contestable a sentence is, as a log-odds.
        static let contestable = LinearScore(
          bias: \(number(all.weights[all.weights.count - 1])),
          [
      """)
    for (name, weight) in zip(FeatureTable.names, all.weights) {
      print("      (.\(name), \(number(weight))),")
    }
    print(
      "    ])\n\n  /// What the features are like on average, in the corpus that was fitted to.")
    print("  static let typical = LinearScore(\n    bias: 0,\n    [")
    for (column, name) in FeatureTable.names.enumerated() {
      let mean = rows.reduce(0) { $0 + $1[column] } / Double(max(1, rows.count))
      print("      (.\(name), \(number(mean))),")
    }
    print("    ])\n}")
  }

  private func crossValidatedScores() -> [Double] {
    var scores = [Double](repeating: 0, count: rows.count)
    for fold in 0..<Self.folds {
      let inside = essays.indices.filter { $0 % Self.folds != fold }.flatMap { essays[$0] }
      let model = LogisticRegression(
        rows: inside.map { rows[$0] }, labels: inside.map { labels[$0] }, ridge: Self.ridge)
      for index in essays.indices where index % Self.folds == fold {
        for row in essays[index] { scores[row] = model.score(rows[row]) }
      }
    }
    return scores
  }

  /// The columns of ``ClaimWeights/Context``.
  private func neighbourhoods(_ scores: [Double]) -> [[Double]] {
    essays.flatMap { essay in
      let mean = scores[essay].reduce(0, +) / Double(max(1, essay.count))
      func score(_ index: Int) -> Double { essay.contains(index) ? scores[index] : mean }
      return essay.map { index in
        [
          scores[index], score(index - 1), score(index + 1), score(index - 2) + score(index + 2),
          mean,
        ]
      }
    }
  }

  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = "\(abs(hundredths) % 100)"
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)."
      + String(repeating: "0", count: 2 - digits.count) + digits
  }
}
