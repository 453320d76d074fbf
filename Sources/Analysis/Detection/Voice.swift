/// Whose view a sentence gives: what its author calls for, or what somebody else is said to hold.
struct Voice {
  private let words: ArraySlice<Word>
  private let marks: Punctuation
  /// The word that says that somebody holds a view, or `nil`.
  private var attribution: Int?
  /// Whether the author says what should be done.
  private(set) var advocates = false

  init(_ words: ArraySlice<Word>, _ marks: Punctuation) {
    self.words = words
    self.marks = marks
    attribution = findAttribution()
    advocates = findCall()
  }

  // MARK: Somebody else's view

  /// Whether the sentence hands on a view that is not the author's, and gives no answer to it.
  var isAttributed: Bool {
    guard let end = attribution else { return false }
    return !answers(after: end)
  }

  private func findAttribution() -> Int? {
    if Cue.othersOpening.occurs(in: words.prefix(9)) { return words.startIndex }
    return words.indices.first { isOpeningReport($0) || isInsertedReport($0) }
  }

  /// "Critics say that …", "The minister has told us …".
  private func isOpeningReport(_ index: Int) -> Bool {
    let position = index - words.startIndex
    guard (1...7).contains(position) else { return false }
    let subject = words[..<index]
    let campAt = subject.prefix(4).lastIndex { Cue.camps.contains($0.hash) }
    if let campAt, index - campAt <= 4, !isAddressed(campAt),
      Cue.holding.contains(words[index].hash),
      words[(campAt + 1)..<index].allSatisfy({ Cue.betweenCampAndVerb.contains($0.hash) })
    {
      return true
    }
    let isFeeling = position == 1 && Cue.feeling.contains(words[index].hash)
    if isFeeling, subject.allSatisfy(isPlural), words[(index + 1)...].first.map(isObject) == true {
      return true
    }
    let isFollowedByThat = words.indices.contains(index + 1) && words[index + 1].hash == Cue.that
    return (position <= 4 || isFollowedByThat) && reports(index)
      && !subject.contains { $0.categories.contains(.negation) }
  }

  /// "To those who say so, …", where the author's answer follows.
  private func isAddressed(_ index: Int) -> Bool {
    index > words.startIndex
      && (words[index - 1].categories.contains(.preposition) || words[index - 1].hash == Cue.to)
  }

  private func isPlural(_ word: Word) -> Bool {
    word.form.contains(.endsInS) && !word.categories.contains(.function)
  }

  /// What follows when somebody is said to fear or to hope something.
  private func isObject(_ word: Word) -> Bool { Cue.feelingObjects.contains(word.hash) }

  /// "…, they warn, …", "…, we are told.", "…, says the ministry, …".
  private func isInsertedReport(_ index: Int) -> Bool {
    guard index > words.startIndex else { return false }
    if words[index - 1].form.contains(.endsClause), Cue.inverted.contains(words[index].hash) {
      let rest = words[index...].prefix(5)
      return rest.count < 5 || rest.contains { $0.form.contains(.endsClause) }
    }
    guard words[index].form.contains(.endsClause) || index == words.endIndex - 1,
      Cue.holding.contains(words[index].hash) || words[index].categories.contains(.speech)
    else { return false }
    var start = index
    while start > words.startIndex, !words[start - 1].form.contains(.endsClause) { start -= 1 }
    guard start > words.startIndex, (1...4).contains(index - start) else { return false }
    let subject = words[start..<index]
    let names = subject.contains {
      Cue.camps.contains($0.hash) || $0.categories.contains(.thirdPerson)
        || $0.categories.contains(.title)
    }
    return (names || Cue.passiveReport.occurs(in: words[start...index]) || reports(index))
      && !subject.contains { $0.categories.contains(.negation) }
  }

  /// Whether the word at `index` is a verb with which somebody other than the author says something.
  private func reports(_ index: Int) -> Bool {
    let word = words[index]
    guard word.categories.contains(.speech) || Cue.holding.contains(word.hash),
      !Cue.oftenThinking.contains(word.hash), index > words.startIndex
    else { return false }
    let previous = words[index - 1]
    let next = words.indices.contains(index + 1) ? words[index + 1] : nil
    // "must be asked", "can say", "to argue", "the claims", "in reports".
    if Cue.noReportAfter.contains(previous.hash)
      || !previous.categories.isDisjoint(with: [.necessity, .article, .preposition])
    {
      return false
    }
    if next.map({ Cue.noReportBefore.contains($0.hash) || $0.categories.contains(.necessity) })
      == true
    {
      return false
    }
    if Cue.oftenNouns.contains(word.hash) {
      return next?.hash == Cue.that
        || Cue.camps.contains(previous.hash)
        || previous.form.contains(.endsInS)
          && !previous.categories.contains(.function)
    }
    // "I say", "we have argued"; but "we are told".
    return !words[..<index].suffix(2).contains {
      !$0.categories.isDisjoint(with: [.singular, .plural, .reader])
    }
  }

  /// "…, but they are wrong": the author's answer in the same sentence.
  private func answers(after end: Int) -> Bool {
    words[end...].indices.dropLast().contains { index in
      words[index].form.contains(.endsClause) && Cue.answering.contains(words[index + 1].hash)
    }
  }

