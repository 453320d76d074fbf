import Glibc

@testable import Delivery

/// A tmux server of a test's own.
final class TmuxServer {
  /// What a program in a pane of this server's needs to find it.
  let environment: [String: String]
  private let folder: TemporaryFolder
  private let name: String

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(_ name: String, in folder: TemporaryFolder) throws {
    self.name = name
    self.folder = folder
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    environment = [
      "PATH": path, "TERM": "xterm", "LANG": "C.UTF-8", "SHELL": "/bin/sh",
      "TMUX_TMPDIR": folder.path,
    ]
    try run(["new-session", "-d", "-x", "80", "-y", "24", "cat"])
  }

  deinit {
    _ = try? tmux(["kill-server"]).run()
    // The socket lies in a folder of tmux' own.
    _ = unlink(socket)
    _ = rmdir(folder.file("tmux-\(getuid())"))
  }

  var socket: String { folder.file("tmux-\(getuid())") + "/" + name }

  private func tmux(_ arguments: [String]) -> ChildProcess {
    ChildProcess(
      program: "tmux", arguments: ["-L", name, "-f", "/dev/null"] + arguments,
      environment: environment, isShown: false)
  }

  func run(_ arguments: [String]) throws {
    guard try tmux(arguments).run() == .exit(0) else {
      throw Failure(description: "tmux \(arguments.joined(separator: " "))")
    }
  }

  /// The newest paste buffer, `nil` where there is none.
  func buffer() throws -> String? {
    let output = folder.file(name + ".buffer")
    _ = unlink(output)
    guard try tmux(["save-buffer", output]).run() == .exit(0) else { return nil }
    return String(decoding: try readBytes(of: output), as: UTF8.self)
  }
}

/// Asks again and again until `condition` holds; gives up after a time that no healthy machine needs.
func eventually(_ condition: () throws -> Bool) throws -> Bool {
  let clock = ContinuousClock()
  let deadline = clock.now + .seconds(30)
  while clock.now < deadline {
    if try condition() { return true }
  }
  return false
}
