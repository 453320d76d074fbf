import FoundationEssentials
import Testing

@Suite struct ReplyTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    // The pack says which sentence is the first claim, whatever the detector thinks.
    try bench.write(Fixture.pack, to: "pack.json")
    try #require(try bench.run("library", "import", "pack.json").status == 0)
  }

  private struct Replies: Decodable {
    struct Reply: Decodable {
      struct Claim: Decodable {
        var quote: String
        var anchor: String
      }

      struct Receipt: Decodable {
        var destination: String
        var detail: String
        var sent: String
      }

      var id: String
      var text: String
      var claims: [Claim]
      var created: String
      var modified: String
      var receipts: [Receipt]
    }

    var schemaVersion: Int
    var replies: [Reply]
  }

  private static let thesis = "Cities should keep their public libraries open until midnight."

  private func replies() throws -> [Replies.Reply] {
    let run = try bench.run("reply", "essay.txt", "list", "--format", "json")
    #expect(run.status == 0)
    return try JSONDecoder().decode(Replies.self, from: Data(run.output.utf8)).replies
  }

  private func begun(_ arguments: String..., given: String = "") throws -> String {
    let run = try bench.run(["reply", "essay.txt", "new"] + arguments, given: given)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 2)
    return String(try #require(run.lines.first))
  }

  @Test func quotesAndCitesAClaim() throws {
    let id = try begun("--claim", "1", "--text", "I would rather sleep.")
    let reply = try #require(try replies().first)
    #expect(reply.id == id)
    #expect(
      reply.text == """
        > \(Self.thesis)

        — Ada Example, *\(Fixture.title)*

        I would rather sleep.
        """)
    #expect(reply.claims.map(\.quote) == [Self.thesis])
    #expect(reply.receipts.isEmpty)
    #expect(try bench.run("reply", "essay.txt", "show", id).output == reply.text + "\n")
    let check = try bench.run("reply", "essay.txt", "check", id)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("1 quotation, 1 cited claim\n"))
  }

  @Test func citesAnEssayWithoutATitleByItsFile() throws {
    try bench.write(
      "it must stop at once. we should never have let it begin, because nobody wanted it.\n",
      to: "pause-button.txt")
    for (file, given, citation) in [
      ("pause-button.txt", "", "\n\n— pause-button.txt\n\n"),
      ("-", try bench.read("pause-button.txt"), "\n\n"),
    ] {
      let new = try bench.run("reply", file, "new", "--claim", "1", given: given)
      #expect(new.status == 0, "\(new.errors)")
      let list = try bench.run(
        "reply", "pause-button.txt", "list", "--format", "json")
      let replies = try JSONDecoder().decode(Replies.self, from: Data(list.output.utf8)).replies
      let reply = try #require(replies.last)
      let quote = try #require(reply.claims.first).quote
      #expect(reply.text == "> " + quote + citation)
    }
  }

  @Test func bringsACounterargumentAlong() throws {
    #expect(
      try bench.run(
        "annotate", "essay.txt", "counter", "--claim", "1", "--text", "Staff have families too."
      ).status == 0)
    let id = try begun("--claim", "1", "--counter", "1")
    #expect(try bench.run("reply", "essay.txt", "show", id).output.contains("Staff have families"))
    let missing = try bench.run("reply", "essay.txt", "new", "--claim", "1", "--counter", "9")
    #expect(missing.status == 64)
    #expect(try bench.run("reply", "essay.txt", "new", "--counter", "1").status == 64)
  }

  @Test func checkFindsWhatTheEssayDoesNotSay() throws {
    let id = try begun("--text", "-", given: "> Cities must close their libraries.\n\nNo.\n")
    let run = try bench.run("reply", "essay.txt", "check", id)
    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("not in the essay: “Cities must close their libraries.”\n"))
  }

  @Test func checkForgivesLineBreaksAndOmissions() throws {
    let id = try begun(
      "--text", "> Cities should keep their\n> public libraries […] until midnight.\n\nWhy?")
    #expect(try bench.run("reply", "essay.txt", "check", id).status == 0)
  }

  @Test func checkNoticesThatACitedClaimIsGone() throws {
    let id = try begun("--claim", "1")
    try bench.write(
      Fixture.essay.replacing(Self.thesis, with: "Nothing of the kind is said here any more."),
      to: "essay.txt")
    let run = try bench.run("reply", "essay.txt", "check", id)
    #expect(run.status == 1)
    #expect(run.output.contains("cited claim not found: “\(Self.thesis)”"))
  }

  @Test func editsInPlace() throws {
    let id = try begun("--text", "First.")
    #expect(try bench.run("reply", "essay.txt", "edit", id, "--text", "Second.").status == 0)
    #expect(try replies().map(\.text) == ["Second."])
    let run = try bench.run("reply", "essay.txt", "edit", "r0", "--text", "Third.")
    #expect(run.status == 66)
  }

  @Test func handsTheTextToAnEditor() throws {
    let id = try begun("--text", "First.")
    let run = try bench.runInTerminal(
      "reply", "essay.txt", "edit", id, changes: ["VISUAL": "sed -i s/First/Edited/"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try replies().map(\.text) == ["Edited."])
    // Without a terminal there is no use in starting one.
    let bare = try bench.run("reply", "essay.txt", "edit", id)
    #expect(bare.status == 64)
    #expect(bare.errors.contains("--text"))
  }

  @Test func sendsToAFileAndKeepsTheReceipt() throws {
    let id = try begun("--text", "Words.")
    let run = try bench.run("reply", "essay.txt", "send", id, "--to", "file:answer.md")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(try bench.read("answer.md") == "Words.\n")
    let receipt = try #require(try replies().first?.receipts.first)
    #expect(receipt.destination == "file")
    #expect(receipt.detail.contains("wrote 7 bytes"))
    try bench.write("mine", to: "answer.md")
    let again = try bench.run("reply", "essay.txt", "send", id, "--to", "file:answer.md")
    #expect(again.status == 73)
    #expect(try bench.read("answer.md") == "mine")
    #expect(try replies().first?.receipts.count == 1)
    #expect(
      try bench.run("reply", "essay.txt", "send", id, "--to", "file:answer.md", "--overwrite")
        .status == 0)
    #expect(try bench.read("answer.md") == "Words.\n")
  }

  @Test func sendsToStandardOutput() throws {
    let id = try begun("--text", "Words\u{1B}[2J\tand more.")
    #expect(
      try bench.run("reply", "essay.txt", "send", id, "--to", "-").output
        == "Words␛[2J\tand more.\n")
  }

  @Test func offersToTheClipboardOfATerminal() throws {
    let id = try begun("--text", "Words.")
    let run = try bench.runInTerminal("reply", "essay.txt", "send", id, "--to", "clipboard")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\u{1B}]52;c;V29yZHMu"))
    #expect(try replies().first?.receipts.first?.destination == "clipboard")
  }

  @Test(arguments: ["pigeon", "file:", ""])
  func refusesOtherPlaces(target: String) throws {
    let id = try begun("--text", "Words.")
    let run = try bench.run("reply", "essay.txt", "send", id, "--to", target)
    #expect(run.status == 64)
    #expect(run.errorLines.count == 1, "\(run.errors)")
  }
}
