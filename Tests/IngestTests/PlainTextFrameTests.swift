import Ingest
import RejoinderCore
import Testing

@Suite("A plain text")
struct PlainTextFrameTests {
  private func essay(_ text: String) throws -> Essay {
    try EssayParser().essay(from: Array(text.utf8), source: .standardInput)
  }

  private func outline(_ essay: Essay) -> [String] {
    essay.text.paragraphs.map {
      String(repeating: ">", count: Int($0.nesting.quotations)) + essay.text.string($0.passage)
    }
  }

  @Test("loses the footers and headers of its pages, and no paragraph is cut by them")
  func pages() throws {
    let text = """
      Network Working Group                                        A. Example
      Request for Comments: 1                                    October 2023

      A library that is closed on the one day when people have time is not a
      library; it is a store. The council would do well to remember that it
      keeps the place for its readers and not for its caretakers, who would



      Example                      Informational                      [Page 1]
      \u{C}
      RFC 1                         On Sundays                    October 2023


      gladly work a Sunday for a Monday, as three of the five have said when
      somebody asked them.

      The second point is the money, of which there is enough as long as one
      looks for it in the car park.

      Example                      Informational                      [Page 2]
      \u{C}
      RFC 1                         On Sundays                    October 2023

      The third point is the stove, which ought to come back together with the
      cat that slept upon it.
      """
    let found = outline(try essay(text))
    let expected: [String] = [
      """
      A library that is closed on the one day when people have time is not a library; \
      it is a store. The council would do well to remember that it keeps the place for \
      its readers and not for its caretakers, who would gladly work a Sunday for a \
      Monday, as three of the five have said when somebody asked them.
      """,
      """
      The second point is the money, of which there is enough as long as one looks for \
      it in the car park.
      """,
      "The third point is the stove, which ought to come back together with the cat that slept upon it.",
    ]
    #expect(Array(found.suffix(3)) == expected)
    #expect(!found.contains { $0.contains("[Page") || $0.contains("RFC 1 ") })
  }

  @Test("of Project Gutenberg is read without its frame")
  func gutenberg() throws {
    let essay = try essay(
      """
      The Project Gutenberg eBook of On Walls

      This ebook is for the use of anyone anywhere.

      Title: On Walls
      Author: Ada Example

      *** START OF THE PROJECT GUTENBERG EBOOK ON WALLS ***

      A wall fails at three in the morning and all at once, which is the one
      thing that nobody has ever said of a meadow in this valley or another.

      A meadow fails by filling slowly, while the bell has time to ring and
      while whoever can walk has time to walk up to the church.

      *** END OF THE PROJECT GUTENBERG EBOOK ON WALLS ***

      Updated editions will replace the previous one.
      """)
    #expect(essay.metadata.title == "On Walls")
    #expect(essay.metadata.author == "Ada Example")
    #expect(outline(essay).count == 2)
    #expect(outline(essay).first?.hasPrefix("A wall fails") == true)
    #expect(outline(essay).last?.hasSuffix("the church.") == true)
  }

  @Test("that is a message has its header's title, and its quotations as deep as they were")
  func mail() throws {
    let essay = try essay(
      """
      From: "Ada Example" <ada@site.example>
      To: list@site.example
      Subject: Re: On walls
      Date: Tue, 1 Dec 2020 09:14:02 +0100

      On Monday Bo wrote that walls were the only thing which had ever helped:
      > I do not agree with what has been said about the meadows, because they
      > have never been tried below the weir.
      >
      > > Meadows are slow, and slowness is what we need when the water arrives
      > > in the small hours.
      > That may be so.
      They have been tried two valleys further east, where the town has stayed
      dry for the first time since anybody wrote it down.
      """)
    #expect(essay.metadata.title == "Re: On walls")
    #expect(essay.metadata.author == "Ada Example")
    #expect(essay.metadata.date == "2020-12-01")
    let expected: [String] = [
      "On Monday Bo wrote that walls were the only thing which had ever helped:",
      """
      >I do not agree with what has been said about the meadows, because they have \
      never been tried below the weir.
      """,
      ">>Meadows are slow, and slowness is what we need when the water arrives in the small hours.",
      ">That may be so.",
      """
      They have been tried two valleys further east, where the town has stayed dry for \
      the first time since anybody wrote it down.
      """,
    ]
    #expect(outline(essay) == expected)
  }

  @Test("keeps verse, which is no code")
  func verse() throws {
    let essay = try essay(
      """
      The porter sang of it while he made the beds, and nobody who has heard it
      once will ever sleep in a seat again without a feeling of having been robbed:

          The bed is short, the night is long,
          the coffee tastes of brass,
          but he who wakes where he belongs
          has never flown first class.

      And the conductor answered with a table of the fares that he had written by
      hand on the back of an envelope, as conductors in those days used to do:

          fare(1) = 12
          fare(2) = 19
          fare(3) = 31
      """)
    #expect(essay.text.paragraphs.map(\.kind) == [.body, .verse, .body, .preformatted])
  }
}
