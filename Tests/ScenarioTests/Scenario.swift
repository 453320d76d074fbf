import FoundationEssentials
import RejoinderCore
import Store
import TerminalKit
import Testing

@testable import Application

/// A folder below `Tests/Scenarios`: an essay, the keys of a session, and the screens it must show.
///
/// Without an essay of its own (`essay.txt`, `.md`, `.html`) it reads the one that all share; `pack.json` is an argument pack
/// that lies in the library from the start.
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String
  let steps: [Step]
  let essay: String
  let packs: [ArgumentPack]

  static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 132, rows: 43),
  ]

  var folder: String { Self.root + "/" + name }
  var testDescription: String { name }

  /// `Tests/Scenarios`, beside this target's own folder.
  static let root =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    + "/Scenarios"

  /// Every folder with a `keys.txt`.
  static func all() throws -> [Scenario] {
    try FileManager.default.contentsOfDirectory(atPath: root).sorted()
      .filter { FileManager.default.fileExists(atPath: root + "/" + $0 + "/keys.txt") }
      .map(Scenario.init(named:))
  }

  init(named name: String) throws {
    self.name = name
    let folder = Self.root + "/" + name
    let own = ["txt", "md", "html"].map { folder + "/essay." + $0 }
      .first { FileManager.default.fileExists(atPath: $0) }
    essay = own ?? Self.root + "/essay.txt"
    let pack = FileManager.default.contents(atPath: folder + "/pack.json")
    packs = try pack.map { [try ArgumentPack(json: $0)] } ?? []
    let keys = try String(contentsOf: URL(filePath: folder + "/keys.txt"), encoding: .utf8)
    steps = try ScriptReader.steps(in: keys)
  }
}
