// A small program for tests of the terminal: shows every event that it gets, one on a row.
//
// Keys with a meaning: `q` ends it, `x` crashes, `X` aborts, `z` stops it, `b` rings the bell,
// `s` scrolls a page of text by a row, `l` is for signals during a loan.

internal import Glibc
internal import NcursesTerminal
internal import TerminalKit

extension TerminalEvent {
  fileprivate var label: String {
    switch self {
    case .key(let key): "key \(key.notation)"
    case .paste(let text): "paste \(text.replacing("\n", with: "⏎"))"
    case .resized(let size): "size \(size.columns)x\(size.rows)"
    case .signal(let signal): "signal \(signal)"
    case .woken: "woken"
    case .closed: "closed"
    }
  }
}

/// The environment variables of the process.
func variables() -> [String: String] {
  let names = ["TERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG"]
  return Dictionary(
    uniqueKeysWithValues: names.compactMap { name in
      getenv(name).map { (name, String(cString: $0)) }
    })
}

struct Probe {
  let terminal: NcursesTerminal
  var log: [String] = ["ready"]
  var offset = 0

  func draw() {
    var screen = Screen(size: terminal.size)
    let title = "probe \(terminal.capabilities.name) \(terminal.capabilities.depth) é外🇫🇷—“x”│"
    screen.write(title, row: 0, column: 0, style: StyleID(rawValue: 1))
    if offset > 0 {
      for row in 1..<max(1, screen.size.rows) {
        screen.write(line(row + offset, columns: screen.size.columns), row: row, column: 0)
      }
    } else {
      for (row, text) in log.suffix(max(0, screen.size.rows - 1)).enumerated() {
        screen.write(text, row: row + 1, column: 0)
      }
    }
    terminal.present(screen)
  }

  private func line(_ number: Int, columns: Int) -> String {
    let words = ["war", "is", "never", "only", "about", "land", "but", "also", "memory", "grain"]
    var text = "\(number)"
    var seed = UInt32(truncatingIfNeeded: number) &* 2_654_435_761
    while text.count < columns * 9 / 10 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      text += " " + words[Int(seed >> 16) % words.count]
    }
    return String(text.prefix(columns))
  }

  /// - Returns: Whether to go on.
  mutating func handle(_ event: TerminalEvent) -> Bool {
    log.append(event.label)
    switch event {
    case .key(Key("q")), .closed, .signal(.terminate), .signal(.hangup): return false
    case .key(Key("x")): kill(getpid(), SIGSEGV)
    case .key(Key("X")): abort()
    case .key(Key("z")), .signal(.stop): terminal.lend { kill(getpid(), SIGSTOP) }
    case .key(Key("b")): terminal.ring()
    case .key(Key("l")): signalWhileLent()
    case .key(Key("s")): offset += 1
    default: break
    }
    return true
  }
}

extension Probe {
  /// Ends with 3 if of four signals during a loan only SIGTERM is reported.
  func signalWhileLent() {
    terminal.lend { for number in [SIGINT, SIGTSTP, SIGCONT, SIGTERM] { raise(number) } }
    let events = terminal.wait(timeout: 0, wakeDescriptor: nil).filter { event in
      if case .signal = event { return true }
      return false
    }
    terminal.close()
    exit(events == [.signal(.terminate)] ? 3 : 4)
  }
}

let palette = Palette(rows: [
  Palette.Row(),
  Palette.Row(
    indexed256: Appearance(foreground: 208, attributes: .bold),
    eight: Appearance(foreground: 3, attributes: .bold),
    monochrome: Appearance(attributes: .reverse)),
])
do {
  let terminal = try NcursesTerminal(
    palette: palette, environment: TerminalEnvironment(variable: { variables()[$0] }))
  var probe = Probe(terminal: terminal)
  var goesOn = true
  while goesOn {
    probe.draw()
    for event in terminal.wait(timeout: nil, wakeDescriptor: nil) where goesOn {
      goesOn = probe.handle(event)
    }
  }
  terminal.close()
} catch {
  print("probe: \(error)")
  exit(69)
}
