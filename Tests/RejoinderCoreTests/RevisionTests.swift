import RejoinderCore
import Testing

@Suite("Revisions")
struct RevisionTests {
  private static let minute: Int64 = 60_000

  private static func revision(_ text: String, _ minutes: Int64) -> Revision {
    Revision(text: text, modified: Timestamp(milliseconds: minutes * minute))
  }

  @Test("of a text that only grows are two minutes apart")
  func growing() {
    var revisions: [Revision] = []
    var old = Self.revision("a", 0)
    for seconds in 1...600 {
      let new = Revision(
        text: old.text + "a", modified: Timestamp(milliseconds: Int64(seconds) * 1000))
      revisions = revisions.replacing(old, with: new)
      old = new
    }
    #expect(
      revisions.map(\.modified.milliseconds) == [595, 476, 357, 238, 119, 0].map { $0 * 1000 })
  }

  @Test("keep what is taken away at once, and no slip of the fingers")
  func takingAway() {
    let long = Self.revision("A long answer that took an hour to write.", 1)
    let revisions = [Self.revision("A", 1)].replacing(long, with: Self.revision("A", 2))
    #expect(revisions.first == long)
    let slip = Self.revision("A long answer that took an hour to write", 2)
    #expect([Self.revision("A", 1)].replacing(long, with: slip).count == 1)
    #expect([Revision]().replacing(Self.revision(" \n", 1), with: long).isEmpty)
  }

  @Test(
    "are thinned with age, the longest of each stretch stays, and are bounded", arguments: 0..<50)
  func thinning(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let now = Timestamp(milliseconds: 400 * 24 * 60 * Self.minute)
    let spans: [UInt64] = [60, 24 * 60, 30 * 24 * 60, 400 * 24 * 60]
    let all: [Revision] = (0..<500).map { index in
      let age = Int64(random.next() % spans[index % 4]) * Self.minute
      let text = String(repeating: "x", count: Int(random.next() % 100))
      return Revision(text: text, modified: now.advanced(by: -age))
    }
    let thinned = all.thinned(at: now)
    #expect(thinned.count <= [Revision].revisionLimit)
    #expect(thinned == thinned.sorted { $0.modified > $1.modified })
    #expect(thinned.thinned(at: now) == thinned)
    #expect(Set(thinned).isSubset(of: Set(all)))
    // The longest text of the last day but the last hour is still there, if there is room.
    let day = all.filter {
      let age = (now.milliseconds - $0.modified.milliseconds) / Self.minute
      return age >= 60 && age < 24 * 60
    }
    if let longest = day.map(\.text.count).max(), thinned.count < [Revision].revisionLimit {
      #expect(thinned.contains { $0.text.count == longest })
    }
  }
}
