import FoundationEssentials
import RejoinderCore
import Testing

/// What supports what, as `claims` tells it.
@Suite struct StructureTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private struct Report: Decodable {
    struct Support: Decodable, Hashable {
      var sentence: Int
      var confidence: Double
    }
    struct Sentence: Decodable {
      var index: Int
      var text: String
      var role: String
      var supports: Support?
    }
    struct Claim: Decodable {
      var index: Int
      var sentence: Int?
      var text: String
      var role: String
    }
    struct Relation: Decodable {
      var role: String
      var claim: Int?
      var start: Int
      var end: Int
      var supports: Int
      var confidence: Double
    }

    var sentences: [Sentence]
    var claims: [Claim]
    var relations: [Relation]
  }

  private func report(_ essay: String = "essay.txt") throws -> Report {
    let run = try bench.run("claims", essay, "--all", "--format", "json")
    #expect(run.status == 0)
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  private func argdown(_ essay: String = "essay.txt") throws -> ArgdownReader {
    let run = try bench.run("claims", essay, "--format", "argdown")
    #expect(run.status == 0 && run.errors.isEmpty)
    return try ArgdownReader(run.output)
  }

  @Test func relationsAndSentencesAgree() throws {
    let report = try report()
    #expect(!report.relations.isEmpty)
    for relation in report.relations {
      #expect(report.claims.indices.contains(relation.supports))
      #expect(relation.claim != relation.supports)
      #expect((0...1).contains(relation.confidence))
      #expect((relation.role == "premise") == (relation.claim == nil))
    }
    let thesis = try #require(report.claims.first { $0.role == "thesis" })
    #expect(!report.relations.contains { $0.claim == thesis.index })
    let supported = report.sentences.filter { $0.supports != nil }
    #expect(supported.count == report.relations.count)
    for sentence in supported {
      let target = try #require(sentence.supports?.sentence)
      #expect(report.claims.contains { $0.sentence == target })
    }
  }

  @Test func argdownHoldsTheSameRelations() throws {
    let report = try report()
    let argdown = try argdown()
    for claim in report.claims {
      #expect(argdown.texts["Claim \(claim.index + 1)"] == claim.text)
    }
    #expect(argdown.relations.count { $0.kind == .support } == report.relations.count)
    for relation in report.relations {
      guard let claim = relation.claim else { continue }
      #expect(
        argdown.relations.contains(
          .init(
            kind: .support, source: "Claim \(claim + 1)", target: "Claim \(relation.supports + 1)"))
      )
    }
    #expect(argdown.tags.values.flatMap { $0 }.contains("thesis"))
  }

  @Test func markdownTellsWhatSupportsAClaim() throws {
    let markdown = try bench.run("claims", "essay.txt", "--format", "markdown").output
    let report = try report()
    let claims = report.relations.filter { $0.claim != nil }
    #expect(markdown.split(separator: "   - supports ").count - 1 == claims.count)
    #expect(
      markdown.split(separator: "   - premise (").count - 1 == report.relations.count - claims.count
    )
  }

  @Test func eachAttackHasItsOwnRelation() throws {
    for attack in ["rebuttal", "undercut", "undermining"] {
      let run = try bench.run(
        "annotate", "essay.txt", "counter", "--claim", "1", "--attack", attack, "--text",
        "This is a \(attack).")
      #expect(run.status == 0)
    }
    let argdown = try argdown()
    let title = Dictionary(
      uniqueKeysWithValues: argdown.texts.map { ($0.value, $0.key) })
    let rebuttal = try #require(title["This is a rebuttal."])
    let undercut = try #require(title["This is a undercut."])
    let undermining = try #require(title["This is a undermining."])
    let reasons = "Reasons for claim 1"
    #expect(
      Set(argdown.relations.filter { $0.kind != .support || $0.source == reasons })
        == [
          .init(kind: .attack, source: rebuttal, target: "Claim 1"),
          .init(kind: .support, source: reasons, target: "Claim 1"),
          .init(kind: .undercut, source: undercut, target: reasons),
          .init(kind: .attack, source: undermining, target: reasons),
        ])
  }

  /// Essays made of what Argdown would read as something else.
  @Test(arguments: 1...12 as ClosedRange<UInt64>) func nothingInATextIsReadAsSyntax(_ seed: UInt64)
    throws
  {
    var generator = SplitMix64(seed: seed)
    let bits = [
      "[x]:", "[y](z)", "<a>:", "<b>", "@[c]", "@<d>", "#tag", "#(two words)", "*star*", "_under_",
      "{a: 1}", "}", "https://example.org/a", "//", "/*", "*/", "<!--", "-->", "===", "=====",
      "U.S.",
      "G.O.P.", "3.67.", ":A:", ".v.", "a\\b", "\\", "--", "->", "+", "-", "(1)", "1.", "a/b",
      "end.",
      "e.g.", "<+", "<_", "><", "bridge", "toll", "harbour", "“quoted”", "…", "...", "::", "a:b:c",
    ]
    func words() -> String {
      (0..<Int.random(in: 3...12, using: &generator))
        .map { _ in bits.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }
    let sentences = (0..<8).map { _ in "The council should repair \(words()) now." }
    try bench.write(
      "A title === with \"signs\" = \(words())\n\n" + sentences.joined(separator: "\n\n"),
      to: "odd.txt")
    for attack in ["rebuttal", "undercut"] {
      let run = try bench.run(
        "annotate", "odd.txt", "counter", "--claim", "1", "--attack", attack, "--text", words())
      #expect(run.status == 0)
    }
    let report = try report("odd.txt")
    let argdown = try argdown("odd.txt")
    #expect(!report.claims.isEmpty)
    for claim in report.claims {
      #expect(
        argdown.texts["Claim \(claim.index + 1)"]
          == claim.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }
}
