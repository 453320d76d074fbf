internal import Analysis
internal import Ingest
internal import Reader
internal import RejoinderCore
internal import TerminalKit

extension FuzzTarget {
  func parserFault(in bytes: [UInt8]) -> String? {
    let source = EssaySource.standardInput
    let whole = try? EssayParser().essay(from: bytes, source: source)
    if let whole, let fault = whole.text.fault { return "whole: " + fault }
    let half = Array(bytes.prefix(bytes.count / 2))
    let part = try? EssayParser().essay(from: half, source: source, hasMore: true)
    if let part, let fault = part.text.fault { return "part: " + fault }
    return nil
  }

  func splitterFault(in bytes: [UInt8]) -> String? {
    let text = EssayText(canonical: String(decoding: bytes, as: UTF8.self))
    let essay = Essay(metadata: EssayMetadata(source: .standardInput), text: text)
    let analyzer = Analyzer()
    let sentences = analyzer.sentences(of: essay)
    var end = 0
    for sentence in sentences {
      guard sentence.passage.start >= end, sentence.passage.end <= text.count,
        !sentence.passage.isEmpty
      else { return "sentence \(sentence.passage) after \(end) of \(text.count)" }
      guard (0...1).contains(sentence.confidence) else {
        return "confidence \(sentence.confidence)"
      }
      end = sentence.passage.end
    }
    for sentence in sentences.filter(\.highlighted).prefix(4) {
      _ = analyzer.reasons(for: sentence, in: essay)
      _ = analyzer.questions(about: sentence.passage, in: essay)
    }
    let marking = Marking(sentences: sentences, packs: [], annotations: [])
    return marking.claims.count <= sentences.count ? nil : "more claims than sentences"
  }

  /// The first byte is the width.
  func layoutFault(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let columns = Int(first % 100) + 1
    let utf8 = Array(String(decoding: bytes.dropFirst(), as: UTF8.self).utf8)
    let rows = LineBreaker(columns: columns).rows(of: Passage(utf8.indices), in: utf8)
    var end = 0
    var screen = Screen(size: Size(columns: columns, rows: 1))
    for row in rows {
      guard row.start >= end, row.end <= utf8.count else { return "row \(row) after \(end)" }
      end = row.end
      let words = String(decoding: utf8[row.range], as: UTF8.self)
      let taken = LineBreaker.columns(of: row, in: utf8)
      // A wide glyph, or a tab, may not fit into so few columns, and stands there by itself.
      if taken > columns, words.count > 1 { return "\(taken) columns in a row of \(columns)" }
      screen.write(words, row: 0, column: 0)
    }
    return nil
  }

  func screeningFault(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    for scalar in text.visible.unicodeScalars where scalar.isControl {
      return "U+\(String(scalar.value, radix: 16)) stays"
    }
    if text.visible.visible != text.visible { return "marks are marked again" }
    if HiddenCharacters.count(inUTF8: Array(text.visible.utf8)) > 0 { return "something hides" }
    var end = 0
    for range in HiddenCharacters.ranges(inUTF8: bytes[...]) {
      guard range.lowerBound >= end, range.upperBound <= bytes.count else { return "\(range)" }
      end = range.upperBound
    }
    let glyphs = GlyphSequence(text).reduce(0) { $0 + $1.width }
    return glyphs == DisplayWidth.columns(ofUTF8: Array(text.utf8)) ? nil : "widths differ"
  }
}

extension EssayText {
  /// What is wrong with it as a canonical text.
  fileprivate var fault: String? {
    if String(validating: utf8, as: UTF8.self) == nil { return "no UTF-8" }
    var end = 0
    for paragraph in paragraphs {
      let passage = paragraph.passage
      guard passage.start >= end, passage.end <= utf8.count, !passage.isEmpty else {
        return "paragraph \(passage) after \(end) of \(utf8.count)"
      }
      end = passage.end
    }
    for span in spans where span.passage.end > utf8.count { return "span \(span.passage)" }
    return nil
  }
}
