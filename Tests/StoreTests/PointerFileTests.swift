import FoundationEssentials
import Testing

@testable import Store

/// A pointer is read by hand, as the place is; it must not be read otherwise than `Codable` would.
@Suite struct PointerFileTests {
  @Test(arguments: [
    "\"essay\": 4", "\"essay\": null", "\"essay\": \"\"", "\"key\": \"file:/a\"", "\"key\": null",
    "\"key\": 3", "\"key\": []", "\"schemaVersion\": \"2\"", "\"schemaVersion\": 2.5",
    "\"mood\": \"new\"",
  ])
  func isReadAsCodableReadsIt(field: String) throws {
    let name = try #require(field.split(separator: ":").first)
    let usual = ["\"schemaVersion\": 2", "\"essay\": \"4d62\""]
    let json = "{" + (usual.filter { !$0.hasPrefix(name) } + [field]).joined(separator: ", ") + "}"
    let members = try #require(JSONValue(parsing: Array(json.utf8))).members
    let decoded = try? JSONDecoder().decode(PointerFile.self, from: Data(json.utf8))
    #expect(PointerFile.read(members) == decoded)
  }

  @Test func theUsualFilesAreReadByHand() {
    let usual: JSONFields = ["schemaVersion": .integer(2), "essay": .string("4d62")]
    var withKey = usual
    withKey["key"] = .string("file:/a")
    #expect(PointerFile.read(usual) == PointerFile(essay: "4d62"))
    #expect(PointerFile.read(withKey) == PointerFile(essay: "4d62", key: "file:/a"))
  }
}
