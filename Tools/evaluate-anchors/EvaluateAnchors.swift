import AnchorEdits
import FoundationEssentials
import Glibc
import RejoinderCore

/// Measures how anchors fare in edited texts, or how long they take.
///
///     evaluate-anchors ESSAY.txt|CORPUS.jsonl …   wrong placements and what is found
///     evaluate-anchors --time ESSAY.txt           1,000 anchors in 100,000 words, all of them moved
@main
enum EvaluateAnchors {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case "--time"? where arguments.count == 2: try printTime(arguments[1])
      case let path? where !path.hasPrefix("-"): try measure(arguments.flatMap(texts))
      default:
        print("usage: evaluate-anchors ESSAY.txt|CORPUS.jsonl … | --time ESSAY.txt")
        exit(64)
      }
    } catch {
      print("evaluate-anchors: \(error)")
      exit(65)
    }
  }

  private struct Line: Decodable {
    var doc: String
    var paragraph: Int
    var text: String
  }

  /// The essays of a file: one, or those of a corpus whose lines are sentences.
  private static func texts(_ path: String) throws -> [String] {
    let data = try Data(contentsOf: URL(filePath: path))
    guard path.hasSuffix(".jsonl") else { return [String(decoding: data, as: UTF8.self)] }
    var essays: [(doc: String, paragraph: Int, text: String)] = []
    for bytes in data.split(separator: 0x0A) {
      let line = try JSONDecoder().decode(Line.self, from: Data(bytes))
      if let last = essays.last, last.doc == line.doc {
        let space = last.paragraph == line.paragraph ? " " : "\n\n"
        essays[essays.count - 1].text += space + line.text
        essays[essays.count - 1].paragraph = line.paragraph
      } else {
        essays.append((line.doc, line.paragraph, line.text))
      }
    }
    return essays.map(\.text)
  }

  private static func measure(_ texts: [String]) {
    // Enough rounds for a thousand edited texts and more, whatever was given.
    let rounds = max(1, 1200 / (texts.count * EditedEssay.Edit.allCases.count))
    var all = AnchorMeasurement()
    print("edit                   texts passages findable  found  share  wrong")
    for edit in EditedEssay.Edit.allCases {
      var measurement = AnchorMeasurement()
      for (number, text) in texts.enumerated() {
        for round in 0..<rounds {
          let seed = UInt64(number * 1000 + round)
          measurement.add(text, edit, strength: 1 + round % 4, passages: 20, seed: seed)
        }
      }
      report(edit.rawValue, measurement)
      all.join(measurement)
    }
    report("all", all)
    for line in all.wrong.prefix(20) { print("WRONG \(line)") }
    if getenv("SHOW_MISSED") != nil {
      for line in all.missed.prefix(60) { print("MISSED \(line)") }
    }
  }

  private static func report(_ name: String, _ measurement: AnchorMeasurement) {
    func column(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: " ", count: max(1, width - digits.count)) + digits
    }
    let share = Int((measurement.share * 1000).rounded())
    print(
      name + String(repeating: " ", count: max(1, 22 - name.count))
        + column(measurement.texts, 6) + column(measurement.passages, 9)
        + column(measurement.findable, 9) + column(measurement.found, 7)
        + "  \(share / 10).\(share % 10)%" + column(measurement.wrong.count, 7))
  }

  /// A thousand sentences of a long text, looked for after a paragraph was put before it.
  private static func printTime(_ path: String) throws {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let original = EssayText(canonical: text)
    let edited = EssayText(canonical: "A paragraph that was not there.\n\n" + text)
    let step = max(1, original.count / 1000)
    let anchors = (0..<1000).map { index in
      Anchor(of: Passage(start: index * step, end: index * step + min(80, step)), in: original)
    }
    var best = Double.infinity
    var found = 0
    for _ in 0..<5 {
      // Processor time: what else the machine does is nobody's fault here.
      let start = clock()
      found = resolve(anchors, in: edited).count { $0.passage != nil }
      best = min(best, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
    }
    print(
      "words \(original.wordCount)  anchors 1000  found \(found)  milliseconds \(Int(best.rounded(.up)))"
    )
  }
}
