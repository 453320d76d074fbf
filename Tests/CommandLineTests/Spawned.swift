import CSpawn
import Glibc
import Testing

/// Where a child's standard streams lead.
struct SpawnedFiles {
  var input: String
  var output: String
  var errors: String
}

/// A child process.
struct Spawned {
  private let identifier: pid_t

  /// - Parameter inNewSession: Whether the child gets a session of its own, in which the terminal
  ///   that it opens becomes the controlling one.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    files: SpawnedFiles, inNewSession: Bool = false
  ) throws {
    identifier = Self.withStrings([program] + arguments) { argv in
      Self.withStrings(environment.map { $0.key + "=" + $0.value }) { envp in
        rj_spawn(
          program, argv, envp, folder, files.input, files.output, files.errors,
          inNewSession ? 1 : 0)
      }
    }
    try #require(identifier > 0, "\(program): \(String(cString: strerror(-identifier)))")
  }

  /// The exit status, or the negated number of the signal that ended the child.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  private static func withStrings(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// The near end of a pseudo-terminal.
final class PseudoTerminal {
  /// Path of the far end.
  let name: String
  private let descriptor: Int32

  init(columns: Int32, rows: Int32) throws {
    var buffer = [CChar](repeating: 0, count: 128)
    descriptor = rj_pseudo_terminal(columns, rows, &buffer, 128)
    try #require(descriptor >= 0)
    name = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Reads all that is shown until the far end is closed, types once `needle` has appeared, and
  /// closes the terminal. To be called once.
  ///
  /// To be called with the far end open, which it is as soon as a child was spawned on it. A child
  /// that says nothing for a time that no healthy machine needs is hung up.
  func converse(until needle: String, typing keys: String) -> String {
    var shown: [UInt8] = []
    var isTyped = keys.isEmpty
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 30_000) > 0 else { break }
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      shown += chunk[..<count]
      if !isTyped, String(decoding: shown, as: UTF8.self).contains(needle) {
        isTyped = true
        _ = keys.withCString { Glibc.write(descriptor, $0, strlen($0)) }
      }
    }
    close(descriptor)
    return String(decoding: shown, as: UTF8.self)
  }
}
