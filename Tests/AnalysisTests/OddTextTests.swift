import Ingest
import RejoinderCore
import Testing

@testable import Analysis

/// Texts that are no essays: no crash, no absurd highlights.
@Suite struct OddTextTests {
  private func analysed(_ text: String) throws -> [Sentence] {
    let essay = try EssayParser().essay(from: Array(text.utf8), source: .standardInput)
    return Analyzer().sentences(of: essay)
  }

  @Test func oneSentence() throws {
    #expect(
      try analysed("The city should repair the bridge before winter.").map(\.role) == [.thesis])
  }

  @Test func tenThousandSentencesInOneParagraph() throws {
    let sentences = try analysed(
      String(repeating: "The city should pay. Nobody asked the miners. ", count: 5_000))
    #expect(sentences.count == 10_000)
    #expect(sentences.count { $0.highlighted } <= 3_700)
    #expect(sentences.count { $0.role == .thesis } == 1)
  }

  @Test func noFullStops() throws {
    let sentences = try analysed(
      String(repeating: "the city should pay and so should we ", count: 400))
    #expect(sentences.count == 1)
    #expect(!sentences.contains { $0.highlighted })
  }

  @Test func capitalsAreReadLikeOtherWords() throws {
    let sentences = try analysed(
      "THE COUNCIL MET ON TUESDAY. THE BRIDGE IS A DISGRACE AND MUST BE REPAIRED. IT RAINED.")
    #expect(sentences.filter(\.highlighted).count == 1)
    #expect(sentences[1].highlighted)
  }

  @Test(arguments: [
    // Another language.
    """
    Die Stadt muss die Brücke reparieren, bevor der Winter kommt. Das ist kein Luxus, sondern der \
    einzige Weg ins Krankenhaus. Niemand im Rat will dafür bezahlen, und alle wissen es. Deshalb \
    sollten die Bürger selbst entscheiden, was ihnen die Brücke wert ist.
    """,
    // A list of links.
    "http://example.org/a/b?c=d\nhttp://example.org/e/f\nhttps://example.org/must/should/never\n",
    // Code.
    "    if value == 0 {\n      return should + must\n    }\n    let never = is(bad)\n",
    // A table.
    "Year\tShould\tMust\n1998\t3.4\t2.2\n1999\t3.9\t2.7\n",
    // A table with bars.
    "| Year | Should | Must |\n| --- | --- | --- |\n| 1998 | 3.4 | bad |\n| 1999 | 3.9 | wrong |\n",
    // Comma-separated values.
    "year,should,must\n1998,3.4,2.2\n1999,3.9,2.7\n2000,4.1,wrong\n",
    // Links with words around them.
    "Read more: https://example.org/must-read\nSee also: https://example.org/should\n\nhttps://example.org\n",
    // Code without indentation.
    """
    func mustPay(_ amount: Int) -> Bool {
    guard amount > 0 else { return false }
    return shouldPay(amount) && never != wrong
    }
    """,
    "SELECT must, should FROM claims WHERE wrong = 'never' AND bad > 3 ORDER BY must;",
    // Questions only.
    "Who should pay? Who must? Is it not wrong? Why is nobody asking?",
    // Spaces and marks.
    "... !!! ??? ... --- ...",
    // A rule and nothing else.
    "* * *",
  ])
  func nothingIsHighlightedIn(_ text: String) throws {
    #expect(try !analysed(text).contains { $0.highlighted })
  }

  @Test(arguments: [
    // Rhymes, one line a line.
    """
    The ships went out in morning grey,
    the gulls went after, crying,
    and nobody on the harbour wall
    could tell the wet from drying.

    The ships came back, or some of them,
    the gulls came back before them,
    and those who waited on the wall
    had nothing left to bore them.
    """,
    // A list of names.
    "Ada Reader\nBen Writer\nCarl Example\nDora Sample\nEve Somebody\nFred Nobody\n",
    // A recipe.
    "200 g flour\n2 eggs\n1 pinch of salt\n300 ml milk\n1 lemon\n",
  ])
  func hardlyAnythingIsHighlightedIn(_ text: String) throws {
    #expect(try analysed(text).count { $0.highlighted } <= 1)
  }

  @Test func aTextAllInCapitalsIsJudgedLikeAnyOther() throws {
    let text = MarkedEssay.pavements.essay.text
    let loud = try analysed(String(decoding: text.utf8, as: UTF8.self).uppercased())
    let shown = loud.filter(\.highlighted).count
    #expect(shown > 0 && shown * 2 < loud.count + 2)
  }

  /// What keeps time and memory from growing faster than the text: no part that is judged together
  /// grows with it.
  @Test(arguments: [
    String(repeating: "The city should pay. Nobody asked the miners. ", count: 6_000),
    String(repeating: "The city should pay. Nobody asked the miners.\n\n", count: 6_000),
    String(repeating: "Pay! ", count: 40_000),
    String(repeating: "the city should pay and so should we ", count: 20_000),
  ])
  func whatIsJudgedTogetherIsBounded(_ text: String) throws {
    let essay = try EssayParser().essay(from: Array(text.utf8), source: .standardInput)
    var longest = 0
    var total = 0
    var last = 0
    Analyzer().assess(essay) { stretch in
      longest = max(longest, stretch.count)
      total += stretch.count
      #expect(stretch.first.map { $0.passage.start >= last } == true)
      last = stretch.last?.passage.end ?? 0
    }
    #expect(longest <= 1_000)
    #expect(total == Analyzer().sentences(of: essay).count)
  }

  /// Streaming and collecting say the same, the thesis apart, which is known only at the end.
  @Test func streamingSaysWhatCollectingSays() throws {
    let text = String(
      repeating: "The city should pay. Nobody asked the miners, and that is wrong.\n\n", count: 900)
    let essay = try EssayParser().essay(from: Array(text.utf8), source: .standardInput)
    var streamed: [Sentence] = []
    let thesis = try #require(Analyzer().assess(essay) { streamed += $0 })
    streamed[thesis].role = .thesis
    #expect(streamed == Analyzer().sentences(of: essay))
  }

  @Test func anotherLanguageHasNoConfidence() throws {
    let sentences = try analysed(
      """
      Le pont doit être réparé avant que vienne un autre hiver. La ville ne veut pas payer, et tout \
      le monde le sait. Ce n'est pas un luxe, c'est la seule route vers la santé.
      """)
    #expect(sentences.count == 3)
    #expect(sentences.allSatisfy { $0.confidence == 0 && $0.role != .claim })
  }

  @Test func verseKeepsItsLinesAndIsNotJudged() throws {
    let verse = "The ships went out\nand came again\nwith other men\nand other rain\n"
    let prose = String(
      repeating: "The harbour is silent and nobody\nshould be surprised at that now.\n\n", count: 3)
    #expect(try analysed(prose + verse).allSatisfy { $0.paragraph < 3 || !$0.highlighted })
  }

  @Test func noiseNeverTraps() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<60 {
      let bytes = (0..<600).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = EssayText(canonical: Array(String(decoding: bytes, as: UTF8.self).utf8))
      let essay = Essay(metadata: EssayMetadata(source: .standardInput), text: text)
      let analyzer = Analyzer()
      for sentence in analyzer.sentences(of: essay) {
        #expect(sentence.confidence >= 0 && sentence.confidence <= 1)
        _ = analyzer.questions(about: sentence.passage, in: essay)
        _ = analyzer.reasons(for: sentence, in: essay)
      }
    }
  }

  @Test func passagesOutsideTheTextAreClipped() {
    let text = essay("The bridge must be repaired.")
    let analyzer = Analyzer()
    _ = analyzer.questions(about: Passage(start: 5, end: 9_000), in: text)
    _ = analyzer.schemes(in: Passage(start: -4, end: 9_000), of: text)
    #expect(analyzer.sentences(of: text, paragraphs: 0..<9).count == 1)
    #expect(analyzer.sentences(of: text, paragraphs: 4..<9).isEmpty)
    #expect(analyzer.questions(about: Passage(start: 0, end: 3), in: essay("")).isEmpty)
  }
}
