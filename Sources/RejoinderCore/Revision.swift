/// An earlier text of a reply.
public struct Revision: Sendable, Hashable {
  public var text: String
  /// When it was written.
  public var modified: Timestamp
  /// Bytes that were corrected in texts shortly before this one, which it stands in for: they are in
  /// none of the revisions.
  public var corrected: Int

  public init(text: String, modified: Timestamp, corrected: Int = 0) {
    self.text = text
    self.modified = modified
    self.corrected = corrected
  }
}

extension Array where Element == Revision {
  /// Revisions that are kept of one reply.
  public static var revisionLimit: Int { 64 }

  private static var minute: Int64 { 60_000 }
  private static var day: Int64 { 24 * 60 * minute }
  /// While a text only grows it is noted down this often.
  private static var interval: Int64 { 2 * minute }
  /// Bytes of a text that corrections may take away without a trace: no more than a few words, and of a
  /// short text no more than a quarter.
  private static func correction(of text: String) -> Int { Swift.min(24, text.utf8.count / 4) }

  /// The revisions, newest first, once `new` has taken the place of `old`.
  ///
  /// A text that only grows, as it does while it is typed, makes a revision every two minutes. One of
  /// which anything is taken away makes one at once, unless the newest holds it: so a text that shrinks
  /// bit by bit keeps what it was before it began to. A revision that was made less than two minutes
  /// after another one gives way to a later one that is no shorter and holds all of it but for a few
  /// bytes; these are counted, so that many corrections in a row cannot take away what none of them
  /// does.
  public func replacing(_ old: Revision, with new: Revision) -> [Revision] {
    guard !old.text.allSatisfy(\.isWhitespace), old.text != new.text else { return self }
    guard let latest = first else { return [old] }
    let isGrowing = new.text.holds(old.text)
    if isGrowing, new.modified.milliseconds(since: latest.modified) < Self.interval { return self }
    if latest.text.holds(old.text) { return self }
    var kept = self
    var added = old
    let corrected = latest.corrected + old.text.bytesLacking(of: latest.text)
    if count > 1, corrected <= Self.correction(of: latest.text),
      old.text.utf8.count >= latest.text.utf8.count,
      old.modified.milliseconds(since: self[1].modified) < Self.interval
    {
      kept.removeFirst()
      added.corrected = corrected
    }
    return kept.joined(with: [added]).thinned(at: new.modified)
  }

  /// All revisions of both, newest first, each once.
  public func joined(with others: [Revision]) -> [Revision] {
    var seen: Set<[UInt8]> = []
    return (self + others).sorted {
      if $0.modified != $1.modified { return $0.modified > $1.modified }
      if $0.text.utf8.elementsEqual($1.text.utf8) { return $0.corrected > $1.corrected }
      return $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
    .filter { seen.insert(Swift.Array("\($0.modified.milliseconds) \($0.text)".utf8)).inserted }
  }

  /// What is kept of them: all of the last hour, then the longest of every ten minutes of a day, of
  /// every day of a month and of every month, and in all no more than ``revisionLimit``.
  public func thinned(at now: Timestamp) -> [Revision] {
    var longest: [Span: Revision] = [:]
    for revision in self {
      let span = Span(of: revision.modified, at: now)
      if let known = longest[span], known.text.utf8.count >= revision.text.utf8.count { continue }
      longest[span] = revision
    }
    return Swift.Array(longest.values).joined(with: []).prefix(Self.revisionLimit).map(\.self)
  }

  /// A stretch of time of which one revision is kept.
  private struct Span: Hashable {
    var length: Int64
    var number: Int64

    init(of time: Timestamp, at now: Timestamp) {
      let age = now.milliseconds(since: time)
      length =
        switch age {
        case ..<(60 * minute): 1
        case ..<day: 10 * minute
        case ..<(30 * day): day
        default: 30 * day
        }
      number = time.milliseconds / length
    }
  }
}

extension String {
  /// Whether `other` is this text, or what is left of it when something is taken away in one place.
  public func holds(_ other: String) -> Bool { bytesLacking(of: other) == 0 }

  /// How many bytes of `other` are not in this text, if the two differ in one place.
  fileprivate func bytesLacking(of other: String) -> Int {
    let (mine, theirs) = (Array(utf8), Array(other.utf8))
    let before = zip(mine, theirs).prefix { $0 == $1 }.count
    let after = zip(mine.dropFirst(before).reversed(), theirs.dropFirst(before).reversed())
      .prefix { $0 == $1 }.count
    return theirs.count - before - after
  }
}
