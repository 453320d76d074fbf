import FoundationEssentials
import LoopbackHost
import Testing

/// `--input-format`: what an essay is read as, whatever it looks like and is called.
@Suite struct InputFormatTests {
  private static let words = String(
    repeating: "Cities should keep their public libraries open until midnight. ", count: 8)
  /// Looks like a page and is called a text.
  private static let page =
    "<!DOCTYPE html><title>Late</title><article><p>\(words)</p></article>\n"
  /// Looks like a text, with something in it that is none in a page.
  private static let plain = "Lamps are &lt; dear. We should switch them off.\n"

  let bench: Workbench

  init() throws {
    bench = try Workbench()
    try bench.write(Self.page, to: "page.txt")
    try bench.write(Self.plain, to: "lamps")
  }

  /// Every command that takes an essay, with what it needs besides.
  private static let commands: [[String]] = [
    ["read"], ["text"], ["claims"], ["counters"],
    ["annotate", "add", "--start", "0", "--end", "4"],
    ["annotate", "counter", "--claim", "1", "--text", "No."],
    ["annotate", "list"], ["annotate", "edit", "a1", "--text", "No."],
    ["annotate", "remove", "a1"], ["annotate", "deleted"], ["annotate", "restore", "a1"],
    ["annotate", "attach", "a1", "--start", "0", "--end", "4"],
    ["reply", "new"], ["reply", "list"], ["reply", "show", "r1"],
    ["reply", "edit", "r1", "--text", "No."], ["reply", "check", "r1"],
    ["reply", "send", "r1", "--to", "file:out"], ["reply", "remove", "r1"], ["reply", "deleted"],
    ["reply", "revisions", "r1"], ["reply", "restore", "r1"],
  ]

  /// The command's words with the essay where it is written.
  private func call(_ command: [String], _ file: String, _ option: String...) -> [String] {
    let isVerb = ["annotate", "reply"].contains(command[0])
    return [command[0]] + (isVerb ? [command[1], file] : [file]) + command.dropFirst(isVerb ? 2 : 1)
      + option
  }

  @Test(arguments: commands)
  func everyCommandReadsInTheFormatThatIsAskedFor(command: [String]) throws {
    let run = try bench.run(call(command, "essay.txt", "--input-format", "epub"))
    #expect(run.status == 65 && run.errorLines.count == 1, "\(command): \(run.errors)")
    #expect(run.errors.contains("it is no EPUB book"))
    #expect(run.output == "")
  }

  @Test(arguments: commands)
  func anUnknownFormatIsWrongUsage(command: [String]) throws {
    for name in ["pdf", "", "HTML"] {
      let run = try bench.run(call(command, "essay.txt", "--input-format", name))
      #expect(run.status == 64 && run.errorLines.count == 1, "\(command): \(run.errors)")
      #expect(run.errors.contains("--input-format"), "\(run.errors)")
      #expect(run.output == "")
    }
  }

