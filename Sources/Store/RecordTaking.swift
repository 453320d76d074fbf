internal import RejoinderCore

extension Array where Element == Annotation {
  /// These with what a session writes: merged, parted where two sessions wrote at once, and without
  /// what was deleted long ago.
  ///
  /// - Parameter now: By the clock: the time that a record names may be any.
  func taking(_ annotations: [Annotation], at now: Timestamp) -> [Annotation] {
    separated(merge(self, written(annotations, onto: self))).map { $0.cleared(at: now) }
  }
}

extension Reply {
  /// Whether it was deleted too long ago to be brought back: then nothing that it said is kept.
  func isForgotten(at now: Timestamp) -> Bool { isDeleted && Tombstone.isOver(modified, at: now) }
}

/// What replies are after a session has written one of them.
struct ReplyTaking {
  /// All of them.
  var replies: [Reply]
  var recorded: RecordedReply

  /// - Parameters:
  ///   - stored: What is there now; of the other replies only those that may be other versions of this
  ///     one are needed.
  ///   - now: By the clock.
  init(_ reply: Reply, into stored: [Reply], at now: Timestamp) {
    let known = Set(stored.map(\.id))
    replies = separated(merge(stored, written([reply], onto: stored))).map { $0.cleared(at: now) }
    recorded = RecordedReply(
      reply: replies.first { $0.id == reply.id } ?? reply,
      conflicts: replies.filter { $0.conflictsWith == reply.id && !known.contains($0.id) })
  }
}

extension Array where Element == Revision {
  /// These, none of which is given up, with the latest of others from elsewhere for which there is
  /// room.
  func taking(_ others: [Revision]) -> [Revision] {
    let known = Set(self)
    let new = [Revision]().joined(with: others).filter { !known.contains($0) }
    return joined(with: Array(new.prefix(Swift.max(0, Self.revisionLimit - count))))
  }
}

extension Reply {
  /// This version as later ones will remember it.
  var revision: Revision { Revision(text: text, modified: modified) }
}
