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
///     evaluate-claims --questions SEED [--without 3,14-20,…] [--blind FOLDER] CORPUS.jsonl
///                                               questions drawn for a reading
///     evaluate-claims --asked COUNT [--without 3,14-20,…] CORPUS.jsonl
///                                               all claims of the first essays and their questions
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
      case ("--questions", let path?), ("--asked", let path?):
        try ask(arguments, path)
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

  private static func ask(_ arguments: [String], _ path: String) throws {
    guard arguments.count % 2 == 1, let number = UInt64(arguments[1]) else { usage() }
    var without: Set<Int> = []
    var folder: String?
    for index in stride(from: 2, to: arguments.count - 1, by: 2) {
      switch arguments[index] {
      case "--without":
        without = Set(arguments[index + 1].split(separator: ",").flatMap(numbers))
      case "--blind": folder = arguments[index + 1]
      default: usage()
      }
    }
    var sheet = QuestionSheet(try LabelledEssay.read(path), seed: number, without: without)
    if arguments[0] == "--asked" {
      sheet.printClaims(of: Int(clamping: number))
    } else if let folder {
      try sheet.writeBlindSheet(to: folder)
    } else {
      sheet.printSheet()
    }
  }

  /// The numbers of "7" or "14-20"; none of what is neither.
  private static func numbers(_ range: Substring) -> [Int] {
    let ends = range.split(separator: "-", maxSplits: 1).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
      return []
    }
    return Array(first...last)
  }

  private static func usage() -> Never {
    print(
      "usage: evaluate-claims CORPUS.jsonl [MARKS.txt] | --show|--time ESSAY.txt "
        + "| --questions SEED [--without NUMBERS] [--blind FOLDER] CORPUS.jsonl "
        + "| --asked COUNT [--without NUMBERS] CORPUS.jsonl")
    exit(64)
  }
}
