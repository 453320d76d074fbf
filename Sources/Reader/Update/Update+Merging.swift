internal import RejoinderCore

/// What the store says of records: that it has ours, and what other sessions did.
extension Model {
  /// Takes what the store holds after a merge.
  mutating func takeRecorded(_ annotations: [Annotation]) {
    let fresh = annotations.filter { reading?.annotations[$0.id] == nil }
    var isChanged = !fresh.isEmpty
    if isChanged {
      _ = put(fresh)
      if fresh.contains(where: { $0.conflictsWith != nil && !$0.isDeleted }) {
        notice = Notice(text: Phrase.conflictingNoteKept, isError: true)
      } else {
        noteChangeElsewhere()
      }
    }
    let news = Set(fresh.map(\.id))
    for annotation in annotations where !news.contains(annotation.id) {
      if take(annotation) { isChanged = true }
    }
    if isChanged { refreshMarking() }
  }

  /// Takes another version of a record that is known.
  ///
  /// - Returns: Whether what is shown has changed.
  private mutating func take(_ annotation: Annotation) -> Bool {
    guard let known = reading?.annotations[annotation.id] else { return false }
    if known == annotation {
      confirm(annotation.id)
      return false
    }
    let isKept = reading?.unsaved.contains(annotation.id) == false
    guard annotation.isMade(from: known, isKept: isKept) else { return false }
    noteVersions(annotation.versions, of: annotation.id, saying: annotation.body.words)
    if annotation.body == known.body, annotation.isDeleted == known.isDeleted {
      // Ours, knowing of what another session made of it.
      _ = put([annotation])
      confirm(annotation.id)
      if composer?.subject.id == annotation.id, composer?.isSaved == true {
        composer?.anchor = annotation.anchor
      }
      return annotation.anchor != known.anchor
    }
    guard follow(annotation.id, text: annotation.isDeleted ? nil : annotation.body.words ?? "")
    else {
      return false
    }
    // Undoing what is written from now on leads back to here.
    if composer?.subject.id == annotation.id {
      composer?.original = annotation
      composer?.anchor = annotation.anchor
      if case .counterargument(let attack, _, _) = annotation.body {
        composer?.subject = .counterargument(id: annotation.id, attack: attack)
      }
    }
    reading?.unsaved.remove(annotation.id)
    _ = put([annotation])
    noteChangeElsewhere()
    return true
  }

  /// Takes what became of a reply that was handed to the store.
  mutating func takeRecorded(_ reply: Reply, as sent: Reply, conflicts: [Reply]) {
    if reading?.replies.first(where: { $0.id == sent.id })?.modified == sent.modified {
      confirm(sent.id)
    }
    take(reply)
    if leftDraft == reply.id {
      leftDraft = nil
      notice = Notice(text: Phrase.draftKept(key: keyMap.notation(for: .reply, in: .reading)))
    }
    for conflict in conflicts { set(conflict) }
    if !conflicts.isEmpty { notice = Notice(text: Phrase.conflictKept, isError: true) }
  }

  /// Takes a reply as the store holds it.
  mutating func take(_ reply: Reply) {
    guard let known = reading?.replies.first(where: { $0.id == reply.id }) else {
      set(reply)
      noteChangeElsewhere()
      return
    }
    let isKept = reading?.unsaved.contains(reply.id) == false
    guard known != reply, reply.isMade(from: known, isKept: isKept) else { return }
    noteVersions(reply.versions, of: reply.id, saying: reply.text)
    if reply.text == known.text, reply.isDeleted == known.isDeleted {
      set(reply)
      return
    }
    guard follow(reply.id, text: reply.isDeleted ? nil : reply.text) else { return }
    reading?.unsaved.remove(reply.id)
    set(reply)
    noteChangeElsewhere()
  }

  /// Takes the store's word that a record is on disk.
  private mutating func confirm(_ id: String) {
    reading?.unsaved.remove(id)
    composer?.confirm(id)
  }

  /// Brings another session's text into the composer, if it holds the same record and nothing that is
  /// not on disk.
  ///
  /// - Parameter text: `nil` where it was deleted: what was said last stays on the screen then, to be
  ///   written on or left.
  /// - Returns: `false` where the composer holds words that the other version knows nothing of: when
  ///   these are kept, the store parts the two.
  private mutating func follow(_ id: String, text: String?) -> Bool {
    guard let composer, composer.subject.id == id else { return true }
    guard composer.isSaved else { return false }
    guard let text else {
      notice = Notice(text: Phrase.deletedElsewhere, isError: true)
      return true
    }
    self.composer?.editor.follow(text)
    self.composer?.rememberWords()
    let revision = self.composer?.editor.revision
    self.composer?.sentRevision = revision
    self.composer?.confirmedRevision = revision
    return true
  }

  // MARK: The reader's own editor

