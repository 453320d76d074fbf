/// What was cut, newest last, to be pasted again.
struct KillRing: Sendable {
  enum Direction: Sendable {
    case backward, forward
  }

  private static let capacity = 30
  private var kills: [[UInt8]] = []
  /// How many kills back the last paste reached.
  private var depth = 0

  var newest: [UInt8]? { kills.last }

  /// - Parameter continues: Whether this goes on with the kill before, so that the two are one.
  mutating func add(_ text: [UInt8], _ direction: Direction, continues: Bool) {
    depth = 0
    guard continues, let last = kills.popLast() else {
      kills.append(text)
      if kills.count > Self.capacity { kills.removeFirst() }
      return
    }
    kills.append(direction == .backward ? text + last : last + text)
  }

  /// The kill before the one that was pasted last, round and round.
  mutating func previous() -> [UInt8]? {
    guard !kills.isEmpty else { return nil }
    depth = (depth + 1) % kills.count
    return kills[kills.count - 1 - depth]
  }

  mutating func paste() -> [UInt8]? {
    depth = 0
    return newest
  }
}
