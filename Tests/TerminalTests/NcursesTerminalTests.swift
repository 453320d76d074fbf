import Glibc
import NcursesTerminal
import TerminalKit
import Testing
import VirtualTerminal

extension OneTerminal {
  /// What only a terminal with a device can do.
  @Suite(.serialized) struct NcursesTerminalTests {
    private static let size = Size(columns: 40, rows: 8)

    private func styled(_ text: String) -> Screen {
      var screen = Screen(size: Self.size)
      for style in UInt8(0)..<4 {
        screen.write(text, row: Int(style), column: 0, style: StyleID(rawValue: style))
      }
      return screen
    }

    private func cell(_ bench: NcursesBench, _ row: Int) -> VirtualTerminal.Cell {
      _ = bench.rows()
      return bench.emulator[row, 0]
    }

    @Test func stylesLookAsThePaletteSays() throws {
      let bench = try NcursesBench(Self.size)
      #expect(bench.terminal.capabilities.depth == .indexed256)
      bench.terminal.present(styled("é"))
      #expect(cell(bench, 0).foreground == nil && cell(bench, 0).attributes == [])
      #expect(cell(bench, 1).foreground == 208 && cell(bench, 1).attributes == .bold)
      #expect(cell(bench, 2).background == 24 && cell(bench, 2).foreground == nil)
      #expect(cell(bench, 2).attributes == [.italic, .underline])
      #expect(cell(bench, 3).foreground == 2 && cell(bench, 3).background == 0)
      #expect(cell(bench, 3).attributes == .reverse)
      bench.terminal.close()
    }

    /// The same glyphs in another style are another screen.
    @Test func aChangeOfStyleIsSent() throws {
      let bench = try NcursesBench(Self.size)
      var screen = Screen(size: Self.size)
      screen.write("外claim", row: 0, column: 0)
      bench.terminal.present(screen)
      screen.write("外claim", row: 0, column: 0, style: StyleID(rawValue: 1))
      bench.terminal.present(screen)
      #expect(cell(bench, 0).foreground == 208)
      #expect(bench.emulator[0, 6].foreground == 208)
      bench.terminal.close()
    }

    @Test(arguments: [
      ("xterm-256color", ColourDepth.indexed256), ("xterm", .eight), ("linux", .eight),
      ("vt100", .monochrome), ("xterm-rejoinder-unheard-of", .indexed256),
    ])
    func depthIsTheTerminals(_ name: String, _ depth: ColourDepth) throws {
      let bench = try NcursesBench(Self.size, name: name)
      #expect(bench.terminal.capabilities == .init(isUTF8: true, depth: depth, name: name))
      bench.terminal.present(styled("é—外"))
      #expect(bench.rows().prefix(4).allSatisfy { $0 == "é—外" })
      #expect(getenv("TERMINFO") == nil)
      bench.terminal.close()
    }

    @Test func colourCanBeRefused() throws {
      let emulator = try VirtualTerminal(size: Self.size)
      let terminal = try NcursesTerminal(
        palette: NcursesBench.palette,
        environment: TerminalEnvironment(
          name: "xterm-256color", refusesColour: true, input: emulator.programSide,
          output: emulator.programSide))
      #expect(terminal.capabilities.depth == .monochrome)
      terminal.present(styled("x"))
      try emulator.wait("the style") { emulator[1, 0].attributes == [.bold, .reverse] }
      #expect(emulator[1, 0].foreground == nil)
      terminal.close()
    }

    @Test func withoutUTF8OnlyASCIIIsSent() throws {
      let bench = try NcursesBench(Self.size, isUTF8: false)
      var screen = Screen(size: Self.size)
      screen.write("│“Déjà vu” — 外交|🇫🇷|…\u{202E}", row: 1, column: 0)
      bench.terminal.present(screen)
      #expect(bench.rows()[1] == "|\"Deja vu\" - ? ? |? |~?")
      #expect(bench.emulator.received.allSatisfy { $0 < 0x80 })
      bench.terminal.close()
    }

    @Test func theTerminalIsLeftAsItWasFound() throws {
      let bench = try NcursesBench(Self.size)
      bench.terminal.present(styled("x"))
      _ = bench.rows()
      #expect(bench.emulator.isAlternate && !bench.emulator.isLineEdited)
      #expect(bench.emulator.cursor == nil)
      bench.terminal.lend {
        _ = bench.rows()
        #expect(!bench.emulator.isAlternate && bench.emulator.isLineEdited)
        #expect(bench.emulator.cursor != nil)
      }
      _ = bench.rows()
      #expect(bench.emulator.isAlternate && !bench.emulator.isLineEdited)
      bench.terminal.close()
      _ = bench.rows()
      #expect(!bench.emulator.isAlternate && bench.emulator.isLineEdited)
      #expect(bench.emulator.cursor != nil)
      #expect(String(decoding: bench.emulator.received, as: UTF8.self).contains("\u{1B}[?2004l"))
    }

