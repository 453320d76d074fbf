internal import Glibc

/// Fetches pages with the reader's own `curl`, so that proxies and certificates are as they are set
/// up for everything else.
public struct Curl: Sendable {
  /// Bounds on what is asked of a host and taken from it.
  public struct Limits: Sendable {
    /// Of the page as it is read, after decompression.
    public var bytes = 16 << 20
    public var seconds = 120
    public var connectSeconds = 20
    public var redirects = 8

    public init() {}
  }

  /// The environment that `curl` finds, with the `PATH` by which it is found.
  let environment: [String: String]
  let limits: Limits

  public init(environment: [String: String], limits: Limits = Limits()) {
    self.environment = environment
    self.limits = limits
  }

  /// Fetches a page; blocks until it is there.
  ///
  /// - Parameters:
  ///   - cancel: Becomes readable when the reader has had enough; -1 for never.
  ///   - progress: Called with the bytes so far, not more often than ten times a second.
  public func page(
    at address: Address, cancel: Int32 = -1, progress: (Int) -> Void = { _ in }
  ) throws(FetchError) -> FetchedPage {
    let mark = "rejoinder-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let run = try Transfer(
      arguments(for: address, mark: mark), environment: environment, limit: limits.bytes
    ).run(cancel: cancel, progress: progress)
    let (response, complaint) = Response.parse(
      String(decoding: run.errors, as: UTF8.self), mark: mark)
    if run.ending == .cancelled { throw FetchError(.cancelled, "\(address): stopped") }
    if run.ending != .cut, let error = failure(run.ending, complaint, of: address) { throw error }
    if let objection = response?.objection(to: address) { throw objection }
    let page = FetchedPage(
      bytes: run.bytes, contentType: response?.contentType ?? "",
      address: response?.address ?? address.text, isCut: run.ending == .cut)
    if let objection = page.objection(to: address) { throw objection }
    return page
  }

  func arguments(for address: Address, mark: String) -> [String] {
    [
      "--silent", "--show-error", "--no-buffer", "--location", "--globoff", "--compressed",
      "--proto", "=http,https", "--proto-redir", "=http,https",
      "--max-redirs", "\(limits.redirects)", "--max-time", "\(limits.seconds)",
      "--connect-timeout", "\(limits.connectSeconds)", "--max-filesize", "\(limits.bytes)",
      "--speed-limit", "1", "--speed-time", "\(limits.connectSeconds)",
      "--user-agent", "rejoinder (curl)",
      "--header",
      "Accept: text/html, application/xhtml+xml, application/epub+zip, text/markdown, text/plain;q=0.9, */*;q=0.1",
      "--output", "-", "--write-out", Response.format(mark: mark), "--url", address.text,
    ]
  }

  /// What the end of `curl` means. Its numbers are those of its manual page.
  private func failure(
    _ ending: Transfer.Ending, _ complaint: String, of address: Address
  ) -> FetchError? {
    func error(_ kind: FetchError.Kind, _ why: String) -> FetchError {
      FetchError(kind, "\(address): \(why)")
    }
    guard case .exit(let status) = ending else {
      return error(.tryAgain, "curl was ended; try again")
    }
    switch status {
    case 0: return nil
    case 1: return error(.protocolBroken, "leads to something that is no web page; try a browser")
    case 3: return error(.usage, "is no address; check it")
    case 5, 6: return error(.unavailable, "\(address.host) is not known; check address and network")
    case 7: return error(.unavailable, "\(address.host) does not answer; check address and network")
    case 18, 55, 56: return error(.tryAgain, "the connection broke off; try again")
    case 28: return error(.tryAgain, "it took too long; try again")
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 83, 90, 91:
      return error(.protocolBroken, "the connection cannot be trusted: \(Self.reason(complaint))")
    case 47: return error(.protocolBroken, "sends from one address to the next without end")
    case 52: return error(.protocolBroken, "the host hung up without an answer; try again later")
    case 63:
      return error(
        .unreadable, "is larger than \(limits.bytes >> 20) MB; save it and open the file")
    case 8, 16, 61, 92:
      return error(.protocolBroken, "the answer makes no sense: \(Self.reason(complaint))")
    default:
      return error(.unavailable, "curl failed (\(status)): \(Self.reason(complaint))")
    }
  }

  /// `curl: (60) SSL certificate problem: …` without what stands before the words.
  private static func reason(_ complaint: String) -> String {
    guard complaint.hasPrefix("curl: ("), let end = complaint.firstIndex(of: ")") else {
      return complaint.isEmpty ? "no reason given" : complaint
    }
    return String(complaint[end...].dropFirst(2))
  }
}
