internal import RejoinderCore

/// An essay that is on its way: from a pipe, or from a host.
extension Model {
  /// Shows what has come by now. Unlike a part of a file it may stand differently from before.
  mutating func take(grown essay: Essay, request: Int) -> [Effect] {
    guard var opened = reading, request == opened.request, !opened.essay.isComplete else {
      return []
    }
    let isFirst = opened.text.paragraphs.isEmpty
    opened.essay = essay
    opened.layout.forget()
    opened.sentences.removeAll { $0.passage.end > essay.text.count }
    opened.top = min(opened.top, RowAddress(paragraph: essay.text.paragraphs.count - 1, row: 0))
    opened.topOffset = min(opened.topOffset, essay.text.count)
    if let cursor = opened.cursor, cursor.end > essay.text.count { opened.cursor = nil }
    opened.selection = mode == .selecting ? opened.selection : nil
    opened.placeAgain(Set(opened.annotations.keys))
    if isFirst { opened.isCursorProvisional = true }
    reading = opened
    refreshMarking()
    guard essay.text.count <= Self.assessedAtOnce else { return [] }
    let whole = ClaimSearch(essay: essay, paragraphs: nil, shown: shownPassage)
    return [.assess(whole, request: request)]
  }

  /// Lets the essay that has come take the open one's place, once that can be left: the reader is not in
  /// the middle of a text, and everything that was done to it is on disk.
  mutating func admitArrival(at now: Timestamp) -> [Effect] {
    guard let loaded = arrival else { return [] }
    guard let request = awaitedRequest else {
      // It is not wanted any more.
      (arrival, isMakingWay) = (nil, false)
      return []
    }
    if isInMidText || isMakingWay && hasUnsaved { return [] }
    isMakingWay = true
    let effects = closeEssay(at: now)
    if hasUnsaved { return effects }
    (arrival, isMakingWay) = (nil, false)
    return effects + take(loaded, request: request, at: now)
  }

  /// Whether keys are letters now.
  var isInMidText: Bool { mode == .composing || mode == .prompt }

  /// Keeps what is being written before another essay takes its place.
  private mutating func closeEssay(at now: Timestamp) -> [Effect] {
    guard reading != nil else { return [] }
    let area = composerArea
    composer?.editor.perform(.deselect, in: area)
    return leaveComposer(at: now) + keepEverything(at: now)
  }

  /// Without anything to show there is nothing to stay for; the session says why.
  mutating func loadingFailed(_ sentence: String, request: Int) -> [Effect] {
    let isOpen = request == reading?.request
    guard isOpen || request == awaitedRequest else { return [] }
    awaitedRequest = nil
    if let awaitedEntry, !isOpen { list.note(awaitedEntry, isUnreadable: true) }
    awaitedEntry = nil
    notice = Notice(text: Phrase.said(sentence), isError: true)
    return isOpen && reading?.text.paragraphs.isEmpty == true ? [.quit] : []
  }

  /// Says how much has come of a page.
  mutating func take(received bytes: Int, request: Int) {
    if request == reading?.request {
      reading?.received = bytes
    } else if request == awaitedRequest {
      notice = Notice(text: Phrase.waiting(for: awaitedName, received: bytes))
    }
  }

  mutating func take(_ check: PageCheck) {
    switch check {
    case .unchanged: notice = Notice(text: Phrase.pageUnchanged)
    case .changed:
      notice = Notice(text: Phrase.pageChanged(reload: keyMap.entry(for: .reload)?.name ?? ""))
    case .unknown(let reason):
      notice = Notice(text: Phrase.pageUnchecked(reason), isError: true)
    }
  }

  /// Whether the essay that is wanted is the chosen one of the reading list.
  private func showsListed(_ wanted: EssayRequest) -> Bool {
    guard case .given(let word) = wanted, list.entries.indices.contains(list.chosen) else {
      return false
    }
    return list.entries[list.chosen].word == word
  }

  mutating func stopLoading() -> [Effect] {
    let growing = reading.flatMap { $0.essay.isComplete ? nil : $0.request }
    // The key is pressed to be sure that nothing goes on, too: then there is nothing to say.
    guard let request = awaitedRequest ?? growing else { return [] }
    return [.stopLoading(request: request)]
  }

  /// Reads the essay again from where it came from.
  mutating func reload(at now: Timestamp) -> [Effect] {
    let wanted: EssayRequest
    switch reading?.essay.metadata.source {
    case .url(let address): wanted = .given(address)
    case .file(let path): wanted = .given(path)
    case .part(let number, let path): wanted = .part(number, of: path)
    case .standardInput, .builtIn, nil:
      notice = Notice(text: Phrase.cannotReload, isError: true)
      return []
    }
    return open(wanted, named: reading?.essay.metadata.displayTitle ?? "", at: now)
  }

  /// Opens another essay in place of the one that is open, which is kept first.
  mutating func open(_ wanted: EssayRequest, named name: String, at now: Timestamp) -> [Effect] {
    let effects = keepEverything(at: now)
    if hasUnsaved, composer == nil {
      notice = Notice(
        text: lastFailure.map(Phrase.said) ?? Phrase.stillKeeping, isError: true)
      return effects
    }
    let abandoned = awaitedRequest.map { [Effect.abandon(request: $0)] } ?? []
    request += 1
    awaitedRequest = request
    (arrival, isMakingWay) = (nil, false)
    awaitedPart = nil
    awaitedEntry = showsListed(wanted) ? list.chosen : nil
    awaitedName = name
    notice = Notice(text: Phrase.opening(name))
    return effects + abandoned + [.load(wanted, request: request)]
  }
}
