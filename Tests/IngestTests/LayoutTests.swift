import Ingest
import RejoinderCore
import Testing

@Suite struct LayoutTests {
  static let prose = """
    Ports are built by people who will never see them
    paid for, and each generation is weary in its own
    way when the bill for all of it arrives at last.
    """

  private func kinds(_ essay: Essay) -> [Paragraph.Kind] { essay.text.paragraphs.map(\.kind) }

  @Test func keepsTheLinesOfListsVerseAndCode() throws {
    let essay = try parsed(
      """
      \(Self.prose)

      - roads, which everybody
        uses and nobody mends
      - bridges

      The ships went out
      and came again
      with other men
      and other doubt

          let price = 3
            + tax

      \(Self.prose)
      """)
    #expect(
      kinds(essay) == [.body, .listItem, .verse, .preformatted, .body])
    #expect(paragraphs(essay)[1] == "- roads, which everybody uses and nobody mends\n- bridges")
    #expect(
      paragraphs(essay)[2] == "The ships went out\nand came again\nwith other men\nand other doubt")
    #expect(paragraphs(essay)[3] == "let price = 3\n  + tax")
  }

  @Test func readsQuotationsAndHeadings() throws {
    let essay = try parsed(
      """
      \(Self.prose)

      > Nobody pays for what nobody
      > sees, and everybody sees it.

      What follows
      ------------

      \(Self.prose)
      """)
    #expect(kinds(essay) == [.body, .quotation, .heading(level: 2), .body])
    #expect(
      paragraphs(essay)[1] == "Nobody pays for what nobody sees, and everybody sees it.")
    #expect(paragraphs(essay)[2] == "What follows")
  }

  @Test func indentedFirstLinesBeginParagraphs() throws {
    let essay = try parsed(
      """
          Ports are built by people who will never
      see them paid for, and each generation grows
      weary of the last one when the bill arrives.
          The next one is ungrateful, says the last,
      and neither of the two is entirely wrong in
      that, though neither of them would admit it.
      """)
    #expect(paragraphs(essay).count == 2)
    #expect(paragraphs(essay).allSatisfy { $0.hasSuffix(".") && !$0.contains("\n") })
  }

  @Test func keepsQuotesDashesAndControlCharactersAsTheyAre() throws {
    let text = "“Never,” she said—‘never’ – \u{1B}[31mred\u{1B}[0m… and\ta tab,\u{7} a bell."
    let essay = try parsed(text)
    #expect(essay.text.utf8 == Array(text.utf8))
  }

  @Test func lineEndsAreAllTheSame() throws {
    let lines = Self.prose.split(separator: "\n").map(String.init) + ["", "Second one."]
    let expected = try parsed(lines.joined(separator: "\n")).text
    for end in ["\r\n", "\r", "\n\u{C}", " \t\n"] {
      #expect(try parsed("\u{FEFF}" + lines.joined(separator: end)).text == expected)
    }
    #expect(expected.paragraphs.count == 2)
  }

  @Test func brokenBytesAreReplacedOneByOne() throws {
    let bytes = Array("caf".utf8) + [0xE9, 0x20, 0xC3, 0x28, 0xED, 0xA0, 0x80] + Array(" é".utf8)
    let essay = try EssayParser().essay(from: bytes, source: .standardInput)
    #expect(
      String(decoding: essay.text.utf8, as: UTF8.self)
        == "caf\u{FFFD} \u{FFFD}(\u{FFFD}\u{FFFD}\u{FFFD} é")
  }

  @Test func aSoftHyphenAtALineEndIsMended() throws {
    let essay = try parsed(
      "The harbour that nobody ever wanted to pay for, a sub\u{AD}\nsidy in all but its "
        + "name, is a thing to\nremember when the next one is asked for aloud.")
    #expect(paragraphs(essay).first?.contains("a subsidy in") == true)
  }

  @Test(
    arguments: [
      ([], IngestError.Kind.empty), (Array(" \r\n\t\n".utf8), .empty),
      ([0xEF, 0xBB, 0xBF], .empty), ([0x7F, 0x45, 0x4C, 0x46, 0, 1], .binary),
      (Array("%PDF-1.7 and so on".utf8), .binary), ([0x50, 0x4B, 3, 4, 20], .damaged),
      ([UInt8](repeating: 0x02, count: 50), .binary), ([0x1F, 0x8B, 8, 0], .damaged),
    ] as [([UInt8], IngestError.Kind)])
  func refusesWhatIsNoEssay(_ bytes: [UInt8], _ kind: IngestError.Kind) throws {
    let error = #expect(throws: IngestError.self) {
      try EssayParser().essay(from: bytes, source: .standardInput)
    }
    #expect(error?.kind == kind)
    #expect(error?.description.isEmpty == false)
  }
}
