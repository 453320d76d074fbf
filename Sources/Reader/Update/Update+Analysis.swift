internal import RejoinderCore

/// What the analysis, the library and argument packs tell of the essay.
extension Model {
  /// Asks for the claims: of all of a short essay at once, of a long one's visible part first.
  mutating func assess(_ reading: Reading) -> [Effect] {
    let essay = reading.essay
    let whole = ClaimSearch(essay: essay, paragraphs: nil, shown: shownPassage)
    guard essay.text.count > Self.assessedAtOnce else {
      return [.assess(whole, request: reading.request)]
    }
    var part = whole
    let page = neighbourhood(of: reading)
    part.paragraphs = page
    self.reading?.assessing.formUnion(page)
    return [.assess(part, request: reading.request), .assess(whole, request: reading.request)]
  }

  /// The paragraphs on the page and a page further.
  private func neighbourhood(of reading: Reading) -> Range<Int> {
    let paragraphs = reading.text.paragraphs
    let first = max(0, reading.top.paragraph)
    let last = min(paragraphs.count, first + max(4, geometry.page.count))
    return first..<max(first, last)
  }

  /// Asks for the claims on the page where a long essay's have not been found yet.
  mutating func assessShown() -> [Effect] {
    guard let reading, !reading.isAssessed, reading.essay.isComplete,
      reading.text.count > Self.assessedAtOnce
    else { return [] }
    let wanted = neighbourhood(of: reading)
    guard !wanted.isEmpty, !reading.assessing.contains(wanted.lowerBound) else { return [] }
    self.reading?.assessing.formUnion(wanted)
    let part = ClaimSearch(essay: reading.essay, paragraphs: wanted, shown: shownPassage)
    return [.assess(part, request: reading.request)]
  }

  /// - Returns: False for a part of an essay of which the whole is known already.
  mutating func take(_ sentences: [Sentence], isWhole: Bool) -> Bool {
    guard var reading, !reading.isAssessed || isWhole else { return false }
    if isWhole {
      reading.sentences = sentences
      reading.isAssessed = true
      if !sentences.contains(where: \.highlighted) {
        reading.foreignLanguage = ForeignLanguage(of: reading.text)
      }
    } else if let first = sentences.first, let last = sentences.last {
      reading.sentences.removeAll {
        $0.paragraph >= first.paragraph && $0.paragraph <= last.paragraph
      }
      let index = reading.sentences.partitionIndex { $0.passage.start > first.passage.start }
      reading.sentences.insert(contentsOf: sentences, at: index)
    }
    // Chosen among what was known before; the first one on the page may have come with these.
    if reading.isCursorProvisional { reading.cursor = nil }
    self.reading = reading
    if notice?.text == Phrase.looking { notice = nil }
    if isWhole, let language = reading.foreignLanguage, notice == nil {
      notice = Notice(text: Phrase.foreign(language, key))
    }
    if isWhole, sentences.count == Sentence.most, notice == nil {
      notice = Notice(text: Phrase.manySentences)
    }
    refreshMarking()
    focusFirstClaim()
    return true
  }

  /// Puts the cursor on a claim when it stands nowhere: the one of the last visit, else the first on
  /// the page.
  private mutating func focusFirstClaim() {
    guard let reading, reading.cursor == nil, !reading.marking.claims.isEmpty else { return }
    let claims = reading.marking.claims
    if let focus = reading.wantedFocus {
      let index = claims.partitionIndex { $0.passage.end > focus }
      if index < claims.count, claims[index].passage.contains(focus) {
        self.reading?.cursor = claims[index].passage
      } else if let passage = sentencePassage(at: focus) {
        self.reading?.cursor = passage
      } else if !reading.isAssessed {
        // The reader's own claims are here before the sentences are.
        return
      }
    }
    if self.reading?.cursor == nil, let first = visibleClaims(in: pageRows()).first {
      self.reading?.cursor = claims[first.index].passage
      self.reading?.isCursorProvisional = true
    }
    self.reading?.wantedFocus = nil
  }

