internal import Glibc

/// A reply written to a file of the reader's choice.
public enum ReplyFile {
  public enum Outcome: Sendable, Hashable {
    /// `path` is absolute or as the reader gave it, `~` expanded.
    case written(path: String, bytes: Int)
    /// Something of that name exists and was left alone: ask, then write with `overwrite`.
    case exists(path: String)
  }

  /// Writes a reply so that the file is there whole or not at all.
  ///
  /// A new file gets 0644 less the process' mask; one that is replaced keeps its permissions, and a
  /// symbolic link its target. A line feed is added where the text does not end in one.
  ///
  /// - Parameters:
  ///   - path: A leading `~` stands for `home`.
  ///   - overwrite: Whether a file that exists may be replaced.
  ///   - home: The reader's home folder; without it `~` is a name like any other.
  public static func write(
    _ text: String, to path: String, overwrite: Bool, home: String?
  ) throws(DeliveryError) -> Outcome {
    let target = try target(path, home: home)
    if target.mode != nil, !overwrite { return .exists(path: target.path) }
    var bytes = Array(text.utf8)
    if !bytes.isEmpty, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    do {
      return try place(bytes, at: target, overwrite: overwrite)
        ? .written(path: target.path, bytes: bytes.count) : .exists(path: target.path)
    } catch {
      throw sentence(error.reason, target.path, existed: target.mode != nil)
    }
  }

  private struct Target {
    var path: String
    var folder: String
    /// Permissions of the file that is there.
    var mode: mode_t?
  }

  private static func target(_ path: String, home: String?) throws(DeliveryError) -> Target {
    let expanded = expand(path, home: home)
    guard !expanded.isEmpty, !expanded.utf8.contains(0), !expanded.hasSuffix("/") else {
      throw DeliveryError(
        .usage, "cannot write: \"\(path)\" names no file; give a file name. The draft is kept.")
    }
    var target = Target(path: expanded, folder: ".")
    var status = stat()
    if stat(expanded, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw DeliveryError(
          .cannotCreate,
          "cannot write: \(expanded): is not a plain file; choose another name. The draft is kept.")
      }
      target.mode = status.st_mode & 0o7777
      target.path = resolved(expanded)
    }
    if let slash = target.path.lastIndex(of: "/") {
      target.folder = slash == target.path.startIndex ? "/" : String(target.path[..<slash])
    }
    return target
  }

  /// The path that the system knows for one that a reader gave: a leading `~` stands for `home`.
  public static func expand(_ path: String, home: String?) -> String {
    guard let home, !home.isEmpty, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// - Returns: `false` where a file of that name came up in the meantime.
  private static func place(
    _ bytes: [UInt8], at target: Target, overwrite: Bool
  ) throws(SystemFailure) -> Bool {
    let file = try NewFile(in: target.folder, prefix: ".rejoinder-", suffix: ".tmp", mode: 0o644)
    var isPlaced = false
    defer { if !isPlaced { _ = unlink(file.path) } }
    // Before there are words in it that others could read.
    if let mode = target.mode { try file.setMode(mode) }
    try file.fill(bytes)
    if !overwrite {
      guard try claim(target.path) else { return false }
    }
    guard rename(file.path, target.path) == 0 else {
      let failure = SystemFailure(reason: .last)
      if !overwrite { _ = unlink(target.path) }
      throw failure
    }
    isPlaced = true
    syncFolder(target.folder)
    return true
  }

  /// Takes a name that nothing has by an empty file, so that the renaming that follows cannot
  /// replace anybody's words. A hard link would do it in one step, but not on every file system.
  private static func claim(_ path: String) throws(SystemFailure) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      _ = close(descriptor)
      return true
    }
    let failure = SystemFailure(reason: .last)
    if failure.reason.code == EEXIST { return false }
    throw failure
  }

  /// The name lasts a power cut only when its folder is on the disk too. Some file systems cannot do
  /// that; the file is there all the same.
  private static func syncFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func sentence(
    _ reason: SystemReason, _ path: String, existed: Bool
  ) -> DeliveryError {
    let kept = existed ? "The file and the draft are as they were" : "The draft is kept"
    return DeliveryError(
      reason.kind, "cannot write: \(path): \(reason.text). \(kept); choose another place.")
  }
}
