import RejoinderCore
import Testing

/// Anchors over texts that were edited at random, where the right place of each sentence is known.
@Suite("Anchors in edited texts")
struct AnchorEditTests {
  enum Edit: CaseIterable, Sendable {
    case typo, word, insertion, deletion, reordering, duplication
  }

  /// A sentence and which one of the original it is; -1 for a new one.
  private struct Sentence {
    var number: Int
    var words: String
  }

  private static let original: [Sentence] = {
    let text = AnchorTests.prose.split(separator: "\n").joined(separator: " ")
    let sentences = text.split(separator: ". ").map { $0.hasSuffix(".") ? String($0) : $0 + "." }
    return sentences.enumerated().map { Sentence(number: $0, words: $1) }
  }()

  /// The text and where each of the original's sentences now stands.
  private static func text(_ sentences: [Sentence]) -> (EssayText, [Int: [Passage]]) {
    var words = ""
    var places: [Int: [Passage]] = [:]
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { words += index % 3 == 0 ? "\n\n" : " " }
      let start = words.utf8.count
      words += sentence.words
      places[sentence.number, default: []].append(Passage(start: start, end: words.utf8.count))
    }
    return (EssayText(canonical: words), places)
  }

  private static func apply(
    _ edit: Edit, to sentences: inout [Sentence], _ random: inout SeededGenerator
  ) {
    let index = Int.random(in: sentences.indices, using: &random)
    var letters = Array(sentences[index].words)
    let letter = Int.random(in: 1..<(letters.count - 1), using: &random)
    let target = Int.random(in: sentences.indices, using: &random)
    switch edit {
    case .typo:
      letters[letter] = "x"
      letters.insert("e", at: Int.random(in: letters.indices, using: &random))
      sentences[index].words = String(letters)
    case .word:
      var words = sentences[index].words.split(separator: " ")
      words.insert("perhaps", at: Int.random(in: 1..<max(2, words.count), using: &random))
      sentences[index].words = words.joined(separator: " ")
    case .insertion:
      sentences.insert(Sentence(number: -1, words: "An editor put this in."), at: index)
    case .deletion: sentences.remove(at: index)
    case .reordering: sentences.insert(sentences.remove(at: index), at: min(target, index))
    case .duplication: sentences.insert(sentences[index], at: target)
    }
  }

  @Test("are never placed wrongly, and seldom lost", arguments: Edit.allCases)
  func placement(edit: Edit) throws {
    let (before, places) = Self.text(Self.original)
    let anchors = try Self.original.map { sentence in
      Anchor(of: try #require(places[sentence.number]?.first), in: before)
    }
    var (expected, found) = (0, 0)
    for seed in 0..<150 {
      var random = SeededGenerator(seed: UInt64(seed))
      var sentences = Self.original
      for _ in 0..<3 { Self.apply(edit, to: &sentences, &random) }
      let (after, truth) = Self.text(sentences)
      for (number, resolution) in resolve(anchors, in: after).enumerated() {
        let right = truth[number] ?? []
        // Of two equal sentences side by side neither need be chosen.
        let isExpected = right.count == 1
        expected += isExpected ? 1 : 0
        guard let passage = resolution.passage else { continue }
        let isRight = right.contains { $0.overlap(with: passage) * 2 >= passage.count }
        #expect(isRight, "seed \(seed): \(anchors[number].quote) → \(after.string(passage))")
        found += isRight && isExpected ? 1 : 0
      }
    }
    #expect(expected > 1000)
    #expect(Double(found) / Double(expected) > 0.97, "\(found) of \(expected)")
  }
}
