internal import RejoinderCore
internal import TerminalKit

/// Writing replies, counterarguments and notes.
extension Model {
  // MARK: Opening

  /// Opens the reply with the claim, and in the margin with the chosen counterargument, quoted.
  mutating func beginReply(isNew: Bool, at now: Timestamp) -> [Effect] {
    guard canWrite() else { return [] }
    let counterargument = mode == .margin ? chosenCounterargument : nil
    guard let passage = takePassage(), let reading else { return [] }
    let anchor = Anchor(of: passage, in: reading.text)
    noteAnswered(anchor)
    let quotation = Quotation.markdown(
      anchor.quote, from: reading.essay.metadata, bringing: counterargument)
    var reply =
      (isNew ? nil : currentDraft)
      ?? Reply(id: identifiers.next("r"), text: "", claims: [], created: now, modified: now)
    let isKnown =
      reply.claims.contains { $0.quote == anchor.quote }
      && (counterargument.map { reply.text.contains($0.text) } ?? true)
    if !isKnown {
      if !reply.claims.contains(where: { $0.quote == anchor.quote }) { reply.claims.append(anchor) }
      let separator = reply.text.isEmpty ? "" : reply.text.hasSuffix("\n") ? "\n" : "\n\n"
      reply.text += separator + quotation
    }
    let isFirst = !isNew && currentDraft == nil
    set(reply)
    open(reply, at: now)
    if isFirst { composer?.begunWith = reply.text }
    if isKnown { return [] }
    composer?.sentRevision = nil
    composer?.confirmedRevision = nil
    if !isNew, !isFirst {
      notice = Notice(text: Phrase.addedToDraft(new: keyMap.notation(for: .newReply, in: .reading)))
    }
    return composerChanged(at: now)
  }

  /// The draft that was written in this session last, else the one that was changed last. One that was
  /// copied or written to a file is still a draft.
  var currentDraft: Reply? {
    drafts.first { $0.id == reading?.lastDraft } ?? drafts.max { $0.modified < $1.modified }
  }

  /// The essay's drafts in order of making.
  var drafts: [Reply] {
    (reading?.replies ?? []).filter { !$0.isDeleted }.sorted {
      ($0.created, $0.id) < ($1.created, $1.id)
    }
  }

  mutating func open(_ reply: Reply, at now: Timestamp) {
    var editor = TextEditor(reply.text, in: composerArea)
    editor.perform(.textEnd, in: composerArea)
    composer = Composer(
      subject: .reply(id: reply.id), anchor: nil, editor: editor, title: "")
    setComposerTitle()
    composer?.lastWords = reply.text
    // What the store has not confirmed is on its way to it.
    composer?.sentRevision = editor.revision
    if reading?.unsaved.contains(reply.id) == false {
      composer?.confirmedRevision = editor.revision
    }
    mode = .composing
  }

  mutating func beginCounterargument(at now: Timestamp) -> [Effect] {
    guard canWrite() else { return [] }
    let isSelection = mode == .selecting
    guard let passage = takePassage(), let text = reading?.text else { return [] }
    var effects: [Effect] = []
    var mark: Annotation?
    if isSelection || focusedClaim == nil {
      // What is answered is a claim: say so, or the answer would hang in the air.
      mark = newAnnotation(.mark(kind: .fact), at: passage, now: now)
      if let mark {
        effects += change(Phrase.markedAsClaim, [.annotation(before: nil, after: mark)], at: now)
        reading?.cursor = passage
      }
    }
    let anchor = Anchor(of: passage, in: text)
    noteAnswered(anchor)
    openComposer(
      .counterargument(id: identifiers.next("a"), attack: .rebuttal), anchor: anchor, text: "")
    composer?.mark = mark
    return effects
  }

