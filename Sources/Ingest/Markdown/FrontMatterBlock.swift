/// The fields between two rules with which static generators let a text begin.
struct FrontMatterBlock {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  private(set) var language: String?
  /// Where the text begins; 0 where there is no such block.
  private(set) var end = 0

  /// Longer ones are no front matter.
  private static let longest = 16_384

  /// YAML between lines of `---`, or TOML between lines of `+++`, as far as simple values go.
  init(of bytes: [UInt8]) {
    var cursor = LineCursor(bytes, upTo: min(bytes.count, Self.longest))
    guard let first = cursor.next(), first.indent == 0 else { return }
    let rule = String(decoding: bytes[first.text], as: UTF8.self)
    guard rule == "---" || rule == "+++" else { return }
    var fields: [(name: String, value: String)] = []
    while let line = cursor.next() {
      let words = String(decoding: bytes[line.text], as: UTF8.self)
      if words == rule || rule == "---" && words == "..." {
        guard !fields.isEmpty else { return }
        end = cursor.position
        take(fields)
        return
      }
      let mark: Character = rule == "---" ? ":" : "="
      if line.indent == 0, !words.hasPrefix("-"), let colon = words.firstIndex(of: mark) {
        let name = words[..<colon].lowercased().filter { $0 != " " && $0 != "\"" }
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }) else { return }
        fields.append((name, Self.value(words[words.index(after: colon)...])))
      } else if let last = fields.indices.last {
        // An entry of a list, or a field of the last one.
        let part = words.hasPrefix("name:") ? words.dropFirst(5) : words.drop { $0 == "-" }
        if line.isBlank || words.hasPrefix("#") || !words.hasPrefix("name:") && words.contains(": ")
        {
          continue
        }
        let value = Self.value(part)
        if !value.isEmpty {
          fields[last].value += (fields[last].value.isEmpty ? "" : ", ") + value
        }
      } else if !line.isBlank, !words.hasPrefix("#") {
        return
      }
    }
  }

  private mutating func take(_ fields: [(name: String, value: String)]) {
    func value(_ names: [String]) -> String? {
      fields.first { names.contains($0.name) && !$0.value.isEmpty }?.value
    }
    title = value(["title"])
    author = value(["author", "authors", "by", "byline"])
    language = value(["lang", "language"])
    if let written = value(["date", "published", "publishdate", "pubdate"]) {
      date = WrittenDate.iso(written) ?? WrittenDate.isoPrefix(written) ?? written
    }
  }

  private static func value(_ words: Substring) -> String {
    var words = words.drop { $0 == " " }
    if words.hasPrefix("["), words.hasSuffix("]") {
      return words.dropFirst().dropLast().split(separator: ",").map { value($0) }
        .joined(separator: ", ")
    }
    while words.last == " " { words = words.dropLast() }
    for mark in ["\"", "'"] where words.count >= 2 && words.hasPrefix(mark) && words.hasSuffix(mark)
    {
      words = words.dropFirst().dropLast()
    }
    return words == "|" || words == ">" || words == "null" ? "" : String(words)
  }
}
