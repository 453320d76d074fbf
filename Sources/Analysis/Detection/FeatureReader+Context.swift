/// What a sentence has to do with those around it and with the whole essay.
extension FeatureReader {
  func context(_ index: Int, _ vector: inout FeatureVector) {
    let sentence = reading.sentences[index]
    vector[.centrality] = reading.centrality(of: sentence)
    vector[.sharesTitle] = reading.shareOfTitle(in: sentence)
    vector[.echoesEnd] = reading.echo(of: sentence)
    if let next = reading.sentence(after: index) {
      vector.set(.nextEvidence, isEvidence(next))
      vector.set(.nextAnaphor, reading.words[next.words].first.map(Self.isAnaphor) == true)
    }
    guard let previous = reading.sentence(before: index) else { return }
    vector.set(.previousQuestion, previous.marks.question)
    vector.set(.previousQuoted, previous.marks.quotationMarks > 0 && !previous.marks.isScare)
    vector.set(.previousEvidence, isEvidence(previous))
    let words = reading.words[sentence.words]
    let before = reading.words[previous.words]
    if isAttributed(index - 1) {
      vector.set(.previousAttributed, true)
      vector.set(.answersOthers, vector[.opensWithContrast] > 0 || vector[.inReality] > 0)
    }
    vector.set(.completesDenial, Self.denies(before) && Self.asserts(words))
  }

  /// Figures, an example, somebody's words.
  private func isEvidence(_ sentence: ReadSentence) -> Bool {
    let words = reading.words[sentence.words]
    return sentence.marks.percent > 0
      || sentence.marks.quotationMarks > 1 && !sentence.marks.isScare
      || words.contains {
        $0.form.contains(.number) || !$0.categories.isDisjoint(with: [.said, .study])
      }
  }

  private static func isAnaphor(_ word: Word) -> Bool {
    !word.categories.isDisjoint(with: [.demonstrative, .thirdPerson])
  }

  /// "It is not a mistake.", the first half of a contrast in two sentences.
  private static func denies(_ words: ArraySlice<Word>) -> Bool {
    words.prefix(8).contains { Cue.copulas.contains($0.hash) }
      && words.prefix(10).contains { $0.hash == Cue.not }
  }

  /// "It is a choice.", the second half.
  private static func asserts(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, let second = words.dropFirst().first else { return false }
    return Cue.pronouns.contains(first.hash) && Cue.copulas.contains(second.hash)
      && !words.prefix(5).contains { $0.categories.contains(.negation) }
  }
}
