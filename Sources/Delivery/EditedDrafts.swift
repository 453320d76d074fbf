internal import Glibc
internal import RejoinderCore

/// The folder of the drafts that editors and tmux have at this moment, and of those that a session left
/// there when it was ended.
public enum EditedDrafts {
  static let suffix = ".md"

  /// Names a file by what is in it at first: what is still the same when the session has ended was never
  /// changed.
  static func prefix(of text: String) -> String {
    "draft-" + Fingerprint(of: text).digits + "-"
  }

  /// Puts a draft into a file that its owner alone can read, for another program.
  ///
  /// - Parameter folder: Made where it is missing.
  /// - Returns: The file's path, to be removed when the other program is done, and what tells other sessions
  ///   until then that it is in use.
  static func write(
    _ text: String, in folder: String
  ) throws(SystemFailure) -> (path: String, SessionLife) {
    try makeFolder(at: folder)
    let file = try NewFile(in: folder, prefix: prefix(of: text), suffix: suffix, mode: 0o600)
    do throws(SystemFailure) {
      try file.setMode(0o600)
      let life = try SessionLife(beside: file.path)
      try file.fill(Array(text.utf8))
      return (file.path, life)
    } catch {
      _ = unlink(file.path)
      _ = unlink(SessionLife.path(beside: file.path))
      throw error
    }
  }

  /// Makes a folder and those above it, for their owner alone; those that are there stay as they are.
  static func makeFolder(at path: String) throws(SystemFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      if mkdir(made, 0o700) == 0 {
        guard chmod(made, 0o700) == 0 else { throw SystemFailure(reason: .last) }
      } else if errno != EEXIST {
        let reason = SystemReason.last
        var status = stat()
        // A file system that is read-only may say so of folders that are there.
        if stat(made, &status) != 0 { throw SystemFailure(reason: reason) }
      }
    }
  }

  /// What editors have written for sessions that were ended before they could take it back: the paths of
  /// the files. Those that no editor has changed are removed, since the library has their words.
  public static func leftBehind(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    _ = closedir(directory)
    var left: [String] = []
    for name in names.sorted() where name.hasPrefix("draft-") && name.hasSuffix(suffix) {
      let path = folder + "/" + name
      guard !SessionLife.isGoing(beside: path), let bytes = try? readBytes(of: path) else {
        continue
      }
      _ = unlink(SessionLife.path(beside: path))
      if name.hasPrefix(prefix(of: String(decoding: bytes, as: UTF8.self))) {
        _ = unlink(path)
      } else {
        left.append(path)
      }
    }
    return left
  }
}

/// Tells other sessions that this one is alive: a lock that the system releases however the session ends.
struct SessionLife {
  private let path: String
  private let descriptor: Int32

  static func path(beside file: String) -> String { file + ".lock" }

  init(beside file: String) throws(SystemFailure) {
    path = Self.path(beside: file)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(reason: .last) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = SystemReason.last
      _ = close(descriptor)
      throw SystemFailure(reason: reason)
    }
  }

  func end() {
    _ = unlink(path)
    _ = close(descriptor)
  }

  static func isGoing(beside file: String) -> Bool {
    let descriptor = open(path(beside: file), O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { _ = close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }
}
