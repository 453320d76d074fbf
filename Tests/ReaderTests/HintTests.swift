import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// What the screen offers can be done there, and does what it says.
@Suite struct HintTests {
  private static let states = [
    "", "]", "] )", "] Tab", "] v", "] V", "] c", "] r", "] i", ":", "/", "?", "L", "] ^O",
    "] r ^O",
    "] r x ^X", "5", "W", "W W", "] x",
  ]

  /// What stands in one style in some rows, one text for each run of it.
  private func texts(_ style: Style, in rows: Range<Int>, of screen: Screen) -> [String] {
    var texts: [String] = []
    for row in rows {
      var text = ""
      for cell in screen.row(row) + [Cell()] {
        if cell.style == style.id, cell.width > 0 {
          text += cell.glyph.string
        } else if cell.style != style.id, !text.isEmpty {
          texts.append(text)
          text = ""
        }
      }
    }
    return texts
  }

  /// Takes `c counter  ^O e editor` apart.
  ///
  /// - Returns: What is wrong with the hints: keys that are not bound in this mode, or mean something
  ///   else.
  private func faults(in texts: [String], of model: Model) -> [String] {
    texts.flatMap { $0.split(separator: "  ") }.compactMap { part in
      let words = part.split(separator: " ").map(String.init)
      let isTrue = (1..<max(1, words.count)).contains { count in
        guard let keys = KeySequence(notation: words.prefix(count).joined(separator: " ")),
          case .command(let command) = model.keyMap.match(
            model.pendingKeys + keys.keys, in: model.mode)
        else { return false }
        let entry = model.keyMap.entry(for: command)
        let hint = words.dropFirst(count).joined(separator: " ")
        return [entry?.hint, entry?.briefHint, entry?.reverseHint, entry?.name].contains(hint)
      }
      return isTrue ? nil : "“\(part)” in \(model.mode) mode"
    }
  }

  @Test(arguments: states)
  func whatTheStatusLineOffersIsThere(keys: String) throws {
    for size in [Size(columns: 200, rows: 50), Size(columns: 80, rows: 24)] {
      var model = try ReaderFixtures.model(size, packs: [ReaderFixtures.pack])
      _ = model.press(keys: keys)
      model.notice = nil
      let screen = model.view()
      let offered = texts(.statusHint, in: (size.rows - 1)..<size.rows, of: screen)
      if model.mode != .prompt { #expect(!offered.isEmpty, "nothing is offered after \(keys)") }
      #expect(faults(in: offered, of: model).isEmpty)
    }
  }

  @Test(arguments: ["", "]", "] ]", "] )", "] Tab", "] Tab j", "W ]", "W W ]", "W W ] Tab", "] x"])
  func whatANoteOffersIsThere(keys: String) throws {
    let size = Size(columns: 200, rows: 50)
    var model = try ReaderFixtures.model(size, packs: [ReaderFixtures.pack])
    _ = model.press(keys: keys)
    let offered = texts(.noteHint, in: 0..<(size.rows - 1), of: model.view())
    #expect(!offered.isEmpty, "no note is open after \(keys)")
    #expect(faults(in: offered, of: model).isEmpty)
  }

  /// The help's keys are those of the table, and a search finds a command by name, key and words.
  @Test(arguments: [
    ("next-claim", "Go to the next claim"), ("pin top", "Pin the counterargument"),
    ("^O e", "Hand the text to"), ("CLAIM BEFORE", "Go to the claim before"),
  ])
  func helpIsFound(words: String, help: String) throws {
    var model = try ReaderFixtures.model(Size(columns: 120, rows: 40))
    _ = model.press(keys: "?")
    model.type(words)
    let rows = model.helpRows(columns: 116).map { $0.map(\.text).joined() }
    #expect(rows.contains { $0.contains(help) }, "\(rows)")
    #expect(rows.count < 20)
  }

  /// Without an essay the library once offered to open one, and to go back to one.
  /// `Tab margin` was offered beside what is no claim, and Tab said then that none is focused.
  @Test func theMarginIsOfferedOnlyBesideAClaim() throws {
    var model = try ReaderFixtures.model(Size(columns: 200, rows: 50))
    func offered() -> String { texts(.statusHint, in: 49..<50, of: model.view()).joined() }
    _ = model.press(keys: "]")
    #expect(model.focusedClaim != nil && offered().contains("Tab margin"))
    _ = model.press(keys: "x")
    model.notice = nil
    #expect(model.focusedClaim == nil && !offered().contains("Tab margin"))
  }

  @Test func anEmptyLibraryOffersOnlyWhatCanBeDone() throws {
    var model = Model(size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1)
    _ = model.update(.listed([]), at: .zero)
    let status = texts(.statusHint, in: 23..<24, of: model.view()).joined()
    #expect(status == "? help  q quit")
    let id = try #require(EssayID("essay"))
    _ = model.update(
      .listed([
        EssaySummary(
          id: id, title: "Lamps", author: nil, source: .standardInput, words: 7, progress: 0,
          claimsAnswered: 0, drafts: 0, lastRead: .zero)
      ]), at: .zero)
    #expect(texts(.statusHint, in: 23..<24, of: model.view()).joined().hasPrefix("Enter open"))
    _ = model.press(keys: "Esc")
    #expect(model.notice?.text == Phrase.nothingOpen)
    #expect(!Phrase.nothingOpen.contains("Enter"))
  }

  /// Forty columns once showed a composer, or a long essay's margin, without the key that leaves it.
  @Test(arguments: [
    ("] c", "Esc close"), ("] Tab", "Tab essay"), ("v", "Esc cancel"), ("?", "Esc close"),
  ])
  func theWayOutIsAlwaysShown(keys: String, hint: String) throws {
    for columns in 40...60 {
      var model = try ReaderFixtures.model(Size(columns: columns, rows: 12))
      _ = model.press(keys: keys)
      model.notice = nil
      if model.mode == .composing {
        _ = model.update(.pasted(String(repeating: "word ", count: 1_234)), at: .zero)
      }
      let offered = texts(.statusHint, in: 11..<12, of: model.view()).joined()
      #expect(
        offered.contains(hint) || offered.contains("Esc keep and close"), "\(columns): \(offered)")
    }
  }

