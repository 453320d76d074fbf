extension FetchedPage {
  /// Why what came is no essay, if that can be told without reading it as one.
  func objection(to address: Address) -> FetchError? {
    func error(_ kind: FetchError.Kind, _ why: String) -> FetchError {
      FetchError(kind, "\(address): \(why)")
    }
    if bytes.isEmpty { return error(.unreadable, "the page is empty; check the address") }
    if let mediaType, !Self.mayHoldText(mediaType) {
      return error(.unreadable, "is \(mediaType) and no page with text; open it in another program")
    }
    guard isHTML else { return nil }
    let outline = PageOutline(of: bytes)
    guard outline.words < Self.fewWords else { return nil }
    if outline.asksForPassword {
      return error(.forbidden, "is a login page; save the page from a browser and open that")
    }
    if outline.hasScript {
      return error(
        .unreadable,
        "the page is only script and holds no text; save it from a browser and open that"
      )
    }
    return nil
  }

  /// Fewer words than the shortest essay has.
  private static let fewWords = 40

  private static func mayHoldText(_ type: String) -> Bool {
    if type.hasPrefix("text/") {
      return !["text/css", "text/javascript", "text/calendar"].contains(type)
    }
    for kind in ["image/", "audio/", "video/", "font/", "model/"] where type.hasPrefix(kind) {
      return false
    }
    return !["application/json", "application/javascript", "application/pdf", "application/wasm"]
      .contains(type)
  }

  private var isHTML: Bool {
    switch mediaType {
    case "text/html", "application/xhtml+xml": true
    default: false
    }
  }
}

/// As much of a page as tells whether there is anything to read in it, from its tags alone.
public struct PageOutline: Sendable, Hashable {
  public private(set) var words = 0
  private(set) var hasScript = false
  private(set) var asksForPassword = false

  public init(of bytes: [UInt8]) {
    var index = 0
    var isInWord = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        index = skipTag(in: bytes, at: index)
        isInWord = false
        continue
      }
      let isBlank = byte <= 0x20
      if !isBlank, !isInWord { words += 1 }
      isInWord = !isBlank
      index += 1
    }
  }

  /// Steps over a tag, and over all of a script, a style or a note for browsers without scripts.
  private mutating func skipTag(in bytes: [UInt8], at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
    end = min(bytes.count, end + 1)
    let tag = Self.lowercased(bytes[start..<min(end, start + 400)])
    if tag.hasPrefix("<input"), tag.contains("password") { asksForPassword = true }
    for name in ["script", "style", "noscript", "title", "template"]
    where tag.hasPrefix("<" + name) {
      if name == "script" { hasScript = true }
      return Self.end(of: "</" + name, in: bytes, from: end)
    }
    return end
  }

  private static func end(of tag: String, in bytes: [UInt8], from start: Int) -> Int {
    let wanted = Array(tag.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0],
        zip(wanted, bytes[index...]).allSatisfy({ $0 == $1 | ($1 >= 0x41 && $1 <= 0x5A ? 0x20 : 0) }
        )
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
