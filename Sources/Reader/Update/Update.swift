public import RejoinderCore
internal import TerminalKit

extension Model {
  /// What has to be done before the first key: reading the rest, finding claims.
  public mutating func start(at now: Timestamp) -> [Effect] {
    guard self.reading != nil else { return list.isEmpty ? [.listLibrary] : [] }
    request += 1
    self.reading?.request = request
    guard let reading else { return [] }
    var effects: [Effect] = [.load(.current, request: request)]
    if reading.essay.isComplete {
      effects += assess(reading)
      // A page that lies in the library is shown as it was kept.
      if case .url(let address) = reading.essay.metadata.source {
        effects.append(.checkPage(address, request: request))
      }
    } else if reading.text.count > 0, reading.text.count <= Self.assessedAtOnce {
      effects += assess(reading)
    }
    return effects
  }

  /// Takes a message and says what is to be done about it.
  ///
  /// The only function that changes a model. It never fails and never waits: whatever can go wrong
  /// comes as another message.
  public mutating func update(_ message: Message, at now: Timestamp) -> [Effect] {
    var effects = handle(message, at: now)
    effects += admitArrival(at: now)
    if !hasUnsaved { lastFailure = nil }
    effects += settle(at: now)
    setComposerTitle()
    return effects
  }

  private mutating func handle(_ message: Message, at now: Timestamp) -> [Effect] {
    switch message {
    case .key(let key):
      // Where keys come the reader's own editor has ended, whatever became of it.
      composer?.handedOut = nil
      return press(key, at: now)
    case .pasted(let text): return paste(text, at: now)
    case .resized(let size):
      self.size = size
      return []
    case .signalled(let signal): return handle(signal, at: now)
    case .disconnected: return keepEverything(at: now) + [.quit]
    case .timer(let name): return ring(name, at: now)
    case .loaded(let loaded, let request):
      if request == reading?.request { return take(loaded, request: request, at: now) }
      if request == awaitedRequest {
        arrival = loaded
        if isInMidText { notice = Notice(text: Phrase.arrived(awaitedName)) }
      }
      return []
    case .loadFailed(let sentence, let request):
      return loadingFailed(sentence, request: request)
    case .grown(let essay, let request):
      return take(grown: essay, request: request)
    case .received(let bytes, let request):
      take(received: bytes, request: request)
      return []
    case .pageChecked(let check, let request):
      if request == reading?.request { take(check) }
      return []
    case .assessed(let sentences, let examinations, let isWhole, let request):
      // What was said of an earlier state of an essay that grows may not fit it any more.
      if request == reading?.request,
        sentences.last.map({ $0.passage.end <= reading?.text.count ?? 0 }) ?? true
      {
        if take(sentences, isWhole: isWhole) {
          take(examinations, isFinal: reading?.isMarkedByDetectorAlone == true)
        }
      }
      return []
    case .examined(let examinations, let request):
      if request == reading?.request { takeAwaited(examinations) }
      return []
    case .outlined(let outline, let request, let revision):
      take(outline, request: request, revision: revision)
      return []
    case .listed(let summaries):
      if library.words == nil { library.take(summaries) }
      return []
    case .found(let summaries, let words):
      if library.words == words { library.take(summaries) }
      return []
    case .recorded(let annotations, let essay):
      if essay == reading?.request { takeRecorded(annotations) }
      return []
    case .replyRecorded(let reply, let sent, let conflicts, let essay):
      if essay == reading?.request {
        takeRecorded(reply, as: sent, conflicts: conflicts)
      }
      return []
    case .changedElsewhere(let annotations, let replies, let essay):
      if essay == reading?.request {
        goOnWithOwnVersion(among: annotations, replies)
        takeRecorded(annotations)
        for reply in replies { take(reply) }
      }
      return []
    case .revised(let revisions, let reply, let essay):
      if essay == reading?.request { show(revisions, of: reply, at: now) }
      return []
    case .libraryMadeAgain(let essay):
      return essay == reading?.request ? keepAllAgain(at: now) : []
    case .recordFailed(let sentence):
      notice = Notice(text: Phrase.said(sentence), isError: true)
      lastFailure = sentence
      composer?.sentRevision = nil
      return [.setTimer(.retry, milliseconds: 3_000)]
    case .delivered(let receipt, let reply):
      return take(receipt, reply: reply, at: now)
    case .fileExists(let path):
      notice = Notice(text: Phrase.fileExists(path), isError: true)
      return []
    case .failed(let sentence):
      notice = Notice(text: Phrase.said(sentence), isError: true)
      return []
    case .pathCompleted(let completion, let request):
      return take(completion, request: request)
    case .edited(let text):
      return takeEdited(text, at: now)
    }
  }

