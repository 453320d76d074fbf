import RejoinderCore
import Testing

@testable import Analysis

/// Splits one paragraph.
func sentences(in text: String, kind: Paragraph.Kind = .body) -> [String] {
  let utf8 = Array(text.utf8)
  let paragraph = Paragraph(Passage(start: 0, end: utf8.count), kind: kind)
  var found: [String] = []
  SentenceSplitter(utf8: utf8).split(paragraph) { passage in
    found.append(String(decoding: utf8[passage.range], as: UTF8.self))
  }
  return found
}

/// Hard cases, one a line; "|" marks the places where a sentence must end.
@Suite struct SentenceSplitterTests {
  @Test(arguments: hardCases + HardSentences.table) func splitsWhereTheBarStands(_ marked: String) {
    let expected = marked.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let text = expected.joined(separator: " ")
    #expect(sentences(in: text) == expected)
  }

  static let hardCases: [String] = [
    // Plain.
    "Dams silt up. | Rivers do not forgive. | Who pays?",
    "Stop! | Who goes there? | Nobody.",
    "No. | Not now. | Never.",
    "One sentence without a stop",
    // Titles and names.
    "Dr. Reader signed it. | Mr. Writer did not.",
    "We asked Prof. Reader and Gen. Writer. | Neither came.",
    "Sen. Writer and Rep. Reader voted no.",
    "It was St. Petersburg, not Moscow.",
    "A. Reader Jr. Disagreed with nobody.",
    "She wrote to Dr. A. Reader Jr. | They moved north.",
    "A. B. Reader wrote it. | Nobody read it.",
    "Senator W. Writer lost. | So did the bill.",
    "We chose plan B. | It failed too.",
    "So do I. | You do not.",
    "A.B.C. Writer had warned them.",
    "Messrs. Reader and Writer resigned.",
    // Countries and institutions.
    "The U.S. Congress met. | It left.",
    "He lives in the U.S. | The winters suit him.",
    "The U.S. economy grew.",
    "The U.N. Security Council voted.",
    "She left the E.U. | But she kept the flat.",
    "A Ph.D. student asked.",
    "The firm, Example Inc. Limited itself.",
    "The merger with Example Co. | This surprised no one.",
    "They flew to Washington D.C. | He drove.",
    // Times, numbers, references.
    "We met at 5 p.m. Monday. | Nobody spoke.",
    "It began at 9 a.m. | Rain fell.",
    "It closed at 6 p.m. | The crowd stayed.",
    "Growth was 3.5 percent. | Inflation was 2.25.",
    "It cost $1.5 million. | That is cheap.",
    "See No. 7 of the list. | Is it right? | No. | It is not.",
    "See p. 12 and fig. 3 for more.",
    "On Jan. 5 they met. | On Feb. 9 they parted.",
    "It was Sept. 2019. | Nothing moved.",
    "It ended in 1998. | 1999 was worse.",
    "Version 2.0.1 is out. | Use it.",
    "Visit example.org for more. | Then decide.",
    // Latin.
    "Some fuels, e.g. Diesel, are taxed. | Others, i.e. Kerosene, are not.",
    "It is reason vs. Passion, again.",
    "Roads, bridges, etc. | All decay.",
    "Reader et al. Found no effect.",
    // Quotations.
    "“We lost.” | He knew it.",
    "\"We lost.\" | He knew it.",
    "He said, “We lost.” | Then he left.",
    "He said that “we lost”. | Then he left.",
    "“Why now?” she asked. | Nobody knew.",
    "“Why now?” Mrs. Reader asked. | Nobody knew.",
    "“Go!” shouted the harbour master. | They went.",
    "“Is it over?” | The hall was silent.",
    "They call it ‘reform.’ | It is theft.",
    "«Basta.» | He meant it.",
    "(He was wrong.) | She was right.",
    "He was wrong (so was she). | It passed.",
    "The plan (never tested. Never costed.) failed. | Good.",
    "They vote [as ever.] | We watch.",
    // Ellipses and dashes.
    "He waited... and then left.",
    "He waited… | Then he left.",
    "Well... I doubt it.",
    "They tried—again!—to stop it. | They failed.",
    "What?! | Really?!",
    "Is this peace? | Is this war?",
    "Pressure—or patience. | Choose.",
    "The tax was fair; the rate was not: nobody minded. | Until now.",
    // Footnotes, odd characters.
    "The claim stands.[12] | The proof does not.",
    "Élan is rare. | Éclat is rarer.",
    "It was naïve. | Österreich agreed.",
    "The end came at 5\u{A0}p.m. | Nobody noticed.",
    "1. First of all, it is late. | It is dark.",
    "b. Second, it is far.",
    "Yahoo! bought it. | Nobody cared.",
    "这是第一句。| 这是第二句。",
    // Case.
    "all lower here. | no capitals at all. | fine.",
    "ALL CAPITALS HERE. | STILL FINE.",
    "iPhones sell. | eBay, oddly, does not begin with a capital. | iOS neither.",
  ]

  @Test func wantedLineBreaksEndSentencesAndListMarkersAreLeftOut() {
    let list = "- Roads first.\n- Bridges, then tunnels\n• And ports."
    #expect(
      sentences(in: list, kind: .listItem) == [
        "Roads first.", "Bridges, then tunnels", "And ports.",
      ])
  }

  /// Spaced dots that end nothing.
  @Test func dotsWithSpacesAreOneEllipsis() {
    #expect(sentences(in: "We waited . . . and waited. Then we left.").count == 2)
    #expect(sentences(in: "He writes .NET. She does not.").count == 2)
    #expect(sentences(in: "The end . . .") == ["The end . . ."])
  }

  @Test func preformattedTextHasNoSentences() {
    #expect(sentences(in: "let a = 1.\nlet b = 2.", kind: .preformatted) == [])
  }

  @Test func sentencesCoverAllWordsInOrder() {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "U.S. ", "Dr. ", "a", "The ", "end. ", "…", "“", "”", "?! ", "(", ") ", "\n", "3.5 ", "é",
      "- ",
      "no. ", "I. ", "。", "\u{A0}", ". ", "e.g. ", "[1] ",
    ]
    for _ in 0..<300 {
      let text = (0..<40).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let utf8 = Array(text.utf8)
      var last = 0
      SentenceSplitter(utf8: utf8).split(Paragraph(Passage(start: 0, end: utf8.count))) { passage in
        #expect(passage.start >= last && passage.end <= utf8.count && !passage.isEmpty)
        #expect(String(validating: utf8[passage.range], as: UTF8.self) != nil)
        let gap = utf8[last..<passage.start]
        #expect(!gap.contains(where: isLetter))
        last = passage.end
      }
    }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