  // MARK: What the author calls for

  private func findCall() -> Bool {
    guard !marks.question, attribution == nil else { return false }
    if Cue.callingOpening.occurs(in: words.prefix(6)), !Cue.leading.occurs(in: words.prefix(6)) {
      return true
    }
    return words.indices.contains { isDuty($0) && isMainClause($0) && !isSaidByOthers($0) }
  }

  /// A verb of duty that asks for something yet to be done.
  private func isDuty(_ index: Int) -> Bool {
    guard index > words.startIndex else { return false }
    let next = words[(index + 1)...]
    guard let following = next.first else { return false }
    let hash = words[index].hash
    if Cue.needing.contains(hash) {
      guard following.hash == Cue.to || following.hash == Cue.not else { return false }
    } else if !Cue.duties.contains(hash) {
      return false
    }
    // "should have been", "must never have": regret, or a guess.
    if next.prefix(2).contains(where: { $0.categories.contains(.have) }) { return false }
    // "I must admit", "it must be said".
    let subject = words[index - 1].hash
    if subject == Cue.i { return false }
    return !Cue.admitters.contains(subject)
      || !next.prefix(3).contains { Cue.admitting.contains($0.hash) }
  }

  /// Not "when pressure must be reapplied", "why drivers should pay", "wrong that it should cost".
  private func isMainClause(_ index: Int) -> Bool {
    var start = index
    while start > words.startIndex, !words[start - 1].form.contains(.endsClause) { start -= 1 }
    let clause = words[start..<index]
    if clause.suffix(4).contains(where: { Cue.subordinators.contains($0.hash) }) { return false }
    // "debate which side ought to blink", "ask who should pay".
    if clause.suffix(2).contains(where: { $0.hash == Cue.which }) || clause.last?.hash == Cue.who {
      return false
    }
    guard let that = clause.lastIndex(where: { $0.hash == Cue.that }) else { return true }
    return !clause[..<that].suffix(3).contains { $0.categories.contains(.bad) }
  }

  private func isSaidByOthers(_ index: Int) -> Bool {
    words[..<index].indices.contains { reports($0) || believes($0) }
  }

  /// "Most of the public thinks that …"; but "I think that …".
  private func believes(_ index: Int) -> Bool {
    Cue.believing.contains(words[index].hash) && index > words.startIndex
      && !words[..<index].suffix(2).contains {
        !$0.categories.isDisjoint(with: [.singular, .plural, .reader])
      }
  }

  // MARK: Shapes of a general claim

  /// A general statement in the present: "A lamp that shines on nobody protects nobody."
  func isMaxim(pastShare: Float) -> Bool {
    var rest = words
    if let first = rest.first, !first.categories.isDisjoint(with: [.coordinator]) {
      rest = rest.dropFirst()
    }
    guard let first = rest.first, (5...32).contains(rest.count), pastShare < 0.34,
      marks.quotationMarks == 0, attribution == nil
    else { return false }
    let isGeneral =
      Cue.generalizing.contains(first.hash)
      || first.form.contains(.endsInS) && first.categories.isDisjoint(with: [.function, .time])
        && rest.dropFirst().first?.categories.isEmpty == false
    return isGeneral
      && rest.dropFirst().allSatisfy {
        $0.categories.isDisjoint(with: [.singular, .time, .person])
          && $0.form.isDisjoint(with: [.number, .capitalized])
      }
  }

  /// "is not a museum", "a reason to wear socks, not a reason to shave": denies a description.
  var deniesDescription: Bool {
    guard let copula = words.firstIndex(where: { Cue.copulas.contains($0.hash) }) else {
      return false
    }
    let rest = words[(copula + 1)...]
    return rest.indices.dropLast().contains { index in
      let isDenied = words[index].hash == Cue.not || words[index].hash == Cue.no
      return isDenied && Cue.determiners.contains(words[index + 1].hash)
        && (index == copula + 1 && words.count <= 18
          || words[index - 1].form.contains(.endsClause))
    }
  }

  // MARK: What only leads on

  /// A sentence that says nothing but that something follows.
  var leadsOver: Bool {
    guard words.count <= 16, !advocates else { return false }
    if marks.endsWithColon { return true }
    return Cue.leading.occurs(in: words.prefix(7))
      || words.count <= 12 && Cue.counting.occurs(in: words.prefix(5))
  }

  /// What belongs to the page and not to the essay.
  var isBoilerplate: Bool { Cue.boilerplate.occurs(in: words.prefix(14)) }

  /// Begins with a word for something that was named before, as in "They need to say so".
  var leansBack: Bool {
    guard let first = words.first, Cue.backwards.contains(first.hash) else { return false }
    // "It is time to …", "It is wrong that …".
    let isEmpty =
      words.dropFirst().first.map { Cue.copulas.contains($0.hash) } == true
      && words.prefix(7).dropFirst(2).contains { $0.hash == Cue.that || $0.hash == Cue.to }
    return !(first.hash == Cue.it && isEmpty)
  }

  /// Says that the view is the author's own: "I think that …".
  var declares: Bool { Cue.declaring.occurs(in: words.prefix(7)) }

  /// Grants the other side something.
  var concedes: Bool { Cue.conceding.occurs(in: words.prefix(4)) }
}
