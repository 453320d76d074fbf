internal import RejoinderCore

/// Changing records: the one way in which annotations come into being, change and go.
extension Model {
  /// Carries out a change that can be undone.
  mutating func change(_ name: String, _ edits: [Change.Edit], at now: Timestamp) -> [Effect] {
    guard reading?.isReadOnly == false else {
      notice = Notice(text: Phrase.readOnly, isError: true)
      return []
    }
    let change = Change(name: name, edits: edits.map(stamped))
    reading?.history.add(change)
    return apply(edits.map(\.result))
  }

  mutating func undo(at now: Timestamp) -> [Effect] {
    guard let change = reading?.history.takeBack() else {
      notice = Notice(text: Phrase.nothingToUndo)
      return []
    }
    guard change.edits.allSatisfy({ isOurs($0, as: $0.result) }) else {
      reading?.history.forgetUndone()
      notice = Notice(text: Phrase.notUndone(change.name), isError: true)
      return []
    }
    notice = Notice(text: Phrase.undone(change.name))
    return apply(change.edits.reversed().map { $0.reversed(after: modified($0, now: now)) })
  }

  mutating func redo(at now: Timestamp) -> [Effect] {
    guard let change = reading?.history.takeAgain() else {
      notice = Notice(text: Phrase.nothingToRedo)
      return []
    }
    guard change.edits.allSatisfy({ isOurs($0, as: $0.reversed(after: now)) }) else {
      reading?.history.forgetDone()
      notice = Notice(text: Phrase.notRedone(change.name), isError: true)
      return []
    }
    notice = Notice(text: Phrase.redone(change.name))
    return apply(change.edits.map { $0.repeated(after: modified($0, now: now)) })
  }

  /// Whether no other session has given the record in force another content than this session left
  /// there: words that it wrote since must not give way to older ones.
  private func isOurs(_ edit: Change.Edit, as left: Change.Record) -> Bool {
    let session = identifiers.session
    switch (edit, left) {
    case (.annotation(_, let after), .annotation(let left)):
      guard let inForce = reading?.annotations[after.id] else { return true }
      return after.versions.covers(inForce.versions.forgetting(session))
        || (inForce.body, inForce.anchor, inForce.isDeleted)
          == (left.body, left.anchor, left.isDeleted)
    case (.reply(_, let after), .reply(let left)):
      guard let inForce = reading?.replies.first(where: { $0.id == after.id }) else { return true }
      return after.versions.covers(inForce.versions.forgetting(session))
        || (inForce.text, inForce.claims, inForce.isDeleted)
          == (left.text, left.claims, left.isDeleted)
    case (.annotation, .reply), (.reply, .annotation): return false
    }
  }

  /// A time of change later than that of the record in force, whatever the clock says.
  private func modified(_ edit: Change.Edit, now: Timestamp) -> Timestamp {
    let inForce: Timestamp? =
      switch edit {
      case .annotation(_, let after): reading?.annotations[after.id]?.modified
      case .reply(_, let after): reading?.replies.first { $0.id == after.id }?.modified
      }
    return max(now, inForce?.advanced(by: 1) ?? now)
  }

  /// Puts records in force and asks for them to be kept.
  mutating func apply(_ records: [Change.Record]) -> [Effect] {
    var effects: [Effect] = []
    var annotations: [Annotation] = []
    for record in records {
      switch record {
      case .annotation(let annotation):
        let annotation = stamped(annotation)
        set(annotation)
        reading?.unsaved.insert(annotation.id)
        annotations.append(annotation)
      case .reply(let reply):
        effects += self.record(reply)
      }
    }
    if !annotations.isEmpty {
      effects.append(.record(annotations, essay: reading?.request ?? 0))
    }
    return effects
  }

  /// Puts a reply in force and hands it to the store; remembers that it has not confirmed it.
  mutating func record(_ reply: Reply) -> [Effect] {
    guard let reading else { return [] }
    var reply = reply
    let known = reading.replies.first { $0.id == reply.id }?.versions ?? reply.versions
    reply.versions = known.noting(identifiers.session, at: reply.modified)
    set(reply)
    self.reading?.unsaved.insert(reply.id)
    return [.recordReply(reply, essay: reading.request)]
  }

  /// The edit with what its result will know of other sessions.
  private func stamped(_ edit: Change.Edit) -> Change.Edit {
    switch edit {
    case .annotation(let before, let after):
      return .annotation(before: before, after: stamped(after))
    case .reply(let before, var after):
      after.versions =
        reading?.replies.first { $0.id == after.id }?.versions ?? after.versions
      return .reply(before: before, after: after)
    }
  }

