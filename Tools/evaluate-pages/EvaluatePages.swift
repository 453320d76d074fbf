internal import Ingest
internal import PageSet
internal import RejoinderCore

/// Prints how well the article is found in each page of the set, by words.
@main struct EvaluatePages {
  static func main() throws {
    let samples = try PageSample.all()
    for (title, group) in [
      ("pages looked at", samples.filter { !$0.isHeldOut }),
      ("pages held out", samples.filter(\.isHeldOut)),
    ] {
      print("\(title): \(group.count)")
      var agreements: [WordAgreement] = []
      for sample in group {
        let essay = try? sample.essay()
        let agreement = WordAgreement(
          found: essay.map { String(decoding: $0.text.utf8, as: UTF8.self) } ?? "",
          expected: sample.expected)
        agreements.append(agreement)
        line(sample.name, agreement.precision, agreement.recall)
      }
      let count = Double(max(1, agreements.count))
      line(
        "on average", agreements.reduce(0) { $0 + $1.precision } / count,
        agreements.reduce(0) { $0 + $1.recall } / count)
    }
  }

  private static func line(_ name: String, _ precision: Double, _ recall: Double) {
    let padding = String(repeating: " ", count: max(1, 28 - name.count))
    print("  \(name)\(padding)precision \(percent(precision))  recall \(percent(recall))")
  }

  private static func percent(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return "\(thousandths / 10).\(thousandths % 10)%"
  }
}
