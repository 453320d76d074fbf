internal import Application
internal import ArgumentParser
internal import Reader
internal import RejoinderCore
internal import TerminalKit

/// An essay laid out as plain text, its claims marked in words.
///
/// The same essay, records and width give the same bytes on every machine.
struct TextPage {
  /// Where counterarguments stand.
  enum CountersPlace: String, ExpressibleByArgument, CaseIterable {
    case none, paragraph, end
  }

  let study: Study
  let columns: Int
  let counters: CountersPlace

  init(of study: Study, columns: Int, counters: CountersPlace = .none) {
    self.study = study
    self.columns = columns
    self.counters = counters
  }

  func write(to output: inout Output) {
    let essay = study.dossier.essay
    let head = [
      essay.metadata.title,
      [essay.metadata.author, essay.metadata.date].compactMap(\.self).joined(separator: ", "),
    ].compactMap(\.self).filter { !$0.isEmpty }
    for line in head { write(MarkedText(line), as: Paragraph(.empty), to: &output) }
    var next = 0
    for (index, paragraph) in essay.text.paragraphs.enumerated() {
      if index > 0 ? !paragraph.nesting.isTight : !head.isEmpty { output.line() }
      let first = next
      write(text(of: paragraph.passage, firstClaim: &next), as: paragraph, to: &output)
      if counters == .paragraph { writeCounters(to: first..<next, to: &output) }
    }
    writeReferences(of: essay.text, to: &output)
    if counters == .end { writeCounters(to: study.marking.claims.indices, to: &output) }
  }

  /// What is said against claims, each claim under a line of its own.
  private func writeCounters(to claims: Range<Int>, to output: inout Output) {
    for index in claims {
      let claim = study.marking.claims[index]
      let answers = study.counterarguments(to: claim).filter { !$0.dismissed }
      guard !answers.isEmpty else { continue }
      output.line()
      writeLines(
        "Against " + claim.mark(number: index + 1) + ":", indent: 2, hanging: 0, to: &output)
      for (number, answer) in answers.enumerated() {
        let source = answer.source.map { " (\($0.oneLine))" } ?? ""
        writeLines(
          "\(number + 1). \(answer.label) \(answer.text.oneLine)\(source)", indent: 2, hanging: 3,
          to: &output)
      }
    }
  }

  /// Writes words in lines that all but the first stand further in; where there is little room, not.
  private func writeLines(_ words: String, indent: Int, hanging: Int, to output: inout Output) {
    let isRoomy = columns >= 24
    let bytes = Array(words.utf8)
    let width = isRoomy ? columns - indent - hanging : columns
    for (number, row) in LineBreaker(columns: max(1, width))
      .rows(of: Passage(bytes.indices), in: bytes).enumerated()
    {
      let margin = isRoomy ? indent + (number > 0 ? hanging : 0) : 0
      output.line(
        String(repeating: " ", count: margin) + String(decoding: bytes[row.range], as: UTF8.self))
    }
  }

  private func writeReferences(of text: EssayText, to output: inout Output) {
    if !text.references.isEmpty { output.line() }
    for (index, reference) in text.references.enumerated() {
      write(MarkedText("[\(index + 1)] \(reference.address)"), as: Paragraph(.empty), to: &output)
    }
  }

  /// A paragraph's words with the marks of the claims that begin in it.
  private func text(of paragraph: Passage, firstClaim next: inout Int) -> MarkedText {
    let utf8 = study.dossier.essay.text.utf8
    let claims = study.marking.claims
    var text = MarkedText()
    var position = paragraph.start
    var references = study.dossier.essay.text.spans(in: paragraph)
      .filter { $0.mark != nil }.sorted { $0.passage.end < $1.passage.end }[...]
    func append(upTo end: Int) {
      while let span = references.first, span.passage.end <= end, let mark = span.mark {
        let end = max(position, span.passage.end)
        text.append(utf8[position..<end])
        text.append(Array(mark.utf8)[...])
        position = end
        references.removeFirst()
      }
      text.append(utf8[position..<max(position, end)])
      position = max(position, end)
    }
    while next < claims.count, claims[next].passage.start < paragraph.end {
      append(upTo: claims[next].passage.start)
      text.append(mark: claims[next].mark(number: next + 1))
      next += 1
    }
    append(upTo: paragraph.end)
    return text
  }

  private func write(_ text: MarkedText, as paragraph: Paragraph, to output: inout Output) {
    let shape = ParagraphShape(of: paragraph, columns: columns)
    for row in shape.breaker.rows(of: Passage(text.utf8.indices), in: text.utf8) {
      let prefix = shape.prefix(
        isFirst: row.start == 0, continuesLine: shape.continuesLine(row, in: text.utf8, start: 0))
      var line = ""
      var screening = ScalarScreening()
      for scalar in text.string(row).unicodeScalars {
        if scalar == "\t" {
          let column = DisplayWidth.columns(of: line)
          line += String(repeating: " ", count: LineBreaker.tabStop - column % LineBreaker.tabStop)
        } else {
          line.unicodeScalars.append(scalar, as: screening.take(scalar.value))
        }
      }
      output.line(prefix + line)
    }
  }
}

/// Words with marks between them that stay together at a line's end.
private struct MarkedText {
  private(set) var utf8: [UInt8] = []
  /// Where a space of a mark stands as U+00A0, ascending.
  private var joints: [Int] = []

  init() {}

  init(_ text: String) {
    utf8 = Array(text.utf8)
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    utf8 += bytes
  }

  /// Adds a mark and a space, also after a word that it follows without one.
  mutating func append(mark: String) {
    if let last = utf8.last, last != UInt8(ascii: " "), last != UInt8(ascii: "\n") {
      utf8.append(UInt8(ascii: " "))
    }
    for byte in mark.utf8 {
      if byte == UInt8(ascii: " ") {
        joints.append(utf8.count)
        utf8 += [0xC2, 0xA0]
      } else {
        utf8.append(byte)
      }
    }
    utf8.append(UInt8(ascii: " "))
  }

  /// A row's words, with plain spaces in its marks.
  func string(_ row: Passage) -> String {
    var result = ""
    var start = row.start
    for joint in joints[joints.partitionIndex { $0 >= row.start }...] where joint < row.end {
      result += String(decoding: utf8[start..<joint], as: UTF8.self) + " "
      start = joint + 2
    }
    return result + String(decoding: utf8[start..<max(start, row.end)], as: UTF8.self)
  }
}