  /// Takes back what the reader's own editor made of the open text. What another session has made of it
  /// meanwhile stays: both changes are joined where they are about different words, and else the store
  /// parts the two texts, as if both had been written here.
  mutating func takeEdited(_ text: String, at now: Timestamp) -> [Effect] {
    guard let composer else { return [] }
    self.composer?.handedOut = nil
    let present = composer.editor.utf8
    let given = composer.handedOut ?? Composer.HandedOut(text: present, versions: .none)
    let edited = EditableText.bytes(of: text)
    if edited == given.text {
      if present != given.text { notice = Notice(text: Phrase.changedWhileEdited) }
      return []
    }
    if present == given.text || present == edited {
      self.composer?.editor.replaceText(text)
      // At once: the editor's file is gone, and there may be an hour's work in it.
      return keepDraft(at: now)
    }
    if let joined = Edit.merging(present, edited, from: given.text) {
      self.composer?.editor.replaceText(String(decoding: joined, as: UTF8.self))
      notice = Notice(text: Phrase.joinedWithEdited)
      return keepDraft(at: now)
    }
    // Written now, as it was made: without a word of what the other session wrote.
    setVersions(given.versions, of: composer.subject.id)
    self.composer?.editor.replaceText(text)
    return keepDraft(at: now)
  }

  /// What went into the version in force of a record.
  func versions(of id: String) -> VersionVector {
    reading?.annotations[id]?.versions
      ?? reading?.replies.first { $0.id == id }?.versions ?? .none
  }

  private mutating func setVersions(_ versions: VersionVector, of id: String) {
    reading?.annotations[id]?.versions = versions
    guard let index = reading?.replies.firstIndex(where: { $0.id == id }) else { return }
    reading?.replies[index].versions = versions
  }

  /// Remembers what else went into the text that the reader's own editor has, where it says the same.
  private mutating func noteVersions(_ versions: VersionVector, of id: String, saying text: String?)
  {
    guard let composer, let given = composer.handedOut, composer.subject.id == id, let text,
      EditableText.bytes(of: text) == given.text
    else { return }
    self.composer?.handedOut?.versions = given.versions.union(versions)
  }

  /// Where another session's text has taken the identifier of the open one, and ours was kept beside it,
  /// goes on with ours: a reader's words never give way on the screen to somebody else's.
  mutating func goOnWithOwnVersion(among annotations: [Annotation], _ replies: [Reply]) {
    guard let composer, composer.isSaved else { return }
    let id = composer.subject.id
    let text = composer.editor.text
    switch composer.subject {
    case .reply:
      guard
        let own = replies.first(where: {
          $0.conflictsWith == id && $0.text == text && !$0.isDeleted
        })
      else { return }
      self.composer?.subject = .reply(id: own.id)
      notice = Notice(text: Phrase.conflictKept, isError: true)
    case .counterargument, .remark:
      guard
        let own = annotations.first(where: {
          $0.conflictsWith == id && $0.body.words == text && !$0.isDeleted
        })
      else { return }
      if case .counterargument(_, let attack) = composer.subject {
        self.composer?.subject = .counterargument(id: own.id, attack: attack)
      } else {
        self.composer?.subject = .remark(id: own.id)
      }
      self.composer?.original = nil
      notice = Notice(text: Phrase.conflictingNoteKept, isError: true)
    }
  }

  /// Says so where nobody is writing: there the words on the screen say it themselves.
  private mutating func noteChangeElsewhere() {
    if notice == nil, composer == nil { notice = Notice(text: Phrase.changedElsewhere) }
  }
}

extension Annotation {
  /// Whether this version knows everything that went into `known` and is not an older one.
  ///
  /// - Parameter isKept: Whether `known` is on disk: then another version with the same history has come
  ///   there by hand, or from another library, and stands.
  fileprivate func isMade(from known: Annotation, isKept: Bool) -> Bool {
    guard versions == known.versions else { return versions.covers(known.versions) }
    return modified > known.modified || isKept && modified == known.modified
  }
}

extension Reply {
  /// Whether this version knows everything that went into `known` and is not an older one.
  ///
  /// - Parameter isKept: As for annotations.
  fileprivate func isMade(from known: Reply, isKept: Bool) -> Bool {
    guard versions == known.versions else { return versions.covers(known.versions) }
    return modified > known.modified || receipts.count > known.receipts.count
      || isKept && modified == known.modified
  }
}

extension Annotation.Body {
  /// What it is called in a list.
  var formName: String {
    switch self {
    case .note: "note"
    case .counterargument: "counterargument"
    case .mark: "claim"
    case .decision: "decision"
    case .assessment: "rating"
    }
  }

  /// The reader's words, where it has any.
  var words: String? {
    switch self {
    case .note(let text), .counterargument(_, let text, _): text
    case .decision, .mark, .assessment: nil
    }
  }
}