  /// No command is forgotten, here or in the program.
  @Test func everyCommandThatTakesAnEssayHasTheOption() throws {
    struct Dump: Decodable {
      struct Command: Decodable {
        struct Argument: Decodable {
          struct Name: Decodable { var name: String }
          var names: [Name]?
          var kind: String
          var valueName: String?
        }
        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?

        var hasOption: Bool {
          (arguments ?? []).contains { argument in
            argument.names?.contains { $0.name == "input-format" } == true
          }
        }

        /// What a library is made of is no essay.
        var takesAnEssay: Bool {
          (arguments ?? []).contains {
            $0.kind == "positional" && ["file", "files"].contains($0.valueName)
          }
        }

        func leaves(_ path: [String], where condition: (Command) -> Bool) -> Set<[String]> {
          guard let subcommands, !subcommands.isEmpty else {
            return condition(self) ? [path + [commandName]] : []
          }
          let path = commandName == "rejoinder" ? path : path + [commandName]
          return Set(subcommands.flatMap { $0.leaves(path, where: condition) })
        }
      }
      var command: Command
    }
    let run = try bench.run("--experimental-dump-help")
    let dump = try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8))
    let tested = Self.commands.map {
      Array($0.prefix($0[0] == "annotate" || $0[0] == "reply" ? 2 : 1))
    }
    let taking = dump.command.leaves([], where: \.takesAnEssay).filter { $0[0] != "library" }
    #expect(taking == Set(tested))
    #expect(dump.command.leaves([], where: \.hasOption) == taking)
  }

  @Test func aPageAsTextAndATextAsAPage() throws {
    #expect(try bench.run("text", "page.txt").output.hasPrefix("Late\n"))
    for words in [["text"], ["read"], []] {
      let run = try bench.run(words + ["page.txt", "--input-format", "text"])
      #expect(run.status == 0 && run.output.contains("<title>Late</title>"), "\(run.output)")
    }
    #expect(try bench.run("text", "lamps").output.contains("&lt;"))
    let page = try bench.run("text", "--input-format", "html", "lamps")
    #expect(page.status == 0 && page.output.contains("Lamps are < dear."), "\(page.output)")
    let piped = try bench.run("text", "-", "--input-format", "html", given: Self.plain)
    #expect(piped.output == page.output)
  }

  @Test func autoIsAsIfNothingWereSaid() throws {
    for file in ["page.txt", "lamps", "essay.txt"] {
      #expect(
        try bench.run("text", file, "--input-format", "auto").output
          == bench.run("text", file).output)
    }
  }

  @Test func withoutAnEssayItMeansNothing() throws {
    for words in [["--input-format", "html"], ["read", "--sample", "--input-format", "text"]] {
      let run = try bench.run(words)
      #expect(run.status == 64 && run.errorLines.count == 1, "\(run.errors)")
      #expect(run.errors.contains("Name a file"))
    }
  }

  @Test func theReaderShowsItSo() throws {
    let run = try bench.runInTerminal(
      "--input-format", "text", "page.txt", await: "<title>", keys: "q")
    #expect(run.status == 0 && run.output.contains("<title>"))
  }

  /// It holds for every essay that was named, and as often as one is read.
  @Test func aReadingListIsReadSo() throws {
    let run = try bench.run(
      "--linear", "--input-format", "html", "essay.txt", "lamps",
      given: "next-essay\nreload\nquit\n")
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output.contains("Lamps are < dear."), "\(run.output)")
    #expect(!run.output.contains("&lt;"), "\(run.output)")
    let printed = try bench.run("lamps", "lamps", "--input-format", "html")
    #expect(printed.output.ranges(of: "Lamps are < dear.").count == 2)
  }

  /// What was written about the essay stays with it: in another format it is a newer text of the same
  /// file.
  @Test func recordsStayWithTheFile() throws {
    let added = try bench.run(
      "annotate", "lamps", "add", "--start", "21", "--end", "47", "--as", "note", "--text", "Why?")
    #expect(added.status == 0, "\(added.errors)")
    let listed = try bench.run("annotate", "lamps", "list", "--input-format", "html")
    #expect(listed.output.contains("Why?"), "\(listed.output)")
    let again = try bench.run(
      "reply", "lamps", "new", "--claim", "1", "--text", "No.", "--input-format", "html")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try bench.run("library", "list").lines.count { !$0.isEmpty } == 1)
    #expect(try bench.run("annotate", "lamps", "list").output.contains("Why?"))
    #expect(try bench.run("reply", "lamps", "list").output.contains("No."))
  }

  /// The copy in the library was read in another format, which is no change of the page.
  @Test func aPageByItsAddress() throws {
    let host = try #require(LoopbackHost(["/late": .init(200, Self.page, type: "text/html")]))
    let address = host.address("/late")
    let note = ["annotate", address, "add", "--start", "0", "--end", "6", "--as", "note"]
    #expect(try bench.run(note + ["--text", "Well."]).status == 0)
    let run = try bench.run("text", address, "--input-format", "text")
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output.contains("<article>"))
    let shown = try bench.runInTerminal(
      address, "--input-format", "text", await: "<title>", keys: "q")
    #expect(shown.status == 0 && shown.output.contains("<title>"))
  }
}
