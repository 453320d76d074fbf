package import Analysis
internal import RejoinderCore

/// Learns the detector's numbers from labelled editorials.
///
/// How contestable a sentence is comes from the corpus's own labels; how much it carries the argument,
/// and how well it would do as the thesis, from what an editor marked in some of the editorials. The
/// same input gives the same model.
package struct ModelTraining {
  private let essays: [LabelledEssay]
  private let marks: EditorMarks
  private let examples: Examples
  /// The range of each essay's sentences.
  private let ranges: [Range<Int>]
  private let settings: Settings

  /// Chosen by cross-validation on the training editorials; docs/claims.md has the trials.
  package struct Settings {
    /// A power of two.
    package var slots = 1 << 16
    package var folds = 6
    package var columnPull = 3.0
    package var slotPull = 14.0
    package var markPull = 10.0
    /// Share of the expected weights that those of the marks are pulled to.
    package var expectation = 0.5

    package init() {}
  }

  package init(_ essays: [LabelledEssay], marks: EditorMarks, settings: Settings = Settings()) {
    self.essays = essays
    self.marks = marks
    self.settings = settings
    var examples = Examples(slotCount: settings.slots)
    var ranges: [Range<Int>] = []
    for essay in essays {
      let start = examples.rows.count
      let table = FeatureTable(
        of: essay.sentences[...], in: essay.essay, slots: settings.slots)
      examples.rows += table.rows.map { $0.map(Double.init) }
      examples.slots += table.slots
      examples.labels += essay.sentences.indices.map(essay.isClaim)
      ranges.append(start..<examples.rows.count)
    }
    self.examples = examples
    self.ranges = ranges
  }

  package func model() -> ClaimModel {
    var model = ClaimModel()
    guard let width = examples.rows.first?.count else { return model }
    let contestable = regression(on: Array(examples.rows.indices))
    model.contestable = Self.score(contestable)
    model.wording = quantized(contestable.slotWeights)
    let count = Double(examples.rows.count)
    model.typical = (0..<width).map { column in
      Float(examples.rows.reduce(0) { $0 + $1[column] } / count)
    }
    model.typicalWording =
      Float(examples.slots.reduce(0) { $0 + $1.reduce(0) { $0 + Int(model.wording.weights[$1]) } })
      * model.wording.scale / Float(count)
    let scores = crossValidatedScores()
    model.context = context(of: scores)
    (model.carrying, model.carryingContestability) = marked(scores, Expectation.carrying) {
      $0.all.contains($1)
    }
    (model.thesis, model.thesisContestability) = marked(scores, Expectation.thesis) {
      $0.theses.contains($1)
    }
    model.premises = PremiseKind.allCases.map(premise)
    return model
  }

  // MARK: How contestable

  private func regression(on indices: [Int]) -> LogisticRegression {
    LogisticRegression(
      examples.selected(indices),
      pull: .init(columns: settings.columnPull, slots: settings.slotPull))
  }

  /// What each sentence gets from a model that has not seen its essay.
  package func crossValidatedScores() -> [Double] {
    var scores = [Double](repeating: 0, count: examples.rows.count)
    for fold in 0..<settings.folds {
      let others = ranges.indices.filter { $0 % settings.folds != fold }.flatMap { ranges[$0] }
      guard !others.isEmpty else { continue }
      let model = regression(on: others)
      for essay in ranges.indices where essay % settings.folds == fold {
        for index in ranges[essay] {
          scores[index] = model.score(examples.rows[index], slots: examples.slots[index])
        }
      }
    }
    return scores
  }

  private func context(of scores: [Double]) -> ClaimModel.Context {
    var rows: [[Double]] = []
    for essay in ranges {
      let mean = scores[essay].reduce(0, +) / Double(max(1, essay.count))
      func score(_ index: Int) -> Double { essay.contains(index) ? scores[index] : mean }
      for index in essay {
        rows.append([
          scores[index], score(index - 1), score(index + 1), score(index - 2) + score(index + 2),
          mean,
        ])
      }
    }
    let found = LogisticRegression(
      Examples(rows: rows, labels: examples.labels), pull: .init(columns: 1))
    let weights = found.weights.map(Float.init)
    return ClaimModel.Context(
      bias: Float(found.bias), own: weights[0], previous: weights[1], next: weights[2],
      beyond: weights[3], mean: weights[4])
  }

  // MARK: What an editor marked

  /// Learns a score from the marked essays. How contestable a sentence is counts as one more column,
  /// stretched so that its weight is hardly pulled.
  private func marked(
    _ scores: [Double], _ expected: [Double], _ isMarked: (EditorMarks.Marks, Int) -> Bool
  ) -> (LinearScore, contestability: Float) {
    var chosen = Examples()
    for (essay, range) in zip(essays, ranges) {
      guard let marks = marks[essay] else { continue }
      for (offset, index) in range.enumerated() {
        chosen.rows.append(examples.rows[index] + [scores[index] * Self.stretch])
        chosen.labels.append(isMarked(marks, offset))
      }
    }
    let goal = expected.map { $0 * settings.expectation } + [Self.expectedContestability]
    let found = LogisticRegression(
      chosen, pull: .init(columns: settings.markPull, towards: goal))
    let score = LinearScore(
      bias: Float(found.bias), weights: found.weights.dropLast().map(Float.init))
    return (score, Float((found.weights.last ?? 0) * Self.stretch))
  }

  private static let stretch = 10.0
  private static let expectedContestability = 0.03

  // MARK: Premises

  /// Tells one kind of premise from the others.
  private func premise(_ kind: PremiseKind) -> LinearScore {
    var chosen = Examples()
    for (essay, range) in zip(essays, ranges) {
      for (offset, index) in range.enumerated() {
        guard let found = essay.premise(at: offset) else { continue }
        chosen.rows.append(examples.rows[index])
        chosen.labels.append(found == kind)
      }
    }
    return Self.score(LogisticRegression(chosen, pull: .init(columns: settings.columnPull)))
  }

  // MARK: Rounding

  private static func score(_ regression: LogisticRegression) -> LinearScore {
    LinearScore(bias: Float(regression.bias), weights: regression.weights.map(Float.init))
  }

  private func quantized(_ weights: [Double]) -> HashedWeights {
    let most = weights.map(abs).max() ?? 0
    // The scale is one that the file can hold exactly.
    let scale = (most / 127 * 1_000_000).rounded(.up) / 1_000_000
    guard scale > 0 else {
      return HashedWeights(scale: 0, weights: [Int8](repeating: 0, count: weights.count))
    }
    return HashedWeights(
      scale: Float(scale), weights: weights.map { Int8(clamping: Int(($0 / scale).rounded())) })
  }
}