  /// - Parameter isFinal: Whether the claims around were known as they are; otherwise it is asked again.
  mutating func take(_ examinations: [Examination], isFinal: Bool) {
    for examination in examinations {
      reading?.examinations[examination.passage] = examination
      if isFinal { reading?.requested.insert(examination.passage) }
    }
  }

  /// What ``examineNearby(_:)`` asked for, shown or near, and noted as asked for. Where that was forgotten
  /// meanwhile, the answer is out of date and another one follows.
  mutating func takeAwaited(_ examinations: [Examination]) {
    take(examinations, isFinal: false)
    for examination in examinations {
      if let count = reading?.awaited[examination.passage] {
        reading?.awaited[examination.passage] = count > 1 ? count - 1 : nil
      }
    }
  }

  /// From the first byte on the page to its last; empty where nothing is shown.
  var shownPassage: Passage {
    let shown = pageRows().compactMap(\.passage)
    guard let first = shown.first, let last = shown.last else { return Passage(start: 0, end: 0) }
    return Passage(start: first.start, end: last.end)
  }

  /// Asks for details of the claims that are shown, which a frame is held for, and of those that can be
  /// reached with the next keys, which it is not.
  mutating func examineNearby(_ shown: [Passage]) -> [Effect] {
    guard let reading, !reading.marking.claims.isEmpty, reading.isAssessed || !shown.isEmpty else {
      return []
    }
    let reach = 3
    let claims = reading.marking.claims
    var indices: Set<Int> = []
    if let first = shown.first, let last = shown.last {
      let page = Passage(start: first.start, end: last.end)
      indices.formUnion(reading.marking.claimIndices(overlapping: page))
      let next = claims.partitionIndex { $0.passage.start >= page.end }
      indices.formUnion((next - reach)..<(next + reach))
    }
    if let focused = reading.focusedClaim {
      indices.formUnion((focused - reach)...(focused + reach))
    }
    // Enter goes there, and shows its note as far as it is known.
    if mode == .outline, let chosen = outline.chosenStatement {
      indices.formUnion(reading.marking.claimIndices(overlapping: chosen.passage))
    }
    let wanted = indices.sorted().filter(claims.indices.contains).map { claims[$0] }
      .filter { !reading.requested.contains($0.passage) }
    guard !wanted.isEmpty else { return [] }
    if reading.requested.count > Self.examinationsKept {
      self.reading?.requested.removeAll()
      self.reading?.examinations = reading.examinations.filter { entry in
        shown.contains { $0.overlaps(entry.key) }
      }
    }
    self.reading?.requested.formUnion(wanted.map(\.passage))
    let isShown = { (claim: Claim) in shown.contains { $0.overlaps(claim.passage) } }
    let (seen, near) = (wanted.filter(isShown), wanted.filter { !isShown($0) })
    for claim in seen { self.reading?.awaited[claim.passage, default: 0] += 1 }
    // Two answers cost more than one, which is worth it for the first page alone.
    let parts = reading.requested.isEmpty ? [seen, near] : [wanted]
    return parts.filter { !$0.isEmpty }.map {
      .examine(reading.inquiry(about: $0), of: reading.essay, request: reading.request)
    }
  }

  private static let examinationsKept = 2_000

