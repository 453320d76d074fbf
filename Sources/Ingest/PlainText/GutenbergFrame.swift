/// What Project Gutenberg puts around a text: a header that ends at a line of asterisks, and a footer
/// that begins at one.
struct GutenbergFrame {
  private(set) var title: String?
  private(set) var author: String?
  /// Where the text begins, in bytes.
  let start: Int

  /// `nil` where the head of the text has no such header.
  init?(_ lines: [Line], of bytes: [UInt8]) {
    guard let end = lines.firstIndex(where: { Self.isStart(bytes[$0.text]) }) else { return nil }
    start = lines[end].text.upperBound
    for line in lines[..<end] {
      let words = String(decoding: bytes[line.text], as: UTF8.self)
      if title == nil, words.hasPrefix("Title: ") { title = String(words.dropFirst(7)) }
      if author == nil, words.hasPrefix("Author: ") { author = String(words.dropFirst(8)) }
    }
  }

  private static func isStart(_ words: ArraySlice<UInt8>) -> Bool {
    isMark(words, ["START OF THE PROJECT GUTENBERG", "START OF THIS PROJECT GUTENBERG"])
  }

  /// Whether a line begins the footer.
  static func isEnd(_ words: ArraySlice<UInt8>) -> Bool {
    isMark(words, ["END OF THE PROJECT GUTENBERG", "END OF THIS PROJECT GUTENBERG"])
      || words.starts(with: "End of the Project Gutenberg".utf8)
      || words.starts(with: "End of Project Gutenberg".utf8)
  }

  private static func isMark(_ words: ArraySlice<UInt8>, _ marks: [String]) -> Bool {
    guard words.count <= 160, words.starts(with: "***".utf8) else { return false }
    let rest = words.dropFirst(3).drop { $0 == 0x20 }
    return marks.contains { rest.starts(with: $0.utf8) }
  }
}
