import TerminalKit
import Testing

@testable import Reader

/// Whatever the size, the parts of the screen lie beside each other and inside it.
@Suite struct GeometryTests {
  @Test(arguments: NoteLayout.allCases, [false, true])
  func partsNeverOverlap(notes: NoteLayout, isComposing: Bool) {
    for columns in 0...220 {
      for rows in [0, 1, 2, 5, 11, 12, 13, 24, 43, 60] {
        let size = Size(columns: columns, rows: rows)
        let geometry = Geometry(size: size, notes: notes, isComposing: isComposing)
        #expect(geometry.page.upperBound <= geometry.composer.lowerBound)
        #expect(geometry.composer.upperBound <= geometry.status)
        #expect(geometry.status < max(1, rows))
        if geometry.isTooSmall { continue }
        #expect(geometry.gutter.lowerBound >= 0)
        #expect(geometry.gutter.upperBound < geometry.text.lowerBound)
        #expect(!geometry.text.isEmpty && geometry.text.count <= Geometry.measure)
        #expect(geometry.text.upperBound <= columns)
        #expect(geometry.page.count >= 3, "\(size), composing: \(isComposing)")
        guard let rule = geometry.rule else { continue }
        #expect(geometry.text.upperBound <= rule && rule < geometry.margin.lowerBound)
        #expect(!geometry.margin.isEmpty && geometry.margin.upperBound <= columns)
      }
    }
  }

  @Test func notesStandBesideTheTextWhereThereIsRoom() {
    func notes(_ columns: Int, _ wanted: NoteLayout) -> NoteLayout {
      Geometry(size: Size(columns: columns, rows: 24), notes: wanted).notes
    }
    #expect(notes(60, .margin) == .margin && notes(59, .margin) == .below)
    #expect(notes(60, .panel) == .panel && notes(59, .panel) == .below)
    #expect(notes(200, .below) == .below && notes(200, .none) == .none)
    #expect(notes(40, .none) == .none)
  }

  @Test func aWideScreenKeepsTheMeasure() {
    let geometry = Geometry(size: Size(columns: 200, rows: 50), notes: .margin)
    #expect(geometry.text.count == Geometry.measure)
    let sides = geometry.gutter.lowerBound - (200 - geometry.margin.upperBound)
    #expect(abs(sides) <= 2, "text and margin stand in the middle together")
  }

  @Test func theSmallestSizeIsEnough() {
    #expect(!Geometry(size: Size(columns: 40, rows: 12), notes: .margin).isTooSmall)
    #expect(Geometry(size: Size(columns: 39, rows: 12), notes: .margin).isTooSmall)
    #expect(Geometry(size: Size(columns: 40, rows: 11), notes: .margin).isTooSmall)
  }
}
