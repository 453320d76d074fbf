import Ingest
import RejoinderCore
import Testing

@Suite("Books and compressed files")
struct BookTests {
  private static let container = """
    <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
    """

  private func chapter(_ body: String) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">
    <head><title/><script src="x.js"/></head><body>\(body)</body></html>
    """
  }

  /// - Parameter version: 2 names chapters in an NCX, 3 in a navigation document.
  private func book(version: Int, extra: [(String, String)] = []) -> [UInt8] {
    let contents =
      version == 3
      ? "<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>"
      : "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
    let package = """
      <?xml version="1.0"?><package version="\(version).0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>Bends &amp; Banks</dc:title><dc:creator>Ada Example</dc:creator><dc:creator>Bo Sample</dc:creator>
      <dc:date>2024-04-21T00:00:00Z</dc:date><dc:language>en-IE</dc:language></metadata><manifest>
      <item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>\(contents)
      <item id="a" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
      <item id="c" href="notes.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine toc="ncx"><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/>
      <itemref idref="c" linear="no"/></spine></package>
      """
    let files: [(String, String)] =
      [
        ("mimetype", "application/epub+zip"), ("META-INF/container.xml", Self.container),
        ("OPS/book.opf", package),
        (
          "OPS/text/one a.xhtml",
          chapter(
            "<h1>The wall</h1><p>It fails at <i>three</i>. <a href=\"two.xhtml\">See on</a>.</p>")
        ),
        ("OPS/text/two.xhtml", chapter("<a id=\"p\"/><p>The meadow fails gently.</p>")),
        ("OPS/notes.xhtml", chapter("<p>Not in the spine.</p>")),
        (
          "OPS/nav.xhtml",
          chapter(
            "<nav epub:type=\"toc\"><ol><li><a href=\"text/two.xhtml#p\">The meadow</a></li></ol></nav>"
          )
        ),
        (
          "OPS/toc.ncx",
          "<ncx><navMap><navPoint><navLabel><text>The meadow</text></navLabel>"
            + "<content src=\"text/two.xhtml#p\"/></navPoint></navMap></ncx>"
        ),
      ] + extra
    return PackedFile.zip(files.map { ($0.0, Array($0.1.utf8)) })
  }

  /// What a name cannot make of a book, an option refuses to.
  @Test func aBookIsABookUnlessAnotherFormatIsAskedFor() throws {
    let bytes = book(version: 3)
    for name in ["book.txt", "book.html", "book"] {
      #expect(try essay(bytes, InputHint(name: name)).metadata.title == "Bends & Banks")
      #expect(
        try essay(bytes, InputHint(name: name, format: .epub)).metadata.title == "Bends & Banks")
    }
    #expect(throws: IngestError.self) {
      try essay(bytes, InputHint(name: "book.epub", format: .text))
    }
    #expect(throws: IngestError.self) {
      try essay(bytes, InputHint(name: "book.epub", format: .html))
    }
  }

  /// The format that is asked for is that of what the gzip file holds.
  @Test func compressedTextIsReadInTheFormatThatIsAskedFor() throws {
    let bytes = PackedFile.gzip(Array("<p>A line.</p>".utf8))
    func text(_ format: FormatName?) throws -> String {
      let essay = try essay(bytes, InputHint(name: "page.gz", format: format))
      return String(decoding: essay.text.utf8, as: UTF8.self)
    }
    #expect(try text(nil) == "A line.")
    #expect(try text(.text) == "<p>A line.</p>")
    #expect(throws: IngestError.self) { try text(.epub) }
  }

  private func essay(_ bytes: [UInt8], _ hint: InputHint = InputHint()) throws -> Essay {
    try EssayParser().essay(from: bytes, source: .standardInput, hint: hint)
  }

  @Test("have their chapters in the order of the spine", arguments: [2, 3])
  func chapters(version: Int) throws {
    let essay = try essay(book(version: version))
    #expect(
      essay.metadata
        == EssayMetadata(
          title: "Bends & Banks", author: "Ada Example, Bo Sample", date: "2024-04-21",
          language: "en-IE", source: .standardInput))
    #expect(
      essay.text.paragraphs.map { "\($0.kind): " + essay.text.string($0.passage) } == [
        "heading(level: 1): The wall", "body: It fails at three. See on.",
        "heading(level: 1): The meadow", "body: The meadow fails gently.",
      ])
    #expect(essay.text.references.isEmpty)
    #expect(essay.text.spans.map(\.kind) == [.emphasis])
  }

  @Test("that are locked are refused by the name of the lock")
  func protection() throws {
    let method = { (name: String) in
      "<encryption><EncryptedData><EncryptionMethod Algorithm=\"\(name)\"/></EncryptedData></encryption>"
    }
    let cipher = method("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    for (files, name) in [
      (
        [
          ("META-INF/encryption.xml", cipher),
          ("META-INF/rights.xml", "<rights xmlns=\"http://ns.adobe.com/adept\"/>"),
        ], "Adobe ADEPT"
      ),
      ([("META-INF/license.lcpl", "{}"), ("META-INF/encryption.xml", cipher)], "Readium LCP"),
      ([("META-INF/sinf.xml", "<x/>")], "Apple FairPlay"),
      ([("META-INF/encryption.xml", cipher)], "encryption"),
    ] {
      let error = #expect(throws: IngestError.self) {
        try essay(book(version: 3, extra: files))
      }
      #expect(error?.kind == .protected)
      #expect(error?.description.contains("locked by \(name) (DRM)") == true)
    }
    let fonts = method("http://www.idpf.org/2008/embedding")
    #expect(
      try essay(book(version: 3, extra: [("META-INF/encryption.xml", fonts)])).text.paragraphs.count
        == 4)
  }

  @Test("that are broken anywhere are an error or a part, and never a trap")
  func damage() throws {
    let whole = book(version: 3)
    for length in stride(from: 4, to: whole.count, by: 3) {
      #expect(throws: IngestError.self) { try essay(Array(whole.prefix(length))) }
    }
    var generator = SplitMix64(seed: 7)
    for _ in 0..<800 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        bytes[Int.random(in: 4..<bytes.count, using: &generator)] =
          UInt8.random(in: .min ... .max, using: &generator)
      }
      _ = try? essay(bytes)
    }
  }

  @Test("of any format are read compressed")
  func gzip() throws {
    for text in [
      "A plain sentence.", "# Title\n\nSome [link](http://a.example).", "<p>A page.</p>",
    ] {
      let bytes = Array(text.utf8)
      #expect(try essay(PackedFile.gzip(bytes)) == essay(bytes))
      #expect(try essay(PackedFile.gzip(bytes) + PackedFile.gzip([])) == essay(bytes))
    }
    #expect(try essay(PackedFile.gzip(book(version: 2))) == essay(book(version: 2)))
    let long = PackedFile.gzip(Array(String(repeating: "A sentence. ", count: 9_000).utf8))
    let cut = try essay(Array(long.dropLast(9_000)))
    #expect(cut.cut?.contains("cut off") == true)
    #expect(cut.text.count > 50_000)
    #expect(throws: IngestError.self) { try essay(PackedFile.gzip(PackedFile.gzip([0x41]))) }
  }

  @Test("are asked for by name only where they are one")
  func wanted() throws {
    let error = #expect(throws: IngestError.self) {
      try essay(Array("A plain sentence.".utf8), InputHint(format: .epub))
    }
    #expect(error?.kind == .binary)
    let zip = #expect(throws: IngestError.self) { try essay(PackedFile.zip([("a.txt", [0x41])])) }
    #expect(zip?.description.contains("no EPUB") == true)
  }
}
