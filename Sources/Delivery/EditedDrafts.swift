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
  /// - Parameters:
  ///   - folder: Made where it is missing.
  ///   - owner: What it is a draft of; see ``EditedDraft/owner``.
  /// - Returns: The file's path, to be removed when the other program is done, and what tells other sessions
  ///   until then that it is in use.
  static func write(
    _ text: String, in folder: String, of owner: String? = nil
  ) throws(SystemFailure) -> (path: String, SessionLife) {
    try makeFolder(at: folder)
    let file = try NewFile(in: folder, prefix: prefix(of: text), suffix: suffix, mode: 0o600)
    do throws(SystemFailure) {
      try file.setMode(0o600)
      let life = try SessionLife(beside: file.path, of: owner)
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

  /// Takes back what editors have written and no session has taken: because the editor failed, or because
  /// the session was ended. What an editor has not changed is removed, since the library has its words, and
  /// what a session or its editor still has is left to them.
  ///
  /// - Parameter keep: Is handed each draft of which it is known whose it is, one after the other and no draft
  ///   twice, whatever other sessions do; where it returns that it has kept the words, the file is removed.
  /// - Returns: The paths of the files that stay.
  public static func takeBack(
    in folder: String, keep: (EditedDraft) -> Bool
  ) -> [String] {
    names(in: folder).filter { name in
      guard name.hasPrefix("draft-"), name.hasSuffix(suffix) else { return false }
      return stays(folder + "/" + name, named: name, keep)
    }.map { folder + "/" + $0 }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }

  /// - Returns: Whether words stay in the file that nobody works on.
  private static func stays(
    _ path: String, named name: String, _ keep: (EditedDraft) -> Bool
  ) -> Bool {
    // As long as this holds the lock, no other session takes the draft.
    let life: SessionLife?
    switch SessionLife.takeOver(beside: path) {
    case .going: return false
    case .over(let found): life = found
    case .unknown: life = nil
    }
    guard let bytes = try? readBytes(of: path) else {
      life?.leave()
      return false
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard name.hasPrefix(prefix(of: text)) || isKept(text, named: name, of: life?.owner, keep)
    else {
      life?.leave()
      return true
    }
    _ = unlink(path)
    life?.end()
    return false
  }

  private static func isKept(
    _ text: String, named name: String, of owner: String?, _ keep: (EditedDraft) -> Bool
  ) -> Bool {
    guard let owner else { return false }
    let words = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return keep(EditedDraft(name: name, text: words, owner: owner))
  }
}

/// What an editor has written.
public struct EditedDraft: Sendable, Hashable {
  /// Its file's name, which no other draft has.
  public let name: String
  /// Without the line feed at its end, with U+FFFD for bytes that are not UTF-8.
  public let text: String
  /// What was given with the draft to ``ExternalEditor/run(_:command:folder:owner:environment:)``, so that it
  /// is known whose it is.
  public let owner: String
}

/// Tells other sessions that this one, or the editor that it has started, is alive: a lock that the system
/// releases however they end. The lock's file says what the draft beside it is a draft of.
struct SessionLife {
  private let path: String
  let descriptor: Int32
  let owner: String?

  enum Finding {
    /// Somebody has the draft.
    case going
    /// Whoever had it has gone; the lock is held from now on.
    case over(SessionLife)
    /// There is no lock.
    case unknown
  }

  static func path(beside file: String) -> String { file + ".lock" }

  init(beside file: String, of owner: String? = nil) throws(SystemFailure) {
    path = Self.path(beside: file)
    self.owner = owner
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(reason: .last) }
    let words = Array((owner ?? "").utf8)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      write(descriptor, words, words.count) == words.count
    else {
      let reason = SystemReason.last
      _ = close(descriptor)
      throw SystemFailure(reason: reason)
    }
  }

  private init(path: String, descriptor: Int32, owner: String?) {
    self.path = path
    self.descriptor = descriptor
    self.owner = owner
  }

  /// Takes the lock that a session left.
  static func takeOver(beside file: String) -> Finding {
    let path = path(beside: file)
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return .unknown }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      _ = close(descriptor)
      return .going
    }
    let owner = (try? readBytes(of: path)).map { String(decoding: $0, as: UTF8.self) }
    return .over(
      SessionLife(
        path: path, descriptor: descriptor, owner: owner?.isEmpty == false ? owner : nil))
  }

  /// Removes the lock and releases it.
  func end() {
    _ = unlink(path)
    _ = close(descriptor)
  }

  /// Releases the lock, and lets it tell of the draft that stays. Not only for this process: what the editor
  /// left running has nothing to do with the draft any more.
  func leave() {
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }
}
