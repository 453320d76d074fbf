/// What a book's own files say of it: its metadata, the order of its chapters, its contents.
struct EPUBPackage {
  struct Chapter {
    /// A path within the archive.
    var path: String
    /// As the table of contents calls it.
    var title: String?
  }

  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  private(set) var language: String?
  private(set) var chapters: [Chapter] = []

  private static let chapterLimit = 5_000

  /// `nil` where the archive is no book.
  init?(_ archive: ZipArchive) {
    guard let container = archive.contents(of: "META-INF/container.xml"),
      let path = XMLScan(container).elements.first(where: {
        $0.name == "rootfile" && $0.attributes["full-path"] != nil
      })?.attributes["full-path"],
      let package = archive.contents(of: path)
    else { return nil }
    let elements = XMLScan(package).elements
    readMetadata(elements)
    readSpine(elements, folder: Self.folder(of: path), archive: archive)
  }

  private mutating func readMetadata(_ elements: [XMLScan.Element]) {
    func texts(_ name: String) -> [String] {
      elements.filter { $0.name == name && !$0.text.isEmpty }.map(\.text)
    }
    title = texts("title").first
    let creators = texts("creator")
    author = creators.isEmpty ? nil : creators.joined(separator: ", ")
    date = texts("date").first.map { WrittenDate.iso($0) ?? WrittenDate.isoPrefix($0) ?? $0 }
    language = texts("language").first
  }

  private mutating func readSpine(
    _ elements: [XMLScan.Element], folder: String, archive: ZipArchive
  ) {
    var items: [String: (path: String, type: String, properties: String)] = [:]
    for element in elements where element.name == "item" {
      guard let id = element.attributes["id"], let written = element.attributes["href"] else {
        continue
      }
      items[id] = (
        Self.path(written, in: folder), element.attributes["media-type"] ?? "",
        element.attributes["properties"] ?? ""
      )
    }
    let navigation = items.values.first { $0.properties.split(separator: " ").contains("nav") }
    let ncx =
      elements.first { $0.name == "spine" }?.attributes["toc"].flatMap { items[$0] }
      ?? items.values.first { $0.type == "application/x-dtbncx+xml" }
    var titles: [String: String] = [:]
    if let ncx, let bytes = archive.contents(of: ncx.path) {
      titles = Self.titles(ofNCX: bytes, folder: Self.folder(of: ncx.path))
    }
    if let navigation, let bytes = archive.contents(of: navigation.path) {
      titles.merge(
        Self.titles(ofNavigation: bytes, folder: Self.folder(of: navigation.path))
      ) { _, new in new }
    }
    for element in elements where element.name == "itemref" {
      guard chapters.count < Self.chapterLimit, element.attributes["linear"] != "no",
        let item = element.attributes["idref"].flatMap({ items[$0] }),
        item.path != navigation?.path,
        item.type.contains("html") || item.type.contains("xml") && !item.type.contains("ncx")
      else { continue }
      chapters.append(Chapter(path: item.path, title: titles[item.path]))
    }
  }

  // MARK: Contents

  /// The first title for each file.
  private static func titles(ofNCX bytes: [UInt8], folder: String) -> [String: String] {
    var titles: [String: String] = [:]
    var label = ""
    for element in XMLScan(bytes).elements {
      if element.name == "text" { label = element.text }
      guard element.name == "content", let written = element.attributes["src"] else { continue }
      let path = path(written, in: folder)
      if titles[path] == nil, !label.isEmpty { titles[path] = label }
    }
    return titles
  }

  private static func titles(ofNavigation bytes: [UInt8], folder: String) -> [String: String] {
    let document = HTMLDocument(XHTML.expanded(bytes))
    var titles: [String: String] = [:]
    for index in document.indices(of: .a) {
      guard let written = document.string(of: .href, at: index) else { continue }
      let path = path(written, in: folder)
      let words = document.text(of: index)
      if titles[path] == nil, !words.isEmpty { titles[path] = words }
    }
    return titles
  }

  // MARK: Paths

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A written address as a path within the archive, without its fragment.
  private static func path(_ written: String, in folder: String) -> String {
    let bare = decoded(String(written.prefix { $0 != "#" && $0 != "?" }))
    var parts: [Substring] = []
    let whole = bare.hasPrefix("/") ? bare : folder + bare
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ written: String) -> String {
    guard written.contains("%") else { return written }
    var bytes: [UInt8] = []
    let source = Array(written.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(
          String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Pages written by the rules of XML.
enum XHTML {
  /// The page with every element closed by a tag of its own, as HTML wants it: `<title/>` would
  /// swallow the page.
  static func expanded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      result.append(byte)
      index += 1
      guard byte == UInt8(ascii: "<"), index < bytes.count,
        (0x61...0x7A).contains(bytes[index] | 0x20),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")),
        bytes[end - 1] == UInt8(ascii: "/")
      else { continue }
      let name = bytes[index..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
      let tag = String(decoding: name, as: UTF8.self).lowercased()
      guard !empty.contains(tag) else { continue }
      result += bytes[index..<(end - 1)]
      result += Array("></".utf8) + name + Array(">".utf8)
      index = end + 1
    }
    return result
  }

  private static let empty: Set<String> = [
    "br", "hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "param", "source",
    "track", "wbr",
  ]
}
