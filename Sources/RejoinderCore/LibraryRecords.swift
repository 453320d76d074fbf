/// Names an essay in a library: the fingerprint of the text with which it came in.
public struct EssayID: Sendable, Hashable {
  public let rawValue: String

  /// `nil` unless `rawValue` is made of 1 to 64 letters, digits and hyphens, so that it can name a
  /// folder.
  public init?(_ rawValue: String) {
    let allowed = rawValue.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D
    }
    guard allowed, (1...64).contains(rawValue.utf8.count) else { return nil }
    self.rawValue = rawValue
  }

  public init(_ fingerprint: Fingerprint) {
    rawValue = fingerprint.digits
  }
}

/// What the reader did to one essay.
public struct EssayRecords: Sendable, Equatable {
  /// Tombstones included.
  public var annotations: [Annotation]
  /// Tombstones included.
  public var replies: [Reply]
  public var place: ReadingPlace?
  /// One sentence for each file that could not be read: what, and what became of it.
  public var problems: [String]
  /// True when a file comes from a newer version of the program; nothing can be recorded then.
  public var isReadOnly: Bool

  public init(
    annotations: [Annotation] = [], replies: [Reply] = [], place: ReadingPlace? = nil,
    problems: [String] = [], isReadOnly: Bool = false
  ) {
    self.annotations = annotations
    self.replies = replies
    self.place = place
    self.problems = problems
    self.isReadOnly = isReadOnly
  }
}

/// Where the reader was.
public struct ReadingPlace: Sendable, Hashable {
  /// First byte on the screen.
  public var top: Int
  /// Start of the sentence or claim under the cursor.
  public var focus: Int?
  /// Furthest byte that was on the screen.
  public var furthest: Int
  /// How many claims were highlighted.
  public var level: HighlightLevel
  public var seen: Timestamp

  public init(
    top: Int, focus: Int?, furthest: Int, level: HighlightLevel = .usual, seen: Timestamp
  ) {
    self.top = top
    self.focus = focus
    self.furthest = furthest
    self.level = level
    self.seen = seen
  }
}

/// One line of the library's list.
public struct EssaySummary: Sendable, Hashable, Identifiable {
  public var id: EssayID
  public var title: String
  public var author: String?
  public var source: EssaySource
  public var words: Int
  /// 0 to 1.
  public var progress: Double
  /// Claims cited in a draft or answered by a counterargument of the reader's.
  public var claimsAnswered: Int
  public var drafts: Int
  public var lastRead: Timestamp

  public init(
    id: EssayID, title: String, author: String?, source: EssaySource, words: Int, progress: Double,
    claimsAnswered: Int, drafts: Int, lastRead: Timestamp
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.source = source
    self.words = words
    self.progress = progress
    self.claimsAnswered = claimsAnswered
    self.drafts = drafts
    self.lastRead = lastRead
  }
}
