import Glibc
import LoopbackHost
import Testing

@testable import Fetch

/// The real `curl` and a host on the loopback address.
@Suite struct CurlTests {
  private func curl(_ change: (inout Curl.Limits) -> Void = { _ in }) -> Curl {
    var limits = Curl.Limits()
    change(&limits)
    return Curl(environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"], limits: limits)
  }

  @Test func bringsAPageWithWhatIsSaidOfIt() throws {
    let host = try #require(
      LoopbackHost(["/a": .init(200, "", headers: ["Location": "/b"]), "/b": .init(200, "Words.")]))
    host.set("/a", .init(302, headers: ["Location": "/b"]))
    let page = try curl().page(at: Address(host.address("/a")))
    #expect(page.bytes == Array("Words.".utf8))
    #expect(page.contentType == "text/plain; charset=utf-8")
    #expect(page.address == host.address("/b"))
    #expect(!page.isCut)
    #expect(host.requests.allSatisfy { $0.lowercased().contains("accept-encoding: ") })
  }

  /// Limits hold, and what was refused says so.
  @Test(arguments: [
    ("/loop", FetchError.Kind.protocolBroken), ("/file", .protocolBroken),
    ("/nonsense", .protocolBroken), ("/silent", .protocolBroken), ("/endless", .tryAgain),
    ("/short", .tryAgain), ("/stated", .unreadable), ("/none", .missing),
  ])
  func refuses(path: String, kind: FetchError.Kind) throws {
    let host = try #require(
      LoopbackHost([
        "/loop": .init(302, headers: ["Location": "/loop"]),
        "/file": .init(302, headers: ["Location": "file:///etc/passwd"]),
        "/nonsense": .init(raw: "\u{1}\u{2} this is no answer\r\n\r\n"),
        "/silent": .init(raw: ""),
        "/endless": .init(200, "It begins.").withoutEnd,
        "/short": .init(200, "It breaks off.", headers: ["Content-Length": "5000"]),
        "/stated": .init(200, "Too long.", headers: ["Content-Length": "900000000"]),
      ]))
    let curl = curl {
      $0.seconds = 2
      $0.connectSeconds = 2
    }
    #expect {
      try curl.page(at: Address(host.address(path)))
    } throws: {
      ($0 as? FetchError)?.kind == kind
    }
  }

  @Test func takesNoMoreThanTheLimit() throws {
    let host = try #require(
      LoopbackHost(["/long": .init(200, String(repeating: "word ", count: 100_000))]))
    let page = try curl { $0.bytes = 1_000 }.page(at: Address(host.address("/long")))
    #expect(page.isCut && page.bytes.count == 1_000)
  }

  @Test func isStoppedByTheReader() throws {
    let host = try #require(LoopbackHost(["/slow": .init(200, "It begins.").withoutEnd]))
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var told: [Int] = []
    #expect {
      try curl().page(at: Address(host.address("/slow")), cancel: ends[0]) { bytes in
        told.append(bytes)
        _ = write(ends[1], "x", 1)
      }
    } throws: {
      ($0 as? FetchError)?.kind == .cancelled
    }
    #expect(told == [10])
  }

  @Test func saysWhatIsMissing() throws {
    let nobody = try #require(LoopbackHost([:])).port
    #expect {
      try curl().page(at: Address("http://127.0.0.1:\(nobody)/"))
    } throws: {
      ($0 as? FetchError)?.kind == .unavailable
    }
    #expect {
      try Curl(environment: ["PATH": "/nowhere"]).page(at: Address("http://127.0.0.1/"))
    } throws: {
      ($0 as? FetchError)?.kind == .unavailable && "\($0)".contains("curl: it is not on the PATH")
    }
  }
}
