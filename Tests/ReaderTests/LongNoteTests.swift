import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Notes that are longer than the margin, and what the gutter has room for.
@Suite struct LongNoteTests {
  private let words = (1...200).map { "word\($0)" }

  private func model(_ size: Size) throws -> Model {
    var pack = ReaderFixtures.pack
    pack.claims[0].counterarguments = [
      PackCounterargument(text: words.joined(separator: " "), attack: .rebuttal),
      PackCounterargument(text: "The end.", attack: .undercut),
    ]
    var model = try ReaderFixtures.model(size, packs: [pack])
    let claims = try #require(model.reading?.marking.claims)
    let index = try #require(
      claims.indices.first { index in
        model.note(for: index)?.counterarguments.contains { $0.text.hasPrefix("word1") } == true
      })
    model.focusClaim(number: index + 1)
    return model
  }

  private func rows(_ model: Model) -> [String] {
    let view = model.view()
    return (0..<view.size.rows).map { view.row($0).map(\.glyph.string).joined() }
  }

  /// It could be read as far as the margin is high, and at its end.
  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 132, rows: 43), Size(columns: 50, rows: 20),
  ])
  func everyWordOfALongCounterargumentCanBeRead(size: Size) throws {
    var model = try model(size)
    _ = model.press(keys: "Tab")
    var read: Set<Substring> = []
    for _ in 0..<200 where model.reading?.chosen == 0 {
      let shown = rows(model).flatMap { $0.split(separator: " ") }
      read.formUnion(shown)
      let isWhole = shown.contains("word200")
      #expect(isWhole || rows(model).contains { $0.contains(Phrase.goesOn) })
      _ = model.press(keys: "j")
    }
    #expect(words.allSatisfy { read.contains(Substring($0)) })
    #expect(model.reading?.chosen == 1)
    _ = model.press(keys: "k")
    #expect(model.reading?.chosen == 0 && model.reading?.chosenOffset == 0)
  }

  /// A number that lost its last digit named another claim.
  @Test func aLongNumberKeepsItsLastDigits() throws {
    let text = (1...1_200).map { "We must mend bridge \($0)." }.joined(separator: "\n\n")
    let essay = Essay(
      metadata: EssayMetadata(source: .standardInput), text: EssayText(canonical: text))
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay)
    _ = model.start(at: .zero)
    let sentences = essay.text.paragraphs.enumerated().map { index, paragraph in
      Sentence(
        passage: paragraph.passage, paragraph: index, role: .claim, kind: .policy, confidence: 1,
        highlighted: true)
    }
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: model.request), at: .zero)
    model.focusClaim(number: 1_150)
    #expect(rows(model).contains { $0.hasPrefix("…50") && $0.contains("bridge 1150.") })
  }

  /// The mark of a note stood on the first digit.
  @Test func theMarkOfANoteLeavesClaimNumbersWhole() throws {
    var model = try ReaderFixtures.model(Size(columns: 132, rows: 43))
    let claim = try #require(model.reading?.marking.claims.first)
    model.focus(claim.passage)
    _ = model.press(keys: "i")
    model.type("A note")
    _ = model.press(keys: "Esc")
    let row = try #require(rows(model).first { $0.hasPrefix("✎") })
    #expect(row.dropFirst().prefix(4).contains("1"))
  }

  /// All were folded as soon as not all had room, and the rest of the panel stayed empty.
  @Test func aPanelShowsAsManyTextsWholeAsHaveRoom() throws {
    let text = (1...24).map { "word\($0)" }.joined(separator: " ")
    let note = Note(
      number: 1,
      claim: Claim(
        passage: Passage(start: 0, end: 9), role: .claim, kind: .fact, confidence: 1,
        standing: .detected),
      reasons: [],
      counterarguments: (0..<6).map {
        Counterargument(
          id: "c\($0)", text: text, attack: .rebuttal,
          origin: Origin(kind: .yours, label: "", detail: ""))
      }, remarks: [], likeness: 1, isExamined: true, marginKey: "Tab")
    func rows(fills: Bool) -> [NoteRow] {
      note.rows(columns: 40, height: 30, focus: Note.Focus(), hints: "", fills: fills)
    }
    let folded = rows(fills: false)
    let filled = rows(fills: true)
    #expect(folded.count < filled.count && filled.count <= 30)
    func ends(_ row: NoteRow) -> Bool { row.spans.contains { $0.text.contains("word24") } }
    let whole = filled.filter(ends).compactMap(\.counterargument)
    #expect(!whole.isEmpty && whole == Array(0..<whole.count))
    #expect(!folded.contains(where: ends))
  }

  /// The key was named where there is nothing to unfold.
  @Test func nothingIsOfferedToBeUnfoldedWhereNothingIs() throws {
    var model = try ReaderFixtures.model(Size(columns: 132, rows: 43))
    model.explainSchemes()
    let claims = try #require(model.reading?.marking.claims)
    for index in claims.indices {
      model.focusClaim(number: index + 1)
      _ = model.press(keys: "Tab")
      let isEmpty = model.note(for: index)?.counterarguments.isEmpty == true
      #expect(rows(model).last?.contains("unfold") == !isEmpty)
      _ = model.press(keys: "Tab")
    }
    #expect(claims.indices.contains { model.note(for: $0)?.counterarguments.isEmpty == true })
  }

  @Test func aWeakAnchorSaysSo() throws {
    var model = try ReaderFixtures.model()
    let claim = try #require(model.reading?.marking.claims.first)
    let note = Annotation(
      id: "n", anchor: Anchor(of: claim.passage, in: ReaderFixtures.essay().text),
      body: .note("Mine"), created: .zero, modified: .zero)
    for (likeness, says) in [(1.0, false), (0.84, true)] {
      model.reading?.resolved = [
        ResolvedAnnotation(annotation: note, passage: claim.passage, likeness: likeness)
      ]
      model.focus(claim.passage)
      #expect(rows(model).joined().contains("84%") == says)
    }
  }

  /// The pack was heard before the claims: the first one on the page was not known then.
  @Test func theFirstClaimIsFocusedThoughAnotherWasKnownBefore() throws {
    let essay = ReaderFixtures.essay()
    let sentences = ReaderFixtures.sentences(of: essay)
    let claims = Marking(sentences: sentences, packs: [], annotations: []).claims
    var model = Model(
      size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay)
    _ = model.start(at: .zero)
    let mark = Annotation(
      id: "m", anchor: Anchor(of: claims[1].passage, in: essay.text),
      body: .mark(kind: .fact), created: .zero, modified: .zero)
    let loaded = LoadedEssay(
      essay: essay, annotations: [mark],
      resolved: [ResolvedAnnotation(annotation: mark, passage: claims[1].passage)])
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    #expect(model.reading?.cursor == claims[1].passage)
    _ = model.update(
      .assessed(sentences, examinations: [], isWhole: true, request: model.request), at: .zero)
    #expect(model.reading?.cursor == model.reading?.marking.claims.first?.passage)
  }
}
