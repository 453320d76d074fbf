internal import RejoinderCore

/// Bringing back what was replaced or deleted, and giving lost records a passage again.
extension Model {
  // MARK: Opening the lists

  /// Asks for the revisions of the open reply, else of the draft that was changed last.
  mutating func openRevisions() -> [Effect] {
    var id = currentDraft?.id
    if let composer {
      guard case .reply(let open) = composer.subject else {
        notice = Notice(text: Phrase.onlyRepliesHaveRevisions)
        return []
      }
      id = open
    }
    guard let id, let reading else {
      notice = Notice(text: Phrase.noReply(keyMap.notation(for: .reply, in: .reading)))
      return []
    }
    awaitedRevisions = id
    return [.listRevisions(reply: id, essay: reading.request)]
  }

  /// Shows the revisions that were asked for.
  mutating func show(_ revisions: [Revision], of id: String, at now: Timestamp) {
    guard awaitedRevisions == id else { return }
    awaitedRevisions = nil
    guard let reply = reading?.replies.first(where: { $0.id == id }) else { return }
    let present = composer?.subject == .reply(id: id) ? composer?.editor.text : reply.text
    let others = revisions.filter { $0.text != present }
    guard !others.isEmpty else {
      notice = Notice(text: Phrase.noRevisions)
      return
    }
    let lines = Set((present ?? "").split(whereSeparator: \.isNewline))
    open(
      RecordList(
        .revisions(reply: id),
        others.map { revision in
          RecordList.Entry(
            item: .revision(revision),
            title: Phrase.revision(revision, at: now),
            preview: revision.text.split(separator: "\n", omittingEmptySubsequences: false).map {
              StyledText(String($0), lines.contains($0) ? .listDetail : .listText)
            })
        }))
  }

  mutating func openDeleted(at now: Timestamp) {
    guard let reading else { return }
    let annotations = reading.annotations.values.filter { $0.canBeRestored(at: now) }
      .map { (time: $0.modified, entry: RecordList.Entry(deleted: $0, at: now)) }
    let replies = reading.replies.filter { $0.canBeRestored(at: now) }
      .map { (time: $0.modified, entry: RecordList.Entry(deleted: $0, at: now)) }
    let entries = (annotations + replies).sorted {
      ($1.time, $0.entry.title) < ($0.time, $1.entry.title)
    }
    guard !entries.isEmpty else {
      notice = Notice(text: Phrase.nothingDeleted)
      return
    }
    open(RecordList(.deleted, entries.map(\.entry)))
  }

  mutating func openOrphans() {
    guard let text = reading?.text else { return }
    let orphans = orphans
    guard !orphans.isEmpty else {
      notice = Notice(text: Phrase.noOrphans)
      return
    }
    var entries: [RecordList.Entry] = []
    for (orphan, resolution) in zip(orphans, resolve(orphans.map(\.anchor), in: text)) {
      entries.append(RecordList.Entry(orphan: orphan))
      guard case .orphaned(let candidates) = resolution else { continue }
      entries += candidates.map { RecordList.Entry(candidate: $0, of: orphan, in: text) }
    }
    open(RecordList(.orphans, entries))
  }

  /// The live records that no passage was found for, in order of making.
  private var orphans: [Annotation] {
    guard let reading else { return [] }
    let found = Set(reading.resolved.map(\.annotation.id))
    return reading.annotations.values.filter { !$0.isDeleted && !found.contains($0.id) }
      .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
  }

  private mutating func open(_ list: RecordList) {
    records = list
    mode = .records
  }

  mutating func closeRecords() {
    records = nil
    mode = composer == nil ? .reading : .composing
  }

  // MARK: Choosing

  /// Does with the chosen entry what the list is for.
  mutating func restoreChosen(at now: Timestamp) -> [Effect] {
    guard let list = records, let item = list.chosenEntry?.item else { return [] }
    closeRecords()
    switch item {
    case .revision(let revision):
      guard case .revisions(let id) = list.kind else { return [] }
      return restore(revision, of: id, at: now)
    // The list shows what there was when it was opened; what is in force now is what counts.
    case .annotation(let listed):
      guard let before = reading?.annotations[listed.id], before.canBeRestored(at: now) else {
        return sayChangedSinceListed()
      }
      var after = before
      after.isDeleted = false
      return bringBack(.annotation(before: before, after: after), at: now)
    case .reply(let listed):
      guard let before = reading?.replies.first(where: { $0.id == listed.id }),
        before.canBeRestored(at: now)
      else { return sayChangedSinceListed() }
      var after = before
      after.isDeleted = false
      return bringBack(.reply(before: before, after: after), at: now)
    case .orphan(let annotation):
      attaching = annotation.id
      notice = Notice(
        text: Phrase.choosePassage(keyMap.notation(for: .attach, in: .reading)))
      return []
    case .candidate(let passage, let listed):
      guard let annotation = reading?.annotations[listed.id], !annotation.isDeleted,
        annotation.anchor == listed.anchor
      else { return sayChangedSinceListed() }
      return attach(annotation, to: passage, at: now)
    }
  }

