internal import RejoinderCore

/// Claims that are answered before all of the essay has come: what is found then may be something else.
extension Model {
  /// Remembers that the reader answers what the detector alone calls a claim.
  mutating func noteAnswered(_ anchor: Anchor) {
    guard let reading, let index = reading.marking.claimIndex(matching: anchor.position),
      reading.marking.claims[index].standing == .detected, !reading.answered.contains(anchor)
    else { return }
    self.reading?.answered.append(anchor)
  }

  /// Accepts the claims that the detector has just dropped while a reply to them is written or kept, unless the
  /// reader has decided otherwise. Those that have a counterargument stay claims by themselves.
  mutating func keepAnsweredClaims(at now: Timestamp) -> [Effect] {
    guard let reading, !reading.answered.isEmpty, !reading.isReadOnly else { return [] }
    let anchors = reading.answered.filter(isStillAnswered)
    var records: [Change.Record] = []
    for resolution in resolve(anchors, in: reading.text) {
      guard let passage = resolution.passage, isUnmarked(passage),
        let accepted = newAnnotation(.decision(.accepted), at: passage, now: now)
      else { continue }
      records.append(.annotation(accepted))
    }
    return records.isEmpty ? [] : apply(records)
  }

  private func isStillAnswered(_ anchor: Anchor) -> Bool {
    if composer?.anchor?.quote == anchor.quote { return true }
    return reading?.replies.contains { reply in
      !reply.isDeleted && reply.claims.contains { $0.quote == anchor.quote }
    } == true
  }

  /// Whether a passage is no claim, and nobody but the detector says so.
  private func isUnmarked(_ passage: Passage) -> Bool {
    guard let reading, reading.marking.claimIndex(matching: passage) == nil else { return false }
    return !reading.resolved.contains { $0.passage.matches(passage) && $0.annotation.isVerdict }
  }
}

extension Reading {
  /// Finds records again in a text that has changed.
  ///
  /// - Parameter ids: Those whose passages are not known in this text.
  mutating func placeAgain(_ ids: Set<String>) {
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
