import RejoinderCore

/// How well the sentences found agree with a corpus's own.
struct BoundaryAgreement {
  private var found = 0
  private var expected = 0
  private var shared = 0

  mutating func add(_ sentences: [Sentence], expected: [Sentence]) {
    let ends = Set(sentences.map(\.passage.end))
    found += ends.count
    self.expected += expected.count
    shared += expected.count { ends.contains($0.passage.end) }
  }

  /// The harmonic mean of precision and recall of sentence ends.
  var score: Double { found + expected == 0 ? 0 : 2 * Double(shared) / Double(found + expected) }
}
