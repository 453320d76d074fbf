/// What in the head of a text speaks for Markdown.
///
/// Lists, quotations and underlined headings are in plain texts too and prove nothing.
struct MarkdownEvidence {
  private(set) var score = 0

  var isMarkdown: Bool { score >= 3 }

  init(_ lines: [Line], of bytes: [UInt8]) {
    if FrontMatterBlock(of: bytes).end > 0 { score += 3 }
    var isFirst = true
    var isInCode = false
    for line in lines where !line.isBlank {
      let words = bytes[line.text]
      if words.starts(with: "```".utf8) || words.starts(with: "~~~".utf8) {
        score += isInCode ? 2 : 0
        isInCode.toggle()
      } else if !isInCode {
        score += Self.score(words, indent: line.indent, isFirst: isFirst)
      }
      isFirst = false
    }
  }

  private static func score(_ words: ArraySlice<UInt8>, indent: Int, isFirst: Bool) -> Int {
    var score = 0
    if indent < 4, words.first == UInt8(ascii: "#") {
      let marks = words.prefix { $0 == UInt8(ascii: "#") }.count
      let after = words.dropFirst(marks)
      if marks <= 6, after.first == 0x20, after.count >= 2 { score += isFirst ? 3 : 2 }
    }
    // Most lines of a plain text hold no mark, and are gone through once.
    guard words.contains(where: isMark) else { return score }
    if isTableRule(words) { score += 3 }
    score += 3 * min(2, links(in: words))
    if hasPair(of: UInt8(ascii: "*"), length: 2, in: words)
      || hasPair(of: UInt8(ascii: "_"), length: 2, in: words)
    {
      score += 1
    }
    if hasPair(of: UInt8(ascii: "`"), length: 1, in: words) { score += 1 }
    return score
  }

  /// Whether all that the rest of ``score(_:indent:isFirst:)`` looks for holds this byte or one like it.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// `|---|:---:|` and the like.
  private static func isTableRule(_ words: ArraySlice<UInt8>) -> Bool {
    let dashes = words.count { $0 == UInt8(ascii: "-") }
    return dashes >= 3 && words.contains(UInt8(ascii: "|"))
      && words.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// `[words](address)`, `[^1]` and `[name]: address`.
  private static func links(in words: ArraySlice<UInt8>) -> Int {
    var count = 0
    var opened: Int?
    for index in words.indices {
      switch words[index] {
      case UInt8(ascii: "["): opened = index
      case UInt8(ascii: "]"):
        guard let start = opened, index > start + 1, index + 1 < words.endIndex else { continue }
        let next = words[index + 1]
        let isNote = words[start + 1] == UInt8(ascii: "^") && index > start + 2
        let isLink = next == UInt8(ascii: "(") && isAddress(words[(index + 2)...])
        let isDefinition =
          start == words.startIndex && next == UInt8(ascii: ":")
          && isAddress(words[(index + 2)...].drop { $0 == 0x20 })
        if isNote || isLink || isDefinition { count += 1 }
        opened = nil
      default: break
      }
    }
    return count
  }

  private static func isAddress(_ words: ArraySlice<UInt8>) -> Bool {
    for start in ["http", "/", "#", "./", "../", "mailto:", "<"]
    where words.starts(with: start.utf8) {
      return true
    }
    let word = words.prefix { $0 != 0x20 && $0 != UInt8(ascii: ")") }
    return word.contains(UInt8(ascii: "/")) || word.contains(UInt8(ascii: "."))
  }

  /// Whether words stand between two marks, each of them `length` times the byte `mark`.
  private static func hasPair(
    of mark: UInt8, length: Int, in words: ArraySlice<UInt8>
  ) -> Bool {
    var first: Int?
    var index = words.startIndex
    while let found = words[index...].firstIndex(of: mark) {
      let end = found + length
      guard end <= words.endIndex else { return false }
      guard words[found..<end].allSatisfy({ $0 == mark }) else {
        index = found + 1
        continue
      }
      if let first, found > first + length { return true }
      if first == nil {
        guard end < words.endIndex, words[end] != 0x20 else { return false }
        first = found
      }
      index = end
    }
    return false
  }
}
