import RejoinderCore
import TerminalKit
import Testing

@Suite struct KeyDecoderTests {
  /// What terminals send, and the keys in notation; empty for a sequence without a key.
  static let sequences: [(bytes: String, keys: [String])] = [
    ("aZ é外🇫", ["a", "Z", "Space", "é", "外", "🇫"]),
    ("\r\n\t\u{7F}\u{8}", ["Enter", "^J", "Tab", "Backspace", "Backspace"]),
    ("\0\u{1}\u{1A}\u{1C}\u{1F}", ["C-Space", "^A", "^Z", "^\\", "^_"]),
    ("\u{1B}b\u{1B}é\u{1B}\r\u{1B}\u{1}", ["M-b", "M-é", "M-Enter", "M-^A"]),
    ("\u{1B}OA\u{1B}[B\u{1B}OC\u{1B}[D", ["Up", "Down", "Right", "Left"]),
    ("\u{1B}[1;2A\u{1B}[1;5C\u{1B}[1;3D\u{1B}[1;8B", ["S-Up", "C-Right", "M-Left", "M-S-C-Down"]),
    ("\u{1B}\u{1B}OA\u{1B}\u{1B}[C", ["M-Up", "M-Right"]),
    (
      "\u{1B}OH\u{1B}OF\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      ["Home", "End", "Home", "End", "Home", "End", "Home", "End"]
    ),
    (
      "\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[5;5~\u{1B}[3;2~",
      ["Ins", "Del", "PgUp", "PgDn", "C-PgUp", "S-Del"]
    ),
    ("\u{1B}[Z\u{1B}[1;5H", ["S-Tab", "C-Home"]),
    (
      "\u{1B}OP\u{1B}OS\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[23~\u{1B}[24~\u{1B}[34~",
      ["F1", "F4", "F5", "F6", "F10", "F11", "F12", "F20"]
    ),
    ("\u{1B}[11~\u{1B}[[A\u{1B}[[E\u{1B}[1;2P\u{1B}O5Q", ["F1", "F1", "F5", "S-F1", "C-F2"]),
    // rxvt
    (
      "\u{1B}[a\u{1B}Od\u{1B}[5^\u{1B}[6$\u{1B}[7@",
      ["S-Up", "C-Left", "C-PgUp", "S-PgDn", "S-C-Home"]
    ),
    // The numeric pad in application mode
    ("\u{1B}Op\u{1B}Oy\u{1B}Oj\u{1B}OM", ["0", "9", "*", "Enter"]),
    // Keys without a byte of their own
    ("\u{1B}[13;5u\u{1B}[27;5;13~\u{1B}[97;3u\u{1B}[99;6u", ["C-Enter", "C-Enter", "M-a", "^C"]),
    // Reports and mice are nobody's words.
    ("\u{1B}[12;40R\u{1B}[?1;2c\u{1B}[>0;10;1c\u{1B}[?2026;1$y\u{1B}[I\u{1B}[O", []),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}]52;c;YWJj\u{7}\u{1B}P1$r0m\u{1B}\\", []),
    ("\u{1B}[M !!\u{1B}[<0;10;5M\u{1B}[<0;10;5m", []),
    ("\u{1B}[38~\u{1B}[99z\u{1B}O!a", ["a"]),
  ]

  private func notations(_ events: [TerminalEvent]) -> [String] {
    events.map { event in
      if case .key(let key) = event { return key.notation }
      return "\(event)"
    }
  }

  @Test(arguments: sequences.indices)
  func isDecoded(_ index: Int) {
    let (bytes, keys) = Self.sequences[index]
    var decoder = KeyDecoder()
    let events = decoder.feed(bytes.utf8) + decoder.flush()
    #expect(notations(events) == keys)
  }

  /// A slow line cuts anywhere.
  @Test func cutsMakeNoDifference() {
    for (bytes, keys) in Self.sequences {
      let bytes = Array(bytes.utf8)
      for cut in 0...bytes.count {
        var decoder = KeyDecoder()
        var events = decoder.feed(bytes[..<cut])
        events += decoder.feed(bytes[cut...]) + decoder.flush()
        #expect(notations(events) == keys, "cut at \(cut) of \(bytes)")
      }
    }
  }

  @Test func escapeNeedsTime() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.isPending)
    #expect(decoder.flush() == [.key(Key(.escape))])
    #expect(!decoder.isPending)
    #expect(decoder.feed([0x1B, 0x1B]) == [])
    #expect(decoder.flush() == [.key(Key(.escape)), .key(Key(.escape))])
    #expect(decoder.feed(Array("\u{1B}[".utf8)) == [])
    #expect(decoder.flush() == [.key(.alt("["))])
    #expect(decoder.feed(Array("\u{1B}O".utf8)) == [])
    #expect(decoder.flush() == [.key(.alt("O"))])
  }

  @Test func pasteComesInOnePieceWithLineFeeds() {
    let bytes = Array("a\u{1B}[200~one\r\ntwo\rthree\n\u{1B}[31m é\u{1B}[201~b".utf8)
    let expected: [TerminalEvent] = [
      .key(Key("a")), .paste("one\ntwo\nthree\n\u{1B}[31m é"), .key(Key("b")),
    ]
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(events == expected, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == expected)
  }

  @Test func pasteWithoutEndIsKept() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~lost line\u{1B}[20".utf8)) == [])
    #expect(decoder.isPasting)
    #expect(decoder.flush() == [.paste("lost line\u{1B}[20")])
    #expect(!decoder.isPending)
  }

  @Test func bytesBeyondUTF8() {
    var utf8 = KeyDecoder()
    #expect(utf8.feed([0xFF, 0x61, 0xC3]) == [.key(Key("a"))])
    #expect(utf8.feed([0x62]) == [.key(Key("b"))])
    var latin1 = KeyDecoder(isUTF8: false)
    #expect(latin1.feed([0xE9, 0x61]) == [.key(Key("é")), .key(Key("a"))])
    #expect(latin1.feed(Array("é".utf8)) == [.key(Key("é"))])
    #expect(latin1.feed([0xE9]) == [])
    #expect(latin1.flush() == [.key(Key("é"))])
  }

  /// Whatever arrives, nothing traps, nothing stays behind, and no control is a character.
  @Test func noiseIsHarmless() {
    var random = SplitMix64(seed: 3)
    let bytes: [UInt8] =
      Array("\u{1B}[O]P;?<$0123~MuRabZ\u{7}\u{1B}\u{1B}".utf8) + [0xC3, 0xE2, 0xFF]
    for _ in 0..<5000 {
      var decoder = KeyDecoder()
      var events: [TerminalEvent] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let count = Int.random(in: 0...12, using: &random)
        events += decoder.feed((0..<count).compactMap { _ in bytes.randomElement(using: &random) })
      }
      events += decoder.flush()
      #expect(!decoder.isPending)
      for case .key(let key) in events {
        guard case .character(let character) = key.code else { continue }
        #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      }
    }
  }
}