    /// The status line once stayed under the shell's prompt: `$ EAD  3/20 claims`.
    @Test(arguments: ["vt100", "ansi", "linux"])
    func withoutAnAlternateScreenTheLastRowIsCleared(_ name: String) throws {
      let bench = try NcursesBench(Self.size, name: name)
      var screen = styled("essay")
      screen.write("READ  3/20 claims", row: 7, column: 0, style: StyleID(rawValue: 3))
      bench.terminal.present(screen)
      #expect(bench.rows()[7] == "READ  3/20 claims")
      bench.terminal.lend {
        #expect(bench.rows()[7] == "")
        #expect(bench.emulator.cursor == Position(row: 7, column: 0))
      }
      #expect(bench.rows()[7] == "READ  3/20 claims")
      bench.terminal.close()
      #expect(bench.rows()[7] == "" && bench.rows()[0] == "essay")
      #expect(bench.emulator.cursor == Position(row: 7, column: 0))
    }

    /// Without ncurses' `keypad` nobody else sends this: a terminal whose keypad stays as it was sends other
    /// bytes for its arrows, and a shell that gets it back so is no good.
    @Test(arguments: ["xterm-256color", "xterm", "vt100", "screen", "tmux-256color"])
    func theKeypadIsTakenAndGivenBackOnce(_ name: String) throws {
      let bench = try NcursesBench(Self.size, name: name)
      var seen = 0
      func sent() -> [String: Int] {
        _ = bench.rows()
        let new = String(decoding: bench.emulator.received[seen...], as: UTF8.self)
        seen = bench.emulator.received.count
        return ["taken": "\u{1B}[?1h\u{1B}=", "given": "\u{1B}[?1l\u{1B}>"]
          .mapValues { new.ranges(of: $0).count }
      }
      bench.terminal.present(styled("x"))
      #expect(sent() == ["taken": 1, "given": 0])
      bench.terminal.lend { #expect(sent() == ["taken": 0, "given": 1]) }
      #expect(sent() == ["taken": 1, "given": 0])
      bench.terminal.close()
      #expect(sent() == ["taken": 0, "given": 1])
    }

    @Test func aSizeThatChangedWhileLentIsReported() throws {
      let bench = try NcursesBench(Self.size)
      bench.terminal.present(styled("x"))
      let size = Size(columns: 50, rows: 9)
      bench.terminal.lend { bench.emulator.resize(to: size) }
      #expect(bench.terminal.size == size)
      #expect(bench.terminal.wait(timeout: 0, wakeDescriptor: nil) == [.resized(size)])
      bench.terminal.close()
    }

    @Test func signalsAreEvents() throws {
      let bench = try NcursesBench(Self.size)
      for (number, signal) in [
        (SIGINT, TerminalSignal.interrupt), (SIGTERM, .terminate), (SIGHUP, .hangup),
        (SIGTSTP, .stop), (SIGCONT, .resume),
      ] {
        kill(getpid(), number)
        let events = bench.terminal.wait(timeout: VirtualTerminal.patience, wakeDescriptor: nil)
        #expect(events == [.signal(signal)])
      }
      bench.terminal.close()
    }

    /// What was typed before the end was once thrown away, and so was a paste that had only begun.
    @Test(arguments: [(SIGTERM, TerminalSignal.terminate), (SIGHUP, .hangup)])
    func whatWasTypedComesBeforeTheEnd(_ number: Int32, _ signal: TerminalSignal) throws {
      let bench = try NcursesBench(Self.size)
      bench.emulator.type("ab\u{1B}[200~the beginning")
      var polled = pollfd(fd: bench.emulator.programSide, events: Int16(POLLIN), revents: 0)
      #expect(poll(&polled, 1, Int32(VirtualTerminal.patience)) == 1)
      kill(getpid(), number)
      var events: [TerminalEvent] = []
      while events.last != .signal(signal) {
        let more = bench.terminal.wait(timeout: VirtualTerminal.patience, wakeDescriptor: nil)
        if more.isEmpty { break }
        events += more
      }
      #expect(
        events == [.key(Key("a")), .key(Key("b")), .paste("the beginning"), .signal(signal)])
      bench.terminal.close()
    }

