import Ingest
import RejoinderCore
import Testing

func parsed(_ text: String) throws -> Essay {
  try EssayParser().essay(from: Array(text.utf8), source: .standardInput)
}

func paragraphs(_ essay: Essay) -> [String] {
  essay.text.paragraphs.map { essay.text.string($0.passage) }
}

@Suite struct PlainTextTests {
  private static let indented = [
    "Cities must build trams, because cars are choking them day by day.",
    "The government should therefore act now, before another summer goes.",
    "Critics say that trams are too expensive for a town as small as ours.",
  ]

  /// Set off by a tab or by blanks instead of blank lines, they became one quotation; between blank
  /// lines, code.
  @Test(arguments: ["\t", "    ", "  "], ["\n", "\n\n"])
  func indentedParagraphsAreParagraphs(indent: String, between: String) throws {
    let essay = try parsed(Self.indented.map { indent + $0 }.joined(separator: between) + "\n")
    #expect(paragraphs(essay) == Self.indented)
    #expect(essay.text.paragraphs.allSatisfy { $0.kind == .body })
  }

  @Test func aTabInASentenceMakesNoTable() throws {
    let essay = try parsed(
      "Trams are not a threat;\tthey are the future of the town.\n\n\(Self.indented[1])\n")
    #expect(essay.text.paragraphs.map(\.kind) == [.body, .body])
    let table = try parsed("Year\tTrams\n1990\t4\n2000\t12\n")
    #expect(table.text.paragraphs.allSatisfy { $0.kind != .body })
  }

  static let long = """
    Ports are built by people who will never see them paid for, which is why each generation \
    thinks the last one was wasteful and the next one ungrateful, and neither is quite right.
    """

  @Test func readsOneParagraphALine() throws {
    let essay = try parsed("\(Self.long)\n\(Self.long)\n\n\(Self.long)\n")
    #expect(paragraphs(essay) == [Self.long, Self.long, Self.long])
    #expect(essay.text.utf8 == Array("\(Self.long)\n\n\(Self.long)\n\n\(Self.long)".utf8))
    #expect(essay.metadata.title == nil)
    #expect(essay.isComplete)
  }

  @Test func joinsLinesOfWrappedText() throws {
    let essay = try parsed(
      """
      Ports are built by people who will never see
      them paid for, and each generation is tax-
      weary in its own way when the bill arrives.

      The next one is ungrateful, says the last,
      and neither of the two is entirely wrong.
      """)
    #expect(
      paragraphs(essay) == [
        "Ports are built by people who will never see them paid for, and each generation is "
          + "tax-weary in its own way when the bill arrives.",
        "The next one is ungrateful, says the last, and neither of the two is entirely wrong.",
      ])
  }

  @Test func dropsWhatTheBlogLeavesBehind() throws {
    let essay = try parsed(
      "\(Self.long)\n\(Self.long)\nShare this:\nLeave a Reply\nName *\nEmail *")
    #expect(paragraphs(essay) == [Self.long, Self.long])
    #expect(essay.offers.contains(SourceOffer(kind: .commentForm, text: "Leave a Reply")))
    #expect(essay.offers.contains(SourceOffer(kind: .shareLinks, text: "Share this:")))
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: IngestError.self) { try parsed(" \n\t\n") }
    #expect(throws: IngestError.self) {
      try EssayParser().essay(from: [0x61, 0, 0x62], source: .standardInput)
    }
  }
}
