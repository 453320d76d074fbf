/// What `curl` says of an answer, apart from the page.
struct Response: Sendable, Hashable {
  var status: Int
  var contentType: String
  /// Where redirects ended.
  var address: String

  /// Written by `curl` on standard error after everything else.
  static func format(mark: String) -> String {
    "%{stderr}\n\(mark)\n%{http_code}\n%{content_type}\n%{url_effective}\n"
  }

  /// - Returns: What follows `mark`, and what `curl` said before it; without a response where it got
  ///   none.
  static func parse(_ text: String, mark: String) -> (response: Response?, complaint: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.lastIndex(of: mark)
    let complaint = lines[..<(place ?? lines.endIndex)].first { !$0.isEmpty } ?? ""
    guard let place, place + 3 < lines.count, let status = Int(lines[place + 1]), status > 0 else {
      return (nil, complaint)
    }
    return (
      Response(status: status, contentType: lines[place + 2], address: lines[place + 3]), complaint
    )
  }

  /// Why there is no page in it, if so.
  func objection(to address: Address) -> FetchError? {
    func error(_ kind: FetchError.Kind, _ why: String) -> FetchError {
      FetchError(kind, "\(address): \(why)")
    }
    switch status {
    case 200, 203, 206, 226: break
    case 401, 407:
      return error(
        .forbidden, "asks for a login (\(status)); save the page from a browser and open that")
    case 402:
      return error(.forbidden, "asks for money (402); save the page from a browser and open that")
    case 403, 451:
      return error(.forbidden, "may not be read (\(status)); try it in a browser")
    case 404: return error(.missing, "there is no such page (404); check the address")
    case 410: return error(.missing, "the page is gone (410); an archive may have it")
    case 408, 425, 429:
      return error(.tryAgain, "the host asks to wait (\(status)); try again later")
    case 500...: return error(.unavailable, "the host is in trouble (\(status)); try again later")
    case 201..<300:
      return error(.unreadable, "the answer holds no page (\(status)); check the address")
    case 300..<400:
      return error(
        .protocolBroken, "is sent elsewhere, but not where (\(status)); try it in a browser")
    default:
      return error(
        .protocolBroken, "the host does not take the request (\(status)); check the address")
    }
    if Self.isLogin(self.address), !Self.isLogin(address.text) {
      return error(.forbidden, "leads to a login page; save the page from a browser and open that")
    }
    return nil
  }

  /// Whether the path of an address says that somebody shall log in there.
  static func isLogin(_ address: String) -> Bool {
    let path = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
      .joined(separator: "/").prefix { $0 != "?" && $0 != "#" }.lowercased()
    let words: Set<Substring> = [
      "login", "signin", "sign-in", "sign_in", "log-in", "log_in", "logon", "sso", "authenticate",
      "wp-login",
    ]
    return path.split { !$0.isLetter && $0 != "-" && $0 != "_" }.contains { words.contains($0) }
  }
}