  mutating func beginRemark(at now: Timestamp) -> [Effect] {
    let isSelection = mode == .selecting
    guard canWrite(), let passage = takePassage(), let text = reading?.text else { return [] }
    if !isSelection, let note = ownNote(about: passage), let words = note.body.words {
      openComposer(.remark(id: note.id), anchor: note.anchor, text: words)
      composer?.original = note
      return []
    }
    openComposer(
      .remark(id: identifiers.next("a")), anchor: Anchor(of: passage, in: text), text: "")
    return []
  }

  /// The reader's note about just these words.
  private func ownNote(about passage: Passage) -> Annotation? {
    reading?.resolved.last {
      if case .note = $0.annotation.body { return $0.passage.matches(passage) }
      return false
    }?.annotation
  }

  /// Opens what the reader wrote about the passage.
  mutating func editChosen(at now: Timestamp) -> [Effect] {
    guard canWrite() else { return [] }
    guard let (annotation, _) = ownRecord(for: .editing) else {
      notice = Notice(
        text: Phrase.nothingToEdit(keyMap.notation(for: .addCounterargument, in: .reading)))
      return []
    }
    switch annotation.body {
    case .counterargument(let attack, let text, _):
      openComposer(
        .counterargument(id: annotation.id, attack: attack), anchor: annotation.anchor, text: text)
    case .note(let text):
      openComposer(.remark(id: annotation.id), anchor: annotation.anchor, text: text)
    case .decision, .mark, .assessment:
      return []
    }
    composer?.original = annotation
    return []
  }

  private mutating func openComposer(_ subject: Composer.Subject, anchor: Anchor, text: String) {
    var editor = TextEditor(text, in: composerArea)
    editor.perform(.textEnd, in: composerArea)
    composer = Composer(
      subject: subject, anchor: anchor, editor: editor, title: "")
    composer?.sentRevision = editor.revision
    composer?.confirmedRevision = editor.revision
    setComposerTitle()
    mode = .composing
  }

  /// Names the text after the claim and the draft that it is now: both are numbered anew when others
  /// come or go.
  mutating func setComposerTitle() {
    guard let composer else { return }
    let number = reading?.focusedClaim.map { $0 + 1 }
    switch composer.subject {
    case .reply(let id):
      let all = drafts
      guard let index = all.firstIndex(where: { $0.id == id }) else { return }
      self.composer?.title = Phrase.replyTitle(
        number: index + 1, of: all.count, claims: all[index].claims.count,
        isOther: all[index].conflictsWith != nil)
    case .counterargument(_, let attack):
      self.composer?.title = Phrase.counterargumentTitle(attack: attack.rawValue, claim: number)
    case .remark:
      self.composer?.title = Phrase.remarkTitle(claim: number)
    }
  }

  private mutating func canWrite() -> Bool {
    guard let reading else { return false }
    if reading.isReadOnly { notice = Notice(text: Phrase.readOnly, isError: true) }
    return !reading.isReadOnly
  }

  /// The part of the screen that the text takes.
  var composerArea: Size {
    let geometry = Geometry(size: size, notes: notes, isComposing: true)
    return Size(
      columns: max(1, min(Geometry.measure, size.columns - 4)),
      rows: max(1, geometry.composer.count - 1))
  }

  // MARK: Writing

  mutating func edit(_ command: EditorCommand, at now: Timestamp) -> [Effect] {
    let area = Size(columns: Int(Int16.max), rows: 1)
    switch mode {
    case .composing:
      // As in a shell ^W takes the word before; with something selected it cuts that.
      let isCut = command == .killToSpace && composer?.editor.selection != nil
      perform(isCut ? .cut : command)
      return composerChanged(at: now)
    case .prompt:
      let before = prompt?.editor.text
      prompt?.editor.perform(command, in: area)
      if prompt?.editor.text != before { promptChanged() }
    case .help:
      help.editor.perform(command, in: area)
      help.scroll = 0
    case .reading, .margin, .selecting, .library, .outline, .records:
      break
    }
    return []
  }

