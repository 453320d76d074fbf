/// An earlier text of a reply.
public struct Revision: Sendable, Hashable {
  public var text: String
  /// When it was written.
  public var modified: Timestamp

  public init(text: String, modified: Timestamp) {
    self.text = text
    self.modified = modified
  }
}

extension Array where Element == Revision {
  /// Revisions that are kept of one reply.
  public static var revisionLimit: Int { 64 }

  private static var minute: Int64 { 60_000 }
  private static var day: Int64 { 24 * 60 * minute }
  /// While a text only grows it is noted down this often.
  private static var interval: Int64 { 2 * minute }
  /// A change that takes away no more than this many bytes is a correction.
  private static var correction: Int { 24 }

  /// The revisions, newest first, once `new` has taken the place of `old`.
  ///
  /// A text that only grows, as it does while it is typed, makes a revision every two minutes. One
  /// of which something is taken away makes one at once.
  public func replacing(_ old: Revision, with new: Revision) -> [Revision] {
    guard !old.text.allSatisfy(\.isWhitespace), old.text != new.text else { return self }
    let isRecent = first.map {
      new.modified.milliseconds(since: $0.modified) < Self.interval
    }
    if isRecent == true, new.text.keeps(old.text, butFor: Self.correction) { return self }
    return joined(with: [old]).thinned(at: new.modified)
  }

  /// All revisions of both, newest first, each once.
  public func joined(with others: [Revision]) -> [Revision] {
    var seen: Set<[UInt8]> = []
    return (self + others).sorted {
      if $0.modified != $1.modified { return $0.modified > $1.modified }
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
  /// Whether all of `old` but a few bytes in one place stands in this text.
  fileprivate func keeps(_ old: String, butFor limit: Int) -> Bool {
    let (mine, theirs) = (Array(utf8), Array(old.utf8))
    let before = zip(mine, theirs).prefix { $0 == $1 }.count
    let after = zip(mine.dropFirst(before).reversed(), theirs.dropFirst(before).reversed())
      .prefix { $0 == $1 }.count
    return before + after + limit >= theirs.count
  }
}
