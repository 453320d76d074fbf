import RejoinderCore

/// A book or a magazine, versions 2 and 3; its chapters are sections of one essay.
struct EPUB {
  /// Of all chapters together, unpacked.
  static let sizeLimit = 16 << 20

  func essay(from bytes: [UInt8], source: EssaySource) throws(IngestError) -> Essay {
    guard let archive = ZipArchive(bytes) else {
      throw IngestError(
        .damaged, "it is a ZIP archive that is cut off or damaged; fetch or copy it again")
    }
    if let scheme = protection(of: archive) {
      throw IngestError(
        .protected,
        "the book is locked by \(scheme) (DRM), which Rejoinder does not open; "
          + "get a copy without it")
    }
    guard let package = EPUBPackage(archive), !package.chapters.isEmpty else {
      throw IngestError(.binary, "it is no text but a ZIP archive, and no EPUB book")
    }
    var text = StructuredText()
    text.keepRelativeLinks(false)
    var left = Self.sizeLimit
    var missing = 0
    var isCut = false
    for chapter in package.chapters {
      guard left > 0 else {
        isCut = true
        break
      }
      guard let page = archive.contents(of: chapter.path) else {
        missing += 1
        continue
      }
      left -= page.count
      append(page, of: chapter, to: &text)
    }
    var essay = Essay(
      metadata: EssayMetadata(
        title: package.title, author: package.author, date: package.date,
        language: package.language, source: source),
      text: text.finish())
    if isCut {
      essay.cut = "The book unpacks to more than \(Self.sizeLimit >> 20) MB; the rest is left out"
    } else if missing > 0 {
      let count = missing == 1 ? "One chapter is" : "\(missing) chapters are"
      essay.cut = "\(count) missing from the book, damaged or too large"
    }
    return essay
  }

  private func append(
    _ page: [UInt8], of chapter: EPUBPackage.Chapter, to text: inout StructuredText
  ) {
    let decoded = TextDecoding(page, declared: nil).utf8
    let document = HTMLDocument(XHTML.expanded(decoded))
    guard let body = document.nodes.firstIndex(where: { $0.tag == .body }) else { return }
    let range = document.range(of: body)
    let hasHeading = range.contains { document.nodes[$0].tag.headingLevel != nil }
    let hasText = range.contains { index in
      let node = document.nodes[index]
      return node.tag == .text && document.characters[node.range].contains { $0 > 0x20 }
    }
    guard hasText else { return }
    if !hasHeading, let title = chapter.title {
      text.beginBlock(.heading(level: 1))
      text.append(title.utf8)
      text.endBlock()
    }
    HTMLWriting(document, dropping: document.nodes.indices.map { document.isContents($0) })
      .write(body, to: &text)
  }

  // MARK: Protection

  /// The name of what locks a book; fonts may be veiled without that.
  private func protection(of archive: ZipArchive) -> String? {
    if archive.contains("META-INF/license.lcpl") { return "Readium LCP" }
    if archive.contains("META-INF/sinf.xml") { return "Apple FairPlay" }
    guard archive.contains("META-INF/encryption.xml") else { return nil }
    let veiledFonts = [
      "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
    ]
    let elements =
      archive.contents(of: "META-INF/encryption.xml").map { XMLScan($0).elements } ?? []
    let methods = elements.filter { $0.name == "EncryptionMethod" }
      .compactMap { $0.attributes["Algorithm"] }
    guard methods.contains(where: { !veiledFonts.contains($0) }) else { return nil }
    let rights = archive.contents(of: "META-INF/rights.xml").map {
      String(decoding: $0, as: UTF8.self)
    }
    if rights?.contains("adobe.com/adept") ?? false { return "Adobe ADEPT" }
    return "encryption"
  }
}

extension HTMLDocument {
  /// Whether a node is a book's list of its chapters.
  fileprivate func isContents(_ index: Int) -> Bool {
    nodes[index].tag == .nav
      && (string(of: .epubType, at: index) ?? "").split(separator: " ").contains {
        $0 != "footnotes"
      }
  }
}
