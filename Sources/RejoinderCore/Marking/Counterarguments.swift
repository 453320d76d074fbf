extension Claim {
  /// Everything that is said against this claim, in the order in which it is shown: pinned ones
  /// first, then the better rated, then the reader's own before packs' before questions. Dismissed
  /// ones come last.
  ///
  /// - Parameters:
  ///   - questions: What the argument schemes ask of it, best first.
  ///   - packs: Those that match the essay.
  ///   - annotations: The essay's live ones, in order of making.
  public func counterarguments(
    questions: [Counterargument], packs: [PackMatch], annotations: [ResolvedAnnotation]
  ) -> [Counterargument] {
    var found: [Counterargument] = []
    for resolved in annotations where resolved.passage.matches(passage) {
      if let own = Counterargument(resolved.annotation) { found.append(own) }
    }
    for match in packs {
      for (claim, place) in zip(match.pack.claims, match.passages)
      where place.map({ $0.matches(passage) }) == true {
        found += claim.counterarguments.map { Counterargument($0, in: match.pack) }
      }
    }
    found += questions

    var assessments: [String: Assessment] = [:]
    for resolved in annotations {
      if case .assessment(let assessment) = resolved.annotation.body {
        assessments[assessment.counterargument] = assessment
      }
    }
    return found.map { $0.assessed(assessments[$0.id]) }.inReadingOrder()
  }
}

extension Counterargument {
  /// The reader's own, from its record; `nil` for records of other kinds.
  public init?(_ annotation: Annotation) {
    guard case .counterargument(let attack, let text, let source) = annotation.body else {
      return nil
    }
    self.init(
      id: annotation.id, text: text, attack: attack,
      origin: Origin(
        kind: .yours,
        detail: annotation.conflictsWith == nil ? "" : Origin.otherSession),
      source: source)
  }

  init(_ entry: PackCounterargument, in pack: ArgumentPack) {
    self.init(
      id: "pack:" + Fingerprint(of: pack.title + "\n" + pack.author + "\n" + entry.text).digits,
      text: entry.text, attack: entry.attack,
      origin: Origin(kind: .pack, label: pack.title, detail: pack.author), source: entry.source)
  }

  fileprivate func assessed(_ assessment: Assessment?) -> Counterargument {
    guard let assessment else { return self }
    var copy = self
    copy.rating = assessment.rating
    copy.pinned = assessment.pinned
    copy.dismissed = assessment.dismissed
    return copy
  }

  /// Smaller comes first.
  fileprivate var rank: (Int, Int, Int, Int) {
    let kind =
      switch origin.kind {
      case .yours: 0
      case .pack: 1
      case .library, .import: 2
      case .command: 3
      case .scheme: 4
      }
    return (dismissed ? 1 : 0, pinned ? 0 : 1, -rating, kind)
  }
}

extension [Counterargument] {
  /// Sorted by rank; equals keep their order.
  fileprivate func inReadingOrder() -> [Counterargument] {
    enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }
}

private func < (
  left: ((Int, Int, Int, Int), Int), right: ((Int, Int, Int, Int), Int)
) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}
