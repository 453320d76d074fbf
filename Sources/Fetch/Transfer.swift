internal import Glibc

/// One run of `curl`: what it writes is taken while it is written, as far as a limit.
struct Transfer {
  enum Ending: Sendable, Hashable {
    case exit(Int32)
    case signal(Int32)
    /// More came than is taken.
    case cut
    case cancelled
  }

  struct Outcome {
    var ending: Ending
    var bytes: [UInt8]
    /// Standard error, as far as it is of use.
    var errors: [UInt8]
  }

  private static let errorLimit = 64 << 10

  private let arguments: [String]
  private let environment: [String: String]
  private let limit: Int

  init(_ arguments: [String], environment: [String: String], limit: Int) {
    self.arguments = arguments
    self.environment = environment
    self.limit = limit
  }

  /// Runs it to its end. It never reads the terminal: standard input is empty.
  func run(cancel: Int32, progress: (Int) -> Void) throws(FetchError) -> Outcome {
    guard let program = executable else {
      throw FetchError(
        .unavailable, "curl: it is not on the PATH; install it, or save the page and open the file")
    }
    var output = try Pipe()
    var errors = try Pipe()
    let child = try spawn(program, output: output, errors: errors)
    output.closeWriteEnd()
    errors.closeWriteEnd()
    var outcome = Outcome(ending: .exit(0), bytes: [], errors: [])
    if let early = collect(output, errors, cancel: cancel, into: &outcome, progress: progress) {
      kill(child, SIGKILL)
      _ = Self.wait(for: child)
      outcome.ending = early
    } else {
      outcome.ending = Self.wait(for: child)
    }
    return outcome
  }

  // MARK: Taking

  /// Takes what comes until both pipes have ended.
  ///
  /// - Returns: Why it stopped earlier, if it did.
  private func collect(
    _ output: borrowing Pipe, _ errors: borrowing Pipe, cancel: Int32, into outcome: inout Outcome,
    progress: (Int) -> Void
  ) -> Ending? {
    var waited = [
      pollfd(fd: output.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: cancel, events: Int16(POLLIN), revents: 0),
    ]
    var told = 0
    var next = Self.now()
    while waited[0].fd >= 0 || waited[1].fd >= 0 {
      let wait = told == outcome.bytes.count ? -1 : max(0, next - Self.now())
      let count = poll(&waited, 3, Int32(clamping: wait))
      if count < 0, errno != EINTR { return nil }
      if told != outcome.bytes.count, Self.now() >= next {
        told = outcome.bytes.count
        next = Self.now() + Self.pause
        progress(told)
      }
      guard count > 0 else { continue }
      if waited[2].revents != 0 { return .cancelled }
      if waited[0].revents != 0 {
        if !Self.read(waited[0].fd, into: &outcome.bytes) { waited[0].fd = -1 }
        if outcome.bytes.count > limit {
          outcome.bytes.removeLast(outcome.bytes.count - limit)
          return .cut
        }
      }
      if waited[1].revents != 0 {
        if !Self.read(waited[1].fd, into: &outcome.errors) { waited[1].fd = -1 }
        let excess = outcome.errors.count - Self.errorLimit
        if excess > 0 { outcome.errors.removeFirst(excess) }
      }
    }
    return nil
  }

  /// Milliseconds between two words on how much has come.
  private static let pause: Int64 = 100

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// - Returns: Whether more may come.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var isOpen = true
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
      if count > 0 { bytes.append(contentsOf: chunk[..<count]) }
      isOpen = count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
    }
    return isOpen
  }

  // MARK: Running

  /// `curl` by the `PATH` that it is to find.
  private var executable: String? {
    (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").lazy
      .map { $0 + "/curl" }.first { access($0, X_OK) == 0 }
  }

  private func spawn(
    _ program: String, output: borrowing Pipe, errors: borrowing Pipe
  ) throws(FetchError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writeEnd, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A group of its own: the terminal's interrupt is for the reader.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
    var identifier: pid_t = 0
    let words = ([program] + arguments).map { strdup($0) }
    let variables = environment.map { strdup($0.key + "=" + $0.value) }
    defer { for copy in words + variables { free(copy) } }
    let failure = posix_spawn(
      &identifier, program, &actions, &attributes, words + [nil], variables + [nil])
    guard failure == 0 else {
      throw FetchError(
        .unavailable,
        "\(program): cannot be run: \(String(cString: strerror(failure)).lowercased())")
    }
    return identifier
  }

  private static func wait(for identifier: pid_t) -> Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      if errno != EINTR { return .signal(0) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }
}

/// Both ends of a pipe, closed with its last use; a child gets neither unless it is told to.
private struct Pipe: ~Copyable {
  let readEnd: Int32
  let writeEnd: Int32
  private var isWriteEndOpen = true

  init() throws(FetchError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw FetchError(.unavailable, "curl: no file descriptors are left; close some programs")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    _ = close(readEnd)
    if isWriteEndOpen { _ = close(writeEnd) }
  }

  mutating func closeWriteEnd() {
    if isWriteEndOpen { _ = close(writeEnd) }
    isWriteEndOpen = false
  }
}
