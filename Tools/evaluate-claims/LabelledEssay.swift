import FoundationEssentials
import RejoinderCore

/// One line of a labelled corpus.
struct LabelledSentence: Decodable {
  var doc: String
  var paragraph: Int
  var text: String
  /// "claim", "premise" or "none".
  var label: String
}

/// An essay put together again from its labelled sentences.
struct LabelledEssay {
  var essay: Essay
  /// Bare: only passages and paragraphs are set.
  var sentences: [Sentence] = []
  var labels: [String] = []

  /// - Parameter lines: The sentences of one essay, in order.
  init(_ lines: [LabelledSentence]) {
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
    }
    essay = Essay(
      metadata: EssayMetadata(language: "en", source: .standardInput),
      text: EssayText(utf8: utf8, paragraphs: paragraphs))
  }

  static func read(_ path: String) throws -> [LabelledEssay] {
    let data = try Data(contentsOf: URL(filePath: path))
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
