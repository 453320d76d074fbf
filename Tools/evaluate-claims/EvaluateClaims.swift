import Analysis
import Glibc
import Ingest
import RejoinderCore

/// Measures the claim detector on labelled essays, or shows what it makes of one essay.
///
///     evaluate-claims CORPUS.jsonl              measures
///     evaluate-claims --fit CORPUS.jsonl        weights fitted to it, as Swift source
///     evaluate-claims --show ESSAY.txt          every sentence as the detector sees it
///     evaluate-claims --time ESSAY.txt          how long reading and analysing it takes
///     evaluate-claims --questions SEED [--without 3,14,…] CORPUS.jsonl
///                                               questions drawn for a blind reading
@main
enum EvaluateClaims {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.last) {
      case ("--fit", let path?) where arguments.count == 2:
        try WeightFitting(LabelledEssay.read(path)).printSource()
      case ("--show", let path?) where arguments.count == 2:
        try Showing(path).show()
      case ("--time", let path?) where arguments.count == 2:
        try Timing(path).printTimes()
      case ("--questions", let path?):
        guard let seed = arguments.dropFirst().first.flatMap({ UInt64($0) }) else { usage() }
        var without: Set<Int> = []
        if arguments.count == 5, arguments[2] == "--without" {
          without = Set(arguments[3].split(separator: ",").compactMap { Int($0) })
        } else if arguments.count != 3 {
          usage()
        }
        var sheet = QuestionSheet(try LabelledEssay.read(path), seed: seed, without: without)
        sheet.printSheet()
      case (let path?, _) where arguments.count == 1:
        try printMeasures(LabelledEssay.read(path))
      default: usage()
      }
    } catch {
      print("evaluate-claims: \(error)")
      exit(65)
    }
  }

  private static func usage() -> Never {
    print(
      "usage: evaluate-claims [--fit] CORPUS.jsonl | --show|--time ESSAY.txt "
        + "| --questions SEED [--without NUMBERS] CORPUS.jsonl")
    exit(64)
  }

  private static func printMeasures(_ essays: [LabelledEssay]) {
    let analyzer = Analyzer()
    var judgements: [[Measures.Judgement]] = []
    var boundaries = BoundaryAgreement()
    for labelled in essays {
      let estimates = analyzer.detector.estimates(
        of: labelled.sentences[...], in: labelled.essay.text)
      judgements.append(
        zip(estimates, labelled.labels).map { estimate, label in
          Measures.Judgement(
            confidence: estimate.confidence,
            weight: estimate.isEligible ? estimate.weight : -100, isClaim: label == "claim")
        })
      boundaries.add(analyzer.sentences(of: labelled.essay), expected: labelled.sentences)
    }
    let measures = Measures(essays: judgements)
    print("detector                  \(analyzer.version)")
    print("essays                    \(essays.count)")
    print("AUC                       \(rounded(measures.areaUnderCurve))")
    print("average precision         \(rounded(measures.averagePrecision))")
    print("P@30% by confidence       \(rounded(measures.precision(top: 0.3, by: \.confidence)))")
    print("P@30% by rank of weight   \(rounded(measures.precision(top: 0.3, by: \.weight)))")
    print("calibration error (ECE)   \(rounded(measures.calibrationError))")
    print("sentence boundaries F1    \(rounded(boundaries.score))")
  }

  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let digits = "\(thousandths % 1_000)"
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// How well the sentences found agree with a corpus's own.
struct BoundaryAgreement {
  private var found = 0
  private var expected = 0
  private var shared = 0

  mutating func add(_ sentences: [Sentence], expected: [Sentence]) {
    let ends = Set(sentences.map(\.passage.end))
    found += ends.count
    self.expected += expected.count
    shared += expected.count { ends.contains($0.passage.end) }
  }

  /// The harmonic mean of precision and recall of sentence ends.
  var score: Double { found + expected == 0 ? 0 : 2 * Double(shared) / Double(found + expected) }
}
