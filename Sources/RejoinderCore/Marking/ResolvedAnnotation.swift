/// An annotation together with where it lies in the text at hand.
public struct ResolvedAnnotation: Sendable, Hashable {
  public var annotation: Annotation
  public var passage: Passage

  public init(annotation: Annotation, passage: Passage) {
    self.annotation = annotation
    self.passage = passage
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
