/// Fills a feature vector from a read sentence.
struct FeatureReader {
  let reading: Reading
  /// One a sentence.
  private let voices: [Voice]

  init(reading: Reading) {
    self.reading = reading
    voices = reading.sentences.map { Voice(reading.words[$0.words], $0.marks) }
  }

  /// Whether a sentence hands on a view of others.
  func isAttributed(_ index: Int) -> Bool { voices[index].isAttributed }

  func read(_ index: Int, into vector: inout FeatureVector) {
    vector.reset()
    let sentence = reading.sentences[index]
    let words = reading.words[sentence.words]
    size(words, sentence.marks, &vector)
    place(sentence.place, &vector)
    quotation(words, sentence, &vector)
    classes(words, &vector)
    tense(words, &vector)
    opening(words, &vector)
    shape(words, sentence.marks, &vector)
    voice(voices[index], sentence, &vector)
    context(index, &vector)
  }

  // MARK: Size and place

  private func size(
    _ words: ArraySlice<Word>, _ marks: Punctuation, _ vector: inout FeatureVector
  ) {
    var length = words.count
    var log: Float = 0
    while length > 1 {
      length /= 2
      log += 1
    }
    // Between powers of two, by the share of the way.
    let floor = Float(1 << Int(log))
    log += (Float(words.count) - floor) / max(1, floor)
    vector[.logLength] = log / 5
    vector.set(.veryShort, words.count <= 5)
    vector.set(.short, words.count > 5 && words.count <= 10)
    vector.set(.long, words.count >= 30)
    vector.set(.veryLong, words.count >= 45)
    vector.count(.commas, marks.commas)
    vector.set(.semicolon, marks.semicolons > 0)
    vector.set(.colon, marks.colons > 0)
    vector.set(.dash, marks.dashes > 0)
    vector.set(.brackets, marks.brackets > 0)
  }

  private func place(_ place: ReadSentence.Place, _ vector: inout FeatureVector) {
    vector.set(.opensEssay, place.isFirst)
    vector[.early] = max(0, 1 - place.inText * 8)
    vector[.late] = max(0, (place.inText - 0.75) * 4)
    vector.set(.closesEssay, place.isLast)
    vector.set(.opensParagraph, place.index == 0)
    vector.set(.closesParagraph, place.index == place.count - 1)
    vector.set(.aloneInParagraph, place.count == 1)
    vector.set(.longParagraph, place.count >= 6)
  }

  // MARK: Quotation

  private func quotation(
    _ words: ArraySlice<Word>, _ sentence: ReadSentence, _ vector: inout FeatureVector
  ) {
    let marks = sentence.marks
    let bytes = words.reduce(0) { $0 + Int($1.length) + 1 }
    let share = min(1, Float(marks.quotedBytes) / Float(max(1, bytes)))
    vector.set(.quoted, marks.quotationMarks > 0 && !marks.isScare)
    vector[.quotedShare] = share
    vector.set(.opensWithQuote, marks.opensWithQuote)
    vector.set(.fullyQuoted, share > 0.9)
    vector.set(.shortQuote, marks.isScare)
    let speech = words.indices.filter { words[$0].categories.contains(.speech) }
    vector.set(.speechVerb, !speech.isEmpty)
    vector.count(.speechVerbs, speech.count)
    vector.set(.accordingTo, contains(words, .accordingTo))
    vector.set(
      .titledPerson,
      words.contains { $0.categories.contains(.title) && $0.form.contains(.capitalized) })
    if let first = speech.first { vector.set(.speechNearStart, first - words.startIndex < 5) }
    if let last = speech.last { vector.set(.speechNearEnd, words.endIndex - last < 4) }
  }

  // MARK: Word classes

  private func classes(_ words: ArraySlice<Word>, _ vector: inout FeatureVector) {
    var tally = ClassTally()
    for word in words { tally.add(word) }
    for (feature, category) in Self.presence { vector.set(feature, tally[category] > 0) }
    for (feature, category) in Self.counts { vector.count(feature, tally[category]) }
    vector.set(.number, tally.numbers > 0)
    vector.count(.numbers, tally.numbers)
    vector.set(.year, tally.years > 0)
    vector.set(.superlative, tally.superlatives > 0)
    vector.count(.adjectives, tally.adjectives)
    vector.count(.adverbs, tally.adverbs)
    vector.count(.abstractNouns, tally.abstractNouns)
    capitals(words, &vector)
  }

