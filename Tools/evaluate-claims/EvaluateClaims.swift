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
      case (let path?, let marks?) where arguments.count <= 2 && !path.hasPrefix("-"):
        try Evaluation(
          LabelledEssay.read(path),
          marks: EditorMarks.read(arguments.count == 2 ? marks : "docs/claims/marks.txt")
        ).report()
      default:
        print("usage: evaluate-claims CORPUS.jsonl [MARKS.txt] | --show|--time ESSAY.txt")
        exit(64)
      }
    } catch {
      print("evaluate-claims: \(error)")
      exit(65)
    }
  }
}
