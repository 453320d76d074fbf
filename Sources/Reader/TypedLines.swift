/// The lines that were typed at the prompt in this session: commands apart from words searched for.
struct TypedLines: Sendable {
  private var lines: [Prompt.Kind: [String]] = [:]

  /// Notes a line that was entered; the same line is not kept twice.
  mutating func note(_ text: String, as kind: Prompt.Kind) {
    guard !text.isEmpty, kind != .retype else { return }
    var noted = lines[kind, default: []]
    noted.removeAll { $0 == text }
    noted.append(text)
    lines[kind] = noted.suffix(Self.most)
  }

  /// The earlier lines that begin as `text` does, and `text` as the last.
  func recall(_ text: String, as kind: Prompt.Kind) -> Recall {
    let alike = lines[kind, default: []].filter { $0.hasPrefix(text) && $0 != text }
    return Recall(lines: alike + [text], index: alike.count)
  }

  /// A walk through lines; the line that was being typed stands at its end.
  struct Recall: Sendable {
    fileprivate var lines: [String]
    fileprivate var index: Int

    /// The line before, if there is one.
    mutating func back() -> String? { step(-1) }

    /// The line after, if there is one.
    mutating func forth() -> String? { step(1) }

    private mutating func step(_ by: Int) -> String? {
      guard lines.indices.contains(index + by) else { return nil }
      index += by
      return lines[index]
    }
  }

  private static let most = 100
}