    @Test func aLostLineIsReported() throws {
      let bench = try NcursesBench(Self.size)
      bench.emulator.type("a")
      #expect(
        bench.terminal.wait(timeout: VirtualTerminal.patience, wakeDescriptor: nil)
          == [.key(Key("a"))])
      bench.emulator.hangUp()
      let events = bench.terminal.wait(timeout: VirtualTerminal.patience, wakeDescriptor: nil)
      #expect(events.last == .closed)
      #expect(bench.terminal.wait(timeout: nil, wakeDescriptor: nil) == [.closed])
      bench.terminal.present(styled("nobody sees this"))
      bench.terminal.close()
    }

    @Test func aLargePasteComesWhole() throws {
      let bench = try NcursesBench(Self.size)
      let line = String(repeating: "No war is inevitable. ", count: 40) + "é外\n"
      // Many times what one read gives.
      let text = String(repeating: line, count: 40)
      bench.emulator.type("\u{1B}[200~" + text + "\u{1B}[201~q")
      var events: [TerminalEvent] = []
      while events.last != .key(Key("q")) {
        let more = bench.terminal.wait(timeout: VirtualTerminal.patience, wakeDescriptor: nil)
        if more.isEmpty { break }
        events += more
      }
      #expect(events == [.paste(text), .key(Key("q"))])
      bench.terminal.close()
    }

    /// A row more of text at 120x40 must cost about what `less` sends for it, 110 bytes.
    @Test func aScrolledLineCostsALine() throws {
      let size = Size(columns: 120, rows: 40)
      let bench = try NcursesBench(size)
      func page(_ offset: Int) -> Screen {
        var screen = Screen(size: size)
        for row in 0..<39 {
          let words = (0..<24).map { "w\((row + offset) * 31 &+ $0 * $0 % 97)" }
          screen.write(words.joined(separator: " "), row: row, column: 4, limit: 104)
        }
        screen.write("status", row: 39, column: 0, style: StyleID(rawValue: 3))
        return screen
      }
      bench.terminal.present(page(0))
      _ = bench.rows()
      for offset in 1...5 {
        let before = bench.emulator.received.count
        bench.terminal.present(page(offset))
        #expect(bench.rows()[0] == page(offset).text(row: 0))
        #expect(bench.emulator.received.count - before < 176)
      }
      let before = bench.emulator.received.count
      bench.terminal.present(page(5))
      _ = bench.rows()
      // The bench's own mark.
      #expect(bench.emulator.received.count - before == 1)
      bench.terminal.close()
    }

    @Test(arguments: [
      ("dumb", TerminalError.cannotMoveCursor("dumb")),
      ("no-such-terminal", .unknownTerminal("no-such-terminal")), ("", .unknownTerminal("")),
    ])
    func whatCannotBeDrawnOnIsRefused(_ name: String, _ error: TerminalError) throws {
      #expect(throws: error) { try NcursesBench(Self.size, name: name) }
      // Nothing stays behind that would hinder the next.
      let bench = try NcursesBench(Self.size)
      #expect(throws: TerminalError.alreadyOpen) { try NcursesBench(Self.size) }
      bench.terminal.close()
    }

    @Test func aPipeIsNoTerminal() throws {
      var ends: [Int32] = [0, 0]
      #expect(pipe(&ends) == 0)
      #expect(throws: TerminalError.notATerminal) {
        try NcursesTerminal(
          palette: NcursesBench.palette,
          environment: TerminalEnvironment(name: "xterm", input: ends[0], output: ends[1]))
      }
      for end in ends { close(end) }
    }
  }

  @Suite struct TerminalEnvironmentTests {
    @Test(arguments: [
      (["LANG": "en_GB.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false),
      ([:], false),
      (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], false),
      (["LC_ALL": "", "LANG": "de_DE.utf8"], true),
      (["LC_CTYPE": "UTF-8"], false), (["LC_CTYPE": "ja_JP.eucJP", "LANG": "C.UTF-8"], false),
      (["LC_ALL": "de_DE.UTF-8@euro"], true), (["LANG": "POSIX"], false),
    ])
    func localesAreJudgedByName(_ variables: [String: String], _ isUTF8: Bool) {
      #expect(TerminalEnvironment { variables[$0] }.isUTF8 == isUTF8)
    }

    @Test func emptyNoColorMeansNothing() {
      #expect(!TerminalEnvironment { $0 == "NO_COLOR" ? "" : nil }.refusesColour)
      #expect(TerminalEnvironment { $0 == "NO_COLOR" ? "0" : nil }.refusesColour)
    }
  }
}
