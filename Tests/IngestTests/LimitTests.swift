import RejoinderCore
import Testing

@testable import Ingest

/// How much of an input is taken, and that it is said where that is not all.
@Suite("Limits")
struct LimitTests {
  private let parser = EssayParser()
  private static let prose = String(
    repeating: "Cities should keep their libraries open. Many people work until six.\n\n",
    count: 900)

  @Test("of plain text more is of use than of what becomes larger while it is read")
  func bytesOfUse() {
    func limit(_ bytes: [UInt8], _ hint: InputHint = InputHint()) -> Int {
      parser.byteLimit(forInput: bytes, hint: hint)
    }
    let plain = Array(Self.prose.utf8)
    for hint in [InputHint(), InputHint(name: "a.txt"), InputHint(name: "a.md")] {
      #expect(limit(plain, hint) == EssayParser.textLimit)
    }
    for hint in [
      InputHint(name: "a.html"), InputHint(format: .html), InputHint(format: .markdown),
      InputHint(format: .epub),
    ] {
      #expect(limit(plain, hint) == EssayParser.packedLimit)
    }
    let page = Array(("<!DOCTYPE html><p>" + Self.prose).utf8)
    #expect(limit(page) == EssayParser.packedLimit)
    #expect(limit(page, InputHint(format: .text)) == EssayParser.textLimit)
    #expect(limit(PackedFile.gzip(plain)) == EssayParser.packedLimit)
    // Some encodings give two or three bytes for one.
    #expect(limit(plain.map { $0 == 0x65 ? 0xE9 : $0 }) == EssayParser.packedLimit)
    #expect(limit([0xFF, 0xFE] + plain.flatMap { [$0, 0] }) == EssayParser.packedLimit)
  }

  @Test("a text has only so many paragraphs")
  func paragraphs() throws {
    let bytes = Array((1...40).map { "Paragraph \($0).\n\n" }.joined().utf8)
    let head = EssayHead(of: bytes, hasMore: false)
    func essay(_ limit: Int) throws -> Essay {
      try PlainText(paragraphLimit: limit).essay(
        from: bytes, head: head, source: .standardInput, hasMore: false)
    }
    let whole = try essay(40)
    #expect(whole.text.paragraphs.count == 40 && whole.cut == nil)
    let part = try essay(10)
    #expect(part.text.paragraphs == Array(whole.text.paragraphs.prefix(part.text.paragraphs.count)))
    #expect((10...11).contains(part.text.paragraphs.count))
    #expect(part.cut?.contains("more than 10 paragraphs") == true)
  }

  /// A tree of one mark in every two bytes took 1.4 GB for 16 MB, by a file's name.
  @Test("what has too many marks for Markdown is plain text, and that is said")
  func marks() throws {
    let text = "# A title\n\n[A link](b.html)\n\n" + String(repeating: "*a* ", count: 220_000)
    for hint in [InputHint(), InputHint(name: "a.md"), InputHint(format: .markdown)] {
      let essay = try parser.essay(from: Array(text.utf8), source: .standardInput, hint: hint)
      let last = try #require(essay.text.paragraphs.last)
      #expect(essay.text.string(last.passage).hasSuffix("*a*"))
      let isAsked = hint != InputHint()
      #expect((essay.cut?.contains("is read as plain text") ?? false) == isAsked)
    }
    let short = try parser.essay(
      from: Array(text.utf8.prefix(400_000)), source: .standardInput, hint: InputHint(name: "a.md"))
    #expect(short.cut == nil && !short.text.utf8.contains(UInt8(ascii: "*")))
  }

  @Test("damage does not make a text larger than its limit")
  func damage() {
    let bytes: [UInt8] = [0x61] + Array(repeating: 0xFF, count: 40) + [0x62]
    var text = CanonicalText(capacity: 0, limit: 32)
    text.append(bytes, bytes.indices)
    #expect(text.isFull && text.utf8.count <= 32 && text.damagedBytes == 10)
    var whole = CanonicalText(capacity: 0, limit: 200)
    whole.append(bytes, bytes.indices)
    #expect(!whole.isFull && whole.utf8.count == 122)
  }
}
