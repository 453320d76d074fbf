package import RejoinderCore

/// What the scores are computed from, as numbers, so that they are learned from the very code that
/// uses them.
package struct FeatureTable: Sendable {
  /// One row a sentence, one column for each of ``names``.
  package let rows: [[Float]]
  /// For each sentence the slots of its words, as often as they occur.
  package let slots: [[Int]]

  /// The columns' names.
  package static var names: [String] { Feature.allCases.map { "\($0)" } }

  /// - Parameter slots: How many slots words are hashed to, a power of two.
  package init(of sentences: ArraySlice<Sentence>, in essay: Essay, slots count: Int) {
    let reading = Reading(sentences, in: essay.text, title: essay.metadata.title)
    let reader = FeatureReader(reading: reading)
    var vector = FeatureVector()
    rows = reading.sentences.indices.map { index in
      reader.read(index, into: &vector)
      return vector.values
    }
    slots = reading.sentences.map { sentence in
      var slots: [Int] = []
      HashedWeights.forEachSlot(of: reading.words[sentence.words].lazy.map(\.hash), among: count) {
        _, slot in slots.append(slot)
      }
      return slots
    }
  }
}
