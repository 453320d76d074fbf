internal import Glibc

/// A file that did not exist before, open for writing. It is closed with its last use.
struct NewFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Makes a file with a name that nothing has.
  ///
  /// - Parameters:
  ///   - folder: Where; must exist.
  ///   - mode: Permissions, from which the process' mask is taken.
  init(
    in folder: String, prefix: String, suffix: String, mode: mode_t
  ) throws(SystemFailure) {
    let separator = folder.hasSuffix("/") ? "" : "/"
    for _ in 0..<15 {
      do throws(SystemFailure) {
        self = try NewFile(at: folder + separator + prefix + Self.mark() + suffix, mode: mode)
        return
      } catch {
        if error.reason.code != EEXIST { throw error }
      }
    }
    self = try NewFile(at: folder + separator + prefix + Self.mark() + suffix, mode: mode)
  }

  /// Makes a file with this path, which nothing may have.
  init(at path: String, mode: mode_t) throws(SystemFailure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw SystemFailure(reason: .last) }
    self.path = path
  }

  /// What tells a name from others.
  static func mark() -> String { String(UInt64.random(in: 0...UInt64.max), radix: 36) }

  deinit {
    _ = Glibc.close(descriptor)
  }

  /// Writes all of `bytes` and waits until the disk has them.
  func fill(_ bytes: [UInt8]) throws(SystemFailure) {
    try writeAll(bytes, to: descriptor)
    if fsync(descriptor) != 0 { throw SystemFailure(reason: .last) }
  }

  func setMode(_ mode: mode_t) throws(SystemFailure) {
    if fchmod(descriptor, mode) != 0 { throw SystemFailure(reason: .last) }
  }
}

/// A failed system call, before there is a sentence about it.
struct SystemFailure: Error {
  let reason: SystemReason
}

/// Writes all of `bytes`, however little the system takes at once.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
    }
    if count < 0 {
      if errno == EINTR { continue }
      throw SystemFailure(reason: .last)
    }
    written += count
  }
}

/// Reads a whole file.
func readBytes(of path: String) throws(SystemFailure) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw SystemFailure(reason: .last) }
  defer { _ = close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw SystemFailure(reason: .last)
    }
    bytes += chunk[..<count]
  }
}