  private mutating func sayChangedSinceListed() -> [Effect] {
    notice = Notice(text: Phrase.changedSinceListed, isError: true)
    return []
  }

  private mutating func restore(
    _ revision: Revision, of id: String, at now: Timestamp
  ) -> [Effect] {
    if composer?.subject == .reply(id: id) {
      composer?.editor.replaceText(revision.text)
      notice = Notice(
        text: Phrase.revisionRestored(undo: keyMap.notation(for: .editing(.undo), in: .composing)))
      return composerChanged(at: now)
    }
    guard let before = reading?.replies.first(where: { $0.id == id }) else { return [] }
    var after = before
    after.text = revision.text
    return bringBack(.reply(before: before, after: after), at: now)
  }

  private mutating func bringBack(_ edit: Change.Edit, at now: Timestamp) -> [Effect] {
    let effects = change(Phrase.broughtBackName, [edit.touched(at: now)], at: now)
    guard reading?.isReadOnly == false else { return effects }
    notice = Notice(text: Phrase.broughtBack(undo: keyMap.notation(for: .undo, in: .reading)))
    return effects
  }

  // MARK: Giving a passage again

  /// Gives the record that was chosen in the list the passage under the cursor, or the selection.
  mutating func attachChosen(at now: Timestamp) -> [Effect] {
    guard let id = attaching, let annotation = reading?.annotations[id], !annotation.isDeleted
    else {
      openOrphans()
      return []
    }
    guard let passage = takePassage() else { return [] }
    return attach(annotation, to: passage, at: now)
  }

  private mutating func attach(
    _ annotation: Annotation, to passage: Passage, at now: Timestamp
  ) -> [Effect] {
    guard let text = reading?.text else { return [] }
    attaching = nil
    var after = annotation
    after.anchor = Anchor(of: passage, in: text)
    let edit = Change.Edit.annotation(before: annotation, after: after).touched(at: now)
    let effects = change(Phrase.attachedName, [edit], at: now)
    guard reading?.isReadOnly == false else { return effects }
    focus(passage)
    notice = Notice(text: Phrase.attached(undo: keyMap.notation(for: .undo, in: .reading)))
    return effects
  }
}

extension Change.Edit {
  /// The same with a time of change later than before, whatever the clock says.
  fileprivate func touched(at now: Timestamp) -> Change.Edit {
    switch self {
    case .annotation(let before, var after):
      after.modified = max(now, after.modified.advanced(by: 1))
      return .annotation(before: before, after: after)
    case .reply(let before, var after):
      after.modified = max(now, after.modified.advanced(by: 1))
      return .reply(before: before, after: after)
    }
  }
}

extension RecordList.Entry {
  fileprivate init(deleted annotation: Annotation, at now: Timestamp) {
    self.init(
      item: .annotation(annotation), title: Phrase.deletedTitle(annotation, at: now),
      preview: Self.preview(of: annotation))
  }

  fileprivate init(deleted reply: Reply, at now: Timestamp) {
    self.init(
      item: .reply(reply), title: Phrase.deletedTitle(reply, at: now),
      preview: [StyledText(reply.text, .listText)])
  }

  fileprivate init(orphan annotation: Annotation) {
    self.init(
      item: .orphan(annotation), title: Phrase.orphanTitle(annotation),
      preview: Self.preview(of: annotation))
  }

  fileprivate init(candidate passage: Passage, of annotation: Annotation, in text: EssayText) {
    let anchor = Anchor(of: passage, in: text)
    self.init(
      item: .candidate(passage, of: annotation),
      title: Phrase.candidateTitle(anchor.quote, at: passage.start, of: text.count),
      preview: [
        StyledText("…" + anchor.prefix.spaced, .listDetail), StyledText(anchor.quote, .listKey),
        StyledText(anchor.suffix.spaced + "…", .listDetail),
      ])
  }

  private static func preview(of annotation: Annotation) -> [StyledText] {
    let quotation = StyledText("“" + annotation.anchor.quote + "”", .listDetail)
    guard let words = annotation.body.words else { return [quotation] }
    return [StyledText(words, .listText), StyledText("", .listText), quotation]
  }
}

extension String {
  /// With each stretch of white space as one space.
  fileprivate var spaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
