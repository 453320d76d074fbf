import Glibc
import RejoinderCore
import Synchronization

extension JSONLibrary {
  /// The store's folder, or `nil` where nothing was ever stored.
  func openRoot() throws(LibraryError) -> Folder? {
    do {
      return try Folder.root(at: root, calls: calls, synced: synced)
    } catch {
      if error.code == ENOENT { return nil }
      throw LibraryError(
        .cannotCreate,
        "cannot open the store: \(root): \(error.reason); nothing was changed; \(error.advice)")
    }
  }

  func makeRoot() throws(LibraryError) -> Folder {
    do {
      try Folder.makeRoot(at: root, calls: calls, synced: synced)
      return try Folder.root(at: root, calls: calls, synced: synced)
    } catch {
      throw LibraryError(
        .cannotCreate,
        "cannot make the store: \(root): \(error.reason); nothing was saved; \(error.advice)")
    }
  }

  /// An essay's folder, or `nil` where there is none.
  func openEssay(
    _ id: EssayID, in root: borrowing Folder
  ) throws(LibraryError) -> Folder? {
    do {
      return try root.folder("essays").folder(id.rawValue)
    } catch {
      if error.code == ENOENT { return nil }
      let path = root.path(of: "essays/" + id.rawValue)
      if error.code == ENOTDIR || error.code == ELOOP {
        throw LibraryError(
          .damaged,
          "cannot open the essay: \(path): \(error.reason); it is left as it is; "
            + error.advice)
      }
      throw error.readingFailed(path)
    }
  }

  /// Runs `body` with the store's folder while no other session does so under the same name.
  func withLock<Result>(
    _ name: String, _ body: (borrowing Folder) throws(LibraryError) -> Result
  ) throws(LibraryError) -> Result {
    let root = try makeRoot()
    let lock: FileLock
    do {
      lock = try FileLock(name + ".lock", in: root.makeFolder("locks"), patience: patience)
    } catch {
      let path = root.path(of: "locks/\(name).lock")
      if error.code == EWOULDBLOCK {
        throw LibraryError(
          .locked,
          "another session is saving: \(path): it did not finish within \(patience) "
            + "milliseconds; nothing was changed; try again")
      }
      throw error.writingFailed("cannot save", path, kept: "nothing was changed")
    }
    do {
      let result = try body(root)
      lock.release()
      return result
    } catch {
      lock.release()
      throw error
    }
  }

  /// Runs `body` with an essay's folder under its lock, unless a newer version has been there.
  func withEssay<Result>(
    _ id: EssayID, _ body: (borrowing Folder) throws(LibraryError) -> Result
  ) throws(LibraryError) -> Result {
    guard let root = try openRoot(), try openEssay(id, in: root) != nil else { throw unknown(id) }
    return try withLock(id.rawValue) { (root: borrowing Folder) throws(LibraryError) in
      guard let folder = try openEssay(id, in: root) else { throw unknown(id) }
      try refuseNewer(in: folder)
      // Whoever made the folders may have been told that they are not safe.
      try confirm("essays", in: root, "cannot save")
      do throws(SystemError) {
        try root.folder("essays").confirm(id.rawValue)
      } catch {
        throw error.writingFailed("cannot save", folder.path, kept: "nothing was changed")
      }
      return try body(folder)
    }
  }

  func unknown(_ id: EssayID) -> LibraryError {
    LibraryError(
      .unknown,
      "the library has no such essay: \(root)/essays/\(id.rawValue): its folder is not there, or was "
        + "removed; nothing was changed; open the essay again")
  }

  // MARK: Versions

  /// Throws when any record of the essay was written by a newer version.
  private func refuseNewer(in folder: borrowing Folder) throws(LibraryError) {
    for name in ["essay.json", "annotations.json", "place.json"] {
      try refuseNewer(name, in: folder)
    }
    for name in ["replies", "revisions"] {
      guard let inner = try? folder.folder(name), let names = try? inner.names() else { continue }
      for name in names where name.hasSuffix(".json") { try refuseNewer(name, in: inner) }
    }
  }

  private func refuseNewer(
    _ name: String, in folder: borrowing Folder
  ) throws(LibraryError) {
    let path = folder.path(of: name)
    let status = folder.status(of: name)
    guard status.isRegular else { return }
    let known = versions.withLock { $0[path] }
    let version: Int
    if let known, known.status == status {
      version = known.version
    } else {
      guard case .bytes(let bytes)? = try? folder.contents(of: name) else { return }
      version = JSONCoding.version(of: bytes) ?? currentSchemaVersion
      versions.withLock { $0[path] = (status, version) }
    }
    if version > currentSchemaVersion { throw newer(path) }
  }

  private func newer(_ path: String) -> LibraryError {
    LibraryError(
      .newerVersion,
      "cannot save: \(path): it was written by a newer version of Rejoinder; it is "
        + "left as it is; use that version to change it")
  }
}

extension SystemError {
  /// Whether the error says no more than that there is no such file.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR || code == ELOOP }

  func readingFailed(_ path: String) -> LibraryError {
    LibraryError(
      .inputOutput, "cannot read: \(path): \(reason); it is left as it is; \(advice)")
  }

  func writingFailed(_ what: String, _ path: String, kept: String) -> LibraryError {
    LibraryError(.inputOutput, "\(what): \(path): \(reason); \(kept); \(advice)")
  }
}
