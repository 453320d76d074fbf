public import RejoinderCore

/// Tells why the detector says what it says of an essay's sentences.
///
/// It keeps the stretch that it read last: whoever turns the pages asks about the same one many times, and
/// reading it costs more than all that is said of it.
public struct ReasonTelling: Sendable {
  private let essay: Essay
  private let detector: any ClaimDetector
  private let stretches: Stretches
  private var recent: Recent?

  private struct Recent: Sendable {
    var sentences: [Sentence]
    var reading: any StretchReading
  }

  public init(of essay: Essay, by analyzer: Analyzer) {
    self.essay = essay
    detector = analyzer.detector
    stretches = Stretches(essay.text)
  }

  /// The strongest signals for a sentence, in a reader's words, strongest first, at most four; none where
  /// the essay has no such sentence.
  public mutating func reasons(for sentence: Sentence) -> [String] {
    guard let recent = stretch(around: sentence),
      let index = recent.sentences.index(matching: sentence.passage)
    else { return [] }
    return recent.reading.reasons(at: index, as: sentence.role)
  }

  private mutating func stretch(around sentence: Sentence) -> Recent? {
    if let recent, let first = recent.sentences.first, let last = recent.sentences.last,
      first.passage.start <= sentence.passage.start, sentence.passage.start < last.passage.end
    {
      return recent
    }
    guard let sentences = stretches.stretch(around: sentence) else { return nil }
    let found = Recent(
      sentences: sentences, reading: detector.reading(of: sentences[...], in: essay))
    recent = found
    return found
  }
}
