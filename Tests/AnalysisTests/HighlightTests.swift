import Ingest
import RejoinderCore
import Testing

@testable import Analysis

func essay(_ text: String) -> Essay {
  Essay(metadata: EssayMetadata(source: .standardInput), text: EssayText(canonical: text))
}

@Suite struct HighlightTests {
  static let argued = essay(
    """
    The council met on Tuesday and heard four residents. The harbour master said that the bridge \
    had been closed for two years. The matter deserves attention. The bridge is not a luxury; it is the only \
    road to the hospital. According to the ministry, repairs would cost 40 million. In the mayor’s \
    own telling, the ferry is a fair exchange.

    This is why the city must repair the bridge before it builds another stadium. Delay is a \
    dangerous gamble with other people's lives. In 2019 the council voted for a study. The study \
    was published in 2021. Who has read it? That silence matters. Critics say the money is gone.
    """)

  private func sentence(_ opening: String) throws -> Sentence {
    try #require(
      Analyzer().sentences(of: Self.argued)
        .first { Self.argued.text.string($0.passage).hasPrefix(opening) })
  }

  /// Memory would grow without end where every word is a sentence.
  @Test("as many sentences are looked at as memory is meant for")
  func sentencesHaveALimit() {
    var analyzer = Analyzer()
    let all = analyzer.sentences(of: Self.argued)
    analyzer.most = all.count - 2
    let some = analyzer.sentences(of: Self.argued)
    #expect(some.map(\.passage) == all.dropLast(2).map(\.passage))
  }

  @Test func highlightsClaimsAndNoSignpostQuestionOrReport() {
    let shown = Analyzer().sentences(of: Self.argued).filter(\.highlighted)
      .map { Self.argued.text.string($0.passage) }
    #expect(shown.contains { $0.hasPrefix("This is why") })
    #expect(shown.contains { $0.hasPrefix("The bridge is not") })
    for opening in [
      "The matter", "According", "In the mayor", "Who", "The harbour", "That silence", "Critics",
      "In 2019",
    ] {
      #expect(!shown.contains { $0.hasPrefix(opening) }, "\(opening)")
    }
  }

  @Test func thereIsOneThesis() throws {
    let theses = Analyzer().sentences(of: Self.argued).filter { $0.role == .thesis }
    #expect(try theses == [sentence("This is why")])
    #expect(theses.allSatisfy { $0.highlighted && $0.kind != nil })
  }

  @Test func rolesAndKindsGoTogether() throws {
    for sentence in Analyzer().sentences(of: Self.argued) {
      let isClaim = sentence.role == .claim || sentence.role == .thesis
      #expect((sentence.kind != nil) == isClaim)
      #expect(!sentence.highlighted || isClaim)
    }
    #expect(try sentence("The harbour").role == .premise)
    #expect(try sentence("In 2019").role == .premise)
    #expect(try sentence("Who has").role == .other)
  }

  @Test(arguments: [
    ("The city must repair the bridge.", ClaimKind.policy),
    ("It is time to close the road for good.", .policy),
    ("Delay is a dangerous gamble.", .value),
    ("It is wrong that the ferry should cost more than the bridge.", .value),
    ("They should have repaired the bridge.", .value),
    ("The bridge carries four thousand cars.", .fact),
  ])
  func kinds(_ text: String, _ kind: ClaimKind) {
    let sentences = [Sentence(passage: Passage(start: 0, end: text.utf8.count), paragraph: 0)]
    let estimates = LinearDetector().estimates(of: sentences[...], in: essay(text))
    #expect(estimates.map(\.kind) == [kind])
  }

  @Test func claimsAreMoreConfidentThanReports() throws {
    #expect(try sentence("This is why").confidence > 0.85)
    #expect(try sentence("The harbour").confidence < 0.4)
  }

  @Test func aPartHasTheSameSentencesAsTheWhole() {
    let whole = Analyzer().sentences(of: Self.argued).filter { $0.paragraph == 1 }
    let part = Analyzer().sentences(of: Self.argued, paragraphs: 1..<2)
    #expect(part.map(\.passage) == whole.map(\.passage))
    #expect(part.contains { $0.highlighted })
  }

  /// There is room for four of twelve; the fifth call is shown too.
  @Test func callsForActionAreNotLeftOut() {
    let plain = "The office stands beside the river and looks over the old harbour and its boats."
    let call = "The council should mend the roof of the office."
    let calls = essay(
      (Array(repeating: plain, count: 7) + Array(repeating: call, count: 5)).joined(separator: " "))
    let sentences = Analyzer().sentences(of: calls)
    #expect(sentences.count == 12)
    #expect(sentences.suffix(5).allSatisfy { $0.highlighted })
    #expect(sentences.count { $0.highlighted } == 5)
  }

  @Test func everyPartOfABookHasItsClaims() {
    let loud = "The city must repair the bridge, and delay is a dangerous mistake for all of us."
    let quiet = "The ferry is an old friend of the harbour and goes to the island in most winters."
    let book = essay(
      (0..<1_200).map { $0 < 600 ? loud : quiet }.joined(separator: "\n\n"))
    let sentences = Analyzer().sentences(of: book)
    let shown = sentences.filter(\.highlighted)
    #expect(shown.count < 480)
    #expect(shown.contains { $0.paragraph < 300 } && shown.contains { $0.paragraph > 900 })
    #expect(sentences.count { $0.role == .thesis } == 1)
  }

  // MARK: Reasons

  @Test func reasonsSayWhatTheSentenceDoes() throws {
    let analyzer = Analyzer()
    #expect(
      try analyzer.reasons(for: sentence("This is why"), in: Self.argued)
        .contains("says what should be done"))
    #expect(
      try analyzer.reasons(for: sentence("The bridge is not"), in: Self.argued).first
        == "contrasts: not X but Y")
    #expect(
      try analyzer.reasons(for: sentence("The harbour"), in: Self.argued).first
        == "reports what somebody said")
    for sentence in analyzer.sentences(of: Self.argued) {
      let reasons = analyzer.reasons(for: sentence, in: Self.argued)
      #expect(reasons.count <= 4 && Set(reasons).count == reasons.count)
      #expect(!sentence.highlighted || !reasons.isEmpty)
    }
  }

  @Test func everyFeatureThatCarriesIsTold() {
    let told = Set(Reasons.allFeatures)
    #expect(Reasons.allFeatures.count == told.count)
    for feature in Feature.allCases where !told.contains(feature) {
      #expect(abs(ClaimModel.builtIn.carrying[feature]) <= 0.5, "\(feature)")
    }
  }

  @Test func exponentialIsExact() {
    #expect(abs(Float.exponential(1) - 2.718282) < 1e-4)
    #expect(Float.exponential(0) == 1)
    #expect(abs(Float.exponential(-3) - 0.04978707) < 1e-6)
    #expect(Float.exponential(-.infinity) < 1e-12)
  }
}
