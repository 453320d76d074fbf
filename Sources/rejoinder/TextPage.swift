internal import Application
internal import Reader
internal import RejoinderCore
internal import TerminalKit

/// An essay laid out as plain text, its claims marked in words.
///
/// The same essay, records and width give the same bytes on every machine.
struct TextPage {
  let study: Study
  let breaker: LineBreaker

  init(of study: Study, columns: Int) {
    self.study = study
    breaker = LineBreaker(columns: columns)
  }

  func write(to output: inout Output) {
    let essay = study.dossier.essay
    let head = [
      essay.metadata.title,
      [essay.metadata.author, essay.metadata.date].compactMap(\.self).joined(separator: ", "),
    ].compactMap(\.self).filter { !$0.isEmpty }
    for line in head { write(MarkedText(line), to: &output) }
    var next = 0
    for (index, paragraph) in essay.text.paragraphs.enumerated() {
      if index > 0 || !head.isEmpty { output.line() }
      write(text(of: paragraph.passage, firstClaim: &next), to: &output)
    }
  }

  /// A paragraph's words with the marks of the claims that begin in it.
  private func text(of paragraph: Passage, firstClaim next: inout Int) -> MarkedText {
    let utf8 = study.dossier.essay.text.utf8
    let claims = study.marking.claims
    var text = MarkedText()
    var position = paragraph.start
    while next < claims.count, claims[next].passage.start < paragraph.end {
      let start = max(position, claims[next].passage.start)
      text.append(utf8[position..<start])
      text.append(mark: Self.mark(claims[next], number: next + 1))
      position = start
      next += 1
    }
    text.append(utf8[position..<max(position, paragraph.end)])
    return text
  }

  static func mark(_ claim: Claim, number: Int) -> String {
    claim.role == .thesis
      ? "[claim \(number), thesis, \(claim.kind.rawValue)]"
      : "[claim \(number), \(claim.kind.rawValue)]"
  }

  private func write(_ text: MarkedText, to output: inout Output) {
    for row in breaker.rows(of: Passage(text.utf8.indices), in: text.utf8) {
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
      output.line(line)
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
