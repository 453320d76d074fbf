import RejoinderCore
import Testing

@testable import Ingest

/// A line of many megabytes is laid out and read like any other text.
@Suite struct LongParagraphTests {
  private func paragraphs(of bytes: [UInt8]) throws -> EssayText {
    try EssayParser().essay(from: bytes, source: .standardInput).text
  }

  @Test(arguments: ["word ", "long-word-without-a-gap", "雪", "a \u{301}", "x"])
  func noParagraphIsLongerThanTheLimit(piece: String) throws {
    let line = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let text = try paragraphs(of: Array(line.utf8))
    #expect(text.paragraphs.count > 5)
    var end = 0
    for paragraph in text.paragraphs {
      #expect(paragraph.passage.start >= end && paragraph.passage.count <= EssayText.longest)
      #expect(!paragraph.passage.isEmpty)
      #expect(String(validating: text.utf8[paragraph.passage.range], as: UTF8.self) != nil)
      #expect(text.utf8[end..<paragraph.passage.start].allSatisfy { $0 == 0x20 })
      end = paragraph.passage.end
    }
    #expect(end == text.count)
  }

  @Test func theBytesStayAsTheyAre() throws {
    let line = String(repeating: "Some words. ", count: 20_000) + "End."
    #expect(try paragraphs(of: Array(line.utf8)).utf8 == Array(line.utf8))
  }

  /// What is read first is a beginning of the whole, paragraph for paragraph.
  @Test func aPartIsCutAlike() throws {
    let bytes = Array((String(repeating: "Some words. ", count: 20_000) + "End.").utf8)
    let whole = try paragraphs(of: bytes)
    let part = try EssayParser().essay(
      from: Array(bytes.prefix(65_536)), source: .standardInput, hasMore: true
    ).text
    #expect(part.paragraphs.count >= 2)
    #expect(whole.paragraphs.starts(with: part.paragraphs.dropLast()))
  }

  @Test func aUsualParagraphIsLeftWhole() throws {
    let text = try paragraphs(of: Array(String(repeating: "Some words. ", count: 2_000).utf8))
    #expect(text.paragraphs.count == 1)
  }
}
