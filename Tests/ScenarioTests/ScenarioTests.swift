import FoundationEssentials
import TerminalKit
import Testing

/// Every scenario at every size shows the recorded screens.
///
/// `REJOINDER_RECORD=1` writes them anew and fails, so that somebody looks at them.
@Suite struct ScenarioTests {
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["REJOINDER_RECORD"] == "1"
  }

  @Test(arguments: try Scenario.all(), Scenario.sizes)
  func showsTheRecordedScreens(_ scenario: Scenario, size: Size) throws {
    let outcome = try ScenarioPlayer(scenario: scenario, size: size).play()
    #expect(outcome.faults.isEmpty)
    #expect(!outcome.shots.isEmpty, "a scenario without a @shot shows nothing")

    let ending = ".\(size.columns)x\(size.rows).screen"
    let names = outcome.shots.map(\.name)
    #expect(Set(names).count == names.count, "two shots have one name")
    var recorded = 0
    for (name, screen) in outcome.shots {
      let golden = GoldenScreen(path: scenario.folder + "/" + name + ending)
      if !Self.isRecording {
        compare(screen, with: golden)
      } else if try golden.record(screen) {
        recorded += 1
      }
    }
    if recorded > 0 { Issue.record("recorded \(recorded) screens of \(scenario.name)\(ending)") }
    try checkForLeftovers(in: scenario, ending: ending, expecting: Set(names.map { $0 + ending }))
  }

  private func compare(_ screen: Screen, with golden: GoldenScreen) {
    let shown = GoldenScreen.text(of: screen)
    guard let expected = golden.recorded else {
      Issue.record("\(golden.path) is not recorded yet: make test RECORD=1")
      return
    }
    if let difference = GoldenScreen.difference(expected: expected, actual: shown) {
      Issue.record("\(golden.path)\n\(difference)\n\(shown)")
    }
  }

  /// A screen that no shot takes any more would never fail again.
  private func checkForLeftovers(
    in scenario: Scenario, ending: String, expecting names: Set<String>
  ) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: scenario.folder)
    for file in files where file.hasSuffix(ending) && !names.contains(file) {
      if Self.isRecording {
        try FileManager.default.removeItem(atPath: scenario.folder + "/" + file)
      }
      Issue.record("no shot is called \(file)")
    }
  }

  /// One failing test at least, even where every file was as it is recorded.
  @Test func recordingNeverPasses() {
    if Self.isRecording { Issue.record("screens were recorded: look at what has changed") }
  }
}
