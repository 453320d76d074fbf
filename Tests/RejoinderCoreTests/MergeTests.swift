import RejoinderCore
import Testing

@Suite("Merging")
struct MergeTests {
  // MARK: Properties

  @Test("of annotations is commutative, associative and idempotent", arguments: 0..<300)
  func annotationLaws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sets = (0..<3).map { _ in Self.annotations(&random) }
    let (a, b, c) = (sets[0], sets[1], sets[2])
    #expect(Self.bytes(merge(a, b)) == Self.bytes(merge(b, a)))
    #expect(Self.bytes(merge(merge(a, b), c)) == Self.bytes(merge(a, merge(b, c))))
    let once = merge(a, b)
    #expect(Self.bytes(merge(once, once)) == Self.bytes(once))
    #expect(Self.bytes(merge(once, a)) == Self.bytes(once))
  }

  @Test("of replies is commutative, associative and idempotent", arguments: 0..<300)
  func replyLaws(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sets = (0..<3).map { _ in Self.replies(&random) }
    let (a, b, c) = (sets[0], sets[1], sets[2])
    #expect(Self.bytes(merge(a, b)) == Self.bytes(merge(b, a)))
    #expect(Self.bytes(merge(merge(a, b), c)) == Self.bytes(merge(a, merge(b, c))))
    let once = merge(a, b)
    #expect(Self.bytes(merge(once, once)) == Self.bytes(once))
  }

  @Test("loses no identifier and no receipt", arguments: 0..<100)
  func keepsAll(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (a, b) = (Self.annotations(&random), Self.annotations(&random))
    #expect(Set(merge(a, b).map(\.id)) == Set((a + b).map(\.id)))
    let (r, s) = (Self.replies(&random), Self.replies(&random))
    let receipts = Set((r + s).flatMap(\.receipts))
    #expect(Set(merge(r, s).flatMap(\.receipts)) == receipts)
  }

  // MARK: Rules

  @Test("prefers the later change, also a deletion")
  func later() {
    let old = Self.note("a", "old", 1)
    var deleted = Self.note("a", "old", 2)
    deleted.isDeleted = true
    #expect(merge([old], [deleted]) == [deleted])
    #expect(merge([deleted], [Self.note("a", "revived", 3)]) == [Self.note("a", "revived", 3)])
  }

  @Test("prefers the living record of two with one time")
  func living() {
    let note = Self.note("a", "kept", 2)
    var deleted = Self.note("a", "zzz", 2)
    deleted.isDeleted = true
    #expect(merge([deleted], [note]) == [note])
  }

  @Test("orders records by creation")
  func order() {
    var (first, second) = (Self.note("b", "", 9), Self.note("a", "", 8))
    first.created = Timestamp(milliseconds: 1)
    second.created = Timestamp(milliseconds: 2)
    #expect(merge([second], [first]).map(\.id) == ["b", "a"])
  }

  // MARK: Replies of two sessions

  @Test("keeps both texts where both sides wrote")
  func conflict() throws {
    let stored = Self.reply("r", "theirs", 2)
    let mine = Self.reply("r", "mine", 3)
    let outcome = reconcile(mine, with: stored, base: Timestamp(milliseconds: 1))
    #expect(outcome.kept.text == "mine")
    let conflict = try #require(outcome.conflict)
    #expect(conflict.text == "theirs")
    #expect(conflict.id != "r")
    // The same conflict has the same name wherever it is found.
    let again = reconcile(mine, with: stored, base: nil)
    #expect(again.conflict == conflict)
  }

  @Test("makes no copy without a conflict")
  func noConflict() {
    let stored = Self.reply("r", "stored", 2)
    let base = stored.modified
    #expect(reconcile(Self.reply("r", "next", 3), with: stored, base: base).conflict == nil)
    #expect(reconcile(Self.reply("r", "stored", 3), with: stored, base: nil).conflict == nil)
    #expect(reconcile(Self.reply("r", "new", 3), with: nil, base: base).conflict == nil)
    var deleted = stored
    deleted.isDeleted = true
    #expect(reconcile(Self.reply("r", "mine", 3), with: deleted, base: .zero).conflict == nil)
  }

  @Test("does not delete what the other session wrote since")
  func deletion() {
    var mine = Self.reply("r", "start", 3)
    mine.isDeleted = true
    let stored = Self.reply("r", "start and more", 2)
    #expect(reconcile(mine, with: stored, base: .zero).conflict?.text == "start and more")
    #expect(reconcile(mine, with: stored, base: stored.modified).conflict == nil)
  }

  // MARK: Random records

  private static func note(_ id: String, _ text: String, _ modified: Int64) -> Annotation {
    Annotation(
      id: id, anchor: Anchor(quote: "q", prefix: "", suffix: "", position: Passage(0..<1)),
      body: .note(text), created: .zero, modified: Timestamp(milliseconds: modified))
  }

  private static func reply(_ id: String, _ text: String, _ modified: Int64) -> Reply {
    Reply(
      id: id, text: text, claims: [], created: .zero, modified: Timestamp(milliseconds: modified))
  }

  /// Few identifiers, times and texts, so that ties of every sort come up; two of the texts are
  /// canonically equivalent and differ in their bytes.
  private static func annotations(_ random: inout SeededGenerator) -> [Annotation] {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in
      let texts = ["é", "e\u{301}", "", "text"]
      let text = texts[Int.random(in: 0..<4, using: &random)]
      let bodies: [Annotation.Body] = [
        .note(text), .counterargument(attack: .rebuttal, text: text, source: nil),
        .counterargument(attack: .rebuttal, text: text, source: ""), .decision(.accepted),
        .decision(.retyped(role: .claim, kind: .fact)), .mark(kind: .value),
        .assessment(Assessment(counterargument: text, rating: 1)),
      ]
      let start = Int.random(in: 0...1, using: &random)
      return Annotation(
        id: ["a", "b", "c"][Int.random(in: 0..<3, using: &random)],
        anchor: Anchor(quote: text, prefix: "", suffix: "", position: Passage(start..<2)),
        body: bodies[Int.random(in: 0..<bodies.count, using: &random)],
        created: Timestamp(milliseconds: Int64.random(in: 0...1, using: &random)),
        modified: Timestamp(milliseconds: Int64.random(in: 0...2, using: &random)),
        isDeleted: Bool.random(using: &random))
    }
  }

  private static func replies(_ random: inout SeededGenerator) -> [Reply] {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let receipts = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Receipt(
          destination: "file", detail: ["x", "y"][Int.random(in: 0...1, using: &random)],
          sent: Timestamp(milliseconds: Int64.random(in: 0...1, using: &random)))
      }
      return Reply(
        id: ["a", "b"][Int.random(in: 0...1, using: &random)],
        text: ["é", "e\u{301}", "text"][Int.random(in: 0...2, using: &random)], claims: [],
        created: .zero, modified: Timestamp(milliseconds: Int64.random(in: 0...2, using: &random)),
        isDeleted: Bool.random(using: &random), receipts: receipts)
    }
  }

  /// A description by bytes: `==` would take canonically equivalent texts for equal.
  private static func bytes(_ records: [some Any]) -> [[UInt8]] {
    records.map { Array(String(reflecting: $0).utf8) }
  }
}
