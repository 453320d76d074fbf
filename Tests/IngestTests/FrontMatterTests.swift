import Ingest
import RejoinderCore
import Testing

@Suite struct FrontMatterTests {
  static let body = PlainTextTests.long

  @Test(arguments: ["the Harbour authors", "the editors", "the Harbour Board"])
  func aBodyCanSign(author: String) throws {
    let essay = try parsed("Who Pays for Ports?\n\nBy \(author)\n\n\(Self.body)\n")
    #expect(essay.metadata.title == "Who Pays for Ports?")
    #expect(essay.metadata.author == author)
  }

  @Test func liftsTitleAuthorAndDate() throws {
    let essay = try parsed("Who Pays for Ports?\n\nby Ada Example | 3 March 2021\n\n\(Self.body)\n")
    #expect(essay.metadata.title == "Who Pays for Ports?")
    #expect(essay.metadata.author == "Ada Example")
    #expect(essay.metadata.date == "2021-03-03")
    #expect(paragraphs(essay) == [Self.body])
  }

  @Test func liftsATitleRightAboveALongParagraph() throws {
    let essay = try parsed("Who Pays for Ports\n\(Self.body)\n\(Self.body)\n")
    #expect(essay.metadata.title == "Who Pays for Ports")
    #expect(paragraphs(essay).count == 2)
  }

  @Test func liftsAnUnderlinedTitleAndADateLine() throws {
    let essay = try parsed(
      "Ports\n=====\n\nBy Ada van Example\nMarch 3, 2021\n\n\(Self.body)\n\(Self.body)")
    #expect(essay.metadata.title == "Ports")
    #expect(essay.metadata.author == "Ada van Example")
    #expect(essay.metadata.date == "2021-03-03")
    #expect(paragraphs(essay).first == Self.body)
  }

  @Test func readsFields() throws {
    let essay = try parsed(
      "Title: On Ports\nAuthor: Ada Example\nDate: 2021-03-03\n\n\(Self.body)\n")
    #expect(essay.metadata.title == "On Ports")
    #expect(essay.metadata.author == "Ada Example")
    #expect(essay.metadata.date == "2021-03-03")
    #expect(paragraphs(essay) == [Self.body])
  }

  @Test(arguments: [
    // A first paragraph, a salutation, a short sentence, a list, a lone line.
    "\(body)\n\(body)", "Dear editor,\n\(body)", "Ports are dear.\n\n\(body)",
    "- Ports\n- Roads\n\n\(body)",
    "Ports and nothing else",
  ])
  func leavesTheEssaysOwnLinesAlone(_ text: String) throws {
    let essay = try parsed(text)
    #expect(essay.metadata.title == nil && essay.metadata.author == nil)
    #expect(essay.text.utf8.starts(with: text.prefix(8).utf8))
  }

  @Test(arguments: [
    "By the river nobody pays for anything.", "By Monday", "By 1998 | all was lost",
  ])
  func takesNoSentenceForAByline(_ line: String) throws {
    let essay = try parsed("\(line)\n\n\(Self.body)\n\n\(Self.body)")
    #expect(essay.metadata.author != "the river nobody pays for anything.")
    #expect(essay.metadata.author == nil || line == "By Monday")
  }

  @Test func knowsEnglishFromOtherLanguages() throws {
    #expect(try parsed(Self.body).language == "en")
    let german = """
      Häfen werden von Leuten gebaut, die nie erleben werden, dass sie bezahlt sind, und deshalb hält \
      jede Generation die vorige für verschwenderisch und die nächste für undankbar, was beides falsch ist.
      """
    #expect(try parsed(german).language == "de")
  }
}
