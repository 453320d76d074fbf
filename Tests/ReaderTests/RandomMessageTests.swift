import Glibc
import RejoinderCore
import ScreenFaults
import TerminalKit
import Testing

@testable import Reader

/// Whatever happens, in whatever order: no trap, and a sound frame of the right size.
@Suite struct RandomMessageTests {
  @Test(arguments: Soak.seeds(40))
  func nothingThatHappensBreaksAFrame(seed: Int) throws {
    var simulation = try Simulation(seed: seed)
    for _ in 0..<250 {
      let faults = simulation.step()
      guard faults.isEmpty else {
        Issue.record("\(faults.prefix(5)) after \(simulation.history)")
        return
      }
    }
  }

  private static let states = [
    "", "] Tab j Enter", "v w w", ": r e", "/ l a m p Enter", "c", "] r", "? c", "L", "W ]",
    "W W ]",
    "W W W", "t", "^O", "5 0",
  ]

  /// Every width and every height is drawn in one state at least; a soak draws all in each.
  @Test(arguments: states.indices)
  func everySizeHasRoomForSomething(number: Int) throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: Self.states[number])
    let widths = (1...200).map { Size(columns: $0, rows: [1, 12, 13, 24][$0 % 4]) }
    let heights = (1...60).map { Size(columns: [1, 40, 60, 100][$0 % 4], rows: $0) }
    for (index, size) in (widths + heights).enumerated()
    where Soak.factor > 1 || index % Self.states.count == number {
      _ = model.update(.resized(size), at: .zero)
      #expect(model.view().faults(expecting: size).isEmpty, "\(size) after \(Self.states[number])")
    }
  }
}

/// How long the long tests run: a while in `make test`, as long as is asked for in `make soak`.
enum Soak {
  /// How many times as long as usual.
  static var factor: Int {
    guard let value = getenv("REJOINDER_SOAK"), let factor = Int(String(cString: value)) else {
      return 1
    }
    return max(1, factor)
  }

  static func seeds(_ count: Int) -> Range<Int> { 0..<(count * factor) }
}
