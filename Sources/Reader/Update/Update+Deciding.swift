internal import RejoinderCore
internal import TerminalKit

/// The reader's word on claims and counterarguments.
extension Model {
  /// Accepts, rejects or retypes the sentence or claim under the cursor.
  mutating func decide(_ decision: Decision, at now: Timestamp) -> [Effect] {
    guard let passage = takePassage(), let reading else { return [] }
    let name = Phrase.name(of: decision)
    let known = reading.resolved.last { $0.passage.matches(passage) && $0.annotation.isVerdict }
    if let known, case .mark = known.annotation.body {
      return decide(decision, onMark: known.annotation, named: name, at: now)
    }
    if case .decision(decision)? = known?.annotation.body {
      notice = Notice(text: Phrase.already(decision))
      return []
    }
    var edits: [Change.Edit] = []
    if let before = known?.annotation {
      var after = before
      after.body = .decision(decision)
      after.modified = max(now, before.modified.advanced(by: 1))
      edits = [.annotation(before: before, after: after)]
    } else if let annotation = newAnnotation(.decision(decision), at: passage, now: now) {
      edits = [.annotation(before: nil, after: annotation)]
    }
    notice = Notice(text: name)
    bringIntoSight(passage)
    return change(name, edits, at: now)
  }

  /// What was decided about is shown, where the reader had scrolled away from it.
  private mutating func bringIntoSight(_ passage: Passage) {
    if reading?.cursor == passage, !isOnPage(passage) { showFocus() }
  }

  /// The reader's own mark is retyped in place. When it is rejected, it is deleted; but a counterargument
  /// would keep the claim, and so the rejection stands instead.
  private mutating func decide(
    _ decision: Decision, onMark mark: Annotation, named name: String, at now: Timestamp
  ) -> [Effect] {
    var after = mark
    after.modified = max(now, mark.modified.advanced(by: 1))
    switch decision {
    case .accepted:
      notice = Notice(text: Phrase.alreadyYours)
      return []
    case .rejected where hasCounterargument(about: mark): after.body = .decision(.rejected)
    case .rejected: after.isDeleted = true
    case .retyped(.claim, let kind): after.body = .mark(kind: kind)
    case .retyped: after.body = .decision(decision)
    }
    notice = Notice(text: name)
    if let passage = reading?.cursor { bringIntoSight(passage) }
    return change(name, [.annotation(before: mark, after: after)], at: now)
  }

  private func hasCounterargument(about mark: Annotation) -> Bool {
    guard let resolved = reading?.resolved,
      let passage = resolved.first(where: { $0.annotation.id == mark.id })?.passage
    else { return false }
    return resolved.contains {
      guard case .counterargument = $0.annotation.body else { return false }
      return $0.passage.matches(passage)
    }
  }

  mutating func retype(_ choice: RetypeChoice, at now: Timestamp) -> [Effect] {
    decide(choice.decision(keeping: focusedClaim?.kind ?? .fact), at: now)
  }

  /// Marks the selection, or the sentence under the cursor, as a claim.
  mutating func markClaim(at now: Timestamp) -> [Effect] {
    let isSelection = mode == .selecting
    guard let passage = takePassage(), let reading else { return [] }
    if !isSelection, reading.focusedClaim != nil { return decide(.accepted, at: now) }
    let kind = reading.sentences.sentence(matching: passage)?.kind ?? .fact
    guard let annotation = newAnnotation(.mark(kind: kind), at: passage, now: now) else {
      return []
    }
    let effects = change(
      Phrase.markedAsClaim, [.annotation(before: nil, after: annotation)], at: now)
    self.reading?.cursor = passage
    if self.reading?.isReadOnly == false {
      notice = Notice(
        text: Phrase.marked(kind: kind.rawValue, key: keyMap.notation(for: .retype, in: .reading)))
    }
    return effects
  }

  // MARK: Counterarguments

