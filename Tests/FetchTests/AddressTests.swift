import Testing

@testable import Fetch

@Suite struct AddressTests {
  @Test(arguments: [
    ("http://example.org", "http://example.org/"),
    ("HTTPS://Example.ORG/A/b?c=D#part", "https://example.org/A/b?c=D"),
    ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
    ("http://[::1]/x", "http://[::1]/x"),
    ("http://example.org?q=1", "http://example.org?q=1"),
  ])
  func isWrittenInOneWay(word: String, text: String) throws {
    #expect(Address.isAddress(word))
    #expect(try Address(word).text == text)
  }

  @Test(arguments: ["essay.txt", "ftp://example.org/", "file:///etc/passwd", "http:/x", "-", ""])
  func isNoAddress(word: String) {
    #expect(!Address.isAddress(word))
    #expect(throws: FetchError.self) { try Address(word) }
  }

  @Test(arguments: [
    "http://", "http:///path", "http://:80/", "http://a b/", "http://a/\u{1B}[2J", "http://a/\n",
    "http://" + String(repeating: "a", count: 9_000),
  ])
  func isRefused(word: String) {
    #expect { try Address(word) } throws: { ($0 as? FetchError)?.kind == .usage }
  }

  @Test func aPasswordIsRefusedAndNotRepeated() {
    #expect {
      try Address("http://me:secret@example.org/")
    } throws: {
      "\($0)".contains("example.org") && !"\($0)".contains("secret")
    }
  }
}
