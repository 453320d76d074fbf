import AnchorEdits
import FoundationEssentials
import RejoinderCore
import Testing

/// Anchors over texts that were edited at random, where the right place of each passage is known.
/// `make eval` measures many more.
@Suite("Anchors in edited texts")
struct AnchorEditTests {
  /// The built-in essay and the one that the scenarios share, from the folders that they lie in.
  private static let essays: [String] = {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    return ["/Resources/data/essay.txt", "/Tests/Scenarios/essay.txt"].compactMap { path in
      try? String(contentsOf: URL(filePath: root + path), encoding: .utf8)
    }
  }()

  /// Each way of editing by itself, so that an easy one does not make up for a hard one.
  private static func measurements() async -> [AnchorMeasurement] {
    await withTaskGroup(of: AnchorMeasurement.self) { group in
      for edit in EditedEssay.Edit.allCases {
        group.addTask {
          var measurement = AnchorMeasurement()
          for seed in 0..<16 {
            measurement.add(
              essays[seed % 2], edit, strength: 1 + seed % 4, passages: 12, seed: UInt64(seed))
          }
          return measurement
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test("are never placed wrongly, and seldom lost")
  func placement() async throws {
    try #require(Self.essays.count == 2)
    var total = AnchorMeasurement()
    for measurement in await Self.measurements() {
      #expect(measurement.findable > 80)
      #expect(measurement.share >= 0.95, "missed: \(measurement.missed)")
      total.join(measurement)
    }
    #expect(total.wrong == [])
    #expect(total.passages == 2304)
    #expect(total.share >= 0.97, "missed: \(total.missed)")
  }

  @Test("are judged by a measurement that knows a wrong place")
  func judgement() {
    let essay = EditedEssay(Self.essays[1], .deletedSentences, strength: 8, seed: 3)
    let passages = essay.passages(60, seed: 1)
    let fates = passages.map { essay.fate(of: $0) }
    #expect(fates.contains { $0.places.isEmpty && !$0.isFindable })
    for (passage, fate) in zip(passages, fates) where fate.isFindable {
      #expect(fate.places.map { essay.edited.string($0) } == [essay.original.string(passage)])
    }
  }
}
