import RejoinderCore
import TerminalKit

@testable import Reader

/// What the tests of the model read, and what the world outside would tell the model about it.
enum ReaderFixtures {
  /// Prose with wide characters, marks, a tab and a word that no row holds.
  static let prose = """
    Every night the town pays to light four hundred empty lanes. The lamps burn from dusk to dawn. \
    Nobody on the council can say what they are for, and 誰も知らない.

    The money is the smallest part of it. According to the survey of 2019 the lanes see three walkers \
    an hour. A lamp that shines on nobody protects nobody. We should switch it off.

    Name:\tvalue\t雪国 and a cafe\u{301}. Donaudampfschifffahrtselektrizitätenhauptbetriebswerk is \
    one word. A control \u{1B}[31m character is shown as a mark, 👩‍👩‍👧 as one glyph.

    全角文字だけの段落も、行の終わりで半分に切られてはならない。図書館は読者のためにある。

    Critics say that darkness invites crime. When Ashford Vale dimmed its lamps, burglaries fell. \
    One town proves little. It is wrong that a habit which nobody chose should cost so much. \
    Residents must be asked, lane by lane, and a lane that wants its lamps should keep them.

    Short.

    The best street is the one whose light follows its people. The sky belongs to everybody.
    """

  static func essay(_ text: String = prose, name: String = "prose") -> Essay {
    Essay(
      metadata: EssayMetadata(
        title: "Let the Streetlights Sleep, or Why a Town Should Trust the Dark",
        author: "A 読者", source: .file("/essays/\(name).txt")),
      text: EssayText(canonical: text))
  }

  /// A stand-in for the detector: sentences end at a full stop and a space; about one in three is a
  /// claim, one in four a premise.
  static func sentences(of essay: Essay, paragraphs: Range<Int>? = nil) -> [Sentence] {
    let all = essay.text.paragraphs.indices
    return (paragraphs ?? all).clamped(to: all).flatMap { paragraph in
      passages(in: essay.text.paragraphs[paragraph].passage, of: essay.text.utf8).enumerated()
        .map { index, passage in
          let number = paragraph * 2 + index
          return Sentence(
            passage: passage, paragraph: paragraph,
            role: number % 3 == 0
              ? (number == 3 ? .thesis : .claim)
              : number % 4 == 1 ? .premise : .other,
            kind: ClaimKind.allCases[number % 3], confidence: Float(number % 10) / 10,
            highlighted: number % 3 == 0)
        }
    }
  }

  private static func passages(in paragraph: Passage, of utf8: [UInt8]) -> [Passage] {
    var passages: [Passage] = []
    var start = paragraph.start
    for index in paragraph.start..<paragraph.end
    where utf8[index] == UInt8(ascii: " ") && index > start && utf8[index - 1] == UInt8(ascii: ".")
    {
      passages.append(Passage(start: start, end: index))
      start = index + 1
    }
    return start < paragraph.end
      ? passages + [Passage(start: start, end: paragraph.end)] : passages
  }

  static func examination(of passage: Passage) -> Examination {
    let questions = (0..<(passage.start % 4)).map { index in
      Counterargument(
        id: "q\(passage.start)-\(index)",
        text: "Question \(index): would the same hold where nobody counts, 例えば in a village?",
        attack: .question,
        origin: Origin(kind: .scheme, label: "Argument from example", detail: "for example"))
    }
    return Examination(
      passage: passage, reasons: ["judges", "opens its paragraph"], questions: questions)
  }

  static let pack = ArgumentPack(
    title: "Answers", author: "The Lamplighters", essay: EssayReference(),
    claims: [
      PackClaim(
        quote: "A lamp that shines on nobody protects nobody.", role: .claim, kind: .fact,
        scheme: nil,
        counterarguments: [
          PackCounterargument(
            text: "It protects whoever would have come.", attack: .undermining,
            source: "Lighting Society, May 2020"),
          PackCounterargument(
            text: String(repeating: "A long answer goes on and on. ", count: 20), attack: .rebuttal),
        ])
    ])

  /// Every claim but the first supports the first, every premise the claim before it.
  static func outline(of marking: Marking) -> Outline {
    var statements = marking.claims.enumerated().map { index, claim in
      Outline.Statement(
        passage: claim.passage, role: claim.role, kind: claim.kind, claim: index)
    }
    statements += marking.premises.map { Outline.Statement(passage: $0, role: .premise) }
    statements.sort { $0.passage < $1.passage }
    guard let root = statements.firstIndex(where: { $0.claim != nil }) else {
      return Outline(statements)
    }
    for index in statements.indices where index != root {
      let claim = statements[..<index].lastIndex { $0.claim != nil } ?? root
      statements[index].support = Outline.Support(
        target: statements[index].claim == nil ? claim : root, confidence: 0.5)
    }
    return Outline(statements)
  }

  /// A model whose claims are known, as after the first moments of a session.
  static func model(
    _ size: Size = Size(columns: 80, rows: 24), essay: Essay = essay(), seed: UInt64 = 1,
    packs: [ArgumentPack] = []
  ) throws -> Model {
    var model = Model(
      size: size,
      keyMap: .standard, seed: seed, essay: essay)
    _ = model.start(at: .zero)
    let loaded = LoadedEssay(essay: essay, packs: packs.compactMap { $0.match(in: essay.text) })
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    _ = model.update(
      .assessed(sentences(of: essay), examinations: [], isWhole: true, request: model.request),
      at: .zero)
    let passages = model.reading?.marking.claims.map(\.passage) ?? []
    _ = model.update(
      .examined(passages.map(examination(of:)), request: model.request), at: .zero)
    return model
  }
}

extension Model {
  /// Presses keys, given in their notation and parted by spaces.
  mutating func press(keys: String, at now: Timestamp = Timestamp(milliseconds: 1_000)) -> [Effect]
  {
    keys.split(separator: " ").compactMap { Key(notation: String($0)) }
      .flatMap { update(.key($0), at: now) }
  }

  /// Types a text, key by key.
  mutating func type(_ text: String, at now: Timestamp = Timestamp(milliseconds: 1_000)) {
    for character in text {
      _ = update(.key(character == "\n" ? Key(.enter) : Key(character)), at: now)
    }
  }

  /// Gives every question a sentence on its scheme, which unfolding shows.
  mutating func explainSchemes() {
    let examinations = (reading?.examinations ?? [:]).values.map { examination in
      var examination = examination
      for index in examination.questions.indices {
        examination.questions[index].origin.summary = "One case stands for all."
      }
      return examination
    }
    _ = update(.examined(examinations, request: request), at: .zero)
  }

  /// The first byte on the page, or `nil` where it begins with the header.
  var firstByteShown: Int? {
    pageRows().lazy.compactMap(\.passage).first?.start
  }
}
