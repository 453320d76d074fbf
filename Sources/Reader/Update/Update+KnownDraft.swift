internal import RejoinderCore

extension Model {
  /// Goes on in the draft that the library knows, where a reply was begun before the library had
  /// answered and nothing was typed into it yet: `r` opens the draft, however soon it is pressed.
  ///
  /// - Parameter known: The replies that the library has brought.
  mutating func continueKnownDraft(among known: [Reply], at now: Timestamp) -> [Effect] {
    guard let composer, case .reply(let id) = composer.subject,
      composer.begunWith == composer.editor.text, composer.handedOut == nil,
      known.contains(where: { !$0.isDeleted && $0.id != id }),
      let begun = reading?.replies.first(where: { $0.id == id })
    else { return [] }
    var discarded = begun
    discarded.isDeleted = true
    discarded.modified = max(now, begun.modified.advanced(by: 1))
    set(discarded)
    let effects = record(discarded)
    guard var draft = currentDraft else { return effects }
    let new = begun.claims.filter { claim in !draft.claims.contains { $0.quote == claim.quote } }
    if !new.isEmpty {
      draft.claims += new
      draft.text += (draft.text.hasSuffix("\n") ? "\n" : "\n\n") + begun.text
      set(draft)
    }
    open(draft, at: now)
    if new.isEmpty { return effects }
    self.composer?.confirmedRevision = nil
    return effects + composerChanged(at: now)
  }
}
