import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// The table of commands: what it rejects, and that it leaves nothing out.
@Suite struct KeyMapTests {
  private func entry(
    _ command: Command, _ name: String, _ keys: String, _ modes: [Mode] = [.reading]
  ) -> CommandEntry {
    CommandEntry(command, name, keys, "Do it", .moving, modes)
  }

  @Test func twoCommandsOfOneNameAreRejected() {
    #expect(throws: KeyMapError.duplicateName("go")) {
      try KeyMap([entry(.lineDown, "go", "j"), entry(.lineUp, "go", "k")])
    }
  }

  @Test func oneKeyForTwoCommandsIsRejectedWithinAMode() throws {
    #expect(throws: KeyMapError.collision(mode: .reading, keys: "j", name: "up")) {
      try KeyMap([entry(.lineDown, "down", "j"), entry(.lineUp, "up", "k,j")])
    }
    let map = try KeyMap([
      entry(.lineDown, "down", "j"), entry(.nextItem, "next", "j", [.library]),
    ])
    #expect(map.match([Key("j")], in: .reading) == .command(.lineDown))
    #expect(map.match([Key("j")], in: .library) == .command(.nextItem))
  }

  @Test(arguments: ["^O", "^O,x"])
  func aKeyThatBeginsALongerSequenceIsRejected(keys: String) {
    #expect(throws: KeyMapError.self) {
      try KeyMap([entry(.lineDown, "down", "^O j"), entry(.lineUp, "up", keys)])
    }
    #expect(throws: KeyMapError.self) {
      try KeyMap([entry(.lineUp, "up", keys), entry(.lineDown, "down", "^O j")])
    }
  }

  /// Keys are matched as they are written, so that one written otherwise would silently be dead.
  @Test(arguments: ["Entr", "^d", "C-x", "^O  e", "^O j,Return"])
  func aKeyThatIsNoneOrIsWrittenOtherwiseIsRejected(keys: String) {
    #expect(throws: KeyMapError.unknownKey(name: "down")) {
      try KeyMap([entry(.lineDown, "down", keys)])
    }
  }

  @Test func sequencesAreMatchedKeyByKey() throws {
    let map = try KeyMap([entry(.lineDown, "down", "^X ^X j"), entry(.lineUp, "up", "^X k")])
    #expect(map.match([.control("x")], in: .reading) == .prefix)
    #expect(map.match([.control("x"), .control("x")], in: .reading) == .prefix)
    #expect(map.match([.control("x"), Key("k")], in: .reading) == .command(.lineUp))
    #expect(map.match([.control("x"), Key("z")], in: .reading) == .none)
    #expect(map.match([.control("x")], in: .margin) == .none)
  }

  // MARK: The program's own table

  /// The reader starts with the table as it is: that it is consistent is proved here.
  @Test func theTableIsConsistent() throws {
    let entries = CommandEntry.table
    #expect(try KeyMap(entries).entries == KeyMap.standard.entries)
    for entry in entries { #expect(!entry.modes.isEmpty, "\(entry.name) is in no mode") }
  }

  /// Every command stands in the table, once for a mode, and a key leads to it in each of its modes.
  @Test func everyCommandIsReachable() throws {
    let map = KeyMap.standard
    let commands = CommandEntry.table.map(\.command)
    for mode in Mode.allCases {
      let offered = map.entries.filter { $0.modes.contains(mode) }.map(\.command)
      #expect(Set(offered).count == offered.count, "a command stands twice in \(mode) mode")
    }
    for entry in map.entries {
      #expect(!entry.keys.isEmpty, "\(entry.name) has no key")
      for mode in entry.modes {
        for sequence in entry.keys {
          #expect(map.match(sequence.keys, in: mode) == .command(entry.command))
        }
      }
    }
    #expect(Set(commands) == Set(Self.allCommands))
  }

  /// What is typed in a line or a text must not be a command there.
  @Test func lettersAreTypedWhereTextIsWritten() throws {
    let map = KeyMap.standard
    for mode in [Mode.composing, .prompt, .help] {
      for scalar in UInt8(0x20)...0x7E {
        let key = Key(Character(Unicode.Scalar(scalar)))
        #expect(map.match([key], in: mode) == .none, "\(key.notation) in \(mode)")
      }
    }
  }

  /// Digits before a command are a count, so none may be a command where counts are read, but for 0,
  /// which begins no number.
  @Test func digitsAreLeftToCounts() throws {
    let map = KeyMap.standard
    for mode in [Mode.reading, .margin, .selecting] {
      for digit in "123456789" { #expect(map.match([Key(digit)], in: mode) == .none) }
    }
  }

  @Test func escapeLeadsBackFromEveryMode() throws {
    for keys in ["Tab", "v", "V", ":", "/", "?", "c", "i", "r", "L", "t"] {
      var model = try ReaderFixtures.model()
      _ = model.press(keys: "]")
      _ = model.press(keys: keys)
      #expect(model.mode != .reading, "\(keys) leads nowhere")
      _ = model.press(keys: "Esc")
      #expect(model.mode == .reading, "no way back from \(keys)")
    }
  }

  /// Every case of ``Command``: a new one is named here and stands in the table.
  private static var allCommands: [Command] {
    let editing = EditorCommand.allCases.map(Command.editing)
    return editing + [
      .lineDown, .lineUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .start, .end, .percent,
      .nextClaim, .previousClaim, .nextSentence, .previousSentence, .nextParagraph,
      .previousParagraph, .showFocus, .search, .nextMatch, .previousMatch, .nextItem,
      .previousItem, .firstItem, .lastItem, .nextItems, .previousItems, .enterMargin,
      .leaveMargin, .unfold, .scrollHelpDown, .scrollHelpUp, .accept, .reject, .retype,
      .markClaim, .note, .showMore, .showFewer, .undo, .redo, .selectCharacters, .selectSentences,
      .cancelSelection,
      .swapSelectionEnds, .characterRight, .characterLeft, .wordForward, .wordBackward, .wordEnd,
      .rowStart, .rowEnd, .addCounterargument, .edit, .delete, .pin, .rateUp, .rateDown, .dismiss,
      .reply, .newReply, .copy, .copyReply, .write, .leaveComposer, .nextDraft, .previousDraft,
      .deleteDraft, .changeAttack, .externalEditor, .commandLine, .composerCommandLine, .help,
      .composerHelp, .layout, .library, .comments, .references, .open, .stop, .reload, .readingList,
      .nextEssay, .previousEssay, .redraw, .suspend, .quit,
      .acceptPrompt,
      .outline, .goToStatement, .closeOutline,
      .cancelPrompt, .complete, .typedBefore, .typedAfter, .closeHelp, .closeLibrary, .revisions,
      .composerRevisions, .deleted,
      .orphans, .attach, .restore, .closeRecords,
    ]
  }
}
