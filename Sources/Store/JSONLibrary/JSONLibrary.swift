public import RejoinderCore
import Synchronization

/// A library of JSON files, a folder for each essay; `docs/file-format.md` describes them.
///
/// Files are replaced whole and atomically, read without a lock and written under one, after the
/// newest version has been read again. Nothing is cached but the schema versions of files that have
/// not changed, so any number of sessions may share a folder.
public final class JSONLibrary: Library {
  /// The store's folder.
  public let root: String
  let calls: SystemCalls
  /// Milliseconds to wait for another session's lock.
  let patience: Int
  /// Versions of files that were read before, while their status is the same.
  let versions = Mutex<[String: (status: FileStatus, version: Int)]>([:])
  /// Records' files as they were when this library last read or wrote them.
  let seen = Mutex<[String: FileStatus]>([:])
  /// Damage that a write came upon, kept until somebody asks for the records.
  let unreported = Mutex<[EssayID: [String]]>([:])

  /// When this library last looked through an essay's replies for what was deleted long ago.
  let cleared = Mutex<[EssayID: Timestamp]>([:])
  /// What this library knows to be safe from a power cut.
  let synced = SyncedEntries()

  /// Touches nothing: the folder is made when something is first written.
  ///
  /// - Parameters:
  ///   - root: A path; where it and the folders above it are missing they are made, for their owner
  ///     alone.
  ///   - patience: Milliseconds to wait while another session writes.
  public convenience init(root: String, patience: Int = 2000) {
    self.init(root: root, patience: patience, calls: .live)
  }

  init(root: String, patience: Int, calls: SystemCalls) {
    self.root = root
    self.patience = patience
    self.calls = calls
  }

  public func find(source: EssaySource) throws(LibraryError) -> EssayID? {
    guard let key = source.key, let root = try openRoot() else { return nil }
    let name = Fingerprint(of: key).digits + ".json"
    guard let pointer = try pointer(name, in: "sources", of: root), pointer.key == key else {
      return nil
    }
    return existing(pointer.essay, in: root)
  }

  public func find(fingerprint: Fingerprint) throws(LibraryError) -> EssayID? {
    guard let root = try openRoot() else { return nil }
    if let known = existing(fingerprint.digits, in: root) { return known }
    guard let pointer = try pointer(fingerprint.digits + ".json", in: "texts", of: root) else {
      return nil
    }
    return existing(pointer.essay, in: root)
  }

  public func place(of id: EssayID) throws(LibraryError) -> ReadingPlace? {
    guard let root = try openRoot(), let folder = try openEssay(id, in: root) else {
      throw unknown(id)
    }
    do {
      guard case .bytes(let bytes) = try folder.contents(of: "place.json") else { return nil }
      switch JSONCoding.decode(PlaceFile.self, from: bytes) {
      case .good(let file), .misdated(let file, _), .newer(.some(let file), _): return file.place
      case .missing, .damaged, .newer(.none, _): return nil
      }
    } catch {
      throw error.readingFailed(folder.path(of: "place.json"))
    }
  }

  public func remove(_ id: EssayID) throws(LibraryError) {
    guard let root = try openRoot(), try openEssay(id, in: root) != nil else { throw unknown(id) }
    try withLock(id.rawValue) { (root: borrowing Folder) throws(LibraryError) in
      let removed = id.rawValue + Self.removedEnding
      do throws(SystemError) {
        let essays = try root.folder("essays")
        // First out of sight at once, then piece by piece.
        try essays.remove(removed)
        try essays.rename(id.rawValue, to: removed)
        try removeLeftovers(in: essays)
        try root.folder("locks").remove(id.rawValue + ".lock")
      } catch {
        throw error.writingFailed(
          "cannot remove the essay", root.path(of: "essays/" + id.rawValue),
          kept: "what is left of it is kept")
      }
    }
    try removePointers(to: id)
    try forgetInIndex(id)
  }

  private static let removedEnding = ".removed"

  /// Removes what is left of essays of which a removal was cut short.
  func removeLeftovers(in essays: borrowing Folder) throws(SystemError) {
    for name in try essays.names() where name.hasSuffix(Self.removedEnding) {
      try essays.remove(name)
    }
  }

  // MARK: Pointers

  /// A damaged pointer counts as none: it is written again when the essay is next opened.
  func pointer(
    _ name: String, in folder: String, of root: borrowing Folder
  ) throws(LibraryError) -> PointerFile? {
    do {
      guard case .bytes(let bytes) = try root.folder(folder).contents(of: name) else { return nil }
      switch JSONCoding.decode(PointerFile.self, from: bytes) {
      case .good(let file), .misdated(let file, _), .newer(.some(let file), _): return file
      case .missing, .damaged, .newer(.none, _): return nil
      }
    } catch {
      if error.isAbsence { return nil }
      throw error.readingFailed(root.path(of: folder + "/" + name))
    }
  }

  func existing(_ name: String, in root: borrowing Folder) -> EssayID? {
    guard let id = EssayID(name),
      root.status(of: "essays/\(name)").isFolder
    else { return nil }
    return id
  }

  /// Removes all pointers to an essay, with those before them.
  private func removePointers(to id: EssayID) throws(LibraryError) {
    try withLock("pointers") { (root: borrowing Folder) throws(LibraryError) in
      for folder in ["sources", "texts"] {
        let previous = Folder.previous(of: "")
        for name in (try? root.folder(folder).names()) ?? [] {
          let isPointer = name.hasSuffix(".json") || name.hasSuffix(".json" + previous)
          guard isPointer, try pointer(name, in: folder, of: root)?.essay == id.rawValue else {
            continue
          }
          do throws(SystemError) {
            try root.folder(folder).remove(name)
            if name.hasSuffix(".json") { try root.folder(folder).remove(name + previous) }
          } catch {
            throw error.writingFailed(
              "cannot forget where the essay came from", root.path(of: "\(folder)/\(name)"),
              kept: "it leads nowhere now")
          }
        }
      }
    }
  }
}
