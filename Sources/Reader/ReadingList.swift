/// Essays that were named together, to be read one after the other.
public struct ReadingList: Sendable, Hashable {
  /// One of them, not opened yet perhaps.
  public struct Entry: Sendable, Hashable {
    /// A path or an address, as it is opened.
    public var word: String
    /// What the list calls it.
    public var name: String
    /// Whether it could not be read when it was last opened.
    var isUnreadable = false

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

  /// Chooses the entry `distance` after the one that is open; those that could not be read are passed
  /// over.
  ///
  /// - Returns: Whether there is one.
  mutating func choose(fromCurrent distance: Int) -> Bool {
    var target = current ?? -1
    var rest = abs(distance)
    while rest > 0 {
      target += distance.signum()
      guard entries.indices.contains(target) else { return false }
      if !entries[target].isUnreadable { rest -= 1 }
    }
    guard entries.indices.contains(target) else { return false }
    chosen = target
    return true
  }

  /// Chooses the entry that is open, else the first.
  mutating func chooseCurrent() { chosen = current ?? 0 }

  /// Notes whether an entry could be read. It stays in the list: it can be opened from there.
  mutating func note(_ index: Int, isUnreadable: Bool) {
    if entries.indices.contains(index) { entries[index].isUnreadable = isUnreadable }
  }
}