  /// After `^O` and `^X` the status line once named every key that goes on, the dead ones too.
  @Test(arguments: [
    ("] r", "^O", ["c", "w", "e", "d", "^O", "r", ":", "?"]),
    ("] r Esc R", "^O", ["c", "w", "e", "n", "p", "d", "^O", "r", ":", "?"]),
    ("] c", "^O", ["e", "a", "^O", ":", "?"]),
    ("] c N o", "^O", ["c", "w", "e", "d", "a", "^O", ":", "?"]),
    ("] i", "^O", ["e", "^O", ":", "?"]),
    ("] i N o", "^O", ["c", "w", "e", "d", "^O", ":", "?"]),
    ("] r x", "^X", ["u"]), ("] c", "^X", []), ("] r M-a", "^X", ["^X", "Esc"]),
  ])
  func aPrefixOffersOnlyWhatGoesOn(keys: String, prefix: String, expected: [String]) throws {
    let size = Size(columns: 200, rows: 50)
    var model = try ReaderFixtures.model(size, packs: [ReaderFixtures.pack])
    _ = model.press(keys: keys)
    #expect(model.mode == .composing)
    _ = model.press(keys: prefix)
    let offered = texts(.statusHint, in: 49..<50, of: model.view())
      .flatMap { $0.split(separator: "  ") }.compactMap { $0.split(separator: " ").first }
    #expect(offered.map(String.init) == expected)
  }

  /// `Enter` was called unfold where it folds, and `p` and `X` kept their names where they take back.
  @Test func aKeyThatGoesToAndFroSaysWhichWay() throws {
    let size = Size(columns: 200, rows: 50)
    var model = try ReaderFixtures.model(size, packs: [ReaderFixtures.pack])
    // Unfolded, a question says what its scheme is.
    model.explainSchemes()
    _ = model.press(keys: "2 G Tab G")
    func status() -> [Substring] {
      model.notice = nil
      return texts(.statusHint, in: 49..<50, of: model.view()).flatMap { $0.split(separator: "  ") }
    }
    func note() -> [String] {
      texts(.noteHint, in: 0..<49, of: model.view()).joined(separator: "  ")
        .split(separator: "  ").map { String($0).replacing("\u{a0}", with: " ") }
    }
    #expect(status().contains("Enter unfold"))
    #expect(note().contains("p pin") && note().contains("X dismiss"), "\(note())")
    _ = model.press(keys: "Enter p X")
    #expect(status().contains("Enter fold"), "\(status())")
    #expect(note().contains("p unpin") && note().contains("X bring back"), "\(note())")
    _ = model.press(keys: "Enter p X")
    #expect(status().contains("Enter unfold"))
    #expect(note().contains("p pin") && note().contains("X dismiss"))
  }

