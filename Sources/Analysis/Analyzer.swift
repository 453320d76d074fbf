public import RejoinderCore

/// Finds the sentences of an essay, tells which are claims, and asks the critical questions.
///
/// A value without state: the same essay gives the same answers, on any thread.
public struct Analyzer: Sendable {
  public init() {}

  /// Splits, assesses and highlights.
  ///
  /// - Parameter paragraphs: Indices into the text's paragraphs; `nil` takes all. A part is ranked
  ///   within itself, so its highlights are provisional until the whole essay has been assessed.
  /// - Returns: Sentences in order of the text. Paragraphs without prose have none.
  public func sentences(of essay: Essay, paragraphs: Range<Int>? = nil) -> [Sentence] {
    []
  }

  /// The strongest signals for what the detector says of a sentence, in a reader's words, strongest
  /// first, at most four.
  public func reasons(for sentence: Sentence, in essay: Essay) -> [String] {
    []
  }

  /// The argument schemes whose cues a passage shows, surest first, at most three.
  public func schemes(in passage: Passage, of essay: Essay) -> [SchemeMatch] {
    []
  }

  /// Critical questions for a claim, best first: two or three schemes, each with its cue in
  /// ``Origin/detail``.
  public func questions(about passage: Passage, in essay: Essay) -> [Counterargument] {
    []
  }
}