  private mutating func perform(_ command: EditorCommand) {
    let area = composerArea
    composer?.editor.perform(command, in: area)
  }

  /// Sees to it that a changed text is on disk within a second.
  mutating func composerChanged(at now: Timestamp) -> [Effect] {
    guard let composer, !composer.isSaved, !composer.isTimerSet else { return [] }
    self.composer?.isTimerSet = true
    return [.setTimer(.keepDraft, milliseconds: Self.draftInterval)]
  }

  /// Milliseconds from the first unsaved key to the writing; half of what is promised.
  private static let draftInterval = 500

  /// Hands the text to the store, if that has not got it.
  mutating func keepDraft(at now: Timestamp) -> [Effect] {
    composer?.isTimerSet = false
    guard var composer, !composer.isSaved, composer.sentRevision != composer.editor.revision
    else { return [] }
    composer.sentRevision = composer.editor.revision
    composer.rememberWords()
    self.composer = composer
    switch composer.subject {
    case .reply(let id):
      guard var reply = reading?.replies.first(where: { $0.id == id }) else { return [] }
      reply.text = composer.editor.text
      // Whoever writes on wants what another session deleted.
      reply.isDeleted = false
      reply.modified = max(now, reply.modified.advanced(by: 1))
      return record(reply)
    case .counterargument, .remark:
      guard let annotation = composedAnnotation(at: now) else { return [] }
      return apply([.annotation(annotation)])
    }
  }

  /// The annotation that the composer's text makes, later than the one it replaces.
  private func composedAnnotation(at now: Timestamp) -> Annotation? {
    guard let composer, let anchor = composer.anchor else { return nil }
    var text = composer.editor.text
    let known = reading?.annotations[composer.subject.id]
    let isEmpty = text.allSatisfy(\.isWhitespace)
    // An emptied text is deleted, with the words that it had: they can be brought back.
    if isEmpty {
      let before = composer.original?.body.words ?? ""
      text = before.utf8.count > composer.lastWords.utf8.count ? before : composer.lastWords
    }
    let body: Annotation.Body
    switch composer.subject {
    case .counterargument(_, let attack):
      var source: String?
      if case .counterargument(_, _, let known)? = composer.original?.body { source = known }
      body = .counterargument(attack: attack, text: text, source: source)
    case .remark: body = .note(text)
    case .reply: return nil
    }
    return Annotation(
      id: composer.subject.id, anchor: anchor, body: body, created: known?.created ?? now,
      modified: max(now, known?.modified.advanced(by: 1) ?? now),
      isDeleted: isEmpty, versions: known?.versions ?? .none)
  }

  // MARK: Leaving

  /// Keeps the text and closes; a text without a word is not kept.
  mutating func leaveComposer(at now: Timestamp) -> [Effect] {
    guard let composer else { return [] }
    if composer.editor.selection != nil {
      perform(.deselect)
      return []
    }
    var effects: [Effect] = []
    switch composer.subject {
    case .reply(let id):
      reading?.lastDraft = id
      effects = keepDraft(at: now)
      let isGone = reading?.replies.first { $0.id == id }?.isDeleted == true
      if composer.editor.text.allSatisfy(\.isWhitespace), !isGone {
        effects += discardReply(id, words: composer.lastWords, at: now)
        noteDeleted("draft")
      } else {
        noteKeptDraft(id)
      }
    case .counterargument, .remark:
      effects = finishAnnotation(at: now)
    }
    closeComposer()
    return effects
  }

  /// Says that a draft is kept: now if it is on disk, else when the store says so.
  private mutating func noteKeptDraft(_ id: String) {
    if reading?.replies.first(where: { $0.id == id })?.isDeleted == true {
      notice = Notice(text: Phrase.draftDeletedElsewhere(key(.deleted)), isError: true)
    } else if composer?.isSaved == true {
      notice = Notice(text: Phrase.draftKept(key: keyMap.notation(for: .reply, in: .reading)))
    } else {
      leftDraft = id
    }
  }

