import Ingest
import RejoinderCore
import Testing

@Suite struct BoilerplateTests {
  static let body = PlainTextTests.long

  @Test func everythingAfterTheCommentHeadingGoes() throws {
    let essay = try parsed(
      """
      \(Self.body)
      \(Self.body)

      Filed under: Ports, Money
      Related posts
      Bridges and who pays for them
      3 thoughts on “Who Pays”
      The harbour master says: I would not pay a penny for this, and neither would my neighbours, come to that.
      """)
    #expect(paragraphs(essay) == [Self.body, Self.body])
    #expect(essay.offers.map(\.kind) == [.navigation, .relatedPosts, .commentForm])
  }

  @Test(arguments: [
    "Subscribe to this view and you must also accept that nobody will ever pay for a port again.",
    "Share this: a port, a bridge and a bill that nobody wants to see before the next election day.",
    "Comments are free, said the editor, and facts are sacred, which is why he printed neither.",
    "Related posts in the ministry were cut as well, and nobody noticed until the ships came in late.",
  ])
  func neverDropsASentenceOfTheEssay(_ sentence: String) throws {
    let essay = try parsed("\(Self.body)\n\(sentence)\n")
    #expect(paragraphs(essay) == [Self.body, sentence])
    #expect(essay.offers.isEmpty)
  }

  @Test func aHeadingInTheMiddleOfALongTextStays() throws {
    let essay = try parsed(
      "\(Self.body)\nComments\n" + String(repeating: Self.body + "\n", count: 40))
    #expect(paragraphs(essay).count == 42)
    #expect(essay.offers.isEmpty)
  }

  @Test func readsTheTailOfAWrappedTextLineByLine() throws {
    let essay = try parsed(
      """
      \(LayoutTests.prose)

      \(LayoutTests.prose)

      Share this:
      Click to share on Example (Opens in new window)
      Like Loading...

      Posted in Ports
      Tagged bridges

      Leave a Reply
      """)
    #expect(essay.text.paragraphs.count == 2)
    #expect(
      essay.offers.map(\.text) == [
        "Share this:", "Click to share on Example (Opens in new window)", "Like Loading...",
        "Posted in Ports", "Tagged bridges", "Leave a Reply",
      ])
  }

  @Test func dropsButtonsBetweenParagraphs() throws {
    let essay = try parsed("\(Self.body)\nADVERTISEMENT\n\(Self.body)\nLike this:\n\(Self.body)")
    #expect(paragraphs(essay) == [Self.body, Self.body, Self.body])
    #expect(essay.offers.map(\.text) == ["ADVERTISEMENT", "Like this:"])
  }
}
