import LoopbackHost
import Testing

/// Essays by their address.
@Suite struct PageTests {
  let bench: Workbench
  let host: LoopbackHost

  init() throws {
    bench = try Workbench()
    host = try #require(LoopbackHost(["/essay": .init(200, Fixture.essay)]))
  }

  private var address: String { host.address("/essay") }

  @Test func isReadLikeAFile() throws {
    let run = try bench.run("text", address)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output == (try bench.run("text", "essay.txt").output))
    let report = try bench.run("claims", address, "--format", "json").output
    #expect(report.contains("\"source\": \"\(address)\""), "\(report.prefix(400))")
  }

  /// What the host says of encoding and format counts.
  @Test func isReadAsTheHostDeclaresIt() throws {
    let bytes = Array("Caf\u{E9}s should stay open late.".unicodeScalars.map { UInt8($0.value) })
    host.set("/latin", .init(200, bytes, type: "text/plain; charset=iso-8859-1"))
    #expect(try bench.run("text", host.address("/latin")).output.contains("Caf\u{E9}s should"))
    let words = String(repeating: "Cities should keep their libraries open. ", count: 12)
    host.set(
      "/page",
      .init(
        200,
        "<html><title>Late</title><nav><a href=/>Home</a></nav><article><h1>Late</h1>"
          + "<p>\(words)</p></article></html>", type: "text/html; charset=utf-8"))
    let run = try bench.run("text", host.address("/page"))
    #expect(run.output.hasPrefix("Late\n") && !run.output.contains("<"), "\(run.output)")
    #expect(!run.output.contains("Home"))
  }

  /// Every failure is one line with the status that says what to think of it.
  @Test(arguments: [
    (401, 77), (403, 77), (404, 66), (410, 66), (429, 75), (500, 69), (503, 69), (400, 76),
  ])
  func aRefusalHasItsStatus(code: Int, status: Int32) throws {
    host.set("/no", .init(code, "Some words that nobody asked for."))
    let run = try bench.run("text", host.address("/no"))
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("rejoinder: cannot fetch: \(host.address("/no")): "))
  }

  @Test func whatIsNoEssayIsRefused() throws {
    host.set("/script", .init(200, "<div></div><script>go()</script>", type: "text/html"))
    host.set("/login", .init(200, "<input type=password>", type: "text/html"))
    host.set("/image", .init(200, "x", type: "image/png"))
    host.set("/blank", .init(200, " \n "))
    for (path, status, word) in [
      ("/script", 65, "only script"), ("/login", 77, "login page"), ("/image", 65, "image/png"),
      ("/blank", 65, "no text"),
    ] as [(String, Int32, String)] {
      let run = try bench.run("claims", host.address(path))
      #expect(run.status == status && run.errorLines.count == 1, "\(path): \(run.errors)")
      #expect(run.errors.contains(word), "\(run.errors)")
    }
  }

  @Test func withoutCurlOrHost() throws {
    let run = try bench.run("text", address, changes: ["PATH": "/nowhere"])
    #expect(run.status == 69 && run.errors.contains("curl: it is not on the PATH"))
    let absent = try bench.run("text", "http://127.0.0.1:1/essay")
    #expect(absent.status == 69 && absent.errorLines.count == 1)
    #expect(try bench.run("text", "http://me:secret@127.0.0.1/").status == 64)
  }

  /// What lies in the library is read when the host cannot be, and a change is told.
  @Test func isKeptAndCompared() throws {
    let note = ["annotate", address, "add", "--start", "0", "--end", "3", "--as", "note"]
    #expect(try bench.run(note + ["--text", "Well."]).status == 0)
    let text = try bench.run("text", address).output

    host.set("/essay", .init(503, "Later."))
    let kept = try bench.run("text", address)
    #expect(kept.status == 0 && kept.output == text)
    #expect(kept.errorLines.count == 1)
    #expect(kept.errors.contains("this is the page as it was kept"))

    host.set("/essay", .init(200, Fixture.essay + "\n\nOne more paragraph came later."))
    let changed = try bench.run("text", address)
    #expect(changed.output.contains("came later"))
    #expect(changed.errors.contains("the page has changed"))
    #expect(try bench.run("annotate", address, "list").output.contains("Well."))

    host.set("/essay", nil)
    #expect(try bench.run("text", address).status == 66)
  }

  /// The host's words about the address stay words.
  @Test func noOrderComesOutOfAnAddress() throws {
    host.set("/x", .init(302, headers: ["Location": "http://127.0.0.1:\(host.port)/\u{1B}[666m"]))
    let run = try bench.run("text", host.address("/x"))
    #expect(run.status != 0)
    #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
  }
}
