/// What is marked in an essay, after everybody has had a say.
public struct Marking: Sendable, Equatable {
  /// In order of the text. A claim's number is its index plus one.
  public var claims: [Claim]
  /// Passages offered in support, in order of the text.
  public var premises: [Passage]

  public init(claims: [Claim] = [], premises: [Passage] = []) {
    self.claims = claims
    self.premises = premises
  }

  public static let empty = Marking()

  /// What the essay argues for: the first claim of that role.
  public var thesis: Claim? { claims.first { $0.role == .thesis } }

  /// Combines what the detector, argument packs and the reader say.
  ///
  /// A pack overrules the detector, and the reader overrules both; a reader's decision holds for
  /// every claim about the same words (``Passage/matches(_:)``), so that it survives a detector that
  /// cuts its sentences otherwise. What the reader has a counterargument to is a claim too, whatever a
  /// later detector thinks of it, and so is what a reply is written to, until the reader rejects it.
  ///
  /// - Parameters:
  ///   - sentences: In order of the text.
  ///   - packs: Those that match the essay.
  ///   - annotations: Those that resolved in this text, without tombstones, in order of making.
  ///   - level: How many of the detector's claims count.
  ///   - answered: What the reader replies to.
  public init(
    sentences: [Sentence], packs: [PackMatch], annotations: [ResolvedAnnotation],
    level: HighlightLevel = .usual, answered: [Passage] = []
  ) {
    self.init()
    combine(sentences[...], packs, annotations, level, answered, within: nil)
  }

  /// - Parameter region: Where packs and annotations count; `nil` stands for everywhere.
  mutating func combine(
    _ sentences: ArraySlice<Sentence>, _ packs: [PackMatch], _ annotations: [ResolvedAnnotation],
    _ level: HighlightLevel, _ answered: [Passage], within region: Passage?
  ) {
    for sentence in sentences {
      if sentence.isHighlighted(at: level) {
        claims.append(Claim(detected: sentence))
      } else if sentence.role == .premise {
        premises.append(sentence.passage)
      }
    }
    for pack in packs {
      for (claim, passage) in zip(pack.pack.claims, pack.passages) {
        if let passage, region?.overlaps(passage) != false { apply(claim, at: passage) }
      }
    }
    let said = annotations.filter { region?.overlaps($0.passage) != false }
    // Before any decision, however late they came: what is decided is whether this is a claim.
    for passage in answered where region?.overlaps(passage) != false {
      keepAnswered(passage, sentences: sentences)
    }
    for resolved in said {
      guard case .counterargument = resolved.annotation.body else { continue }
      keepAnswered(resolved.passage, sentences: sentences)
    }
    for resolved in said { apply(resolved, sentences: sentences) }
  }
}

extension Marking {
  /// The claim about the same words as `passage`.
  ///
  /// - Returns: An index into ``claims``, or `nil`.
  public func claimIndex(matching passage: Passage) -> Int? {
    var best: (index: Int, shared: Int)?
    for index in claimIndices(overlapping: passage) where claims[index].passage.matches(passage) {
      let shared = claims[index].passage.overlap(with: passage)
      if shared > (best?.shared ?? 0) { best = (index, shared) }
    }
    return best?.index
  }

  /// The claims that share a byte with `passage`, as indices into ``claims``.
  ///
  /// Claims hardly ever overlap one another, so looking back over a few is enough to find one that
  /// starts early and reaches far.
  public func claimIndices(overlapping passage: Passage) -> [Int] {
    let upper = claims.partitionIndex { $0.passage.start >= passage.end }
    let lower = claims.partitionIndex { $0.passage.end > passage.start }
    return (max(0, min(lower, upper) - Self.lookBack)..<upper).filter {
      claims[$0].passage.overlaps(passage)
    }
  }

  static let lookBack = 4

  /// The premises that share a byte with `passage`.
  public func premises(overlapping passage: Passage) -> ArraySlice<Passage> {
    let lower = premises.partitionIndex { $0.end > passage.start }
    let upper = premises.partitionIndex { $0.start >= passage.end }
    return premises[min(lower, upper)..<upper]
  }
}

