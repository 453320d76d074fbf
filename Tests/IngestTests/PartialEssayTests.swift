import RejoinderCore
import Testing

@testable import Ingest

/// What holds of every text: the beginning of an input gives the beginning of its essay, and a
/// canonical text is canonical.
@Suite struct PartialEssayTests {
  @Test(arguments: 0..<24) func beginningGivesTheBeginningOfTheEssay(_ seed: Int) throws {
    var generated = GeneratedText(seed: UInt64(seed))
    let lineEnd = ["\n", "\r\n", "\r"][seed % 3]
    let width = seed % 2 == 0 ? nil : 60
    let text = generated.essay(width: width, lineEnd: lineEnd, paragraphs: 100)
    let bytes = Array(text.utf8)
    let whole = try EssayParser().essay(from: bytes, source: .standardInput)
    var longest = 0
    for _ in 0..<16 {
      let cut = generated.number(1..<bytes.count)
      let part = try EssayParser().essay(
        from: Array(bytes[..<cut]), source: .standardInput, hasMore: true)
      #expect(!part.isComplete)
      #expect(whole.text.utf8.starts(with: part.text.utf8), "cut at \(cut)")
      #expect(whole.text.paragraphs.starts(with: part.text.paragraphs), "cut at \(cut)")
      if !part.text.paragraphs.isEmpty { #expect(part.metadata.title == whole.metadata.title) }
      longest = max(longest, part.text.count)
    }
    #expect(longest > 0)
  }

  @Test(arguments: [65_536, 65_537, 90_001, 131_072, 199_999])
  func oneHugeParagraphShowsItsBeginning(_ cut: Int) throws {
    let bytes = Array(String(repeating: "naïve façade 外交 — and so on ", count: 8_000).utf8)
    let whole = try EssayParser().essay(from: bytes, source: .standardInput)
    let part = try EssayParser().essay(
      from: Array(bytes[..<cut]), source: .standardInput, hasMore: true)
    #expect(whole.text.utf8 == bytes.dropLast())
    #expect(whole.text.utf8.starts(with: part.text.utf8))
    #expect(whole.text.paragraphs.starts(with: part.text.paragraphs.dropLast()))
    #expect(part.text.count > cut - 40)
    #expect(part.text.utf8.last != 0x20)
  }

  @Test(arguments: 70_000..<70_006) func textWithoutSpacesIsCutBetweenCharacters(_ cut: Int) throws
  {
    let bytes = Array(String(repeating: "外交失败了é", count: 8_000).utf8)
    let part = try EssayParser().essay(
      from: Array(bytes[..<cut]), source: .standardInput, hasMore: true)
    #expect(part.text.count > cut - 4)
    #expect(bytes.starts(with: part.text.utf8))
    #expect(String(validating: part.text.utf8, as: UTF8.self) != nil)
  }

  @Test func anUnfinishedHugeParagraphIsLeftOutWhereOthersAreWhole() throws {
    let line = "Ports are built by people who will never see them paid for,\n"
    let text =
      String(repeating: line + "and nobody minds.\n\n", count: 40)
      + String(repeating: line, count: 3_000)
    let bytes = Array(text.utf8)
    let part = try EssayParser().essay(
      from: Array(bytes[..<150_000]), source: .standardInput, hasMore: true)
    #expect(part.text.paragraphs.count == 40)
    let whole = try EssayParser().essay(from: bytes, source: .standardInput)
    #expect(whole.text.paragraphs.starts(with: part.text.paragraphs))
    #expect(whole.text.paragraphs.count > 40)
    #expect(whole.text.utf8.starts(with: part.text.utf8))
  }

  @Test func aHeadIsCompleteOnlyWithItsLastLine() {
    let lines = String(repeating: "Ports are dear.\n", count: 64)
    #expect(EssayHead(of: Array(lines.utf8), hasMore: true).isComplete)
    #expect(!EssayHead(of: Array(lines.utf8.dropLast()), hasMore: true).isComplete)
    #expect(EssayHead(of: Array(lines.utf8.dropLast()), hasMore: false).isComplete)
  }

  @Test func aBeginningTooShortToJudgeGivesNoText() throws {
    let part = try EssayParser().essay(
      from: Array("Two roads and a bridge.\n".utf8), source: .standardInput, hasMore: true)
    #expect(part.text == .empty)
    #expect(!part.isComplete)
  }

  @Test(arguments: 0..<40) func canonicalTextIsCanonical(_ seed: Int) throws {
    var generated = GeneratedText(seed: UInt64(1_000 + seed))
    let lineEnd = ["\n", "\r\n", "\r", "\n\u{C}"][seed % 4]
    let text = generated.essay(width: seed % 2 == 0 ? nil : 60, lineEnd: lineEnd, paragraphs: 30)
    let essay = try EssayParser().essay(from: Array(text.utf8), source: .standardInput)
    try expectCanonical(essay.text)
  }

  @Test(arguments: 0..<40) func noiseGivesACanonicalTextOrAnError(_ seed: Int) throws {
    var generated = GeneratedText(seed: UInt64(2_000 + seed))
    let bytes = (0..<3_000).map { _ in
      // Many line ends, blanks, marks and broken characters.
      let choice = generated.number(0..<20)
      let marks: [UInt8] = [0x0A, 0x0D, 0x20, 0x20, 0x09, 0x0C, 0x2D, 0x3E, 0x2A, 0x3D, 0xE2, 0x80]
      return choice < marks.count ? marks[choice] : UInt8(generated.number(0x20..<0x100))
    }
    let essay = try EssayParser().essay(from: bytes, source: .standardInput)
    try expectCanonical(essay.text)
    let cut = generated.number(1..<bytes.count)
    let part = try EssayParser().essay(
      from: Array(bytes[..<cut]), source: .standardInput, hasMore: true)
    #expect(essay.text.utf8.starts(with: part.text.utf8))
  }

  private func expectCanonical(_ text: EssayText) throws {
    #expect(String(validating: text.utf8, as: UTF8.self) != nil)
    #expect(!text.utf8.contains(0x0D) && !text.utf8.contains(0))
    var end = 0
    for (index, paragraph) in text.paragraphs.enumerated() {
      let passage = paragraph.passage
      #expect(passage.start == (index == 0 ? 0 : end + 2))
      let bytes = text.utf8[passage.range]
      #expect(!bytes.isEmpty && !bytes.contains(0x0C))
      #expect(bytes.first != 0x0A && bytes.last != 0x0A && bytes.last != 0x20)
      #expect(zip(bytes, bytes.dropFirst()).allSatisfy { $0 != 0x0A || $1 != 0x0A })
      end = passage.end
    }
    #expect(end == text.utf8.count)
    #expect(text.utf8.first != 0x20)
    // A stored copy is split into the same paragraphs.
    #expect(
      EssayText(canonical: text.utf8).paragraphs.map(\.passage) == text.paragraphs.map(\.passage))
  }
}