  /// Changes what the reader thinks of the chosen counterargument.
  mutating func assess(at now: Timestamp, _ adjust: (inout Assessment) -> Void) -> [Effect] {
    guard let passage = focusedClaim?.passage, let chosen = chosenCounterargument, let reading
    else {
      notice = Notice(
        text: focusedClaim == nil ? Phrase.noClaimToJudge(key) : Phrase.noCounterargument(key))
      return []
    }
    let known = reading.resolved.last {
      if case .assessment(let known) = $0.annotation.body {
        return known.counterargument == chosen.id
      }
      return false
    }?.annotation
    var assessment = Assessment(
      counterargument: chosen.id, rating: chosen.rating, pinned: chosen.pinned,
      dismissed: chosen.dismissed)
    let old = assessment
    adjust(&assessment)
    guard assessment != old else { return [] }
    let name = Phrase.assessed(assessment, before: old)
    let edit: Change.Edit
    if let before = known {
      var after = before
      after.body = .assessment(assessment)
      after.modified = max(now, before.modified.advanced(by: 1))
      edit = .annotation(before: before, after: after)
    } else {
      guard let after = newAnnotation(.assessment(assessment), at: passage, now: now) else {
        return []
      }
      edit = .annotation(before: nil, after: after)
    }
    let effects = change(name, [edit], at: now)
    if self.reading?.isReadOnly == false {
      // Outside the margin nothing shows which one the keys act on.
      let words = mode == .margin ? "" : ": " + chosen.text.shortened(columns: size.columns / 2)
      notice = Notice(text: name + words)
    }
    follow(chosen.id)
    return effects
  }

  /// Does something that may change the order of counterarguments.
  mutating func followingChosen(_ change: (inout Model) -> [Effect]) -> [Effect] {
    let id = mode == .margin ? chosenCounterargument?.id : nil
    let effects = change(&self)
    if let id { follow(id) }
    return effects
  }

  /// Keeps the same counterargument chosen when the order has changed.
  private mutating func follow(_ id: String) {
    guard let index = focusedNote?.counterarguments.firstIndex(where: { $0.id == id }) else {
      return
    }
    reading?.chosen = index
  }

  /// Deletes what is the reader's own: the chosen counterargument, else a note, else a mark.
  mutating func deleteChosen(at now: Timestamp) -> [Effect] {
    guard let (annotation, name) = ownRecord(for: .deleting) else {
      notice = Notice(text: Phrase.nothingOfYours(keyMap.notation(for: .dismiss, in: .reading)))
      return []
    }
    var after = annotation
    after.isDeleted = true
    after.modified = max(now, annotation.modified.advanced(by: 1))
    let effects = change(
      Phrase.deletedName(name), [.annotation(before: annotation, after: after)], at: now)
    if reading?.isReadOnly == false {
      notice = Notice(text: Phrase.deleted(name, undo: keyMap.notation(for: .undo, in: .reading)))
    }
    moveItems(0)
    return effects
  }

  enum Purpose { case editing, deleting }

  /// The reader's record that `e` and `d` mean: in the margin the chosen counterargument; otherwise
  /// the last one written about the passage, then a note, then (to delete) a mark or decision.
  func ownRecord(for purpose: Purpose) -> (Annotation, name: String)? {
    guard let reading, let cursor = reading.cursor else { return nil }
    if mode == .margin, let chosen = chosenCounterargument {
      guard let annotation = reading.annotations[chosen.id] else { return nil }
      return (annotation, "counterargument")
    }
    let passage = focusedClaim?.passage ?? cursor
    let about = reading.resolved.filter { $0.passage.overlaps(passage) }.map(\.annotation)
    for annotation in about.reversed() {
      if case .counterargument = annotation.body { return (annotation, "counterargument") }
    }
    for annotation in about.reversed() {
      if case .note = annotation.body { return (annotation, "note") }
    }
    guard purpose == .deleting else { return nil }
    return about.last(where: \.isVerdict).map { ($0, "mark") }
  }
}

extension Annotation {
  /// Whether it says that something is a claim or none.
  var isVerdict: Bool {
    switch body {
    case .decision, .mark: true
    case .note, .counterargument, .assessment: false
    }
  }
}
