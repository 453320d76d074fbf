internal import RejoinderCore

extension Array where Element == Annotation {
  /// These with what a session writes: merged, parted where two sessions wrote at once, and without
  /// what was deleted long ago.
  func taking(_ annotations: [Annotation]) -> [Annotation] {
    let now = annotations.map(\.modified).max() ?? .zero
    return separated(merge(self, written(annotations, onto: self))).map { $0.cleared(at: now) }
  }
}

/// What replies are after a session has written one of them.
struct ReplyTaking {
  /// All of them.
  var replies: [Reply]
  var recorded: RecordedReply

  /// - Parameter stored: What is there now; of the other replies only those that may be other versions
  ///   of this one are needed.
  init(_ reply: Reply, into stored: [Reply]) {
    let known = Set(stored.map(\.id))
    replies = separated(merge(stored, written([reply], onto: stored)))
      .map { $0.cleared(at: reply.modified) }
    recorded = RecordedReply(
      reply: replies.first { $0.id == reply.id } ?? reply,
      conflicts: replies.filter { $0.conflictsWith == reply.id && !known.contains($0.id) })
  }
}

extension Array where Element == Revision {
  /// These with others from elsewhere, bounded.
  func taking(_ others: [Revision]) -> [Revision] {
    joined(with: others).prefix(Self.revisionLimit).map(\.self)
  }
}

extension Reply {
  /// This version as later ones will remember it.
  var revision: Revision { Revision(text: text, modified: modified) }
}
