import RejoinderCore
import Resources
import Synchronization
import Testing

@testable import Analysis

/// Reasons are the ranking's own arithmetic in words.
@Suite struct ReasonsTests {
  private let model = ClaimModel.builtIn

  @Test func theBuiltInModelFitsTheFeatures() {
    #expect(model != ClaimModel())
    #expect(ClaimModel(bytes: Resource.claimModel) == model)
    #expect(model.contestable.weights.contains { $0 != 0 })
    #expect(model.wording.weights.contains { $0 != 0 })
    #expect(model.bytes.count <= 256 * 1_024)
  }

  /// The rank is the sum of the parts that reasons are told from, apart from what is the same for all.
  @Test(arguments: MarkedEssay.all)
  func thePartsAddUpToTheRank(_ marked: MarkedEssay) {
    let sentences = Analyzer().sentences(of: marked.essay)
    let estimates = LinearDetector().estimates(of: sentences[...], in: marked.essay)
    let reading = Reading(sentences[...], in: marked.essay.text)
    let reader = FeatureReader(reading: reading)
    let reasons = Reasons(model)
    var vector = FeatureVector()
    let rests = sentences.indices.map { index in
      reader.read(index, into: &vector)
      let parts = Feature.allCases.reduce(reasons.share(of: reading.words(of: index))) {
        $0 + reasons.share(of: $1, in: vector)
      }
      return estimates[index].weight - parts
    }
    for rest in rests { #expect(abs(rest - rests[0]) < 1e-3) }
  }

  /// A sentence, the same without one signal, and the reason that goes with it.
  @Test(arguments: [
    ("The town should mend the bridge.", "The town mends the bridge.", "says what should be done"),
    (
      "The bridge is not a luxury; it is the road to the hospital.",
      "The bridge is a road to the hospital; it is a luxury.", "contrasts: not X but Y"
    ),
    ("The bridge is a disgrace to the town.", "The bridge is a way to the town.", "judges"),
    (
      "A bridge that carries nobody serves nobody.", "The bridge carried nobody on Monday.",
      "generalises"
    ),
  ])
  func withoutItsSignalTheSentenceRanksLower(_ with: String, _ without: String, _ reason: String) {
    let first = judged(with)
    let second = judged(without)
    #expect(first.reasons.contains(reason), "\(first.reasons)")
    #expect(!second.reasons.contains(reason), "\(second.reasons)")
    #expect(first.weight > second.weight)
  }

  @Test(arguments: MarkedEssay.all + MarkedEssay.unseen)
  func everyHighlightHasAReason(_ marked: MarkedEssay) {
    let analyzer = Analyzer()
    let shown = analyzer.sentences(of: marked.essay).filter { $0.level != nil }
    for (sentence, reasons) in zip(shown, analyzer.reasons(for: shown, in: marked.essay)) {
      #expect(!reasons.isEmpty, "\(marked.essay.text.string(sentence.passage))")
    }
  }

  @Test func reasonsForManyAreThoseForEach() {
    let analyzer = Analyzer()
    for marked in MarkedEssay.all {
      let sentences = analyzer.sentences(of: marked.essay)
      let together = analyzer.reasons(for: sentences, in: marked.essay)
      #expect(together == sentences.map { analyzer.reasons(for: $0, in: marked.essay) })
    }
  }

  /// In a book the reasons come from the stretch that the sentence was judged in.
  @Test func reasonsAreFoundInEveryPartOfABook() {
    let book = essay(
      (0..<900).map { "Chapter \($0) should be read, and it is a disgrace that nobody reads it." }
        .joined(separator: "\n\n"))
    let analyzer = Analyzer()
    let sentences = analyzer.sentences(of: book)
    let asked = [sentences[3], sentences[450], sentences[899]]
    #expect(analyzer.reasons(for: asked, in: book).allSatisfy { !$0.isEmpty })
  }

  /// Turning a page of a book once cost the reading of some hundred sentences.
  @Test func aStretchIsReadOnceForAllItsPages() {
    let book = essay(
      (0..<900).map { "Chapter \($0) should be read, and it is a disgrace that nobody reads it." }
        .joined(separator: "\n\n"))
    let analyzer = Analyzer()
    let sentences = analyzer.sentences(of: book)
    let detector = CountingDetector()
    var telling = ReasonTelling(of: book, by: Analyzer(detector: detector))
    for sentence in sentences {
      #expect(telling.reasons(for: sentence) == analyzer.reasons(for: sentence, in: book))
    }
    let stretches = detector.readings.withLock { $0 }
    #expect((2...5).contains(stretches))
    for index in [3, 899, 3] { #expect(!telling.reasons(for: sentences[index]).isEmpty) }
    #expect(detector.readings.withLock { $0 } == stretches + 3)
    #expect(telling.reasons(for: Sentence(passage: Passage(start: 1, end: 5), paragraph: 0)) == [])
  }

  /// The built-in detector, counting how often it reads a stretch again.
  private final class CountingDetector: ClaimDetector {
    let readings = Mutex(0)
    private let detector = LinearDetector()

    var version: String { detector.version }

    func estimates(of sentences: ArraySlice<Sentence>, in essay: Essay) -> [ClaimEstimate] {
      detector.estimates(of: sentences, in: essay)
    }

    func reading(of sentences: ArraySlice<Sentence>, in essay: Essay) -> any StretchReading {
      readings.withLock { $0 += 1 }
      return detector.reading(of: sentences, in: essay)
    }
  }

  private func judged(_ text: String) -> (weight: Float, reasons: [String]) {
    var sentences = [Sentence(passage: Passage(start: 0, end: text.utf8.count), paragraph: 0)]
    sentences[0].role = .claim
    let detector = LinearDetector()
    let essay = essay(text)
    return (
      detector.estimates(of: sentences[...], in: essay)[0].weight,
      detector.reading(of: sentences[...], in: essay).reasons(at: 0, as: sentences[0].role)
    )
  }
}

extension Reading {
  fileprivate func words(of index: Int) -> ArraySlice<Word> { words[sentences[index].words] }
}
