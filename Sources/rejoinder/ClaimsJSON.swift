internal import Application
internal import RejoinderCore

/// `claims --format json`. Names and meanings are a contract: what is there keeps its name and its
/// meaning, or `schemaVersion` goes up.
struct ClaimsJSON {
  static let schemaVersion = 1

  let study: Study
  let isAll: Bool

  init(of study: Study, isAll: Bool) {
    self.study = study
    self.isAll = isAll
  }

  var json: JSON {
    let study = study
    let outline = study.outline
    let supports = study.supports(in: outline)
    let shown = study.sentences.indices.filter { index in
      isAll || study.marking.claimIndex(matching: study.sentences[index].passage) != nil
    }
    let reasons = study.reasons(for: shown.map { study.sentences[$0] })
    return .object([
      ("schemaVersion", .int(Self.schemaVersion)),
      ("essay", study.dossier.json(withText: true)),
      (
        "sentences",
        .elements(shown.count) {
          Self.sentence(shown[$0], in: study, reasons: reasons[$0], supports: supports)
        }
      ),
      (
        "claims",
        .elements(study.marking.claims.count) { study.json(ofClaim: $0) }
      ),
      ("relations", study.relations(in: outline)),
    ])
  }

  private static func sentence(
    _ index: Int, in study: Study, reasons: [String], supports: [Int: Study.Support]
  ) -> JSON {
    let sentence = study.sentences[index]
    let judgement = study.judgement(of: sentence)
    return .object([
      ("index", .int(index)),
      ("paragraph", .int(sentence.paragraph)),
      ("start", .int(sentence.passage.start)),
      ("end", .int(sentence.passage.end)),
      ("text", .text(study.dossier.essay.text.utf8[sentence.passage.range])),
      ("role", .string(judgement.role.rawValue)),
      ("claimKind", .optional(judgement.kind?.rawValue)),
      ("confidence", .confidence(sentence.confidence)),
      ("highlighted", .bool(judgement.claim != nil)),
      ("schemes", .array(study.schemes(in: sentence).map(\.json))),
      ("reasons", .array(reasons.map(JSON.string))),
      ("importance", .confidence(sentence.importance)),
      (
        "premiseKind",
        .optional(judgement.role == .premise ? sentence.premise?.rawValue : nil)
      ),
      ("supports", supports[index]?.json ?? .null),
    ])
  }
}

extension Dossier {
  /// What names the essay; its text only where offsets into it are given.
  func json(withText: Bool) -> JSON {
    let metadata = essay.metadata
    let id = id ?? EssayID(Fingerprint(of: essay.text.utf8))
    var members: [(String, JSON)] = [
      ("id", .string(id.rawValue)),
      ("title", .optional(metadata.title)),
      ("author", .optional(metadata.author)),
      ("date", .optional(metadata.date)),
      ("source", .string(metadata.source.address)),
      ("language", .optional(essay.language)),
      ("words", .int(essay.text.wordCount)),
    ]
    if essay.parts > 1 {
      members += [("part", .int(essay.metadata.source.part)), ("parts", .int(essay.parts))]
    }
    if withText { members.append(("text", .text(essay.text.utf8[...]))) }
    return .object(members)
  }
}

extension EssaySource {
  /// What the command line would take to open it again.
  var address: String {
    switch self {
    case .file(let path), .part(_, let path): path
    case .standardInput: "-"
    case .url(let address): address
    case .builtIn(let name): "built-in:" + name
    }
  }
}

extension Study {
  /// A claim as the reader is shown it: also a passage that the reader marked and that is no sentence.
  func json(ofClaim index: Int) -> JSON {
    let claim = marking.claims[index]
    return .object([
      ("index", .int(index)),
      ("sentence", .optional(sentenceIndex(of: claim.passage))),
      ("start", .int(claim.passage.start)),
      ("end", .int(claim.passage.end)),
      ("text", .string(dossier.essay.text.string(claim.passage))),
      ("role", .string(claim.role.rawValue)),
      ("claimKind", .string(claim.kind.rawValue)),
      ("standing", .string(claim.standing.rawValue)),
    ])
  }
}

extension Study {
  /// A sentence that another supports.
  struct Support {
    var sentence: Int
    var confidence: Float

    var json: JSON {
      .object([("sentence", .int(sentence)), ("confidence", .confidence(confidence))])
    }
  }

  /// By sentence: the sentence that it supports, and how likely that is.
  func supports(in outline: Outline) -> [Int: Support] {
    var supports: [Int: Support] = [:]
    for statement in outline.statements {
      guard let support = statement.support, let sentence = sentenceIndex(of: statement.passage),
        let target = sentenceIndex(of: outline.statements[support.target].passage)
      else { continue }
      supports[sentence] = Support(sentence: target, confidence: support.confidence)
    }
    return supports
  }

  /// Everything that supports a claim: another claim or a premise.
  func relations(in outline: Outline) -> JSON {
    let statements = outline.statements
    let supporting = statements.indices.filter { statements[$0].support != nil }
    return .elements(supporting.count) { place in
      let statement = statements[supporting[place]]
      return .object([
        ("role", .string(statement.role.rawValue)),
        ("claim", .optional(statement.claim)),
        ("start", .int(statement.passage.start)),
        ("end", .int(statement.passage.end)),
        ("supports", .optional(statement.support.flatMap { statements[$0.target].claim })),
        ("confidence", statement.support.map { .confidence($0.confidence) } ?? .null),
      ])
    }
  }
}

extension SchemeMatch {
  var json: JSON {
    .object([
      ("id", .string(id)), ("name", .string(name)), ("confidence", .confidence(confidence)),
      ("cue", .string(cue)),
    ])
  }
}
