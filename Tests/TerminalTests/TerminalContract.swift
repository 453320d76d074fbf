import Glibc
import NcursesTerminal
import RejoinderCore
import TerminalKit
import Testing
import VirtualTerminal

/// ncurses has one terminal in a process: the suites that open it run one after the other.
@Suite(.serialized) enum OneTerminal {}

extension OneTerminal {
  /// What every ``Terminal`` promises.
  @Suite(.serialized) struct TerminalContract {
    private static let size = Size(columns: 20, rows: 5)

    /// Collects what the terminal reports until `count` events are there.
    private func events(_ terminal: any Terminal, count: Int) -> [TerminalEvent] {
      var events: [TerminalEvent] = []
      while events.count < count {
        let more = terminal.wait(timeout: VirtualTerminal.patience, wakeDescriptor: nil)
        if more.isEmpty { return events }
        events += more
      }
      return events
    }

    @Test(arguments: BenchKind.allCases)
    func showsExactlyTheScreen(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      var random = SplitMix64(seed: 11)
      // The emulator loses an ASCII letter under a mark where a line wraps: a mark on another letter.
      let words = ["war", " ", "外交", "\u{1ECD}\u{301}", "à", "ที่", "🇫🇷", "—", "“x”", "한", "│", "z"]
      var screen = Screen(size: Self.size)
      for _ in 0..<300 {
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          let row = Int.random(in: 0..<5, using: &random)
          let word = words.randomElement(using: &random) ?? ""
          screen.write(
            word, row: row, column: Int.random(in: 0..<20, using: &random),
            style: StyleID(rawValue: UInt8.random(in: 0...3, using: &random)))
        }
        bench.terminal.present(screen)
        #expect(bench.rows() == (0..<5).map { screen.text(row: $0) })
      }
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func scrollsAndClears(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      for offset in [0, 1, 2, 3, 2, 9, 0] {
        var screen = Screen(size: Self.size)
        for row in 0..<5 { screen.write("line \(row + offset)", row: row, column: 0) }
        bench.terminal.present(screen)
        #expect(bench.rows() == (0..<5).map { "line \($0 + offset)" })
      }
      bench.terminal.present(Screen(size: Self.size))
      #expect(bench.rows() == ["", "", "", "", ""])
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func placesAndHidesTheCursor(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      var screen = Screen(size: Self.size)
      for cursor in [nil, Position(row: 3, column: 7), Position(row: 4, column: 19), nil] {
        screen.cursor = cursor
        bench.terminal.present(screen)
        #expect(bench.cursor() == cursor)
      }
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func fillsTheLastCell(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      var screen = Screen(size: Self.size)
      screen.write("first", row: 0, column: 0)
      screen.write("12345678901234567890", row: 4, column: 0)
      bench.terminal.present(screen)
      #expect(bench.rows() == ["first", "", "", "", "12345678901234567890"])
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func reportsEventsInOrder(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      bench.press("a", "é", "Up", "^D", "M-b", "Enter")
      #expect(
        events(bench.terminal, count: 6)
          == ["a", "é", "Up", "^D", "M-b", "Enter"].compactMap { Key(notation: $0) }
          .map(TerminalEvent.key))
      bench.paste("one\ntwo\tthree")
      bench.press("Esc")
      #expect(
        events(bench.terminal, count: 2) == [.paste("one\ntwo\tthree"), .key(Key(.escape))])
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func takesANewSize(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      var before = Screen(size: Self.size)
      before.write("narrow", row: 4, column: 0)
      bench.terminal.present(before)
      for size in [
        Size(columns: 30, rows: 7), Size(columns: 4, rows: 2), Size(columns: 1, rows: 1),
      ] {
        bench.resize(to: size)
        #expect(events(bench.terminal, count: 1) == [.resized(size)])
        #expect(bench.terminal.size == size)
        var screen = Screen(size: size)
        screen.write("\(size.columns)外", row: size.rows - 1, column: 0)
        bench.terminal.present(screen)
        #expect(bench.rows() == (0..<size.rows).map { screen.text(row: $0) })
      }
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func screenOfAnotherSizeIsHarmless(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      for size in [
        Size(columns: 50, rows: 9), Size(columns: 3, rows: 2), Size(columns: 0, rows: 0),
      ] {
        var screen = Screen(size: size)
        for row in 0..<size.rows { screen.write("外外外外外外外外外外外外", row: row, column: 1) }
        screen.cursor = Position(row: 8, column: 49)
        bench.terminal.present(screen)
      }
      var last = Screen(size: Self.size)
      last.write("fits", row: 1, column: 0)
      bench.terminal.present(last)
      #expect(bench.rows() == ["", "fits", "", "", ""])
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func aWaitEnds(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      #expect(bench.terminal.wait(timeout: 0, wakeDescriptor: nil) == [])
      #expect(bench.terminal.wait(timeout: 5, wakeDescriptor: nil) == [])
      var pipeEnds: [Int32] = [0, 0]
      #expect(pipe(&pipeEnds) == 0)
      #expect(bench.terminal.wait(timeout: 0, wakeDescriptor: pipeEnds[0]) == [])
      #expect(write(pipeEnds[1], "!", 1) == 1)
      // Not read: it is still readable.
      #expect(bench.terminal.wait(timeout: nil, wakeDescriptor: pipeEnds[0]) == [.woken])
      #expect(bench.terminal.wait(timeout: nil, wakeDescriptor: pipeEnds[0]) == [.woken])
      for end in pipeEnds { Glibc.close(end) }
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func controlSequencesLeaveTheScreen(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      var screen = Screen(size: Self.size)
      screen.write("stays", row: 1, column: 2)
      screen.cursor = Position(row: 1, column: 7)
      bench.terminal.present(screen)
      bench.terminal.send(Array("\u{1B}]52;c;YWJj\u{7}".utf8))
      bench.terminal.ring()
      #expect(bench.rows() == ["", "  stays", "", "", ""])
      #expect(bench.cursor() == screen.cursor)
      #expect(bench.bellCount() == 1)
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func isLentAndTakenBack(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      var screen = Screen(size: Self.size)
      screen.write("before", row: 2, column: 3, style: StyleID(rawValue: 1))
      bench.terminal.present(screen)
      var hasRun = false
      bench.terminal.lend {
        hasRun = true
        if let bench = bench as? NcursesBench {
          _ = write(bench.emulator.programSide, "\u{1B}[2;2Hgarbage\u{1B}[31m", 19)
        }
      }
      #expect(hasRun)
      #expect(bench.rows() == ["", "", "   before", "", ""])
      screen.write("after", row: 3, column: 0)
      bench.terminal.present(screen)
      #expect(bench.rows() == ["", "", "   before", "after", ""])
      bench.press("x")
      #expect(events(bench.terminal, count: 1) == [.key(Key("x"))])
      bench.terminal.close()
    }

    @Test(arguments: BenchKind.allCases)
    func isSilentOnceClosed(_ kind: BenchKind) throws {
      let bench = try kind.bench(Self.size)
      bench.terminal.close()
      bench.terminal.close()
      let before = bench.rows()
      var screen = Screen(size: Self.size)
      screen.write("too late", row: 0, column: 0)
      bench.terminal.present(screen)
      bench.terminal.send(Array("\u{1B}]0;late\u{7}".utf8))
      bench.terminal.ring()
      #expect(bench.rows() == before)
      #expect(bench.bellCount() == 0)
      #expect(bench.terminal.wait(timeout: nil, wakeDescriptor: nil) == [.closed])
      var hasRun = false
      bench.terminal.lend { hasRun = true }
      #expect(hasRun)
    }
  }
}
