import Testing

@testable import Fetch

/// What a host's answer means, without a host.
@Suite struct ResponseTests {
  private let address: Address

  init() throws {
    address = try Address("http://example.org/essay")
  }

  @Test func isReadFromWhatCurlSays() {
    let text = "curl: (6) words\n\nmark\n200\ntext/html; charset=x\nhttp://example.org/there\n"
    let (response, complaint) = Response.parse(text, mark: "mark")
    #expect(
      response
        == Response(
          status: 200, contentType: "text/html; charset=x", address: "http://example.org/there"))
    #expect(complaint == "curl: (6) words")
    #expect(Response.parse("curl: (7) no\nmark\n000\n\n\n", mark: "mark").response == nil)
    #expect(Response.parse("", mark: "mark").response == nil)
  }

  @Test(arguments: [
    (401, FetchError.Kind.forbidden), (403, .forbidden), (404, .missing), (410, .missing),
    (429, .tryAgain), (500, .unavailable), (503, .unavailable), (400, .protocolBroken),
    (302, .protocolBroken), (204, .unreadable),
  ])
  func statusesMeanSomething(status: Int, kind: FetchError.Kind) {
    let response = Response(status: status, contentType: "", address: address.text)
    let error = response.objection(to: address)
    #expect(error?.kind == kind)
    #expect(error?.description.contains("\(status)") == true)
    #expect(error?.description.contains(";") == true)
  }

  @Test(arguments: [
    ("http://example.org/login?next=essay", true), ("http://example.org/wp-login.php", true),
    ("http://id.example.org/user/sign-in/", true), ("http://example.org/essay/2", false),
    ("http://example.org/against-logins-in-general", false),
  ])
  func aLoginPageIsKnownByItsAddress(landed: String, isLogin: Bool) {
    let response = Response(status: 200, contentType: "text/html", address: landed)
    #expect((response.objection(to: address)?.kind == .forbidden) == isLogin)
  }

  @Test func theTypeIsTakenApart() {
    let page = FetchedPage(
      bytes: [], contentType: "Text/HTML ; Charset=\"ISO-8859-1\"", address: "", isCut: false)
    #expect(page.mediaType == "text/html")
    let bare = FetchedPage(bytes: [], contentType: "", address: "", isCut: false)
    #expect(bare.mediaType == nil)
  }

  @Test(arguments: [
    ("image/png", "x", FetchError.Kind.unreadable), ("application/json", "{}", .unreadable),
    ("text/html", "", .unreadable),
    ("text/html", "<div id=app></div><SCRIPT>let words = 'many'</SCRIPT>", .unreadable),
    ("text/html", "<script>var a = '<p>'", .unreadable),
    ("text/html", "<p>Members</p><input name=p TYPE=\"password\">", .forbidden),
  ])
  func aPageWithoutTextIsRefused(type: String, body: String, kind: FetchError.Kind) {
    let page = FetchedPage(
      bytes: Array(body.utf8), contentType: type, address: address.text, isCut: false)
    #expect(page.objection(to: address)?.kind == kind)
  }

  @Test func aPageWithTextIsNot() {
    let words = String(repeating: "<p>Words of an essay stand here.</p>", count: 10)
    for body in [words + "<script>x</script>", words + "<input type=password>", "<p>Short.</p>"] {
      let page = FetchedPage(
        bytes: Array(body.utf8), contentType: "text/html", address: "", isCut: false)
      #expect(page.objection(to: address) == nil, "\(body)")
    }
  }
}
