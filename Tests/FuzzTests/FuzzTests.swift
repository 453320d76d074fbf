import FoundationEssentials
import FuzzTargets
import Testing

/// What fuzzing began with and what it found, fed again: a finding that was mended stays mended.
@Suite struct FuzzTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Fuzz/"

  private static func files(of target: FuzzTarget) -> [String] {
    ["Seeds", "Findings"].flatMap { kind in
      let folder = Self.folder + kind + "/" + target.rawValue
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.sorted().map { folder + "/" + $0 }
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func holdsForSeedsAndFindings(target: FuzzTarget) throws {
    let files = Self.files(of: target)
    #expect(!files.isEmpty, "no seeds")
    for file in files {
      let bytes = try #require(FileManager.default.contents(atPath: file))
      let fault = target.fault(in: Array(bytes))
      #expect(fault == nil, "\(file)")
    }
  }
}
