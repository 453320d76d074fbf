import RejoinderCore
import Testing

@Suite("Merging")
struct MergeTests {
  // MARK: Properties

  @Test("of annotations is commutative, associative and idempotent", arguments: 0..<300)
  func annotationLaws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
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
    var random = SplitMix64(seed: seed)
    let sets = (0..<3).map { _ in Self.replies(&random) }
    let (a, b, c) = (sets[0], sets[1], sets[2])
    #expect(Self.bytes(merge(a, b)) == Self.bytes(merge(b, a)))
    #expect(Self.bytes(merge(merge(a, b), c)) == Self.bytes(merge(a, merge(b, c))))
    let once = merge(a, b)
    #expect(Self.bytes(merge(once, once)) == Self.bytes(once))
  }

  @Test("loses no identifier and no receipt", arguments: 0..<100)
  func keepsAll(seed: UInt64) {
    var random = SplitMix64(seed: seed)
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

  // MARK: Texts of two sessions

  @Test("keeps both texts where both sides wrote, and names them alike everywhere")
  func conflict() throws {
    let start = Self.reply("r", "start", 1)
    let theirs = Self.changed(start, "theirs", by: "b", 2)
    let mine = Self.changed(start, "mine", by: "a", 3)
    #expect(merge([mine], [theirs]).map(\.text) == ["theirs", "mine"])
    let parted = separated(merge([theirs], [start, mine]))
    #expect(parted == separated(merge([mine], [theirs])))
    #expect(parted.count == 2)
    let kept = try #require(parted.first { $0.id == "r" })
    #expect(kept.text == "mine")
    #expect(kept.versions.covers(theirs.versions))
    let other = try #require(parted.first { $0.id != "r" })
    #expect(other.text == "theirs")
    #expect(other.conflictsWith == "r")
    // Going on from there is no conflict any more, although an old copy comes back.
    let next = Self.changed(kept, "mine and more", by: "a", 4)
    #expect(
      Set(separated(merge(parted + [next], [theirs, mine])).map(\.text)) == [
        "mine and more", "theirs",
      ])
  }

  @Test("makes no copy without a conflict")
  func noConflict() {
    let start = Self.reply("r", "start", 1)
    let next = Self.changed(start, "next", by: "a", 2)
    #expect(merge([start], [next]) == [next])
    // Two sessions that wrote the same words.
    let same = Self.changed(start, "next", by: "b", 2)
    #expect(separated(merge([next], [same])).map(\.text) == ["next"])
    // A version from before there were version vectors.
    #expect(
      merge([Self.reply("r", "newer", 9)], [Self.reply("r", "older", 8)]).map(\.text) == ["newer"])
  }

  @Test("does not delete what the other session wrote since")
  func deletion() {
    let start = Self.reply("r", "start", 1)
    var deleted = Self.changed(start, "start", by: "a", 3)
    deleted.isDeleted = true
    let more = Self.changed(start, "start and more", by: "b", 2)
    let parted = separated(merge([deleted], [more]))
    #expect(parted.map(\.text) == ["start and more"])
    #expect(parted.map(\.isDeleted) == [false])
    #expect(separated(merge([deleted], [start])) == [deleted])
  }

  @Test("lets whoever writes keep the identifier, whatever the clocks say")
  func writing() {
    let start = Self.reply("r", "start", 1)
    let theirs = Self.changed(start, "theirs", by: "b", 90)
    let mine = Self.changed(start, "mine", by: "a", 3)
    let parted = separated(merge([theirs], written([mine], onto: [theirs])))
    #expect(parted.first { $0.id == "r" }?.text == "mine")
    // A later version needs no later time.
    #expect(
      written([Self.changed(theirs, "next", by: "a", 5)], onto: [theirs])[0].modified.milliseconds
        == 5)
  }

  /// Two libraries that had settled one conflict each in its own way once lost one of the texts when
  /// they met; so did a library and an edited copy of its own export.
  @Test("keeps both of two texts with the same history")
  func sameHistory() {
    let start = Self.changed(Self.reply("r", "start", 1), "start", by: "a", 1)
    var edited = start
    edited.text = "edited by hand"
    var later = edited
    later.modified = start.modified.advanced(by: 5)
    for other in [edited, later] {
      let parted = separated(merge([start], [other]))
      #expect(Set(parted.map(\.text)) == ["start", "edited by hand"])
      #expect(parted == separated(merge([other], [start])))
      #expect(separated(merge(parted, [start])) == parted)
    }
    // Words stand against a tombstone with the same history, and the same words make no second text.
    var deleted = start
    deleted.isDeleted = true
    deleted.modified = start.modified.advanced(by: 5)
    #expect(merge([start], [deleted]) == [start])
    var touched = start
    touched.modified = start.modified.advanced(by: 5)
    #expect(merge([start], [touched]) == [touched])
  }

  /// Records of schema version 1 do not say what they were made from: times decide, as they did.
  @Test("lets times decide between versions without a history, unless they are the same")
  func noHistory() {
    let (old, new) = (Self.reply("r", "older", 8), Self.reply("r", "newer", 9))
    #expect(merge([old], [new]) == [new])
    let other = Self.reply("r", "other", 9)
    #expect(Set(separated(merge([other], [new])).map(\.text)) == ["newer", "other"])
  }

  /// A copy once carried the receipts of all versions, and said that words had been sent that never were.
  @Test("gives a copy no receipts, and loses none")
  func receipts() throws {
    let start = Self.reply("r", "start", 1)
    var mine = Self.changed(start, "mine", by: "a", 3)
    mine.receipts = [Receipt(destination: "file", detail: "x", sent: mine.modified)]
    let theirs = Self.changed(start, "theirs", by: "b", 2)
    let parted = separated(merge([mine], [theirs]))
    #expect(try #require(parted.first { $0.id == "r" }).receipts == mine.receipts)
    #expect(try #require(parted.first { $0.id != "r" }).receipts.isEmpty)
  }

  /// A version with the same words about other claims was once dropped.
  @Test("keeps the same words about other passages")
  func otherPassages() {
    let anchors = ["p", "q"].map {
      Anchor(quote: $0, prefix: "", suffix: "", position: Passage(0..<1))
    }
    var (mine, theirs) = (Self.reply("r", "start", 1), Self.reply("r", "start", 1))
    mine.claims = [anchors[0]]
    theirs.claims = [anchors[1]]
    mine = Self.changed(mine, "words", by: "a", 3)
    theirs = Self.changed(theirs, "words", by: "b", 3)
    #expect(Set(separated(merge([mine], [theirs])).map(\.claims)) == [[anchors[0]], [anchors[1]]])
    var (here, there) = (Self.note("n", "words", 3), Self.note("n", "words", 3))
    (here.versions, there.versions) = (mine.versions, theirs.versions)
    there.anchor = anchors[0]
    #expect(separated(merge([here], [there])).count == 2)
  }

  /// Libraries in which a conflict is settled by hand, some by changing a file and not its history.
  @Test("loses no words where histories are the same", arguments: 0..<300)
  func sharedHistories(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let start = Self.changed(Self.reply("r", "start", 0), "start", by: "a", 1)
    var libraries = (0..<3).map { _ in [start] }
    var replaced: Set<String> = []
    var written: Set<String> = ["start"]
    for step in 1...12 {
      let mine = Int.random(in: 0..<3, using: &random)
      let old = libraries[mine].filter { !$0.isDeleted }.randomElement(using: &random)
      switch (Int.random(in: 0..<3, using: &random), old) {
      case (0, _), (_, nil):
        let other = libraries[Int.random(in: 0..<3, using: &random)]
        libraries[mine] = separated(
          merge(libraries[mine], Self.brought(other, to: libraries[mine], &random)))
      case (1, let old?):
        // A deletion takes words away on purpose.
        var new = Self.changed(old, old.text, by: "\(mine)", Int64(random.next() % 20))
        new.isDeleted = true
        libraries[mine] = libraries[mine].filter { $0.id != old.id } + [new]
        replaced.insert(old.text)
      case (_, let old?):
        let new = Self.changed(old, "\(mine): \(step)", by: "\(mine)", Int64(random.next() % 20))
        libraries[mine] = libraries[mine].filter { $0.id != old.id } + [new]
        replaced.insert(old.text)
        written.insert(new.text)
      }
    }
    for mine in 0..<3 {
      guard let index = libraries[mine].indices.randomElement(using: &random),
        !libraries[mine][index].isDeleted
      else { continue }
      replaced.insert(libraries[mine][index].text)
      libraries[mine][index].text = "\(mine): by hand"
      written.insert("\(mine): by hand")
    }
    // A version that was made from one knows nothing of what was done to that by hand.
    let all = libraries.reduce([]) { merge($0, $1) }
    let known = libraries.flatMap(\.self)
    let orders = [[0, 1, 2], [2, 1, 0], [1, 0, 2]].map { order in
      Self.bytes(order.reduce([]) { merge($0, libraries[$1]) })
    }
    #expect(Set(orders) == [Self.bytes(all)])
    let kept = Set(separated(all).filter { !$0.isDeleted }.map(\.text))
    let lost = written.subtracting(replaced).subtracting(kept).filter { text in
      !known.contains { version in
        version.text == text
          && known.contains {
            $0.id == version.id && $0.versions != version.versions
              && $0.versions.covers(version.versions)
          }
      }
    }
    #expect(lost.isEmpty)
    #expect(separated(separated(all)) == separated(all))
  }

  /// Records as they come from another library, now and then as a session would write them.
  private static func brought(
    _ records: [Reply], to stored: [Reply], _ random: inout SplitMix64
  ) -> [Reply] {
    Bool.random(using: &random) ? written(records, onto: stored) : records
  }

  /// Sessions that write, delete and hear of one another in any order.
  @Test("loses no words in random histories", arguments: 0..<300)
  func histories(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var libraries = (0..<3).map { _ in [Self.reply("r", "start", 0)] }
    var replaced: Set<String> = []
    var written: Set<String> = ["start"]
    for step in 1...12 {
      let mine = Int.random(in: 0..<3, using: &random)
      if Bool.random(using: &random) {
        let other = libraries[Int.random(in: 0..<3, using: &random)]
        libraries[mine] = separated(merge(libraries[mine], other))
      } else if let old = libraries[mine].filter({ !$0.isDeleted }).randomElement(using: &random) {
        let text = "\(mine): \(step)"
        let new = Self.changed(old, text, by: "\(mine)", Int64(random.next() % 20))
        libraries[mine] = separated(merge(libraries[mine].filter { $0.id != old.id }, [new]))
        replaced.insert(old.text)
        written.insert(text)
      }
    }
    let all = libraries.reduce([]) { merge($0, $1) }
    let orders = [[0, 1, 2], [2, 1, 0], [1, 0, 2]].map { order in
      Self.bytes(order.reduce([]) { merge($0, libraries[$1]) })
    }
    #expect(Set(orders) == [Self.bytes(all)])
    let kept = Set(separated(all).filter { !$0.isDeleted }.map(\.text))
    #expect(kept.isSuperset(of: written.subtracting(replaced)))
    // What is parted stays so.
    #expect(separated(separated(all)) == separated(all))
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

  private static func changed(
    _ reply: Reply, _ text: String, by session: String, _ modified: Int64
  ) -> Reply {
    var reply = reply
    reply.text = text
    reply.modified = Timestamp(milliseconds: modified)
    reply.versions = reply.versions.noting(
      session, at: max(reply.modified, (reply.versions.changes[session] ?? .zero).advanced(by: 1)))
    return reply
  }

  /// Any version vector, also those that no history could bring about.
  private static func versions(_ random: inout SplitMix64) -> VersionVector {
    let sessions = ["s", "t"].filter { _ in Bool.random(using: &random) }
    return sessions.reduce(.none) {
      $0.noting($1, at: Timestamp(milliseconds: Int64.random(in: 1...2, using: &random)))
    }
  }

  /// Few identifiers, times and texts, so that ties of every sort come up; two of the texts are
  /// canonically equivalent and differ in their bytes.
  private static func annotations(_ random: inout SplitMix64) -> [Annotation] {
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
        isDeleted: Bool.random(using: &random), versions: versions(&random),
        conflictsWith: [nil, "x"][Int.random(in: 0...1, using: &random)])
    }
  }

  private static func replies(_ random: inout SplitMix64) -> [Reply] {
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
        isDeleted: Bool.random(using: &random), receipts: receipts, versions: versions(&random))
    }
  }

  /// A description by bytes: `==` would take canonically equivalent texts for equal.
  private static func bytes(_ records: [some Any]) -> [[UInt8]] {
    records.map { record in
      // A dictionary's order is nobody's business.
      switch record {
      case let reply as Reply: Array("\(reply.ordered)".utf8)
      case let annotation as Annotation: Array("\(annotation.ordered)".utf8)
      default: []
      }
    }
  }
}

extension Reply {
  fileprivate var ordered: [String] {
    var reply = self
    reply.versions = .none
    return [String(reflecting: reply)] + versions.ordered
  }
}

extension Annotation {
  fileprivate var ordered: [String] {
    var annotation = self
    annotation.versions = .none
    return [String(reflecting: annotation)] + versions.ordered
  }
}

extension VersionVector {
  fileprivate var ordered: [String] {
    changes.map { "\($0.key) \($0.value.milliseconds)" }.sorted()
  }
}
