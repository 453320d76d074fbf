import Glibc

/// An open folder of the store. Entries are reached by name from its descriptor and links are never
/// followed, so nothing outside the store can be read or written through it.
struct Folder: ~Copyable {
  let descriptor: Int32
  /// For messages only.
  let path: String
  let calls: SystemCalls

  private init(descriptor: Int32, path: String, calls: SystemCalls) {
    self.descriptor = descriptor
    self.path = path
    self.calls = calls
  }

  deinit {
    calls.close(descriptor)
  }

  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  // MARK: Opening

  /// Opens the store's own folder, which may be a link if its owner wants it so.
  static func root(at path: String, calls: SystemCalls) throws(SystemError) -> Folder {
    let descriptor = try check(calls.open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0))
    return Folder(descriptor: descriptor, path: path, calls: calls)
  }

  /// Makes the store's folder and those above it that are missing, all for their owner alone.
  static func makeRoot(at path: String, calls: SystemCalls) throws(SystemError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let parent = made.isEmpty ? "." : made
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      let result = calls.makeFolder(AT_FDCWD, made, 0o700)
      if result == -EEXIST { continue }
      // A file system that is read-only may say so of folders that are there.
      if result < 0, calls.status(AT_FDCWD, made).isFolder { continue }
      try check(result)
      try check(calls.setMode(AT_FDCWD, made, 0o700))
      let above = try root(at: parent, calls: calls)
      try check(calls.sync(above.descriptor))
    }
  }

  func folder(_ name: String) throws(SystemError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
    let child = try Self.check(calls.open(descriptor, name, flags, 0))
    return Folder(descriptor: child, path: path(of: name), calls: calls)
  }

  /// Opens a folder and makes it first where it is missing.
  func makeFolder(_ name: String) throws(SystemError) -> Folder {
    let result = calls.makeFolder(descriptor, name, 0o700)
    if result != -EEXIST {
      try Self.check(result)
      // The umask may have taken rights away that the owner needs.
      try Self.check(calls.setMode(descriptor, name, 0o700))
      try Self.check(calls.sync(descriptor))
    }
    return try folder(name)
  }

  // MARK: Reading

  /// The most bytes that a file of a store may have. An essay is no longer than its input was allowed
  /// to be, and what is written about one is far shorter.
  static let sizeLimit = 1 << 30

  /// The bytes of a regular file; what else stands under the name is told apart from a failure. A file
  /// above ``sizeLimit`` is not read: `EOVERFLOW`.
  func contents(of name: String) throws(SystemError) -> FileContents {
    // Without O_NONBLOCK a FIFO would wait for its writer.
    let file = calls.open(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0)
    switch -file {
    case ENOENT: return .missing
    case ELOOP, ENXIO: return .irregular
    default: try Self.check(file)
    }
    defer { calls.close(file) }
    let status = calls.status(file, "")
    try Self.check(status.result)
    guard status.isRegular else { return .irregular }
    guard let size = Int(exactly: status.size), (0...Self.sizeLimit).contains(size) else {
      throw SystemError(code: EOVERFLOW)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: min(max(4096, size + 1), 1 << 20))
    while true {
      let count = chunk.withUnsafeMutableBytes { calls.read(file, $0) }
      guard count >= 0 else { throw SystemError(code: Int32(-count)) }
      if count == 0 { return .bytes(bytes) }
      guard bytes.count + count <= Self.sizeLimit else { throw SystemError(code: EOVERFLOW) }
      bytes += chunk[..<count]
    }
  }

  func status(of name: String) -> FileStatus { calls.status(descriptor, name) }

  /// Names in the folder, sorted.
  func names() throws(SystemError) -> [String] {
    guard let names = calls.names(descriptor) else { throw SystemError(code: EIO) }
    return names.sorted()
  }

  // MARK: Writing

  /// Puts a file in place of another, or where none was: afterwards either the old bytes or the new
  /// ones are there, also after a power cut. The caller holds the lock of this folder.
  ///
  /// - Parameters:
  ///   - keepsPrevious: Whether the old bytes stay beside the new ones; see
  ///   ``previous(of:)``.
  ///   - isSynced: False for a file that can be made again: a power cut may take it.
  func replace(
    _ name: String, with bytes: [UInt8], keepsPrevious: Bool = false, isSynced: Bool = true
  ) throws(SystemError) {
    let draft = name + ".new"
    try write(bytes, to: draft, isSynced: isSynced)
    do {
      if keepsPrevious { try keepPrevious(of: name) }
      try Self.check(calls.rename(descriptor, draft, name))
    } catch {
      _ = calls.remove(descriptor, draft, false)
      throw error
    }
    if isSynced { try Self.check(calls.sync(descriptor)) }
  }

  /// The name of the revision before a file's.
  static func previous(of name: String) -> String { name + ".previous" }

  /// Gives the bytes of a file the name of the previous revision, while the file keeps its own: at no
  /// moment is there neither.
  private func keepPrevious(of name: String) throws(SystemError) {
    guard status(of: name).isRegular else { return }
    let previous = Self.previous(of: name)
    let draft = previous + ".new"
    var result = calls.link(descriptor, name, draft)
    if result == -EEXIST {
      try remove(draft)
      result = calls.link(descriptor, name, draft)
    }
    switch -result {
    case EPERM, EOPNOTSUPP, ENOSYS, EMLINK:
      // Not every file system lets a file have two names.
      guard case .bytes(let bytes) = try contents(of: name) else { return }
      try write(bytes, to: draft)
    default: try Self.check(result)
    }
    do {
      if status(of: previous).isFolder { _ = try setAside(previous) }
      try Self.check(calls.rename(descriptor, draft, previous))
    } catch {
      _ = calls.remove(descriptor, draft, false)
      throw error
    }
  }

  /// Writes a file that must not be there, through to the disk. What could not be written whole is
  /// removed.
  func write(_ bytes: [UInt8], to name: String, isSynced: Bool = true) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    var file = calls.open(descriptor, name, flags, 0o600)
    if file == -EEXIST, name.hasSuffix(".new") {
      // Left by a session that died; whoever holds the lock may clear it away.
      try remove(name)
      file = calls.open(descriptor, name, flags, 0o600)
    }
    try Self.check(file)
    defer { calls.close(file) }
    do {
      try Self.check(calls.setMode(file, "", 0o600))
      try writeAll(bytes, to: file)
      if isSynced { try Self.check(calls.sync(file)) }
    } catch {
      _ = calls.remove(descriptor, name, false)
      throw error
    }
  }

  func rename(_ name: String, to other: String) throws(SystemError) {
    try Self.check(calls.rename(descriptor, name, other))
    try Self.check(calls.sync(descriptor))
  }

  /// Removes a file, or a folder with all that is in it; what is not there needs no removing.
  func remove(_ name: String) throws(SystemError) {
    let status = status(of: name)
    if status.result == -ENOENT { return }
    if status.isFolder {
      let child = try folder(name)
      for entry in try child.names() { try child.remove(entry) }
    }
    let result = calls.remove(descriptor, name, status.isFolder)
    if result != -ENOENT { try Self.check(result) }
  }

  private func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        calls.write(file, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      guard count > 0 else { throw SystemError(code: count == 0 ? EIO : Int32(-count)) }
      written += count
    }
  }

  @discardableResult
  private static func check(_ result: Int32) throws(SystemError) -> Int32 {
    guard result >= 0 else { throw SystemError(code: -result) }
    return result
  }
}

/// What stands under a file's name.
enum FileContents: Equatable {
  case missing
  case bytes([UInt8])
  /// A folder, a link, a FIFO, a device.
  case irregular
}