  /// Takes an essay that was read as a whole, with what the library knows of it.
  ///
  /// - Parameter request: The open essay's own when the rest of it has come; another one's replaces
  ///   the open essay.
  mutating func take(_ loaded: LoadedEssay, request: Int, at now: Timestamp) -> [Effect] {
    let isOpen = request == reading?.request
    let wasComplete = isOpen && reading?.essay.isComplete == true
    var effects: [Effect] = [.follow(essay: request)]
    var again: Again?
    if !isOpen {
      let old = reading
      reading = Reading(essay: loaded.essay, columns: geometry.text.count)
      reading?.request = request
      let source = loaded.essay.metadata.source
      if let old,
        old.essay.metadata.source == source
          || source.path != nil
            && old.essay.metadata.source.path == source.path
      {
        reading?.search = old.search.map { Search(words: $0.words) }
        if awaitedPart != nil {
          reading?.level = old.level
        } else if old.essay.metadata.source == source {
          again = Again(
            isChanged: old.text != loaded.essay.text,
            place: loaded.place.map { $0.moved(from: old, to: loaded.essay.text) })
        }
      }
      awaitedRequest = nil
      if let awaitedEntry {
        list.current = awaitedEntry
        list.note(awaitedEntry, isUnreadable: false)
      }
      awaitedEntry = nil
      mode = .reading
      notice = nil
    }
    join(loaded)
    if !isOpen, let edge = awaitedPart?.edge {
      stand(at: edge)
      awaitedPart = nil
    } else if !isOpen, let place = again?.place ?? loaded.place {
      restore(place)
    }
    if let again { notice = Notice(text: Phrase.readAgain(isChanged: again.isChanged)) }
    if let problem = loaded.problems.first {
      let all = [problem, loaded.word].compactMap(\.self).joined(separator: ". ")
      notice = Notice(text: Phrase.said(all), isError: true)
    } else if let word = loaded.word {
      notice = Notice(text: Phrase.said(word))
    } else if loaded.hiddenCharacters > 0 {
      notice = Notice(text: Phrase.hiddenCharacters(loaded.hiddenCharacters))
    }
    refreshMarking()
    if isOpen { effects += continueKnownDraft(among: loaded.replies, at: now) }
    if !wasComplete, let reading { return effects + assess(reading) }
    focusFirstClaim()
    return effects
  }

  /// Adds what was read and what the library knows to the open essay. What the reader did meanwhile
  /// stands.
  private mutating func join(_ loaded: LoadedEssay) {
    guard var opened = reading else { return }
    let isChanged = opened.essay.text != loaded.essay.text
    let own = Set(opened.annotations.keys)
    if isChanged || opened.essay.metadata != loaded.essay.metadata {
      opened.layout.forget()
      opened.top = min(
        opened.top, RowAddress(paragraph: loaded.essay.text.paragraphs.count, row: 0))
    }
    opened.essay = loaded.essay
    for annotation in loaded.annotations where opened.annotations[annotation.id] == nil {
      opened.annotations[annotation.id] = annotation
    }
    let known = Set(opened.resolved.map(\.annotation.id))
    opened.resolved = loaded.resolved.filter { !known.contains($0.annotation.id) } + opened.resolved
    // What the reader did while it was coming was placed in what there was then.
    if isChanged { opened.placeAgain(own) }
    for reply in loaded.replies where !opened.replies.contains(where: { $0.id == reply.id }) {
      opened.replies.append(reply)
    }
    opened.packs = loaded.packs
    opened.isReadOnly = loaded.isReadOnly
    if opened.isCursorProvisional { opened.cursor = nil }
    if opened.wantedFocus == nil, opened.cursor == nil { opened.wantedFocus = loaded.place?.focus }
    reading = opened
  }

  /// What is to be said and done where the open essay has been read again.
  private struct Again {
    var isChanged: Bool
    var place: ReadingPlace?
  }
}

extension ReadingPlace {
  /// The same place in another text of the essay, as far as the words there are found again.
  fileprivate func moved(from old: Reading, to text: EssayText) -> ReadingPlace {
    guard old.text != text else { return self }
    func moved(_ passage: Passage) -> Int? {
      resolve(Anchor(of: passage, in: old.text), in: text).passage?.start
    }
    var place = self
    if let cursor = old.cursor, let start = moved(cursor) { place.focus = start }
    let first = old.sentences.partitionIndex { $0.passage.end > old.topOffset }
    if old.sentences.indices.contains(first), let start = moved(old.sentences[first].passage) {
      place.top = start
    }
    return place
  }
}