  /// The annotation as this session's change of the version in force.
  private func stamped(_ annotation: Annotation) -> Annotation {
    var annotation = annotation
    let known = reading?.annotations[annotation.id]?.versions ?? annotation.versions
    annotation.versions = known.noting(identifiers.session, at: annotation.modified)
    return annotation
  }

  /// Takes an annotation into the open essay, without touching the history.
  mutating func set(_ annotation: Annotation) {
    for passage in put([annotation]) { refreshMarking(around: passage) }
  }

  /// Takes annotations into the open essay and leaves the marking as it is.
  ///
  /// - Returns: The passages that are marked otherwise now.
  mutating func put(_ annotations: [Annotation]) -> [Passage] {
    // Taken out and put back: a copy of all records for each would make many of them take for ever.
    guard var reading = reading.take() else { return [] }
    defer { self.reading = reading }
    let replaced = Set(annotations.map(\.id))
    var places: [String: ResolvedAnnotation] = [:]
    if annotations.contains(where: { reading.annotations[$0.id] != nil }) {
      for known in reading.resolved where replaced.contains(known.annotation.id) {
        places[known.annotation.id] = known
      }
      reading.resolved.removeAll { replaced.contains($0.annotation.id) }
    }
    let live = annotations.filter { !$0.isDeleted }
    let wanted = live.filter { places[$0.id]?.annotation.anchor != $0.anchor }
    let found = zip(wanted, resolve(wanted.map(\.anchor), in: reading.text))
      .reduce(into: [:]) { $0[$1.0.id] = $1.1 }
    var placed: [ResolvedAnnotation] = []
    var passages = annotations.compactMap { places[$0.id]?.passage }
    for annotation in live {
      let before = places[annotation.id]
      let resolution = found[annotation.id]
      guard let passage = resolution.map(\.passage) ?? before?.passage else { continue }
      placed.append(
        ResolvedAnnotation(
          annotation: annotation, passage: passage,
          likeness: resolution?.likeness ?? before?.likeness ?? 1))
      if passage != before?.passage { passages.append(passage) }
    }
    for annotation in annotations { reading.annotations[annotation.id] = annotation }
    reading.resolved.insert(byMaking: placed)
    return passages
  }

  mutating func set(_ reply: Reply) {
    guard let index = reading?.replies.firstIndex(where: { $0.id == reply.id }) else {
      reading?.replies.append(reply)
      return
    }
    reading?.replies[index] = reply
  }

  /// A new record about a passage.
  mutating func newAnnotation(_ body: Annotation.Body, at passage: Passage, now: Timestamp)
    -> Annotation?
  {
    guard let text = reading?.text else { return nil }
    return Annotation(
      id: identifiers.next("a"), anchor: Anchor(of: passage, in: text), body: body, created: now,
      modified: now)
  }

  /// What the keys act on: the selection, else the passage under the cursor.
  mutating func takePassage() -> Passage? {
    if mode == .selecting { return takeSelection() }
    if let claim = focusedClaim { return claim.passage }
    if let cursor = reading?.cursor { return cursor }
    notice = Notice(text: Phrase.nothingFocused(key))
    return nil
  }
}

extension Change {
  /// A record as it shall be.
  enum Record: Sendable, Hashable {
    case annotation(Annotation)
    case reply(Reply)
  }
}

extension Change.Edit {
  /// The record after the change.
  var result: Change.Record {
    switch self {
    case .annotation(_, let after): .annotation(after)
    case .reply(_, let after): .reply(after)
    }
  }

  /// The record as it was before, written anew.
  func reversed(after modified: Timestamp) -> Change.Record {
    switch self {
    case .annotation(let before, let after):
      var annotation = before ?? after
      if before == nil { annotation.isDeleted = true }
      annotation.modified = modified
      return .annotation(annotation)
    case .reply(let before, _):
      var reply = before
      reply.modified = modified
      return .reply(reply)
    }
  }

  /// The record after the change, written anew.
  func repeated(after modified: Timestamp) -> Change.Record {
    switch self {
    case .annotation(_, let after):
      var annotation = after
      annotation.modified = modified
      return .annotation(annotation)
    case .reply(_, let after):
      var reply = after
      reply.modified = modified
      return .reply(reply)
    }
  }
}

extension [ResolvedAnnotation] {
  /// Puts records into a list in order of making, behind those that are as old.
  fileprivate mutating func insert(byMaking records: [ResolvedAnnotation]) {
    if let record = records.first, records.count == 1 {
      let index = partitionIndex { $0.annotation.created > record.annotation.created }
      insert(record, at: index)
      return
    }
    self = (self + records).enumerated()
      .sorted {
        ($0.element.annotation.created, $0.offset) < ($1.element.annotation.created, $1.offset)
      }
      .map(\.element)
  }
}
