import RejoinderCore
import Testing

@testable import Analysis

/// What is asked of the claims of a whole essay.
@Suite struct QuestionChoiceTests {
  private let analyzer = Analyzer()

  private func claims(of essay: Essay) -> [Claim] {
    // Every sentence, so that neighbours are as alike as they can be.
    analyzer.sentences(of: essay).map {
      Claim(
        passage: $0.passage, role: $0.role == .thesis ? .thesis : .claim, kind: $0.kind ?? .fact,
        confidence: $0.confidence, standing: .detected)
    }
  }

  private func asked(_ claims: [Claim], in essay: Essay) -> [[Counterargument]] {
    claims.map {
      analyzer.questions(about: $0, among: claims, in: essay)
    }
  }

  @Test(arguments: MarkedEssay.all + MarkedEssay.unseen, [1, 2, 3] as [UInt64])
  func atMostThreeNoTwoAlikeNoneRepeated(_ marked: MarkedEssay, _ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let claims = claims(of: marked.essay).filter { _ in
      seed == 1 || Int.random(in: 0..<3, using: &generator) > 0
    }
    let asked = asked(claims, in: marked.essay)
    for questions in asked {
      #expect(questions.count <= 3)
      #expect(Set(questions.map(\.text)).count == questions.count)
      #expect(Set(questions.map(\.id)).count == questions.count)
      // No two are after the same.
      #expect(Set(questions.map { $0.id.split(separator: ":")[2] }).count == questions.count)
    }
    // Of all sentences, of which the half are no claims: nothing is asked rather than something of no help.
    #expect(asked.count { !$0.isEmpty } * 12 >= claims.count)
    for (one, next) in zip(asked, asked.dropFirst()) {
      #expect(Set(one.map(\.text)).isDisjoint(with: next.map(\.text)))
    }
  }

  @Test func claimsInTheSameWordsAreAskedDifferently() {
    let sentence = "The toll is an unfair burden on the town."
    let essay = essay(Array(repeating: sentence, count: 40).joined(separator: "\n\n"))
    let asked = asked(claims(of: essay), in: essay)
    #expect(asked.count == 40)
    for (one, next) in zip(asked, asked.dropFirst()) {
      #expect(!one.isEmpty && Set(one.map(\.text)).isDisjoint(with: next.map(\.text)))
    }
  }

  /// The reader sends a part of the claims only.
  @Test(arguments: MarkedEssay.all)
  func claimsFarAwayChangeNothing(_ marked: MarkedEssay) {
    let claims = claims(of: marked.essay)
    for index in claims.indices {
      let lower = max(0, index - Claim.questionReach)
      let upper = min(claims.count, index + Claim.questionReach + 1)
      #expect(
        analyzer.questions(
          about: claims[index], among: Array(claims[lower..<upper]), in: marked.essay)
          == analyzer.questions(about: claims[index], among: claims, in: marked.essay))
    }
  }

  /// A refrain that begins just where the part of the claims that the reader sends is cut.
  @Test(arguments: 0..<4)
  func aRefrainIsAskedTheSameWhateverIsCutOff(_ cut: Int) {
    let verses = (0..<6).map { "The lamp on pier \($0) should be lit." }
    let refrain = Array(repeating: "The boats in the harbour are not blue.", count: 3)
    let essay = essay((verses + refrain + verses).joined(separator: "\n\n"))
    let claims = claims(of: essay)
    let part = Array(claims[cut...])
    for index in 6..<9 {
      #expect(
        analyzer.questions(about: claims[index], among: part, in: essay)
          == analyzer.questions(about: claims[index], among: claims, in: essay))
    }
  }

  @Test func whatTheReaderJudgedIsAskedAgain() throws {
    let essay = essay("The council should repair the bridge. The council should repair the bridge.")
    let claims = claims(of: essay)
    let writing = QuestionWriting(.builtIn, claims[0].passage.range, of: essay.text)
    let last = try #require(writing.candidates(kind: .policy).last?.question)
    let plain = analyzer.questions(about: claims[0], among: claims, in: essay)
    #expect(!plain.contains(last))
    let kept = analyzer.questions(about: claims[0], among: claims, keeping: [last.id], in: essay)
    #expect(kept.first == last && kept.count == 3)
  }
}