  /// The whole writing of a note or counterargument becomes one change.
  private mutating func finishAnnotation(at now: Timestamp) -> [Effect] {
    guard let composer, let annotation = composedAnnotation(at: now) else { return [] }
    let original = composer.original
    // Deleted elsewhere, and nothing written since: what is still on the screen does not bring it back.
    if composer.isSaved, original?.isDeleted == true,
      reading?.annotations[annotation.id]?.isDeleted == true
    {
      return []
    }
    let isKnown = reading?.annotations[annotation.id] != nil
    let mark = annotation.isDeleted ? composer.mark.map { [markTakenBack($0, at: now)] } ?? [] : []
    if annotation.isDeleted && !isKnown {
      return mark.isEmpty ? [] : change(Phrase.markTakenBack, mark, at: now)
    }
    if let original, original.body == annotation.body, !annotation.isDeleted {
      // Nothing has changed in the end, but what was kept meanwhile may differ.
      let inForce = reading?.annotations[annotation.id]
      return inForce?.body == annotation.body ? [] : apply([.annotation(annotation)])
    }
    if annotation.isDeleted { noteDeleted(annotation.body.formName) }
    let name =
      annotation.isDeleted
      ? "Deleted" : Phrase.written(composer.subject, again: original != nil)
    return change(name, [.annotation(before: original, after: annotation)] + mark, at: now)
  }

  private func markTakenBack(_ mark: Annotation, at now: Timestamp) -> Change.Edit {
    let before = reading?.annotations[mark.id] ?? mark
    var after = before
    after.isDeleted = true
    after.modified = max(now, before.modified.advanced(by: 1))
    return .annotation(before: before, after: after)
  }

  /// - Parameter words: What the draft said while it said something: they can be brought back.
  private mutating func discardReply(
    _ id: String, words: String? = nil, at now: Timestamp
  ) -> [Effect] {
    guard var before = reading?.replies.first(where: { $0.id == id }) else { return [] }
    if let words { before.text = words }
    var after = before
    after.isDeleted = true
    after.modified = max(now, before.modified.advanced(by: 1))
    return change("Draft deleted", [.reply(before: before, after: after)], at: now)
  }

  mutating func deleteDraft(at now: Timestamp) -> [Effect] {
    guard let composer else { return [] }
    guard case .reply(let id) = composer.subject else { return deleteComposed(at: now) }
    var effects = keepDraft(at: now)
    let isEmpty = composer.editor.text.allSatisfy(\.isWhitespace)
    effects += discardReply(id, words: isEmpty ? composer.lastWords : nil, at: now)
    closeComposer()
    noteDeleted("draft")
    return effects
  }

  private mutating func noteDeleted(_ name: String) {
    notice = Notice(text: Phrase.deleted(name, undo: keyMap.notation(for: .undo, in: .reading)))
  }

  /// Deletes the note or counterargument that is open; undoing brings back what was last written.
  private mutating func deleteComposed(at now: Timestamp) -> [Effect] {
    var effects = keepDraft(at: now)
    let mark = composer?.mark.map { [markTakenBack($0, at: now)] } ?? []
    if let id = composer?.subject.id, let before = reading?.annotations[id], !before.isDeleted {
      var after = before
      after.isDeleted = true
      after.modified = max(now, before.modified.advanced(by: 1))
      effects += change("Deleted", [.annotation(before: before, after: after)] + mark, at: now)
      noteDeleted(before.body.formName)
    } else if !mark.isEmpty {
      effects += change(Phrase.markTakenBack, mark, at: now)
    }
    closeComposer()
    return effects
  }

