internal import RejoinderCore

/// Claims that are answered before all of the essay has come: what is found then may be something else.
extension Model {
  /// Remembers that the reader answers what the detector alone calls a claim.
  mutating func noteAnswered(_ anchor: Anchor) {
    guard let reading, let index = reading.marking.claimIndex(matching: anchor.position),
      reading.marking.claims[index].standing == .detected,
      !reading.answered.contains(where: { $0.anchor == anchor })
    else { return }
    let passage = reading.marking.claims[index].passage
    self.reading?.answered.append(AnsweredClaim(anchor: anchor, passage: passage))
  }

  /// Where the reader answers a claim, or has answered it with a reply that is still there.
  /// Counterarguments keep their claims by themselves.
  var answeredPassages: [Passage] {
    reading?.answered.filter { isAnswered($0.anchor) }.compactMap(\.passage) ?? []
  }

  private func isAnswered(_ anchor: Anchor) -> Bool {
    composer?.anchor?.quote == anchor.quote
      || reading?.replies.contains { reply in
        !reply.isDeleted && reply.claims.contains { $0.quote == anchor.quote }
      } == true
  }

  /// Leaves what is being written, and with it the claim that nothing was written about.
  mutating func closeComposer() {
    composer = nil
    mode = .reading
    if reading?.answered.isEmpty == false { refreshMarking() }
  }
}

/// A claim of the detector's that is answered in this session.
struct AnsweredClaim: Sendable {
  var anchor: Anchor
  /// `nil` where its words are not in the text as it is now.
  var passage: Passage?
}

extension Reading {
  /// Finds records and answered claims again in a text that has changed.
  ///
  /// - Parameter ids: The records whose passages are not known in this text.
  mutating func placeAgain(_ ids: Set<String>) {
    for (index, resolution) in resolve(answered.map(\.anchor), in: text).enumerated() {
      answered[index].passage = resolution.passage
    }
    let live = annotations.values.filter { ids.contains($0.id) && !$0.isDeleted }
    guard !live.isEmpty else { return }
    resolved.removeAll { ids.contains($0.annotation.id) }
    for (annotation, resolution) in zip(live, resolve(live.map(\.anchor), in: text)) {
      guard let passage = resolution.passage else { continue }
      resolved.append(
        ResolvedAnnotation(
          annotation: annotation, passage: passage, likeness: resolution.likeness))
    }
    resolved.sort {
      ($0.annotation.created, $0.annotation.id) < ($1.annotation.created, $1.annotation.id)
    }
  }
}
