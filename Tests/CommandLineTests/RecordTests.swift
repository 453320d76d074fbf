import FoundationEssentials
import Testing

/// What `annotate` and `counters` keep and show.
@Suite struct RecordTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private struct Records: Decodable {
    struct Record: Decodable {
      var id: String
      var `as`: String
      var start: Int
      var end: Int
      var quote: String
      var kind: String?
      var text: String?
      var anchor: String
      var score: Double?
      var created: String
      var modified: String
      var attack: String?
    }

    var schemaVersion: Int
    var records: [Record]
  }

  private struct Counters: Decodable {
    struct Claim: Decodable {
      struct Counterargument: Decodable {
        struct Origin: Decodable {
          var kind: String
          var label: String
          var detail: String
        }

        var id: String
        var text: String
        var attack: String
        var origin: Origin
        var source: String?
        var rating: Int
        var pinned: Bool
        var dismissed: Bool
      }

      var index: Int
      var sentence: Int?
      var text: String
      var counterarguments: [Counterargument]
    }

    var schemaVersion: Int
    var claims: [Claim]
  }

  private func records() throws -> [Records.Record] {
    let run = try bench.run("annotate", "essay.txt", "list", "--format", "json")
    #expect(run.status == 0)
    let found = try JSONDecoder().decode(Records.self, from: Data(run.output.utf8))
    #expect(found.schemaVersion == 1)
    return found.records
  }

  private func counters(_ arguments: String...) throws -> [Counters.Claim] {
    let run = try bench.run(["counters", "essay.txt", "--format", "json"] + arguments)
    #expect(run.status == 0)
    return try JSONDecoder().decode(Counters.self, from: Data(run.output.utf8)).claims
  }

  /// Runs a command that makes something.
  ///
  /// - Returns: The identifier that it printed, alone.
  private func made(_ arguments: String..., given: String = "") throws -> String {
    let run = try bench.run(arguments, given: given)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    #expect(run.lines.count == 2)
    return String(try #require(run.lines.first))
  }

  /// Where the words stand in the essay's text.
  private func place(_ words: String) throws -> [String] {
    let text = Array(
      Fixture.essay.split(separator: "\n").dropFirst(2).joined(separator: "\n\n").utf8)
    let start = try #require(text.firstRange(of: Array(words.utf8))).lowerBound
    return ["--start", "\(start)", "--end", "\(start + words.utf8.count)"]
  }

  @Test func marksAClaim() throws {
    let words = "Many people work until six"
    let place = try place(words)
    let id = try made(
      "annotate", "essay.txt", "add", place[0], place[1], place[2], place[3],
      "--kind", "value")
    let records = try records()
    #expect(records.map(\.id) == [id])
    #expect(records.first?.as == "claim")
    #expect(records.first?.quote == words)
    #expect(records.first?.kind == "value")
    #expect(records.first?.anchor == "exact")
    #expect(records.first?.score == 1)
    // It is a part of a sentence, and a claim all the same.
    #expect(try counters().contains { $0.text == words })
    let text = try bench.run("text", "essay.txt", "--width", "400")
    #expect(text.output.contains(", value] Many people"))
  }

  @Test func writesANoteFromStandardInput() throws {
    let place = try place("A library is the only public room")
    let id = try made(
      "annotate", "essay.txt", "add", place[0], place[1], place[2], place[3], "--as", "note",
      "--text", "-", given: "Is it?\nChurches.\n")
    #expect(try records().map(\.id) == [id])
    #expect(try records().first?.text == "Is it?\nChurches.")
  }

  @Test func answersAClaim() throws {
    let before = try counters()
    let id = try made(
      "annotate", "essay.txt", "counter", "--claim", "1", "--attack", "undercut", "--text",
      "-5 degrees is no argument", "--source", "Weather report, 2020")
    let answer = try #require(try counters("--claim", "1").first?.counterarguments.first)
    #expect(answer.id == id)
    #expect(answer.text == "-5 degrees is no argument")
    #expect(answer.attack == "undercut")
    #expect(answer.origin.kind == "yours")
    #expect(answer.source == "Weather report, 2020")
    #expect(try counters().map(\.text) == before.map(\.text))
    let text = try bench.run("counters", "essay.txt", "--claim", "1")
    #expect(
      text.output.contains("[undercut, yours] -5 degrees is no argument (Weather report, 2020)"))
  }

  @Test func verbMayComeBeforeTheEssay() throws {
    let id = try made("annotate", "counter", "essay.txt", "--claim", "1", "--text", "No.")
    #expect(try records().map(\.id) == [id])
  }

  @Test func editsAndRemoves() throws {
    let id = try made("annotate", "essay.txt", "counter", "--claim", "1", "--text", "No.")
    let before = try #require(try records().first)
    let run = try bench.run(
      "annotate", "essay.txt", "edit", id, "--text", "Not so.", "--attack", "undermining")
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    let after = try #require(try records().first)
    #expect(after.text == "Not so.")
    #expect(after.attack == "undermining")
    #expect(after.created == before.created)
    #expect(after.modified > before.modified)
    #expect(try bench.run("annotate", "essay.txt", "remove", id).status == 0)
    #expect(try records().isEmpty)
    let again = try bench.run("annotate", "essay.txt", "remove", id)
    #expect(again.status == 66)
    #expect(again.errors.contains("cannot find the record: \(id): "))
  }

  @Test func recordsFollowTheTextWhenItChanges() throws {
    _ = try made("annotate", "essay.txt", "counter", "--claim", "1", "--text", "No.")
    let old = try #require(try records().first)
    try bench.write(
      Fixture.essay.replacing("Cities should", with: "First a word before. Cities should"),
      to: "essay.txt")
    let new = try #require(try records().first)
    #expect(new.anchor == "moved")
    #expect(new.start == old.start + "First a word before. ".utf8.count)
    try bench.write("Another Essay\n\nBy Ada Example\n\nNothing is as it was.\n", to: "essay.txt")
    let lost = try #require(try records().first)
    #expect(lost.anchor == "orphaned")
    #expect(lost.score == nil)
    #expect(lost.quote == old.quote)
  }

  @Test func anEssayIsKnownByItsWordsToo() throws {
    _ = try made("annotate", "essay.txt", "counter", "--claim", "1", "--text", "No.")
    let run = try bench.run("annotate", "-", "list", given: Fixture.essay)
    #expect(run.output.hasSuffix(": No.\n"))
  }

  @Test func packsStandBesideTheirClaims() throws {
    try bench.write(Fixture.pack, to: "pack.json")
    #expect(try bench.run("library", "import", "pack.json").status == 0)
    let claim = try #require(try counters().first)
    #expect(claim.text == "Cities should keep their public libraries open until midnight.")
    #expect(claim.counterarguments.map(\.origin.kind).prefix(2) == ["pack", "pack"])
    #expect(claim.counterarguments.first?.origin.label == "Early to bed")
    #expect(claim.counterarguments.first?.origin.detail == "B. Sleeper")
    #expect(claim.counterarguments.first?.source == "Union letter, 2020")
  }

  @Test(arguments: [
    ["add", "--start", "5", "--end", "5"], ["add", "--start", "0", "--end", "100000"],
    ["add", "--start", "0", "--end", "9", "--as", "note"],
    ["add", "--start", "0", "--end", "9", "--as", "note", "--text", " "],
    ["add", "--start", "0", "--end", "9", "--text", "words"],
    ["counter", "--claim", "99", "--text", "No."], ["counter", "--claim", "0", "--text", "No."],
    ["counter", "--claim", "1", "--attack", "question", "--text", "No?"],
    ["counter", "--claim", "1", "--text", ""], ["unknown"], [],
  ])
  func refusesWhatMakesNoSense(arguments: [String]) throws {
    let run = try bench.run(["annotate", "essay.txt"] + arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.hasPrefix("rejoinder: wrong usage: "))
    #expect(!bench.exists("home/.local"))
  }

  @Test func standardInputCannotBeBoth() throws {
    let run = try bench.run(
      "annotate", "-", "counter", "--claim", "1", "--text", "-", given: Fixture.essay)
    #expect(run.status == 64)
    #expect(run.errors.contains("standard input is the essay already"))
  }

  @Test func whatCannotBeKeptIsAnError() throws {
    let words = ["annotate", "essay.txt", "counter", "--claim", "1", "--text", "No."]
    let below = try bench.run(words + ["--store", "essay.txt/library"])
    #expect(below.status == 73)
    let homeless = try bench.run(words, changes: ["HOME": bench.file("nobody")])
    #expect(homeless.status == 73)
    #expect(!bench.exists("nobody"))
    #expect(try bench.run(words, changes: ["HOME": nil]).status == 73)
    for run in [below, homeless] {
      #expect(run.output == "")
      #expect(run.errorLines.count == 1, "\(run.errors)")
      #expect(run.errors.hasPrefix("rejoinder: cannot "))
    }
  }

  @Test func theStoreCanBeChosen() throws {
    let words = ["annotate", "essay.txt", "counter", "--claim", "1", "--text", "No."]
    #expect(try bench.run(words + ["--store", "mine"]).status == 0)
    #expect(bench.exists("mine/essays"))
    #expect(try bench.run(words, changes: ["REJOINDER_HOME": bench.file("other")]).status == 0)
    #expect(bench.exists("other/essays"))
    #expect(try bench.run(words, changes: ["XDG_DATA_HOME": bench.file("data")]).status == 0)
    #expect(bench.exists("data/rejoinder/essays"))
    #expect(try bench.run(words).status == 0)
    #expect(bench.exists("home/.local/share/rejoinder/essays"))
  }
}