  /// What the program says once named the usual keys, whatever the table had.
  @Test func noticesNameTheKeysOfTheTable() throws {
    let entries = CommandEntry.table.map { entry in
      entry.command == .search
        ? CommandEntry(entry.command, entry.name, "F7", entry.help, entry.chapter, entry.modes)
        : entry
    }
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: try KeyMap(entries), seed: 1,
      essay: ReaderFixtures.essay())
    _ = model.press(keys: "n")
    #expect(model.notice?.text == "Nothing was searched for yet: F7 searches")
  }

  /// Outside the margin nothing on the screen shows which counterargument a key acts on.
  @Test func aJudgementSaysWhatItIsAbout() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "]")
    let first = try #require(model.chosenCounterargument)
    _ = model.press(keys: "p")
    let notice = try #require(model.notice?.text)
    #expect(notice.hasPrefix("Pinned: " + first.text.prefix(12)), "\(notice)")
    _ = model.press(keys: "Tab X")
    #expect(model.notice?.text == "Dismissed")
  }

  /// `c` on a sentence that is no claim marks it; when nothing is written the mark once stayed.
  @Test func aMarkForAnAnswerGoesWithTheAnswer() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "V")
    let claims = try #require(model.reading?.marking.claims.count)
    _ = model.press(keys: "c")
    #expect(model.reading?.marking.claims.contains { $0.standing == .yours } == true)
    _ = model.press(keys: "Esc")
    #expect(model.reading?.marking.claims.contains { $0.standing == .yours } == false)
    #expect(model.reading?.marking.claims.count == claims)
    _ = model.press(keys: "V c")
    model.type("No.")
    _ = model.press(keys: "Esc")
    #expect(model.reading?.marking.claims.contains { $0.standing == .yours } == true)
  }

  private func offered(_ model: Model) -> String {
    let rows = model.size.rows
    return texts(.statusHint, in: (rows - 1)..<rows, of: model.view()).joined(separator: "  ")
  }

  /// At 40x12 only `] claim`, `Esc cancel` or `Tab essay` was left.
  @Test(arguments: [
    ("]", "? help  ] claim"), ("] v", "? help  m mark  Esc cancel"),
    ("2 G Tab", "? help  Tab essay  j next"), ("9 9 G", "? help  r reply"),
  ])
  func aNarrowScreenOffersTheHelpFirst(keys: String, hints: String) throws {
    var model = try ReaderFixtures.model(
      Size(columns: 40, rows: 12), packs: [ReaderFixtures.pack])
    _ = model.press(keys: keys)
    model.notice = nil
    #expect(offered(model) == hints)
  }

  /// Nothing on the screen said how to reach the next card, and unfolding was offered where only its
  /// triangle turned.
  @Test func theMarginSaysHowToGoOn() throws {
    var model = try ReaderFixtures.model(packs: [ReaderFixtures.pack])
    _ = model.press(keys: "2 G Tab")
    model.notice = nil
    #expect(offered(model).hasPrefix("Tab essay  j next  r reply"))
    #expect(!offered(model).contains("Enter"))
    _ = model.press(keys: "G j j j j j j")
    #expect(offered(model).hasPrefix("Tab essay  k previous  r reply"))
  }

  /// `^O c copy` went with every letter and came back when it was on disk.
  @Test(arguments: [40, 60, 72, 80, 86, 100, 132])
  func typingLeavesTheHintsWhereTheyAre(columns: Int) throws {
    var model = try ReaderFixtures.model(Size(columns: columns, rows: 24))
    _ = model.press(keys: "] r")
    model.type("words, and more of them")
    func hints() -> String {
      model.notice = nil
      return offered(model)
    }
    let unsaved = hints()
    _ = model.update(.timer(.keepDraft), at: Timestamp(milliseconds: 2_000))
    let reply = try #require(model.reading?.replies.first)
    _ = model.update(
      .replyRecorded(reply, as: reply, conflicts: [], essay: model.request), at: .zero)
    #expect(model.composer?.isSaved == true)
    #expect(hints() == unsaved)
  }

  /// `p`, `+` and `-` on a rejected sentence once spoke of a claim.
  @Test func whatIsNoClaimHasNoCounterargumentToJudge() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] x")
    for key in ["p", "+", "-", "X"] {
      _ = model.press(keys: key)
      #expect(model.notice?.text == "This is not marked as a claim: m marks it")
    }
  }

  /// One was named as what had been done, another as what to do.
  @Test func whatIsUndoneIsNamedInOneForm() throws {
    var model = try ReaderFixtures.model()
    var names: [String] = []
    for keys in ["] x u", "] a u", "V m u", "] p u"] {
      _ = model.press(keys: keys)
      names.append(model.notice?.text ?? "")
    }
    #expect(
      names == [
        "Undone: rejected as a claim", "Undone: accepted as a claim", "Undone: marked as a claim",
        "Undone: pinned",
      ])
  }

  @Test func theMarginReadsAgainToo() throws {
    var model = try ReaderFixtures.model()
    let effects = model.press(keys: "] Tab F5")
    #expect(model.mode == .margin)
    let isAsked = if case .load = effects.last { true } else { false }
    #expect(isAsked)
  }
}
