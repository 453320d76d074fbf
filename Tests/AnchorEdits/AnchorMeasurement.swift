internal import RejoinderCore

/// How anchors fared in edited texts.
public struct AnchorMeasurement: Sendable {
  /// Edited texts, and passages looked for in them.
  public var texts = 0
  public var passages = 0
  /// Passages that a person would find, and those of them that were found.
  public var findable = 0
  public var found = 0
  /// Descriptions of what was placed where it is not.
  public var wrong: [String] = []
  /// Passages that a person would find and that were not.
  public var missed: [String] = []

  public init() {}

  public mutating func join(_ other: AnchorMeasurement) {
    texts += other.texts
    passages += other.passages
    findable += other.findable
    found += other.found
    wrong += other.wrong
    missed += other.missed
  }

  /// The share of what a person would find, 0 to 1.
  public var share: Double { findable == 0 ? 1 : Double(found) / Double(findable) }

  /// Looks for `count` passages of a text in what became of it.
  public mutating func add(
    _ text: String, _ edit: EditedEssay.Edit, strength: Int, passages count: Int, seed: UInt64
  ) {
    let essay = EditedEssay(text, edit, strength: strength, seed: seed)
    let passages = essay.passages(count, seed: seed ^ 0xA5A5)
    let anchors = passages.map { Anchor(of: $0, in: essay.original) }
    texts += 1
    self.passages += passages.count
    for (index, resolution) in resolve(anchors, in: essay.edited).enumerated() {
      let fate = essay.fate(of: passages[index])
      findable += fate.isFindable ? 1 : 0
      let quote = anchors[index].quote
      guard let passage = resolution.passage else {
        if fate.isFindable { missed.append("\(edit.rawValue) \(seed): \(quote)") }
        continue
      }
      guard fate.places.contains(where: { $0.isAbout(passage) }) else {
        wrong.append(
          "\(edit.rawValue) \(seed): “\(quote)” → “\(essay.edited.string(passage))”")
        continue
      }
      found += fate.isFindable ? 1 : 0
    }
  }
}

extension Passage {
  /// Whether most of either passage is common to both.
  fileprivate func isAbout(_ other: Passage) -> Bool {
    overlap(with: other) * 2 >= min(count, other.count)
      && overlap(with: other) * 3 >= max(count, other.count)
  }
}
