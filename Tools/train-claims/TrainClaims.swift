import Analysis
import ClaimTraining
import FoundationEssentials
import Glibc

/// Learns the claim model from labelled editorials and writes it where the program embeds it.
///
///     train-claims TRAIN.jsonl [MARKS.txt [MODEL]]
///
/// Without them, the marks are those of docs/claims/marks.txt and the model goes to
/// Resources/data/claims.model, below the current folder.
@main
enum TrainClaims {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard (1...3).contains(arguments.count), arguments.allSatisfy({ !$0.hasPrefix("-") }) else {
      print("usage: train-claims TRAIN.jsonl [MARKS.txt [MODEL]]")
      exit(64)
    }
    do {
      let essays = try LabelledEssay.read(arguments[0])
      let marks = try EditorMarks.read(
        arguments.count > 1 ? arguments[1] : "docs/claims/marks.txt")
      let path = arguments.count > 2 ? arguments[2] : "Resources/data/claims.model"
      let bytes = ModelTraining(essays, marks: marks).model().bytes
      try Data(bytes).write(to: URL(filePath: path))
      print("\(path): \(bytes.count) bytes, from \(essays.count) editorials")
    } catch {
      print("train-claims: \(error)")
      exit(65)
    }
  }
}
