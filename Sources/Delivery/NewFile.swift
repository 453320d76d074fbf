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
    for _ in 0..<16 {
      let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let candidate = folder + separator + prefix + mark + suffix
      let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if opened >= 0 {
        path = candidate
        descriptor = opened
        return
      }
      if errno != EEXIST { break }
    }
    throw SystemFailure(reason: .last)
  }

  deinit {
    _ = Glibc.close(descriptor)
  }

  /// Writes all of `bytes` and waits until the disk has them.
  func fill(_ bytes: [UInt8]) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFailure(reason: .last)
      }
      written += count
    }
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