  private mutating func handle(_ signal: TerminalSignal, at now: Timestamp) -> [Effect] {
    switch signal {
    case .interrupt, .terminate, .hangup: keepEverything(at: now) + [.quit]
    case .stop: keepEverything(at: now) + [.suspend]
    case .resume: [.redraw]
    }
  }

  private mutating func ring(_ name: TimerName, at now: Timestamp) -> [Effect] {
    switch name {
    case .keepDraft: keepDraft(at: now)
    case .keepPlace: keepPlace(at: now)
    case .retry: keepEverything(at: now)
    }
  }

  /// Writes down whatever is not on disk yet.
  mutating func keepEverything(at now: Timestamp) -> [Effect] {
    let effects = keepDraft(at: now) + keepPlace(at: now)
    return effects + sendUnsaved()
  }

  /// Hands everything that is known of the essay to the store, which has lost it.
  private mutating func keepAllAgain(at now: Timestamp) -> [Effect] {
    guard let request = reading?.request else { return [] }
    let ids = (reading?.annotations.keys.map(\.self) ?? []) + (reading?.replies.map(\.id) ?? [])
    reading?.unsaved.formUnion(ids)
    reading?.placeChanged = true
    composer?.sentRevision = nil
    notice = Notice(text: Phrase.libraryMadeAgain, isError: true)
    return [.follow(essay: request)] + keepEverything(at: now)
  }

  /// Hands every record to the store again that it has not confirmed.
  private func sendUnsaved() -> [Effect] {
    guard let reading, !reading.unsaved.isEmpty else { return [] }
    let annotations = reading.unsaved.sorted().compactMap { reading.annotations[$0] }
    let replies = reading.replies.filter { reading.unsaved.contains($0.id) }
    return (annotations.isEmpty ? [] : [.record(annotations, essay: reading.request)])
      + replies.map { .recordReply($0, essay: reading.request) }
  }

  /// Whether the reader did something that is not known to be on disk.
  public var hasUnsaved: Bool {
    reading?.unsaved.isEmpty == false || composer.map { !$0.isSaved } == true
  }

  /// What the store said when it last failed to keep something, with all that is not kept where that is
  /// more than it spoke of; `nil` once all is kept.
  public var failure: String? { hasUnsaved ? lastFailure.map { $0 + unkept } : nil }

  /// What is not known to be on disk, where that is more than one record; else nothing.
  private var unkept: String {
    var ids = reading?.unsaved ?? []
    if let composer, !composer.isSaved { ids.insert(composer.subject.id) }
    guard ids.count > 1 else { return "" }
    let replies = reading?.replies.count { ids.contains($0.id) } ?? 0
    return Phrase.unkept(replies: replies, annotations: ids.count - replies)
  }

  /// Says that leaving would lose something; the next time it is done all the same.
  public mutating func warnOfLoss() {
    notice = Notice(
      text: Phrase.leavingLoses(
        failure ?? Phrase.notKept, quit: keyMap.notation(for: .quit, in: .reading)),
      isError: true)
  }

  mutating func keepPlace(at now: Timestamp) -> [Effect] {
    guard let reading, reading.placeChanged else { return [] }
    self.reading?.placeChanged = false
    return [
      .recordPlace(
        ReadingPlace(
          top: reading.topOffset, focus: reading.showedCursor ? reading.cursor?.start : nil,
          furthest: reading.furthest,
          level: reading.level, seen: now),
        essay: reading.request)
    ]
  }

  /// Brings everything that follows from a change into step: the layout of what is on the screen,
  /// how far the reader has come, and details of the claims that are near.
  private mutating func settle(at now: Timestamp) -> [Effect] {
    guard let old = reading else { return [] }
    let shape = shape
    let isReshaped = old.shape != shape
    if isReshaped {
      reading?.shape = shape
      reflow()
      keepCursorInSight()
    } else {
      holdTop()
    }
    prepareLayout()
    guard let reading else { return [] }
    // A page that only makes way says nothing about what the reader wants to see.
    if !isReshaped, reading.put.shape == shape || reading.cursor != reading.keptCursor {
      let showsCursor = reading.cursor.map(isOnPage) ?? false
      self.reading?.showedCursor = showsCursor
    }
    var effects: [Effect] = []
    let shown = pageRows().compactMap(\.passage)
    let furthest = max(reading.furthest, shown.last?.end ?? 0)
    if furthest != reading.furthest || reading.topOffset != reading.keptTop
      || reading.cursor != reading.keptCursor
    {
      self.reading?.furthest = furthest
      self.reading?.keptTop = reading.topOffset
      self.reading?.keptCursor = reading.cursor
      if !reading.placeChanged {
        self.reading?.placeChanged = true
        effects.append(.setTimer(.keepPlace, milliseconds: 5_000))
      }
    }
    return effects + examineNearby(shown) + assessShown() + outlineShown()
  }
}
