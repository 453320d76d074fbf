import FoundationEssentials
import Reader
import TerminalKit

/// An expected screen, in a file.
struct GoldenScreen {
  let path: String

  static func text(of screen: Screen) -> String {
    ScreenDump(screen) { style in
      guard let entry = Style.table.first(where: { $0.style.id == style }) else {
        return ("?", "unknown \(style.rawValue)")
      }
      return (entry.letter, "\(entry.style)")
    }.description
  }

  /// `nil` where nothing was recorded yet.
  var recorded: String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// - Returns: Whether that changed anything.
  func record(_ screen: Screen) throws -> Bool {
    let text = Self.text(of: screen)
    guard text != recorded else { return false }
    try Data(text.utf8).write(to: URL(filePath: path))
    return true
  }

  /// The rows in which two dumps differ, each with what was expected above what came; `nil` when
  /// they are alike.
  static func difference(expected: String, actual: String) -> String? {
    guard expected != actual else { return nil }
    let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let after = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var plane = "size"
    var row = 0
    var report: [String] = []
    for index in 0..<max(before.count, after.count) {
      let old = index < before.count ? before[index] : "(nothing)"
      let new = index < after.count ? after[index] : "(nothing)"
      if new.hasPrefix("-- ") || old.hasPrefix("-- ") {
        plane = String((new.hasPrefix("-- ") ? new : old).dropFirst(3).prefix { $0 != ":" })
        row = -1
      }
      if old != new {
        report.append("  \(plane)\(row < 0 ? "" : " row \(row)")")
        report.append("    expected \(old)")
        report.append("    shown    \(new)")
      }
      row += 1
    }
    return report.joined(separator: "\n")
  }
}
