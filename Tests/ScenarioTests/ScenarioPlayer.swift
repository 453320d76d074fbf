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
    var (showsLibrary, isEdited) = (false, false)
    for (number, steps) in sessions.enumerated() {
      let terminal = ScriptedTerminal(size: size, steps: steps, clock: clock)
      let session = ReadingSession(
        library: library, environment: SessionEnvironment(entries: [], folder: "/"))
      let opening = showsLibrary ? nil : try open(in: session, isEdited: isEdited)
      try session.run(
        opening, keyMap: .standard, seed: UInt64(number + 1), clock: { clock.now },
        elapsed: { clock.now }, stop: {},
        queue: { _ in .immediate }, openTerminal: { terminal })
      outcome.shots += terminal.shots
      outcome.faults += terminal.faults
      size = terminal.size
      switch steps.last {
      case .restart(let library)?: showsLibrary = library
      case .restartEdited?: (showsLibrary, isEdited) = (false, true)
      default: break
      }
    }
    return outcome
  }

  /// The essay, or what became of the same file when somebody had edited it.
  private func open(
    in session: ReadingSession, isEdited: Bool
  ) throws -> ReadingSession.Opening {
    let original = try session.open(EssayInput(path: scenario.essay, folder: "/"))
    guard isEdited else { return original }
    let input = try EssayInput(path: scenario.folder + "/edited.txt", folder: "/")
    var essay = try session.open(input).essay
    essay.metadata.source = original.essay.metadata.source
    return ReadingSession.Opening(
      essay: essay, place: original.place, pending: PendingEssay(essay))
  }

  /// The steps, cut after each restart.
  private var sessions: [ArraySlice<Step>] {
    var sessions: [ArraySlice<Step>] = []
    var start = 0
    for (index, step) in scenario.steps.enumerated() {
      if step.isRestart {
        sessions.append(scenario.steps[start...index])
        start = index + 1
      }
    }
    return sessions + [scenario.steps[start...]]
  }
}

extension Step {
  fileprivate var isRestart: Bool {
    switch self {
    case .restart, .restartEdited: true
    default: false
    }
  }
}
