/// Bringing a marking up to date without making it anew.
extension Marking {
  /// Combines again what is said of the words around a passage, after somebody has said something new
  /// of it. Everything else stays; the outcome is that of ``init(sentences:packs:annotations:level:answered:)``.
  ///
  /// - Parameters: As there, with the new word on `passage` among them, or no longer among them.
  public mutating func refresh(
    around passage: Passage, sentences: [Sentence], packs: [PackMatch],
    annotations: [ResolvedAnnotation], level: HighlightLevel = .usual, answered: [Passage] = []
  ) {
    guard !passage.isEmpty else { return }
    let region = grown(passage, sentences, packs, annotations.map(\.passage) + answered)
    var part = Marking()
    part.combine(
      sentences[Self.indices(in: sentences, overlapping: region, by: \.passage)], packs,
      annotations, level, answered, within: region)
    claims.replaceSubrange(
      Self.indices(in: claims, overlapping: region, by: \.passage), with: part.claims)
    premises.replaceSubrange(
      Self.indices(in: premises, overlapping: region, by: \.self), with: part.premises)
  }

  /// The passage with all that overlaps it, what overlaps that, and so on: nothing within has to do
  /// with anything beyond.
  private func grown(
    _ passage: Passage, _ sentences: [Sentence], _ packs: [PackMatch],
    _ said: [Passage]
  ) -> Passage {
    var region = passage
    var before: Passage
    func add(_ other: Passage) {
      guard other.overlaps(region) else { return }
      region = Passage(start: min(region.start, other.start), end: max(region.end, other.end))
    }
    repeat {
      before = region
      for index in Self.indices(in: sentences, overlapping: region, by: \.passage) {
        add(sentences[index].passage)
      }
      for index in Self.indices(in: claims, overlapping: region, by: \.passage) {
        add(claims[index].passage)
      }
      for index in Self.indices(in: premises, overlapping: region, by: \.self) {
        add(premises[index])
      }
      for pack in packs {
        for other in pack.passages { other.map(add) }
      }
      said.forEach(add)
    } while region != before
    return region
  }

  /// What overlaps a region, among elements in order of the text.
  ///
  /// Elements hardly ever overlap one another, so looking back over a few is enough to find one that
  /// starts early and reaches far.
  private static func indices<Element>(
    in elements: [Element], overlapping region: Passage, by passage: KeyPath<Element, Passage>
  ) -> Range<Int> {
    let upper = elements.partitionIndex { $0[keyPath: passage].start >= region.end }
    var lower = elements.partitionIndex { $0[keyPath: passage].end > region.start }
    let earliest = max(0, min(lower, upper) - lookBack)
    for index in earliest..<upper where elements[index][keyPath: passage].overlaps(region) {
      lower = min(lower, index)
      break
    }
    return min(lower, upper)..<upper
  }
}
