import Ingest
import RejoinderCore
import Testing

@Suite("A web page")
struct PageTests {
  private func essay(_ page: String, at address: String = "https://site.example/a/b.html") throws
    -> Essay
  {
    try EssayParser().essay(from: Array(page.utf8), source: .url(address))
  }

  private static let prose =
    "Our town closes its library on the one day on which most of us could visit it, and calls it thrift."

  private func page(head: String = "", _ body: String) -> String {
    "<!DOCTYPE html><html lang=en-GB><head>\(head)</head><body>\(body)</body></html>"
  }

  @Test("keeps the structure of its article")
  func structure() throws {
    let essay = try essay(
      page(
        """
        <article><h1>Open it</h1><h2>Why</h2><p>\(Self.prose) <em>Really</em> <a href="../c?d=1#e">so</a>.</p>
        <ul><li>One<li>Two<ol start=3><li>Three</ol></ul>
        <blockquote><p>Said once.</p><p>Said twice.</p></blockquote>
        <pre>let x = 1\n\n  y</pre><table><tr><th>A<th>B<tr><td>1<td>2</table>
        <p>Roses<br>violets<br>trains</p>A&nbsp;loose&shy; end<sup><a href="#fn1">1</a></sup>.</article>
        """))
    let found = essay.text.paragraphs.map {
      "\($0.kind) \($0.nesting.quotations) \($0.nesting.item?.marker.text ?? ""): "
        + essay.text.string($0.passage)
    }
    #expect(
      found == [
        "heading(level: 1) 0 : Why", "body 0 : \(Self.prose) Really so.", "listItem 0 •: One",
        "listItem 0 •: Two", "listItem 0 3.: Three", "quotation 1 : Said once.",
        "quotation 1 : Said twice.", "preformatted 0 : let x = 1", "preformatted 0 :   y",
        "tableRow 0 : A | B", "tableRow 0 : 1 | 2", "verse 0 : Roses\nviolets\ntrains",
        "body 0 : A loose end.",
      ])
    #expect(essay.text.references.map(\.address) == ["https://site.example/c?d=1#e"])
    #expect(essay.text.spans.contains { $0.kind == .note(1) })
    #expect(essay.metadata.title == "Open it")
    #expect(essay.metadata.language == "en-GB")
  }

  @Test(
    "names its author and date in many ways",
    arguments: [
      (
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],"
          + "\"headline\":\"Open it\",\"author\":[{\"@id\":\"#p\"}],\"datePublished\":\"2023-10-08T09:00:00Z\"},"
          + "{\"@id\":\"#p\",\"@type\":\"Person\",\"name\":\"Ada Example\"}]}</script>", ""
      ),
      (
        "<meta property='og:title' content='Open it'><meta name=author content='Ada Example'>"
          + "<meta property='article:published_time' content='2023-10-08T09:00:00+02:00'>", ""
      ),
      (
        "<title>Open it | The Square</title>",
        "<p class=byline>By Ada Example</p><p class=date><time datetime='2023-10-08'>Sunday</time></p>"
      ),
      (
        "<title>The Square: Open it</title>",
        "<span itemprop=author>Ada Example</span> <div class='entry-meta'>Posted October 8, 2023</div>"
      ),
    ])
  func metadata(_ head: String, _ top: String) throws {
    let essay = try essay(
      page(head: head, "<div><h1>Open it</h1>\(top)<p>\(Self.prose)</p><p>\(Self.prose)</p></div>"))
    #expect(essay.metadata.title == "Open it")
    #expect(essay.metadata.author == "Ada Example")
    #expect(essay.metadata.date == "2023-10-08")
    #expect(essay.text.paragraphs.count == 2)
  }

  @Test("offers ways to answer")
  func offers() throws {
    let essay = try essay(
      page(
        head: "<link rel=webmention href='/wm'>",
        """
        <article><h1>Open it</h1><p>\(Self.prose)</p></article>
        <form action=/search><input name=q></form>
        <form action=/contact class=contact-form><textarea name=message></textarea></form>
        <h3>Leave a Reply</h3><form id=commentform action="../post.php" method=post>
        <label for=c>Comment *</label><textarea id=c name=comment required>Draft</textarea>
        <label>Name <input name=author value="" required></label><input name=email type=email placeholder=Mail>
        <input type=checkbox name=save value=yes><input type=hidden name=post_ID value=412>
        <select name=kind><option value=a>A<option value=b selected>B</select>
        <input type=submit name=send value=Send></form><a href="mailto:ada@site.example?subject=x">write</a>
        <a href="mailto:?body=look">share</a>
        """))
    let form = try #require(essay.offers.first { $0.form != nil })
    #expect(form.kind == .commentForm && form.text == "Leave a Reply")
    #expect(form.form?.action == "https://site.example/post.php")
    #expect(form.form?.method == "post")
    #expect(
      form.form?.fields.map {
        "\($0.name) \($0.type) \($0.value) \($0.label ?? "-") \($0.isRequired)"
      }
        == [
          "comment textarea Draft Comment * true", "author text  Name true",
          "email email  Mail false",
          "save checkbox yes - false", "post_ID hidden 412 - false", "kind select b - false",
          "send submit Send - false",
        ])
    #expect(
      essay.offers.first { $0.kind == .webmention }?.address == "https://site.example/wm")
    #expect(essay.offers.first { $0.kind == .mail }?.address == "ada@site.example")
  }

  @Test("lists its comments apart, answers within them")
  func comments() throws {
    let essay = try essay(
      page(
        """
        <article><h1>Open it</h1><p>\(Self.prose)</p></article><ol class=comment-list>
        <li class="comment even"><div class="comment-author vcard"><cite class=fn>Peter</cite> says:</div>
        <div class=comment-meta><time datetime="2023-10-08T12:00:00Z">noon</time></div>
        <div class=comment-content><p>There was a cat.</p><p>And a stove.</p></div>
        <ol class=children><li class=comment><b class=fn>Ada</b><div class=comment-content><p>Dewey.</p></div></ol>
        </ol>
        """))
    #expect(
      essay.comments == [
        PageComment(
          author: "Peter", date: "2023-10-08", text: "There was a cat.\n\nAnd a stove.", depth: 0),
        PageComment(author: "Ada", date: nil, text: "Dewey.", depth: 1),
      ])
    #expect(essay.text.paragraphs.count == 1)
  }

  @Test("that is only a script is said to be one")
  func onlyScript() {
    let error = #expect(throws: IngestError.self) {
      try essay(page("<div id=root></div><script>draw()</script>"))
    }
    #expect(error?.description.contains("script") == true)
  }

  @Test("can be nested without end, or broken off anywhere")
  func hostile() throws {
    let deep =
      String(repeating: "<div><b>", count: 100_000) + Self.prose
      + String(repeating: "</b></div>", count: 100_000)
    #expect(try essay(page(deep)).text.count == Self.prose.utf8.count)
    let quoted = String(repeating: "<blockquote>", count: 100_000) + "<p>" + Self.prose
    #expect(try essay(page(quoted)).text.count == Self.prose.utf8.count)
    let whole = page(
      "<article><h1>Open it</h1><p title='a>b'>\(Self.prose)<!-- x --></p></article>")
    for length in stride(from: 0, to: whole.utf8.count, by: 7) {
      _ = try? essay(String(decoding: whole.utf8.prefix(length), as: UTF8.self))
    }
  }

  @Test("may give one tag any number of attributes")
  func attributes() throws {
    let many = (0..<100_000).map { " a\($0)=b" }.joined()
    #expect(try essay(page("<p class=x\(many)>\(Self.prose)")).text.count == Self.prose.utf8.count)
  }

  @Test("ends where it has more tags than any essay, and says so")
  func cut() throws {
    let essay = try essay(page("<p>\(Self.prose)" + String(repeating: "<b>x</b>", count: 160_000)))
    #expect(essay.cut != nil && essay.remarks.count == 1)
    #expect(essay.text.count > Self.prose.utf8.count)
  }
}
