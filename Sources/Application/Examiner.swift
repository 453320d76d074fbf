internal import Analysis
internal import Reader
internal import RejoinderCore
internal import Synchronization

/// Looks for claims and tells what is to be said of those on the page.
///
/// The essay that was asked about last is remembered with what was read of it, so that the next page of it costs
/// its own claims and no more.
final class Examiner: Sendable {
  private let analyzer: Analyzer
  private let recent = Mutex<Recent?>(nil)

  private struct Recent {
    var request: Int
    /// Bytes of the essay's text, which may grow.
    var length: Int
    var telling: ReasonTelling
  }

  init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// The claims that are sought, with reasons and questions for those on the page.
  ///
  /// - Parameter request: What brought the essay.
  func assess(_ search: ClaimSearch, request: Int) -> Message {
    let sentences = analyzer.sentences(of: search.essay, paragraphs: search.paragraphs)
    let marking = Marking(sentences: sentences, packs: [], annotations: [])
    let inquiry = Inquiry(
      wanted: marking.claimIndices(overlapping: search.shown).map { marking.claims[$0] },
      claims: marking.claims, sentences: sentences)
    return .assessed(
      sentences, examinations: examine(inquiry, in: search.essay, request: request),
      isWhole: search.paragraphs == nil, request: request)
  }

  /// Reasons for the sentences that claims are, and questions about the claims.
  func examine(_ inquiry: Inquiry, in essay: Essay, request: Int) -> [Examination] {
    let reasons = reasons(
      for: inquiry.wanted.map { inquiry.sentences.sentence(matching: $0.passage) }, in: essay,
      request: request)
    let questions = analyzer.questions(
      about: inquiry.wanted, among: inquiry.claims, keeping: inquiry.kept, in: essay)
    return zip(inquiry.wanted, zip(reasons, questions)).map { claim, said in
      Examination(passage: claim.passage, reasons: said.0, questions: said.1)
    }
  }

  private func reasons(
    for sentences: [Sentence?], in essay: Essay, request: Int
  ) -> [[String]] {
    let remembered = recent.withLock { recent in
      recent?.request == request && recent?.length == essay.text.count ? recent?.telling : nil
    }
    var telling = remembered ?? ReasonTelling(of: essay, by: analyzer)
    let reasons = sentences.map { $0.map { telling.reasons(for: $0) } ?? [] }
    recent.withLock {
      $0 = Recent(request: request, length: essay.text.count, telling: telling)
    }
    return reasons
  }
}
