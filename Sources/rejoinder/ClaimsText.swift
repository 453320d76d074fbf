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

/// `claims --format markdown`: the essay's name, then each claim as a quotation.
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
    for (index, claim) in study.marking.claims.enumerated() {
      output.line("\n\(index + 1). *\(ClaimsText.label(claim.role, claim.kind))*")
      output.line("\n   > " + study.words(of: claim.passage).escapingMarkdown)
    }
  }
}

/// `claims --format argdown`: every claim as a titled statement (argdown.org), with the
/// counterarguments that were written against it as its attacks.
struct ClaimsArgdown {
  let study: Study

  init(of study: Study) {
    self.study = study
  }

  func write(to output: inout Output) {
    let metadata = study.dossier.essay.metadata
    output.line("===")
    output.line("title: " + JSON.quoted(metadata.displayTitle))
    if let author = metadata.author { output.line("author: " + JSON.quoted(author)) }
    output.line("===")
    for (index, claim) in study.marking.claims.enumerated() {
      output.line()
      output.line(
        "[Claim \(index + 1)]: \(study.words(of: claim.passage).escapingArgdown)"
          + " #\(claim.role == .thesis ? "thesis" : claim.kind.rawValue)")
      let answers = study.counterarguments(to: claim).filter {
        $0.attack != .question && !$0.dismissed
      }
      for (number, answer) in answers.enumerated() {
        // An undercut denies the inference and not the claim; Argdown writes it with an underscore.
        let relation = answer.attack == .undercut ? "<_" : "<-"
        output.line(
          "  \(relation) <Answer \(index + 1).\(number + 1)>: \(answer.text.oneLine.escapingArgdown)"
        )
      }
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
  fileprivate var escapingMarkdown: String { escaping("\\`*_[]<>#") }

  fileprivate var escapingArgdown: String { escaping("\\[]<>#*_@{}") }

  private func escaping(_ signs: String) -> String {
    var result = ""
    for character in self {
      if signs.contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
