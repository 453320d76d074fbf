import Analysis
import FoundationEssentials
import Ingest
import RejoinderCore

/// How long one essay takes, step by step.
struct Timing {
  private let bytes: [UInt8]
  private let source: EssaySource

  init(_ path: String) throws {
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
    source = .file(path)
  }

  func printTimes() throws {
    let clock = ContinuousClock()
    let analyzer = Analyzer()
    var essay = Essay(metadata: EssayMetadata(source: source), text: .empty)
    let parsing = try clock.measure { essay = try EssayParser().essay(from: bytes, source: source) }
    var sentences: [Sentence] = []
    let first = clock.measure { sentences = analyzer.sentences(of: essay, paragraphs: 0..<10) }
    let again = clock.measure { sentences = analyzer.sentences(of: essay, paragraphs: 0..<10) }
    print("bytes \(bytes.count), paragraphs \(essay.text.paragraphs.count)")
    print("parsing                       \(parsing)")
    print("first ten paragraphs          \(first), again \(again), \(sentences.count) sentences")
    let all = clock.measure { sentences = analyzer.sentences(of: essay) }
    print("all                           \(all), \(sentences.count) sentences")
    guard let claim = sentences.first(where: \.highlighted) else { return }
    var questions: [Counterargument] = []
    let asking = clock.measure {
      questions = analyzer.questions(about: claim.passage, in: essay)
    }
    let askingAgain = clock.measure {
      questions = analyzer.questions(about: claim.passage, in: essay)
    }
    print("questions about one claim     \(asking), again \(askingAgain), \(questions.count)")
    var reasons: [String] = []
    let explaining = clock.measure { reasons = analyzer.reasons(for: claim, in: essay) }
    print("reasons for one claim         \(explaining), \(reasons.count)")
  }
}
