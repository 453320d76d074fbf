import FoundationEssentials
import Testing

/// The contract of `claims --format json` and its other forms.
@Suite struct ClaimsTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private struct Report: Decodable {
    struct Essay: Decodable {
      var id: String
      var title: String?
      var author: String?
      var date: String?
      var source: String
      var language: String?
      var words: Int
      var text: String
    }

    struct Sentence: Decodable {
      struct Scheme: Decodable {
        var id: String
        var name: String
        var confidence: Double
        var cue: String
      }

      var index: Int
      var paragraph: Int
      var start: Int
      var end: Int
      var text: String
      var role: String
      var claimKind: String?
      var confidence: Double
      var highlighted: Bool
      var schemes: [Scheme]
      var reasons: [String]
      var importance: Double
      var premiseKind: String?
    }

    var schemaVersion: Int
    var essay: Essay
    var sentences: [Sentence]
  }

  private func report(_ arguments: String...) throws -> Report {
    let run = try bench.run(["claims", "essay.txt", "--format", "json"] + arguments)
    #expect(run.status == 0)
    #expect(run.errorLines.allSatisfy { $0.contains("hidden characters") }, "\(run.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test func describesTheEssay() throws {
    let report = try report("--all")
    #expect(report.schemaVersion == 1)
    #expect(report.essay.title == Fixture.title)
    #expect(report.essay.author == "Ada Example")
    #expect(report.essay.date == nil)
    #expect(report.essay.language == "en")
    #expect(report.essay.source == bench.file("essay.txt"))
    #expect(report.essay.id.utf8.count == 32)
    #expect(report.essay.words == report.essay.text.split(whereSeparator: \.isWhitespace).count)
  }

  @Test func everyOffsetFindsItsSentence() throws {
    try bench.write(
      Fixture.essay.replacing("“", with: "").replacing("nobody", with: "“nöbody” — 外交 —"),
      to: "essay.txt")
    let report = try report("--all")
    let text = Array(report.essay.text.utf8)
    #expect(report.sentences.count == 7)
    for (index, sentence) in report.sentences.enumerated() {
      #expect(sentence.index == index)
      #expect(String(decoding: text[sentence.start..<sentence.end], as: UTF8.self) == sentence.text)
      #expect((0...1).contains(sentence.confidence))
      #expect(["thesis", "claim", "premise", "other"].contains(sentence.role))
      #expect(
        sentence.claimKind.map { ["fact", "value", "policy"].contains($0) } ?? !sentence.highlighted
      )
    }
    #expect(report.sentences.contains { $0.text.contains("外交") })
  }

  @Test func withoutAllOnlyHighlightedOnes() throws {
    let all = try report("--all").sentences
    let some = try report().sentences
    #expect(some.map(\.index) == all.filter(\.highlighted).map(\.index))
    #expect(!some.isEmpty && some.count < all.count)
    #expect(some.allSatisfy { !$0.reasons.isEmpty })
  }

  /// Fewer are a part of more, and the file that is read is the same.
  @Test func levelsAddClaims() throws {
    var before: Set<Int> = []
    for level in ["fewest", "few", "usual", "more", "all"] {
      let shown = Set(try report("--level", level).sentences.map(\.index))
      #expect(shown.isSuperset(of: before), "\(level)")
      before = shown
    }
    #expect(
      try report("--level", "usual").sentences.map(\.index) == report().sentences.map(\.index))
    #expect(try report("--level", "fewest").sentences.count < before.count)
    #expect(try bench.run("claims", "essay.txt", "--level", "loud").status == 64)
  }

  /// An empty list says why it is empty, beside the data.
  @Test(arguments: [
    ("The boat left at noon on Monday.\n", "no claims were found"),
    (
      "Die Stadt muss die Brücke reparieren, und das ist nicht neu. Der Rat will es nicht.\n",
      "it looks like German"
    ),
  ])
  func anEmptyListSaysSo(_ text: String, _ why: String) throws {
    try bench.write(text, to: "essay.txt")
    let run = try bench.run("claims", "essay.txt")
    #expect(run.status == 0 && run.output == "")
    #expect(run.errors.contains(why))
    #expect(try bench.run("claims", "essay.txt", "--format", "json").errors == "")
  }

  @Test func premisesHaveTheirKindAndAllTheirImportance() throws {
    let sentences = try report("--all").sentences
    for sentence in sentences {
      #expect((sentence.premiseKind != nil) == (sentence.role == "premise"))
      #expect((0...1).contains(sentence.importance))
      #expect(
        sentence.premiseKind.map {
          ["example", "statistics", "testimony", "commonGround"].contains($0)
        } ?? true)
    }
  }

  @Test func escapesAreUndoneByAReader() throws {
    try bench.write(
      Fixture.essay.replacing("midnight", with: "mid\u{1B}night\u{9B}\u{202E}\"\\"), to: "essay.txt"
    )
    let report = try report("--all")
    #expect(report.essay.text.contains("mid\u{1B}night\u{9B}\u{202E}\"\\"))
  }

  @Test func otherFormsListTheSameClaims() throws {
    let claims = try report().sentences
    let text = try bench.run("claims", "essay.txt")
    #expect(text.lines.count == claims.count + 1)
    let markdown = try bench.run("claims", "essay.txt", "--format", "markdown")
    #expect(markdown.output.hasPrefix("# \(Fixture.title)\n"))
    let argdown = try bench.run("claims", "essay.txt", "--format", "argdown")
    #expect(argdown.output.hasPrefix("===\ntitle: \"\(Fixture.title)\"\n"))
    for (number, claim) in claims.enumerated() {
      #expect(text.lines[number].hasPrefix("\(number + 1). ["))
      #expect(text.lines[number].hasSuffix(claim.text))
      #expect(markdown.output.contains("   > \(claim.text)\n"))
      #expect(argdown.output.contains("\n[Claim \(number + 1)]: \(claim.text) #"))
    }
  }

  private struct Collection: Decodable {
    struct Page: Decodable { var items: [Item] }
    struct Item: Decodable { var target: Target }
    struct Target: Decodable { var selector: [Selector] }
    struct Selector: Decodable {
      var type: String
      var exact: String?
      var start: Int?
      var end: Int?
    }

    var total: Int
    var first: Page
  }

  /// Web Annotation positions count characters, not bytes.
  @Test func webAnnotationsSelectTheWords() throws {
    try bench.write(Fixture.essay.replacing("Cities", with: "“Citiés”"), to: "essay.txt")
    let text = try report().essay.text.unicodeScalars
    let run = try bench.run("claims", "essay.txt", "--format", "w3c")
    let found = try JSONDecoder().decode(Collection.self, from: Data(run.output.utf8))
    #expect(found.total == found.first.items.count)
    #expect(found.total == (try report().sentences.count))
    for item in found.first.items {
      let quote = try #require(item.target.selector.first { $0.type == "TextQuoteSelector" })
      let place = try #require(item.target.selector.first { $0.type == "TextPositionSelector" })
      let words = try text.dropFirst(#require(place.start))
        .prefix(#require(place.end) - #require(place.start))
      #expect(String(String.UnicodeScalarView(words)) == quote.exact)
    }
  }
}
