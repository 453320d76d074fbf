import Ingest
import RejoinderCore
import Testing

@Suite("A text's encoding")
struct EncodingTests {
  private static let english = "It’s not “new” – he said – but it’s true. The café is closed."

  private func text(_ bytes: [UInt8], hint: InputHint = InputHint()) throws -> String {
    let essay = try EssayParser().essay(from: bytes, source: .standardInput, hint: hint)
    return String(decoding: essay.text.utf8, as: UTF8.self)
  }

  @Test("is told by a byte order mark, or by the zeros of UTF-16", arguments: [true, false])
  func utf16(isBigEndian: Bool) throws {
    for (words, marks) in [
      (Self.english, [true, false]), ("Никто не спрашивал нас. Свет дорог.", [true, false]),
      ("A horn: 🎺.", [true]),
    ] {
      for hasMark in marks {
        let units = (hasMark ? [0xFEFF] : []) + Array(words.utf16)
        let bytes = units.flatMap { unit in
          let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
          return isBigEndian ? halves : halves.reversed()
        }
        #expect(try text(bytes) == words)
      }
    }
  }

  @Test("of UTF-8 is known with a mark and without")
  func utf8() throws {
    #expect(try text(Array(Self.english.utf8)) == Self.english)
    #expect(try text([0xEF, 0xBB, 0xBF] + Array(Self.english.utf8)) == Self.english)
  }

  @Test(
    "with one byte a character is found by what the text reads like",
    arguments: [
      // windows-1252, windows-1250 and ISO-8859-2, windows-1251, KOI8-R, ISO-8859-7.
      (
        "It\u{92}s \u{93}new\u{94} \u{96} the caf\u{E9} is closed.",
        "It’s “new” – the café is closed."
      ),
      (
        "Nikt nie zapyta\u{B3}, czy chc\u{B1} p\u{B3}aci\u{E6}.",
        "Nikt nie zapytał, czy chcą płacić."
      ),
      (
        "\u{CD}\u{E8}\u{EA}\u{F2}\u{EE} \u{ED}\u{E5} \u{E7}\u{ED}\u{E0}\u{E5}\u{F2}.",
        "Никто не знает."
      ),
      (
        "\u{EE}\u{C9}\u{CB}\u{D4}\u{CF} \u{CE}\u{C5} \u{DA}\u{CE}\u{C1}\u{C5}\u{D4}.",
        "Никто не знает."
      ),
      (
        "\u{CA}\u{E1}\u{ED}\u{E5}\u{DF}\u{F2} \u{E4}\u{E5}\u{ED} \u{EE}\u{DD}\u{F1}\u{E5}\u{E9}.",
        "Κανείς δεν ξέρει."
      ),
    ])
  func evidence(_ written: String, _ words: String) throws {
    // Each scalar of `written` stands for one byte.
    let bytes = written.unicodeScalars.map { UInt8($0.value) }
    #expect(try text(bytes) == words)
  }

  @Test("is the one that is declared, except where the bytes say otherwise")
  func declared() throws {
    let bytes = Array("ba".utf8) + [0xFE, 0x6B, 0x61] + Array(" istedi.".utf8)
    #expect(try text(bytes, hint: InputHint(encoding: "ISO-8859-9")) == "başka istedi.")
    #expect(try text(bytes, hint: InputHint(encoding: "latin1")) == "baþka istedi.")
    let page = Array("<html><meta charset=iso-8859-9><p>".utf8) + bytes
    #expect(try text(page) == "başka istedi.")
    #expect(
      try text(Array(Self.english.utf8), hint: InputHint(encoding: "iso-8859-1")) == Self.english)
    #expect(
      try text(page, hint: InputHint(contentType: "text/html; charset=\"windows-1252\""))
        == "baþka istedi.")
  }

  @Test("leaves one mark for each byte without a character, and their number")
  func replaced() throws {
    let bytes = Array("Good é, bad ".utf8) + [0xFF, 0xC3] + Array(". More é here.".utf8)
    for (before, after) in [("", ""), ("<html><body><p>", "</p>"), ("# Title\n\n", "")] {
      let essay = try EssayParser().essay(
        from: Array(before.utf8) + bytes + Array(after.utf8),
        source: .standardInput)
      #expect(
        String(decoding: essay.text.utf8, as: UTF8.self)
          == "Good é, bad \u{FFFD}\u{FFFD}. More é here.")
      #expect(essay.replacedBytes == 2)
      #expect(essay.remarks.first?.hasPrefix("2 bytes") == true)
    }
    let whole = try EssayParser().essay(from: Array(Self.english.utf8), source: .standardInput)
    #expect(whole.replacedBytes == 0 && whole.remarks.isEmpty)
  }
}
