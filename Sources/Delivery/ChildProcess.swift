internal import Glibc

/// A program that is run and waited for.
struct ChildProcess {
  enum Ending: Sendable, Hashable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Looked up in `PATH` where it holds no slash.
  var program: String
  /// Without the program's own name.
  var arguments: [String]
  /// What it finds in its environment; `nil` for what this process has.
  var environment: [String: String]?
  /// A file that it reads as standard input; `nil` for this process' own.
  var input: String?
  /// A descriptor that it has too, under the same number, as long as it runs.
  var shared: Int32?
  /// Whether it shares standard output and error; otherwise they are dropped.
  var isShown = true

  /// Runs the program with default signal handling, and blocks until it ends.
  func run() throws(SystemFailure) -> Ending {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
    // Onto itself: that alone lets it stay open.
    if let shared { posix_spawn_file_actions_adddup2(&actions, shared, shared) }
    if !isShown {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    resetSignals(&attributes)

    var identifier: pid_t = 0
    let variables = environment?.map { $0.key + "=" + $0.value }
    let failure = withStrings([program] + arguments) { argv in
      guard let variables else {
        return posix_spawnp(&identifier, program, &actions, &attributes, argv, environ)
      }
      return withStrings(variables) { envp in
        posix_spawnp(&identifier, program, &actions, &attributes, argv, envp)
      }
    }
    guard failure == 0 else { throw SystemFailure(reason: SystemReason(code: failure)) }
    return try Self.wait(for: identifier)
  }

  /// What this process ignores or blocks is its own affair.
  private func resetSignals(_ attributes: inout posix_spawnattr_t) {
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
  }

  private static func wait(for identifier: pid_t) throws(SystemFailure) -> Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      if errno != EINTR { throw SystemFailure(reason: .last) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Lends `strings` as C has it: an array of pointers that ends in a null pointer.
  private func withStrings(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
