/// A screen as text in two planes, what it says and how it is styled, for golden files.
///
/// ```
/// size 24x2 cursor 1:4
/// -- text
/// |  ▸ 外交 failed first   |
/// |READ        1/3 claims  |
/// -- style
/// |..b.c>c>ccccccccccccc...|
/// |dddddddddddddddddddddddd|
/// -- legend: b panelMarker  c counterText  d status
/// ```
///
/// In the style plane `.` is plain and `>` the right half of a wide glyph; that half is left out of
/// the text plane. The legend names the letters that occur, in alphabetical order.
public struct ScreenDump: Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter legend: The letter and the name of a style. Not asked for ``StyleID/plain``. Two
  ///   styles on one screen must not share a letter.
  public init(
    _ screen: Screen, legend: (StyleID) -> (letter: Character, name: String)
  ) {
    var entries: [StyleID: (letter: Character, name: String)] = [:]
    var text = ""
    var styles = ""
    for row in 0..<screen.size.rows {
      text += "|"
      styles += "|"
      for cell in screen.row(row) {
        if cell.style != .plain, entries[cell.style] == nil {
          entries[cell.style] = legend(cell.style)
        }
        let letter = entries[cell.style]?.letter ?? "."
        if cell.width > 0 { text += cell.glyph.string }
        styles.append(cell.width > 0 ? letter : ">")
      }
      text += "|\n"
      styles += "|\n"
    }
    var lines = "size \(screen.size.columns)x\(screen.size.rows)"
    if let cursor = screen.cursor { lines += " cursor \(cursor.row):\(cursor.column)" }
    lines += "\n-- text\n" + text + "-- style\n" + styles + "-- legend:"
    for entry in entries.values.sorted(by: { $0.letter < $1.letter }) {
      lines += (lines.hasSuffix(":") ? " " : "  ") + "\(entry.letter) \(entry.name)"
    }
    description = lines + "\n"
  }
}