  /// Names, as far as capitals show them; in a text all in capitals they show nothing.
  private func capitals(_ words: ArraySlice<Word>, _ vector: inout FeatureVector) {
    let shouted = words.count { $0.form.contains(.allCapitals) }
    if shouted * 2 > words.count { return }
    let capitals = words.dropFirst().count { $0.form.contains(.capitalized) }
    vector.count(.midCapitals, capitals)
    vector[.capitalShare] = Float(capitals) / Float(max(4, words.count))
    vector.set(.allCapitals, words.contains { $0.form.contains(.allCapitals) && $0.length > 1 })
  }

  private static let presence: [(Feature, Categories)] = [
    (.firstSingular, .singular), (.firstPlural, .plural), (.addressesReader, .reader),
    (.thirdPerson, .thirdPerson), (.person, .person), (.study, .study), (.quantity, .quantity),
    (.time, .time), (.event, .event), (.pastAuxiliary, .pastAuxiliary), (.pastVerb, .pastVerb),
    (.present, .present), (.perfect, .perfect), (.necessity, .necessity),
    (.possibility, .possibility), (.future, .future), (.hedge, .hedge), (.booster, .booster),
    (.bad, .bad), (.good, .good), (.thought, .thought), (.negation, .negation),
    (.comparison, .comparison), (.issue, .issue), (.principle, .principle),
    (.conditional, .conditional), (.universal, .universal), (.generic, .generic),
    (.effect, .effect), (.said, .said), (.motive, .motive), (.contrastWord, .contrast),
    (.conclusionWord, .conclusion), (.because, .because),
  ]

  private static let counts: [(Feature, Categories)] = [
    (.times, .time), (.presents, .present), (.necessities, .necessity), (.hedges, .hedge),
    (.boosters, .booster), (.bads, .bad), (.goods, .good), (.negations, .negation),
    (.issues, .issue), (.effects, .effect),
  ]

  // MARK: Tense

  private func tense(_ words: ArraySlice<Word>, _ vector: inout FeatureVector) {
    var past = 0
    var present = 0
    var participles = 0
    var previous: Categories = []
    for word in words {
      if word.form.contains(.endsInEd), !word.form.contains(.capitalized) {
        // After "is", "has" or an article it is a participle and tells of no past.
        if previous.isDisjoint(with: [.present, .perfect, .article]) {
          past += 1
        } else {
          participles += 1
        }
      }
      if !word.categories.isDisjoint(with: [.pastAuxiliary, .pastVerb]) { past += 2 }
      if !word.categories.isDisjoint(with: [.present, .future, .necessity, .possibility]) {
        present += 2
      }
      previous = word.categories
    }
    vector.set(.participle, participles > 0)
    vector.count(.endsInEd, words.count { $0.form.contains(.endsInEd) })
    vector[.pastShare] = Float(past) / Float(past + present + 2)
  }

  // MARK: Opening

  private func opening(_ words: ArraySlice<Word>, _ vector: inout FeatureVector) {
    guard let first = words.first else { return }
    let categories = first.categories
    vector.set(.opensWithContrast, categories.contains(.contrast))
    vector.set(.opensWithConclusion, categories.contains(.conclusion))
    vector.set(.opensWithDemonstrative, categories.contains(.demonstrative))
    vector.set(.opensWithThe, first.hash == Cue.the)
    vector.set(.opensWithPreposition, categories.contains(.preposition))
    vector.set(.opensWithCoordinator, categories.contains(.coordinator))
    vector.set(.opensWithConditional, categories.contains(.conditional))
    vector.set(.opensWithPronounThird, categories.contains(.thirdPerson))
    vector.set(.opensWithWe, categories.contains(.plural))
    vector.set(.opensWithI, categories.contains(.singular))
    vector.set(.opensWithIng, first.form.contains(.endsInIng))
    vector.set(.opensWithAdverb, first.form.contains(.endsInLy))
    vector.set(.opensWithQuestionWord, categories.contains(.question))
    vector.set(.opensWithThere, first.hash == Cue.there)
    vector.set(
      .opensWithCapital,
      categories.isEmpty && words.dropFirst().first?.form.contains(.capitalized) == true)
    vector.set(
      .opensWithDate,
      categories.contains(.preposition)
        && words.prefix(5).contains { $0.form.contains(.year) || $0.categories.contains(.time) })
  }

  // MARK: Shape

