internal import Glibc
internal import RejoinderCore

/// The folder of the drafts that editors and tmux have at this moment, and of those that nobody has taken back:
/// because the editor failed, or because the session was ended.
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
    let (path, life) = try reserve(prefix(of: text), in: folder, of: owner)
    do throws(SystemFailure) {
      let file = try NewFile(at: path, mode: 0o600)
      try file.setMode(0o600)
      try file.fill(Array(text.utf8))
      return (path, life)
    } catch {
      _ = unlink(path)
      life.end()
      throw error
    }
  }

  /// Locks a name that nothing has.
  private static func reserve(
    _ prefix: String, in folder: String, of owner: String?
  ) throws(SystemFailure) -> (path: String, SessionLife) {
    var reason = SystemReason(code: EEXIST)
    for _ in 0..<16 {
      let path = folder + "/" + prefix + NewFile.mark() + suffix
      do throws(SystemFailure) {
        return (path, try SessionLife(beside: path, of: owner))
      } catch {
        reason = error.reason
      }
      if reason.code != EEXIST, reason.code != EWOULDBLOCK { break }
    }
    throw SystemFailure(reason: reason)
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

  /// Takes back what editors have and no session has taken. What a session or its editor still has is left to
  /// them, and so are bytes that are not UTF-8: as text they would not be the same.
  ///
  /// - Parameter keep: Is handed each draft of which it is known whose it is, one after the other and no draft
  ///   twice, whatever other sessions do; where it returns that the words are kept, the file is removed.
  /// - Returns: The files that stay, but for those that a living session has.
  public static func takeBack(
    in folder: String, keep: (EditedDraft) -> Bool
  ) -> [LeftDraft] {
    let names = names(in: folder).filter { $0.hasPrefix("draft-") }
    let left = names.filter { $0.hasSuffix(suffix) }.compactMap { name in
      let path = folder + "/" + name
      return stay(of: path, named: name, keep).map { LeftDraft(path: path, reason: $0) }
    }
    for name in names where name.hasSuffix(suffix + SessionLife.suffix) {
      removeLock(beside: folder + "/" + name.dropLast(SessionLife.suffix.count))
    }
    return left
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

  /// - Returns: Why the file stays though no session works on it; `nil` where one does, or it has gone.
  private static func stay(
    of path: String, named name: String, _ keep: (EditedDraft) -> Bool
  ) -> LeftDraft.Reason? {
    // As long as this holds the lock, no other session takes the draft.
    let life: SessionLife?
    switch SessionLife.takeOver(beside: path) {
    case .going: return nil
    case .outlived: return isThere(path) ? .held : nil
    case .over(let found): life = found
    case .unknown: life = nil
    }
    if let reason = take(path, named: name, of: life?.owner, keep) {
      life?.leave()
      return isThere(path) ? reason : nil
    }
    _ = unlink(path)
    life?.end()
    return nil
  }

  /// Of a draft without an owner the library has what the editor did not change.
  ///
  /// - Returns: Why the words are nowhere else; `nil` where they are.
  private static func take(
    _ path: String, named name: String, of owner: String?, _ keep: (EditedDraft) -> Bool
  ) -> LeftDraft.Reason? {
    guard let bytes = try? readBytes(of: path) else { return .unkept }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes) else { return .notUTF8 }
    let isChanged = !name.hasPrefix(prefix(of: text))
    guard let owner else { return isChanged ? .unkept : nil }
    let words = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let draft = EditedDraft(name: name, text: words, owner: owner, isChanged: isChanged)
    return keep(draft) ? nil : .unkept
  }

  /// Removes a lock that somebody left and whose draft has gone.
  private static func removeLock(beside path: String) {
    guard !isThere(path), case .over(let life) = SessionLife.takeOver(beside: path) else { return }
    // It is made before its draft: only now is it certain that there will be none.
    if isThere(path) { life.leave() } else { life.end() }
  }

  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
