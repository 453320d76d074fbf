internal import Dispatch
internal import Glibc
internal import Synchronization

/// A web server on the loopback address that answers each path as a test says. It lives as long as
/// the test holds it.
public final class LoopbackHost: Sendable {
  /// What is sent for a path.
  public struct Answer: Sendable {
    var head: String
    var body: [UInt8]
    /// Whether the connection stays open afterwards, as if more were to come.
    var stays = false

    /// - Parameter type: `Content-Type`; none where `nil`.
    public init(
      _ status: Int = 200, _ body: String = "", type: String? = "text/plain; charset=utf-8",
      headers: [String: String] = [:]
    ) {
      self.init(status, Array(body.utf8), type: type, headers: headers)
    }

    public init(
      _ status: Int = 200, _ body: [UInt8], type: String? = "text/plain; charset=utf-8",
      headers: [String: String] = [:]
    ) {
      var lines = ["HTTP/1.1 \(status) Words", "Connection: close"]
      if let type { lines.append("Content-Type: \(type)") }
      lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      head = lines.joined(separator: "\r\n") + "\r\n\r\n"
      self.body = body
    }

    /// Bytes that need not keep to any protocol.
    public init(raw: String) {
      head = raw
      body = []
    }

    /// The same, but the end never comes.
    public var withoutEnd: Answer {
      var answer = self
      answer.stays = true
      return answer
    }
  }

  public let port: Int
  private let descriptor: Int32
  private let answers: Mutex<[String: Answer]>
  private let asked = Mutex<[String]>([])

  /// - Returns: `nil` where the system has no port to give.
  public init?(_ answers: [String: Answer]) {
    self.answers = Mutex(answers)
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let server = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(server, $0, length) == 0 && listen(server, 16) == 0
          && getsockname(server, $0, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard server >= 0, isBound else { return nil }
    _ = fcntl(server, F_SETFD, FD_CLOEXEC)
    DispatchQueue(label: "loopback \(port)").async { [weak self] in
      while true {
        let client = accept(server, nil, nil)
        guard client >= 0 else { return }
        guard let self else {
          _ = close(client)
          return
        }
        self.serve(client)
      }
    }
  }

  deinit {
    _ = shutdown(descriptor, Int32(SHUT_RDWR))
    _ = close(descriptor)
  }

  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  public func set(_ path: String, _ answer: Answer?) {
    answers.withLock { $0[path] = answer }
  }

  /// The heads of all requests so far.
  public var requests: [String] { asked.withLock { $0 } }

  private func serve(_ client: Int32) {
    _ = fcntl(client, F_SETFD, FD_CLOEXEC)
    var request: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while !request.ends(with: "\r\n\r\n") {
      let count = read(client, &chunk, chunk.count)
      guard count > 0 else {
        _ = close(client)
        return
      }
      request += chunk[..<count]
    }
    let head = String(decoding: request, as: UTF8.self)
    asked.withLock { $0.append(head) }
    let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let answer = answers.withLock { $0[path] } ?? Answer(404, "no")
    var rest = (Array(answer.head.utf8) + answer.body)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    // Whoever stays waits for a hand-up of the other side.
    if answer.stays { while read(client, &chunk, chunk.count) > 0 {} }
    _ = close(client)
  }
}

extension [UInt8] {
  fileprivate func ends(with end: String) -> Bool {
    suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
