import Glibc
import NcursesTerminal
import TerminalKit
import VirtualTerminal

/// A terminal under test, with the eyes and hands of its user.
protocol TerminalBench: AnyObject {
  var terminal: any Terminal { get }
  /// What the user sees, row by row, without blanks at the ends.
  func rows() -> [String]
  func cursor() -> Position?
  func bellCount() -> Int
  func press(_ keys: String...)
  func paste(_ text: String)
  func resize(to size: Size)
}

enum BenchKind: String, CaseIterable, Sendable {
  case memory, ncurses

  func bench(_ size: Size) throws -> any TerminalBench {
    switch self {
    case .memory: InMemoryBench(size)
    case .ncurses: try NcursesBench(size)
    }
  }
}

final class InMemoryBench: TerminalBench {
  private let memory: InMemoryTerminal
  var terminal: any Terminal { memory }

  init(_ size: Size) {
    memory = InMemoryTerminal(size: size)
  }

  func rows() -> [String] {
    (0..<memory.screen.size.rows).map { memory.screen.text(row: $0) }
  }

  func cursor() -> Position? { memory.screen.cursor }
  func bellCount() -> Int { memory.bellCount }

  func press(_ keys: String...) {
    memory.enqueue(keys.compactMap { Key(notation: $0) }.map(TerminalEvent.key))
  }

  func paste(_ text: String) { memory.enqueue([.paste(text)]) }
  func resize(to size: Size) { memory.enqueue([.resized(size)]) }
}

final class NcursesBench: TerminalBench {
  let emulator: VirtualTerminal
  private let ncurses: NcursesTerminal
  var terminal: any Terminal { ncurses }

  static let palette = Palette(rows: [
    Palette.Row(),
    Palette.Row(
      indexed256: Appearance(foreground: 208, attributes: .bold),
      monochrome: Appearance(attributes: [.bold, .reverse])),
    Palette.Row(indexed256: Appearance(background: 24, attributes: [.italic, .underline])),
    Palette.Row(indexed256: Appearance(foreground: 2, background: 0, attributes: .reverse)),
  ])

  init(_ size: Size, name: String = "xterm-256color", isUTF8: Bool = true) throws {
    emulator = try VirtualTerminal(size: size)
    ncurses = try NcursesTerminal(
      palette: Self.palette,
      environment: TerminalEnvironment(
        name: name, isUTF8: isUTF8, input: emulator.programSide, output: emulator.programSide))
  }

  /// Everything that was presented is on its way; a last mark behind it says when it has arrived.
  private func settle() {
    let mark = emulator.bellCount + 1
    _ = write(emulator.programSide, "\u{7}", 1)
    do {
      try emulator.wait("the frame") { emulator.bellCount >= mark }
    } catch {
      print(error)
    }
    marks += 1
  }

  private var marks = 0

  func rows() -> [String] {
    settle()
    return (0..<emulator.size.rows).map { emulator.text(row: $0) }
  }

  func cursor() -> Position? {
    settle()
    return emulator.cursor
  }

  func bellCount() -> Int {
    settle()
    return emulator.bellCount - marks
  }

  func press(_ keys: String...) {
    for key in keys { emulator.press(key) }
  }

  func paste(_ text: String) { emulator.paste(text) }

  func resize(to size: Size) {
    emulator.resize(to: size)
    // The process under test is not in the emulator's session.
    kill(getpid(), SIGWINCH)
  }
}

extension Screen {
  func text(row: Int) -> String {
    var text = self.row(row).map { $0.width == 0 ? "" : $0.glyph.string }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}
