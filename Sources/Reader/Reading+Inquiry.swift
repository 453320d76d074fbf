internal import RejoinderCore

/// What is asked about claims, and when it has to be asked again.
extension Reading {
  /// Whether neither a pack nor the reader has changed what the detector marked.
  var isMarkedByDetectorAlone: Bool { packs.isEmpty && resolved.isEmpty && level == .usual }

  /// - Parameter wanted: In order of the text.
  func inquiry(about wanted: [Claim]) -> Inquiry {
    let claims = marking.claims
    let first = wanted.first.map { claim in claims.partitionIndex { $0.passage >= claim.passage } }
    let last = wanted.last.map { claim in claims.partitionIndex { $0.passage > claim.passage } }
    let lower = max(0, (first ?? 0) - Claim.questionReach)
    let upper = min(claims.count, (last ?? 0) + Claim.questionReach)
    return Inquiry(
      wanted: wanted, claims: Array(claims[lower..<upper]),
      sentences: wanted.compactMap { sentences.sentence(matching: $0.passage) },
      kept: kept)
  }

  /// What the reader has judged since, here or in another session, is asked again, whether or not it would
  /// be chosen by itself.
  mutating func forgetRequestsOfJudged() {
    let judged = resolved.judgedCounterarguments
    guard judged != kept else { return }
    let new = judged.subtracting(kept)
    kept = judged
    for resolved in resolved {
      guard case .assessment(let assessment) = resolved.annotation.body,
        new.contains(assessment.counterargument)
      else { continue }
      requested = requested.filter { !$0.overlaps(resolved.passage) }
    }
  }

  /// A claim that came or went, or became another, changes what its neighbours are asked. What they
  /// were asked stays on the page until the answer comes.
  mutating func forgetRequests(changing old: [Claim], into new: [Claim]) {
    guard !requested.isEmpty, old != new else { return }
    let shorter = min(old.count, new.count)
    let before = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let after =
      (0..<(shorter - before)).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
      ?? shorter - before
    let lower = max(0, before - Claim.questionReach)
    let upper = min(new.count, new.count - after + Claim.questionReach)
    for claim in new[lower..<upper] { requested.remove(claim.passage) }
  }
}
