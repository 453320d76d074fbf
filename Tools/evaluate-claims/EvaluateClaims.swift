import Analysis
import ClaimTraining
import Glibc
import Ingest
import RejoinderCore

/// Measures the claim detector on labelled essays, or shows what it makes of one essay.
///
///     evaluate-claims CORPUS.jsonl [MARKS.txt]  measures
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
      case (let path?, let marks?) where arguments.count <= 2 && !path.hasPrefix("-"):
        try Evaluation(
          LabelledEssay.read(path),
          marks: EditorMarks.read(arguments.count == 2 ? marks : "docs/claims/marks.txt")
        ).report()
      default: usage()
      }
    } catch {
      print("evaluate-claims: \(error)")
      exit(65)
    }
  }

  private static func usage() -> Never {
    print(
      "usage: evaluate-claims CORPUS.jsonl [MARKS.txt] | --show|--time ESSAY.txt "
        + "| --questions SEED [--without NUMBERS] CORPUS.jsonl")
    exit(64)
  }
}
