internal import FoundationEssentials
public import Ingest
public import RejoinderCore

/// A page of our own making, in the style of some site, with the text of its article beside it.
public struct PageSample: Sendable, CustomStringConvertible {
  public let name: String
  public let page: [UInt8]
  public let expected: String
  /// Whether its style was not looked at while the search for articles was made.
  public let isHeldOut: Bool

  public var description: String { name }

  /// `Tests/Pages`, beside this target's own folder.
  private static let folder =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Pages"

  /// Every page, by name.
  public static func all() throws -> [PageSample] {
    let heldOut = Set(
      try String(contentsOf: URL(filePath: folder + "/held-out.list"), encoding: .utf8)
        .split(separator: "\n").map(String.init))
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".html") }
      .map { file in
        let name = String(file.dropLast(5))
        return PageSample(
          name: name, page: Array(try Data(contentsOf: URL(filePath: folder + "/" + file))),
          expected: try String(
            contentsOf: URL(filePath: folder + "/" + name + ".txt"), encoding: .utf8),
          isHeldOut: heldOut.contains(name))
      }
  }

  public func essay() throws(IngestError) -> Essay {
    try EssayParser().essay(from: page, source: .url("https://site.example/" + name))
  }
}

/// How the words of a text agree with those that were expected, each as often as it occurs.
public struct WordAgreement: Sendable {
  /// Of the words found, how many were expected.
  public let precision: Double
  /// Of the words expected, how many were found.
  public let recall: Double

  public init(found: String, expected: String) {
    let found = Self.counts(found)
    let expected = Self.counts(expected)
    let shared = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
    precision = Double(shared) / Double(max(1, found.values.reduce(0, +)))
    recall = Double(shared) / Double(max(1, expected.values.reduce(0, +)))
  }

  private static func counts(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    for word in words { counts[String(word), default: 0] += 1 }
    return counts
  }
}
