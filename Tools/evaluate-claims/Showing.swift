import Analysis
import FoundationEssentials
import Ingest
import RejoinderCore

/// One essay, sentence by sentence, for reading by eye.
struct Showing {
  private let essay: Essay
  private let analyzer = Analyzer()

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path))
    essay = try EssayParser().essay(from: Array(data), source: .file(path))
  }

  func show() {
    let metadata = essay.metadata
    print("title: \(metadata.title ?? "-")  author: \(metadata.author ?? "-")")
    print("date: \(metadata.date ?? "-")  language: \(essay.language ?? "-")")
    for offer in essay.offers { print("offer: \(offer.kind) \(offer.text)") }
    let sentences = analyzer.sentences(of: essay)
    let estimates = analyzer.detector.estimates(of: sentences[...], in: essay)
    for (sentence, estimate) in zip(sentences, estimates) {
      let mark = sentence.highlighted ? "▌" : " "
      let confidence = Int(sentence.confidence * 100)
      print(
        "\(mark)\(sentence.role.rawValue) \(sentence.kind?.rawValue ?? "-") \(confidence)%",
        estimate.isEligible
          ? "rank \(tenths(estimate.weight)) thesis \(tenths(estimate.centrality))" : "never")
      print("   \(essay.text.string(sentence.passage))")
      print("   [\(analyzer.reasons(for: sentence, in: essay).joined(separator: "; "))]")
      guard sentence.highlighted else { continue }
      for question in analyzer.questions(about: sentence.passage, in: essay) {
        print("     ? \(question.text)  (\(question.origin.label): \(question.origin.detail))")
      }
    }
  }

  private func tenths(_ value: Float) -> Float { (value * 10).rounded() / 10 }
}
