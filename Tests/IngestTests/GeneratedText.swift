import RejoinderCore

/// Makes plain texts of every layout that Ingest knows, the same ones in every run.
struct GeneratedText {
  private var random: SplitMix64
  private static let words = [
    "harbour", "ought", "naïve", "tax", "“quoted”", "the", "of", "—", "people", "who’s", "外交",
    "U.S.",
    "3.5", "and", "never", "it", "long-term", "façade", "vote", "bridge", "x\u{301}",
  ]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func sentence() -> String {
    let count = number(4..<24)
    let words = (0..<count).map { _ in Self.words[number(0..<Self.words.count)] }
    return "The " + words.joined(separator: " ") + [".", "?", "!”", "…"][number(0..<4)]
  }

  /// - Parameter width: Where lines are wrapped, or `nil` for one paragraph a line.
  mutating func essay(width: Int?, lineEnd: String, paragraphs: Int) -> String {
    var blocks: [String] = number(0..<2) == 0 ? [] : ["On Harbours", "By Ada Example"]
    for _ in 0..<paragraphs { blocks.append(block(width: width)) }
    if number(0..<2) == 0 { blocks += ["Share this:", "Leave a Reply", "Name *"] }
    let gap = width == nil && number(0..<2) == 0 ? "\n" : "\n\n"
    return blocks.joined(separator: gap).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineEnd) + lineEnd
  }

  private mutating func block(width: Int?) -> String {
    switch number(0..<12) {
    case 0: return (0..<number(2..<5)).map { "- item \($0) of the list" }.joined(separator: "\n")
    case 1: return (0..<number(2..<5)).map { "    code line \($0)" }.joined(separator: "\n")
    case 2: return (0..<number(2..<4)).map { "> " + sentence() + "\($0)" }.joined(separator: "\n")
    case 3: return "Part \(number(1..<9))\n========"
    case 4: return "* * *"
    case 5: return "Subscribe"
    case 6: return "rose and river\nsalt and stone\nnever nearer\nnever known"
    default:
      let prose = (0..<number(2..<9)).map { _ in sentence() }.joined(separator: " ")
      return width.map { Self.wrapped(prose, $0) } ?? prose
    }
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
