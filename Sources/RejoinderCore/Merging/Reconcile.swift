/// What to keep of a reply that may have changed elsewhere since it was read.
public struct ReplyReconciliation: Sendable, Hashable {
  /// The version to store under the reply's own identifier.
  public var kept: Reply
  /// The other session's version under an identifier of its own, where both have changed the text.
  public var conflict: Reply?
}

/// Decides between a reply and the version that is stored.
///
/// Free text is never merged: where both sides changed it, both versions are kept. A deletion by
/// the other side gives way to a text that is still being written.
///
/// - Parameters:
///   - reply: The version to be stored.
///   - stored: What is there now.
///   - base: `modified` of the version from which `reply` was made; `nil` for a new one.
public func reconcile(_ reply: Reply, with stored: Reply?, base: Timestamp?) -> ReplyReconciliation
{
  guard let stored else { return ReplyReconciliation(kept: reply, conflict: nil) }
  var kept = reply
  kept.receipts = Receipt.union(reply.receipts, stored.receipts)
  let isUnchanged = stored.modified == base
  let saysTheSame = Array(stored.text.utf8) == Array(reply.text.utf8)
  let isWorthKeeping = !stored.isDeleted && !stored.text.isEmpty
  // Who deletes a text has not seen what the other session has made of it since.
  guard !isUnchanged, isWorthKeeping, !saysTheSame || reply.isDeleted else {
    return ReplyReconciliation(kept: kept, conflict: nil)
  }
  if stored.modified == reply.modified, saysTheSame {
    return ReplyReconciliation(kept: kept, conflict: nil)
  }
  var conflict = stored
  let mark = Fingerprint(of: stored.text + stored.modified.iso8601).digits.prefix(8)
  conflict.id = reply.id + "-" + mark
  return ReplyReconciliation(kept: kept, conflict: conflict)
}
