/// A span of an essay's canonical text, in UTF-8 byte offsets; `end` is exclusive.
public struct Passage: Sendable, Hashable, Comparable, Codable {
  public var start: Int
  public var end: Int

  /// An empty passage results when `end` lies before `start`.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  public static let empty = Passage(start: 0, end: 0)

  public var range: Range<Int> { start..<end }
  public var count: Int { end - start }
  public var isEmpty: Bool { start == end }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  public func overlaps(_ other: Passage) -> Bool { start < other.end && other.start < end }

  /// How many bytes both passages cover.
  public func overlap(with other: Passage) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }

  /// Whether the passages are about the same words: the shared part makes up at least half of each.
  public func matches(_ other: Passage) -> Bool {
    let shared = overlap(with: other)
    // Offsets may come from anywhere, so nothing is multiplied: it might not fit.
    return shared > 0 && shared >= count - shared && shared >= other.count - shared
  }

  /// Passages are ordered by where they start; of two that start together the shorter comes first.
  public static func < (left: Passage, right: Passage) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
