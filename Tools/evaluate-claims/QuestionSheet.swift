import Analysis
import ClaimTraining
import RejoinderCore

/// Critical questions drawn at random for a blind reading: each with its claim in its context.
struct QuestionSheet {
  /// How many essays and how many of their questions are drawn.
  private static let essays = 10
  private static let questions = 100

  private struct Entry {
    var essay: Int
    var sentence: Int
    var context: String
    var claim: String
    var question: Counterargument
  }

  private let corpus: [LabelledEssay]
  private var generator: SeededGenerator
  private let without: Set<Int>
  private let analyzer = Analyzer()

  /// - Parameters:
  ///   - seed: The same seed draws the same questions of the same corpus.
  ///   - without: Numbers of essays that are not drawn, because they have been read before.
  init(_ corpus: [LabelledEssay], seed: UInt64, without: Set<Int>) {
    self.corpus = corpus
    self.without = without
    generator = SeededGenerator(seed: seed)
  }

  mutating func printSheet() {
    let drawn = corpus.indices.filter { !without.contains($0) }.shuffled(using: &generator)
      .prefix(Self.essays).sorted()
    let all = drawn.flatMap(entries(of:))
    let sheet = all.indices.shuffled(using: &generator).prefix(Self.questions).sorted()
      .map { all[$0] }
    for (number, entry) in sheet.enumerated() {
      let origin = entry.question.origin
      print(
        "\(number + 1). essay \(entry.essay), sentence \(entry.sentence), "
          + "\(entry.question.id.split(separator: ":").dropFirst().prefix(2).joined(separator: ":"))"
      )
      print("   … \(entry.context)")
      print("   > \(entry.claim)")
      print("   ? \(entry.question.text)  [\(origin.label): \(origin.detail)]")
    }
    let general = all.count { $0.question.origin.detail.isEmpty }
    print(
      "essays \(drawn.map(String.init).joined(separator: ", ")): \(all.count) questions, "
        + "\(general) general, \(sheet.count) drawn")
  }

  private func entries(of number: Int) -> [Entry] {
    let essay = corpus[number].essay
    let sentences = analyzer.sentences(of: essay)
    let claims = Marking(sentences: sentences, packs: [], annotations: []).claims
    return claims.flatMap { claim -> [Entry] in
      let index = sentences.firstIndex { $0.passage == claim.passage } ?? 0
      let context = sentences[max(0, index - 2)..<index].map { essay.text.string($0.passage) }
      return analyzer.questions(
        about: claim, among: claims, thesis: claims.first { $0.role == .thesis }, in: essay
      ).map {
        Entry(
          essay: number, sentence: index, context: context.joined(separator: " "),
          claim: essay.text.string(claim.passage), question: $0)
      }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
