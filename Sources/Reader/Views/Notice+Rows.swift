internal import TerminalKit

extension Notice {
  /// The most rows that a notice takes.
  static let mostRows = 4

  /// The sentence in as few rows as it needs. Where they are too few for it, words as long as paths
  /// are broken to fill rows, then the longest loses its middle: what happened stands at the
  /// beginning, what to do at the end.
  func rows(columns: Int) -> [String] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard columns > 0, !line.isEmpty else { return [] }
    let rows = line.wrapped(columns: columns)
    if rows.count <= Self.mostRows { return Self.balanced(rows, of: line, columns: columns) }
    let filled = Self.filled(line, columns: columns)
    if filled.count <= Self.mostRows { return filled }

    // A row can stay empty by as much as a word that is not broken takes.
    let room = (columns - Self.unbroken(columns) + 1) * Self.mostRows
    let cut = Self.filled(
      Self.cut(line, by: DisplayWidth.columns(of: line) - room), columns: columns)
    if cut.count <= Self.mostRows { return cut }
    let rest = cut[(Self.mostRows - 1)...].joined(separator: " ")
    return cut.prefix(Self.mostRows - 1) + [rest.shortened(columns: columns)]
  }

  /// The same number of rows, narrower where a word or two stood alone in the last one.
  private static func balanced(_ rows: [String], of line: String, columns: Int) -> [String] {
    guard rows.count > 1, let last = rows.last, DisplayWidth.columns(of: last) < columns / 3 else {
      return rows
    }
    let total = rows.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
    for narrower in (total / rows.count)..<columns {
      let even = line.wrapped(columns: narrower)
      // No path is broken that was whole.
      if even.count == rows.count, even.joined(separator: " ") == rows.joined(separator: " ") {
        return even
      }
    }
    return rows
  }

  /// The longest word that is not broken.
  private static func unbroken(_ columns: Int) -> Int { max(1, columns / 3) }

  /// Rows that long words fill to the last column.
  private static func filled(_ line: String, columns: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    var used = 0
    for word in line.split(separator: " ") {
      let width = DisplayWidth.columns(of: word)
      let isBroken = width > unbroken(columns)
      if used > 0, used + 1 + (isBroken ? 1 : width) > columns {
        rows.append(row)
        row = ""
        used = 0
      }
      if used > 0 {
        row += " "
        used += 1
      }
      for character in word {
        let width = DisplayWidth.columns(of: String(character))
        if used > 0, used + width > columns {
          rows.append(row)
          row = ""
          used = 0
        }
        row.append(character)
        used += width
      }
    }
    return rows + [row]
  }

  /// The line with so much less in the middle of its longest word.
  private static func cut(_ line: String, by columns: Int) -> String {
    var words = line.split(separator: " ").map(String.init)
    guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }) else {
      return line
    }
    let word = words[longest]
    let kept = max(8, word.count - columns - 1) / 2
    if kept * 2 < word.count { words[longest] = word.prefix(kept) + "…" + word.suffix(kept) }
    return words.joined(separator: " ")
  }
}
