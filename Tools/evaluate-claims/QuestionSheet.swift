import Analysis
import ClaimTraining
import FoundationEssentials
import RejoinderCore

/// Critical questions drawn at random for a blind reading: each with its claim in its context.
struct QuestionSheet {
  /// How many essays at least, and how many of their questions are drawn; there are as many more essays as
  /// that takes.
  private static let essays = 10
  private static let questions = 100

  private struct Entry {
    var essay: Int
    var sentence: Int
    var context: String
    var claim: String
    var question: Counterargument

    /// The scheme and what the question is after, as the question's identifier has them.
    var template: [Substring] {
      Array(question.id.split(separator: ":").dropFirst().prefix(2))
    }
  }

  /// What was drawn, and how much of the essays' claims is asked about.
  private struct Drawn {
    var essays: [Int]
    var sheet: [Entry]
    var claims = 0
    var askedClaims = 0
    var questions = 0
    var general = 0

    var summary: String {
      "essays \(essays.map(String.init).joined(separator: ", ")): \(claims) claims, "
        + "\(askedClaims) with a question, \(questions) questions, \(general) of them general, "
        + "\(sheet.count) drawn"
    }
  }

  private let corpus: [LabelledEssay]
  private var generator: SplitMix64
  private let without: Set<Int>
  private let analyzer = Analyzer()

  /// - Parameters:
  ///   - seed: The same seed draws the same questions of the same corpus.
  ///   - without: Numbers of essays that are not drawn, because they have been read before.
  init(_ corpus: [LabelledEssay], seed: UInt64, without: Set<Int>) {
    self.corpus = corpus
    self.without = without
    generator = SplitMix64(seed: seed)
  }

  /// Prints the sheet with essay, sentence, scheme and cue of each question.
  mutating func printSheet() {
    let drawn = draw()
    for (number, entry) in drawn.sheet.enumerated() {
      let origin = entry.question.origin
      print(
        "\(number + 1). essay \(entry.essay), sentence \(entry.sentence), "
          + entry.template.joined(separator: ":"))
      print("   … \(entry.context)")
      print("   > \(entry.claim)")
      print("   ? \(entry.question.text)  [\(origin.label): \(origin.detail)]")
    }
    print(drawn.summary)
  }

  /// Writes the sheet for somebody who is to know nothing of schemes and cues, and beside it what each
  /// question is.
  mutating func writeBlindSheet(to folder: String) throws {
    let drawn = draw()
    var sheet = ""
    var key = "number\tessay\tsentence\tscheme\taim\n"
    for (number, entry) in drawn.sheet.enumerated() {
      sheet += "\(number + 1).\nBefore: \(entry.context)\nClaim: \(entry.claim)\n"
      sheet += "Question: \(entry.question.text)\n\n"
      key += "\(number + 1)\t\(entry.essay)\t\(entry.sentence)\t"
      key += entry.template.joined(separator: "\t") + "\n"
    }
    try Data(sheet.utf8).write(to: URL(filePath: folder + "/questions.txt"))
    try Data(key.utf8).write(to: URL(filePath: folder + "/key.tsv"))
    print(drawn.summary)
  }

  /// Prints every claim of the first essays with all that is asked of it.
  func printClaims(of essays: Int) {
    for number in corpus.indices.filter({ !without.contains($0) }).prefix(essays) {
      print("essay \(number)")
      for claim in asked(number) {
        print("   > \(claim.kind.rawValue): \(claim.text)")
        for entry in claim.entries {
          print("   ? \(entry.question.text)  [\(entry.template.joined(separator: ":"))]")
        }
      }
    }
  }

  private mutating func draw() -> Drawn {
    let essays = corpus.indices.filter { !without.contains($0) }.shuffled(using: &generator)
    var drawn = Drawn(essays: [], sheet: [])
    var all: [Entry] = []
    for essay in essays {
      if drawn.essays.count >= Self.essays, all.count >= Self.questions { break }
      drawn.essays.append(essay)
      for claim in asked(essay) {
        drawn.claims += 1
        drawn.askedClaims += claim.entries.isEmpty ? 0 : 1
        all += claim.entries
      }
    }
    drawn.essays.sort()
    all.sort { ($0.essay, $0.sentence) < ($1.essay, $1.sentence) }
    drawn.questions = all.count
    drawn.general = all.count { $0.question.origin.detail.isEmpty }
    drawn.sheet = all.indices.shuffled(using: &generator).prefix(Self.questions).sorted()
      .map { all[$0] }
    return drawn
  }

  /// The claims of an essay with what is asked of them.
  private func asked(_ number: Int) -> [(kind: ClaimKind, text: String, entries: [Entry])] {
    let essay = corpus[number].essay
    let sentences = analyzer.sentences(of: essay)
    let claims = Marking(sentences: sentences, packs: [], annotations: []).claims
    return claims.map { claim in
      let index = sentences.firstIndex { $0.passage == claim.passage } ?? 0
      let context = sentences[max(0, index - 2)..<index].map { essay.text.string($0.passage) }
      let text = essay.text.string(claim.passage)
      let questions = analyzer.questions(
        about: claim, among: claims, in: essay)
      return (
        claim.kind, text,
        questions.map {
          Entry(
            essay: number, sentence: index, context: context.joined(separator: " "), claim: text,
            question: $0)
        }
      )
    }
  }
}
