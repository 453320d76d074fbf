/// Essays that were named together, to be read one after the other.
public struct ReadingList: Sendable, Hashable {
  /// One of them, not opened yet perhaps.
  public struct Entry: Sendable, Hashable {
    /// A path or an address, as it is opened.
    public var word: String
    /// What the list calls it.
    public var name: String

    public init(word: String) {
      self.word = word
      let isAddress = word.contains("://")
      name = isAddress ? word : word.split(separator: "/").last.map(String.init) ?? word
    }
  }

  public private(set) var entries: [Entry]
  /// The one that is open.
  public internal(set) var current: Int?
  /// The one that keys act on while the list is shown.
  private(set) var chosen = 0

  public init(_ words: [String] = [], current: Int? = nil) {
    entries = words.map(Entry.init)
    self.current = current
    chosen = current ?? 0
  }

  public var isEmpty: Bool { entries.isEmpty }

  mutating func move(by distance: Int) {
    chosen = min(max(0, chosen + distance), max(0, entries.count - 1))
  }

  /// Chooses the entry `distance` after the one that is open.
  ///
  /// - Returns: Whether there is one.
  mutating func choose(fromCurrent distance: Int) -> Bool {
    let target = (current ?? -1) + distance
    guard entries.indices.contains(target) else { return false }
    chosen = target
    return true
  }
}
