import FoundationEssentials
import Glibc
import RejoinderCore
import TerminalKit
import Testing
import VirtualTerminal

/// The program at the far end of a real SSH connection that breaks.
@Suite(.serialized) struct SSHTests {
  /// A server of the test's own, on a port of its own, for one user with one key.
  private final class Server {
    let folder: TemporaryFolder
    let port: Int
    private let terminal: VirtualTerminal

    init(at desk: Desk) throws {
      folder = try TemporaryFolder()
      for name in ["host", "user"] {
        try Self.run(
          "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", folder.file(name)])
      }
      let key = try Data(contentsOf: URL(filePath: folder.file("user.pub")))
      try folder.write(String(decoding: key, as: UTF8.self), to: "authorized")
      chmod(folder.file("authorized"), 0o600)
      // Root's server wants this folder, which the system makes when it starts its own.
      if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
      var listening: (Int, VirtualTerminal)?
      // Somebody else may take a free port before the server does.
      for _ in 0..<10 where listening == nil {
        listening = try Self.listen(in: folder, for: desk)
      }
      (port, terminal) = try #require(listening)
    }

    /// A server that listens, with its port; `nil` where the port was taken.
    private static func listen(
      in folder: TemporaryFolder, for desk: Desk
    ) throws -> (Int, VirtualTerminal)? {
      let port = try freePort()
      try folder.write(
        """
        Port \(port)
        ListenAddress 127.0.0.1
        HostKey \(folder.file("host"))
        AuthorizedKeysFile \(folder.file("authorized"))
        PidFile \(folder.file("pid"))
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        SetEnv LANG=C.UTF-8 HOME=\(desk.folder.path) REJOINDER_HOME=\(desk.library)

        """, to: "sshd_config")
      let terminal = try VirtualTerminal(size: Size(columns: 200, rows: 20))
      try terminal.spawn(
        try path(of: "sshd"), ["-D", "-e", "-f", folder.file("sshd_config")],
        environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
      try terminal.wait("the server to listen") {
        terminal.text.contains("Server listening on 127.0.0.1 port \(port)")
          || terminal.text.contains("Cannot bind any address")
      }
      if terminal.text.contains("Server listening") { return (port, terminal) }
      _ = try terminal.waitForStatus()
      return nil
    }

    deinit {
      kill(terminal.process, SIGTERM)
      _ = try? terminal.waitForStatus()
    }

    /// A client that runs the reader at the far end.
    func connect(to desk: Desk) throws -> VirtualTerminal {
      let client = try VirtualTerminal(size: Size(columns: 100, rows: 30), keeping: desk.folder)
      try client.spawn(
        try Self.path(of: "ssh"),
        [
          "-F", "/dev/null", "-tt", "-p", "\(port)", "-i", folder.file("user"),
          "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no",
          "-o", "UserKnownHostsFile=\(folder.file("known_hosts"))", "-o", "LogLevel=ERROR",
          "127.0.0.1", "exec '\(Desk.program)' read '\(desk.essay)'",
        ], environment: desk.environment)
      try client.waitForClaims()
      return client
    }

    private static func path(of program: String) throws -> String {
      let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
      return try #require(
        folders.map { $0 + "/" + program }.first { access($0, X_OK) == 0 },
        "\(program) is not there; Tools/need tests installs it")
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
      let terminal = try VirtualTerminal(size: Size(columns: 80, rows: 5))
      try terminal.spawn(try path(of: program), arguments, environment: [:])
      try #require(try terminal.waitForStatus() == .exited(0), "\(program): \(terminal.text)")
    }

    /// A port that the system has just given away and taken back.
    private static func freePort() throws -> Int {
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(socket) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          bind(socket, address, size) == 0 && getsockname(socket, address, &size) == 0
        }
      }
      try #require(isBound)
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }

  /// The client dies while somebody types, as when a laptop is closed or a network goes.
  @Test(arguments: [SIGKILL, SIGHUP])
  func aDroppedConnectionLosesNothing(signal: Int32) throws {
    let desk = try Desk()
    let server = try Server(at: desk)
    let client = try server.connect(to: desk)
    try client.openReply()
    let words = (1...60).map { "w\($0)" }.joined(separator: " ")
    client.type(words)
    // What is on the screen has gone to the far end and back.
    try client.wait("the last word") { client.text.contains("w60") }
    kill(client.process, signal)
    _ = try client.waitForStatus()
    try client.wait("the far end to keep the draft") {
      desk.drafts().first?.hasSuffix(words) == true
    }

    // On return it is there, complete, and goes on.
    let next = try server.connect(to: desk)
    next.press("r")
    try next.wait("the draft") { next.text.contains("w60") && next.status.contains("saved") }
    next.type(" and more")
    try next.wait(forText: "and more")
    try next.waitUntilSaved()
    #expect(desk.drafts().count == 1)
    #expect(desk.drafts().first?.hasSuffix(words + " and more") == true)
    next.press("Esc")
    try next.waitForStatus("kept")
    next.press("q")
    _ = try next.waitForStatus()
  }
}
