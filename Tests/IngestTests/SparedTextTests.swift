import RejoinderCore
import Testing

@testable import Ingest

/// The parser of pages is spared most of their text; what it makes of a page must not depend on that.
@Suite("Text that the parser is spared")
struct SparedTextTests {
  /// What stands in the nodes, and how they lie in each other.
  private func outline(_ document: HTMLDocument) -> [String] {
    document.nodes.indices.map { index in
      let node = document.nodes[index]
      let words =
        node.tag == .text
        ? String(decoding: document.characters[node.range], as: UTF8.self)
        : HTMLDocument.Attribute.allCases.compactMap { name in
          document.string(of: name, at: index).map { "\(name)=\($0)" }
        }.joined(separator: " ")
      return "\(node.tag.rawValue) in \(node.parent) to \(node.end): \(words)"
    }
  }

  private func expectAlike(
    _ page: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      outline(HTMLDocument(page)) == outline(HTMLDocument(page, sparing: false)),
      "\(String(decoding: page, as: UTF8.self))", sourceLocation: sourceLocation)
  }

  private static let words = "Words that are longer than what is worth it, and “more” of them."

  @Test func mostTextIsSpared() {
    let page =
      "<html><body><p>\(Self.words) &amp; \(Self.words)</p>\n<p>\(Self.words)</p></body></html>"
    let source = HTMLSource(Array(page.utf8))
    #expect(source.spared.count == 3 && source.bytes.count < 80)
    expectAlike(Array(page.utf8))
  }

  @Test(arguments: [
    // Where text is no text, or not only.
    "<title>#</title><textarea>#<b>#</textarea><script>var a = '# <!-- <script> # --> #'</script>#",
    "<style>#</style>#<xmp>#<b>#</xmp>#<iframe>#</iframe><noscript>#</noscript><plaintext>#<b>#",
    "<!-- # -->#<!--># --><p>#--!>#<!-- # --!>#<!doctype #>#<?php # > # ?>#</ #>#<! # <b>#",
    "<svg><![CDATA[ # > # ]]>#<style>#<a title=\"</style> # \">#</style><title>#<b>#</svg>#",
    "<math><mi>#<![CDATA[#]]></math><p title='# > #' class=# id=\"#\">#<img alt=\"# > #\">#",
    // Where it may not stand.
    "#<html>#<head>#<table>#<tr>#<td>#</table>#<select>#<option>#</select><frameset>#",
    "<table><colgroup>#<col> #<caption>#<tbody>#<td>#</body>#</html># <p>#",
    "<frameset> # <frame> # </frameset> # <noframes>#</noframes>", "<p><b>#<i>#</b>#</i>#<p>#",
    "<template>#<td>#</template>#<pre>\n#\n  #</pre><listing>\n\n#</listing>",
    // Characters that mean something, or nothing.
    "a < # & # &amp# &copy# &#8217;# &#xF0000;# &#x100000;#\r\n#\r#\0#\u{0B}#\u{7F}#\u{85}#\u{A0}#",
    "\u{FEFF}#\u{FFFD}#\u{E000}#é#漢字，#🙂#", "# &lt;b&gt; # <3 # << # <",
  ])
  func aPageIsTheSameWithout(_ pattern: String) {
    expectAlike(Array(pattern.replacing("#", with: Self.words).utf8))
    expectAlike(Array(pattern.replacing("#", with: " " + Self.words).utf8))
  }

  /// A page that uses the characters itself, as they are or by reference.
  @Test(arguments: ["\u{F0000}", "\u{10FFFD}", "&#xF0000;", "&#xF0001;", "&#x100000;"])
  func charactersOfAPageAreItsOwn(_ character: String) {
    for page in [
      "<p>\(character) \(Self.words)</p><p>\(Self.words)",
      "<p title='\(character)'>\(Self.words)</p><p>\(Self.words) \(character)",
      "<script>'\(character)'</script><p>\(Self.words)",
    ] {
      expectAlike(Array(page.utf8))
      #expect(outline(HTMLDocument(Array(page.utf8))).contains { $0.contains(Self.words) })
    }
  }

  @Test func bytesThatAreNoText() {
    for bytes: [UInt8] in [
      [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
    ] {
      expectAlike(Array("<p>\(Self.words)".utf8) + bytes + Array("\(Self.words)<p>".utf8) + bytes)
    }
  }

  /// Damaged in every way that a generator knows, from one seed.
  @Test func damagedPages() {
    var generator = SplitMix64(seed: 5)
    let pieces = [
      "<", ">", "</p>", "<table>", "<td>", "</table>", "<!--", "-->", "<script>", "</script>",
      "<svg>",
      "</svg>", "<![CDATA[", "]]>", "<style>", "</style>", "<textarea>", "</textarea>", "&#xF0000;",
      "&amp", "\"", "'", "=", "\r\n", "<select>", "<pre>\n", "<title>", "</title>", "<template>",
      "<col>", "</body>", "<a href=\"x > y\" title='", "<b>", "</b>", "<i>", "<p>", "\u{10FFFD}",
      "<frameset>", "<math>", "<xmp>", "<?", "</ ", "\u{85}", Self.words, Self.words, Self.words,
    ]
    for _ in 0..<400 {
      let page = (0..<24).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      expectAlike(Array(page.utf8))
    }
  }
}
