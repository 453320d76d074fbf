import Ingest
import RejoinderCore
import Testing

@Suite("Markdown")
struct MarkdownTests {
  private func essay(_ text: String, _ hint: InputHint = InputHint()) throws -> Essay {
    try EssayParser().essay(from: Array(text.utf8), source: .standardInput, hint: hint)
  }

  private func outline(_ essay: Essay) -> [String] {
    essay.text.paragraphs.map { paragraph in
      let nesting = paragraph.nesting
      let marker = nesting.item.map { "\($0.depth)\($0.isContinued ? "" : $0.marker.text) " } ?? ""
      return String(repeating: ">", count: Int(nesting.quotations)) + (nesting.isTight ? "-" : "")
        + marker + "\(paragraph.kind): " + essay.text.string(paragraph.passage)
    }
  }

  private func marked(_ essay: Essay) -> [String] {
    essay.text.spans.map { "\($0.kind): " + essay.text.string($0.passage) }
  }

  @Test("keeps blocks as the author nested them")
  func blocks() throws {
    let found = outline(
      try essay(
        """
        # Trains

        Before planes.

        ## Costs

        1. One
        2. Two
           - Deep

           More of two.

        > Said
        >
        > > Deeper

        - [x] Done
        - [ ] Open

        ```
        let x = 1

          y
        ```

        Roses\\
        violets\\
        trains

        | Line | Hours |
        |------|-------|
        | Rome | 13 |

        ***
        """))
    #expect(
      found == [
        "body: Before planes.", "heading(level: 1): Costs", "11. listItem: One",
        "12. listItem: Two", "-2• listItem: Deep", "1 listItem: More of two.", ">quotation: Said",
        ">>quotation: Deeper", "1[x] listItem: Done", "-1[ ] listItem: Open",
        "preformatted: let x = 1", "preformatted:   y", "verse: Roses\nviolets\ntrains",
        "tableRow: Line | Hours", "-tableRow: Rome | 13", "preformatted: * * *",
      ])
  }

  @Test("keeps emphasis, code and links beside the words")
  func spans() throws {
    let essay = try essay(
      """
      Plain *soft **both*** `code` ~~gone~~ [here](https://a.example/b "T") and \
      [there](https://a.example/b) ![a map](map.png) [below](#x)[^n].

      [^n]: A note.
      """)
    #expect(
      essay.text.string(essay.text.paragraphs[0].passage)
        == "Plain soft both code gone here and there a map below.")
    #expect(
      marked(essay) == [
        "emphasis: soft both", "strong: both", "code: code", "struck: gone", "link(1): here",
        "link(1): there", "link(2): a map", "note(1): ",
      ])
    #expect(essay.text.references.map(\.address) == ["https://a.example/b", "map.png"])
    #expect(outline(essay).last == "1^1 listItem: A note.")
  }

  @Test("takes title, author and date from the front matter, else from the beginning")
  func metadata() throws {
    for text in [
      "---\ntitle: \"On: trains\"\nauthor:\n  - Ada Example\n  - Bo Sample\ndate: 2024-03-02T10:00:00Z\n"
        + "tags: [a, b]\n---\n\n# On: trains\n\nThe text.",
      "+++\ntitle = 'On: trains'\nauthor = \"Ada Example, Bo Sample\"\ndate = 2024-03-02\n+++\nThe text.",
      "On: trains\n==========\n\nBy Ada Example and Bo Sample | March 2, 2024\n\nThe `text`."
        .replacing(
          "`text`", with: "[text](http://x.example)"),
    ] {
      let essay = try essay(text, InputHint(name: "a.md"))
      #expect(essay.metadata.title == "On: trains")
      #expect(essay.metadata.author?.hasPrefix("Ada Example") == true)
      #expect(essay.metadata.author?.hasSuffix("Bo Sample") == true)
      #expect(essay.metadata.date == "2024-03-02")
      #expect(essay.text.string(essay.text.paragraphs[0].passage) == "The text.")
    }
  }

  @Test(
    "is told from plain text by what only Markdown has",
    arguments: [
      ("# A title\n\nText.", true), ("See [this](https://a.example).", true),
      ("---\ntitle: A\n---\nText.", true), ("| a | b |\n|---|---|\n| c | d |", true),
      ("A **bold** word.\n\nAnother **bold** word.\n\nA third **one**.", true),
      ("Title\n=====\n\nText.", false), ("* One\n* Two\n\n> Quoted.", false),
      ("#1 in the charts\n\n2 * 3 * 4 = 24", false), ("See [1] and [2].", false),
      ("He wrote f(x)[0](y) in it.", false),
    ])
  func recognized(_ text: String, _ isMarkdown: Bool) throws {
    let markdown = try essay(text, InputHint(format: .markdown))
    let plain = try essay(text, InputHint(format: .text))
    let found = try essay(text)
    #expect(found == (isMarkdown ? markdown : plain))
    // A name decides where the content does not.
    #expect(try essay(text, InputHint(name: "a/b.MD")) == markdown)
    #expect(try essay(text, InputHint(name: "b.txt")) == plain)
  }

  /// A span that begins within a word, or behind a bracket, began with its second word.
  @Test("begins a span with its first word")
  func spanBehindABracket() throws {
    let essay = try essay("# T\n\nRead it (*The Common Reader*, un**forget**table) twice.")
    #expect(marked(essay) == ["emphasis: The Common Reader", "strong: forget"])
  }

  @Test("may begin with an element, as its name says, but never as a whole page does")
  func beginsWithAnElement() throws {
    let readme = "<p align=\"center\"><img src=\"logo.png\"></p>\n\n# A title\n\nThe *text*."
    #expect(
      try essay(readme, InputHint(name: "README.md"))
        == essay(readme, InputHint(format: .markdown)))
    #expect(try essay(readme) == essay(readme, InputHint(format: .html)))
    for page in [
      "<!DOCTYPE html><p>The *text*.", "<html><p>The *text*.", "<body><p>The *text*.",
      "<!-- saved --><html><p>The *text*.",
    ] {
      let found = try essay(page, InputHint(name: "page.md"))
      #expect(try found == essay(page, InputHint(format: .html)))
    }
  }

  @Test("is told by content, by its name where that is open, and by an option always")
  func overruled() throws {
    let page = "<!DOCTYPE html><title>T</title><p>The *text* of &amp; a page."
    let plain = "The *text* of a <b>line</b>."
    #expect(outline(try essay(page)) == ["body: The *text* of & a page."])
    #expect(outline(try essay(page, InputHint(name: "page.txt"))) == outline(try essay(page)))
    for name in ["page", "page.html", "page.md"] {
      #expect(try outline(essay(page, InputHint(name: name, format: .text))) == ["body: " + page])
    }
    #expect(outline(try essay(plain, InputHint(name: "a.txt"))) == ["body: " + plain])
    for name in ["line", "line.txt", "line.md"] {
      let found = try essay(plain, InputHint(name: name, format: .html))
      #expect(outline(found) == ["body: The *text* of a line."])
      #expect(
        try essay(plain, InputHint(name: name, format: .markdown))
          == essay(plain, InputHint(name: "line.md")))
    }
  }

  @Test("holds pieces of HTML, whose words stay")
  func html() throws {
    let found = outline(
      try essay(
        "# T\n\n<div>Some <b>words</b>\n<script>no()</script></div>\n\n<!-- no -->\n\nEnd<br>here.")
    )
    #expect(found == ["body: Some words", "body: End\nhere."])
  }

  @Test("gives nothing before its end is known")
  func partial() throws {
    let text = "# Title\n\n" + String(repeating: "A sentence of some words. ", count: 3_000)
    let part = try EssayParser().essay(
      from: Array(text.utf8), source: .standardInput, hasMore: true)
    #expect(part.text.paragraphs.isEmpty && !part.isComplete)
  }
}
