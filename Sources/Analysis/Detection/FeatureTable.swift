package import RejoinderCore

/// The features of sentences as numbers, for fitting weights with the very code that scores
/// with them.
package enum FeatureTable {
  /// The columns' names.
  package static var names: [String] { Feature.allCases.map { "\($0)" } }

  /// One row a sentence.
  package static func rows(of sentences: ArraySlice<Sentence>, in text: EssayText) -> [[Float]] {
    let reader = FeatureReader(reading: Reading(sentences, in: text))
    var vector = FeatureVector()
    return sentences.indices.map { index in
      reader.read(index - sentences.startIndex, into: &vector)
      return vector.values
    }
  }
}
