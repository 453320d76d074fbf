internal import Application
internal import RejoinderCore
internal import TerminalKit

/// `claims --format text`: a numbered list, a claim a line, that `grep` and `cut` can deal with.
struct ClaimsText {
  let study: Study
  let isAll: Bool

  init(of study: Study, isAll: Bool) {
    self.study = study
    self.isAll = isAll
  }

  func write(to output: inout Output) {
    guard isAll else {
      for (index, claim) in study.marking.claims.enumerated() {
        output.line(
          "\(index + 1). [\(Self.label(claim.role, claim.kind))] " + study.words(of: claim.passage))
      }
      return
    }
    for sentence in study.sentences {
      let judgement = study.judgement(of: sentence)
      let number = judgement.claim.map { "\($0 + 1). " } ?? "-  "
      output.line(
        "\(number)[\(Self.label(judgement.role, judgement.kind))] "
          + study.words(of: sentence.passage))
    }
  }

  static func label(_ role: Role, _ kind: ClaimKind?) -> String {
    switch role {
    case .thesis: "thesis" + (kind.map { ", \($0.rawValue)" } ?? "")
    case .claim: kind?.rawValue ?? "claim"
    case .premise, .other: role.rawValue
    }
  }
}

/// `claims --format markdown`: the essay's name, then each claim as a quotation, with what it supports
/// and the premises that support it.
struct ClaimsMarkdown {
  let study: Study

  init(of study: Study) {
    self.study = study
  }

  func write(to output: inout Output) {
    let metadata = study.dossier.essay.metadata
    output.line("# " + metadata.displayTitle.visible.escapingMarkdown)
    let byline = [metadata.author, metadata.date].compactMap(\.self).joined(separator: ", ")
    if !byline.isEmpty { output.line("\n" + byline.visible.escapingMarkdown) }
    let outline = study.outline
    let supporters = outline.supporters
    for (index, statement) in outline.statements.enumerated() {
      guard let claim = statement.claim else { continue }
      output.line("\n\(claim + 1). *\(ClaimsText.label(statement.role, statement.kind))*")
      output.line("\n   > " + study.words(of: statement.passage).escapingMarkdown)
      var notes: [String] = []
      if let support = statement.support, let target = outline.statements[support.target].claim {
        notes.append("supports \(target + 1) (\(support.percent))")
      }
      for supporter in supporters[index] ?? [] {
        let premise = outline.statements[supporter]
        guard premise.claim == nil, let support = premise.support else { continue }
        notes.append(
          "premise (\(support.percent)): " + study.words(of: premise.passage).escapingMarkdown)
      }
      if !notes.isEmpty { output.line() }
      for note in notes { output.line("   - " + note) }
    }
  }
}

extension Study {
  /// The words of a passage on one line.
  func words(of passage: Passage) -> String {
    dossier.essay.text.string(passage).oneLine
  }
}

extension String {
  fileprivate var escapingMarkdown: String {
    var result = ""
    for character in self {
      if "\\`*_[]<>#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