extension Marking {
  private mutating func apply(_ claim: PackClaim, at passage: Passage) {
    guard claim.role == .thesis || claim.role == .claim else {
      removeClaim(matching: passage)
      if claim.role == .premise { insertPremise(passage) }
      return
    }
    let known = claimIndex(matching: passage).map { claims[$0] }
    insert(
      Claim(
        passage: passage, role: claim.role, kind: claim.kind ?? known?.kind ?? .fact,
        confidence: known?.confidence ?? 1, standing: .pack))
  }

  private mutating func keepAnswered(_ passage: Passage, sentences: ArraySlice<Sentence>) {
    guard claimIndex(matching: passage) == nil else { return }
    let sentence = sentences.sentence(matching: passage)
    insert(
      Claim(
        passage, like: sentence, confidence: sentence?.confidence ?? 0, standing: .answered))
  }

  private mutating func apply(_ resolved: ResolvedAnnotation, sentences: ArraySlice<Sentence>) {
    let passage = resolved.passage
    switch resolved.annotation.body {
    case .decision(.accepted):
      var claim =
        claimIndex(matching: passage).map { claims[$0] }
        ?? Claim(
          passage, like: sentences.sentence(matching: passage), confidence: 1, standing: .accepted)
      claim.standing = .accepted
      claim.confidence = 1
      insert(claim)
    case .decision(.rejected):
      removeClaim(matching: passage)
    case .decision(.retyped(let role, let kind)):
      if role == .thesis || role == .claim {
        let known = claimIndex(matching: passage).map { claims[$0].passage } ?? passage
        insert(
          Claim(passage: known, role: role, kind: kind, confidence: 1, standing: .accepted))
      } else {
        removeClaim(matching: passage)
        if role == .premise { insertPremise(passage) }
      }
    case .mark(let kind):
      insert(
        Claim(passage: passage, role: .claim, kind: kind, confidence: 1, standing: .yours))
    case .note, .counterargument, .assessment:
      break
    }
  }

  /// Puts a claim in its place, instead of the one about the same words if there is one.
  private mutating func insert(_ claim: Claim) {
    removeClaim(matching: claim.passage)
    premises.removeAll { $0.matches(claim.passage) }
    let index = claims.partitionIndex { claim.passage < $0.passage }
    claims.insert(claim, at: index)
  }

  private mutating func insertPremise(_ passage: Passage) {
    guard !premises.contains(where: { $0.matches(passage) }) else { return }
    premises.insert(passage, at: premises.partitionIndex { passage < $0 })
  }

  private mutating func removeClaim(matching passage: Passage) {
    if let index = claimIndex(matching: passage) { claims.remove(at: index) }
  }
}

extension Claim {
  init(detected sentence: Sentence) {
    self.init(
      passage: sentence.passage, role: sentence.role == .thesis ? .thesis : .claim,
      kind: sentence.kind ?? .fact, confidence: sentence.confidence, standing: .detected)
  }

  /// A claim that nobody detected, with what the detector thought of its sentence.
  fileprivate init(
    _ passage: Passage, like sentence: Sentence?, confidence: Float, standing: Standing
  ) {
    self.init(
      passage: passage, role: sentence?.role == .thesis ? .thesis : .claim,
      kind: sentence?.kind ?? .fact, confidence: confidence, standing: standing)
  }
}

extension RandomAccessCollection<Sentence> where Index == Int {
  /// The sentence about the same words as `passage`, by binary search.
  public func sentence(matching passage: Passage) -> Sentence? {
    index(matching: passage).map { self[$0] }
  }

  /// The same sentence as an index.
  public func index(matching passage: Passage) -> Int? {
    var index = partitionIndex { $0.passage.end > passage.start }
    while index < endIndex, self[index].passage.start < passage.end {
      if self[index].passage.matches(passage) { return index }
      index += 1
    }
    return nil
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils `condition`, given that all after it do too;
  /// `endIndex` where none does.
  public func partitionIndex(where condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
