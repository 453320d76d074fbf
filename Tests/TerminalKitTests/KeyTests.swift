import TerminalKit
import Testing

@Suite struct KeyTests {
  static let codes: [Key.Code] =
    [
      .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ] + (1...24).map(Key.Code.function)

  @Test func notationReadsBack() {
    for code in Self.codes {
      for modifiers in UInt8(0)..<8 {
        let key = Key(code, Key.Modifiers(rawValue: modifiers))
        #expect(Key(notation: key.notation) == key, "\(key.notation)")
      }
    }
    for character in "aZ5é外-^ /MSC\\" {
      for modifiers in UInt8(0)..<4 {
        let modifiers = Key.Modifiers(rawValue: modifiers)
        let isUpperCase = character.lowercased() != String(character)
        if modifiers.contains(.control), isUpperCase { continue }
        let key = Key(.character(character), modifiers)
        #expect(Key(notation: key.notation) == key, "\(key.notation)")
      }
    }
  }

  @Test func notationIsAsInHelp() {
    #expect(Key.control("d").notation == "^D")
    #expect(Key.alt("b").notation == "M-b")
    #expect(Key(.tab, .shift).notation == "S-Tab")
    #expect(Key(.left, .control).notation == "C-Left")
    #expect(Key(" ", .control).notation == "C-Space")
  }

  @Test(arguments: ["", "F0", "F64", "Fx", "Nope", "X-a", "^", "M-", "ab", "^ab"])
  func otherNotationsAreRejected(_ notation: String) {
    // A lone caret is a key.
    #expect((Key(notation: notation) != nil) == (notation == "^"))
  }
}
