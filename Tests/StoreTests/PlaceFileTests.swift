import FoundationEssentials
import Testing

@testable import Store

/// `place.json` is read by hand, because it is wanted before the first frame; it must not be read otherwise
/// than `Codable` would.
@Suite struct PlaceFileTests {
  static let fields = [
    "\"top\": 4", "\"top\": 4.5", "\"top\": \"4\"", "\"top\": 1e400", "\"focus\": null",
    "\"focus\": 9", "\"focus\": true", "\"level\": 2", "\"level\": []", "\"furthest\": 7",
    "\"furthest\": {}", "\"seen\": 3", "\"seen\": \"\"", "\"mood\": \"new\"",
    "\"schemaVersion\": \"2\"",
  ]

  @Test(arguments: fields)
  func isReadAsCodableReadsIt(field: String) throws {
    let name = try #require(field.split(separator: ":").first)
    let usual = [
      "\"schemaVersion\": 2", "\"top\": 24", "\"focus\": 25", "\"furthest\": 100",
      "\"seen\": \"1970-01-01T00:00:03.000Z\"",
    ]
    let json = "{" + (usual.filter { !$0.hasPrefix(name) } + [field]).joined(separator: ", ") + "}"
    let members = JSONValue(parsing: Array(json.utf8))?.members ?? [:]
    let decoded = try? JSONDecoder().decode(PlaceFile.self, from: Data(json.utf8))
    #expect(PlaceFile.read(members) == decoded)
  }

  @Test func theUsualFileIsReadByHand() throws {
    let place = try #require(
      PlaceFile.read([
        "schemaVersion": .integer(2), "top": .integer(24), "furthest": .integer(100),
        "seen": .string("1970-01-01T00:00:03.000Z"),
      ]))
    #expect(place.top == 24 && place.furthest == 100 && place.focus == nil && place.place != nil)
  }
}
