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
    The council met on Tuesday and heard four residents. Mrs. Okoro said that the bridge had been \
    closed for two years. The matter deserves attention. The bridge is not a luxury; it is the only \
    road to the hospital. According to the ministry, repairs would cost 40 million.

    This is why the city must repair the bridge before it builds another stadium. Delay is a \
    dangerous gamble with other people's lives. In 2019 the council voted for a study. The study \
    was published in 2021. Who has read it?
    """)

  @Test func highlightsClaimsAndNoSignpostOrReport() {
    let sentences = Analyzer().sentences(of: Self.argued)
    let shown = sentences.filter(\.highlighted).map { Self.argued.text.string($0.passage) }
    #expect(shown.contains { $0.hasPrefix("This is why") })
    #expect(!shown.contains { $0.hasPrefix("The matter") || $0.hasPrefix("According") })
    #expect(!shown.contains { $0.hasPrefix("Who") || $0.hasPrefix("Mrs. Okoro") })
    #expect(sentences.count { $0.role == .thesis } == 1)
  }

  @Test func aPartHasTheSameSentencesAsTheWhole() {
    let whole = Analyzer().sentences(of: Self.argued).filter { $0.paragraph == 1 }
    let part = Analyzer().sentences(of: Self.argued, paragraphs: 1..<2)
    #expect(part.map(\.passage) == whole.map(\.passage))
    #expect(part.contains { $0.highlighted })
  }
}
