import HostileText
import Testing

/// Whatever is in an essay, a pack or a record, a command prints marks for it and says so.
@Suite struct HostileTextTests {
  let bench: Workbench

  init() throws {
    bench = try Workbench()
    let sentences = (HostileText.orders + HostileText.hiding).indices.map(HostileText.sentence)
    try bench.write(
      (["On \u{1B}]0;666\u{7}Trust\u{202E}", "By A. \u{9B}666n Resident"] + sentences)
        .joined(separator: "\n\n"), to: "essay.txt")
  }

  private func expectNoTraces(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try bench.run(arguments)
    #expect(run.status == 0, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.output.utf8.count > 20, sourceLocation: sourceLocation)
    for text in [run.output, run.errors] {
      #expect(
        HostileText.traces(in: Array(text.utf8), isScreen: false) == [],
        "\(arguments)", sourceLocation: sourceLocation)
    }
  }

  @Test func ofTheEssay() throws {
    try expectNoTraces("text", "essay.txt")
    try expectNoTraces("text", "essay.txt", "--width", "20")
    for format in ["text", "json", "markdown", "w3c", "argdown"] {
      try expectNoTraces("claims", "essay.txt", "--format", format)
    }
    for format in ["text", "json"] {
      try expectNoTraces("counters", "essay.txt", "--format", format)
    }
  }

  @Test func ofRecordsAndPacks() throws {
    let all = (HostileText.orders + HostileText.hiding).joined(separator: " and ")
    let quoted = all.unicodeScalars.map { scalar in
      if scalar == "\\" { return "\\\\" }
      guard scalar.value < 0x20 else { return String(scalar) }
      return "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    }.joined()
    try bench.write(
      """
      {"schemaVersion": 1, "title": "Pack \(quoted)", "author": "B. \(quoted)",
       "essay": {"title": "On \\u001b]0;666\\u0007Trust\u{202E}"},
       "claims": [{"quote": "We should not trust \\u001b[666;6H number 0.", "kind": "policy",
         "role": "claim", "counterarguments": [{"text": "No \(quoted)", "attack": "rebuttal",
           "source": "S. \(quoted)"}]}]}
      """, to: "pack.json")
    for arguments in [
      ["library", "import", "pack.json"],
      ["annotate", "essay.txt", "counter", "--claim", "2", "--text", all],
      [
        "annotate", "essay.txt", "add", "--start", "0", "--end", "5", "--as", "note", "--text", all,
      ],
      ["reply", "essay.txt", "new", "--claim", "1", "--text", all],
    ] {
      let run = try bench.run(arguments)
      #expect(run.status == 0, "\(run.errors)")
      #expect(HostileText.traces(in: Array((run.output + run.errors).utf8), isScreen: false) == [])
    }
    let reply = try bench.run("reply", "essay.txt", "list").output.prefix { $0 != " " }
    try expectNoTraces("counters", "essay.txt")
    #expect(try bench.run("counters", "essay.txt").output.contains("[rebuttal, pack “Pack "))
    try expectNoTraces("counters", "essay.txt", "--format", "json")
    try expectNoTraces("claims", "essay.txt", "--format", "argdown")
    for format in ["text", "json"] {
      try expectNoTraces("annotate", "essay.txt", "list", "--format", format)
      try expectNoTraces("reply", "essay.txt", "list", "--format", format)
      try expectNoTraces("library", "list", "--format", format)
      try expectNoTraces("library", "search", "trust", "--format", format)
    }
    try expectNoTraces("reply", "essay.txt", "show", String(reply))
    try expectNoTraces("reply", "essay.txt", "send", String(reply), "--to", "-")
  }

  @Test func itIsSaidOnceOnStandardError() throws {
    let run = try bench.run("text", "essay.txt")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("essay.txt: "))
    #expect(run.errors.contains("hidden characters; each is shown as a mark"))
  }

  /// What has work to do in a script or an emoji is not hidden, and is not taken away.
  @Test func whatIsNeededStays() throws {
    let text = "نامه‌ها را می‌خوانیم 👩‍⚕️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 葛󠄀 क्ष\u{200D} 1️⃣"
    try bench.write(text, to: "other.txt")
    let run = try bench.run("text", "other.txt")
    #expect(run.output == text + "\n")
    #expect(run.errors == "")
  }
}
