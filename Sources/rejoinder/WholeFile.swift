internal import Glibc

/// A file that is of use only as a whole. An essay's beginning can be read by itself; of a library the
/// beginning alone would be taken for damage.
enum WholeFile {
  /// The most bytes that are read.
  static let limit = 1 << 30

  /// The bytes of the file at a path, or of standard input for `-`, waiting for them as long as it
  /// takes. What cannot be read to its end is an error and never a part.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    if path == "-" { return try bytes(of: STDIN_FILENO, "standard input", size: 0) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    return try bytes(of: descriptor, path, size: Int(status.st_size))
  }

  /// - Parameter size: How many bytes there probably are; 0 where nothing tells.
  private static func bytes(
    of descriptor: Int32, _ name: String, size: Int
  ) throws(Failure) -> [UInt8] {
    guard size <= limit else { throw tooLarge(name) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, size))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure(name, errno)
      }
      guard bytes.count + count <= limit else { throw tooLarge(name) }
      bytes += chunk[..<count]
    }
  }

  private static func tooLarge(_ name: String) -> Failure {
    Failure(
      .data,
      "cannot import: \(name): it has more than \(limit >> 20) MB; nothing was changed; export fewer "
        + "essays at a time")
  }

  private static func failure(_ name: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR:
      Failure(.noInput, "cannot read: \(name): there is no such file; check the name")
    case EACCES, EPERM:
      Failure(.notPermitted, "cannot read: \(name): you may not read it; check its permissions")
    case EISDIR: Failure(.noInput, "cannot read: \(name): is a folder; give a file")
    default:
      Failure(
        .inputOutput, "cannot read: \(name): \(String(cString: strerror(code))); try again")
    }
  }
}
