internal import FoundationEssentials
package import RejoinderCore

/// One line of a labelled corpus.
package struct LabelledSentence: Decodable {
  var doc: String
  var paragraph: Int
  var text: String
  /// What the corpus says: "assumption", "anecdote", "testimony" and so on.
  var unit: String
  /// "claim", "premise" or "none".
  var label: String
}

/// An essay put together again from its labelled sentences.
package struct LabelledEssay {
  /// What stands before the hyphen in its name.
  package var number: String
  package var essay: Essay
  /// Bare: only passages and paragraphs are set.
  package var sentences: [Sentence] = []
  /// What the corpus says of each sentence; see ``LabelledSentence``.
  package var labels: [String] = []
  package var units: [String] = []

  /// - Parameter lines: The sentences of one essay, in order.
  init(_ lines: [LabelledSentence]) {
    number = String(lines.first?.doc.prefix { $0 != "-" } ?? "")
    var utf8: [UInt8] = []
    var paragraphs: [Paragraph] = []
    var current: Int?
    for line in lines {
      if line.paragraph != current {
        if !utf8.isEmpty { utf8 += [0x0A, 0x0A] }
        paragraphs.append(Paragraph(Passage(start: utf8.count, end: utf8.count)))
        current = line.paragraph
      } else {
        utf8.append(0x20)
      }
      let start = utf8.count
      utf8 += line.text.utf8
      paragraphs[paragraphs.count - 1].passage.end = utf8.count
      sentences.append(
        Sentence(passage: Passage(start: start, end: utf8.count), paragraph: paragraphs.count - 1))
      labels.append(line.label)
      units.append(line.unit)
    }
    essay = Essay(
      metadata: EssayMetadata(
        title: lines.first.map { Self.title($0.doc, of: utf8) }, language: "en",
        source: .standardInput),
      text: EssayText(utf8: utf8, paragraphs: paragraphs))
  }

  /// An editorial is named by its title without spaces: "017-thebridgemustberepaired". The title is
  /// put together again from words of its text, the longest first.
  private static func title(_ name: String, of utf8: [UInt8]) -> String {
    var letters = Array(name.drop { $0 != "-" }.dropFirst().utf8)
    let words = Set(
      utf8.split { !(0x61...0x7A).contains($0 | 0x20) }.filter { $0.count >= 4 }
        .map { $0.map { $0 | 0x20 } })
    var found: [String] = []
    for word in words.sorted(by: precedes) {
      guard let place = letters.firstRange(of: word) else { continue }
      letters.replaceSubrange(place, with: [0x20])
      found.append(String(decoding: word, as: UTF8.self))
    }
    return found.joined(separator: " ")
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
  }

  /// - Parameter path: Of a file with one ``LabelledSentence`` a line, as JSON.
  package static func read(_ path: String) throws -> [LabelledEssay] {
    try read(Data(contentsOf: URL(filePath: path)))
  }

  package static func read(_ data: some Collection<UInt8>) throws -> [LabelledEssay] {
    let decoder = JSONDecoder()
    var essays: [[LabelledSentence]] = []
    for line in data.split(separator: 0x0A) {
      let sentence = try decoder.decode(LabelledSentence.self, from: Data(line))
      if essays.last?.first?.doc == sentence.doc {
        essays[essays.count - 1].append(sentence)
      } else {
        essays.append([sentence])
      }
    }
    return essays.map(LabelledEssay.init)
  }
}

extension LabelledEssay {
  /// The kind of premise that the corpus sees in a sentence.
  package func premise(at index: Int) -> PremiseKind? {
    switch units[index] {
    case "anecdote": .example
    case "statistics": .statistics
    case "testimony": .testimony
    case "common-ground": .commonGround
    default: nil
    }
  }

  package func isClaim(at index: Int) -> Bool { labels[index] == "claim" }
}
