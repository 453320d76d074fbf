import ScreenFaults
import TerminalKit
import Testing

/// The check that all frames go through finds what it is there for.
@Suite struct ScreenFaultTests {
  private let size = Size(columns: 6, rows: 2)

  private func screen(_ change: (inout Screen) -> Void) -> [String] {
    var screen = Screen(size: size)
    screen.write("a外b", row: 0, column: 0)
    change(&screen)
    return screen.faults(expecting: size)
  }

  @Test func aSoundFrameHasNone() {
    #expect(screen { $0.cursor = Position(row: 1, column: 5) }.isEmpty)
  }

  @Test func halvesOfWideGlyphsAreFound() {
    #expect(screen { $0[0, 2] = Cell() }.count == 1)
    #expect(screen { $0[0, 1] = Cell() }.count == 1)
    #expect(screen { $0[1, 0].width = 0 }.count == 1)
    #expect(screen { $0[1, 5].width = 2 }.count == 1)
  }

  @Test func aCursorOutsideIsFound() {
    for (row, column) in [(2, 0), (0, 6), (-1, 0), (0, -1)] {
      #expect(screen { $0.cursor = Position(row: row, column: column) }.count == 1)
    }
  }

  @Test func anotherSizeIsFound() {
    #expect(Screen(size: size).faults(expecting: Size(columns: 6, rows: 3)).count == 1)
  }
}
