import RejoinderCore
import Testing

@testable import Analysis

/// What is highlighted, against what a careful editor would mark.
@Suite struct MarkedEssayTests {
  private func sentences(of marked: MarkedEssay) throws -> [Sentence] {
    let sentences = Analyzer().sentences(of: marked.essay)
    try #require(
      sentences.map { marked.essay.text.string($0.passage) } == marked.lines,
      "the sentences are the lines")
    return sentences
  }

  @Test(arguments: MarkedEssay.all + MarkedEssay.unseen)
  func nothingIsHighlightedThatNeverMayBe(_ marked: MarkedEssay) throws {
    for (index, sentence) in try sentences(of: marked).enumerated()
    where marked.verdicts[index] == .never {
      #expect(!sentence.highlighted, "\(marked.lines[index])")
    }
  }

  @Test(arguments: MarkedEssay.all)
  func whatTheAuthorCallsForIsHighlighted(_ marked: MarkedEssay) throws {
    for (index, sentence) in try sentences(of: marked).enumerated()
    where [.thesis, .policy].contains(marked.verdicts[index]) {
      #expect(sentence.highlighted, "\(marked.lines[index])")
    }
  }

  @Test(arguments: MarkedEssay.unseen)
  func callsForActionAreHighlightedInUnseenEssays(_ marked: MarkedEssay) throws {
    for (index, sentence) in try sentences(of: marked).enumerated()
    where marked.verdicts[index] == .policy {
      #expect(sentence.highlighted, "\(marked.lines[index])")
    }
  }

  @Test(arguments: MarkedEssay.all + MarkedEssay.unseen)
  func fourInFiveHighlightsAreTheEditors(_ marked: MarkedEssay) throws {
    let shown = zip(try sentences(of: marked), marked.verdicts).filter { $0.0.highlighted }
    let right = shown.count { $0.1 != .free && $0.1 != .never }
    #expect(shown.count >= 4)
    #expect(right * 5 >= shown.count * 4, "\(right) of \(shown.count)")
  }

  @Test(arguments: MarkedEssay.all)
  func theThesisIsAmongTheFirstThree(_ marked: MarkedEssay) throws {
    let sentences = try sentences(of: marked)
    let estimates = LinearDetector().estimates(of: sentences[...], in: marked.essay)
    let best = sentences.indices.filter { sentences[$0].highlighted }
      .sorted { estimates[$0].centrality > estimates[$1].centrality }
    #expect(best.first.map { sentences[$0].role } == .thesis)
    #expect(
      best.prefix(3).contains { marked.verdicts[$0] == .thesis },
      "\(best.prefix(3).map { marked.lines[$0] })")
  }
}
