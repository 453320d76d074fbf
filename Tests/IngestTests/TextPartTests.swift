import RejoinderCore
import Testing

@testable import Ingest

/// A text that is read in parts: together they are the text, whichever is read first.
@Suite struct TextPartTests {
  private static let length = 4 * TextPart.window

  private func parts(of bytes: [UInt8]) throws -> [Essay] {
    let count = TextPart(1, ofBytes: bytes.count, length: Self.length).count
    func cut(at nominal: Int) -> Int {
      nominal
        + TextPart.cut(in: Array(bytes[nominal..<min(bytes.count, nominal + TextPart.window)]))
    }
    return try (1...count).map { number in
      let part = TextPart(number, ofBytes: bytes.count, length: Self.length)
      let start = part.isFirst ? 0 : cut(at: part.nominalStart)
      let end = part.isLast ? bytes.count : cut(at: part.nominalEnd)
      return try EssayParser().essay(
        from: Array(bytes[start..<end]), part: part, head: Array(bytes.prefix(65_536)),
        source: EssaySource(part: number, of: "/text.txt"))
    }
  }

  @Test(arguments: 0..<6) func partsAreTheText(_ seed: Int) throws {
    var generated = GeneratedText(seed: UInt64(seed))
    let lineEnd = ["\n", "\r\n"][seed % 2]
    let text = generated.essay(width: 60, lineEnd: lineEnd, paragraphs: 4_000)
    let bytes = Array(text.utf8)
    let whole = try EssayParser().essay(from: bytes, source: .file("/text.txt"))
    let parts = try parts(of: bytes)
    #expect(parts.count > 2)
    var joined: [UInt8] = []
    for part in parts { joined += (joined.isEmpty ? [] : [0x0A, 0x0A]) + part.text.utf8 }
    // Compared by hand: a report of how megabytes differ takes minutes.
    let same = zip(joined, whole.text.utf8).prefix { $0 == $1 }.count
    #expect(same == joined.count && joined.count == whole.text.count)
    #expect(parts.allSatisfy { $0.metadata.title == whole.metadata.title })
    #expect(parts.map(\.metadata.source.part) == Array(1...parts.count))
    #expect(parts.allSatisfy { $0.parts == parts.count && $0.isComplete })
  }

  /// Records of the parts before stand where they stood when something is added to a file.
  @Test func whatIsAddedChangesTheLastPartAlone() throws {
    let words = String(
      repeating: "The lamps burn from dusk to dawn, and nobody asks.\n\n", count: 20_000)
    let before = try parts(of: Array(words.utf8))
    let after = try parts(of: Array((words + "One more paragraph.\n").utf8))
    #expect(before.count == after.count)
    #expect(before.dropLast().map(\.text) == after.dropLast().map(\.text))
    #expect(after.last?.text.utf8.suffix(19).elementsEqual("One more paragraph.".utf8) == true)
  }

  @Test(arguments: [
    ("the end.\nA line\n \nA paragraph\n\nAnother", "A paragraph"),
    ("the end.\nA line\nanother", "A line"),
    ("of words. And a sentence", "And a sentence"),
    ("ords and words", "and words"),
    ("\u{BF}\u{BF}", "\u{BF}\u{BF}"),
  ])
  func aPartBeginsWhereSomethingBegins(_ text: String, _ beginning: String) {
    let bytes = Array(text.utf8)
    let cut = TextPart.cut(in: bytes)
    #expect(bytes[cut...].starts(with: beginning.utf8), "\(cut)")
  }

  @Test func aPartBeginsWithAWholeCharacter() {
    #expect(TextPart.cut(in: Array("外交".utf8.dropFirst())) == 2)
    #expect(TextPart.cut(in: []) == 0)
  }

  @Test(arguments: [(0, 1), (1, 1), (1_000_000, 1), (1_310_719, 1), (1_310_720, 2)])
  func aSmallRestBelongsToThePartBefore(_ size: Int, _ count: Int) {
    let part = TextPart(9, ofBytes: size, length: 1 << 20)
    #expect(part.count == count && part.number == count)
  }
}
