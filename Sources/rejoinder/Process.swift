internal import Application
internal import Glibc

/// What the process knows of itself.
enum Process {
  /// The environment and the present folder, read once for everybody.
  static var environment: SessionEnvironment {
    var entries: [(name: String, value: String)] = []
    var entry = environ
    while let pointer = entry.pointee {
      let text = String(cString: pointer)
      if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        entries.append(
          (String(text[..<equals]), String(text[text.utf8.index(after: equals)...])))
      }
      entry += 1
    }
    let folder = getcwd(nil, 0).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return SessionEnvironment(entries: entries, folder: folder ?? "/")
  }

  /// Where files may not become any larger, writing fails and the reader hears of it; unasked, the
  /// system would end the process, and with it what is on the screen.
  static func surviveFileLimits() {
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Stops the whole job, as the terminal's own stop key would, until the shell continues it.
  static func stop() {
    var ours = sigaction()
    var usual = sigaction()
    usual.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &usual, &ours)
    kill(0, SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
  }
}
