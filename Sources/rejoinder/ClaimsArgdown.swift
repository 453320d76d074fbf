internal import Application
internal import RejoinderCore
internal import TerminalKit

/// `claims --format argdown`: every claim as a titled statement (argdown.org), below it what supports it
/// and what was written against it.
///
/// A rebuttal attacks the claim. What denies a premise or the step from the premises needs the argument
/// for the claim, which then stands as one of its own: Argdown has undercuts of arguments only.
struct ClaimsArgdown {
  let study: Study

  init(of study: Study) {
    self.study = study
  }

  func write(to output: inout Output) {
    let metadata = study.dossier.essay.metadata
    output.line("===")
    output.line("title: " + metadata.displayTitle.argdownFrontMatter)
    if let author = metadata.author { output.line("author: " + author.argdownFrontMatter) }
    output.line("===")
    let outline = study.outline
    // Argdown wants something to follow the front matter; a heading is read as no statement.
    if study.marking.claims.isEmpty {
      output.line("\n# " + metadata.displayTitle.oneLine.escapingArgdown)
    }
    let supporters = outline.supporters
    var premises = 0
    for (index, statement) in outline.statements.enumerated() {
      guard let claim = statement.claim else { continue }
      output.line()
      output.line(
        "[Claim \(claim + 1)]: \(study.words(of: statement.passage).escapingArgdown)"
          + " #\(statement.role == .thesis ? "thesis" : statement.kind?.rawValue ?? "claim")")
      for supporter in supporters[index] ?? [] {
        let statement = outline.statements[supporter]
        guard let support = statement.support else { continue }
        let data = "{confidence: \(support.decimal)}"
        if let claim = statement.claim {
          output.line("  <+ [Claim \(claim + 1)] \(data)")
        } else {
          premises += 1
          let words = study.words(of: statement.passage).escapingArgdown
          output.line("  <+ [Premise \(premises)]: \(words) #premise \(data)")
        }
      }
      write(study.counterarguments(to: study.marking.claims[claim]), claim: claim, to: &output)
    }
  }

  private func write(_ answers: [Counterargument], claim: Int, to output: inout Output) {
    let answers = answers.filter { $0.attack != .question && !$0.dismissed }.enumerated()
      .map { number, answer in
        (
          attack: answer.attack,
          text: "<Answer \(claim + 1).\(number + 1)>: \(answer.text.oneLine.escapingArgdown)"
        )
      }
    for answer in answers where answer.attack == .rebuttal { output.line("  <- " + answer.text) }
    let against = answers.filter { $0.attack != .rebuttal }
    guard !against.isEmpty else { return }
    output.line("  <+ <Reasons for claim \(claim + 1)>")
    for answer in against {
      output.line("    \(answer.attack == .undercut ? "<_" : "<-") " + answer.text)
    }
  }
}

extension Outline.Support {
  /// Two digits after the point.
  fileprivate var decimal: String {
    let hundredths = Int((confidence * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}

extension String {
  /// A string in the YAML of the front matter, which in Argdown ends at the next equals signs.
  fileprivate var argdownFrontMatter: String {
    JSON.quoted(self).split(separator: "=", omittingEmptySubsequences: false)
      .joined(separator: "\\x3D")
  }

  /// The text of a statement: nothing in it is read as anything else.
  ///
  /// After Argdown's lexer (github.com/argdown/argdown): besides the brackets and marks that open
  /// titles, tags, mentions, data and emphasis these are comments, front matter, and words between two
  /// full stops or two colons, which are short for signs.
  fileprivate var escapingArgdown: String {
    var result = String.UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if Self.needsEscape(scalar, at: index, in: scalars) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// By scalars, as the lexer goes: to it a mark is one whatever combines with it.
  private static func needsEscape(
    _ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    switch scalar {
    case "\\", "[", "]", "<", ">", "#", "*", "_", "@", "{", "}": true
    case "/": text[(index + 1)...].first.map { "/*".unicodeScalars.contains($0) } ?? false
    case "=": text[(index + 1)...].first == "="
    case ".", ":":
      text[(index + 1)...].prefix { !$0.properties.isWhitespace }.dropFirst().contains(scalar)
    default: false
    }
  }
}
