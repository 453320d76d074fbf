import RejoinderCore
import Testing

@testable import Reader

/// Paragraphs of every nesting and kind, at every width.
@Suite struct ParagraphShapeTests {
  private struct Case {
    let utf8: [UInt8]
    let shape: ParagraphShape
    let marks: [RowMark]
    let rows: [Passage]
    let columns: Int

    init(seed: Int) {
      var generator = SplitMix64(seed: seed)
      let text = HardText.make(Int.random(in: 1...60, using: &generator), using: &generator)
      utf8 = Array(text.utf8)
      columns = Int.random(in: 1...60, using: &generator)
      let kinds: [Paragraph.Kind] = [
        .body, .heading(level: 2), .quotation, .listItem, .verse, .preformatted, .tableRow,
      ]
      let markers: [ListItem.Marker] = [.bullet, .number(1_234), .task(isDone: true), .note(7)]
      let item = markers.randomElement(using: &generator).map {
        ListItem($0, depth: .random(in: 0...9, using: &generator), isContinued: seed % 5 == 0)
      }
      let nesting = Nesting(
        quotations: .random(in: 0...20, using: &generator), item: seed % 3 == 0 ? nil : item)
      let passage = Passage(start: 0, end: utf8.count)
      shape = ParagraphShape(
        of: Paragraph(
          passage, kind: kinds.randomElement(using: &generator) ?? .body, nesting: nesting),
        columns: columns)
      let boundaries = characterBoundaries(of: text).dropFirst()
      marks = boundaries.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
        .map { RowMark(offset: $0, text: "[\($0)]") }
      rows = shape.breaker.rows(of: passage, in: utf8, marks: marks) { _ in false }
    }
  }

  @Test(arguments: 0..<400)
  func rowsWithTheirFurnitureAndMarksFitTheColumn(seed: Int) {
    let sample = Case(seed: seed)
    for row in sample.rows {
      let marks = sample.marks.filter { row.start < $0.offset && $0.offset <= row.end }
      // Tabs depend on what stands before them, marks included.
      var width = 0
      var start = row.start
      for mark in marks {
        let piece = Passage(start: start, end: mark.offset)
        width += LineBreaker.columns(of: piece, in: sample.utf8, startingAt: width) + mark.columns
        start = mark.offset
      }
      width += LineBreaker.columns(
        of: Passage(start: start, end: row.end), in: sample.utf8, startingAt: width)
      width += sample.shape.indent(of: row, in: sample.utf8, start: 0)
      let single = Graphemes.next(after: row.start, in: sample.utf8) == row.end
      // A tab that a break carries to the next row grows there by its own width at most.
      let tabs = sample.utf8[row.range].contains(0x09) ? LineBreaker.tabStop : 0
      #expect(width <= sample.columns + tabs || single)
      let prefix = sample.shape.prefix(
        isFirst: row.start == 0,
        continuesLine: sample.shape.continuesLine(row, in: sample.utf8, start: 0))
      #expect(
        prefix.unicodeScalars.count == sample.shape.indent(of: row, in: sample.utf8, start: 0))
    }
  }

  @Test(arguments: 0..<400)
  func everyMarkStandsOnARow(seed: Int) {
    let sample = Case(seed: seed)
    for mark in sample.marks {
      let word = sample.utf8[..<mark.offset].last
      // A mark behind a line's end stands on no row; no span ends there.
      guard word != 0x0A, word != 0x0D else { continue }
      #expect(sample.rows.contains { $0.start < mark.offset && mark.offset <= $0.end })
    }
  }

  @Test func aRowThatGoesOnWithALineStandsInFurther() {
    let utf8 = Array("let x = 1\nlet income = seats * price".utf8)
    let shape = ParagraphShape(
      of: Paragraph(Passage(start: 0, end: utf8.count), kind: .preformatted), columns: 20)
    let rows = shape.breaker.rows(of: Passage(start: 0, end: utf8.count), in: utf8)
    #expect(rows.map { shape.indent(of: $0, in: utf8, start: 0) } == [0, 0, 2])
  }
}