  /// Goes to another draft of the essay.
  mutating func changeDraft(by distance: Int, at now: Timestamp) -> [Effect] {
    guard let composer, case .reply(let id) = composer.subject else { return [.ring] }
    let effects = keepDraft(at: now)
    let all = drafts
    guard all.count > 1, let index = all.firstIndex(where: { $0.id == id }) else {
      notice = Notice(text: Phrase.onlyDraft(keyMap.notation(for: .newReply, in: .reading)))
      return effects
    }
    let target = (((index + distance) % all.count) + all.count) % all.count
    open(all[target], at: now)
    return effects
  }

  mutating func changeAttack(at now: Timestamp) -> [Effect] {
    guard case .counterargument(let id, let attack)? = composer?.subject else {
      notice = Notice(text: Phrase.attackNeedsCounterargument)
      return []
    }
    let all: [Attack] = [.rebuttal, .undercut, .undermining]
    let next = all[((all.firstIndex(of: attack) ?? 0) + 1) % all.count]
    composer?.subject = .counterargument(id: id, attack: next)
    setComposerTitle()
    composer?.sentRevision = nil
    composer?.confirmedRevision = nil
    return composerChanged(at: now)
  }

  mutating func editExternally(at now: Timestamp) -> [Effect] {
    guard let composer, let reading else { return [] }
    let id = composer.subject.id
    let claims =
      composer.anchor.map { [$0] } ?? reading.replies.first { $0.id == id }?.claims ?? []
    let effects = keepDraft(at: now)
    let versions = versions(of: id)
    self.composer?.handedOut = Composer.HandedOut(text: composer.editor.utf8, versions: versions)
    return effects + [
      .editExternally(
        composer.editor.text, record: id, claims: claims, essay: reading.request)
    ]
  }

  // MARK: What the store and the destinations answer

  mutating func take(_ receipt: Receipt, reply id: String?, at now: Timestamp) -> [Effect] {
    notice = Notice(text: Phrase.said(receipt.detail))
    if reading?.isReadOnly == true { return [] }
    guard let id, var reply = reading?.replies.first(where: { $0.id == id }) else { return [] }
    reply.receipts.append(receipt)
    reply.modified = max(now, reply.modified.advanced(by: 1))
    return record(reply)
  }

  // MARK: Sending

  /// The open reply, else the draft that ``currentDraft`` is.
  func replyToSend() -> Reply? {
    if case .reply(let id)? = composer?.subject {
      var reply = reading?.replies.first { $0.id == id }
      reply?.text = composer?.editor.text ?? ""
      return reply
    }
    return currentDraft
  }

  /// The text of a note or counterargument while it is being written.
  private var composedText: String? {
    guard let composer, composer.anchor != nil, !composer.editor.text.isEmpty else { return nil }
    return composer.editor.text
  }

  mutating func copyReply() -> [Effect] {
    if let text = composedText { return [.offerToClipboard(text, reply: nil)] }
    guard let reply = replyToSend(), !reply.text.isEmpty else {
      notice = Notice(text: Phrase.noReply(keyMap.notation(for: .reply, in: .reading)))
      return []
    }
    return [.offerToClipboard(reply.text, reply: reply.id)]
  }

  mutating func writeReply(to path: String, overwrite: Bool) -> [Effect] {
    if let text = composedText {
      return [.write(text, path: path, overwrite: overwrite, reply: nil)]
    }
    guard let reply = replyToSend(), !reply.text.isEmpty else {
      notice = Notice(text: Phrase.noReply(keyMap.notation(for: .reply, in: .reading)))
      return []
    }
    return [.write(reply.text, path: path, overwrite: overwrite, reply: reply.id)]
  }

  /// Offers the counterargument, selection or claim to the clipboard.
  mutating func copyPassage() -> [Effect] {
    if mode == .margin, let chosen = chosenCounterargument {
      return [.offerToClipboard(chosen.text, reply: nil)]
    }
    guard let passage = takePassage(), let text = reading?.text else { return [] }
    return [.offerToClipboard(text.string(passage), reply: nil)]
  }
}
