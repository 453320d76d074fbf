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

  /// The revisions after texts that were saved one after another.
  private static func revisions(saving texts: [String], every seconds: Int64 = 2) -> [Revision] {
    let saved = texts.enumerated().map {
      Revision(text: $1, modified: Timestamp(milliseconds: Int64($0) * seconds * 1000))
    }
    return zip(saved, saved.dropFirst()).reduce([]) { $0.replacing($1.0, with: $1.1) }
  }

  private static let words = (1...13).map { "word\($0) " }

  /// What stood when so many of the words were typed.
  private static func typed(_ count: Int) -> String { words.prefix(count).joined() }

  @Test("keep what is taken away at once")
  func takingAway() {
    let long = Self.revision("A long answer that took an hour to write.", 1)
    let revisions = [Self.revision("A", 0)].replacing(long, with: Self.revision("A", 2))
    #expect(revisions.first == long)
    #expect([Revision]().replacing(Self.revision(" \n", 1), with: long).isEmpty)
  }

  @Test("keep the words that many small removals took away")
  func manySmallRemovals() {
    let texts = (1...13).map(Self.typed) + (0...12).reversed().map(Self.typed)
    let revisions = Self.revisions(saving: texts)
    #expect(revisions.map(\.text).contains(Self.typed(13)))
    // One text for all of it, and not one for every word.
    #expect(revisions.count == 2)
  }

  /// Each removal is followed by a letter, so that no text is a beginning of the one before.
  @Test("keep the words that were taken away one by one while others were typed")
  func removalsBetweenLetters() {
    let removals = (0...12).reversed().flatMap { [Self.typed($0), Self.typed($0) + "x"] }
    let revisions = Self.revisions(saving: (1...13).map(Self.typed) + removals, every: 1)
    #expect(revisions.map(\.text).contains(Self.typed(13)))
  }

  @Test("keep the words that were replaced one by one with longer ones")
  func replacements() {
    let texts = (0...13).map { count in
      Self.words.enumerated().map { $0 < count ? "another-\($0) " : $1 }.joined()
    }
    let revisions = Self.revisions(saving: (1...13).map(Self.typed) + texts, every: 1)
    // But for what one correction may take.
    for word in Self.words.dropFirst(4) {
      #expect(revisions.contains { $0.text.contains(word) }, "\(word)")
    }
  }

  @Test("are not used up by slips of the fingers")
  func slips() {
    var texts: [String] = []
    for count in 1...300 {
      let text = String(repeating: "the ", count: count)
      texts += [text + "teh", text + "t"]
    }
    // Ten minutes of typing: five that time makes, and some for a dozen corrections each.
    #expect(Self.revisions(saving: texts, every: 1).count < 40)
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