  private func shape(
    _ words: ArraySlice<Word>, _ marks: Punctuation, _ vector: inout FeatureVector
  ) {
    vector.set(.question, marks.question)
    vector.set(.exclamation, marks.exclamation)
    vector.set(.currency, marks.currency > 0)
    vector.set(.percent, marks.percent > 0)
    vector.set(.notBut, isContrastPair(words, marks))
    vector.set(.thisIsWhy, contains(words.prefix(6), .thisIsWhy))
    vector.set(.inReality, contains(words.prefix(6), .inReality))
    vector.set(.example, contains(words, .example))
    vector.set(.meansThat, contains(words, .meansThat))
    vector.set(.callsFor, contains(words, .callsFor))
    vector.set(.onlyWay, contains(words, .onlyWay))
    vector.set(.regret, contains(words, .regret))
    vector.set(.othersView, contains(words.prefix(6), .othersView))
    vector.set(.infinitive, contains(words, .infinitive))
    vector.set(.copula, words.contains { Cue.copulas.contains($0.hash) })
    vector.set(.evaluativeCopula, judges(words))
    vector.set(
      .issueIs,
      words.prefix(8).contains { $0.categories.contains(.issue) }
        && words.prefix(10).contains { Cue.copulas.contains($0.hash) })
    vector.set(
      .anaphor,
      words.count <= 12
        && words.first.map { !$0.categories.isDisjoint(with: [.demonstrative, .thirdPerson]) }
          == true
    )
    vector.set(.signpost, isSignpost(words, marks))
  }

  /// "is not X; it is Y", "not X but Y", "rather than".
  private func isContrastPair(_ words: ArraySlice<Word>, _ marks: Punctuation) -> Bool {
    guard let negation = words.firstIndex(where: { $0.categories.contains(.negation) }) else {
      return false
    }
    let rest = words[(negation + 1)...]
    if marks.semicolons > 0 || marks.dashes > 0 {
      let pronouns = rest.indices.dropLast().filter { Cue.pronouns.contains(rest[$0].hash) }
      if pronouns.contains(where: { Cue.copulas.contains(rest[$0 + 1].hash) }) { return true }
    }
    return words[negation].hash == Cue.not && rest.prefix(14).contains { $0.hash == Cue.but }
  }

  /// A form of "be" with a judgement in the next four words.
  private func judges(_ words: ArraySlice<Word>) -> Bool {
    words.indices.contains { index in
      Cue.copulas.contains(words[index].hash)
        && words[(index + 1)...].prefix(4).contains {
          !$0.categories.isDisjoint(with: [.good, .bad])
        }
    }
  }

  /// A few words that say nothing but that something matters or follows.
  private func isSignpost(_ words: ArraySlice<Word>, _ marks: Punctuation) -> Bool {
    guard words.count <= 8 else { return false }
    if marks.endsWithColon { return true }
    guard words.count <= 6 else { return false }
    return words.contains { Cue.signposts.contains($0.hash) } || words.count <= 3
  }

  // MARK: Voice

  private func voice(
    _ voice: Voice, _ sentence: ReadSentence, _ vector: inout FeatureVector
  ) {
    vector.set(.attributed, voice.isAttributed)
    vector.set(.advocates, voice.advocates)
    vector.set(.atEnds, sentence.place.isAtEnds)
    vector[.advocatesAtEnds] = vector[.advocates] * vector[.atEnds]
    vector[.judgesAtEnds] = vector[.evaluativeCopula] * vector[.atEnds]
    vector.set(.maxim, voice.isMaxim(pastShare: vector[.pastShare]))
    vector.set(.denial, voice.deniesDescription)
    vector.set(.concedes, voice.concedes)
    vector.set(.declares, voice.declares)
    vector.set(.leansBack, voice.leansBack)
    vector.set(.leadsOver, voice.leadsOver)
    vector.set(.boilerplate, voice.isBoilerplate)
  }

  private func contains(_ words: ArraySlice<Word>, _ cue: Cue) -> Bool { cue.occurs(in: words) }
}

/// How many words of each class a sentence has.
private struct ClassTally {
  private var counts = [Int](repeating: 0, count: 64)
  private(set) var numbers = 0
  private(set) var years = 0
  private(set) var superlatives = 0
  private(set) var adjectives = 0
  private(set) var adverbs = 0
  private(set) var abstractNouns = 0

  subscript(category: Categories) -> Int { counts[category.rawValue.trailingZeroBitCount & 63] }

  mutating func add(_ word: Word) {
    var bits = word.categories.rawValue
    while bits != 0 {
      counts[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
    if word.form.contains(.number) { numbers += 1 }
    if word.form.contains(.year) { years += 1 }
    if word.form.contains(.superlative) { superlatives += 1 }
    if word.form.contains(.adjective) { adjectives += 1 }
    if word.form.contains(.endsInLy) { adverbs += 1 }
    if word.form.contains(.abstractNoun) { abstractNouns += 1 }
  }
}
