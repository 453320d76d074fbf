import RejoinderCore
import Testing

@Suite struct QuotationTests {
  @Test(arguments: [
    ("Ada L.", "On War", "— Ada L., *On War*\n\n"), (nil, "On War", "— *On War*\n\n"),
    ("Ada L.", nil, "— Ada L.\n\n"), (nil, nil, ""), ("  ", "", ""),
    ("Ada\nL.", "On *War*", "— Ada L., *On \\*War\\**\n\n"),
  ])
  func citesWhatIsKnown(author: String?, title: String?, citation: String) {
    let text = Quotation.markdown("All wars end.", author: author, title: title)
    #expect(text == "> All wars end.\n\n" + citation)
  }

  @Test(arguments: [
    ("one\ntwo", "> one\n> two\n\n"), ("one\r\n\r\ntwo\n", "> one\n> \n> two\n\n"),
    ("\n\none", "> one\n\n"), ("", "> \n\n"), ("  *as* it is  ", ">   *as* it is  \n\n"),
  ])
  func marksEveryLineAndChangesNone(claim: String, quotation: String) {
    #expect(Quotation.markdown(claim) == quotation)
  }

  @Test func isNotWrapped() {
    let claim = String(repeating: "word ", count: 200) + "end"
    #expect(Quotation.markdown(claim) == "> " + claim + "\n\n")
  }

  private func counter(
    _ kind: Origin.Kind, label: String = "", source: String? = nil
  ) -> Counterargument {
    Counterargument(
      id: "1", text: "Not this one.", attack: .rebuttal, origin: Origin(kind: kind, label: label),
      source: source)
  }

  @Test(arguments: [
    (Origin.Kind.yours, "", nil, "Not this one.\n\n"),
    (.scheme, "Slippery slope", nil, "Not this one.\n\n"),
    (.pack, "Peace pack", nil, "Not this one. (from *Peace pack*)\n\n"),
    (
      .pack, "Peace pack", "UN Charter, 1945",
      "Not this one. (UN Charter, 1945; from *Peace pack*)\n\n"
    ),
    (.yours, "", "UN Charter, 1945", "Not this one. (UN Charter, 1945)\n\n"),
  ])
  func bringsACounterargumentWithItsSourceAndPack(
    kind: Origin.Kind, label: String, source: String?, expected: String
  ) {
    let text = Quotation.markdown(
      "Claim.", author: "Ada", bringing: counter(kind, label: label, source: source))
    #expect(text == "> Claim.\n\n— Ada\n\n" + expected)
  }

  @Test func citesByAnEssaysMetadata() {
    let metadata = EssayMetadata(title: "On War", author: "Ada", source: .standardInput)
    #expect(Quotation.markdown("C.", from: metadata) == "> C.\n\n— Ada, *On War*\n\n")
  }

  @Test(arguments: [
    (EssaySource.file("/home/essays/pause-button.txt"), "— pause-button.txt\n\n"),
    (.file("/essays/my_own essay.md"), "— my\\_own essay.md\n\n"),
    (.url("https://example.org/essay"), "— https://example.org/essay\n\n"),
    (.builtIn("sample"), "— sample\n\n"), (.standardInput, ""),
  ])
  func citesTheSourceOfWhatHasNoTitleAndNoAuthor(source: EssaySource, citation: String) {
    for metadata in [
      EssayMetadata(source: source), EssayMetadata(title: " ", author: "", source: source),
    ] {
      let text = Quotation.markdown("C.", from: metadata, bringing: counter(.yours))
      #expect(text == "> C.\n\n\(citation)Not this one.\n\n")
    }
  }

  @Test func doesNotCiteTheSourceBesideAnAuthor() {
    let metadata = EssayMetadata(author: "Ada", source: .file("/essays/war.txt"))
    #expect(Quotation.markdown("C.", from: metadata) == "> C.\n\n— Ada\n\n")
  }
}
