public import RejoinderCore

/// Finds the sentences of an essay, tells which are claims, and asks the critical questions.
///
/// A value without state: the same essay gives the same answers, on any thread.
public struct Analyzer: Sendable {
  package let detector: any ClaimDetector
  /// How many sentences of an essay are looked at.
  package var most = Sentence.most

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
    var sentences: [Sentence] = []
    let thesis = assess(essay, paragraphs: paragraphs) { sentences += $0 }
    if let thesis { sentences[thesis].role = .thesis }
    return sentences
  }

  /// Splits, assesses and highlights, a stretch at a time: memory does not grow with the text.
  ///
  /// - Parameter take: Is handed every stretch's sentences, in order of the text, until there are
  ///   ``Sentence/most``.
  /// - Returns: The number of the thesis among all sentences, counted from 0. It has the role of a
  ///   claim, for it is known only at the end; `nil` where nothing is highlighted.
  @discardableResult
  public func assess(
    _ essay: Essay, paragraphs: Range<Int>? = nil, _ take: ([Sentence]) -> Void
  ) -> Int? {
    var count = 0
    var thesis: Candidate?
    Stretches(essay.text, paragraphs: paragraphs).visit { stretch in
      var stretch = stretch
      if count + stretch.count > most { stretch.removeLast(count + stretch.count - most) }
      if stretch.isEmpty { return }
      if let best = judge(&stretch, in: essay),
        thesis.map({ $0.centrality < best.centrality }) ?? true
      {
        thesis = Candidate(index: count + best.index, centrality: best.centrality)
      }
      count += stretch.count
      take(stretch)
    }
    return thesis?.index
  }

  /// A sentence that may be the thesis.
  private struct Candidate {
    var index: Int
    var centrality: Float
  }

  /// Judges one stretch.
  ///
  /// - Returns: The highlighted sentence that would do best as the thesis.
  private func judge(_ stretch: inout [Sentence], in essay: Essay) -> Candidate? {
    let estimates = detector.estimates(of: stretch[...], in: essay)
    guard estimates.count == stretch.count else { return nil }
    Ranking(estimates: estimates).apply(to: &stretch[...])
    return stretch.indices.filter { stretch[$0].highlighted }
      .map { Candidate(index: $0, centrality: estimates[$0].centrality) }
      .max { $0.centrality < $1.centrality }
  }

  /// Judges sentences that somebody else has split, as one stretch.
  package func judged(_ sentences: [Sentence], in essay: Essay) -> [Sentence] {
    var sentences = sentences
    if let thesis = judge(&sentences, in: essay) { sentences[thesis.index].role = .thesis }
    return sentences
  }

  /// The strongest signals for what the detector says of a sentence, in a reader's words, strongest
  /// first, at most four.
  public func reasons(for sentence: Sentence, in essay: Essay) -> [String] {
    var telling = ReasonTelling(of: essay, by: self)
    return telling.reasons(for: sentence)
  }

  /// The same for several sentences, which are quicker told together where they are neighbours.
  ///
  /// - Parameter sentences: In order of the text.
  public func reasons(for sentences: [Sentence], in essay: Essay) -> [[String]] {
    var telling = ReasonTelling(of: essay, by: self)
    return sentences.map { telling.reasons(for: $0) }
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
  ///   - kept: Identifiers of questions that the reader judged, which are asked again.
  public func questions(
    about claim: Claim, among claims: [Claim] = [], keeping kept: Set<String> = [], in essay: Essay
  ) -> [Counterargument] {
    questions(about: [claim], among: claims, keeping: kept, in: essay)[0]
  }

  /// The same for several claims, which is quicker together where they are neighbours.
  ///
  /// - Returns: One list for each of `wanted`.
  public func questions(
    about wanted: [Claim], among claims: [Claim], keeping kept: Set<String>, in essay: Essay
  ) -> [[Counterargument]] {
    func choice(among claims: [Claim]) -> QuestionChoice {
      QuestionChoice(claims: claims, kept: kept) { claim in
        QuestionWriting(.builtIn, essay.text.clipped(claim.passage), of: essay.text)
      }
    }
    var together = choice(among: claims)
    return wanted.map { claim in
      guard essay.text.paragraphIndex(at: claim.passage.start) != nil else { return [] }
      let index = claims.partitionIndex { $0.passage >= claim.passage }
      if claims.indices.contains(index), claims[index].passage == claim.passage {
        return together.questions(about: index)
      }
      var alone = choice(among: [claim])
      return alone.questions(about: 0)
    }
  }

  /// Critical questions for a passage as if it were the essay's only claim, of the kind that it shows.
  public func questions(about passage: Passage, in essay: Essay) -> [Counterargument] {
    guard let paragraph = essay.text.paragraphIndex(at: passage.start) else { return [] }
    let sentence = Sentence(passage: passage, paragraph: paragraph)
    let kind = detector.estimates(of: [sentence], in: essay).first?.kind ?? .fact
    return questions(
      about: Claim(passage: passage, role: .claim, kind: kind, confidence: 1, standing: .detected),
      in: essay)
  }

  /// What supports what: premises claims, claims the thesis or one another.
  ///
  /// - Parameter marking: The claims and premises after everybody's say.
  public func outline(of marking: Marking, in essay: Essay) -> Outline {
    StructureFinding.outline(of: marking, in: essay.text)
  }
}
