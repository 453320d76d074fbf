import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct NoticeTests {
  /// The next key once took away the word that another session had changed the draft, before anybody
  /// could read it.
  @Test func typingLeavesAnErrorWhereItIs() throws {
    var model = try ReaderFixtures.model(Size(columns: 100, rows: 30))
    _ = model.press(keys: "] r")
    _ = model.update(.recordFailed("The disk is full"), at: .zero)
    _ = model.press(keys: "a b Backspace")
    #expect(model.notice == Notice(text: "The disk is full", isError: true))
    _ = model.press(keys: "Esc")
    #expect(model.notice?.isError != true)
  }

  @Test func aKeyTakesAnOrdinaryNoticeAway() throws {
    var model = try ReaderFixtures.model(Size(columns: 100, rows: 30))
    _ = model.press(keys: "] a")
    #expect(model.notice != nil)
    _ = model.press(keys: "j")
    #expect(model.notice == nil)
  }

  /// Some began with a capital and some, from the store and the destinations, did not.
  @Test(arguments: [
    ("cannot save the reply: /x: the disk is full", "Cannot save the reply: /x: the disk is full"),
    ("wrote 3 bytes to /x", "Wrote 3 bytes to /x"), ("The disk is full", "The disk is full"),
    ("curl: it is not on the PATH", "curl: it is not on the PATH"), ("/x: gone", "/x: gone"),
    ("essay.txt: is a folder", "essay.txt: is a folder"), ("", ""), ("word", "word"),
    ("émigrés: gone", "émigrés: gone"),
  ])
  func whatIsSaidBeginsAsASentence(words: String, said: String) throws {
    let receipt = Receipt(destination: "file", detail: words, sent: .zero)
    let messages: [Message] = [
      .failed(words), .recordFailed(words), .delivered(receipt, reply: nil),
      .loadFailed(words, request: 1),
    ]
    for message in messages {
      var model = try ReaderFixtures.model()
      _ = model.update(message, at: .zero)
      #expect(model.notice?.text == said, "\(message)")
    }
    var loaded = LoadedEssay(essay: ReaderFixtures.essay(), problems: [words])
    var model = try ReaderFixtures.model()
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    #expect(model.notice?.text == said)
    (loaded.problems, loaded.word) = ([], words)
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    #expect(model.notice?.text == said)
    model = try ReaderFixtures.model()
    _ = model.press(keys: "a")
    _ = model.update(.recordFailed(words), at: .zero)
    model.warnOfLoss()
    #expect(model.notice?.text.hasPrefix(said + " · ") == true)
    #expect(model.failure == words)
  }

  private func rows(_ model: Model, in style: Style) -> [String] {
    let screen = model.view()
    return (0..<screen.size.rows).compactMap { row in
      let cells = screen.row(row).filter { $0.style == style.id && $0.width > 0 }
      return cells.isEmpty ? nil : cells.map(\.glyph.string).joined()
    }
  }

  private static func sentence(_ pathLength: Int) -> String {
    "Cannot save the reply: /" + String(repeating: "n", count: pathLength - 1)
      + " is full; it is kept here, so make room and try again"
  }

  /// A path has no place to break at: the sentence once ended before it, and what to do was lost.
  @Test(arguments: [(80, 24), (40, 12), (60, 20)])
  func aLongNoticeIsSaidToItsEnd(columns: Int, height: Int) throws {
    for length in [20, 60, 70] {
      let sentence = Self.sentence(length)
      var model = try ReaderFixtures.model(Size(columns: columns, rows: height))
      let before = model.view()
      _ = model.update(.failed(sentence), at: .zero)
      let shown = rows(model, in: .statusError)
      #expect((2...4).contains(shown.count))
      let letters = shown.joined().filter { $0 != " " }
      #expect(letters == sentence.filter { $0 != " " }, "\(shown)")
      // Nothing else moves.
      for row in 0..<(height - shown.count) { #expect(model.view().row(row) == before.row(row)) }
    }
  }

  /// What is too long even so loses the middle of its path, not what there is to do.
  @Test(arguments: [200, 500, 4_000]) func aNoticeThatIsTooLongKeepsItsEnds(length: Int) throws {
    var model = try ReaderFixtures.model(Size(columns: 40, rows: 12))
    _ = model.update(.failed(Self.sentence(length)), at: .zero)
    let shown = rows(model, in: .statusError).joined(separator: "")
    #expect(rows(model, in: .statusError).count <= 4)
    #expect(shown.contains("Cannot save the reply") && shown.contains("try again"), "\(shown)")
    #expect(shown.contains("…"))
  }

  /// While somebody writes, the text and the way out stay in sight under a long notice.
  @Test func aLongNoticeLeavesTheComposerAlone() throws {
    var model = try ReaderFixtures.model(Size(columns: 40, rows: 12))
    _ = model.press(keys: "] c")
    model.type(String(repeating: "word ", count: 40))
    let before = model.view()
    _ = model.update(.recordFailed(Self.sentence(60)), at: .zero)
    let screen = model.view()
    #expect(rows(model, in: .statusError).count > 1)
    for row in model.geometry.composer.lowerBound..<12 {
      #expect(screen.row(row) == before.row(row))
    }
  }

  /// Above the composer's free rows a long notice stood in the middle of the screen.
  @Test func aLongNoticeStandsBelowTheTextWhereThereIsRoom() throws {
    var model = try ReaderFixtures.model(Size(columns: 80, rows: 24))
    _ = model.press(keys: "] c")
    model.type("No.")
    let before = model.view()
    _ = model.update(.recordFailed(Self.sentence(40)), at: .zero)
    let screen = model.view()
    for row in 0..<21 { #expect(screen.row(row) == before.row(row)) }
    for row in 21..<23 { #expect(screen.row(row).contains { $0.style == Style.statusError.id }) }
    #expect(screen.row(23).contains { $0.style == Style.statusHint.id })
  }

  /// A word stood alone in the second row.
  @Test func noWordStandsAloneInTheLastRow() throws {
    let sentence =
      "Cannot read the essay: the file is gone since it was named, so it is left out of it"
    var model = try ReaderFixtures.model(Size(columns: 80, rows: 24))
    _ = model.update(.failed(sentence), at: .zero)
    let shown = rows(model, in: .statusError).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(shown.count == 2 && shown.joined(separator: " ") == sentence)
    #expect(shown.allSatisfy { $0.count > 30 }, "\(shown)")
  }
}
