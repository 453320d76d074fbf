/// An annotation together with where it lies in the text at hand.
public struct ResolvedAnnotation: Sendable, Hashable {
  public var annotation: Annotation
  public var passage: Passage
  /// How alike the words there are to those that were recorded, 0 to 1; 1 for the same words.
  public var likeness: Double

  public init(annotation: Annotation, passage: Passage, likeness: Double = 1) {
    self.annotation = annotation
    self.passage = passage
    self.likeness = likeness
  }
}

/// A pack that speaks of the essay at hand.
public struct PackMatch: Sendable, Hashable {
  public var pack: ArgumentPack
  /// For each of the pack's claims where it stands in the text, or `nil`.
  public var passages: [Passage?]

  public init(pack: ArgumentPack, passages: [Passage?]) {
    self.pack = pack
    self.passages = passages
  }
}
