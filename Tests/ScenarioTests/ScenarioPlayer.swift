import Reader
import RejoinderCore
import Store
import TerminalKit

@testable import Application

/// Plays a scenario through the real loop, with the real analysis and a library in memory.
struct ScenarioPlayer {
  /// What came of it.
  struct Outcome {
    var shots: [(name: String, screen: Screen)] = []
    /// Frames that must never be.
    var faults: [String] = []
  }

  let scenario: Scenario
  let size: Size

  func play() throws -> Outcome {
    let library = InMemoryLibrary(packs: scenario.packs)
    let clock = ScriptedClock()
    var outcome = Outcome()
    var size = size
    var showsLibrary = false
    for (number, steps) in sessions.enumerated() {
      let terminal = ScriptedTerminal(size: size, steps: steps, clock: clock)
      let session = ReadingSession(
        library: library, environment: SessionEnvironment(variables: [:], folder: "/"))
      let opening =
        showsLibrary ? nil : try session.open(EssayInput(path: scenario.essay, folder: "/"))
      try session.run(
        opening, keyMap: .standard, seed: UInt64(number + 1), clock: { clock.now },
        elapsed: { clock.now }, stop: {},
        queue: { _ in .immediate }, openTerminal: { terminal })
      outcome.shots += terminal.shots
      outcome.faults += terminal.faults
      size = terminal.size
      if case .restart(let library)? = steps.last { showsLibrary = library }
    }
    return outcome
  }

  /// The steps, cut after each restart.
  private var sessions: [ArraySlice<Step>] {
    var sessions: [ArraySlice<Step>] = []
    var start = 0
    for (index, step) in scenario.steps.enumerated() {
      if case .restart = step {
        sessions.append(scenario.steps[start...index])
        start = index + 1
      }
    }
    return sessions + [scenario.steps[start...]]
  }
}
