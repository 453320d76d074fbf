internal import Reader

/// The reader's keys, chapter by chapter, out of the one table of commands.
struct KeyTable {
  private struct Row {
    var keys: String
    var name: String
    var help: String
  }

  private let chapters: [(title: String, rows: [Row])]

  init(_ entries: [CommandEntry]) {
    chapters = CommandEntry.Chapter.allCases.map { chapter in
      let rows = entries.filter { $0.chapter == chapter }.map { entry in
        Row(
          keys: entry.notations.joined(separator: ", "),
          name: ":" + entry.name + (entry.argument.map { " " + $0 } ?? ""), help: entry.help)
      }
      return (chapter.rawValue, rows)
    }
  }

  func text(as format: ConfigKeys.Format) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .man: man
    }
  }

  private var text: String {
    let rows = chapters.flatMap(\.rows)
    let keys = rows.map(\.keys.count).max() ?? 0
    let names = rows.map(\.name.count).max() ?? 0
    return chapters.map { chapter in
      chapter.title + "\n"
        + chapter.rows.map { row in
          "  " + row.keys.padded(to: keys) + "  " + row.name.padded(to: names) + "  " + row.help
            + "\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private var markdown: String {
    chapters.map { chapter in
      "### \(chapter.title)\n\n| Keys | Command | What it does |\n| --- | --- | --- |\n"
        + chapter.rows.map { row in
          let keys = row.keys.split(separator: ", ").map { Self.code(String($0)) }
            .joined(separator: " ")
          return "| \(keys) | \(Self.code(row.name)) | \(row.help.escapingTable) |\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private static func code(_ text: String) -> String {
    // A grave accent needs longer fences around it.
    let fence = text.contains("`") ? "``" : "`"
    let space = text.contains("`") ? " " : ""
    return fence + space + text.escapingTable + space + fence
  }

  private var man: String {
    chapters.map { chapter in
      ".SS \(Roff.text(chapter.title))\n"
        + chapter.rows.map { row in
          ".TP\n.B \(Roff.text(row.keys))\n\(Roff.text(row.help)).\n"
            + "(\(Roff.text(row.name)))\n"
        }.joined()
    }.joined()
  }
}

/// Words as the manual's formatter wants them.
enum Roff {
  static func text(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      default: result.append(character)
      }
    }
    // A line that begins so would be an order.
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }

  fileprivate var escapingTable: String { replacing("|", with: "\\|") }
}
