public import RejoinderCore

/// Finds the sentences of an essay, tells which are claims, and asks the critical questions.
///
/// A value without state: the same essay gives the same answers, on any thread.
public struct Analyzer: Sendable {
  package let detector: any ClaimDetector

  public init() {
    self.init(detector: LinearDetector())
  }

  /// - Parameter detector: What judges the sentences, instead of the built-in one.
  public init(detector: any ClaimDetector) {
    self.detector = detector
  }

  /// The detector's version: when it changes, highlights that were stored are out of date.
  public var version: String { detector.version }

  /// Splits, assesses and highlights.
  ///
  /// - Parameter paragraphs: Indices into the text's paragraphs; `nil` takes all. A part is ranked
  ///   within itself, so its highlights are provisional until the whole essay has been assessed.
  /// - Returns: Sentences in order of the text. Paragraphs without prose have none.
  public func sentences(of essay: Essay, paragraphs: Range<Int>? = nil) -> [Sentence] {
    var sentences = split(essay.text, paragraphs)
    var candidates: [(index: Int, centrality: Float)] = []
    for stretch in Self.stretches(sentences) {
      let estimates = detector.estimates(of: sentences[stretch], in: essay.text)
      guard estimates.count == stretch.count else { continue }
      Ranking(estimates: estimates).apply(to: &sentences[stretch])
      let best = stretch.filter { sentences[$0].highlighted }
        .map { (index: $0, centrality: estimates[$0 - stretch.lowerBound].centrality) }
        .max { $0.centrality < $1.centrality }
      if let best { candidates.append(best) }
    }
    if let thesis = candidates.max(by: { $0.centrality < $1.centrality }) {
      sentences[thesis.index].role = .thesis
    }
    return sentences
  }

  /// The strongest signals for what the detector says of a sentence, in a reader's words, strongest
  /// first, at most four.
  public func reasons(for sentence: Sentence, in essay: Essay) -> [String] {
    let paragraph = sentence.paragraph
    guard essay.text.paragraphs.indices.contains(paragraph) else { return [] }
    var neighbours = split(essay.text, paragraph..<(paragraph + 1))
    guard let index = neighbours.firstIndex(where: { $0.passage.matches(sentence.passage) }) else {
      return []
    }
    neighbours[index].role = sentence.role
    // Enough of a paragraph without end to see the sentence in its place.
    let nearby =
      max(
        0, index - Self.stretchLength)..<min(
        neighbours.count, index + Self.stretchLength)
    return detector.reasons(for: index, of: neighbours[nearby], in: essay.text)
  }

  /// The argument schemes whose cues a passage shows, surest first, at most three.
  public func schemes(in passage: Passage, of essay: Essay) -> [SchemeMatch] {
    QuestionWriting(.builtIn, essay.text.clipped(passage), of: essay.text).matches
  }

  /// Critical questions for a claim, best first, at most three: from its schemes, each with its cue
  /// in ``Origin/detail`` and its scheme in ``Origin/summary``; or general ones, with no cue.
  ///
  /// - Parameters:
  ///   - claims: The essay's claims in order of the text, or ``RejoinderCore/Claim/questionReach`` on either side; none
  ///     is asked what its neighbour is asked.
  /// - thesis: What the essay argues for: a claim may be asked what it has to do with it.
  ///   - kept: Identifiers of questions that the reader judged, which are asked again.
  public func questions(
    about claim: Claim, among claims: [Claim] = [], thesis: Claim? = nil,
    keeping kept: Set<String> = [],
    in essay: Essay
  ) -> [Counterargument] {
    guard essay.text.paragraphIndex(at: claim.passage.start) != nil else { return [] }
    let index = claims.partitionIndex { $0.passage >= claim.passage }
    let isAmong = claims.indices.contains(index) && claims[index].passage == claim.passage
    let choice = QuestionChoice(claims: isAmong ? claims : [claim], thesis: thesis, kept: kept) {
      claim in
      QuestionWriting(.builtIn, essay.text.clipped(claim.passage), of: essay.text)
    }
    return choice.questions(about: isAmong ? index : 0)
  }

  /// Critical questions for a passage as if it were the essay's only claim, of the kind that it shows.
  public func questions(about passage: Passage, in essay: Essay) -> [Counterargument] {
    guard let paragraph = essay.text.paragraphIndex(at: passage.start) else { return [] }
    let sentence = Sentence(passage: passage, paragraph: paragraph)
    let kind = detector.estimates(of: [sentence], in: essay.text).first?.kind ?? .fact
    return questions(
      about: Claim(passage: passage, role: .claim, kind: kind, confidence: 0, standing: .detected),
      in: essay)
  }

  /// What supports what: premises claims, claims the thesis or one another.
  ///
  /// - Parameter marking: The claims and premises after everybody's say.
  public func outline(of marking: Marking, in essay: Essay) -> Outline {
    StructureFinding(marking, of: essay.text).outline()
  }

  // MARK: Parts

  private func split(_ text: EssayText, _ paragraphs: Range<Int>?) -> [Sentence] {
    let range = (paragraphs ?? text.paragraphs.indices).clamped(to: text.paragraphs.indices)
    let splitter = SentenceSplitter(utf8: text.utf8)
    var sentences: [Sentence] = []
    for index in range {
      splitter.split(text.paragraphs[index]) { passage in
        sentences.append(Sentence(passage: passage, paragraph: index))
      }
    }
    return sentences
  }

  /// Sentences that are ranked together: all of an essay, some hundreds of a book's, so that every
  /// chapter has its claims and memory does not grow with the text.
  private static let stretchLength = 300

  private static func stretches(_ sentences: [Sentence]) -> [Range<Int>] {
    let parts = max(1, (sentences.count + stretchLength / 2) / stretchLength)
    return (0..<parts).map { part in
      (sentences.count * part / parts)..<(sentences.count * (part + 1) / parts)
    }
  }
}
