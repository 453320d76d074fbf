/// What stood around a quotation, and how much of it stands around a place in a text.
struct QuotationContext {
  /// Whole scalars, at most ``reach`` bytes of them.
  let prefix: [UInt8]
  let suffix: [UInt8]

  /// How many bytes on each side are looked at. Anchors of our own have 32 characters; others may have
  /// any number, and comparing costs the square of it.
  static let reach = 512

  /// - Parameters:
  ///   - prefix: What stood before the quotation; of a long one the end counts.
  ///   - suffix: What stood after it; of a long one the beginning counts.
  init(prefix: String, suffix: String) {
    let before = prefix.utf8.suffix(Self.reach + 1)
    self.prefix =
      before.count > Self.reach
      ? Array(before.dropFirst().drop { $0 & 0xC0 == 0x80 }) : Array(before)
    var after = Array(suffix.utf8.prefix(Self.reach + 1))
    if after.count > Self.reach {
      while let last = after.popLast(), last & 0xC0 == 0x80 {}
    }
    self.suffix = after
  }

  /// True for anchors without context, such as imported ones.
  var isEmpty: Bool { prefix.isEmpty && suffix.isEmpty }

  /// How well the sides agree, 0 to 1: both together and the better one. Where no context was
  /// recorded it is one half, which speaks neither for a place nor against it.
  func agreement(around passage: Passage, in text: [UInt8]) -> (mean: Double, better: Double) {
    let sides = [before(passage.start, in: text), after(passage.end, in: text)].compactMap(\.self)
    guard let better = sides.max() else { return (0.5, 0.5) }
    return (sides.reduce(0, +) / Double(sides.count), better)
  }

  /// How well the words before `offset` agree, 0 to 1; `nil` where none were recorded.
  func before(_ offset: Int, in text: [UInt8]) -> Double? {
    guard !prefix.isEmpty else { return nil }
    let reach = max(0, offset - prefix.count - prefix.count / 2)
    return Self.likeness(of: prefix.reversed(), to: text[reach..<offset].reversed())
  }

  /// How well the words from `offset` on agree, 0 to 1; `nil` where none were recorded.
  func after(_ offset: Int, in text: [UInt8]) -> Double? {
    guard !suffix.isEmpty else { return nil }
    let reach = min(text.count, offset + suffix.count + suffix.count / 2)
    return Self.likeness(of: suffix, to: Array(text[offset..<reach]))
  }

  /// How many bytes next to the passage agree without an error.
  func sharedBytes(around passage: Passage, _ text: [UInt8]) -> Int {
    let before = zip(prefix.reversed(), text[..<passage.start].reversed()).prefix { $0 == $1 }
    let after = zip(suffix, text[passage.end...]).prefix { $0 == $1 }
    return before.count + after.count
  }

  /// How many bytes of context are enough to mark an edge.
  private static let edgeLength = 12

  /// The place nearest to `offset`, not further than `reach`, before which the end of the recorded
  /// words stands.
  func edgeBefore(_ offset: Int, within reach: Int, in text: [UInt8]) -> Int? {
    let mark = prefix.suffix(Self.edgeLength)
    return Self.nearest(to: offset, within: reach, upTo: text.count) { place in
      mark.count >= Self.edgeLength / 2 && place >= mark.count
        && text[(place - mark.count)..<place] == mark
    }
  }

  /// The place nearest to `offset`, not further than `reach`, after which the beginning of the
  /// recorded words stands.
  func edgeAfter(_ offset: Int, within reach: Int, in text: [UInt8]) -> Int? {
    let mark = suffix.prefix(Self.edgeLength)
    return Self.nearest(to: offset, within: reach, upTo: text.count) { place in
      mark.count >= Self.edgeLength / 2 && place + mark.count <= text.count
        && text[place..<(place + mark.count)] == mark
    }
  }

  private static func nearest(
    to offset: Int, within reach: Int, upTo end: Int, where holds: (Int) -> Bool
  ) -> Int? {
    for distance in 0...reach {
      if offset - distance >= 0, holds(offset - distance) { return offset - distance }
      if offset + distance <= end, holds(offset + distance) { return offset + distance }
    }
    return nil
  }

  private static func likeness(of context: [UInt8], to found: [UInt8]) -> Double {
    let alignment = Alignment.best(
      of: context, in: found, starts: 0...0, drift: context.count / 2,
      limit: context.count / 2)
    guard let alignment else { return 0 }
    return 1 - Double(alignment.errors) / Double(context.count)
  }
}
